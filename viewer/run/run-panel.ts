import { html, nothing, render, type TemplateResult } from 'lit-html';
import { problemCount } from '../../scenarios/schema/problems.ts';
import { shownView } from '../frame/views.ts';
import { missing, number } from '../language/format.ts';
import { localised, onLanguage, texts } from '../language/language.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import { plan } from '../plan/plan.ts';
import { savedPlans } from '../plan/saved-plans.ts';
import { announcement } from './announcement.ts';
import { bothInputs, editedPlan, factsOf, nameOf, readHeadings, shippedHeadings } from './choices.ts';
import { optionsView } from './options-view.ts';
import { progressView } from './progress-view.ts';
import { rememberSettings, rememberedSettings } from './remembered-settings.ts';
import { session } from './session.ts';
import { settingsView } from './settings-view.ts';
import { faultsOf, replicationsOf, type Fault, type Settings } from './settings.ts';

/** What is compared, with the plan being edited as it is at that time. */
interface Chosen {
  scenarioA: string;
  scenarioB: string;
  document: PlanDocument;
}

/** Where the planner chooses what to compare, starts and stops the run, and sees how far it has come. */
export class RunPanel extends HTMLElement {
  private settings: Settings = rememberedSettings();
  private faults: Fault[] = [];
  /** True once anything has been chosen, or the plan changed, on this visit. */
  private isTouched = false;
  /** What was chosen when the last run began, as it was then. */
  private lastRun: Chosen | undefined;
  private loadFailure: string | undefined;
  /** True while the plans are being read that are to be run. */
  private isStarting = false;

  connectedCallback(): void {
    session.addEventListener('change', () => this.show());
    savedPlans.addEventListener('change', () => this.show());
    plan.addEventListener('change', () => {
      this.isTouched = true;
      this.set({ scenarioB: editedPlan });
    });
    plan.addEventListener('check', () => this.set({}));
    onLanguage(() => this.show());
    readHeadings().then(
      () => this.show(),
      (error: unknown) => {
        this.loadFailure = String(error);
        this.show();
      },
    );
  }

  private async start(): Promise<void> {
    if (this.isStarting) return;
    this.faults = faultsOf(this.settings, factsOf);
    this.loadFailure = undefined;
    this.show();
    if (this.faults.length > 0) return this.pointOutFault();
    this.isStarting = true;
    try {
      await this.startSound();
    } catch (error) {
      this.loadFailure = error instanceof Error ? error.message : String(error);
      this.show();
    } finally {
      this.isStarting = false;
    }
  }

  private async startSound(): Promise<void> {
    const { scenarioA, scenarioB, replications, untilPrecise, seed } = this.settings;
    const chosen = this.chosen();
    const [a, b] = await bothInputs(scenarioA, scenarioB);
    const count = untilPrecise ? 'auto' : replicationsOf(replications);
    if (a === undefined || b === undefined || count === undefined) {
      this.faults = ['unsound plan'];
      this.show();
      return this.pointOutFault();
    }
    this.lastRun = chosen;
    shownView.show('compare');
    void session.start({ a, b, seed: seed.trim(), replications: count });
  }

