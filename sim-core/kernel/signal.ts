import type { Process, Wait, WaitingPlace } from './process.ts';
import type { Simulation } from './simulation.ts';

/** Something that happens at moments nobody knows beforehand, and that any number of processes can wait for. */
export class Signal implements WaitingPlace {
  readonly name: string;
  private readonly simulation: Simulation;
  private waiting: Process[] = [];

  constructor(simulation: Simulation, name: string) {
    this.simulation = simulation;
    this.name = name;
  }

  /** Waits for the next `fire`. The outcome is what it was fired with, or `gaveUp` after `patience`. */
  wait(patience = Infinity): Wait {
    const process = this.simulation.waitingProcess();
    this.waiting.push(process);
    return process.standInLine(this, patience);
  }

  /** Wakes everybody who waits, in the order in which they came. @param outcome zero or more */
  fire(outcome = 0): void {
    const woken = this.waiting;
    this.waiting = [];
    for (const process of woken) process.wakeWith(outcome);
  }

  withdraw(process: Process): void {
    const index = this.waiting.indexOf(process);
    if (index >= 0) this.waiting.splice(index, 1);
  }
}
