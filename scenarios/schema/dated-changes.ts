import type { Finding } from './problems.ts';

/** A change of a count from a first day to a last, or for good. */
interface Change {
  start: string;
  end?: string | undefined;
}

/** An intervention and its place in the list of interventions. */
interface Dated<T> {
  index: number;
  intervention: T;
}

/**
 * The intervention that brings a count below zero, and the first day on which it does, if any. A count is lowest on the first day of
 * some change or on the day after the last day of one.
 */
export function firstNegative<T extends Change>(
  changes: readonly Dated<T>[],
  present: number,
  by: (change: T) => number,
) {
  const days = changes.flatMap(({ intervention: { start, end } }) =>
    end === undefined ? [start] : [start, dayAfter(end)],
  );
  for (const day of [...new Set(days)].sort()) {
    const inForce = changes.filter(
      ({ intervention: { start, end } }) => start <= day && (end === undefined || day <= end),
    );
    const left = inForce.reduce((sum, { intervention }) => sum + by(intervention), present);
    const last = inForce.findLast(({ intervention }) => by(intervention) < 0);
    if (left < 0 && last !== undefined) return { index: last.index, left, day };
  }
  return undefined;
}

/** Words a change that takes away more than there is. */
export function negative(present: number, { left, day }: { left: number; day: string }): Finding {
  return {
    found: {
      en: `leaves ${left} on ${day}`,
      nb: `det blir ${left} igjen den ${day}`,
    },
    allowed: {
      en: `taking away no more than there is; there are ${present} before any change`,
      nb: `å ta bort høyst så mange som finnes; det er ${present} før endringer`,
    },
  };
}

/** The next date; dates are written as yyyy-mm-dd. */
export function dayAfter(date: string): string {
  return addDays(date, 1);
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  const later = new Date(`${date}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}

/** Whether two periods have a day in common. */
export function overlap(a: Change, b: Change): boolean {
  return (b.end === undefined || a.start <= b.end) && (a.end === undefined || b.start <= a.end);
}
