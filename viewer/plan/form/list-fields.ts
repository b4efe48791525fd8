import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { JsonSchema } from '../../../scenarios/schema/schema-at.ts';
import { shortMonth } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Json, JsonObject } from '../plan-document.ts';
import { fieldId, type FieldContext } from './field-context.ts';
import { framedGroup, labelOf, type DrawField, type Field } from './field-frame.ts';
import type { FieldKind } from './field-kind.ts';
import { focusOn } from './focus-field.ts';
import { namesFrom } from './names.ts';
import { numberText } from './number-text.ts';
import { placeField } from './place-field.ts';
import { adder, iconButton } from './row-controls.ts';

/** Any of some names, in the order in which they are listed. None chosen is an empty field, unless it must be there. */
export function checkboxes(context: FieldContext, field: Field, names: ReadonlyMap<string, string>): TemplateResult {
  const chosen = listAt(context, field);
  const options = withUnknown(names, chosen);
  const toggle = (option: string) => {
    const kept = chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option];
    context.write(field.path, kept.length === 0 && !field.required ? undefined : kept);
  };
  return framedGroup(
    context,
    field,
    html`<div class="form-choices form-many">
      ${[...options].map(
        ([option, name]) =>
          html`<label class="form-choice"
            ><input
              type="checkbox"
              class="ds-input"
              .checked=${live(chosen.includes(option))}
              @change=${() => toggle(option)}
            />${name}</label
          >`,
      )}
    </div>`,
  );
}

/** Some names in the order in which they stand, to be moved up and down. */
export function orderedList(context: FieldContext, field: Field, names: ReadonlyMap<string, string>): TemplateResult {
  const { form } = texts();
  const chosen = listAt(context, field);
  const nameOf = (option: string) => names.get(option) ?? option;
  const move = (index: number, by: number) => {
    context.write(field.path, chosen.toSpliced(index, 1).toSpliced(index + by, 0, chosen[index]!));
    const moved = document.getElementById(fieldId(field.path))?.querySelectorAll('.form-ordered > li')[index + by];
    const buttons = [...(moved?.querySelectorAll<HTMLButtonElement>('button') ?? [])].slice(0, 2);
    const next = by < 0 ? buttons : buttons.toReversed();
    focusOn(next.find(({ disabled }) => !disabled) ?? null);
  };
  return framedGroup(
    context,
    field,
    html`<ol class="form-ordered">
        ${chosen.map(
          (option, index) =>
            html`<li>
              <span>${nameOf(option)}</span>
              ${iconButton('↑', form.moveUp(nameOf(option)), () => move(index, -1), index === 0)}
              ${iconButton('↓', form.moveDown(nameOf(option)), () => move(index, 1), index === chosen.length - 1)}
              ${iconButton('×', form.removeChange(nameOf(option)), () =>
                context.write(field.path, chosen.toSpliced(index, 1)),
              )}
            </li>`,
        )}
      </ol>
      ${adder(context, field, without(names, chosen), (option) => context.write(field.path, [...chosen, option]))}`,
  );
}

/** A value for each of some names; names can be added and taken away. */
export function mappingOf(
  context: FieldContext,
  field: Field,
  { source, value }: Extract<FieldKind, { kind: 'mapping' }>,
  draw: DrawField,
): TemplateResult {
  const written = mappingAt(context, field);
  const keys = Object.keys(written);
  const names = namesFrom(source, context.data);
  const write = (next: JsonObject) =>
    context.write(field.path, Object.keys(next).length === 0 && !field.required ? undefined : next);
  const isShares = value.maximum === 1;
  const first: Json = value.type === 'string' ? '' : isShares ? Math.max(0, 1 - sumOf(written)) : 1;
  return framedGroup(
    context,
    field,
    html`<div class="form-rows">
        ${keys.map((key) => {
          const label = names.get(key) ?? (key === 'elsewhere' ? texts().form.elsewhere : key);
          const inner = innerKey(field.key);
          return html`<div class="form-row">
            ${draw(standing(context), { path: [...field.path, key], key: inner, schema: value, required: true, label })}
            ${iconButton('×', texts().form.removeChange(label), () =>
              write(Object.fromEntries(Object.entries(written).filter(([other]) => other !== key))),
            )}
          </div>`;
        })}
      </div>
      ${sumView(field, written, isShares)}
      ${adder(context, field, without(names, keys), (option) => write({ ...written, [option]: rounded(first) }))}`,
  );
}

