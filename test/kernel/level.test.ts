import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { gaveUp, Interruption, Level, Simulation, type ProcessBody, type Wait } from '../../sim-core/kernel/index.ts';
import { simulationErrorOf } from './support.ts';

function setting(capacity = Infinity, amount = 0) {
  const simulation = new Simulation();
  const level = new Level(simulation, 'blood', capacity, amount);
  const log: unknown[][] = [];
  const start = (at: number, name: string, wait: () => Wait) => {
    function* body(): ProcessBody {
      try {
        log.push([name, yield wait(), simulation.now]);
      } catch (error) {
        if (!(error instanceof Interruption)) throw error;
        log.push([name, 'interrupted', simulation.now]);
      }
    }
    return simulation.start(name, body(), at);
  };
  return { simulation, level, log, start };
}

describe('a level', () => {
  it('lets nobody past the first in line, on either side', () => {
    const { simulation, level, log, start } = setting(10, 4);
    start(0, 'get 6', () => level.get(6));
    start(1, 'get 1', () => level.get(1));
    start(2, 'put 7', () => level.put(7));
    start(3, 'put 1', () => level.put(1, 3));
    start(4, 'get 5 urgently', () => level.get(5, Infinity, -1));
    simulation.schedule(5, () => expect([level.waitingToPut, level.waitingToGet, level.amount]).toEqual([2, 3, 4]));
    start(7, 'get 2 most urgently', () => level.get(2, Infinity, -2));
    simulation.run();
    // At 7 the amount of 4 is enough for the most urgent; with 2 left the 7 fit in, and the 5 go out.
    expect(log).toEqual([
      ['put 1', gaveUp, 6],
      ['get 2 most urgently', 0, 7],
      ['put 7', 0, 7],
      ['get 5 urgently', 0, 7],
    ]);
    expect([level.waitingToPut, level.waitingToGet, level.amount]).toEqual([0, 2, 4]);
  });

  it('has the amounts of a calculation by hand', () => {
    const { simulation, level, log, start } = setting(10, 4);
    start(0, 'get 6', () => level.get(6));
    start(1, 'get 1', () => level.get(1, 4));
    start(2, 'put 1', () => level.put(1));
    start(3, 'get 2', () => level.get(2));
    start(6, 'put 5', () => level.put(5));
    start(7, 'put 9', () => level.put(9));
    start(8, 'get 1 too', () => level.get(1));
    simulation.run(10);
    // 4, at 2: 5, at 6: 10 − 6 − 2 = 2, at 7: 9 do not fit, at 8: 1 and then 10.
    expect(log).toEqual([
      ['put 1', 0, 2],
      ['get 1', gaveUp, 5],
      ['put 5', 0, 6],
      ['get 6', 0, 6],
      ['get 2', 0, 6],
      ['get 1 too', 0, 8],
      ['put 9', 0, 8],
    ]);
    expect(level.history.mean(10)).toBeCloseTo((4 * 2 + 5 * 4 + 2 * 2 + 10 * 2) / 10, 12);
    expect([level.getWaits.count, level.getWaits.sum, level.putWaits.sum]).toEqual([3, 9, 1]);
    level.resetStatistics();
    expect([level.getWaits.count, level.putWaits.count, level.history.mean(10)]).toEqual([0, 0, 10]);
  });

  it('gives back what was granted at the very time of an interruption', () => {
    const { simulation, level, log, start } = setting(10, 0);
    const getter = start(0, 'getter', () => level.get(5));
    start(0, 'next', () => level.get(5));
    simulation.schedule(2, () => {
      level.tryPut(5);
      expect(level.amount).toBe(0);
      getter.interrupt();
    });
    start(3, 'putter', () => level.put(8));
    start(3, 'full', () => level.put(8));
    const second = start(4, 'second', () => level.put(6));
    simulation.schedule(5, () => second.interrupt());
    simulation.run();
    expect(log).toEqual([
      ['next', 0, 2],
      ['getter', 'interrupted', 2],
      ['putter', 0, 3],
      ['second', 'interrupted', 5],
    ]);
    expect([level.amount, level.waitingToPut]).toEqual([8, 1]);
  });

  it('balks with a patience of zero', () => {
    const { simulation, level, log, start } = setting(5, 3);
    start(0, 'too much', () => level.put(3, 0));
    start(0, 'too little', () => level.get(4, 0));
    start(0, 'enough', () => level.get(3, 0));
    simulation.run();
    expect(log.map(([, outcome]) => outcome)).toEqual([gaveUp, gaveUp, 0]);
  });

  test.each([0, -1, NaN, Infinity, 11])('refuses an amount of %s', (amount) => {
    const { simulation, level, start } = setting(10, 5);
    for (const action of [() => level.tryGet(amount), () => level.tryPut(amount)])
      expect(simulationErrorOf(action).message).toContain(`amount of ${amount}`);
    start(0, 'wrong', () => level.get(amount));
    expect(simulationErrorOf(() => simulation.run()).context).toEqual({ time: 0, process: 'wrong', subject: 'blood' });
    start(0, 'priority', () => level.put(9, Infinity, 0.5));
    expect(simulationErrorOf(() => simulation.run()).message).toContain('priority of 0.5');
    expect([level.waitingToGet, level.waitingToPut, level.amount]).toEqual([0, 0, 5]);
  });

  test.each([
    [0, 0],
    [NaN, 0],
    [5, 6],
    [5, -1],
    [Infinity, Infinity],
  ])('refuses a capacity of %s with %s in it', (capacity, amount) => {
    expect(simulationErrorOf(() => setting(capacity, amount)).context.subject).toBe('blood');
  });

  it('keeps its amounts, and between zero and the capacity', () => {
    const step = fc.record({
      at: fc.nat(15),
      puts: fc.boolean(),
      amount: fc.integer({ min: 1, max: 6 }),
      patience: fc.constantFrom(0, 2, Infinity, Infinity),
      priority: fc.integer({ min: -1, max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { simulation, level, log, start } = setting(8, 3);
        for (const { at, puts, amount, patience, priority } of steps)
          start(at, String(puts ? amount : -amount), () => level[puts ? 'put' : 'get'](amount, patience, priority));
        simulation.run();
        const changes = log.filter(([, outcome]) => outcome === 0).map(([name]) => Number(name));
        expect(level.amount).toBe(changes.reduce((sum, change) => sum + change, 3));
        expect([level.history.minimum >= 0, level.history.maximum <= 8]).toEqual([true, true]);
        expect(log.length + level.waitingToGet + level.waitingToPut).toBe(steps.length);
      }),
      { seed: 4, numRuns: 1000 },
    );
  }, 60_000);
});
