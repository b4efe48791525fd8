import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exponential,
  gaveUp,
  RandomStream,
  Resource,
  Simulation,
  type CapacityChange,
  type ProcessBody,
} from '../../sim-core/kernel/index.ts';
import { simulationErrorOf } from './support.ts';

interface Visit {
  arrives: number;
  priority: number;
  patience: number;
  stays: number;
}

const visit = fc.record<Visit>({
  arrives: fc.nat(20),
  priority: fc.constantFrom(-1, 0, 0, 0, 2),
  patience: fc.constantFrom(0, 1, 3, 8, Infinity, Infinity, Infinity),
  stays: fc.nat(6),
});

const timetable = fc
  .array(fc.record<CapacityChange>({ at: fc.nat(30), capacity: fc.nat(3) }), { maxLength: 6 })
  .map((changes) => changes.sort((a, b) => a.at - b.at).concat({ at: 31, capacity: 2 }));

/** What happened to one visitor. */
interface Outcome extends Visit {
  served?: number;
  left?: number;
  gaveUpAt?: number;
}

function simulateVisits(visits: readonly Visit[], changes: readonly CapacityChange[]) {
  const simulation = new Simulation();
  const rooms = new Resource(simulation, 'rooms', 1);
  rooms.followTimetable(changes);
  const outcomes: Outcome[] = visits.map((plan) => ({ ...plan }));
  let entries = 0;
  function* visitor(plan: Outcome): ProcessBody {
    if ((yield rooms.seize(plan.priority, plan.patience)) === gaveUp) {
      plan.gaveUpAt = simulation.now;
      return;
    }
    plan.served = simulation.now;
    entries++;
    yield simulation.delay(plan.stays);
    rooms.release();
    plan.left = simulation.now;
  }
  outcomes.forEach((plan, index) => simulation.start(`visitor ${index}`, visitor(plan), plan.arrives));
  for (let before = rooms.inUse; simulation.step(); before = rooms.inUse) {
    if (rooms.inUse > Math.max(before, rooms.capacity)) throw new Error(`Overfull at ${simulation.now}`);
    if (rooms.waiting > 0 && rooms.free > 0) throw new Error(`Somebody waits for a free room at ${simulation.now}`);
  }
  return { rooms, outcomes, entries, end: simulation.now };
}

