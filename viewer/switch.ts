import { html, type TemplateResult } from 'lit-html';

export interface SwitchOptions<Value extends string> {
  /** Name of the group of radio buttons; must be the only one of its kind on the page. */
  name: string;
  /** What is chosen, for screen readers. */
  label: string;
  options: readonly { value: Value; text: string; lang?: string }[];
  chosen: Value;
  onChoice: (value: Value) => void;
}

/** A choice between a few alternatives that are all in sight: radio buttons that look like one divided button. */
export function switchOf<Value extends string>(options: SwitchOptions<Value>): TemplateResult {
  const { name, label, chosen, onChoice } = options;
  return html`
    <fieldset class="switch" aria-label=${label}>
      ${options.options.map(
        ({ value, text, lang }) => html`
          <label class="ds-button" data-variant="tertiary" lang=${lang ?? document.documentElement.lang}>
            <input
              type="radio"
              name=${name}
              value=${value}
              .checked=${value === chosen}
              @change=${() => onChoice(value)}
            />
            ${text}
          </label>
        `,
      )}
    </fieldset>
  `;
}
