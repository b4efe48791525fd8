import { describe, expect, it, test } from 'vitest';
import { any, type ResourceOptions } from '../../sim-core/kernel/index.ts';
import { setting } from './rooms.ts';
import { simulationErrorOf } from './support.ts';

describe('a request for several units', () => {
  it('is served all at once, and at the head of the line lets nobody past', () => {
    const { simulation, rooms, start, entries } = setting(3);
    start(0, 'one', 4);
    start(0, 'other', 8);
    start(1, 'three', 5, 0, 3);
    start(2, 'small', 1);
    start(2, 'impatient', 1, 0, 1, 3);
    simulation.run();
    expect(entries()).toEqual([
      [0, 'one'],
      [0, 'other'],
      [8, 'three'],
      [13, 'small'],
    ]);
    expect([rooms.inUse, rooms.waiting, rooms.waits.sum]).toEqual([0, 0, 7 + 11]);
  });

  it('that loses patience lets those behind it in', () => {
    const { simulation, start, log, entries } = setting(2);
    start(0, 'long', 100);
    start(1, 'two', 5, 0, 2, 4);
    start(2, 'small', 1);
    simulation.run();
    expect(log).toContainEqual([5, 'two', 'gave up']);
    expect(entries()).toContainEqual([5, 'small']);
  });

  it('can be released in parts, by whoever holds them', () => {
    const { simulation, rooms, start, entries } = setting(3);
    simulation.start(
      'group',
      (function* () {
        yield rooms.seize(0, Infinity, 3);
        for (let left = 3; left > 0; left--) {
          yield simulation.delay(2);
          rooms.release();
        }
      })(),
    );
    start(1, 'a', 10);
    start(1, 'pair', 1, 0, 2);
    start(1, 'b', 1);
    simulation.run();
    expect(entries()).toEqual([
      [2, 'a'],
      [6, 'pair'],
      [7, 'b'],
    ]);
  });

  test.each([0, -1, 0.5, NaN, Infinity])('of %s units is an error, also when units are free', (units) => {
    const { simulation, rooms } = setting(2);
    const actions = [() => rooms.tryTake(units), () => rooms.request(() => {}, 0, 0, units)];
    for (const action of actions) expect(simulationErrorOf(action).context.subject).toBe('rooms');
    for (const make of [
      () => rooms.seize(0, Infinity, units),
      () => any(simulation, [rooms.claim(0, units)]),
      () => any(simulation, [rooms.claim(0, units)], 0),
    ]) {
      simulation.start(
        'wrong',
        (function* () {
          yield make();
        })(),
      );
      expect(simulationErrorOf(() => simulation.run()).message).toContain(`${units} units`);
    }
    rooms.tryTake();
    expect(simulationErrorOf(() => rooms.release(units)).context.subject).toBe('rooms');
    expect([rooms.inUse, rooms.waiting]).toEqual([1, 0]);
  });
});

describe('the discipline', () => {
  const names = ['a', 'b', 'c', 'd'];
  const orderOf = (options: ResourceOptions, priorities = [0, 0, 0, 0]) => {
    const { simulation, start, entries } = setting(1, options);
    start(0, 'first', 10);
    names.forEach((name, index) => start(1 + index, name, 10, priorities[index]!));
    simulation.run();
    return entries()
      .slice(1)
      .map(([, name]) => name)
      .join('');
  };

  it('last come serves the last that came, within its priority', () => {
    expect(orderOf({ discipline: 'last come' })).toBe('dcba');
    expect(orderOf({ discipline: 'last come' }, [0, -255, 255, -255])).toBe('dbac');
  });

  it('of your own decides alone, ties going to the first that came', () => {
    const discipline = ({ priority, time }: { priority: number; time: number }) => priority * (time % 2);
    // Keys: a 5·1, b 0, c 1·1, d 0.
    expect(orderOf({ discipline }, [5, 9, 1, 7])).toBe('bdca');
    expect(orderOf({ discipline: ({ number }) => -number })).toBe('dcba');
  });

  test.each([NaN, Infinity, -Infinity])('that gives %s is an error, since nobody can be ordered by it', (key) => {
    const { simulation, start } = setting(0, { discipline: () => key });
    start(0, 'a', 1);
    expect(simulationErrorOf(() => simulation.run()).message).toContain(String(key));
  });
});

describe('a request that is cancelled', () => {
  it('at the head of the line lets in the one behind it', () => {
    const { simulation, rooms, start, entries } = setting(2);
    start(0, 'one', 20);
    let large = -1;
    simulation.schedule(1, () => (large = rooms.request(() => {}, 0, 0, 2)));
    start(2, 'small', 1);
    simulation.schedule(5, () => expect(rooms.cancelRequest(large)).toBe(true));
    simulation.run();
    expect(entries()).toContainEqual([5, 'small']);
    expect([rooms.inUse, rooms.waiting]).toEqual([0, 0]);
  });
});

describe('whenFree', () => {
  it('calls when units are free that nobody in line could use, until it is ended', () => {
    const { simulation, rooms, start } = setting(2);
    const times: number[] = [];
    const end = rooms.whenFree(() => times.push(simulation.now, rooms.free));
    start(0, 'a', 3);
    start(0, 'b', 5);
    start(1, 'c', 4);
    simulation.schedule(9, end);
    start(10, 'd', 1);
    simulation.run();
    // At 3 the unit goes to c; at 5 and 7 nobody wants it.
    expect(times).toEqual([5, 1, 7, 2]);
  });

  it('does not call while the first in line waits for more', () => {
    const { simulation, rooms, start } = setting(2);
    const times: number[] = [];
    rooms.whenFree(() => times.push(simulation.now));
    start(0, 'a', 3);
    start(0, 'b', 5);
    start(1, 'both', 4, 0, 2);
    simulation.run();
    expect(times).toEqual([9]);
  });
});
