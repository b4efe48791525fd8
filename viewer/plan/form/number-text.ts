import { language } from '../../language/language.ts';

/** Digits that a planner may want to see and type; beyond them the binary fraction shows. */
const digits = 12;

/** A number as it stands in a field, without spaces between thousands; with `asPercent`, a share as its percentage. */
export function numberText(value: number, asPercent = false): string {
  const text = plainDecimal(asPercent ? rounded(value * 100) : value);
  const signed = text.replace('-', '−');
  return language() === 'nb' ? signed.replace('.', ',') : signed;
}

/**
 * The number that a text stands for, with decimal comma or point, spaces between thousands and either minus; undefined if
 * it is none, or too large or too near zero to be kept to the last digit. In English a comma between groups of three digits parts thousands. @param asPercent the text is a percentage
 */
export function numberIn(text: string, asPercent = false): number | undefined {
  let plain = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  if (asPercent) plain = plain.replace(/%$/, '');
  if (language() === 'en' && /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(',', '');
  plain = plain.replace(',', '.');
  if (!/^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  // What cannot be kept as it was typed is left to stand, to be explained.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER || (value === 0 && /[1-9]/.test(plain.replace(/e.*$/i, ''))))
    return undefined;
  return asPercent ? rounded(value / 100) : value;
}

function rounded(value: number): number {
  return Number(value.toPrecision(digits));
}

/** Without an exponent where there is room for the digits. */
function plainDecimal(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const decimals = Number(text.split('e-')[1] ?? 0) + (text.split('e')[0]?.split('.')[1]?.length ?? 0);
  return decimals > 0 && decimals <= 20 ? value.toFixed(decimals) : text;
}
