import type { Occurrence } from './combination.ts';
import { SimulationError } from './errors.ts';
import { gaveUp, type Holdable, type Process, type Wait, type WaitingPlace } from './process.ts';
import type { Simulation } from './simulation.ts';
import { LevelTimes } from './statistics/level-times.ts';
import { Tally } from './statistics/tally.ts';
import { TimeWeighted } from './statistics/time-weighted.ts';
import { followTimetable } from './timetable.ts';
import {
  UnitPreemption,
  type ClosingRule,
  type UnitChange,
  type UnitPoolOptions,
  type UnitRequest,
} from './unit-request.ts';

/** A load on one unit, held by a process or, handed over, by nobody. */
class Hold implements Holdable {
  readonly name: string;
  readonly unit: number;
  load: number;
  process: Process | undefined;
  private readonly giveBack: (hold: Hold) => void;

  constructor(name: string, unit: number, load: number, process: Process, giveBack: (hold: Hold) => void) {
    this.name = name;
    this.unit = unit;
    this.load = load;
    this.process = process;
    this.giveBack = giveBack;
  }

  reclaim(): void {
    this.giveBack(this);
  }
}

interface Pending<Unit> {
  readonly process: Process;
  readonly request: UnitRequest<Unit>;
  readonly priority: number;
  readonly since: number;
  hold: Hold | undefined;
  /** Tells who waits; undefined while the request is still being made. */
  served: ((unit: number) => void) | undefined;
}

/** Loads are sums of fractions: a third three times over fills a unit. */
const tolerance = 1e-9;

/**
 * Individual units – this bed, this midwife – and the line of those who wait for one. Who seizes a unit says which will do
 * and which it likes best; ties go by the order of the units, never by chance.
 *
 * ```ts
 * const midwives = new UnitPool(simulation, 'midwives', [{ name: 'Anna' }, { name: 'Siri' }], { loadCapacity: () => 2 });
 * const unit = yield midwives.seize({ prefer: ({ name }) => (name === known ? 0 : 1), load: 1 });
 * yield simulation.delay(hours(10));
 * midwives.release(unit);
 * ```
 *
 * The line goes by priority, then first come, first served. A request is passed over only while none of the units that
 * will do has any room: where such a unit has some room, but too little, it is kept for it. So no request is overtaken by
 * one that takes a unit which it could have used, and a large load can't starve.
 *
 * Whether a unit will do is asked when the request is made and whenever a unit gets room or opens; when it depends on
 * anything else that has changed, call `reconsider`.
 *
 * A process holds what it seizes until it releases it or hands it over; one that ends with a unit is an error, and one that
 * fails or is interrupted to its end gives back what it holds.
 */
export class UnitPool<Unit> implements WaitingPlace {
  readonly name: string;
  readonly units: readonly Unit[];
  /** Number of units with any load over time. */
  readonly usage: LevelTimes;
  /** Load of each unit over time. */
  readonly loads: readonly TimeWeighted[];
  /** Number of requests in line over time. */
  readonly queueLength: TimeWeighted;
  /** Time in line of every request that was served, zero for those that did not have to wait. */
  readonly waits = new Tally();

  private readonly simulation: Simulation;
  private readonly whenClosing: ClosingRule;
  /** Of the units, for error messages. */
  private readonly names: readonly string[];
  private readonly capacity: Float64Array;
  private readonly openUnits: Uint8Array;
  private readonly inside: readonly Hold[][];
  private readonly line: Pending<Unit>[] = [];
  /** The last request of each process that seized, by its number. */
  private readonly requests: (Pending<Unit> | undefined)[] = [];
  /** Units kept for requests further ahead, while the line is gone through. */
  private readonly kept: Uint8Array;
  private serving = false;
  private again = false;

