import { SimulationError } from './errors.ts';
import { gaveUp, type Process, type ProcessBody, type WaitingPlace } from './process.ts';
import type { Simulation } from './simulation.ts';
import { LevelTimes } from './statistics/level-times.ts';
import { Tally } from './statistics/tally.ts';

interface Entry<Item> {
  readonly item: Item;
  /** Number in the order of coming in. */
  readonly number: number;
}

interface Request<Item> {
  readonly process: Process;
  readonly since: number;
  /** What is put, or what was got; undefined while waiting to get. */
  entry: Entry<Item> | undefined;
}

interface Getting<Item> extends Request<Item> {
  readonly filter: ((item: Item) => boolean) | undefined;
}

/**
 * Things that are put in and taken out: instruments, letters, women waiting to be called. Those who put wait for room,
 * those who get wait for an item that suits them; both first come, first served, except that one whom no item suits lets
 * the others past.
 *
 * ```ts
 * const beds = new Store<Bed>(simulation, 'clean beds', 8);
 * yield* beds.put(bed);
 * const wide = yield* beds.get(({ width }) => width > 100, 30); // undefined after 30 minutes
 * ```
 *
 * `put` and `get` are generators: without `yield*` they do nothing. Whether an item suits is asked when the request is made
 * and when an item comes in.
 */
export class Store<Item> implements WaitingPlace {
  readonly name: string;
  readonly capacity: number;
  /** Number of items over time: mean and quantiles. */
  readonly level: LevelTimes;
  /** Time that those who put and those who got had to wait, zero for those who did not. */
  readonly putWaits = new Tally();
  readonly getWaits = new Tally();

  private readonly simulation: Simulation;
  private readonly entries: Entry<Item>[] = [];
  private readonly puts: Request<Item>[] = [];
  private readonly gets: Getting<Item>[] = [];
  /** The last request of each process, by its number. */
  private readonly requests: (Request<Item> | undefined)[] = [];
  private cameIn = 0;

  /** @param capacity how many items there is room for, a whole number of one or more, or Infinity */
  constructor(simulation: Simulation, name: string, capacity = Infinity) {
    if (!(capacity >= 1) || (capacity < Infinity && !Number.isInteger(capacity))) {
      const remedy = 'it must be a whole number of one or more, or Infinity';
      throw new SimulationError(`A capacity of ${capacity} is not possible: ${remedy}`, simulation.context(name));
    }
    this.simulation = simulation;
    this.name = name;
    this.capacity = capacity;
    this.level = new LevelTimes(simulation.now, 0);
  }

  /** Number of items inside. */
  get size(): number {
    return this.entries.length;
  }

  /** Numbers of those who wait to put and to get. */
  get waitingToPut(): number {
    return this.puts.length;
  }

  get waitingToGet(): number {
    return this.gets.length;
  }

  /** The items inside, the one that came first first. */
  *items(): Generator<Item> {
    for (const { item } of this.entries) yield item;
  }

  /**
   * Puts an item in, and waits for room if need be. True when it is in, false when `patience` ran out first. An
   * interruption at the very time it came in takes it out again, unless somebody has got it already.
   */
  *put(item: Item, patience = Infinity): ProcessBody<boolean> {
    if (this.tryPut(item)) return true;
    if (patience === 0) return false;
    const process = this.simulation.waitingProcess();
    const request = { process, since: this.simulation.now, entry: { item, number: this.cameIn++ } };
    this.puts.push(request);
    this.requests[process.number] = request;
    return (yield process.standInLine(this, patience)) !== gaveUp;
  }

  /**
   * Takes an item out, and waits for one that suits if need be; undefined when `patience` ran out first.
   * @param filter which items suit; default all
   * @param prefer among the items that suit, the one with the lowest number is taken, of equals the one that came in first
   */
  *get(
    filter?: (item: Item) => boolean,
    patience = Infinity,
    prefer?: (item: Item) => number,
  ): ProcessBody<Item | undefined> {
    const at = this.find(filter, prefer);
    if (at >= 0) {
      this.getWaits.add(0);
      return this.takeOut(at).item;
    }
    if (patience === 0) return undefined;
    const process = this.simulation.waitingProcess();
    const request: Getting<Item> = { process, since: this.simulation.now, filter, entry: undefined };
    this.gets.push(request);
    this.requests[process.number] = request;
    yield process.standInLine(this, patience);
    return request.entry?.item;
  }

  /** Puts an item in if there is room and nobody waits to put; never waits. For events. */
  tryPut(item: Item): boolean {
    if (this.puts.length > 0 || this.entries.length >= this.capacity) return false;
    this.putWaits.add(0);
    this.bringIn({ item, number: this.cameIn++ });
    return true;
  }

  /** Takes out an item that suits, or gives undefined; never waits. For events. */
  tryGet(filter?: (item: Item) => boolean, prefer?: (item: Item) => number): Item | undefined {
    const at = this.find(filter, prefer);
    if (at < 0) return undefined;
    this.getWaits.add(0);
    return this.takeOut(at).item;
  }

  /** Forgets the statistics gathered so far; items and those who wait stay. */
  resetStatistics(): void {
    this.level.reset(this.simulation.now);
    this.putWaits.reset();
    this.getWaits.reset();
  }

  withdraw(process: Process): void {
    const request = this.requests[process.number];
    if (request === undefined || removeFrom(this.gets, request) || removeFrom(this.puts, request)) return;
    // It was served but has not learned of it. What it got goes back to its place, what it put comes out again.
    const { entry } = request;
    if (entry === undefined) return;
    if ('filter' in request) {
      this.bringIn(entry);
    } else {
      const at = this.entries.indexOf(entry);
      if (at >= 0) this.takeOut(at);
    }
  }

  /** Gives an item to the first in line whom it suits, or keeps it, in the order of coming in. */
  private bringIn(entry: Entry<Item>): void {
    const index = this.gets.findIndex(({ filter }) => filter?.(entry.item) ?? true);
    if (index >= 0) {
      const [getting] = this.gets.splice(index, 1);
      getting!.entry = entry;
      this.getWaits.add(this.simulation.now - getting!.since);
      getting!.process.wakeWith(0);
      return;
    }
    const { entries } = this;
    let at = entries.length;
    while (at > 0 && entries[at - 1]!.number > entry.number) at--;
    entries.splice(at, 0, entry);
    this.level.set(this.simulation.now, entries.length);
  }

  private takeOut(at: number): Entry<Item> {
    const [entry] = this.entries.splice(at, 1);
    this.level.set(this.simulation.now, this.entries.length);
    while (this.puts.length > 0 && this.entries.length < this.capacity) {
      const putting = this.puts.shift()!;
      this.putWaits.add(this.simulation.now - putting.since);
      putting.process.wakeWith(0);
      this.bringIn(putting.entry!);
    }
    return entry!;
  }

  /** Position of the item that suits best; −1 when none suits. */
  private find(filter?: (item: Item) => boolean, prefer?: (item: Item) => number): number {
    const { entries } = this;
    let found = -1;
    let lowest = 0;
    for (let at = 0; at < entries.length; at++) {
      const { item } = entries[at]!;
      if (filter !== undefined && !filter(item)) continue;
      if (prefer === undefined) return at;
      const rank = prefer(item);
      if (found < 0 || rank < lowest) {
        found = at;
        lowest = rank;
      }
    }
    return found;
  }
}

function removeFrom(list: unknown[], element: unknown): boolean {
  const index = list.indexOf(element);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}
