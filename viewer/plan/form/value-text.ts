import type { BaseData } from '../../../scenarios/schema/index.ts';
import { date, missing, number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Json } from '../plan-document.ts';
import { asText } from './field-context.ts';
import type { Passport } from './figures.ts';
import { namesFrom, optionName, partName, unitName } from './names.ts';
import { numberText } from './number-text.ts';

/** Whether figures in a unit are shares, which are shown as percentages. */
export function isShareUnit(unit: string): boolean {
  return unit === 'probability' || /^share(?:,| )/.test(unit);
}

/** A figure as it is read out: its value with its unit. @param data names that occur in it */
export function figureText({ value, unit }: Pick<Passport, 'value' | 'unit'>, data: BaseData): string {
  const text = valueText(value, unit, data);
  if (typeof value === 'string' || typeof value === 'boolean') return text;
  if (isPlainShare(value, unit)) return unit === 'probability' ? text : `${text} ${unitName(unit)}`;
  return `${text} ${unitName(unit)}`;
}

/** A value without its unit. Lists and mappings are read out one after the other. */
export function valueText(value: Json | undefined, unit: string, data: BaseData): string {
  if (value === undefined || value === null) return missing;
  if (typeof value === 'boolean') return value ? texts().form.yes : texts().form.no;
  if (typeof value === 'number') return isShareUnit(unit) ? `${readable(value * 100)}\u00a0%` : readable(value);
  if (typeof value === 'string') return textOf(value, data);
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((element) => valueText(element, unit, data)).join('; ');
  }
  return Object.entries(value)
    .map(([key, inner]) => {
      const isShare = key === 'share' || key === 'position' || isShareUnit(unit);
      const innerUnit = isShare ? 'probability' : unit;
      if (key === 'law') return optionName(asText(inner)).toLowerCase();
      return `${textOf(key, data)} ${valueText(inner, innerUnit, data)}`.trim();
    })
    .join(', ');
}

function isPlainShare(value: Json, unit: string): boolean {
  return typeof value === 'number' && isShareUnit(unit);
}

/** With as many decimals as it needs, grouped as the language does it. */
function readable(value: number): string {
  const rounded = Number(value.toPrecision(12));
  const decimals = numberText(rounded).split(/[.,]/)[1]?.length ?? 0;
  return number(rounded, Math.min(decimals, 6));
}

/** Dates, clock times and ids as they are read. */
function textOf(text: string, data: BaseData): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return date(text);
  const known = (['sites', 'origins', 'payers'] as const)
    .map((source) => namesFrom(source, data).get(text))
    .find((name) => name !== undefined);
  if (known !== undefined) return known;
  const part = partName(text);
  if (part !== text) return part.toLowerCase();
  return text === 'elsewhere' ? texts().form.elsewhere : optionName(text);
}
