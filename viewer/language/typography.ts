import type { Language } from './language.ts';

const noBreakSpace = '\u00a0';
const wordJoiner = '\u2060';

/**
 * A sentence with figures, set so that a line never ends between a figure and its unit, within an interval in square brackets,
 * or within «i dag». English has no space before the sign for per cent.
 */
export function unbroken(text: string, language: Language): string {
  return text
    .replace(/(\d) (?=%)/g, language === 'nb' ? `$1${noBreakSpace}` : '$1')
    .replace(/(\d) (?=mill\. kr|kr\b|million\b)/g, `$1${noBreakSpace}`)
    .replace(/\b(?:mill\. (?=kr\b)|NOK (?=\d)|i (?=dag\b))/g, (pair) => pair.replace(' ', noBreakSpace))
    .replace(/\[[^\]]*\]/g, (interval) =>
      interval.replaceAll(' ', noBreakSpace).replaceAll('–', `${wordJoiner}–${wordJoiner}`),
    );
}
