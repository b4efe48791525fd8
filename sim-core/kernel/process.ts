import { Interruption, SimulationError } from './errors.ts';
import type { Occurrence } from './combination.ts';
import type { EventHandle } from './event-queue.ts';
import { Signal } from './signal.ts';
import type { Simulation } from './simulation.ts';

/**
 * What a process yields. A wait is arranged by the call that makes it (`delay`, `seize`, …) and `yield` then hands
 * control back; the value of `yield` is the outcome of the wait. There are only two waits, so none is allocated.
 */
export interface Wait {
  readonly wait: 'suspended' | 'over at once';
}

export const suspended: Wait = Object.freeze({ wait: 'suspended' });
export const overAtOnce: Wait = Object.freeze({ wait: 'over at once' });

/** The body of a process: a generator that yields waits and is handed their outcomes. */
export type ProcessBody<Result = void> = Generator<Wait, Result, number>;

/** Outcome of a wait whose patience ran out. All other outcomes are zero or more. */
export const gaveUp = -1;

/** Something a process can stand in line for, and leave when it is interrupted or loses patience. */
export interface WaitingPlace {
  readonly name: string;
  /** Takes the process out of the line, or takes back what it was granted but has not yet learned of. */
  withdraw(process: Process): void;
}

/** Something of which a process can hold units. */
export interface Holdable {
  readonly name: string;
  /** Takes a unit back from a process that has failed or was interrupted to its end. */
  reclaim(process: Process): void;
}

export class Process<Result = unknown> {
  readonly simulation: Simulation;
  /** Unique among the live processes. */
  readonly number: number;
  readonly name: string;
  ended = false;
  /** What the body returned; undefined until it has ended. */
  result: Result | undefined;

  /** Where it stands in line, and with which request. Belongs to that place. */
  waitingPlace: WaitingPlace | undefined;
  request = 0;
  requestedUnits = 0;

  private readonly body: ProcessBody<Result>;
  private wakeEvent: EventHandle = -1;
  private patienceEvent: EventHandle = -1;
  private outcome = 0;
  private inWait = false;
  private interruption: Interruption | undefined;
  private ending: Signal | undefined;
  /** What it holds, one entry for each unit or group of units taken together; made when first needed. */
  private holdings: Holdable[] | undefined;

  constructor(simulation: Simulation, number: number, name: string, body: ProcessBody<Result>) {
    this.simulation = simulation;
    this.number = number;
    this.name = name;
    this.body = body;
    this.inWait = true;
  }

  /** Waits until this process has ended; at once if it has. Outcome 0, or `gaveUp` after `patience`. */
  join(patience = Infinity): Wait {
    const { simulation } = this;
    this.checkOther(simulation.activeProcess);
    if (this.ended) return simulation.waitingProcess().continueWith(0);
    return this.endingSignal().wait(patience);
  }

  /** The end of this process, as one of several occurrences to wait for. */
  end(): Occurrence {
    return {
      name: `end of ${this.name}`,
      begin: (process, happened) => {
        this.checkOther(process);
        if (!this.ended) return this.endingSignal().next().begin(process, happened);
        happened();
        return () => {};
      },
    };
  }

  private checkOther(waiting: Process | undefined): void {
    if (waiting !== (this as Process)) return;
    throw new SimulationError('A process waits for its own end', this.simulation.context());
  }

  private endingSignal(): Signal {
    return (this.ending ??= new Signal(this.simulation, `end of ${this.name}`));
  }

  /**
   * Breaks off the wait of this process: it leaves the line it stands in and an `Interruption` is thrown into it, at this
   * time but after the events already scheduled for it. An error if it has ended or is the one running.
   */
  interrupt(reason?: unknown): void {
    const { simulation } = this;
    if (this.ended)
      throw new SimulationError(`Process "${this.name}" has ended and can't be interrupted`, simulation.context());
    if (!this.inWait || simulation.activeProcess === (this as Process))
      throw new SimulationError(`Process "${this.name}" can't interrupt itself`, simulation.context());
    if (this.interruption !== undefined) return;
    const wakeTime = this.waitingPlace === undefined ? simulation.timeOf(this.wakeEvent) : NaN;
    this.breakOff();
    this.interruption = new Interruption(reason, Number.isNaN(wakeTime) ? 0 : wakeTime - simulation.now);
    this.wakeAt(simulation.now);
  }

  /** Whether an interruption is on its way to it, at this very time. */
  get isInterrupted(): boolean {
    return this.interruption !== undefined;
  }

  /** Notes that it holds something. Called by what it holds. */
  take(held: Holdable): void {
    if (this.holdings === undefined) this.holdings = [held];
    else this.holdings.push(held);
  }

