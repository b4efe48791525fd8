import { html, type TemplateResult } from 'lit-html';
import type { Problem } from '../../../scenarios/schema/problems.ts';
import { language, texts, type Language } from '../../language/language.ts';
import { problemSentence, problemsUnder } from '../form/plan-problems.ts';
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
        autocomplete="off"
        aria-describedby="plan-name-problem"
        aria-invalid=${isFaulty('name', language()) ? 'true' : 'false'}
        .value=${textIn(plan.document, 'name', language())}
        @input=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          plan.edit((document) => withText(document, 'name', value), 'name');
        }}
      />
      ${problemView('plan-name', 'name', language())}
    </div>
  `;
}

/** The name of the plan in the language that the page is not shown in. */
export function otherNameField(): TemplateResult {
  const of = otherLanguage();
  return html`
    <div class="field">
      <label class="ds-label" for="plan-other-name">${texts().plan.otherName}</label>
      <input
        class="ds-input"
        id="plan-other-name"
        type="text"
        lang=${of}
        autocomplete="off"
        aria-describedby="plan-other-name-problem"
        aria-invalid=${isFaulty('name', of) ? 'true' : 'false'}
        .value=${textIn(plan.document, 'name', of)}
        @input=${(event: Event) => editIn('name', of, (event.target as HTMLInputElement).value)}
      />
      ${problemView('plan-other-name', 'name', of)}
    </div>
  `;
}

/** The description of the plan in the language of the page or in the other. */
export function descriptionField(label: string, of: Language): TemplateResult {
  const id = `plan-description-${of}`;
  return html`
    <div class="field">
      <label class="ds-label" for=${id}>${label}</label>
      <textarea
        class="ds-input"
        id=${id}
        rows="3"
        lang=${of}
        aria-describedby="${id}-problem"
        aria-invalid=${isFaulty('description', of) ? 'true' : 'false'}
        .value=${textIn(plan.document, 'description', of)}
        @input=${(event: Event) => editIn('description', of, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${problemView(id, 'description', of)}
    </div>
  `;
}

function isFaulty(key: NamingKey, of: Language): boolean {
  return problemsOf(key, of).length > 0;
}

function problemsOf(key: NamingKey, of: Language): Problem[] {
  const check = plan.latestCheck;
  return check?.kind === 'unsound' ? problemsUnder(check.problems, [key, of]) : [];
}

/** What is wrong with a text, below its field. */
function problemView(field: string, key: NamingKey, of: Language): TemplateResult {
  return html`<div id="${field}-problem">
    ${problemsOf(key, of).map(
      (problem) =>
        html`<p class="ds-validation-message" data-field="validation">${problemSentence(problem, (name) => name)}</p>`,
    )}
  </div>`;
}

function editIn(key: NamingKey, of: Language, text: string): void {
  const occasion = `${key} ${of}`;
  if (of === language()) plan.edit((document) => withText(document, key, text), occasion);
  else plan.edit((document) => withValueAt(document, [key, of], text), occasion);
}
