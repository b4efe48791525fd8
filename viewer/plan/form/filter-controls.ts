import { html, type TemplateResult } from 'lit-html';

/** A choice that narrows a list. @param all what it is called when nothing is chosen */
export function selectView(
  id: string,
  label: string,
  all: string,
  options: ReadonlyMap<string, string>,
  chosen: string,
  onChoice: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label class="ds-label" for=${id}>${label}</label>
    <select class="ds-input" id=${id} @change=${(event: Event) => onChoice((event.target as HTMLSelectElement).value)}>
      <option value="" .selected=${chosen === ''}>${all}</option>
      ${[...options].map(
        ([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
      )}
    </select>
  </div>`;
}

/** A box that narrows a list while it is ticked. */
export function checkView(label: string, checked: boolean, onChange: (checked: boolean) => void): TemplateResult {
  return html`<label class="form-choice"
    ><input
      type="checkbox"
      class="ds-input"
      .checked=${checked}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />${label}</label
  >`;
}
