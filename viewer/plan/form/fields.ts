import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { JsonSchema } from '../../../scenarios/schema/schema-at.ts';
import { date, isDate } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Json } from '../plan-document.ts';
import { asText, fieldId, type FieldContext } from './field-context.ts';
import { framed, framedGroup, labelOf, type Field } from './field-frame.ts';
import { fieldKind, type FieldKind } from './field-kind.ts';
import { checkboxes, mappingOf, orderedList, rowsOf, seriesOf } from './list-fields.ts';
import { namesFrom, optionName } from './names.ts';
import { numberIn, numberText } from './number-text.ts';
import { typedText } from './typed-text.ts';

/** Few enough to stand side by side. */
const mostRadios = 3;

/** Draws the field of a value by its schema. */
export function fieldView(context: FieldContext, field: Field): TemplateResult {
  const kind = fieldKind(field.key, field.schema);
  switch (kind.kind) {
    case 'number':
    case 'share':
      return numberField(context, field, kind.kind === 'share');
    case 'text':
      return textField(context, field);
    case 'date':
    case 'clock':
      return timeField(context, field, kind.kind === 'date' ? 'date' : 'time');
    case 'boolean':
      return radios(context, field, [
        [true, texts().form.yes],
        [false, texts().form.no],
      ]);
    case 'choice':
      return choiceField(context, field, kind.options);
    case 'name':
      return selectField(context, field, namesFrom(kind.source, context.data));
    case 'names':
      return checkboxes(context, field, namesFrom(kind.source, context.data));
    case 'several':
      return checkboxes(context, field, optionNames(kind.options));
    case 'ordered names':
      return orderedList(context, field, namesFrom(kind.source, context.data));
    case 'ordered':
      return orderedList(context, field, optionNames(kind.options));
    default:
      return compound(context, field, kind);
  }
}

/** The fields of a mapping with fixed keys. */
export function fieldsOf(
  context: FieldContext,
  { path, schema }: Pick<Field, 'path' | 'schema'>,
  keys: readonly string[] = Object.keys(schema.properties ?? {}),
): TemplateResult[] {
  return keys.flatMap((key) => {
    const inner = schema.properties?.[key];
    if (inner === undefined || inner.const !== undefined) return [];
    return [fieldView(context, { path: [...path, key], key, schema: inner, required: isRequired(schema, key) })];
  });
}

function isRequired({ required = [], properties }: JsonSchema, key: string): boolean {
  return required.includes(key) && properties?.[key]?.const === undefined;
}

function compound(context: FieldContext, field: Field, kind: FieldKind): TemplateResult {
  switch (kind.kind) {
    case 'mapping':
      return mappingOf(context, field, kind, fieldView);
    case 'rows':
      return rowsOf(context, field, kind.row, fieldsOf);
    case 'series':
      return seriesOf(context, field, kind, fieldView);
    case 'law':
      return lawField(context, field, kind.alternatives);
    default:
      return framedGroup(context, field, html`<div class="form-fields form-inner">${fieldsOf(context, field)}</div>`);
  }
}

function numberField(context: FieldContext, field: Field, isShare: boolean): TemplateResult {
  const value = context.read(field.path);
  const text = typeof value === 'number' ? numberText(value, isShare) : asText(value);
  const read = (typed: string): Json | undefined =>
    typed.trim() === '' ? undefined : (numberIn(typed, isShare) ?? typed);
  return framed(
    context,
    field,
    (describedBy, invalid) =>
      html`<input
          class="ds-input form-number"
          id=${fieldId(field.path)}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          placeholder=${context.placeholder(field.path, field.key) ?? nothing}
          aria-describedby=${describedBy}
          aria-invalid=${invalid ? 'true' : 'false'}
          @input=${(event: Event) => context.write(field.path, read(typedIn(event)), fieldId(field.path))}
          ${typedText(text, (typed) => read(typed) === value)}
        />${
          isShare && context.unit(field.key) === undefined
            ? html`<span class="form-unit small">${texts().form.percentSign}</span>`
            : nothing
        }`,
  );
}

function textField(context: FieldContext, field: Field): TemplateResult {
  const value = context.read(field.path);
  const text = asText(value);
  return framed(
    context,
    field,
    (describedBy, invalid) =>
      html`<input
        class="ds-input"
        id=${fieldId(field.path)}
        type="text"
        autocomplete="off"
        aria-describedby=${describedBy}
        aria-invalid=${invalid ? 'true' : 'false'}
        @input=${(event: Event) => context.write(field.path, typedIn(event) || undefined, fieldId(field.path))}
        ${typedText(text, (typed) => typed === text)}
      />`,
  );
}

/**
 * A date or a clock time. What is no such thing cannot be shown by the browser's own field, so it is shown as text. While
 * only a part of it is typed the browser gives no value: the plan then keeps what it has, and the field says so.
 */
