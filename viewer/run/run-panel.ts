import { group } from 'd3';
import { html, nothing, render, type TemplateResult } from 'lit-html';
import { problemText, ScenarioError, type ScenarioHeading } from '../../scenarios/schema/index.ts';
import { missing, number } from '../language/format.ts';
import { language, localised, onLanguage, texts } from '../language/language.ts';
import { announcement } from './announcement.ts';
import { periodName } from './period.ts';
import { progressView } from './progress-view.ts';
import { session } from './session.ts';
import {
  faultsOf,
  fewestReplications,
  mostReplications,
  replicationsOf,
  usualReplications,
  usualSeed,
  type Fault,
  type Settings,
} from './settings.ts';
import { inOrder, shippedHeadings, shippedScenario, usualScenarioA, usualScenarioB } from './shipped-scenarios.ts';

/** Where the planner chooses what to compare, starts and stops the run, and sees how far it has come. */
export class RunPanel extends HTMLElement {
  private scenarios = new Map<string, ScenarioHeading>();
  private loadFailure: unknown;
  private settings: Settings = {
    scenarioA: usualScenarioA,
    scenarioB: usualScenarioB,
    replications: String(usualReplications),
    seed: usualSeed,
  };
  private faults: Fault[] = [];

  connectedCallback(): void {
    try {
      this.scenarios = new Map(shippedHeadings().map((heading) => [heading.id, heading]));
    } catch (error) {
      this.loadFailure = error;
    }
    session.addEventListener('change', () => this.show());
    onLanguage(() => this.show());
    if (!this.loadFailure) this.start();
  }

