import type { Process, Wait, WaitingPlace } from './process.ts';
import type { Simulation } from './simulation.ts';

/**
 * One of several things that a process waits for at once. `begin` starts to wait and gives a function that calls the wait
 * off (and gives back what it may have brought); it calls `happened` once, never from within itself unless at once.
 */
export interface Occurrence {
  readonly name: string;
  begin: (process: Process, happened: () => void) => () => void;
}

/**
 * Waits for the first of several occurrences. The outcome is the index of the one that happened first; all others are
 * called off, so that nobody stands in a line or holds a unit for nothing. `gaveUp` after `patience`.
 *
 * ```ts
 * const winner = yield any(simulation, [rooms.claim(), bell.next(), after(simulation, 30)]);
 * ```
 */
export function any(simulation: Simulation, occurrences: readonly Occurrence[], patience = Infinity): Wait {
  return new Combination(occurrences, 1).wait(simulation.waitingProcess(), patience);
}

/**
 * Waits until all of several occurrences have happened, in any order. The outcome is the index of the one that was last.
 * What came early is held meanwhile; to take several resources together without holding some for the others, use
 * `seizeTogether`. When patience runs out or the process is interrupted, everything is called off and given back.
 */
export function all(simulation: Simulation, occurrences: readonly Occurrence[], patience = Infinity): Wait {
  return new Combination(occurrences, occurrences.length).wait(simulation.waitingProcess(), patience);
}

/** Happens after a delay. @param delay zero or more */
export function after(simulation: Simulation, delay: number): Occurrence {
  return {
    name: `delay of ${delay}`,
    begin(_process, happened) {
      const event = simulation.schedule(delay, happened);
      return () => simulation.cancel(event);
    },
  };
}

class Combination implements WaitingPlace {
  readonly name: string;
  private readonly occurrences: readonly Occurrence[];
  private readonly needed: number;
  private readonly callOff: (() => void)[] = [];
  private readonly happened = new Set<number>();
  private last = 0;
  private suspended = false;

  constructor(occurrences: readonly Occurrence[], needed: number) {
    if (occurrences.length === 0) throw new RangeError('A wait for any or all needs at least one occurrence');
    this.occurrences = occurrences;
    this.needed = needed;
    this.name = occurrences.map(({ name }) => name).join(needed === 1 ? ' or ' : ' and ');
  }

  wait(process: Process, patience: number): Wait {
    for (const [index, occurrence] of this.occurrences.entries()) {
      const callOff = occurrence.begin(process, () => this.note(process, index));
      this.callOff[index] = callOff;
      if (this.isOver) break;
    }
    if (this.isOver) {
      this.callOffOthers();
      return process.continueWith(this.last);
    }
    this.suspended = true;
    return process.standInLine(this, patience);
  }

  withdraw(): void {
    for (const callOff of this.callOff) callOff?.();
  }

  private get isOver(): boolean {
    return this.happened.size >= this.needed;
  }

  private note(process: Process, index: number): void {
    this.happened.add(index);
    this.last = index;
    if (!this.suspended || this.happened.size !== this.needed) return;
    this.callOffOthers();
    process.wakeWith(index);
  }

  /** Calls off what has not happened; what has happened is the process's from now on. */
  private callOffOthers(): void {
    for (const [index, callOff] of this.callOff.entries()) if (!this.happened.has(index)) callOff();
  }
}
