import { SimulationError } from './errors.ts';
import { EventQueue } from './event-queue.ts';
import { gaveUp, type Process, type Wait, type WaitingPlace } from './process.ts';
import type { Simulation } from './simulation.ts';
import { Tally } from './statistics/tally.ts';
import { TimeWeighted } from './statistics/time-weighted.ts';

/**
 * A quantity that is put in and taken out in any amounts: oxygen, blood, money. Those who put wait for room, those who get
 * wait until there is enough; both by priority, then first come, first served, and the first in line lets nobody past, so
 * that a large amount can't starve.
 *
 * ```ts
 * const blood = new Level(simulation, 'blood', 40, 25);
 * if ((yield blood.get(2.5, 30)) === gaveUp) …
 * yield blood.put(1);
 * ```
 *
 * Amounts are added and compared as they are: take whole numbers of a small unit where sums must be exact.
 */
export class Level implements WaitingPlace {
  readonly name: string;
  readonly capacity: number;
  /** The amount over time. */
  readonly history: TimeWeighted;
  /** Time that those who put and those who got had to wait, zero for those who did not. */
  readonly putWaits = new Tally();
  readonly getWaits = new Tally();

  private readonly simulation: Simulation;
  private readonly puts = new EventQueue(16);
  private readonly gets = new EventQueue(16);
  /** Amount and time of each request, by its slot in its line. */
  private readonly putAmounts: number[] = [];
  private readonly getAmounts: number[] = [];
  private readonly putSince: number[] = [];
  private readonly getSince: number[] = [];

  /**
   * @param capacity more than zero, or Infinity
   * @param amount what is in at the beginning, from zero to the capacity
   */
  constructor(simulation: Simulation, name: string, capacity = Infinity, amount = 0) {
    if (!(capacity > 0 && amount >= 0 && amount <= capacity && amount < Infinity)) {
      const remedy = 'the capacity must be more than zero, and the amount finite and from zero to the capacity';
      throw new SimulationError(
        `A capacity of ${capacity} with ${amount} in it is not possible: ${remedy}`,
        simulation.context(name),
      );
    }
    this.simulation = simulation;
    this.name = name;
    this.capacity = capacity;
    this.history = new TimeWeighted(simulation.now, amount);
  }

  /** What is in now. */
  get amount(): number {
    return this.history.level;
  }

  /** Numbers of those who wait to put and to get. */
  get waitingToPut(): number {
    return this.puts.size;
  }

  get waitingToGet(): number {
    return this.gets.size;
  }

  /**
   * Puts an amount in, and waits for room if need be. Outcome 0, or `gaveUp` after `patience`. An interruption at the very
   * time it went in takes it out again, unless it has been used already.
   * @param amount more than zero, at most the capacity
   * @param priority −255…255, lowest first
   */
  put(amount: number, patience = Infinity, priority = 0): Wait {
    this.check(amount);
    const process = this.simulation.waitingProcess();
    if (this.tryPut(amount)) return process.continueWith(0);
    if (patience === 0) return process.continueWith(gaveUp);
    return this.standInLine(process, amount, patience, priority);
  }

  /**
   * Takes an amount out, and waits until there is enough if need be. Outcome 0, or `gaveUp` after `patience`. After an
   * interruption at the very time it was served the amount goes back, even if the room has been filled meanwhile.
   * @param amount more than zero, at most the capacity
   * @param priority −255…255, lowest first
   */
  get(amount: number, patience = Infinity, priority = 0): Wait {
    this.check(amount);
    const process = this.simulation.waitingProcess();
    if (this.tryGet(amount)) return process.continueWith(0);
    if (patience === 0) return process.continueWith(gaveUp);
    return this.standInLine(process, -amount, patience, priority);
  }

  /** Puts an amount in if there is room and nobody waits to put; never waits. For events. */
  tryPut(amount: number): boolean {
    this.check(amount);
    if (this.puts.size > 0 || this.amount + amount > this.capacity) return false;
    this.putWaits.add(0);
    this.change(amount);
    return true;
  }

  /** Takes an amount out if there is enough and nobody waits to get; never waits. For events. */
  tryGet(amount: number): boolean {
    this.check(amount);
    if (this.gets.size > 0 || this.amount < amount) return false;
    this.getWaits.add(0);
    this.change(-amount);
    return true;
  }

  /** Forgets the statistics gathered so far; the amount and those who wait stay. */
  resetStatistics(): void {
    this.history.reset(this.simulation.now);
    this.putWaits.reset();
    this.getWaits.reset();
  }

  withdraw(process: Process): void {
    // What it wanted: more than zero to put, less to get.
    const change = process.requestedUnits;
    const line = change > 0 ? this.puts : this.gets;
    if (line.cancel(process.request)) this.serve();
    else if (change < 0 || this.amount >= change) this.change(-change);
  }

  private standInLine(process: Process, change: number, patience: number, priority: number): Wait {
    const { simulation } = this;
    simulation.checkPriority(priority);
    const isPut = change > 0;
    const line = isPut ? this.puts : this.gets;
    process.requestedUnits = change;
    process.request = line.push(priority, 0, simulation.resumeProcess, process.number);
    const slot = line.slotOf(process.request);
    (isPut ? this.putAmounts : this.getAmounts)[slot] = Math.abs(change);
    (isPut ? this.putSince : this.getSince)[slot] = simulation.now;
    const wait = process.standInLine(this, patience);
    // It may be more urgent than the first in line, and want less.
    this.serve();
    return wait;
  }

  private change(change: number): void {
    this.history.add(this.simulation.now, change);
    this.serve();
  }

  /** Serves the heads of both lines for as long as one of them can be served. */
  private serve(): void {
    const { puts, gets, history, simulation } = this;
    for (;;) {
      const putSlot = puts.nextSlot;
      const getSlot = gets.nextSlot;
      if (puts.size > 0 && history.level + this.putAmounts[putSlot]! <= this.capacity) {
        history.add(simulation.now, this.putAmounts[putSlot]!);
        this.putWaits.add(simulation.now - this.putSince[putSlot]!);
        puts.pop();
        simulation.wakeProcess(puts.payload, 0);
      } else if (gets.size > 0 && history.level >= this.getAmounts[getSlot]!) {
        history.add(simulation.now, -this.getAmounts[getSlot]!);
        this.getWaits.add(simulation.now - this.getSince[getSlot]!);
        gets.pop();
        simulation.wakeProcess(gets.payload, 0);
      } else {
        return;
      }
    }
  }

  private check(amount: number): void {
    if (amount > 0 && amount <= this.capacity && amount < Infinity) return;
    const remedy = `it must be more than zero and at most the capacity of ${this.capacity}`;
    throw new SimulationError(`An amount of ${amount} is not possible: ${remedy}`, this.simulation.context(this.name));
  }
}
