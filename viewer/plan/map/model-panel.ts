import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { date, number, percent } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { planSelection } from '../plan-selection.ts';
import {
  careModels,
  faultOf,
  modelNames,
  payersOf,
  proposalOf,
  usualMonths,
  usualStart,
  type CareModel,
  type Choice,
  type Payer,
  type Proposal,
} from './care-models.ts';
import { inARow, namesOrCount, shapeMark } from './model-shapes.ts';
import { districtsOf } from './places.ts';
import { isDate, type Planned } from './planned.ts';
import { teamsFor } from './team-posts.ts';

/** What the planner has changed from what is suggested; undefined is the suggestion. */
interface Answers {
  model: CareModel;
  start: string | undefined;
  end: string | undefined;
  payer: Payer | undefined;
  coverage: number;
  posts: number;
  months: number | undefined;
}

const most = { coverage: 100, posts: 20, months: 60 };

/** Where, what, when and who pays, in the order of the planner’s own words, and what it comes to. */
export class ModelPanel {
  private readonly answers: Answers = {
    model: 'stockholm',
    start: undefined,
    end: undefined,
    payer: undefined,
    coverage: 1,
    posts: 2,
    months: undefined,
  };
  private readonly redraw: () => void;
  private readonly onAdd: (proposal: Proposal, choice: Choice) => void;

  constructor(redraw: () => void, onAdd: (proposal: Proposal, choice: Choice) => void) {
    this.redraw = redraw;
    this.onAdd = onAdd;
  }

  view(scenario: Scenario, planned: readonly Planned[]): TemplateResult {
    const { planMap } = texts();
    const choice = this.choice(scenario);
    const fault = faultIn(choice, scenario);
    const proposal = fault === undefined ? proposalOf(choice, planned, scenario) : undefined;
    return html`<form
      class="model-panel"
      aria-labelledby="model-panel-heading"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        if (proposal !== undefined && proposal.interventions.length > 0) this.onAdd(proposal, choice);
      }}
    >
      <h3 class="ds-heading" id="model-panel-heading">${planMap.add}</h3>
      ${this.where(scenario)} ${this.what()} ${this.when(choice, scenario, fault)} ${this.who(choice)}
      ${proposal === undefined ? nothing : proposalView(proposal, choice, scenario)}
      <button
        class="ds-button"
        type="submit"
        aria-disabled=${proposal !== undefined && proposal.interventions.length > 0 ? 'false' : 'true'}
      >
        ${planMap.addButton}
      </button>
    </form>`;
  }

  private choice(scenario: Scenario): Choice {
    const { model, start, end, payer, coverage, posts, months } = this.answers;
    const first = start ?? usualStart(model, scenario);
    const { districts } = planSelection;
    const payers = payersOf[model];
    return {
      model,
      districts,
      start: first,
      ...(end === undefined || model === 'rollOut' ? {} : { end }),
      payer: payer !== undefined && payers.includes(payer) ? payer : (payers[0] ?? 'posts'),
      coverage,
      posts,
      months: months ?? (isDate(first) ? usualMonths(districts.length, first, scenario) : 1),
    };
  }

  private where(scenario: Scenario): TemplateResult {
    const { planMap } = texts();
    const byId = new Map(districtsOf(scenario).map(({ id, name }) => [id, name]));
    const names = planSelection.districts.map((id) => byId.get(id) ?? id);
    return html`<div class="panel-step">
      <h4 class="ds-label">${planMap.where}</h4>
      <p class="panel-where">${names.length === 0 ? planMap.whereNone : inARow(names)}</p>
    </div>`;
  }

  private what(): TemplateResult {
    const { planMap } = texts();
    return html`<fieldset class="panel-step panel-models">
      <legend class="ds-label">${planMap.what}</legend>
      ${careModels.map(
        (model) =>
          html`<label class="model-card">
            <input
              class="ds-input"
              type="radio"
              name="care-model"
              value=${model}
              .checked=${model === this.answers.model}
              @change=${() => this.answer({ model, start: undefined, payer: undefined, months: undefined })}
            />
            <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
              ${svg`${shapeMark(modelNames[model], 0, 0, 14)}`}
            </svg>
            <span
              ><span class="model-card-name">${planMap.models[model]}</span>
              <span class="small quiet">${planMap.sentences[model]}</span></span
            >
          </label>`,
      )}
    </fieldset>`;
  }

  private when(choice: Choice, scenario: Scenario, fault: string | undefined): TemplateResult {
    const { planMap } = texts();
    const isRollOut = choice.model === 'rollOut';
    const usual = planMap.usualStart(date(usualStart(choice.model, scenario)));
    return html`<div class="panel-step">
      <h4 class="ds-label">${planMap.when}</h4>
      <div class="panel-fields">
        ${field('plan-start', planMap.start, 'date', choice.start, (value) => this.answer({ start: value }))}
        ${
          isRollOut
            ? field('plan-months', planMap.months, 'number', String(choice.months), (value) =>
                this.answer({ months: within(Math.round(Number(value)), 1, most.months) }),
              )
            : field('plan-end', planMap.end, 'date', this.answers.end ?? '', (value) =>
                this.answer({ end: value === '' ? undefined : value }),
              )
        }
      </div>
      <p class="small quiet">${usual}${isRollOut ? ` ${planMap.startOfMonth}` : ''}</p>
      ${fault === undefined ? nothing : html`<p class="ds-validation-message" role="alert">${fault}</p>`}
    </div>`;
  }