  /** Notes that it no longer holds something; false when it does not hold it. */
  letGo(held: Holdable): boolean {
    const { holdings } = this;
    if (holdings === undefined) return false;
    const index = holdings.lastIndexOf(held);
    if (index < 0) return false;
    // Most processes let go of what they took last.
    if (index === holdings.length - 1) holdings.pop();
    else holdings.splice(index, 1);
    return true;
  }

  /** Where the process stands in line, for reports; undefined while it is running, delayed or ended. */
  get waitsFor(): string | undefined {
    return this.waitingPlace?.name;
  }

  /** Marks the beginning of a wait; every wait must be yielded before the next begins. */
  beginWait(): void {
    if (this.inWait) throw notYielded(this.simulation);
    this.inWait = true;
    this.outcome = 0;
  }

  /** Ends the wait that has begun at once. */
  continueWith(outcome: number): Wait {
    this.outcome = outcome;
    return overAtOnce;
  }

  /** Suspends until `time`. */
  wakeAt(time: number): Wait {
    this.wakeEvent = this.simulation.scheduleAt(time, this.simulation.resumeProcess, this.number);
    return suspended;
  }

  /** Suspends until `place` wakes it with `wakeWith`, or until patience runs out. */
  standInLine(place: WaitingPlace, patience: number): Wait {
    this.waitingPlace = place;
    if (!(patience >= 0)) {
      const remedy = 'it must be zero or more, or Infinity';
      throw new SimulationError(
        `A patience of ${patience} is not possible: ${remedy}`,
        this.simulation.context(place.name),
      );
    }
    if (patience < Infinity) {
      this.patienceEvent = this.simulation.schedule(patience, this.simulation.endPatience, this.number);
    }
    return suspended;
  }

  /** Ends the wait in a line, at this time but after the events already scheduled for it. */
  wakeWith(outcome: number): void {
    this.simulation.cancel(this.patienceEvent);
    this.outcome = outcome;
    this.wakeAt(this.simulation.now);
  }

  /** Runs the body until its next wait. Called by the event that ends the current one. */
  wake(): void {
    const { simulation, body } = this;
    const caller = simulation.activeProcess;
    simulation.activeProcess = this;
    this.waitingPlace = undefined;
    this.inWait = false;
    try {
      let step: IteratorResult<Wait, Result>;
      if (this.interruption === undefined) {
        step = body.next(this.outcome);
      } else {
        const thrown = this.interruption;
        this.interruption = undefined;
        step = body.throw(thrown);
      }
      while (!step.done) {
        if (step.value === suspended && this.inWait) return;
        if (step.value !== overAtOnce || !this.inWait) throw this.foreignYield(step.value);
        this.inWait = false;
        step = body.next(this.outcome);
      }
      if (this.inWait) throw notYielded(simulation);
      const [held] = this.holdings ?? [];
      if (held !== undefined)
        throw new SimulationError('The process has ended and still holds a unit', simulation.context(held.name));
      this.finish(step.value);
    } catch (error) {
      this.fail(error);
    } finally {
      simulation.activeProcess = caller;
    }
  }

  /** Leaves the line it stands in and goes on with the outcome `gaveUp`. Called by the event that ends its patience. */
  losePatience(): void {
    this.leaveLine();
    this.outcome = gaveUp;
    this.wake();
  }

  /** Takes back everything that would end the wait. */
  private breakOff(): void {
    this.leaveLine();
    this.simulation.cancel(this.wakeEvent);
  }

  private leaveLine(): void {
    this.simulation.cancel(this.patienceEvent);
    this.waitingPlace?.withdraw(this);
    this.waitingPlace = undefined;
  }

  private finish(result: Result | undefined): void {
    this.ended = true;
    this.result = result;
    this.simulation.forget(this);
    this.ending?.fire();
  }

  private fail(error: unknown): void {
    // A wait that had begun without being yielded must not end in the name of whoever takes over the number.
    if (this.inWait) this.breakOff();
    for (const held of this.holdings?.splice(0).reverse() ?? []) held.reclaim(this);
    if (error instanceof Interruption) {
      this.finish(undefined);
      return;
    }
    this.ended = true;
    this.simulation.forget(this);
    if (error instanceof SimulationError) throw error;
    const text = error instanceof Error ? error.message : String(error);
    throw new SimulationError(`Process "${this.name}" failed: ${text}`, this.simulation.context(), error);
  }

  private foreignYield(value: unknown): SimulationError {
    const remedy = 'yield only what delay, seize, join and the other waits return';
    return new SimulationError(`The process yielded ${describe(value)}: ${remedy}`, this.simulation.context());
  }
}

function notYielded(simulation: Simulation): SimulationError {
  return new SimulationError('The last wait was not yielded: write `yield` before it', simulation.context());
}

function describe(value: unknown): string {
  return value === suspended || value === overAtOnce ? 'a wait that was not made for it' : String(value);
}
