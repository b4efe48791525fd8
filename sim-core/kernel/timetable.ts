import type { Simulation } from './simulation.ts';

/**
 * Applies changes at their times, e.g. of the capacity of a ward. They must be in order of time; of those that do not lie
 * after now, the last is applied at once and the others are not. The timetable may be endless: a change is only asked for
 * when the one before has happened.
 */
export function followTimetable<Change extends { at: number }>(
  simulation: Simulation,
  changes: Iterable<Change>,
  apply: (change: Change) => void,
): void {
  const iterator = changes[Symbol.iterator]();
  const goOn = (from: Change | undefined): void => {
    let due = from;
    let step = iterator.next();
    for (; !step.done && step.value.at <= simulation.now; step = iterator.next()) due = step.value;
    if (!step.done) {
      const next = step.value;
      simulation.scheduleAt(next.at, () => goOn(next));
    }
    if (due !== undefined) apply(due);
  };
  goOn(undefined);
}
