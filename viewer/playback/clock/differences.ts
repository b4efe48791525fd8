import type { Recording } from '../recording.ts';

/** What is held against each other while two plans are played. */
export const runningMeasures = [
  'labourRooms',
  'births',
  'knownBirths',
  'withoutOwn',
  'diversions',
  'teamCalls',
] as const;
export type RunningMeasure = (typeof runningMeasures)[number];

/**
 * A measure of one plan at an instant: women, births, moves or calls; `withoutOwn` in hours of women without a midwife of
 * their own.
 */
export function measureAt({ index, playback: { from } }: Recording, measure: RunningMeasure, time: number): number {
  // What happens at the very instant is part of the picture then.
  const until = time + 1e-6;
  switch (measure) {
    case 'labourRooms':
      return index.labourRooms.at(time);
    case 'births':
      return index.happenings.birth.count(from, until);
    case 'knownBirths':
      return index.knownBirths.count(from, until);
    case 'withoutOwn':
      return index.withoutOwn.over(from, time) / 60;
    case 'diversions':
      return index.happenings.diversion.count(from, until);
    case 'teamCalls':
      return index.teamCalls.count(from, until);
  }
}

/** A measure at the end of a day. */
export interface DayDifference {
  /** Minutes of the clock. */
  time: number;
  difference: number;
}

/** The difference b − a at the end of each day of the horizon; of what is counted now, the mean of the day. */
export function differenceByDay(a: Recording, b: Recording, measure: RunningMeasure): DayDifference[] {
  const { calendar } = a;
  const { from, to } = a.playback;
  const days: DayDifference[] = [{ time: from, difference: 0 }];
  for (let day = calendar.dayOf(from); calendar.midnight(day) < to; day++) {
    const begins = Math.max(from, calendar.midnight(day));
    const ends = Math.min(to, calendar.midnight(day + 1));
    const difference =
      measure === 'labourRooms'
        ? (b.index.labourRooms.over(begins, ends) - a.index.labourRooms.over(begins, ends)) / (ends - begins)
        : measureAt(b, measure, ends - 1e-3) - measureAt(a, measure, ends - 1e-3);
    days.push({ time: ends, difference });
  }
  return days;
}
