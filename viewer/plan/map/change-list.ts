import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { interventionsIn, type Json, type PlanDocument } from '../plan-document.ts';
import type { PlanCheck } from '../checker/messages.ts';
import type { LongList } from '../long-list.ts';
import { nameOfChange, namesOrCount, shapeMark } from './model-shapes.ts';
import { birthSitesOf, districtsOf } from './places.ts';
import { isMapping, type Planned, textOf } from './planned.ts';
import { mostWeeks } from './spread-out.ts';
import { reordered, type Bar } from './timeline-moves.ts';
import { periodInWords, type TimeAxis, type TimelineView } from './timeline-view.ts';

const usualWeeks = 4;

/** What can be done with a change of the plan. */
export interface ChangeActions {
  open: (index: number) => void;
  duplicate: (index: number) => void;
  remove: (index: number) => void;
  spread: (index: number, weeks: number) => void;
  write: (index: number, written: Json) => void;
}

/** What the list is drawn from. */
export interface ChangeListParts {
  document: PlanDocument;
  scenario: Scenario;
  planned: readonly Planned[];
  bars: readonly Bar[];
  axis: TimeAxis;
  timeline: TimelineView;
  check: PlanCheck | undefined;
  opened: number | undefined;
  /** Which of very many changes are drawn. */
  list: LongList;
}

/** Every change of the plan with its bar in time and what can be done with it. */
export function changeList(parts: ChangeListParts, actions: ChangeActions): TemplateResult {
  const changes = interventionsIn(parts.document);
  return html`<ol class="change-list">
      ${parts.list.rows(changes, parts.opened).map(({ row, index }) => changeView(row, index, parts, actions))}
    </ol>
    ${parts.list.moreView(changes.length)}`;
}

/** An intervention’s name and where it is, short enough for a line. */
export function titleOf(written: Json, scenario: Scenario): { name: string; places: string } {
  return { name: nameOfChange(written), places: namesOrCount(placesOf(written, scenario)) };
}

function changeView(written: Json, index: number, parts: ChangeListParts, actions: ChangeActions): TemplateResult {
  const { planMap } = texts();
  const { scenario, timeline, axis, opened } = parts;
  const bar = parts.bars.find((candidate) => candidate.index === index);
  const { name, places } = titleOf(written, scenario);
  const whole = places === '' ? name : `${name}, ${places}`;
  const problems = problemsOf(index, parts.check);
  const model = isMapping(written) ? textOf(written['model']) : '';
  const action = (text: string, run: () => void, isPressed?: boolean) =>
    html`<button
      class="ds-button"
      type="button"
      data-variant="tertiary"
      data-size="sm"
      aria-label=${planMap.ofChange(text, whole)}
      aria-pressed=${isPressed === undefined ? nothing : String(isPressed)}
      @click=${run}
    >
      ${text}
    </button>`;
  return html`<li class="change ${opened === index ? 'is-open' : ''}">
    <div class="change-head">
      <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">${svg`${shapeMark(model, 0, 0, 13)}`}</svg>
      <p class="change-title">
        <strong>${name}</strong> ${places}
        <span class="small quiet change-period"
          >${bar === undefined ? planMap.noPeriod : periodInWords(bar, timeline.shown(bar))}</span
        >
        ${
          problems === 0
            ? nothing
            : html`<span class="change-problems small"
                ><span aria-hidden="true">⚠</span> ${planMap.problems(problems)}</span
              >`
        }
      </p>
      <div class="change-buttons">
        ${action(planMap.open, () => actions.open(index), opened === index)}
        ${action(planMap.duplicate, () => actions.duplicate(index))}
        ${action(planMap.remove, () => actions.remove(index))}
      </div>
    </div>
    ${bar === undefined ? nothing : timeline.barView(bar, whole, axis, scenario)}
    ${bar === undefined ? nothing : bar.isRollOut ? orderView(bar, scenario, actions) : spreadView(bar, parts, actions)}
  </li>`;
}

