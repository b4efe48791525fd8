import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { shownView } from '../../frame/views.ts';
import { date, number } from '../../language/format.ts';
import { onLanguage, texts } from '../../language/language.ts';
import { interventionsIn, withValueAt, type Json } from '../plan-document.ts';
import { LongList } from '../long-list.ts';
import { planSelection } from '../plan-selection.ts';
import { plan } from '../plan.ts';
import { checker } from '../checker/connection.ts';
import { modelName } from '../form/names.ts';
import { withNewChange, type ChangeModel } from '../form/new-change.ts';
import type { PlanForm } from '../form/plan-form.ts';
import { addChangeView } from './add-change.ts';
import { monthLater, type Choice, type Proposal } from './care-models.ts';
import { changeList, titleOf, type ChangeActions } from './change-list.ts';
import { choosing } from './choosing.ts';
import { coveredOn } from './covered.ts';
import { dateTable } from './date-table.ts';
import { districtTable, legendView } from './map-legend.ts';
import { MapView } from './map-view.ts';
import { namesOrCount } from './model-shapes.ts';
import { ModelPanel } from './model-panel.ts';
import { isDate, plannedIn, type Planned } from './planned.ts';
import { spreadOut, withReplaced } from './spread-out.ts';
import { axisOf, barsOf, type Bar } from './timeline-moves.ts';
import { TimelineView } from './timeline-view.ts';

const widestMap = 720;
const narrowestMap = 260;

/** The planner’s map, the panel from which care models are put into districts, and the plan’s changes in time. */
export class PlanMap extends HTMLElement {
  private readonly map = new MapView(() => this.show());
  private readonly panel = new ModelPanel(
    () => this.show(),
    (proposal, choice) => this.add(proposal, choice),
  );
  private readonly timeline = new TimelineView(
    () => this.show(),
    (index, written) => this.write(index, written),
  );
  private readonly list = new LongList(() => this.show());
  private readonly sizes = new ResizeObserver((entries) => this.takeSizes(entries));
  private readonly watched = new WeakSet<Element>();
  private widths = { map: 0, timeline: 0 };
  /** The day that the map is shown on; the first of the horizon unless the planner chooses another. */
  private day: string | undefined;
  private status = '';

  connectedCallback(): void {
    const show = () => this.show();
    for (const event of ['change', 'check']) plan.addEventListener(event, show);
    planSelection.addEventListener('change', show);
    shownView.addEventListener('change', show);
    onLanguage(() => {
      this.status = '';
      this.show();
    });
  }

  private show(): void {
    if (shownView.shown !== 'plan') return;
    const { planMap } = texts();
    const scenario = this.scenario();
    render(
      html`
        <h2 class="ds-heading">${planMap.heading}</h2>
        ${scenario === undefined ? html`<p class="ds-paragraph lead">${planMap.waiting}</p>` : this.content(scenario)}
      `,
      this,
    );
    this.watch();
  }

  private content(scenario: Scenario): TemplateResult {
    const { planMap } = texts();
    const planned = plannedNow(scenario);
    const bars = barsOf(plan.document, planned);
    const width = Math.max(narrowestMap, Math.min(widestMap, this.widths.map));
    const day = this.day ?? scenario.horizon.start;
    return html`
      <p class="ds-paragraph small quiet measure">${planMap.mapHelp}</p>
      <div class="plan-map-layout">
        <div class="plan-map-side">
          ${choosing(scenario)}
          <div class="plan-map-frame">
            ${this.widths.map === 0 ? nothing : this.map.view(scenario, coveredOn(day, planned), width)}
          </div>
          ${this.dayView(bars, scenario, day)} ${legendView(scenario)} ${districtTable(scenario, planned)}
        </div>
        ${this.panel.view(scenario, planned)}
      </div>
      ${this.statusView()}
      <div class="plan-map-changes">
        <h3 class="ds-heading">${planMap.changes}</h3>
        ${addChangeView((model) => void this.addOther(model, scenario))}
      </div>
      ${this.changes(bars, scenario, planned)}
    `;
  }

