import { SimulationError } from './errors.ts';
import { EventQueue, highestPriority, lowestPriority, type EventHandle, type EventHandler } from './event-queue.ts';
import { Process, type ProcessBody, type Wait } from './process.ts';

/** When a run is to stop; whichever comes first. */
export interface RunLimits {
  /** Events at this time and later stay pending. Default: no limit. */
  until?: number;
  /** Number of events to carry out, 0 or more. Default: no limit. */
  events?: number;
  /** Asked after each event; the run stops when it says true. */
  when?: () => boolean;
  /** Looked at every `every` events. A run in a page is cut into slices of so many events to keep it responsive. */
  signal?: { readonly aborted: boolean };
  /** Called every `every` events. */
  onProgress?: () => void;
  /** Number of events between two looks at `signal` and calls of `onProgress`. Default 10,000. */
  every?: number;
}

/** Why a run has stopped: its time was reached, no event was left, or one of the other limits. */
export type RunEnd = 'time' | 'no events' | 'event count' | 'condition' | 'stopped' | 'aborted';

/**
 * A clock, the pending events and the processes that live on it.
 *
 * Events and processes share one queue, so ties between them are settled like any other: lower priority number first,
 * then the order of scheduling. The clock's unit is whatever the model takes it to be; the maternity model uses minutes.
 *
 * ```ts
 * const simulation = new Simulation();
 * simulation.schedule(5, () => console.log(simulation.now)); // 5
 * simulation.run();
 * ```
 */
export class Simulation {
  /** Current simulated time. */
  now = 0;
  /** Number of events carried out so far. */
  eventCount = 0;
  /** The process that is running at this moment, if any. */
  activeProcess: Process | undefined;

  private readonly queue = new EventQueue(1024);
  private running = false;
  private stopRequested = false;
  private readonly processes: (Process | undefined)[] = [];
  private readonly freeProcessNumbers: number[] = [];

  /** Number of events that have not happened yet. */
  get pendingEvents(): number {
    return this.queue.size;
  }

  /** Time of the next event, or Infinity. */
  get nextEventTime(): number {
    return this.queue.nextTime;
  }

  /**
   * Calls `handler(payload)` after `delay`.
   * @param delay zero or more; Infinity and NaN are errors
   * @param payload a signed 32-bit integer handed to the handler
   * @param priority −255…255; among events at the same time the lowest number comes first
   */
  schedule(delay: number, handler: EventHandler, payload = 0, priority = 0): EventHandle {
    return this.scheduleAt(this.now + delay, handler, payload, priority);
  }

  /** Like `schedule`, at a point in time that must not lie in the past. */
  scheduleAt(time: number, handler: EventHandler, payload = 0, priority = 0): EventHandle {
    if (!(time >= this.now && time < Infinity)) {
      throw new SimulationError(
        `An event can't be scheduled at ${time}: the time must be finite and not before now`,
        this.context(),
      );
    }
    this.checkPriority(priority);
    return this.queue.push(time, priority, handler, payload);
  }

  /** Throws unless a priority is an integer in −255…255. */
  checkPriority(priority: number): void {
    if (Math.trunc(priority) !== priority || priority < highestPriority || priority > lowestPriority) {
      throw new SimulationError(
        `A priority of ${priority} is not possible: it must be an integer in −255…255`,
        this.context(),
      );
    }
  }

  /** Takes back an event; false when it has already happened or been cancelled. */
  cancel(handle: EventHandle): boolean {
    return this.queue.cancel(handle);
  }

  /** Moves a pending event to another time, behind the events already there; false when it is gone. */
  rescheduleAt(handle: EventHandle, time: number): boolean {
    if (!(time >= this.now && time < Infinity)) {
      throw new SimulationError(
        `An event can't be moved to ${time}: the time must be finite and not before now`,
        this.context(),
      );
    }
    return this.queue.reschedule(handle, time);
  }

  /** Time at which a pending event will happen; NaN when it is gone. */
  timeOf(handle: EventHandle): number {
    return this.queue.timeOf(handle);
  }

  /** Carries out the next event; false when there is none. */
  step(): boolean {
    this.enter();
    try {
      const { queue } = this;
      if (!queue.pop()) return false;
      this.now = queue.time;
      this.eventCount++;
      queue.handler(queue.payload);
      return true;
    } finally {
      this.running = false;
    }
  }

