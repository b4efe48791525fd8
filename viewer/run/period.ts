import { date } from '../language/format.ts';
import { texts } from '../language/language.ts';

/** First and last day of a horizon (yyyy-mm-dd) in words; whole calendar years by their numbers only: «2027», «2027–2028». */
export function periodName({ start, end }: { start: string; end: string }): string {
  const [first, last] = [start.slice(0, 4), end.slice(0, 4)];
  if (start.slice(5) !== '01-01' || end.slice(5) !== '12-31')
    return texts().compare.factPeriodValue(date(start), date(end));
  return first === last ? first : `${first}–${last}`;
}