  private statusView(): TemplateResult {
    return html`<div class="plan-map-status small">
      <p role="status">${this.status}</p>
      ${
        this.status !== '' && plan.canUndo
          ? html`<button
              class="ds-button"
              type="button"
              data-variant="secondary"
              data-size="sm"
              @click=${() => this.undo()}
            >
              ${texts().planMap.undo}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Which day the map shows, month by month along the time axis. */
  private dayView(bars: readonly Bar[], scenario: Scenario, day: string): TemplateResult {
    const { from, to } = axisOf(bars, scenario);
    const months: string[] = [];
    for (let month = monthLater(from, 1); month < to; month = monthLater(month, 1)) months.push(month);
    const index = Math.max(
      0,
      months.findLastIndex((month) => month <= day),
    );
    return html`<div class="plan-map-day">
      <label class="ds-label" for="plan-map-day">${texts().planMap.mapDate}</label>
      <input
        id="plan-map-day"
        type="range"
        min="0"
        max=${months.length - 1}
        .value=${String(index)}
        aria-valuetext=${date(months[index] ?? day)}
        @input=${(event: Event) => {
          this.day = months[(event.target as HTMLInputElement).valueAsNumber];
          this.show();
        }}
      />
      <output for="plan-map-day">${date(day)}</output>
    </div>`;
  }

  private changes(bars: readonly Bar[], scenario: Scenario, planned: readonly Planned[]): TemplateResult {
    const { planMap } = texts();
    const { document } = plan;
    if (interventionsIn(document).length === 0) return html`<p class="ds-paragraph quiet">${planMap.changesNone}</p>`;
    const axis = this.timeline.axis(bars, scenario, Math.max(200, this.widths.timeline));
    const parts = {
      document,
      scenario,
      planned,
      bars,
      axis,
      timeline: this.timeline,
      check: plan.latestCheck,
      opened: planSelection.intervention,
      list: this.list,
    };
    return html`
      <p class="ds-paragraph small quiet measure">${planMap.changesHelp}</p>
      <p class="small time-legend"><span class="horizon-key" aria-hidden="true"></span>${planMap.horizon}</p>
      <div class="timeline-of-plan">
        ${this.widths.timeline === 0 ? nothing : this.timeline.axisView(axis, scenario)}
        ${changeList(parts, this.actions(scenario))}
      </div>
      ${dateTable(document, scenario, this.list, (index, written) => this.write(index, written))}
    `;
  }

  /** What can be reckoned with now: the plan’s own scenario once it has been checked, otherwise what it starts from. */
  private scenario(): Scenario | undefined {
    const { latestCheck, base } = plan;
    if (latestCheck?.kind === 'sound') return latestCheck.scenario;
    const { horizon } = plan.document as { horizon?: { start?: unknown; end?: unknown } };
    if (base === undefined || !isDate(horizon?.start) || !isDate(horizon.end)) return base;
    return { ...base, horizon: { ...base.horizon, start: horizon.start, end: horizon.end } };
  }

  private add({ interventions, districts }: Proposal, { model, start }: Choice): void {
    const { planMap } = texts();
    this.status = planMap.added(planMap.models[model], namesOrCount(districts.map(({ name }) => name)), date(start));
    plan.edit((document) => withValueAt(document, ['interventions'], [...interventionsIn(document), ...interventions]));
    planSelection.openIntervention(undefined);
  }

  /** Adds a change of a kind with values of its own, and goes to the first field of its form. */
  private async addOther(model: ChangeModel, scenario: Scenario): Promise<void> {
    const { planMap, form } = texts();
    const { document, base = scenario } = plan;
    const ground = { scenario, base, chosen: planSelection.districts, source: form.newSource };
    try {
      const added = await withNewChange(document, model, ground, (next) => checker().check(next, 'plan'));
      if (added === undefined || plan.document !== document) return;
      this.status = planMap.addedOther(modelName(model));
      plan.edit(() => added.document);
      formOf()?.openChange(added.index, true);
    } catch (error) {
      this.status = planMap.addFailed(error instanceof Error ? error.message : String(error));
      this.show();
    }
  }

  private write(index: number, written: Json): void {
    this.status = '';
    plan.edit((document) => withValueAt(document, ['interventions', index], written));
    this.show();
  }

  private undo(): void {
    this.status = '';
    planSelection.openIntervention(undefined);
    plan.undo();
    this.show();
  }

  private actions(scenario: Scenario): ChangeActions {
    const { planMap } = texts();
    const nameAt = (index: number) => titleOf(interventionsIn(plan.document)[index]!, scenario).name;
    return {
      open(index) {
        if (planSelection.intervention === index) planSelection.openIntervention(undefined);
        else formOf()?.openChange(index, false);
      },
      duplicate: (index) => {
        this.status = planMap.duplicated(nameAt(index));
        const written = interventionsIn(plan.document)[index]!;
        plan.edit((document) => withReplaced(document, index, [written, written]));
        planSelection.openIntervention(index + 1);
      },
      remove: (index) => {
        this.status = planMap.removed(nameAt(index));
        const { intervention: opened } = planSelection;
        planSelection.openIntervention(
          opened === undefined || opened === index ? undefined : opened > index ? opened - 1 : opened,
        );
        plan.edit((document) => withReplaced(document, index, []));
      },
      spread: (index, weeks) => {
        const teams = plannedNow(scenario).find((one) => one.index === index)?.intervention;
        if (teams?.model !== 'continuity-teams') return;
        const stages = spreadOut(teams, weeks, scenario) as unknown as Json[];
        this.status = planMap.spreadDone(number(stages.length), number(weeks));
        planSelection.openIntervention(undefined);
        plan.edit((document) => withReplaced(document, index, stages));
      },
      write: (index, written) => this.write(index, written),
    };
  }

  /** Learns the widths of what has come into the page since, without laying it out before the browser does. */
  private watch(): void {
    for (const element of this.querySelectorAll('.plan-map-frame, .timeline-of-plan')) {
      if (this.watched.has(element)) continue;
      this.watched.add(element);
      this.sizes.observe(element);
    }
  }

  /** Draws again when there is another width to draw in. */
  private takeSizes(entries: readonly ResizeObserverEntry[]): void {
    const before = this.widths;
    for (const { target, contentRect } of entries) {
      const width = Math.floor(contentRect.width);
      // A hidden screen has no width; what was drawn before stays.
      if (width === 0) continue;
      this.widths = { ...this.widths, [target.classList.contains('plan-map-frame') ? 'map' : 'timeline']: width };
    }
    const { map, timeline } = this.widths;
    if (map !== before.map || timeline !== before.timeline) requestAnimationFrame(() => this.show());
  }
}

function formOf(): PlanForm | null {
  return document.querySelector<PlanForm>('plan-form');
}

/** Everything that the plan changes, with what it starts from. */
function plannedNow(scenario: Scenario): Planned[] {
  return plannedIn(plan.document, scenario, plan.base ?? scenario);
}

customElements.define('plan-map', PlanMap);
