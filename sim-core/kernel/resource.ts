import type { Occurrence } from './combination.ts';
import { Interruption, Preemption, SimulationError } from './errors.ts';
import type { EventHandler } from './event-queue.ts';
import { gaveUp, type Holdable, type Process, type ProcessBody, type Wait, type WaitingPlace } from './process.ts';
import type { Simulation } from './simulation.ts';
import { LevelTimes } from './statistics/level-times.ts';
import { Tally } from './statistics/tally.ts';
import { TimeWeighted } from './statistics/time-weighted.ts';
import { WaitingLine, type RequestHandle } from './waiting-line.ts';
import { followTimetable } from './timetable.ts';

/** From `at` on, the resource has `capacity` units. */
export interface CapacityChange {
  at: number;
  capacity: number;
}

export interface ResourceOptions {
  /**
   * Who comes first among requests of the same priority: the first or the last that came (default first), or a function of
   * the request's number and time, lowest first, which then decides alone.
   */
  discipline?: 'first come' | 'last come' | ((request: { priority: number; number: number; time: number }) => number);
  /**
   * The first in line takes units away from the least urgent processes that hold some, if these are less urgent and have
   * enough. Who is running, or is being interrupted already, is told right afterwards, at the same time. Default false.
   */
  preemptive?: boolean;
  /**
   * What happens to those inside when the capacity falls below the number in use: they finish (default), they lose their
   * unit and are told that it closes, or they lose it and are told that they were pre-empted, so that they may come again.
   */
  whenClosing?: 'finish' | 'leave' | 'pre-empt';
}

interface Holder {
  process: Process;
  priority: number;
}

/** More numbers than requests can be made at one priority, so that the last come can be put before the first. */
const lastComeStep = 1_099_511_627_776;
const beforeOthers = -1;

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
 * A process that seizes a unit holds it until it releases it or hands it over; one that ends with a unit is an error, and
 * one that fails or is interrupted to its end gives back what it holds.
 */
export class Resource implements WaitingPlace, Holdable {
  readonly name: string;
  /** Units in use over time: mean and quantiles. */
  readonly usage: LevelTimes;
  /** Number of requests in line over time. */
  readonly queueLength: TimeWeighted;
  /** Time in line of every request that was served, zero for those that did not have to wait. */
  readonly waits = new Tally();

  private readonly simulation: Simulation;
  private readonly options: ResourceOptions;
  private readonly line = new WaitingLine();
  /** When each request in line was made, how many units it wants, how urgent it is and whose it is, by its slot in the line. */
  private readonly requestedAt: number[] = [];
  private readonly wanted: number[] = [];
  private readonly urgency: number[] = [];
  private readonly requester: (Process | undefined)[] = [];
  private readonly claims = new Map<number, () => void>();
  private nextClaim = 0;
  private unitsInUse = 0;
  private units: number;
  /** Units that no process holds: taken by events, or handed over. */
  private loose = 0;
  /** Who holds each unit; only kept where units can be taken away. */
  private readonly holders: Holder[] | undefined;
  private readonly freed = new Set<() => void>();
  /** Units are being taken away: those whose waits are broken off by that must not let others in meanwhile. */
  private takingAway = false;
  private willTryAgain = false;

