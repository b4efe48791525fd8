import type { Language } from './text-table.ts';

const narrowNoBreakSpace = '\u202F';
const minusSign = '−';
const locales: Record<Language, string> = { nb: 'nb-NO', en: 'en-GB' };

/**
 * A number as it is set in a text: decimal comma and narrow spaces between thousands in Norwegian, point and comma in
 * English, a real minus sign, and none before what is rounded to zero.
 * @param signed with a plus sign before what is more than zero
 */
export function numberText(value: number, decimals: number, language: Language, signed = false): string {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value).toLocaleString(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const spaced = language === 'nb' ? text.replaceAll(/\s/gu, narrowNoBreakSpace) : text;
  if (!/[1-9]/.test(text)) return spaced;
  if (value < 0) return `${minusSign}${spaced}`;
  return signed ? `+${spaced}` : spaced;
}

/** An interval in brackets; a dash where there is none. With a negative bound the two are held apart by words. */
export function intervalText([low, high]: readonly [number, number], decimals: number, language: Language): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return '[–]';
  const [from, to] = [numberText(low, decimals, language), numberText(high, decimals, language)];
  const between = `${from}${to}`.includes(minusSign) ? { nb: ' til ', en: ' to ' }[language] : '–';
  return `[${from}${between}${to}]`;
}
