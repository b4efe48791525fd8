import type { Occurrence } from './combination.ts';
import type { Process, Wait, WaitingPlace } from './process.ts';
import type { Simulation } from './simulation.ts';

/** Something that happens at moments nobody knows beforehand, and that any number of processes can wait for. */
export class Signal implements WaitingPlace {
  readonly name: string;
  private readonly simulation: Simulation;
  private waiting = new Set<{ wakeWith: (outcome: number) => void }>();

  constructor(simulation: Simulation, name: string) {
    this.simulation = simulation;
    this.name = name;
  }

  /** Waits for the next `fire`. The outcome is what it was fired with, or `gaveUp` after `patience`. */
  wait(patience = Infinity): Wait {
    const process = this.simulation.waitingProcess();
    this.waiting.add(process);
    return process.standInLine(this, patience);
  }

  /** Wakes everybody who waits, in the order in which they came. @param outcome zero or more */
  fire(outcome = 0): void {
    const woken = this.waiting;
    this.waiting = new Set();
    for (const waiter of woken) waiter.wakeWith(outcome);
  }

  /** The next `fire`, as one of several occurrences to wait for. */
  next(): Occurrence {
    return {
      name: this.name,
      begin: (_process, happened) => {
        const waiter = { wakeWith: happened };
        this.waiting.add(waiter);
        return () => this.waiting.delete(waiter);
      },
    };
  }

  withdraw(process: Process): void {
    this.waiting.delete(process);
  }
}
