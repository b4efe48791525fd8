import { html, type TemplateResult } from 'lit-html';

/** A list to choose among what a drawing shows. @param id the only one of its kind on the page */
export function chartSelect(
  id: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  onChoice: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label class="ds-label" for=${id}>${label}</label>
    <select class="ds-input" id=${id} @change=${(event: Event) => onChoice((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;
}
