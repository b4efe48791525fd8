import { html, noChange, nothing, svg, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { date, number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { planSelection } from '../plan-selection.ts';
import {
  careModels,
  faultOf,
  limits,
  modelNames,
  numbersOf,
  payersOf,
  proposalOf,
  usualMonths,
  usualStart,
  type CareModel,
  type Choice,
  type ChoiceFault,
  type LimitedNumber,
  type Payer,
  type Proposal,
} from './care-models.ts';
import { inARow, shapeMark } from './model-shapes.ts';
import { districtsOf } from './places.ts';
import { isDate, type Planned } from './planned.ts';
import { proposalView } from './proposal-view.ts';

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
    const fault = faultOf(choice, scenario);
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
      ${this.where(scenario)} ${this.what()} ${this.when(choice, scenario, fault)} ${this.who(choice, fault)}
      ${proposal === undefined ? nothing : proposalView(proposal, choice, scenario)}
      <div class="panel-end">
        <button
          class="ds-button"
          type="submit"
          aria-disabled=${proposal !== undefined && proposal.interventions.length > 0 ? 'false' : 'true'}
        >
          ${planMap.addButton}
        </button>
      </div>
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

  private when(choice: Choice, scenario: Scenario, fault: ChoiceFault | undefined): TemplateResult {
    const { planMap } = texts();
    const last = date(scenario.horizon.end);
    const isRollOut = choice.model === 'rollOut';
    const usual = planMap.usualStart(date(usualStart(choice.model, scenario)));
    return html`<div class="panel-step">
      <h4 class="ds-label">${planMap.when}</h4>
      <div class="panel-fields">
        ${field({
          id: 'plan-start',
          label: planMap.start,
          type: 'date',
          value: choice.start,
          fault: fault === 'start' ? planMap.wrongStart(last) : undefined,
          onChange: (value) => this.answer({ start: value }),
        })}
        ${
          isRollOut
            ? this.numberField('months', choice, fault === 'tooLong' ? planMap.tooLong(last) : numberFault(fault))
            : field({
                id: 'plan-end',
                label: planMap.end,
                type: 'date',
                value: this.answers.end ?? '',
                fault: fault === 'end' ? planMap.wrongEnd : undefined,
                onChange: (value) => this.answer({ end: value === '' ? undefined : value }),
              })
        }
      </div>
      <p class="small quiet">${usual}${isRollOut ? ` ${planMap.startOfMonth}` : ''}</p>
    </div>`;
  }

  private who(choice: Choice, fault: ChoiceFault | undefined): TemplateResult | typeof nothing {
    const { planMap } = texts();
    const payers = payersOf[choice.model];
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
        ${numbersOf(choice.model)
          .filter((name) => name !== 'months')
          .map((name) => this.numberField(name, choice, fault === name ? numberFault(fault) : undefined))}
      </div>
    </div>`;
  }

  private numberField(name: LimitedNumber, choice: Choice, fault: string | undefined): TemplateResult {
    const value = choice[name] * scaleOf(name);
    return field({
      id: `plan-${name}`,
      label: texts().planMap[name],
      type: 'number',
      // What is no number stays as it was typed.
      value: Number.isNaN(value) ? undefined : String(Number(value.toPrecision(12))),
      fault,
      onChange: (typed) => this.answer({ [name]: typed.trim() === '' ? NaN : Number(typed) / scaleOf(name) }),
    });
  }

  private answer(some: Partial<Answers>): void {
    Object.assign(this.answers, some);
    this.redraw();
  }
}

interface FieldOptions {
  id: string;
  label: string;
  type: 'date' | 'number';
  /** What the field shows; what it shows already, if it is left out. */
  value: string | undefined;
  fault: string | undefined;
  onChange: (value: string) => void;
}

function field({ id, label, type, value, fault, onChange }: FieldOptions): TemplateResult {
  return html`<div class="field">
    <label class="ds-label" for=${id}>${label}</label>
    <input
      class="ds-input"
      id=${id}
      type=${type}
      step="any"
      .value=${value ?? noChange}
      aria-invalid=${fault === undefined ? 'false' : 'true'}
      aria-describedby="${id}-fault"
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).value)}
    />
    <p class="ds-validation-message" id="${id}-fault" role="alert" ?hidden=${fault === undefined}>${fault}</p>
  </div>`;
}

/** Shares are asked for in per cent. */
function scaleOf(name: LimitedNumber): number {
  return name === 'coverage' ? 100 : 1;
}

function numberFault(fault: ChoiceFault | undefined): string | undefined {
  if (fault !== 'months' && fault !== 'coverage' && fault !== 'posts') return undefined;
  const { least, most } = limits[fault];
  const scale = scaleOf(fault);
  return texts().planMap.outside[fault](
    number(least * scale, Number.isInteger(least * scale) ? 0 : 1),
    number(most * scale),
  );
}