/** Alike rows, each with its fields; rows can be added and taken away. */
export function rowsOf(
  context: FieldContext,
  field: Field,
  row: JsonSchema,
  drawAll: (context: FieldContext, field: Pick<Field, 'path' | 'schema'>, keys?: readonly string[]) => TemplateResult[],
): TemplateResult {
  const { form } = texts();
  const rows = (context.read(field.path) ?? []) as readonly Json[];
  const list = Array.isArray(rows) ? rows : [];
  const keys = Object.keys(row.properties ?? {});
  const ofPosts = keys.includes('site') && keys.includes('posts');
  const write = (next: readonly Json[]) =>
    context.write(field.path, next.length === 0 && !field.required ? undefined : next);
  return framedGroup(
    context,
    field,
    html`<div class="form-rows">
        ${list.map((_, index) => {
          const path = [...field.path, index];
          return html`<div class="form-row" role="group" aria-label=${form.row(String(index + 1))}>
            ${ofPosts ? placeField(context, path, keys) : nothing}
            ${drawAll(context, { path, schema: row }, ofPosts ? keys.filter((key) => !placeKeys.has(key)) : keys)}
            ${iconButton('×', form.removeRow(String(index + 1)), () => write(list.toSpliced(index, 1)))}
          </div>`;
        })}
      </div>
      ${
        ofPosts && list.length > 1
          ? html`<p class="small">${form.sumPosts(numberText(sumOf(Object.fromEntries(postsIn(list)))))}</p>`
          : nothing
      }
      <button
        class="ds-button"
        type="button"
        data-variant="secondary"
        data-size="sm"
        aria-label="${form.addRow}: ${labelOf(context, field)}"
        @click=${() => write([...list, ofPosts ? { posts: 1 } : (list.at(-1) ?? {})])}
      >
        ${form.addRow}
      </button>`,
  );
}

const placeKeys = new Set(['site', 'unit', 'district']);

/** A list of values: twelve months, seven days of the week, or as many as there are. */
export function seriesOf(
  context: FieldContext,
  field: Field,
  { value, length }: Extract<FieldKind, { kind: 'series' }>,
  draw: DrawField,
): TemplateResult {
  const { form } = texts();
  const list = listAt(context, field) as readonly Json[];
  return framedGroup(
    context,
    field,
    html`<div class="form-series">
        ${list.map((_, index) =>
          draw(standing(context), {
            path: [...field.path, index],
            key: innerKey(field.key),
            schema: value,
            required: true,
            label: elementName(index, length),
          }),
        )}
      </div>
      ${
        length === undefined
          ? html`<div class="form-buttons">
              <button
                class="ds-button"
                type="button"
                data-variant="secondary"
                data-size="sm"
                @click=${() => context.write(field.path, [...list, list.at(-1) ?? 1])}
              >
                ${form.add}
              </button>
              <button
                class="ds-button"
                type="button"
                data-variant="tertiary"
                data-size="sm"
                @click=${() => context.write(field.path, list.slice(0, -1))}
              >
                ${form.remove}
              </button>
            </div>`
          : nothing
      }`,
  );
}

function elementName(index: number, length: number | undefined): string {
  const { form } = texts();
  if (length === 12) return shortMonth(index + 1);
  if (length === 7) return (form.weekdays as Readonly<Record<string, string>>)[`day${index + 1}`]!;
  return form.element(String(index + 1));
}

/** The key of each element of a list or mapping. */
function innerKey(key: string): string {
  return `${key}[]`;
}

function sumView({ key }: Field, written: JsonObject, isShares: boolean): unknown {
  if (!isShares || Object.keys(written).length === 0 || key === 'journey') return nothing;
  const { form } = texts();
  const sum = sumOf(written);
  const text = `${numberText(sum, true)}\u00a0%`;
  return html`<p class="small" role="status">${Math.abs(sum - 1) < 1e-6 ? form.sum(text) : form.sumWrong(text)}</p>`;
}

function listAt(context: FieldContext, { path }: Field): readonly string[] {
  const value = context.read(path);
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function mappingAt(context: FieldContext, { path }: Field): JsonObject {
  const value = context.read(path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function postsIn(rows: readonly Json[]): [string, Json][] {
  return rows.map((row, index) => [String(index), (row as JsonObject | null)?.['posts'] ?? 0]);
}

/** As a context, but an emptied field keeps its place: the planner may be about to type another value. */
function standing(context: FieldContext): FieldContext {
  return { ...context, write: (path, value, occasion) => context.write(path, value ?? '', occasion) };
}

function sumOf(written: JsonObject): number {
  return rounded(
    Object.values(written).reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0),
  ) as number;
}

function rounded(value: Json): Json {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
}

function without(names: ReadonlyMap<string, string>, chosen: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...names].filter(([id]) => !chosen.includes(id)));
}

function withUnknown(names: ReadonlyMap<string, string>, chosen: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...names, ...chosen.filter((id) => !names.has(id)).map((id): [string, string] => [id, id])]);
}