  /** @param capacity number of units, a whole number of zero or more */
  constructor(simulation: Simulation, name: string, capacity: number, options: ResourceOptions = {}) {
    this.simulation = simulation;
    this.name = name;
    this.options = options;
    this.units = this.checkedCapacity(capacity);
    this.usage = new LevelTimes(simulation.now, 0);
    this.queueLength = new TimeWeighted(simulation.now, 0);
    const takesAway = options.preemptive === true || (options.whenClosing ?? 'finish') !== 'finish';
    this.holders = takesAway ? [] : undefined;
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

  /** Takes units if so many are free and nobody is in line; never waits. */
  tryTake(units = 1): boolean {
    this.checkUnits(units);
    if (this.unitsInUse + units > this.units || this.line.size > 0) return false;
    this.waits.add(0);
    this.grant(this.simulation.activeProcess, units, 0);
    return true;
  }

  /**
   * Waits for units, all of them at once. The outcome is 0 when it has them, `gaveUp` when `patience` ran out first. With
   * patience 0 it balks: it takes what is free and does not wait. A request for several units that is first in line lets
   * nobody past, so it can't starve.
   * @param priority −255…255, lowest first
   * @param units 1 or more, at most the capacity if it is ever to be served
   */
  seize(priority = 0, patience = Infinity, units = 1): Wait {
    const process = this.simulation.waitingProcess();
    return this.seizeFor(process, priority, patience, units, 0);
  }

  /**
   * Uses a unit for so long. When it is pre-empted, the process goes to the head of its priority's line and, with a unit
   * again, carries on with what was left. Write `yield*` before it.
   * @throws Interruption when it is interrupted for any other reason, also when the unit closes; it then holds no unit
   */
  *use(duration: number, priority = 0): ProcessBody {
    let left = duration;
    let rank = 0;
    for (;;) {
      let begun = false;
      try {
        yield this.seizeFor(this.simulation.waitingProcess(), priority, Infinity, 1, rank);
        begun = true;
        yield this.simulation.delay(left);
        this.release();
        return;
      } catch (error) {
        const reason = error instanceof Interruption ? error.reason : undefined;
        const takenAway = reason instanceof Preemption && reason.resource === this.name;
        if (begun && !takenAway) this.release();
        if (!takenAway || reason.kind !== 'pre-empted') throw error;
        // What was taken away before it had begun has used nothing; at the very end, nothing is left.
        if (begun) left = (error as Interruption).remaining;
        if (begun && left === 0) return;
        rank = beforeOthers;
      }
    }
  }

  /**
   * The same for models made of events: calls `handler(payload)` when units have been taken, at once if they are free.
   * Returns the request, to `cancelRequest` it, or −1 when it was served at once.
   */
  request(handler: EventHandler, payload = 0, priority = 0, units = 1): RequestHandle {
    this.check(priority, units);
    if (this.unitsInUse + units <= this.units && this.line.size === 0) {
      this.waits.add(0);
      this.grant(undefined, units, priority);
      handler(payload);
      return -1;
    }
    const request = this.enqueue(priority, 0, handler, payload, units, undefined);
    this.serve();
    return request;
  }

  /** Units, as one of several occurrences to wait for. */
  claim(priority = 0, units = 1): Occurrence {
    return {
      name: this.name,
      begin: (process, happened) => {
        this.check(priority, units);
        const number = this.nextClaim++;
        let state: 'in line' | 'granted' = 'in line';
        this.claims.set(number, () => {
          state = 'granted';
          this.grant(process, units, priority);
          happened();
        });
        const request = this.enqueue(priority, 0, this.serveClaim, number, units, process);
        this.serve();
        return () => {
          this.claims.delete(number);
          if (state === 'in line') this.cancelRequest(request);
          else this.takeBack(process, units);
        };
      },
    };
  }

  /** Leaves the line; false when the request has been served or withdrawn. */
  cancelRequest(request: RequestHandle): boolean {
    if (request < 0 || !this.line.cancel(request)) return false;
    this.queueLength.set(this.simulation.now, this.line.size);
    this.serve();
    return true;
  }

  /**
   * Gives units back, and with them serves the first in line. A process gives back what it holds; what nobody holds –
   * taken by an event, or handed over – can be given back by anyone.
   */
  release(units = 1): void {
    this.checkUnits(units);
    const process = this.simulation.activeProcess;
    for (let unit = 0; unit < units; unit++) {
      if (process?.letGo(this)) {
        this.dropHolder(process);
      } else if (this.loose > 0) {
        this.loose--;
      } else {
        // What it did hold is free all the same.
        if (unit > 0) this.giveBack(unit);
        throw new SimulationError('Released a unit that is not held', this.simulation.context(this.name));
      }
    }
    this.giveBack(units);
  }

  /** The running process lets go of units without freeing them: somebody else will release them, e.g. when a room is clean. */
  handOver(units = 1): void {
    this.checkUnits(units);
    const process = this.simulation.activeProcess;
    for (let unit = 0; unit < units; unit++) {
      if (!process?.letGo(this)) {
        throw new SimulationError('Handed over a unit that is not held', this.simulation.context(this.name));
      }
      this.dropHolder(process);
      this.loose++;
    }
  }

  /** Changes the number of units from now on; `whenClosing` says what happens to those inside who are then too many. */
  setCapacity(capacity: number): void {
    this.units = this.checkedCapacity(capacity);
    this.makeLeave();
    this.serve();
  }

  /**
   * Follows a timetable of capacities. Changes must be in order of time; those that lie before now must come first, and the
   * last of them holds at once. The timetable may be endless: a change is only asked for when the one before has happened.
   */
  followTimetable(changes: Iterable<CapacityChange>): void {
    followTimetable(this.simulation, changes, ({ capacity }) => {
      if (capacity !== this.units) this.setCapacity(capacity);
    });
  }

  /** Calls back whenever units have become free and nobody in line could use them. Returns what ends it. */
  whenFree(callback: () => void): () => void {
    this.freed.add(callback);
    return () => this.freed.delete(callback);
  }

  /** Forgets the statistics gathered so far; those who wait and those inside stay. */
  resetStatistics(): void {
    this.usage.reset(this.simulation.now);
    this.queueLength.reset(this.simulation.now);
    this.waits.reset();
  }

  withdraw(process: Process): void {
    if (!this.cancelRequest(process.request)) this.takeBack(process, process.requestedUnits);
  }

  reclaim(process: Process): void {
    this.dropHolder(process);
    this.giveBack(1);
  }

  private seizeFor(process: Process, priority: number, patience: number, units: number, rank: number): Wait {
    this.check(priority, units);
    if (this.unitsInUse + units <= this.units && this.line.size === 0) {
      this.waits.add(0);
      this.grant(process, units, priority);
      return process.continueWith(0);
    }
    if (patience === 0 && this.options.preemptive !== true) return process.continueWith(gaveUp);
    process.requestedUnits = units;
    process.request = this.enqueue(priority, rank, this.simulation.resumeProcess, process.number, units, process);
    const wait = process.standInLine(this, patience);
    this.serve();
    return wait;
  }

  private enqueue(
    priority: number,
    rank: number,
    handler: EventHandler,
    payload: number,
    units: number,
    requester: Process | undefined,
  ): RequestHandle {
    const request = this.line.push(this.key(priority), rank, handler, payload);
    const slot = this.line.slotOf(request);
    this.requestedAt[slot] = this.simulation.now;
    this.wanted[slot] = units;
    if (this.holders !== undefined) {
      this.urgency[slot] = priority;
      this.requester[slot] = requester;
    }
    this.queueLength.set(this.simulation.now, this.line.size);
    return request;
  }

  private key(priority: number): number {
    const { discipline = 'first come' } = this.options;
    if (discipline === 'first come') return priority;
    const number = this.nextClaim++;
    if (discipline === 'last come') return priority * lastComeStep - number;
    const key = discipline({ priority, number, time: this.simulation.now });
    if (Number.isFinite(key)) return key;
    throw new SimulationError(
      `A discipline can't order a request by ${key}: it must give a finite number`,
      this.simulation.context(this.name),
    );
  }

  private serve(): void {
    if (this.takingAway) return;
    const { line, simulation } = this;
    while (line.size > 0) {
      const slot = line.nextSlot;
      const units = this.wanted[slot]!;
      if (this.unitsInUse + units > this.units) {
        if (this.options.preemptive === true && this.makeRoom(slot)) continue;
        return;
      }
      const priority = this.holders === undefined ? 0 : this.urgency[slot]!;
      this.waits.add(simulation.now - this.requestedAt[slot]!);
      line.pop();
      this.queueLength.set(simulation.now, line.size);
      const { handler, payload } = line;
      if (handler === simulation.resumeProcess) {
        this.grant(simulation.processNumbered(payload), units, priority);
        simulation.wakeProcess(payload, 0);
      } else if (handler === this.serveClaim) {
        this.serveClaim(payload);
      } else {
        // Served through the queue, not by a direct call, so that whoever released goes on first and calls never nest.
        this.grant(undefined, units, 0);
        simulation.schedule(0, handler, payload);
      }
    }
    // A copy, since those who are called may begin or end to listen.
    if (this.freed.size > 0 && this.free > 0) for (const callback of Array.from(this.freed)) callback();
  }

  private readonly serveClaim: EventHandler = (number) => {
    const granted = this.claims.get(number);
    this.claims.delete(number);
    granted?.();
  };

  private grant(process: Process | undefined, units: number, priority: number): void {
    for (let unit = 0; unit < units; unit++) {
      if (process === undefined) this.loose++;
      else {
        process.take(this);
        this.holders?.push({ process, priority });
      }
    }
    this.setInUse(this.unitsInUse + units);
  }

  /** Takes back from a process what it was granted but has not yet learned of. */
  private takeBack(process: Process, units: number): void {
    let held = 0;
    while (held < units && process.letGo(this)) {
      this.dropHolder(process);
      held++;
    }
    if (held > 0) this.giveBack(held);
  }

  private giveBack(units: number): void {
    this.setInUse(this.unitsInUse - units);
    this.serve();
  }

  /** Takes units away for the first in line; false when the less urgent have not enough, or not yet. */
  private makeRoom(slot: number): boolean {
    const priority = this.urgency[slot]!;
    const requester = this.requester[slot];
    const wanted = this.wanted[slot]!;
    let lessUrgent = 0;
    for (const holder of this.holders!) if (holder.priority > priority && holder.process !== requester) lessUrgent++;
    if (this.unitsInUse - lessUrgent + wanted > this.units) return false;
    return this.takeAwayUntil(this.units - wanted, 'pre-empted', priority, requester);
  }

  /** Lets those leave who are too many after the capacity has fallen. */
  private makeLeave(): void {
    const { whenClosing = 'finish' } = this.options;
    if (whenClosing !== 'finish') this.takeAwayUntil(this.units, whenClosing === 'leave' ? 'closed' : 'pre-empted');
  }

  /**
   * Takes units away from those with more than a priority, the least urgent first and among equals the one who came last,
   * until no more than so many are in use. False when some of them must be left until a little later.
   */
  private takeAwayUntil(inUse: number, kind: Preemption['kind'], priority = -Infinity, except?: Process): boolean {
    const holders = this.holders!;
    const { activeProcess } = this.simulation;
    this.takingAway = true;
    while (this.unitsInUse > inUse) {
      let found: Holder | undefined;
      let later = false;
      for (const holder of holders) {
        const { process } = holder;
        if (holder.priority <= priority || process === except) continue;
        // A process can be told one thing at a time, and only when it waits.
        if (process === activeProcess || process.isInterrupted) later = true;
        else if (found === undefined || holder.priority >= found.priority) found = holder;
      }
      if (found === undefined) {
        if (later && !this.willTryAgain) {
          this.willTryAgain = true;
          this.simulation.schedule(0, this.tryAgain);
        }
        break;
      }
      this.takeAway(found, kind);
    }
    this.takingAway = false;
    return this.unitsInUse <= inUse;
  }

  private readonly tryAgain: EventHandler = () => {
    this.willTryAgain = false;
    this.makeLeave();
    this.serve();
  };

  private takeAway(holder: Holder, kind: Preemption['kind']): void {
    const { process } = holder;
    // The interruption takes back what it was granted but has not learned of, perhaps this very unit.
    process.interrupt(new Preemption(this.name, kind));
    const index = this.holders!.indexOf(holder);
    if (index < 0) return;
    this.holders!.splice(index, 1);
    process.letGo(this);
    this.setInUse(this.unitsInUse - 1);
  }

  private dropHolder(process: Process): void {
    const index = this.holders?.findLastIndex((holder) => holder.process === process) ?? -1;
    if (index >= 0) this.holders!.splice(index, 1);
  }

  private setInUse(units: number): void {
    this.unitsInUse = units;
    this.usage.set(this.simulation.now, units);
  }

  private check(priority: number, units: number): void {
    if (priority !== 0) this.simulation.checkPriority(priority);
    this.checkUnits(units);
  }

  private checkUnits(units: number): void {
    if (units === 1 || (Number.isInteger(units) && units >= 1)) return;
    throw new SimulationError(
      `A request or release of ${units} units is not possible: it must be a whole number of one or more`,
      this.simulation.context(this.name),
    );
  }

  private checkedCapacity(capacity: number): number {
    if (!Number.isInteger(capacity) || capacity < 0) {
      throw new SimulationError(
        `A capacity of ${capacity} is not possible: it must be a whole number of zero or more`,
        { time: this.simulation.now, subject: this.name },
      );
    }
    return capacity;
  }
}
