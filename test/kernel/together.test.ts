import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exponential,
  gaveUp,
  Interruption,
  RandomStream,
  Resource,
  seizeTogether,
  Simulation,
  type ProcessBody,
} from '../../sim-core/kernel/index.ts';
import { simulationErrorOf } from './support.ts';

function setting(...capacities: number[]) {
  const simulation = new Simulation();
  const resources = capacities.map((capacity, index) => new Resource(simulation, `resource ${index}`, capacity));
  const log: unknown[][] = [];
  const start = (
    at: number,
    name: string,
    stays: number,
    units: number[],
    options: { priority?: number; patience?: number } = {},
  ) => {
    const parts = resources
      .map((resource, index) => ({ resource, units: units[index] ?? 0 }))
      .filter((part) => part.units > 0);
    function* body(): ProcessBody {
      try {
        const outcome = yield seizeTogether(simulation, parts, options);
        log.push([simulation.now, name, outcome]);
        if (outcome === gaveUp) return;
        yield simulation.delay(stays);
        for (const part of parts) part.resource.release(part.units);
      } catch (error) {
        if (!(error instanceof Interruption)) throw error;
        log.push([simulation.now, name, 'interrupted', ...resources.map(({ inUse }) => inUse)]);
      }
    }
    return simulation.start(name, body(), at);
  };
  const inUse = () => resources.map((resource) => resource.inUse);
  return { simulation, resources, log, start, inUse };
}

describe('taking several resources together', () => {
  it('lets philosophers dine without deadlock, and neighbours never at once', () => {
    const simulation = new Simulation();
    const forks = Array.from({ length: 5 }, (_, number) => new Resource(simulation, `fork ${number}`, 1));
    const dining = new Set<number>();
    const meals = forks.map(() => 0);
    const times = new RandomStream('philosophers', 0, 'times');
    function* philosopher(seat: number): ProcessBody {
      const [left, right] = [forks[seat]!, forks[(seat + 1) % 5]!];
      while (simulation.now < 10_000) {
        yield simulation.delay(exponential(times.next(), 1));
        yield seizeTogether(simulation, [{ resource: left }, { resource: right }]);
        if (dining.has((seat + 1) % 5) || dining.has((seat + 4) % 5)) throw new Error('A fork was used twice');
        dining.add(seat);
        yield simulation.delay(exponential(times.next(), 1));
        dining.delete(seat);
        meals[seat]!++;
        left.release();
        right.release();
      }
    }
    forks.forEach((_, seat) => simulation.start(`philosopher ${seat}`, philosopher(seat)));
    simulation.run();
    expect(dining.size).toBe(0);
    expect(Math.min(...meals)).toBeGreaterThan(2500);
    expect(forks.map(({ inUse }) => inUse)).toEqual([0, 0, 0, 0, 0]);
  });

  it('holds none while it waits, and goes by priority, then first come, first served', () => {
    const { simulation, log, start, inUse } = setting(1, 2);
    start(0, 'first', 10, [1]);
    start(1, 'both', 5, [1, 2]);
    start(2, 'both too', 5, [1, 1]);
    start(3, 'urgent', 1, [1, 1], { priority: -1 });
    start(4, 'other', 3, [0, 2]);
    simulation.schedule(3.5, () => expect(inUse()).toEqual([1, 0]));
    simulation.run();
    expect(log).toEqual([
      [0, 'first', 0],
      [4, 'other', 0],
      [10, 'urgent', 0],
      [11, 'both', 0],
      [16, 'both too', 0],
    ]);
    expect(inUse()).toEqual([0, 0]);
  });

  it('gives up, balks and is interrupted, also between grant and wake', () => {
    const { simulation, resources, log, start, inUse } = setting(1, 1);
    start(0, 'first', 10, [1]);
    start(1, 'balks', 1, [1, 1], { patience: 0 });
    start(1, 'impatient', 1, [1, 1], { patience: 4 });
    const called = start(2, 'called', 1, [1, 1]);
    const unlucky = start(3, 'unlucky', 1, [1, 1]);
    start(4, 'lucky', 1, [1, 1]);
    simulation.schedule(6, () => called.interrupt());
    simulation.schedule(7, () => {
      resources[0]!.setCapacity(2);
      simulation.schedule(0, () => {
        expect(inUse()).toEqual([2, 1]);
        unlucky.interrupt();
      });
    });
    simulation.run();
    expect(log).toEqual([
      [0, 'first', 0],
      [1, 'balks', gaveUp],
      [5, 'impatient', gaveUp],
      [6, 'called', 'interrupted', 1, 0],
      [7, 'unlucky', 'interrupted', 2, 1],
      [7, 'lucky', 0],
    ]);
    expect(inUse()).toEqual([0, 0]);
  });

  it('comes after those in a line of their own', () => {
    const { simulation, resources, log, start } = setting(1, 1);
    start(0, 'first', 5, [1]);
    start(1, 'both', 1, [1, 1], { priority: -9 });
    function* single(): ProcessBody {
      yield resources[0]!.seize();
      log.push([simulation.now, 'single']);
      yield simulation.delay(2);
      resources[0]!.release();
    }
    simulation.start('single', single(), 2);
    simulation.run();
    expect(log.slice(1)).toEqual([
      [5, 'single'],
      [7, 'both', 0],
    ]);
  });

  it('refuses nothing, a resource twice, and units that are no number', () => {
    const { simulation, resources } = setting(1);
    const [resource] = resources as [Resource];
    for (const [parts, message] of [
      [[], 'can’t be taken'],
      [[{ resource }, { resource }], 'can’t be taken'],
      [[{ resource, units: 0 }], '0 units'],
    ] as const) {
      function* body(): ProcessBody {
        yield seizeTogether(simulation, parts);
      }
      simulation.start('wrong', body());
      expect(simulationErrorOf(() => simulation.run()).message.replace("'", '’')).toContain(message);
    }
    expect(resource.inUse).toBe(0);
  });

  it('ends with everybody served and everything free, whatever comes', () => {
    const visit = fc.record({
      at: fc.nat(12),
      stays: fc.nat(5),
      units: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1)).filter((units) => units.some((count) => count > 0)),
      priority: fc.integer({ min: -1, max: 1 }),
      patience: fc.constantFrom(0, 2, Infinity, Infinity),
      interruptedAt: fc.oneof(fc.constant(Infinity), fc.constant(Infinity), fc.nat(15)),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 20 }), (visits) => {
        const { simulation, start, resources, inUse } = setting(2, 2, 1);
        const processes = visits.map(({ at, stays, units, interruptedAt, ...options }) => {
          const process = start(at, 'visit', stays, units, options);
          // Only those who still wait: it is they who hold nothing.
          if (interruptedAt < Infinity)
            simulation.schedule(interruptedAt, () => {
              if (process.waitsFor !== undefined) process.interrupt();
            });
          return process;
        });
        while (simulation.step()) {
          for (const { inUse: used, capacity } of resources)
            if (used > capacity || used < 0) throw new Error('Overfull');
        }
        expect(inUse()).toEqual([0, 0, 0]);
        expect(processes.filter(({ ended }) => !ended)).toEqual([]);
      }),
      { seed: 9, numRuns: 1000 },
    );
  }, 60_000);
});