  /** @param units one or more; all of them are open */
  constructor(simulation: Simulation, name: string, units: readonly Unit[], options: UnitPoolOptions<Unit> = {}) {
    const { loadCapacity = () => 1, whenClosing = 'finish' } = options;
    this.simulation = simulation;
    this.name = name;
    this.units = units;
    this.whenClosing = whenClosing;
    this.capacity = Float64Array.from(units, (unit, index) => {
      const capacity = loadCapacity(unit, index);
      return this.checkedLoad(capacity, `A load capacity of ${capacity}`);
    });
    this.names = units.map((_, index) => `${name}, unit ${index}`);
    this.openUnits = new Uint8Array(units.length).fill(1);
    this.kept = new Uint8Array(units.length);
    this.inside = units.map(() => []);
    this.usage = new LevelTimes(simulation.now, 0);
    this.loads = units.map(() => new TimeWeighted(simulation.now, 0));
    this.queueLength = new TimeWeighted(simulation.now, 0);
  }

  /** Number of requests in line. */
  get waiting(): number {
    return this.line.length;
  }

  /** Number of units with any load. */
  get inUse(): number {
    return this.usage.level;
  }

  isOpen(unit: number): boolean {
    return this.openUnits[this.checkedUnit(unit)] === 1;
  }

  /** Load that a unit carries now. */
  loadOf(unit: number): number {
    return this.loads[this.checkedUnit(unit)]!.level;
  }

  /** Load that a unit can take now; zero when it is closed. */
  roomOf(unit: number): number {
    return this.isOpen(unit) ? this.room(unit) : 0;
  }

  /** Whether the running process holds a unit, or a load on it. */
  holds(unit: number): boolean {
    const process = this.simulation.activeProcess;
    return process !== undefined && this.inside[this.checkedUnit(unit)]!.some((hold) => hold.process === process);
  }

  /** The units that the running process holds, in the order of the units. For those who waited with `any` or `all`. */
  heldUnits(): number[] {
    return Array.from(this.units.keys()).filter((unit) => this.holds(unit));
  }

  /** Waits for a unit. The outcome is its index, or `gaveUp` when the patience ran out first. */
  seize(request: UnitRequest<Unit> = {}): Wait {
    const process = this.simulation.waitingProcess();
    const { patience = Infinity } = request;
    const pending = this.ask(process, request);
    if (pending.hold !== undefined) return process.continueWith(pending.hold.unit);
    if (patience === 0) {
      this.leave(pending);
      return process.continueWith(gaveUp);
    }
    pending.served = (unit) => process.wakeWith(unit);
    this.requests[process.number] = pending;
    this.noteQueueLength();
    return process.standInLine(this, patience);
  }

  /** A unit, as one of several occurrences to wait for; `heldUnits` then tells which. Its patience is that of the wait. */
  claim(request: Omit<UnitRequest<Unit>, 'patience'> = {}): Occurrence {
    return {
      name: this.name,
      begin: (process, happened) => {
        const pending = this.ask(process, request);
        if (pending.hold === undefined) {
          pending.served = happened;
          this.noteQueueLength();
        } else {
          happened();
        }
        return () => this.callOff(pending);
      },
    };
  }

  /**
   * Gives back a unit, or some of the load on it, and with it serves those in line. A process gives back what it took last
   * of this unit; what was handed over can be given back by anyone.
   * @param load default: all of what it took last
   */
  release(unit: number, load?: number): void {
    const hold = this.findHold(unit, 'released', true);
    const part = load === undefined ? hold.load : this.checkedLoad(load, `A release of the load ${load}`);
    if (part > hold.load + tolerance) {
      const remedy = `the last load taken is ${hold.load}`;
      throw new SimulationError(`Released a load of ${part}: ${remedy}`, this.simulation.context(this.names[unit]));
    }
    if (part >= hold.load - tolerance) this.remove(hold);
    else hold.load -= part;
    this.account(unit);
    this.serve();
  }

  /** The running process lets go of what it took last of a unit without freeing it: somebody else will release it. */
  handOver(unit: number): void {
    const hold = this.findHold(unit, 'handed over', false);
    hold.process!.letGo(hold);
    hold.process = undefined;
  }

  /**
   * Takes a unit out of service. Those who hold it finish, or lose it at once and are told, by an `Interruption` with a
   * `UnitPreemption`, that it closes ('leave') or that they were pre-empted ('pre-empt') and may come again. Who is running,
   * or is being interrupted already, is told right afterwards. What was handed over stays until it is released.
   */
  close(unit: number, rule: ClosingRule = this.whenClosing): void {
    this.openUnits[this.checkedUnit(unit)] = 0;
    if (rule === 'finish') return;
    for (const hold of this.inside[unit]!.slice().reverse()) this.expel(hold, rule);
    this.account(unit);
  }

