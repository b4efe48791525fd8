import { kroner, number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { minutesPerDay, minutesPerHour } from './recorded.ts';

/** What is told of a woman in one plan. */
export interface WomanInPlan {
  midwives: number;
  isKnownAtBirth: boolean;
  /** Minutes of the clock; NaN if she has not left hospital in the period. */
  bornAt: number;
  leftAt: number;
  kroner: number;
}

/** Whether an hour, or an amount in kroner, is worth telling of. */
const leastMinutes = 30;
const leastKroner = 50;

/** What is different for a woman in this plan from the other, in a sentence. @param plan the name of this plan */
export function differenceInWords(plan: string, these: WomanInPlan, those: WomanInPlan): string {
  const { other } = texts().people;
  const parts: string[] = [];
  const hasBirth = !Number.isNaN(these.bornAt) && !Number.isNaN(those.bornAt);
  parts.push(
    these.midwives === those.midwives
      ? other.metSame(number(these.midwives))
      : other.met(number(these.midwives), number(those.midwives)),
  );
  if (hasBirth) {
    const isSame = these.isKnownAtBirth === those.isKnownAtBirth;
    parts.push(
      these.isKnownAtBirth
        ? isSame
          ? other.knownToo
          : other.knownHere
        : isSame
          ? other.unknownToo
          : other.unknownHere,
    );
  }
  const later = these.leftAt - those.leftAt;
  if (Math.abs(later) >= leastMinutes) parts.push((later < 0 ? other.earlier : other.later)(duration(Math.abs(later))));
  const more = these.kroner - those.kroner;
  if (Math.abs(more) >= leastKroner) parts.push(other.cost(signedKroner(more)));
  const last = parts.pop()!;
  const list = parts.length === 0 ? last : `${parts.join(', ')}${other.and}${last}`;
  return other.inPlan(plan, list);
}

function duration(minutes: number): string {
  const { people } = texts();
  if (minutes < minutesPerHour) return people.onlyMinutes(number(minutes));
  const hours = Math.round(minutes / minutesPerHour);
  if (minutes < 2 * minutesPerDay) return people.other.hours(number(hours));
  return people.daysHours(number(Math.floor(hours / 24)), number(hours % 24));
}

function signedKroner(amount: number): string {
  const text = kroner(amount);
  return amount > 0 ? `+${text}` : text;
}