describe('a resource', () => {
  it('loses nobody, is never overfull and jumps no queue, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 40 }), timetable, (visits, changes) => {
        const { rooms, outcomes, entries } = simulateVisits(visits, changes);
        expect([rooms.inUse, rooms.waiting]).toEqual([0, 0]);
        for (const { arrives, patience, stays, served, left, gaveUpAt } of outcomes) {
          if (served === undefined) expect(gaveUpAt).toBe(arrives + patience);
          else {
            expect(served - arrives).toBeLessThanOrEqual(patience);
            expect(left).toBe(served + stays);
            expect(gaveUpAt).toBeUndefined();
          }
        }
        expect(rooms.waits.count).toBe(entries);
        // Nobody enters at a time when somebody with a better claim has been waiting since before it.
        for (const early of outcomes) {
          for (const late of outcomes) {
            const claim = early.priority - late.priority || early.arrives - late.arrives;
            if (claim >= 0 || late.served === undefined || late.served <= early.arrives) continue;
            const waitedUntil = early.served ?? early.gaveUpAt ?? Infinity;
            if (waitedUntil > late.served) throw new Error(`${JSON.stringify(late)} jumped ${JSON.stringify(early)}`);
          }
        }
      }),
      { seed: 7, numRuns: 1500 },
    );
  }, 60_000);

  it('takes those who came at the same time in the order in which they came, the lowest priority number first', () => {
    const { outcomes } = simulateVisits(
      [0, 1, 0, -1, 0, 1].map((priority) => ({ arrives: 0, priority, patience: Infinity, stays: 1 })),
      [{ at: 0, capacity: 1 }],
    );
    // The first finds the room free; then −1, the zeros in order, the ones in order.
    expect(outcomes.map(({ served }) => served)).toEqual([0, 4, 2, 1, 3, 5]);
  });

  it('lets those inside finish when its capacity falls, and admits as many as fit when it rises', () => {
    const { outcomes, rooms } = simulateVisits(
      Array.from({ length: 6 }, () => ({ arrives: 0, priority: 0, patience: Infinity, stays: 10 })),
      [
        { at: -5, capacity: 9 },
        { at: 0, capacity: 3 },
        { at: 4, capacity: 1 },
        { at: 15, capacity: 2 },
        { at: 16, capacity: 0 },
        { at: 40, capacity: 5 },
      ],
    );
    expect(outcomes.map(({ served }) => served)).toEqual([0, 0, 0, 10, 15, 40]);
    expect(rooms.capacity).toBe(5);
  });

  it('holds only the last of the capacities that lie before the start of a timetable', () => {
    const simulation = new Simulation();
    const rooms = new Resource(simulation, 'rooms', 0);
    let served = 0;
    for (let number = 0; number < 5; number++) rooms.request(() => served++);
    simulation.run(10);
    rooms.followTimetable([
      { at: 2, capacity: 4 },
      { at: 10, capacity: 1 },
    ]);
    simulation.run();
    expect([rooms.capacity, rooms.inUse, served]).toEqual([1, 1, 1]);
  });

  it('asks an endless timetable for no more than it needs', () => {
    const simulation = new Simulation();
    const rooms = new Resource(simulation, 'rooms', 0);
    let asked = 0;
    function* days() {
      for (let day = 0; ; day++) {
        asked++;
        yield { at: day * 24 + 8, capacity: 3 };
        yield { at: day * 24 + 16, capacity: 0 };
      }
    }
    rooms.followTimetable(days());
    const seen: number[] = [];
    for (const hour of [7, 9, 17, 33, 41]) simulation.scheduleAt(hour, () => seen.push(rooms.capacity));
    simulation.run(42);
    expect(seen).toEqual([0, 3, 0, 3, 0]);
    expect(asked).toBe(3);
  });

  it('refuses to take back what nobody holds, and capacities that are no number of units', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    simulation.run(3);
    const error = simulationErrorOf(() => room.release());
    expect(error.context).toEqual({ time: 3, subject: 'room' });
    for (const capacity of [-1, 0.5, NaN, Infinity]) {
      expect(simulationErrorOf(() => room.setCapacity(capacity)).message).toContain(String(capacity));
      expect(simulationErrorOf(() => new Resource(simulation, 'hall', capacity)).context.subject).toBe('hall');
    }
    expect(room.capacity).toBe(1);
  });

  it('refuses a priority that is not an integer in −255…255', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 0);
    for (const priority of [NaN, 256, -256, 0.5]) {
      expect(simulationErrorOf(() => room.request(() => {}, 0, priority)).message).toContain(String(priority));
    }
    expect(room.waiting).toBe(0);
  });

  it('keeps statistics that equal a calculation by hand', () => {
    const simulation = new Simulation();
    const rooms = new Resource(simulation, 'rooms', 2);
    function* visitor(stays: number) {
      yield rooms.seize();
      yield simulation.delay(stays);
      rooms.release();
    }
    for (const [at, stays] of [
      [0, 6],
      [1, 3],
      [2, 4],
      [3, 1],
    ] as const) {
      simulation.start(`visitor at ${at}`, visitor(stays), at);
    }
    simulation.run(10);
    // Served at 0, 1, 4, 6. In use: 1 on [0,1), 2 on [1,7), 1 on [7,8), 0 on [8,10). Line: 1 on [2,3), 2 on [3,4), 1 on [4,6).
    expect([rooms.waits.count, rooms.waits.sum, rooms.waits.maximum]).toEqual([4, 5, 3]);
    expect(rooms.usage.mean(10)).toBeCloseTo((1 + 12 + 1) / 10, 12);
    expect(rooms.usage.quantile(10, 0.2)).toBe(0);
    expect(rooms.usage.quantile(10, 0.21)).toBe(1);
    expect(rooms.usage.quantile(10, 0.41)).toBe(2);
    expect(rooms.queueLength.mean(10)).toBeCloseTo((1 + 2 + 2) / 10, 12);
    expect(rooms.queueLength.maximum).toBe(2);
    rooms.resetStatistics();
    expect([rooms.waits.count, rooms.usage.mean(10), rooms.queueLength.maximum]).toEqual([0, 0, 0]);
  });

  it("obeys Little's law exactly between two moments when it is empty", () => {
    const simulation = new Simulation();
    const rooms = new Resource(simulation, 'rooms', 3);
    const stream = new RandomStream('little', 0, 'visits');
    let totalStay = 0;
    let visitors = 0;
    function* visitor() {
      const arrived = simulation.now;
      yield rooms.seize();
      yield simulation.delay(exponential(stream.next(), 2.5));
      rooms.release();
      totalStay += simulation.now - arrived;
      visitors++;
    }
    function* source() {
      for (let number = 0; number < 20_000; number++) {
        yield simulation.delay(exponential(stream.next(), 1));
        simulation.start(`visitor ${number}`, visitor());
      }
    }
    simulation.start('source', source());
    simulation.run();
    const { now } = simulation;
    const inSystem = rooms.usage.mean(now) + rooms.queueLength.mean(now);
    expect(inSystem).toBeCloseTo((visitors / now) * (totalStay / visitors), 8);
    expect(rooms.queueLength.mean(now)).toBeCloseTo((visitors / now) * rooms.waits.mean, 8);
    expect(rooms.waits.mean).toBeGreaterThan(1);
  });
});

describe('a resource used by events', () => {
  it('serves at once what it can, and the rest in order, through the queue of events', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    const order: (number | string)[] = [];
    const served = (payload: number) => order.push(payload);
    expect(room.request(served, 1)).toBe(-1);
    expect(order).toEqual([1]);
    const second = room.request(served, 2);
    const third = room.request(served, 3);
    const urgent = room.request(served, 4, -1);
    expect(room.waiting).toBe(3);
    expect(room.cancelRequest(second)).toBe(true);
    expect(room.cancelRequest(second)).toBe(false);
    room.release();
    order.push('released');
    expect(room.cancelRequest(urgent)).toBe(false);
    simulation.run();
    room.release();
    simulation.run();
    expect(order).toEqual([1, 'released', 4, 3]);
    expect(room.cancelRequest(third)).toBe(false);
    expect(room.cancelRequest(-1)).toBe(false);
    expect([room.inUse, room.free, room.waiting]).toEqual([1, 0, 0]);
  });

  it('shares one line with processes, first come, first served', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    const order: string[] = [];
    function* visitor(name: string) {
      yield room.seize();
      order.push(name);
      yield simulation.delay(1);
      room.release();
    }
    const byEvent = () => {
      order.push('event');
      simulation.schedule(1, () => room.release());
    };
    simulation.start('a', visitor('a'));
    simulation.schedule(0.1, () => room.request(byEvent));
    simulation.start('b', visitor('b'), 0.2);
    simulation.run();
    expect(order).toEqual(['a', 'event', 'b']);
    expect(simulation.now).toBe(3);
  });
});
