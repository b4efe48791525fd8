import { html, nothing, type TemplateResult } from 'lit-html';
import { automaticLimit } from '../../sim-core/experiment/run-experiment.ts';
import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import {
  fewestReplications,
  longestSeed,
  mostReplications,
  replicationsOf,
  type Fault,
  type Settings,
} from './settings.ts';

/** The most characters of a setting that are told before its field is opened. */
const mostShown = 24;

/** How long to compute and from which seed: told in short, opened to be changed. */
export function settingsView(
  settings: Settings,
  faults: readonly Fault[],
  onChange: (changes: Partial<Settings>) => void,
): TemplateResult {
  const { run } = texts();
  const radio = (untilPrecise: boolean, text: string): TemplateResult =>
    html`<label class="run-choice">
      <input
        class="ds-input"
        type="radio"
        name="until-precise"
        .checked=${settings.untilPrecise === untilPrecise}
        @change=${() => onChange({ untilPrecise })}
      />
      ${text}
    </label>`;
  return html`
    <details
      class="run-settings"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') close(event.currentTarget as HTMLDetailsElement);
      }}
    >
      <summary>
        <span class="ds-label run-settings-label">${run.settingsHeading}</span>
        <span class="run-settings-short">${shortText(settings)}</span>
      </summary>
      <div class="run-settings-fields">
        <fieldset class="run-until">
          <legend class="ds-label">${run.howMany}</legend>
          ${radio(false, run.fixed)} ${radio(true, run.untilPrecise)}
          <p class="small quiet">${run.untilPreciseHelp(number(automaticLimit))}</p>
        </fieldset>
        ${field('replications', run.replications, run.replicationsHelp, {
          value: settings.replications,
          numeric: true,
          fault: faults.includes('replications')
            ? run.replicationsError(number(fewestReplications), number(mostReplications))
            : undefined,
          onChange: (replications) => onChange({ replications, untilPrecise: false }),
        })}
        ${field('seed', run.seed, run.seedHelp, {
          value: settings.seed,
          numeric: false,
          fault: faults.includes('seed') ? run.seedError(number(longestSeed)) : undefined,
          onChange: (seed) => onChange({ seed }),
        })}
      </div>
    </details>
  `;
}

/** Closes the fields and leaves the focus where it can open them again. */
function close(details: HTMLDetailsElement): void {
  details.open = false;
  details.querySelector('summary')?.focus();
}

function shortText({ replications, untilPrecise, seed }: Settings): string {
  const { run } = texts();
  if (untilPrecise) return run.settings(run.untilPrecise, shortened(seed));
  const count = replicationsOf(replications);
  const text = count === 1 ? run.oneReplication : run.replicationsCount(shortened(replications.trim()));
  return run.settings(text, shortened(seed));
}

function shortened(typed: string): string {
  return typed.length > mostShown ? `${typed.slice(0, mostShown)}…` : typed;
}

interface FieldOptions {
  value: string;
  numeric: boolean;
  fault: string | undefined;
  onChange: (value: string) => void;
}

function field(id: string, label: string, help: string, options: FieldOptions): TemplateResult {
  const { value, numeric, fault, onChange } = options;
  return html`
    <div class="field">
      <label class="ds-label" for=${id}>${label}</label>
      <input
        class="ds-input"
        id=${id}
        type="text"
        inputmode=${numeric ? 'numeric' : 'text'}
        autocomplete="off"
        spellcheck="false"
        .value=${value}
        aria-describedby="${id}-help ${id}-fault"
        aria-invalid=${fault ? 'true' : 'false'}
        @input=${(event: Event) => onChange((event.target as HTMLInputElement).value)}
      />
      <div id="${id}-fault">
        ${fault ? html`<p class="ds-validation-message" data-field="validation">${fault}</p>` : nothing}
      </div>
      <p class="small quiet" id="${id}-help">${help}</p>
    </div>
  `;
}