  /** Puts a unit into service (again). */
  open(unit: number): void {
    this.openUnits[this.checkedUnit(unit)] = 1;
    this.serve();
  }

  /** Opens and closes a unit by a timetable, such as the shifts of a midwife; in order of time, and endless if you like. */
  followTimetable(unit: number, changes: Iterable<UnitChange>): void {
    followTimetable(this.simulation, changes, ({ open }) => {
      if (open === this.isOpen(unit)) return;
      if (open) this.open(unit);
      else this.close(unit);
    });
  }

  /** Goes through the line again, because what decides about the acceptable units has changed. */
  reconsider(): void {
    this.serve();
  }

  /** Forgets the statistics gathered so far; those who wait and those inside stay. */
  resetStatistics(): void {
    const { now } = this.simulation;
    this.usage.reset(now);
    for (const load of this.loads) load.reset(now);
    this.queueLength.reset(now);
    this.waits.reset();
  }

  withdraw(process: Process): void {
    const pending = this.requests[process.number];
    if (pending !== undefined) this.callOff(pending);
  }

  /** Makes a request: it has its unit, or it stands in line. */
  private ask(process: Process, request: UnitRequest<Unit>): Pending<Unit> {
    const { priority = 0, load } = request;
    this.simulation.checkPriority(priority);
    if (load !== undefined) this.checkedLoad(load, `A request for a load of ${load}`);
    const since = this.simulation.now;
    const pending: Pending<Unit> = { process, request, priority, since, hold: undefined, served: undefined };
    let at = this.line.length;
    while (at > 0 && this.line[at - 1]!.priority > priority) at--;
    this.line.splice(at, 0, pending);
    this.serve();
    return pending;
  }

  private callOff(pending: Pending<Unit>): void {
    if (pending.hold === undefined) {
      if (!this.leave(pending)) return;
      this.noteQueueLength();
      this.serve();
    } else {
      this.giveBack(pending.hold);
    }
  }

  private leave(pending: Pending<Unit>): boolean {
    const index = this.line.indexOf(pending);
    if (index >= 0) this.line.splice(index, 1);
    return index >= 0;
  }

  private serve(): void {
    this.again = true;
    if (this.serving) return;
    this.serving = true;
    try {
      while (this.again) this.goThroughLine();
    } finally {
      this.serving = false;
    }
  }

  /** Serves whom it can, in order, until somebody who is served has changed the line. */
  private goThroughLine(): void {
    const { line } = this;
    this.again = false;
    this.kept.fill(0);
    let withRoom = 0;
    for (let unit = 0; unit < this.units.length; unit++) if (this.hasRoom(unit)) withRoom++;
    for (let at = 0; at < line.length && withRoom > 0 && !this.again;) {
      const pending = line[at]!;
      const unit = this.choose(pending.request);
      if (unit < 0) {
        withRoom -= this.keepFor(pending.request);
        at++;
        continue;
      }
      line.splice(at, 1);
      this.grant(pending, unit);
      if (!this.hasRoom(unit)) withRoom--;
    }
  }

  /** The unit for a request among those with enough room; −1 when there is none. */
  private choose({ acceptable, prefer, load }: UnitRequest<Unit>): number {
    const { units } = this;
    let chosen = -1;
    let lowest = 0;
    for (let unit = 0; unit < units.length; unit++) {
      if (!this.hasRoom(unit) || this.kept[unit] === 1) continue;
      if (this.room(unit) < (load ?? this.capacity[unit]!) - tolerance) continue;
      if (acceptable !== undefined && !acceptable(units[unit]!, unit)) continue;
      if (prefer === undefined) return unit;
      const rank = prefer(units[unit]!, unit);
      if (chosen < 0 || rank < lowest) {
        chosen = unit;
        lowest = rank;
      }
    }
    return chosen;
  }