  private start(): void {
    this.faults = this.faultsNow();
    const replications = replicationsOf(this.settings.replications);
    if (this.faults.length > 0 || replications === undefined) {
      this.show();
      this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    try {
      const a = shippedScenario(this.settings.scenarioA);
      const b = shippedScenario(this.settings.scenarioB);
      void session.start({ a, b, seed: this.settings.seed.trim(), replications });
    } catch (error) {
      this.loadFailure = error;
      this.show();
    }
  }

  private set(changes: Partial<Settings>): void {
    this.settings = { ...this.settings, ...changes };
    // A complaint disappears as soon as it is met; a new one waits until the planner asks for a run.
    const remaining = this.faultsNow();
    this.faults = this.faults.filter((fault) => remaining.includes(fault));
    this.show();
  }

  private faultsNow(): Fault[] {
    return faultsOf(this.settings, (id) => JSON.stringify(this.scenarios.get(id)?.horizon));
  }

  private show(): void {
    const { run } = texts();
    const running = session.status.kind === 'running';
    render(
      html`
        <h2 class="ds-heading" id="run-heading">${run.heading}</h2>
        <p class="ds-paragraph lead">${run.lead}</p>
        ${this.loadFailure ? loadFailureView(this.loadFailure) : this.form(running)}
        <p class="ds-sr-only" role="status">${this.loadFailure ? '' : announcement(session.status)}</p>
        ${progressView(session.status, session.figuresAreOlder)}
      `,
      this,
    );
  }

  private form(running: boolean): TemplateResult {
    const { run } = texts();
    const submit = (event: Event) => {
      event.preventDefault();
      this.start();
    };
    return html`
      <form class="run-form" novalidate @submit=${submit}>
        ${this.scenarioField('scenarioA', run.scenarioA)} ${this.scenarioField('scenarioB', run.scenarioB)}
        ${this.textField('replications', run.replications, run.replicationsHelp, {
          numeric: true,
          fault: this.faults.includes('replications')
            ? run.replicationsError(number(fewestReplications), number(mostReplications))
            : undefined,
        })}
        ${this.textField('seed', run.seed, run.seedHelp, {
          numeric: false,
          fault: this.faults.includes('seed') ? run.seedError : undefined,
        })}
        <div class="run-buttons">
          <button class="ds-button" type="submit">${run.start}</button>
          <button
            class="ds-button"
            data-variant="secondary"
            type="button"
            aria-disabled=${running ? 'false' : 'true'}
            @click=${() => session.cancel()}
          >
            ${run.cancel}
          </button>
        </div>
      </form>
    `;
  }

  private scenarioField(which: 'scenarioA' | 'scenarioB', label: string): TemplateResult {
    const chosen = this.scenarios.get(this.settings[which]);
    const fault = which === 'scenarioB' ? this.scenarioFault() : undefined;
    return html`
      <div class="ds-field run-scenario">
        <label class="ds-label" for=${which}>${label}</label>
        <select
          class="ds-input"
          id=${which}
          aria-describedby="${which}-description ${which}-fault"
          aria-invalid=${fault ? 'true' : 'false'}
          @change=${(event: Event) => this.set({ [which]: (event.target as HTMLSelectElement).value })}
        >
          ${[...periodsOf(this.scenarios.values())].map(
            ([period, scenarios]) =>
              html`<optgroup label=${period}>
                ${inOrder(scenarios, language()).map(
                  ({ id, name }) =>
                    html`<option value=${id} ?selected=${id === this.settings[which]}>${localised(name)}</option>`,
                )}
              </optgroup>`,
          )}
        </select>
        ${faultView(which, fault)}
        <p class="small quiet run-description" id="${which}-description">
          ${chosen ? localised(chosen.description) : nothing}
        </p>
      </div>
    `;
  }

  private scenarioFault(): string | undefined {
    const { run } = texts();
    if (this.faults.includes('same scenario')) return run.sameScenario;
    if (!this.faults.includes('other period')) return undefined;
    const [a, b] = (['scenarioA', 'scenarioB'] as const).map((which) => {
      const scenario = this.scenarios.get(this.settings[which]);
      return scenario ? run.aboutPeriod(localised(scenario.name), periodName(scenario.horizon)) : missing;
    });
    return run.otherPeriod(a ?? missing, b ?? missing);
  }

  private textField(
    which: 'replications' | 'seed',
    label: string,
    help: string,
    { numeric, fault }: { numeric: boolean; fault: string | undefined },
  ): TemplateResult {
    return html`
      <div class="ds-field run-${which}">
        <label class="ds-label" for=${which}>${label}</label>
        <input
          class="ds-input"
          id=${which}
          type=${numeric ? 'number' : 'text'}
          min=${numeric ? fewestReplications : nothing}
          max=${numeric ? mostReplications : nothing}
          step=${numeric ? 1 : nothing}
          maxlength=${numeric ? nothing : 60}
          autocomplete="off"
          spellcheck="false"
          .value=${this.settings[which]}
          aria-describedby="${which}-help ${which}-fault"
          aria-invalid=${fault ? 'true' : 'false'}
          @input=${(event: Event) => this.set({ [which]: (event.target as HTMLInputElement).value })}
        />
        ${faultView(which, fault)}
        <p class="small quiet" id="${which}-help">${help}</p>
      </div>
    `;
  }
}

function faultView(which: string, fault: string | undefined): TemplateResult {
  return html`<div id="${which}-fault">
    ${fault ? html`<p class="ds-validation-message" data-field="validation">${fault}</p>` : nothing}
  </div>`;
}

/** Scenarios by the time that they are about, in words. */
function periodsOf(scenarios: Iterable<ScenarioHeading>): Map<string, ScenarioHeading[]> {
  return group(scenarios, ({ horizon }) => periodName(horizon));
}

/** The shipped scenarios are unsound: every fault with its place in the files. */
function loadFailureView(error: unknown): TemplateResult {
  const reason = error instanceof ScenarioError ? problemText(error.problems, language()) : String(error);
  return html`
    <div class="ds-alert" data-color="danger" role="alert">
      <h3 class="ds-heading" data-size="2xs">${texts().run.loadFailedHeading}</h3>
      <p class="run-problems">${reason}</p>
    </div>
  `;
}

customElements.define('run-panel', RunPanel);