  private pointOutFault(): void {
    const settings = this.querySelector('details');
    if (settings && this.faults.some((fault) => fault === 'replications' || fault === 'seed')) settings.open = true;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  private set(changes: Partial<Settings>): void {
    this.settings = { ...this.settings, ...changes };
    rememberSettings(this.settings);
    // A complaint disappears as soon as it is met; a new one waits until the planner asks for a run.
    const remaining = faultsOf(this.settings, factsOf);
    this.faults = this.faults.filter((fault) => remaining.includes(fault));
    this.show();
  }

  private show(): void {
    const { run } = texts();
    const { status } = session;
    const running = status.kind === 'running';
    const notRun = this.notRunText(running);
    const submit = (event: Event) => {
      event.preventDefault();
      void this.start();
    };
    render(
      html`
        <div class="frame">
          <h2 class="ds-sr-only">${run.heading}</h2>
          <form class="run-form" novalidate @submit=${submit}>
            ${this.scenarioField('scenarioB', run.scenarioB)} ${this.scenarioField('scenarioA', run.scenarioA)}
            ${settingsView(this.settings, this.faults, (changes) => this.set(changes))}
            <div class="run-buttons">
              <button class="ds-button" type="submit">${run.start}</button>
              <button
                class="ds-button"
                data-variant="secondary"
                type="button"
                aria-disabled=${running ? 'false' : 'true'}
                @click=${() => {
                  if (running) session.cancel();
                }}
              >
                ${run.cancel}
              </button>
            </div>
            <div id="scenario-fault" class="run-fault">${this.scenarioFaultView()}</div>
          </form>
          <p class="ds-sr-only" role="status">
            ${running ? announcement(status) : nothing} ${notRun ?? (running ? nothing : announcement(status))}
          </p>
          <div class="run-progress">${this.progress(running, notRun)}</div>
        </div>
      `,
      this,
    );
  }

  private progress(running: boolean, notRun: string | undefined): unknown {
    if (this.loadFailure !== undefined) return failureView(this.loadFailure);
    return html`${running || notRun === undefined ? progressView(session.status, session.figures) : nothing}${
      notRun === undefined ? nothing : html`<p class="small run-not-run">${notRun}</p>`
    }`;
  }

  /** What is said of a choice, or of a plan, that the figures on the page, or those under way, do not belong to. */
  private notRunText(running: boolean): string | undefined {
    const { run } = texts();
    const name = nameOf(this.settings.scenarioB);
    if (!this.isTouched || name === undefined || this.isAsRun()) return undefined;
    if (running) return run.notInRun(localised(name));
    const faults = faultsOf(this.settings, factsOf);
    if (faults.includes('unsound plan')) return run.notRunUnsound(localised(name));
    return faults.length === 0 ? run.notRun(localised(name)) : undefined;
  }

  private chosen(): Chosen {
    const { scenarioA, scenarioB } = this.settings;
    return { scenarioA, scenarioB, document: plan.document };
  }

  /** Whether what is chosen is what was run last, as it was then: a change may have been undone. */
  private isAsRun(): boolean {
    const { lastRun } = this;
    const now = this.chosen();
    if (lastRun?.scenarioA !== now.scenarioA || lastRun.scenarioB !== now.scenarioB) return false;
    const isEdited = [now.scenarioA, now.scenarioB].includes(editedPlan);
    return (
      !isEdited ||
      lastRun.document === now.document ||
      JSON.stringify(lastRun.document) === JSON.stringify(now.document)
    );
  }

  private scenarioField(which: 'scenarioA' | 'scenarioB', label: string): TemplateResult {
    const isFaulty = which === 'scenarioB' && this.scenarioFault() !== undefined;
    return html`
      <div class="field run-scenario">
        <label class="ds-label" for=${which}>${label}</label>
        <select
          class="ds-input"
          id=${which}
          aria-describedby="scenario-fault"
          aria-invalid=${isFaulty ? 'true' : 'false'}
          @change=${(event: Event) => {
            this.isTouched = true;
            this.set({ [which]: (event.target as HTMLSelectElement).value });
          }}
        >
          ${optionsView(shippedHeadings(), this.settings[which])}
        </select>
      </div>
    `;
  }

  private scenarioFault(): string | undefined {
    const { run } = texts();
    const { scenarioA, scenarioB } = this.settings;
    if (this.faults.includes('same scenario')) return run.sameScenario;
    if (this.faults.includes('unchanged plan')) return run.planUnchanged;
    if (this.faults.includes('unsound plan')) {
      const { check } = plan;
      const chosen = [scenarioA, scenarioB];
      if (check?.kind === 'unsound' && chosen.includes(editedPlan))
        return run.planUnsound(number(problemCount(check.problems)));
      return chosen.every((choice) => nameOf(choice)) ? run.savedUnsound : run.notFound;
    }
    if (!this.faults.includes('other period')) return undefined;
    const about = (choice: string): string => {
      const name = nameOf(choice);
      return name ? run.aboutPeriod(localised(name), factsOf(choice).period ?? missing) : missing;
    };
    return run.otherPeriod(about(scenarioA), about(scenarioB));
  }

  private scenarioFaultView(): TemplateResult | typeof nothing {
    const fault = this.scenarioFault();
    if (fault === undefined) return nothing;
    const { scenarioA, scenarioB } = this.settings;
    const isEdited = [scenarioA, scenarioB].includes(editedPlan);
    const leadsToPlan = this.faults.includes('unsound plan') && plan.check?.kind === 'unsound' && isEdited;
    return html`<p class="ds-validation-message" data-field="validation">
      ${fault} ${leadsToPlan ? html`<a class="ds-link" href="#plan">${texts().run.showFaults}</a>` : nothing}
    </p>`;
  }
}

function failureView(reason: string): TemplateResult {
  return html`
    <div class="ds-alert" data-color="danger" role="alert">
      <h2 class="ds-heading" data-size="2xs">${texts().run.loadFailedHeading}</h2>
      <p class="run-problems">${reason}</p>
    </div>
  `;
}

customElements.define('run-panel', RunPanel);