function timeField(context: FieldContext, field: Field, type: 'date' | 'time'): TemplateResult {
  const value = context.read(field.path);
  const text = asText(value);
  const fits = text === '' || (type === 'date' ? isDate(text) : /^([01]\d|2[0-3]):[0-5]\d$/.test(text));
  const id = fieldId(field.path);
  const take = (event: Event) => {
    const { value: typed, validity } = event.target as HTMLInputElement;
    if (!validity.badInput && typed !== text) context.write(field.path, typed || undefined, id);
  };
  const input = document.getElementById(id);
  const isUnfinished = input instanceof HTMLInputElement && input.validity.badInput && input !== document.activeElement;
  return framed(
    context,
    field,
    (describedBy, invalid) =>
      html`<input
        class="ds-input form-time"
        id=${id}
        type=${fits ? type : 'text'}
        aria-describedby=${describedBy}
        aria-invalid=${invalid ? 'true' : 'false'}
        @change=${take}
        @blur=${take}
        ${typedText(text, (typed) => typed === text)}
      />`,
    isUnfinished ? texts().form.unfinished(text === '' ? undefined : fits ? date(text) : text) : undefined,
  );
}

function choiceField(context: FieldContext, field: Field, options: readonly string[]): TemplateResult {
  const isInRow = field.path.slice(2).some((step) => typeof step === 'number');
  if (options.length > mostRadios || isInRow) return selectField(context, field, optionNames(options));
  return radios(context, field, [
    ...options.map((option): [Json, string] => [option, optionName(option)]),
    ...(field.required ? [] : [[undefined, context.absent(field.key) ?? texts().form.none] as [undefined, string]]),
  ]);
}

function radios(
  context: FieldContext,
  field: Field,
  options: readonly (readonly [Json | undefined, string])[],
): TemplateResult {
  const value = context.read(field.path);
  const id = fieldId(field.path);
  return framedGroup(
    context,
    field,
    html`<div class="form-choices">
      ${options.map(
        ([option, text]) =>
          html`<label class="form-choice"
            ><input
              type="radio"
              class="ds-input"
              name=${id}
              .checked=${live(value === option)}
              @change=${() => context.write(field.path, option)}
            />${text}</label
          >`,
      )}
    </div>`,
  );
}

/** One of some names; what stands there and is none of them is shown too, so that it is not lost. */
function selectField(context: FieldContext, field: Field, names: ReadonlyMap<string, string>): TemplateResult {
  const value = context.read(field.path);
  const empty = field.required ? texts().form.choose : (context.absent(field.key) ?? texts().form.none);
  const meant = [...names].find(([, name]) => name === empty)?.[0];
  const text = value === undefined ? (meant ?? '') : asText(value);
  const options = new Map(names);
  if (text !== '' && !options.has(text)) options.set(text, text);
  const choose = (event: Event) => {
    const chosen = (event.target as HTMLSelectElement).value;
    if (chosen !== text) context.write(field.path, chosen || undefined);
  };
  return framed(
    context,
    field,
    (describedBy, invalid) =>
      html`<select
        class="ds-input"
        id=${fieldId(field.path)}
        aria-describedby=${describedBy}
        aria-invalid=${invalid ? 'true' : 'false'}
        @change=${choose}
      >
        ${meant === undefined ? html`<option value="" .selected=${text === ''}>${empty}</option>` : nothing}
        ${[...options].map(
          ([option, name]) => html`<option value=${option} .selected=${option === text}>${name}</option>`,
        )}
      </select>`,
  );
}

/** The law of a duration and its parameters. A parameter that the new law has too is kept. */
function lawField(context: FieldContext, field: Field, alternatives: readonly JsonSchema[]): TemplateResult {
  const value = (context.read(field.path) ?? {}) as Readonly<Record<string, Json>>;
  const lawOf = ({ properties }: JsonSchema) => String(properties?.['law']?.const);
  const chosen = alternatives.find((schema) => lawOf(schema) === value['law']);
  const choose = (event: Event) => {
    const law = (event.target as HTMLSelectElement).value;
    const keys = Object.keys(alternatives.find((schema) => lawOf(schema) === law)?.properties ?? {});
    const kept = Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));
    context.write(field.path, { ...kept, law });
  };
  const id = fieldId([...field.path, 'law']);
  return framedGroup(
    context,
    field,
    html`<div class="form-fields form-inner">
      <div class="field form-field">
        <label class="ds-label" for=${id}>${texts().form.lawOf}</label>
        <select
          class="ds-input"
          id=${id}
          aria-label="${texts().form.lawOf}: ${labelOf(context, field)}"
          @change=${choose}
        >
          ${alternatives.map(
            (schema) =>
              html`<option value=${lawOf(schema)} .selected=${schema === chosen}>${optionName(lawOf(schema))}</option>`,
          )}
        </select>
      </div>
      ${chosen === undefined ? nothing : fieldsOf(context, { path: field.path, schema: chosen })}
    </div>`,
  );
}

function optionNames(options: readonly string[]): ReadonlyMap<string, string> {
  return new Map(options.map((option) => [option, optionName(option)]));
}

function typedIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
