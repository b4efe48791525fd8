import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Interruption, Simulation, Store, type ProcessBody } from '../../sim-core/kernel/index.ts';
import { runProcess, simulationErrorOf } from './support.ts';

function setting(capacity = Infinity) {
  const simulation = new Simulation();
  const store = new Store<number>(simulation, 'letters', capacity);
  const log: unknown[][] = [];
  function* getter(name: string, ...request: Parameters<typeof store.get>): ProcessBody {
    try {
      const item = yield* store.get(...request);
      log.push([simulation.now, name, item]);
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      log.push([simulation.now, name, 'interrupted']);
    }
  }
  function* putter(item: number, patience = Infinity): ProcessBody {
    try {
      const isIn = yield* store.put(item, patience);
      log.push([simulation.now, item, isIn]);
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      log.push([simulation.now, item, 'interrupted']);
    }
  }
  const get = (at: number, name: string, ...request: Parameters<typeof store.get>) =>
    simulation.start(name, getter(name, ...request), at);
  const put = (at: number, item: number, patience?: number) =>
    simulation.start(`put ${item}`, putter(item, patience), at);
  return { simulation, store, log, get, put };
}
const isEven = (item: number) => item % 2 === 0;

describe('a store', () => {
  it('gives out what came in first, or what is liked best of what suits', () => {
    runProcess(function* (simulation) {
      const store = new Store<string>(simulation, 'beds');
      for (const item of ['wide', 'narrow', 'white', 'warm']) yield* store.put(item);
      const first: string | undefined = yield* store.get();
      const liked = yield* store.get(
        (item) => item.startsWith('w'),
        Infinity,
        (item) => item.length,
      );
      expect([first, liked, ...store.items()]).toEqual(['wide', 'warm', 'narrow', 'white']);
      expect([store.tryGet((item) => item === 'warm'), store.tryGet(), store.size]).toEqual([undefined, 'narrow', 1]);
    });
  });

  it('hands what comes in to the first in line whom it suits', () => {
    const { simulation, log, get, put } = setting();
    get(0, 'even', isEven);
    get(1, 'any');
    get(2, 'any too');
    put(5, 1);
    put(6, 3);
    put(7, 4);
    simulation.run();
    expect(log).toEqual([
      [5, 1, true],
      [5, 'any', 1],
      [6, 3, true],
      [6, 'any too', 3],
      [7, 4, true],
      [7, 'even', 4],
    ]);
  });

  it('makes those who put wait for room, first come, first served', () => {
    const { simulation, store, log, get, put } = setting(2);
    for (const [at, item, patience] of [
      [0, 1, Infinity],
      [0, 2, Infinity],
      [1, 3, Infinity],
      [2, 4, 3],
      [3, 5, Infinity],
      [3, 6, 0],
    ] as const)
      put(at, item, patience);
    get(6, 'a');
    get(7, 'b');
    simulation.run(10);
    expect(log).toEqual([
      [0, 1, true],
      [0, 2, true],
      [3, 6, false],
      [5, 4, false],
      [6, 'a', 1],
      [6, 3, true],
      [7, 'b', 2],
      [7, 5, true],
    ]);
    expect([...store.items(), store.waitingToPut]).toEqual([3, 5, 0]);
    expect([store.putWaits.sum, store.putWaits.count, store.level.mean(10)]).toEqual([9, 4, 2]);
    store.resetStatistics();
    expect([store.putWaits.count, store.getWaits.count, store.level.mean(10)]).toEqual([0, 0, 2]);
  });

  it('gives up and balks, and forgets those who did', () => {
    const { simulation, store, log, get } = setting();
    get(0, 'impatient', undefined, 3);
    get(1, 'balks', undefined, 0);
    simulation.schedule(4, () => expect(store.tryPut(7)).toBe(true));
    simulation.run();
    expect(log).toEqual([
      [1, 'balks', undefined],
      [3, 'impatient', undefined],
    ]);
    expect([store.size, store.waitingToGet]).toEqual([1, 0]);
  });

  it('takes back what was handed over at the very time of an interruption, to its place or to the next', () => {
    const { simulation, store, log, get } = setting();
    const unlucky = get(0, 'unlucky', isEven);
    simulation.schedule(2, () => {
      for (const item of [1, 2, 3]) store.tryPut(item);
      expect(store.size).toBe(2);
      unlucky.interrupt();
      expect([...store.items()]).toEqual([1, 2, 3]);
      store.tryGet();
    });
    const first = get(3, 'first', (item) => item > 5);
    get(3, 'second', (item) => item > 5);
    simulation.schedule(4, () => {
      store.tryPut(6);
      first.interrupt();
    });
    simulation.run();
    expect(log).toEqual([
      [2, 'unlucky', 'interrupted'],
      [4, 'second', 6],
      [4, 'first', 'interrupted'],
    ]);
    expect([...store.items()]).toEqual([2, 3]);
  });

  it('takes out again what was put in at the very time of an interruption', () => {
    const { simulation, store, log, put } = setting(1);
    put(0, 1);
    const unlucky = put(1, 2);
    put(1, 3);
    simulation.schedule(5, () => {
      expect(store.tryGet()).toBe(1);
      unlucky.interrupt();
    });
    const waiting = put(6, 4);
    simulation.schedule(7, () => waiting.interrupt());
    simulation.run();
    expect([...store.items()]).toEqual([3]);
    expect(log.map(([, item, how]) => [item, how])).toEqual([
      [1, true],
      [3, true],
      [2, 'interrupted'],
      [4, 'interrupted'],
    ]);
  });

  test.each([0, -1, 1.5, NaN])('of capacity %s is an error, and so is an impossible patience', (capacity) => {
    expect(simulationErrorOf(() => setting(capacity)).message).toContain(String(capacity));
    const { simulation, store, get } = setting();
    get(0, 'wrong', undefined, NaN);
    expect(simulationErrorOf(() => simulation.run()).message).toContain('patience of NaN');
    expect(store.waitingToGet).toBe(0);
  });

  it('loses no item and gives none out twice, whatever comes', () => {
    const step = fc.record({
      at: fc.nat(15),
      puts: fc.boolean(),
      patience: fc.constantFrom(0, 2, Infinity, Infinity),
      even: fc.boolean(),
      interruptedAt: fc.oneof(fc.constant(Infinity), fc.nat(18)),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.integer({ min: 1, max: 3 }), (steps, capacity) => {
        const { simulation, store, log, get, put } = setting(capacity);
        steps.forEach(({ at, puts, patience, even, interruptedAt }, number) => {
          const process = puts ? put(at, number, patience) : get(at, 'get', even ? isEven : undefined, patience);
          if (interruptedAt === Infinity) return;
          simulation.schedule(interruptedAt, () => {
            if (!process.ended) process.interrupt();
          });
        });
        simulation.run();
        const gotten = log
          .filter(([, name, what]) => name === 'get' && typeof what === 'number')
          .map(([, , item]) => item);
        const stored = log.filter(([, name, what]) => name !== 'get' && what === true).map(([, item]) => item);
        const interrupted = new Set(log.filter(([, , what]) => what === 'interrupted').map(([, item]) => item));
        const out = [...gotten, ...store.items()];
        expect(new Set(out).size).toBe(out.length);
        for (const item of stored) expect(out).toContain(item);
        for (const item of out) expect(stored.includes(item) || interrupted.has(item)).toBe(true);
        if (store.waitingToPut > 0) expect(store.size).toBeGreaterThanOrEqual(capacity);
        if (store.waitingToGet > 0) expect([...store.items()].filter(isEven)).toEqual([]);
      }),
      { seed: 3, numRuns: 1000 },
    );
  }, 60_000);
});