  private who(choice: Choice): TemplateResult | typeof nothing {
    const { planMap } = texts();
    const payers = payersOf[choice.model];
    const hasTeams = modelNames[choice.model] === 'continuity-teams';
    if (payers.length === 0) return nothing;
    return html`<div class="panel-step">
      <div class="panel-fields">
        <div class="field">
          <label class="ds-label" for="plan-payer">${planMap.whoPays}</label>
          <select
            class="ds-input"
            id="plan-payer"
            @change=${(event: Event) => this.answer({ payer: (event.target as HTMLSelectElement).value as Payer })}
          >
            ${payers.map(
              (payer) =>
                html`<option value=${payer} .selected=${payer === choice.payer}>${planMap.payers[payer]}</option>`,
            )}
          </select>
        </div>
        ${
          hasTeams
            ? field('plan-coverage', planMap.coverage, 'number', String(Math.round(choice.coverage * 100)), (value) =>
                this.answer({ coverage: within(Number(value), 1, most.coverage) / 100 }),
              )
            : nothing
        }
        ${
          choice.model === 'combined'
            ? field('plan-posts', planMap.posts, 'number', String(choice.posts), (value) =>
                this.answer({ posts: within(Math.round(Number(value) * 2) / 2, 0.5, most.posts) }),
              )
            : nothing
        }
      </div>
    </div>`;
  }

  private answer(some: Partial<Answers>): void {
    Object.assign(this.answers, some);
    this.redraw();
  }
}

function field(
  id: string,
  label: string,
  type: 'date' | 'number',
  value: string,
  onChange: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label class="ds-label" for=${id}>${label}</label>
    <input
      class="ds-input"
      id=${id}
      type=${type}
      step="any"
      .value=${value}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).value)}
    />
  </div>`;
}

function within(value: number, least: number, greatest: number): number {
  return Number.isFinite(value) ? Math.min(greatest, Math.max(least, value)) : least;
}

function faultIn(choice: Choice, scenario: Scenario): string | undefined {
  const { planMap } = texts();
  const last = date(scenario.horizon.end);
  switch (faultOf(choice, scenario)) {
    case 'start':
      return planMap.wrongStart(last);
    case 'end':
      return planMap.wrongEnd;
    case 'months':
      return planMap.wrongMonths(last);
    default:
      return undefined;
  }
}

/** What would be added, and the sums behind it. */
function proposalView({ districts, leftOut, posts }: Proposal, choice: Choice, scenario: Scenario): TemplateResult {
  const { planMap } = texts();
  const { caseload, midwives } = scenario.data.continuityTeams;
  const hasTeams = modelNames[choice.model] === 'continuity-teams';
  const teams = districts.map(({ births }) => teamsFor(births, choice.coverage, caseload.value));
  const all = teams.reduce((sum, count) => sum + count, 0);
  const recruited = posts.needed - posts.fromWards - posts.fromDistricts;
  if (districts.length + leftOut.length === 0) return html``;
  return html`<div class="panel-step panel-proposal small" role="group" aria-labelledby="plan-proposal">
    <h4 class="ds-label" id="plan-proposal">${planMap.proposal}</h4>
    ${(['hasIt', 'tooFewBirths', 'noMidwives'] as const).map((reason) => {
      const names = leftOut.flatMap((one) => (one.reason === reason ? [one.district.name] : []));
      return names.length === 0 ? nothing : html`<p>${planMap.leftOut[reason](namesOrCount(names))}</p>`;
    })}
    ${
      districts.length > 0 && hasTeams
        ? html`<ul>
              ${districts.map(
                ({ name, births }, index) =>
                  html`<li>
                    ${planMap.proposalTeams(
                      name,
                      number(births),
                      percent(choice.coverage),
                      number(caseload.value),
                      number(teams[index]!),
                    )}
                  </li>`,
              )}
            </ul>
            <p>${planMap.proposalTeamsSum(number(all), number(midwives.value), number(posts.needed))}.</p>`
        : nothing
    }
    ${
      districts.length > 0 && !hasTeams
        ? html`<p>
            ${planMap.proposalOnly(planMap.models[choice.model], namesOrCount(districts.map(({ name }) => name)))}
          </p>`
        : nothing
    }
    ${posts.needed > 0 && !hasTeams ? html`<p>${planMap.proposalPosts(number(posts.needed, 1))}.</p>` : nothing}
    ${
      posts.needed > 0
        ? html`<p>
            ${planMap.proposalFrom(decimals(posts.fromWards), decimals(posts.fromDistricts))}
            ${recruited > 0 ? planMap.proposalRecruited(decimals(recruited)) : nothing}
          </p>`
        : nothing
    }
  </div>`;
}

/** Posts come in quarters. */
function decimals(posts: number): string {
  return number(posts, Number.isInteger(posts) ? 0 : 2);
}
