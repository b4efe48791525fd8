import { nothing } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import { texts } from '../../language/language.ts';
import { valueAt, type JsonObject } from '../plan-document.ts';
import { plan } from '../plan.ts';
import type { FieldContext, ProblemShelf } from './field-context.ts';
import { overrideAt, withFigureValue } from './figure-override.ts';
import type { Passport } from './figures.ts';
import { partName, unitName } from './names.ts';
import { isShareUnit } from './value-text.ts';

/** What the fields of a figure of the base data are drawn with. @param path of the figure in the base data */
export function figureContext(
  path: Path,
  data: BaseData,
  problems: ProblemShelf,
  occasion: () => string,
): FieldContext {
  const base = valueAt(data as unknown as JsonObject, path) as unknown as Passport;
  const start = path.length + 1;
  const isSimple = typeof base.value !== 'object';
  return {
    data,
    problems,
    name: (key) => (key === 'value' && isSimple ? texts().form.newValue : partName(key.replace('[]', ''))),
    meaning: () => undefined,
    absent: () => undefined,
    unit: () => (isSimple && !isShareUnit(base.unit) && base.unit !== 'clock time' ? unitName(base.unit) : undefined),
    placeholder: () => undefined,
    beneath: () => nothing,
    read(whole) {
      const now = overrideAt(plan.document, path, data) ?? base;
      return valueAt(now as unknown as JsonObject, whole.slice(start));
    },
    write(whole, value, field) {
      const step = field === undefined ? undefined : `${field} ${occasion()}`;
      // An empty field stays empty: the whole value of a figure cannot be left out.
      const written = value ?? '';
      plan.edit(
        (document) =>
          withFigureValue(document, data, path, whole.slice(start + 1), written, texts().form.defaultSource),
        step,
      );
    },
  };
}
