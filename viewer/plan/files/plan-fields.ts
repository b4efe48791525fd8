import { html, type TemplateResult } from 'lit-html';
import { language, texts, type Language } from '../../language/language.ts';
import { withValueAt } from '../plan-document.ts';
import { plan } from '../plan.ts';
import { otherLanguage, textIn, withText, type NamingKey } from './plan-name.ts';

/** The name of the plan, to be edited where it stands. */
export function nameField(): TemplateResult {
  return html`
    <div class="plan-name">
      <label class="ds-sr-only" for="plan-name">${texts().plan.name}</label>
      <input
        class="ds-input"
        id="plan-name"
        type="text"
        maxlength="200"
        autocomplete="off"
        .value=${textIn(plan.document, 'name', language())}
        @input=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          plan.edit((document) => withText(document, 'name', value), 'name');
        }}
      />
    </div>
  `;
}

/** The name of the plan in the language that the page is not shown in. */
export function otherNameField(): TemplateResult {
  const of = otherLanguage();
  return html`
    <div class="ds-field">
      <label class="ds-label" for="plan-other-name">${texts().plan.otherName}</label>
      <input
        class="ds-input"
        id="plan-other-name"
        type="text"
        maxlength="200"
        lang=${of}
        autocomplete="off"
        .value=${textIn(plan.document, 'name', of)}
        @input=${(event: Event) => editIn('name', of, (event.target as HTMLInputElement).value)}
      />
    </div>
  `;
}

/** The description of the plan in the language of the page or in the other. */
export function descriptionField(label: string, of: Language): TemplateResult {
  const id = `plan-description-${of}`;
  return html`
    <div class="ds-field">
      <label class="ds-label" for=${id}>${label}</label>
      <textarea
        class="ds-input"
        id=${id}
        rows="3"
        lang=${of}
        .value=${textIn(plan.document, 'description', of)}
        @input=${(event: Event) => editIn('description', of, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
  `;
}

function editIn(key: NamingKey, of: Language, text: string): void {
  const occasion = `${key} ${of}`;
  if (of === language()) plan.edit((document) => withText(document, key, text), occasion);
  else plan.edit((document) => withValueAt(document, [key, of], text), occasion);
}
