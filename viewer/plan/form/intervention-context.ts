import { html, nothing } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import { texts } from '../../language/language.ts';
import { valueAt, withValueAt, type Json, type JsonObject, type PlanDocument } from '../plan-document.ts';
import { plan } from '../plan.ts';
import { defaultFigure, figureToday, ownUnit } from './defaults.ts';
import type { FieldContext, ProblemShelf } from './field-context.ts';
import { overrideAt } from './figure-override.ts';
import type { Passport } from './figures.ts';
import { absentMeaning, fieldMeaning, fieldName, unitName } from './names.ts';
import { confidenceBadge, passportView } from './passport-view.ts';
import { figureText, isShareUnit, valueText } from './value-text.ts';

/** What the fields of an intervention are drawn with. @param occasion begins anew whenever another field is gone into */
export function interventionContext(
  model: string,
  data: BaseData,
  problems: ProblemShelf,
  occasion: () => string,
): FieldContext {
  const ownFigure = (path: Path, key: string): Path | undefined =>
    path.length === 3 ? defaultFigure(model, key) : undefined;
  return {
    data,
    problems,
    name: (key) => fieldName(model, key),
    meaning: (key) => fieldMeaning(model, key),
    absent: (key) => (defaultFigure(model, key) === undefined ? absentMeaning(model, key) : undefined),
    unit(key) {
      const path = defaultFigure(model, key) ?? figureToday(model, key);
      const unit = path === undefined ? ownUnit(key) : figureAt(data, path).unit;
      return unit === undefined || isShareUnit(unit) || unit === 'clock time' ? undefined : unitName(unit);
    },
    placeholder(path, key) {
      const figure = ownFigure(path, key);
      if (figure === undefined) return undefined;
      const { value, unit } = figureInPlan(plan.document, figure, data);
      return valueText(value, unit, data);
    },
    beneath(path, key) {
      const figure = ownFigure(path, key);
      const today = path.length === 3 ? figureToday(model, key) : undefined;
      const shown = figure ?? today;
      if (shown === undefined) return nothing;
      const { form } = texts();
      const passport = figureInPlan(plan.document, shown, data);
      const text = figureText(passport, data);
      const isOwn = figure !== undefined && valueAt(plan.document, path) !== undefined;
      return html`<details class="form-default small">
          <summary>
            <span>${figure === undefined ? form.today(text) : form.fromBase(text)}</span>
            ${confidenceBadge(passport.confidence)}
          </summary>
          ${passportView(passport, data, overrideAt(plan.document, shown, data) !== undefined)}
        </details>
        ${
          isOwn
            ? html`<button
                class="ds-button form-reset"
                type="button"
                data-variant="tertiary"
                data-size="sm"
                aria-label=${form.resetField(fieldName(model, key))}
                @click=${() => plan.edit((document) => withField(document, path, undefined))}
              >
                ${form.reset}
              </button>`
            : nothing
        }`;
    },
    read: (path) => valueAt(plan.document, path),
    write(path, value, field) {
      const step = field === undefined ? undefined : `${field} ${occasion()}`;
      plan.edit((document) => withField(document, path, value), step);
    },
  };
}

/** The document with another value of a field. Groups of an intervention that hold nothing more are left out. */
export function withField(document: PlanDocument, path: Path, value: Json | undefined): PlanDocument {
  let next = withValueAt(document, path, value);
  if (value !== undefined) return next;
  for (let length = path.length - 1; length > 2; length--) {
    const above = path.slice(0, length);
    const rest = valueAt(next, above);
    const isElement = typeof above.at(-1) === 'number';
    if (isElement || Array.isArray(rest) || Object.keys(rest ?? {}).length > 0) break;
    next = withValueAt(next, above, undefined);
  }
  return next;
}

/** A base figure as it is in the plan, which may put another in its place. */
function figureInPlan(document: PlanDocument, path: Path, data: BaseData): Passport {
  return overrideAt(document, path, data) ?? figureAt(data, path);
}

function figureAt(data: BaseData, path: Path): Passport {
  return valueAt(data as unknown as JsonObject, path) as unknown as Passport;
}
