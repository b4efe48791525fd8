import { SimulationError } from './errors.ts';
import { EventQueue, type EventHandle, type EventHandler } from './event-queue.ts';
import { gaveUp, type Process, type Wait, type WaitingPlace } from './process.ts';
import type { Simulation } from './simulation.ts';
import { LevelTimes } from './statistics/level-times.ts';
import { Tally } from './statistics/tally.ts';
import { TimeWeighted } from './statistics/time-weighted.ts';

/** From `at` on, the resource has `capacity` units. */
export interface CapacityChange {
  at: number;
  capacity: number;
}

/**
 * A number of like units (rooms, beds, servers) and the line of those who wait for one: lower priority number first,
 * within it first come, first served.
 *
 * ```ts
 * const rooms = new Resource(simulation, 'labour rooms', 7);
 * yield rooms.seize();
 * yield simulation.delay(hours(10));
 * rooms.release();
 * ```
 *
 * When the capacity falls below the number in use, those inside finish; nobody enters until there is room again.
 */
export class Resource implements WaitingPlace {
  readonly name: string;
  /** Units in use over time: mean and quantiles. */
  readonly usage: LevelTimes;
  /** Length of the line over time. */
  readonly queueLength: TimeWeighted;
  /** Time in line of everybody who was served, zero for those who did not have to wait. */
  readonly waits = new Tally();

  private readonly simulation: Simulation;
  private readonly line = new EventQueue(16);
  /** When each request in line was made, by its slot in the line. */
  private readonly requestedAt: number[] = [];
  private unitsInUse = 0;
  private units: number;

  /** @param capacity number of units, a whole number of zero or more */
  constructor(simulation: Simulation, name: string, capacity: number) {
    this.simulation = simulation;
    this.name = name;
    this.units = this.checkedCapacity(capacity);
    this.usage = new LevelTimes(simulation.now, 0);
    this.queueLength = new TimeWeighted(simulation.now, 0);
  }

  get capacity(): number {
    return this.units;
  }

  get inUse(): number {
    return this.unitsInUse;
  }

  /** Number of requests in line. */
  get waiting(): number {
    return this.line.size;
  }

  /** Units that can be taken now. Zero when the capacity has fallen below the number in use. */
  get free(): number {
    return Math.max(0, this.units - this.unitsInUse);
  }

  /** Takes a unit if one is free; never waits. */
  tryTake(): boolean {
    if (this.unitsInUse >= this.units) return false;
    this.waits.add(0);
    this.setInUse(this.unitsInUse + 1);
    return true;
  }

  /**
   * Waits for a unit. The outcome is 0 when it has one, `gaveUp` when `patience` ran out first. With patience 0 it
   * balks: it takes a unit that is free and does not wait for one.
   * @param priority −255…255, lowest first
   */
  seize(priority = 0, patience = Infinity): Wait {
    const process = this.simulation.waitingProcess();
    if (this.tryTake()) return process.continueWith(0);
    if (patience === 0) return process.continueWith(gaveUp);
    process.request = this.enqueue(priority, this.simulation.resumeProcess, process.number);
    return process.standInLine(this, patience);
  }

  /**
   * The same for models made of events: calls `handler(payload)` when a unit has been taken, at once if one is free.
   * Returns the request, to `cancelRequest` it, or −1 when it was served at once.
   */
  request(handler: EventHandler, payload = 0, priority = 0): EventHandle {
    if (this.tryTake()) {
      handler(payload);
      return -1;
    }
    return this.enqueue(priority, handler, payload);
  }

  /** Leaves the line; false when the request has been served or withdrawn. */
  cancelRequest(request: EventHandle): boolean {
    if (request < 0 || !this.line.cancel(request)) return false;
    this.queueLength.set(this.simulation.now, this.line.size);
    return true;
  }

  /** Gives a unit back, and with it serves the first in line. */
  release(): void {
    if (this.unitsInUse === 0) {
      throw new SimulationError('Released a unit that nobody holds', this.simulation.context(this.name));
    }
    this.setInUse(this.unitsInUse - 1);
    this.serve();
  }

  /** Changes the number of units from now on. Those inside finish even if there are more of them. */
  setCapacity(capacity: number): void {
    this.units = this.checkedCapacity(capacity);
    this.serve();
  }

  /**
   * Follows a timetable of capacities. Changes must be in order of time; those that lie before now must come first, and the
   * last of them holds at once. The timetable may be endless: a change is only asked for when the one before has happened.
   */
  followTimetable(changes: Iterable<CapacityChange>): void {
    const iterator = changes[Symbol.iterator]();
    const next = (current: number): void => {
      let held = current;
      for (;;) {
        const step = iterator.next();
        if (step.done) break;
        const { at, capacity } = step.value;
        if (at > this.simulation.now) {
          this.simulation.scheduleAt(at, () => next(capacity));
          break;
        }
        held = capacity;
      }
      if (held !== this.units) this.setCapacity(held);
    };
    next(this.units);
  }

  /** Forgets the statistics gathered so far; those who wait and those inside stay. */
  resetStatistics(): void {
    this.usage.reset(this.simulation.now);
    this.queueLength.reset(this.simulation.now);
    this.waits.reset();
  }

  withdraw(process: Process): void {
    if (!this.cancelRequest(process.request)) this.release();
  }

  private enqueue(priority: number, handler: EventHandler, payload: number): EventHandle {
    this.simulation.checkPriority(priority);
    const request = this.line.push(priority, 0, handler, payload);
    this.requestedAt[this.line.slotOf(request)] = this.simulation.now;
    this.queueLength.set(this.simulation.now, this.line.size);
    return request;
  }

  private serve(): void {
    const { line, simulation } = this;
    while (line.size > 0 && this.unitsInUse < this.units) {
      this.waits.add(simulation.now - this.requestedAt[line.nextSlot]!);
      line.pop();
      this.queueLength.set(simulation.now, line.size);
      this.setInUse(this.unitsInUse + 1);
      // Served through the queue, not by a direct call, so that whoever released goes on first and calls never nest.
      if (line.handler === simulation.resumeProcess) simulation.wakeProcess(line.payload, 0);
      else simulation.schedule(0, line.handler, line.payload);
    }
  }

  private setInUse(units: number): void {
    this.unitsInUse = units;
    this.usage.set(this.simulation.now, units);
  }

  private checkedCapacity(capacity: number): number {
    if (!Number.isInteger(capacity) || capacity < 0) {
      throw new SimulationError(
        `A capacity of ${capacity} is not possible: it must be a whole number of zero or more`,
        {
          time: this.simulation.now,
          subject: this.name,
        },
      );
    }
    return capacity;
  }
}
