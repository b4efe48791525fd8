import { html, nothing, type TemplateResult } from 'lit-html';
import type { Path, Problem } from '../../../scenarios/schema/problems.ts';
import { date, isDate as isCalendarDate, number } from '../../language/format.ts';
import { language, localised, texts } from '../../language/language.ts';
import { inOrder } from '../files/in-order.ts';
import { shippedStarts } from '../files/shipped-starts.ts';
import { valueAt, withValueAt, type Json, type JsonObject, type PlanDocument } from '../plan-document.ts';
import { plan } from '../plan.ts';
import { isToday } from '../usual-scenarios.ts';
import { asText, fieldId } from './field-context.ts';
import { numberIn, numberText } from './number-text.ts';
import { problemSentence, problemsUnder } from './plan-problems.ts';
import { typedText } from './typed-text.ts';

const keys = ['start', 'end', 'warmUpDays'] as const;
type HorizonKey = (typeof keys)[number];
type Horizon = Readonly<Record<HorizonKey, Json>>;

/** The time that is simulated and the scenario that the plan starts from, with what is wrong with them. */
export function periodFields(): TemplateResult {
  const { period } = texts().form;
  const usual = usualHorizon();
  const isOwn = plan.document['horizon'] !== undefined;
  return html`
    <fieldset class="plan-period" id=${fieldId(['horizon'])} tabindex="-1">
      <legend class="ds-label">${period.heading}</legend>
      <p class="small quiet">${period.help}</p>
      <div class="plan-period-fields">
        ${keys.map((key) => horizonField(key, usual))}
        ${
          isOwn
            ? html`<button
                class="ds-button"
                type="button"
                data-variant="tertiary"
                data-size="sm"
                @click=${() => plan.edit((document) => withValueAt(document, ['horizon'], undefined))}
              >
                ${period.reset}
              </button>`
            : nothing
        }
      </div>
      ${problemsView(ownProblems(['horizon']).filter(({ path }) => path === 'horizon'))}
    </fieldset>
    ${startField()}
  `;
}

function horizonField(key: HorizonKey, usual: Horizon | undefined): TemplateResult {
  const { period } = texts().form;
  const path = ['horizon', key];
  const id = fieldId(path);
  const value = valueAt(plan.document, path) ?? usual?.[key];
  const problems = ownProblems(path);
  const described = `${id}-help ${id}-problem`;
  const invalid = problems.length > 0 ? 'true' : 'false';
  const isDate = key !== 'warmUpDays';
  const fits = value === undefined || value === '' || isCalendarDate(asText(value));
  const text = typeof value === 'number' ? numberText(value) : asText(value);
  // Where nothing is typed the usual value holds, and is shown when the field is left.
  const showUsual = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    if (input.value === '' && !input.validity.badInput) input.value = text;
  };
  const takeDate = (event: Event) => {
    const { value: typed, validity } = event.target as HTMLInputElement;
    if (validity.badInput) writeHorizon(key, '', usual, id);
    else if (typed !== text || typed === '') writeHorizon(key, typed || undefined, usual, id);
    if (event.type === 'blur') showUsual(event);
  };
  return html`<div class="field">
    <label class="ds-label" for=${id}>${period[key]}</label>
    ${
      isDate
        ? html`<input
            class="ds-input"
            id=${id}
            type=${fits ? 'date' : 'text'}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @change=${takeDate}
            @blur=${takeDate}
            ${typedText(text, (typed) => typed === text)}
          />`
        : html`<input
            class="ds-input form-number"
            id=${id}
            type="text"
            inputmode="numeric"
            autocomplete="off"
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${(event: Event) => writeHorizon(key, readNumber(typedIn(event)), usual, id)}
            @blur=${showUsual}
            ${typedText(text, (typed) => readNumber(typed) === value)}
          />`
    }
    <div id="${id}-problem">${problemsView(problems)}</div>
    <div class="small quiet" id="${id}-help">
      ${key === 'warmUpDays' ? html`${period.warmUpMeaning} ` : nothing}${usual === undefined ? nothing : period.usual(shown(usual[key]))}
    </div>
  </div>`;
}

/** A plan that says what the scenario it starts from says too need not say it. */
function writeHorizon(key: HorizonKey, value: Json | undefined, usual: Horizon | undefined, occasion?: string): void {
  plan.edit((document) => {
    const next = withHorizonValue(document, key, value ?? usual?.[key], usual);
    return isSame(next['horizon'], usual) ? withValueAt(next, ['horizon'], undefined) : next;
  }, occasion);
}

/** The document with another value in its own horizon, which has every value of the usual one to begin with. */
function withHorizonValue(
  document: PlanDocument,
  key: HorizonKey,
  value: Json | undefined,
  usual: Horizon | undefined,
): PlanDocument {
  const own = document['horizon'];
  const written = typeof own === 'object' && own !== null && !Array.isArray(own) ? (own as JsonObject) : {};
  return withValueAt({ ...document, horizon: { ...usual, ...written } }, ['horizon', key], value);
}

function startField(): TemplateResult {
  const { period } = texts().form;
  const { headings } = shippedStarts;
  const id = fieldId(['extends']);
  const start = asText(plan.document['extends']);
  const problems = ownProblems(['extends']);
  const known = inOrder(headings ?? [], language());
  const isUnknown = !known.some((heading) => heading.id === start);
  const option = (value: string, name: string) =>
    html`<option value=${value} .selected=${value === start}>${name}</option>`;
  const group = (label: string, ofToday: boolean) =>
    html`<optgroup label=${label}>
      ${known.filter((heading) => isToday(heading.id) === ofToday).map((heading) => option(heading.id, localised(heading.name)))}
    </optgroup>`;
  return html`<div class="field plan-starting">
    <label class="ds-label" for=${id}>${period.startsFrom}</label>
    <select
      class="ds-input"
      id=${id}
      aria-describedby="${id}-help ${id}-problem"
      aria-invalid=${problems.length > 0 ? 'true' : 'false'}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        if (value !== '') plan.edit((document) => withValueAt(document, ['extends'], value));
      }}
    >
      ${isUnknown ? option(start, start === '' ? period.ownData : start) : nothing} ${group(period.today, true)}
      ${group(period.others, false)}
    </select>
    <div id="${id}-problem">${problemsView(problems)}</div>
    <div class="small quiet" id="${id}-help">${period.startsFromHelp}</div>
  </div>`;
}

/** The horizon of what the plan starts from. */
function usualHorizon(): Horizon | undefined {
  const { base } = plan;
  if (base === undefined) return undefined;
  const { start, end, warmUpDays } = base.horizon;
  return { start, end, warmUpDays };
}

function ownProblems(path: Path): Problem[] {
  const check = plan.latestCheck;
  return check?.kind === 'unsound' ? problemsUnder(check.problems, path) : [];
}

function problemsView(problems: readonly Problem[]): unknown {
  return problems.map(
    (problem) =>
      html`<p class="ds-validation-message" data-field="validation">${problemSentence(problem, (name) => name)}</p>`,
  );
}

function isSame(one: Json | undefined, other: Horizon | undefined): boolean {
  return keys.every((key) => other !== undefined && (one as JsonObject | undefined)?.[key] === other[key]);
}

function shown(value: Json): string {
  return typeof value === 'number' ? number(value) : date(asText(value));
}

function readNumber(typed: string): Json | undefined {
  return typed.trim() === '' ? undefined : (numberIn(typed) ?? typed);
}

function typedIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
