import { html, type TemplateResult } from 'lit-html';
import { language, texts } from '../../language/language.ts';
import { periodFields } from '../form/period-fields.ts';
import { descriptionField, otherNameField } from './plan-fields.ts';
import { otherLanguage } from './plan-name.ts';

/** What the plan is called and what it is about, in both languages, its period and what it starts from. */
export function aboutView(): TemplateResult {
  const { plan: words } = texts();
  return html`
    <div class="plan-about">
      ${periodFields()} ${descriptionField(words.description, language())}
      ${descriptionField(words.otherDescription, otherLanguage())} ${otherNameField()}
    </div>
  `;
}
