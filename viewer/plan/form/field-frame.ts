import { html, nothing, type TemplateResult } from 'lit-html';
import type { Path, Problem } from '../../../scenarios/schema/problems.ts';
import type { JsonSchema } from '../../../scenarios/schema/schema-at.ts';
import { texts } from '../../language/language.ts';
import { fieldId, type FieldContext } from './field-context.ts';
import { fieldKind } from './field-kind.ts';
import { modelName, namesFrom, optionName } from './names.ts';
import { numberText } from './number-text.ts';
import { problemSentence } from './plan-problems.ts';
import { rangeText } from './ranges.ts';

/** One field that is to be drawn. */
export interface Field {
  path: Path;
  key: string;
  schema: JsonSchema;
  required: boolean;
  /** In place of the name of the key. */
  label?: string | undefined;
}

/** Draws a field with everything in it. */
export type DrawField = (context: FieldContext, field: Field) => TemplateResult;

/** What a field is called. */
export function labelOf(context: FieldContext, { key, label }: Field): string {
  return label ?? context.name(key);
}

/** A label, a single control, its unit, what it means and what is wrong with it. @param fault of what is typed, in a sentence */
export function framed(
  context: FieldContext,
  field: Field,
  control: (describedBy: string, invalid: boolean) => unknown,
  fault?: string,
): TemplateResult {
  const id = fieldId(field.path);
  const problems = context.problems.take(field.path);
  const unit = context.unit(field.key);
  return html`<div class="field form-field">
    <label class="ds-label" for=${id}>${labelOf(context, field)}${optionalMark(field)}</label>
    <div class="form-control">
      ${control(`${id}-help ${id}-problem`, problems.length > 0 || fault !== undefined)}${
        unit === undefined ? nothing : html`<span class="form-unit small">${unit}</span>`
      }
    </div>
    <div id="${id}-problem">
      ${problemsView(context, field, problems)}${fault === undefined ? nothing : messageView(fault)}
    </div>
    <div class="small quiet" id="${id}-help">${helpText(context, field)}</div>
    ${context.beneath(field.path, field.key)}
  </div>`;
}

/** A group of controls under one name. The content is drawn first, so that it takes the problems of its own fields. */
export function framedGroup(context: FieldContext, field: Field, content: unknown): TemplateResult {
  const id = fieldId(field.path);
  const problems = context.problems.take(field.path);
  return html`<fieldset
    class="form-field form-group"
    id=${id}
    tabindex="-1"
    aria-describedby="${id}-problem ${id}-help"
    data-invalid=${problems.length > 0 ? 'true' : 'false'}
  >
    <legend class="ds-label">${labelOf(context, field)}${optionalMark(field)}</legend>
    <div class="small quiet" id="${id}-help">${helpText(context, field)}</div>
    ${content}
    <div id="${id}-problem">${problemsView(context, field, problems)}</div>
    ${context.beneath(field.path, field.key)}
  </fieldset>`;
}

/** What is wrong with a field, in sentences. */
export function problemsView(context: FieldContext, field: Field, problems: readonly Problem[]): unknown {
  return problems.map((problem) => messageView(fieldProblemSentence(context, field, problem)));
}

function messageView(text: string): TemplateResult {
  return html`<p class="ds-validation-message" data-field="validation">${text}</p>`;
}

/** Of numbers the range is told as the field shows it: shares as percentages, with the decimal sign of the language. */
function fieldProblemSentence(context: FieldContext, { path, key, schema }: Field, problem: Problem): string {
  const { form } = texts();
  const kind = fieldKind(key, schema).kind;
  if (!/^a (whole )?number/.test(problem.allowed.en) || (kind !== 'number' && kind !== 'share')) {
    return problemSentence(problem, (name) => wordOf(context, name));
  }
  const value = context.read(path);
  const isShare = kind === 'share';
  const found =
    value === undefined || value === ''
      ? form.foundMissing
      : form.foundText(
          typeof value === 'number'
            ? shownNumber(value, isShare)
            : typeof value === 'string'
              ? value
              : JSON.stringify(value),
        );
  return form.problem(found, rangeText(schema, isShare));
}

function shownNumber(value: number, isShare: boolean): string {
  return isShare ? `${numberText(value, true)}\u00a0%` : numberText(value);
}

/** What a name in a problem is called: a place, a payer, a value of a choice or a care model. */
export function wordOf({ data }: Pick<FieldContext, 'data'>, name: string): string {
  for (const source of ['origins', 'sites', 'payers', 'grants'] as const) {
    const found = namesFrom(source, data).get(name);
    if (found !== undefined) return found;
  }
  return optionName(name) === name ? modelName(name) : optionName(name);
}

function optionalMark(field: Field): unknown {
  return field.required || isElement(field)
    ? nothing
    : html` <span class="quiet small form-optional">(${texts().form.optional})</span>`;
}

/** Whether a field is one of many alike: what they have in common is told once, above them. */
function isElement({ key, path }: Field): boolean {
  return key.endsWith('[]') || path.slice(3).some((step) => typeof step === 'number');
}

function helpText(context: FieldContext, field: Field): unknown {
  const { kind } = fieldKind(field.key, field.schema);
  const meaning = context.meaning(field.key);
  const isChoice = kind === 'choice' || kind === 'name';
  const absent = field.required || isChoice ? undefined : context.absent(field.key);
  const range =
    (kind === 'number' || kind === 'share') && !isElement(field)
      ? `${capitalised(rangeText(field.schema, kind === 'share'))}.`
      : undefined;
  return [meaning, range, absent === undefined ? undefined : `${absent}.`]
    .filter((text) => text !== undefined)
    .join(' ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