function placesOf(written: Json, scenario: Scenario): string[] {
  if (!isMapping(written)) return [];
  const names = new Map(districtsOf(scenario).map(({ id, name }) => [id, name]));
  for (const { id, name } of birthSitesOf(scenario)) if (!names.has(id)) names.set(id, name);
  const named = [written['teams'], written['districts'], written['order'], written['site']].find(
    (places) => places !== undefined,
  );
  const ids = Array.isArray(named) ? named : isMapping(named) ? Object.keys(named) : named === undefined ? [] : [named];
  return ids.map((id) => {
    const isSite = id === written['site'];
    const site = isSite ? birthSitesOf(scenario).find((candidate) => candidate.id === id)?.name : undefined;
    return site ?? names.get(textOf(id)) ?? textOf(id);
  });
}

/** How many faults the latest check found in an intervention. */
function problemsOf(index: number, check: PlanCheck | undefined): number {
  if (check?.kind !== 'unsound') return 0;
  return check.problems.filter(({ path }) => path.startsWith(`interventions[${index}]`)).length;
}

function spreadView(bar: Bar, parts: ChangeListParts, actions: ChangeActions): TemplateResult | typeof nothing {
  const { planMap } = texts();
  const teams = parts.planned.find(({ index }) => index === bar.index)?.intervention;
  if (teams?.model !== 'continuity-teams' || Object.keys(teams.teams).length < 2) return nothing;
  const most = mostWeeks(teams, parts.scenario);
  if (most < 1) return nothing;
  const id = `spread-weeks-${bar.index}`;
  const { name, places } = titleOf(bar.written, parts.scenario);
  return html`<form
    class="change-spread small"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const input = form.querySelector('input')!;
      const isSound = input.validity.valid && input.value !== '';
      input.setAttribute('aria-invalid', isSound ? 'false' : 'true');
      form.querySelector<HTMLElement>('.ds-validation-message')!.hidden = isSound;
      if (isSound) actions.spread(bar.index, input.valueAsNumber);
      else input.focus();
    }}
  >
    <label for=${id}>${planMap.spreadHelp}</label>
    <input
      class="ds-input"
      data-size="sm"
      id=${id}
      type="number"
      min="1"
      max=${most}
      value=${Math.min(usualWeeks, most)}
      aria-describedby="${id}-fault"
    />
    <button
      class="ds-button"
      type="submit"
      data-variant="secondary"
      data-size="sm"
      aria-label=${planMap.ofChange(planMap.spread, `${name}, ${places}`)}
    >
      ${planMap.spread}
    </button>
    <span class="quiet change-spread-hint">${planMap.spreadHint}</span>
    <p class="ds-validation-message" id="${id}-fault" role="alert" hidden>${planMap.wrongWeeks(number(most))}</p>
  </form>`;
}

/** The districts of a roll-out in order, each with buttons that move it. */
function orderView(bar: Bar, scenario: Scenario, actions: ChangeActions): TemplateResult {
  const { planMap } = texts();
  const { order } = bar.written;
  const ids = Array.isArray(order) ? (order as string[]) : [];
  const names = new Map(districtsOf(scenario).map(({ id, name }) => [id, name]));
  const button = (from: number, to: number, label: string, sign: string) =>
    html`<button
      class="ds-button"
      type="button"
      data-variant="tertiary"
      data-size="sm"
      aria-label=${label}
      aria-disabled=${to < 0 || to >= ids.length ? 'true' : 'false'}
      @click=${() => actions.write(bar.index, reordered(bar.written, from, to))}
    >
      ${sign}
    </button>`;
  return html`<details class="small">
    <summary>${planMap.order}</summary>
    <ol class="change-order">
      ${ids.map((id, index) => {
        const name = names.get(id) ?? id;
        return html`<li>
          <span>${name}</span>
          ${button(index, index - 1, planMap.earlier(name), '↑')} ${button(index, index + 1, planMap.later(name), '↓')}
        </li>`;
      })}
    </ol>
  </details>`;
}
