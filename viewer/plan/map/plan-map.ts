import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { date, number } from '../../language/format.ts';
import { localised, onLanguage, texts } from '../../language/language.ts';
import { interventionsIn, withValueAt, type Json } from '../plan-document.ts';
import { planSelection } from '../plan-selection.ts';
import { plan } from '../plan.ts';
import { monthLater, type Choice, type Proposal } from './care-models.ts';
import { changeList, titleOf, type ChangeActions } from './change-list.ts';
import { dateTable } from './date-table.ts';
import { districtTable, legendView } from './map-legend.ts';
import { MapView, type Covered } from './map-view.ts';
import { nameOfChange, namesOrCount } from './model-shapes.ts';
import { ModelPanel } from './model-panel.ts';
import { districtsOf, sectorsOf } from './places.ts';
import { districtsIn, inForceOn, isDate, plannedIn, type Planned } from './planned.ts';
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
  private readonly sizes = new ResizeObserver(() => this.measure());
  private widths = { map: 0, timeline: 0 };
  /** The day that the map is shown on; the first of the horizon unless the planner chooses another. */
  private day: string | undefined;
  private status = '';

  connectedCallback(): void {
    const show = () => this.show();
    for (const event of ['change', 'check']) plan.addEventListener(event, show);
    planSelection.addEventListener('change', show);
    onLanguage(() => {
      this.status = '';
      this.show();
    });
    this.sizes.observe(this);
  }

  private show(): void {
    const { planMap } = texts();
    const scenario = this.scenario();
    render(
      html`
        <h2 class="ds-heading">${planMap.heading}</h2>
        ${scenario === undefined ? html`<p class="ds-paragraph lead">${planMap.waiting}</p>` : this.content(scenario)}
      `,
      this,
    );
    this.measure();
  }

  private content(scenario: Scenario): TemplateResult {
    const { planMap } = texts();
    const planned = plannedNow(scenario);
    const width = Math.max(narrowestMap, Math.min(widestMap, this.widths.map));
    const day = this.day ?? scenario.horizon.start;
    return html`
      <p class="ds-paragraph small quiet measure">${planMap.mapHelp}</p>
      <div class="plan-map-layout">
        <div class="plan-map-side">
          ${this.choosing(scenario)}
          <div class="plan-map-frame">
            ${this.widths.map === 0 ? nothing : this.map.view(scenario, coveredOn(day, planned), width)}
          </div>
          ${this.dayView(scenario, day)} ${legendView(scenario)} ${districtTable(scenario, planned)}
        </div>
        ${this.panel.view(scenario, planned)}
      </div>
      ${this.statusView()}
      <h3 class="ds-heading">${planMap.changes}</h3>
      ${this.changes(scenario, planned)}
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

  private choosing(scenario: Scenario): TemplateResult {
    const { planMap } = texts();
    const districts = districtsOf(scenario);
    const chosen = districts.filter(({ id }) => planSelection.districts.includes(id));
    const births = chosen.reduce((sum, district) => sum + district.births, 0);
    const button = (text: string, ids: readonly string[]) =>
      html`<button
        class="ds-button"
        type="button"
        data-variant="secondary"
        data-size="sm"
        @click=${() => planSelection.chooseDistricts(ids)}
      >
        ${text}
      </button>`;
    const all = districts.map(({ id }) => id);
    return html`<div class="plan-map-choosing" role="group" aria-label=${planMap.choose}>
        ${sectorsOf(scenario).map((sector) => {
          const own = districts.filter((district) => district.sector === sector).map(({ id }) => id);
          const others = planSelection.districts.filter((id) => !own.includes(id));
          return button(planMap.wholeSector(localised(scenario.data.sectors[sector]!.name)), [...others, ...own]);
        })}
        ${button(planMap.all, all)} ${button(planMap.none, [])}
      </div>
      <p class="small plan-map-count">${planMap.chosenCount(chosen.length, number(births))}</p>`;
  }

  /** Which day the map shows, month by month along the time axis. */
  private dayView(scenario: Scenario, day: string): TemplateResult {
    const { from, to } = axisOf(this.bars(scenario), scenario);
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

  private changes(scenario: Scenario, planned: readonly Planned[]): TemplateResult {
    const { planMap } = texts();
    const { document } = plan;
    const bars = this.bars(scenario);
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
    };
    return html`
      <p class="ds-paragraph small quiet measure">${planMap.changesHelp}</p>
      <p class="small time-legend"><span class="horizon-key" aria-hidden="true"></span>${planMap.horizon}</p>
      <div class="timeline-of-plan">
        ${this.widths.timeline === 0 ? nothing : this.timeline.axisView(axis, scenario)}
        ${changeList(parts, this.actions(scenario))}
      </div>
      ${dateTable(document, scenario, (index, written) => this.write(index, written))}
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

  private bars(scenario: Scenario): Bar[] {
    return barsOf(plan.document, plannedNow(scenario));
  }

  private add({ interventions, districts }: Proposal, { model, start }: Choice): void {
    const first = interventionsIn(plan.document).length;
    const { planMap } = texts();
    this.status = planMap.added(planMap.models[model], namesOrCount(districts.map(({ name }) => name)), date(start));
    plan.edit((document) => withValueAt(document, ['interventions'], [...interventionsIn(document), ...interventions]));
    planSelection.openIntervention(first);
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
      open: (index) => planSelection.openIntervention(planSelection.intervention === index ? undefined : index),
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

  /** Draws again when there is another width to draw in. */
  private measure(): void {
    const widthOf = (selector: string) => Math.floor(this.querySelector(selector)?.clientWidth ?? 0);
    const next = { map: widthOf('.plan-map-frame'), timeline: widthOf('.timeline-of-plan') };
    // A hidden screen has no width; what was drawn before stays.
    if (next.map === 0) return;
    if (next.map === this.widths.map && (next.timeline === 0 || next.timeline === this.widths.timeline)) return;
    this.widths = { map: next.map, timeline: next.timeline || this.widths.timeline };
    this.show();
  }
}

/** Everything that the plan changes, with what it starts from. */
function plannedNow(scenario: Scenario): Planned[] {
  return plannedIn(plan.document, scenario, plan.base ?? scenario);
}

function coveredOn(day: string, planned: readonly Planned[]): Map<string, Covered> {
  const covered = new Map<string, Covered>();
  for (const { intervention } of planned) {
    if (!inForceOn(intervention, day)) continue;
    for (const { id, teams } of districtsIn(intervention)) {
      const before = covered.get(id) ?? { models: [], teams: 0 };
      const isNew = !before.models.some(({ model }) => model === intervention.model);
      const models = isNew
        ? [...before.models, { model: intervention.model, name: nameOfChange(intervention) }]
        : before.models;
      covered.set(id, { models, teams: before.teams + teams });
    }
  }
  return covered;
}

customElements.define('plan-map', PlanMap);
