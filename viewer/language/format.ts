import { language } from './language.ts';

const locales = { nb: 'nb-NO', en: 'en-GB' };

/** What stands where a figure cannot be given. */
export const missing = '–';

/** A number with a fixed number of decimals, grouped and signed as the language does it. */
export function number(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return missing;
  return minus(formatter({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value));
}

/** As `number`, with a plus sign on what is above zero. */
export function signed(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return missing;
  const options = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  } as const;
  return minus(formatter(options).format(value));
}

/** A share (0…1) as a percentage. */
export function percent(share: number, decimals = 0, signDisplay: 'auto' | 'exceptZero' = 'auto'): string {
  if (!Number.isFinite(share)) return missing;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay } as const;
  return minus(formatter({ style: 'percent', ...options }).format(share));
}

/** Norwegian kroner, in millions from one million up. */
export function kroner(amount: number): string {
  if (!Number.isFinite(amount)) return missing;
  const large = Math.abs(amount) >= 1e6;
  return minus(
    formatter({
      style: 'currency',
      currency: 'NOK',
      currencyDisplay: language() === 'nb' ? 'narrowSymbol' : 'code',
      ...(large ? { notation: 'compact', maximumFractionDigits: 1 } : { maximumFractionDigits: 0 }),
    }).format(amount),
  );
}

/** A local date (yyyy-mm-dd) in words, e.g. «6. juli 2027», with the weekday if it is asked for. */
export function date(isoDate: string, withWeekday = false): string {
  return dates(withWeekday).format(new Date(`${isoDate}T00:00:00Z`));
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

/** Locales disagree on hyphen or minus; figures in a column look alike only with one of them. */
function minus(text: string): string {
  return text.replace('-', '\u2212');
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
