import type { JsonSchema } from '../../../scenarios/schema/schema-at.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { numberText } from './number-text.ts';

/** The numbers that a schema lets through, in words. @param asPercent shares as percentages */
export function rangeText(schema: JsonSchema, asPercent = false): string {
  const { form } = texts();
  const limit = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? shown(bound, asPercent) : undefined;
  const low = limit(schema.minimum);
  const above = limit(schema.exclusiveMinimum);
  const high = limit(schema.maximum);
  let range = '';
  if (above !== undefined) range = high === undefined ? form.above(above) : form.rangeAbove(above, high);
  else if (low !== undefined) range = high === undefined ? form.atLeast(low) : form.range(low, high);
  else if (high !== undefined) range = form.atMost(high);
  if (range === '') return form.anyNumber;
  return schema.type === 'integer' ? form.wholeNumber(range) : form.number(range);
}

function shown(bound: number, asPercent: boolean): string {
  if (asPercent) return `${numberText(bound, true)}\u00a0%`;
  return Number.isInteger(bound) ? number(bound) : numberText(bound);
}
