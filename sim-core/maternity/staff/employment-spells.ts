import type { Person } from './person.ts';
import type { Era } from './posts.ts';

/** A span of days: its first, and the day after its last. */
interface DaySpan {
  readonly fromDay: number;
  readonly toDay: number;
}

/** When somebody is employed. */
type Employment = Pick<Person, 'fromDay' | 'toDay' | 'gaps'>;

/** Whether a person is employed on a day. */
export function isEmployed({ fromDay, toDay, gaps }: Employment, day: number): boolean {
  if (day < fromDay || day >= toDay) return false;
  return gaps === undefined || !gaps.some((gap) => gap.fromDay <= day && day < gap.toDay);
}

/** The spells of a person's employment within some days, in order; none is empty. */
export function employmentSpells(employment: Employment, firstDay: number, endDay: number): DaySpan[] {
  const spells: DaySpan[] = [];
  let fromDay = Math.max(firstDay, employment.fromDay);
  for (const gap of [...(employment.gaps ?? []), { fromDay: employment.toDay, toDay: Infinity }]) {
    const toDay = Math.min(endDay, gap.fromDay);
    if (toDay > fromDay) spells.push({ fromDay, toDay });
    fromDay = Math.max(fromDay, gap.toDay);
  }
  return spells;
}

/**
 * When somebody is employed who is so in some of the eras of a unit: from the first of them to the last.
 * @param inEra whether she is, by era
 * @param withGaps whether she is without employment in the eras between; else she is employed throughout
 */
export function employmentOver(eras: readonly Era[], inEra: readonly boolean[], withGaps: boolean): Employment {
  const first = inEra.indexOf(true);
  const last = inEra.lastIndexOf(true);
  const between = eras.filter((_, index) => first < index && index < last && !inEra[index]!);
  return {
    fromDay: eras[first]?.fromDay ?? Infinity,
    toDay: eras[last]?.toDay ?? Infinity,
    ...(withGaps && between.length > 0 && { gaps: between.map(({ fromDay, toDay }) => ({ fromDay, toDay })) }),
  };
}
