import { language, texts } from './language.ts';

const locales = { nb: 'nb-NO', en: 'en-GB' };

/** What stands where a figure cannot be given. */
export const missing = '–';

const million = 1e6;

/** A number with a fixed number of decimals, grouped and signed as the language does it. */
export function number(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return missing;
  return typeset(formatter({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value));
}

/** As `number`, with a plus sign on what is above zero. */
export function signed(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return missing;
  const options = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  } as const;
  return typeset(formatter(options).format(value));
}

/** A share (0…1) as a percentage. */
export function percent(share: number, decimals = 0, signDisplay: 'auto' | 'exceptZero' = 'auto'): string {
  if (!Number.isFinite(share)) return missing;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay } as const;
  return typeset(formatter({ style: 'percent', ...options }).format(share));
}

/** Norwegian kroner, in millions from one million up: in thousand millions two plans would often read the same. */
export function kroner(amount: number): string {
  if (!Number.isFinite(amount)) return missing;
  if (Math.abs(amount) >= million) return texts().compare.millionsOfKroner(number(amount / million, 1));
  return typeset(
    formatter({
      style: 'currency',
      currency: 'NOK',
      currencyDisplay: language() === 'nb' ? 'narrowSymbol' : 'code',
      maximumFractionDigits: 0,
    }).format(amount),
  );
}

/**
 * A local date (yyyy-mm-dd) in words, e.g. «6. juli 2027», with the weekday if it is asked for. What is no date of the
 * calendar stands as it is.
 */
export function date(isoDate: string, withWeekday = false): string {
  return isDate(isoDate) ? dates(withWeekday).format(new Date(`${isoDate}T00:00:00Z`)) : isoDate;
}

/** Whether a text is a date that the calendar has, written as yyyy-mm-dd. */
export function isDate(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  // Browsers take 31 February for 3 March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${text}T`);
}

/** A short name of a month, 1…12. */
export function shortMonth(month: number): string {
  return months()
    .format(new Date(Date.UTC(2024, month - 1, 1)))
    .replace('.', '');
}

/** A time of day; bokmål writes 04.15. */
export function timeOfDay(hour: number, minute: number): string {
  const separator = language() === 'nb' ? '.' : ':';
  return `${String(hour).padStart(2, '0')}${separator}${String(minute).padStart(2, '0')}`;
}

/**
 * Locales disagree on hyphen or minus, and on how wide a space stands between thousands; figures in a column look alike only
 * with one of each. What is rounded to zero has no sign.
 */
function typeset(text: string): string {
  const sign = /[1-9]/.test(text) ? '\u2212' : '';
  return text.replace(/[-\u2212]/, sign).replace(/(\d)\s(?=\d{3})/g, '$1\u202f');
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language() + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locales[language()], options);
    formatters.set(key, found);
  }
  return found;
}

const dateFormatters = new Map<string, Intl.DateTimeFormat>();

function dates(withWeekday: boolean): Intl.DateTimeFormat {
  return dateFormatter(`date ${withWeekday}`, {
    ...(withWeekday ? { weekday: 'long' } : {}),
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function months(): Intl.DateTimeFormat {
  return dateFormatter('month', { month: 'short' });
}

/** Dates are formatted as UTC because they are handed over as midnight UTC of the local date. */
function dateFormatter(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language()} ${name}`;
  let found = dateFormatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locales[language()], { ...options, timeZone: 'UTC' });
    dateFormatters.set(key, found);
  }
  return found;
}