  /** Keeps the units that will do and have some room, but too little; gives their number. */
  private keepFor({ acceptable, load }: UnitRequest<Unit>): number {
    let count = 0;
    for (let unit = 0; unit < this.units.length; unit++) {
      if (!this.hasRoom(unit) || this.kept[unit] === 1) continue;
      if (load !== undefined && load > this.capacity[unit]! + tolerance) continue;
      if (acceptable !== undefined && !acceptable(this.units[unit]!, unit)) continue;
      this.kept[unit] = 1;
      count++;
    }
    return count;
  }

  private grant(pending: Pending<Unit>, unit: number): void {
    const { process } = pending;
    const load = pending.request.load ?? this.capacity[unit]!;
    const hold = new Hold(this.names[unit]!, unit, load, process, this.giveBack);
    pending.hold = hold;
    process.take(hold);
    this.inside[unit]!.push(hold);
    this.account(unit);
    this.waits.add(this.simulation.now - pending.since);
    if (pending.served === undefined) return;
    this.noteQueueLength();
    pending.served(unit);
  }

  private readonly giveBack = (hold: Hold): void => {
    if (!this.remove(hold)) return;
    this.account(hold.unit);
    this.serve();
  };

  /** Takes a unit away from a process that holds it, and tells the process. */
  private expel(hold: Hold, rule: 'leave' | 'pre-empt'): void {
    const { process, unit } = hold;
    if (process === undefined) return;
    if (process.isInterrupted || process === this.simulation.activeProcess) {
      // A process can be told one thing at a time, and only when it waits.
      this.simulation.schedule(0, () => {
        if (this.isOpen(unit) || !this.inside[unit]!.includes(hold)) return;
        this.expel(hold, rule);
        this.account(unit);
      });
      return;
    }
    const kind = rule === 'leave' ? 'closed' : 'pre-empted';
    // The interruption takes back what it was granted but has not learned of, perhaps this very unit.
    process.interrupt(new UnitPreemption(this.name, kind, unit));
    this.remove(hold);
  }

  /** Removes a hold; false when it is gone. */
  private remove(hold: Hold): boolean {
    const inside = this.inside[hold.unit]!;
    const index = inside.indexOf(hold);
    if (index < 0) return false;
    inside.splice(index, 1);
    hold.process?.letGo(hold);
    return true;
  }

  private findHold(unit: number, verb: string, orLoose: boolean): Hold {
    const process = this.simulation.activeProcess;
    const inside = this.inside[this.checkedUnit(unit)]!;
    const own = process === undefined ? undefined : inside.findLast((hold) => hold.process === process);
    const hold = own ?? (orLoose ? inside.findLast((each) => each.process === undefined) : undefined);
    if (hold !== undefined) return hold;
    throw new SimulationError(`A unit that is not held was ${verb}`, this.simulation.context(this.names[unit]));
  }

  private hasRoom(unit: number): boolean {
    return this.openUnits[unit] === 1 && this.room(unit) > tolerance;
  }

  private room(unit: number): number {
    return this.capacity[unit]! - this.loads[unit]!.level;
  }

  /** Brings the statistics of a unit up to date. */
  private account(unit: number): void {
    const { now } = this.simulation;
    let load = 0;
    for (const hold of this.inside[unit]!) load += hold.load;
    const before = this.loads[unit]!.level;
    this.loads[unit]!.set(now, load);
    if (before > 0 !== load > 0) this.usage.add(now, load > 0 ? 1 : -1);
  }

  private noteQueueLength(): void {
    this.queueLength.set(this.simulation.now, this.line.length);
  }

  private checkedUnit(unit: number): number {
    if (Number.isInteger(unit) && unit >= 0 && unit < this.units.length) return unit;
    const allowed = `units are numbered 0…${this.units.length - 1}`;
    throw new SimulationError(`There is no unit ${unit}: ${allowed}`, this.simulation.context(this.name));
  }

  private checkedLoad(load: number, what: string): number {
    if (load > 0 && load < Infinity) return load;
    const remedy = 'it must be finite and more than zero';
    throw new SimulationError(`${what} is not possible: ${remedy}`, this.simulation.context(this.name));
  }
}
