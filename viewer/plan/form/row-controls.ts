import { html, nothing, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import type { FieldContext } from './field-context.ts';
import { labelOf, type Field } from './field-frame.ts';
import { focusOn } from './focus-field.ts';

/** A list of what can be added to a field; nothing where all is there. */
export function adder(
  context: FieldContext,
  field: Field,
  names: ReadonlyMap<string, string>,
  onChoice: (option: string) => void,
): unknown {
  if (names.size === 0) return nothing;
  const choose = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const { value } = select;
    select.value = '';
    if (value !== '') onChoice(value);
  };
  return html`<select
    class="ds-input form-adder"
    aria-label=${texts().form.addTo(labelOf(context, field))}
    @change=${choose}
  >
    <option value="">${texts().form.add} …</option>
    ${[...names].map(([option, name]) => html`<option value=${option}>${name}</option>`)}
  </select>`;
}

/** A button that shows a sign only. The one that takes its own row away leaves the focus at the nearest that is left. */
export function iconButton(icon: string, name: string, onClick: () => void, disabled = false): TemplateResult {
  return html`<button
    class="ds-button form-icon"
    type="button"
    data-variant="tertiary"
    data-size="sm"
    aria-label=${name}
    title=${name}
    ?disabled=${disabled}
    @click=${(event: Event) => {
      const button = event.currentTarget as HTMLButtonElement;
      const group = button.closest('fieldset');
      onClick();
      if (!button.isConnected) focusOn(nearestIn(group));
    }}
  >
    <span aria-hidden="true">${icon}</span>
  </button>`;
}

/** What to go on with in a group when the last of its rows has been taken away. */
function nearestIn(group: HTMLElement | null): HTMLElement | null {
  const last = [...(group?.querySelectorAll<HTMLElement>(':scope > * .form-icon:not([disabled])') ?? [])].at(-1);
  return last ?? group?.querySelector<HTMLElement>(':scope > :is(button, select)') ?? group;
}