  /**
   * Carries out events in order and says why it stopped. With a number: all events before that time, and then the clock is
   * set to it. Events at exactly that time stay pending, so that runs can be continued and periods do not overlap. Without
   * anything: until no event is left. A run that was stopped goes on where it was when `run` is called again; statistics
   * can be read in between.
   */
  run(limits: number | RunLimits = Infinity): RunEnd {
    const { until = Infinity, ...others } = typeof limits === 'number' ? { until: limits } : limits;
    if (!(until >= this.now)) throw new SimulationError(`Can't run until ${until}: that is before now`, this.context());
    this.enter();
    this.stopRequested = false;
    try {
      const end = Object.keys(others).length === 0 ? this.runUntil(until) : this.runWithin({ ...others, until });
      if (end === 'time' && until < Infinity) this.now = until;
      return end === 'time' && this.queue.size === 0 ? 'no events' : end;
    } finally {
      this.running = false;
    }
  }

  private runUntil(until: number): RunEnd {
    const { queue } = this;
    while (queue.nextTime < until) {
      queue.pop();
      this.now = queue.time;
      this.eventCount++;
      queue.handler(queue.payload);
      if (this.stopRequested) return 'stopped';
    }
    return 'time';
  }

  private runWithin({
    until = Infinity,
    events = Infinity,
    when,
    signal,
    onProgress,
    every = 10_000,
  }: RunLimits): RunEnd {
    const { queue } = this;
    const last = this.eventCount + events;
    let next = this.eventCount + every;
    if (signal?.aborted) return 'aborted';
    while (queue.nextTime < until) {
      if (this.eventCount >= last) return 'event count';
      queue.pop();
      this.now = queue.time;
      this.eventCount++;
      queue.handler(queue.payload);
      if (this.stopRequested) return 'stopped';
      if (when?.()) return 'condition';
      if (this.eventCount >= next) {
        next = this.eventCount + every;
        onProgress?.();
        if (signal?.aborted) return 'aborted';
      }
    }
    return 'time';
  }

  /**
   * Everybody who stands in a line, and where: what to look at when a run has come to an end without events and the model
   * has not.
   */
  whoWaits(): { process: string; waitsFor: string }[] {
    return this.processes.flatMap((process) =>
      process?.waitsFor === undefined ? [] : [{ process: process.name, waitsFor: process.waitsFor }],
    );
  }

  private enter(): void {
    if (this.running) throw new SimulationError('The simulation is running already', this.context());
    this.running = true;
  }

  /** Makes `run` return after the current event. */
  stop(): void {
    this.stopRequested = true;
  }

  /**
   * Starts a process: its body runs until its first wait at time now + delay.
   * @param name used in error messages
   */
  start<Result>(name: string, body: ProcessBody<Result>, delay = 0): Process<Result> {
    const number = this.freeProcessNumbers.at(-1) ?? this.processes.length;
    const process = new Process<Result>(this, number, name, body);
    process.wakeAt(this.now + delay);
    if (number < this.processes.length) this.freeProcessNumbers.pop();
    this.processes[number] = process;
    return process;
  }

  /** Waits: `yield simulation.delay(30)` lets 30 units of time pass. Zero or more; only inside a process. */
  delay(duration: number): Wait {
    if (!(duration >= 0 && duration < Infinity)) {
      throw new SimulationError(
        `A delay of ${duration} is not possible: it must be finite and zero or more`,
        this.context(),
      );
    }
    const process = this.waitingProcess();
    return process.wakeAt(this.now + duration);
  }

  /** The running process, made ready to wait. For building new kinds of waits. */
  waitingProcess(): Process {
    const process = this.activeProcess;
    if (process === undefined) throw new SimulationError('Only a process can wait', this.context());
    process.beginWait();
    return process;
  }

  /** Handler that resumes the process whose number is the payload. */
  readonly resumeProcess: EventHandler = (number) => {
    this.processes[number]!.wake();
  };

  /** The live process with a number. */
  processNumbered(number: number): Process {
    return this.processes[number]!;
  }

  /** Ends the wait of the process with this number, which stands in a line. For building new kinds of waits. */
  wakeProcess(number: number, outcome: number): void {
    this.processes[number]!.wakeWith(outcome);
  }

  /** Handler that ends the patience of the process whose number is the payload. */
  readonly endPatience: EventHandler = (number) => {
    this.processes[number]!.losePatience();
  };

  /** Forgets an ended process, so that its number can be used again. Called by the process itself. */
  forget(process: Process): void {
    this.processes[process.number] = undefined;
    this.freeProcessNumbers.push(process.number);
  }

  /** Time and running process, for error messages. */
  context(subject?: string): { time: number; process?: string; subject?: string } {
    return {
      time: this.now,
      ...(this.activeProcess === undefined ? {} : { process: this.activeProcess.name }),
      ...(subject === undefined ? {} : { subject }),
    };
  }
}
