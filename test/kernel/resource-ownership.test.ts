import { describe, expect, it } from 'vitest';
import { any, Resource, type Process, type ProcessBody } from '../../sim-core/kernel/index.ts';
import { setting } from './rooms.ts';
import { simulationErrorOf } from './support.ts';

describe('ownership', () => {
  it('an end with a unit in hand is an error that names process, resource and time', () => {
    const { simulation, rooms } = setting(1);
    simulation.start(
      'careless',
      (function* () {
        yield rooms.seize();
        yield simulation.delay(3);
      })(),
    );
    expect(simulationErrorOf(() => simulation.run()).context).toEqual({
      time: 3,
      process: 'careless',
      subject: 'rooms',
    });
    expect(rooms.inUse).toBe(0);
  });

  it('nobody gives back the unit of somebody else', () => {
    const { simulation, rooms, start } = setting(2);
    start(0, 'owner', 10);
    function* thief(): ProcessBody {
      yield simulation.delay(1);
      rooms.release();
    }
    simulation.start('thief', thief());
    expect(simulationErrorOf(() => simulation.run()).context).toEqual({ time: 1, process: 'thief', subject: 'rooms' });
    expect(simulationErrorOf(() => rooms.release()).context.subject).toBe('rooms');
    expect(simulationErrorOf(() => rooms.handOver()).context.subject).toBe('rooms');
    expect(rooms.inUse).toBe(1);
  });

  it('a unit handed over is released by an event, and cannot be pre-empted', () => {
    const { simulation, rooms, start, entries } = setting(1, { preemptive: true });
    function* woman(): ProcessBody {
      yield rooms.seize(9);
      yield simulation.delay(2);
      rooms.handOver();
      simulation.schedule(3, () => rooms.release());
    }
    simulation.start('woman', woman());
    start(3, 'urgent', 1, -9);
    simulation.run();
    expect(entries()).toEqual([[5, 'urgent']]);
    expect(rooms.inUse).toBe(0);
  });

  it('a process that fails or is interrupted to its end gives back all it holds, and the next is served', () => {
    for (const fails of [true, false]) {
      const { simulation, rooms, start, entries } = setting(3);
      function* unlucky(): ProcessBody {
        yield rooms.seize();
        yield rooms.seize(0, Infinity, 2);
        yield simulation.delay(4);
        throw new Error('out of order');
      }
      const process = simulation.start('unlucky', unlucky());
      start(1, 'next', 1, 0, 3);
      if (fails) {
        expect(simulationErrorOf(() => simulation.run()).message).toContain('out of order');
      } else {
        simulation.run(4);
        process.interrupt();
      }
      expect(rooms.inUse).toBe(3);
      simulation.run();
      expect(entries()).toEqual([[4, 'next']]);
      expect(rooms.inUse).toBe(0);
    }
  });
});

describe('wrong use', () => {
  it('who releases more than it holds gives back what it holds, and no more', () => {
    const { simulation, rooms } = setting(3);
    function* body(): ProcessBody {
      yield rooms.seize();
      rooms.release(2);
    }
    simulation.start('body', body());
    expect(simulationErrorOf(() => simulation.run()).message).toContain('not held');
    expect([rooms.inUse, rooms.free]).toEqual([0, 3]);
  });

  it.each([NaN, 256, 0.5])('a priority of %s is an error, also when units are free', (priority) => {
    for (const make of [
      (rooms: Resource) => rooms.seize(priority),
      (rooms: Resource) => rooms.request(() => {}, 0, priority),
    ]) {
      const { simulation, rooms } = setting(1, { preemptive: true });
      function* body(): ProcessBody {
        make(rooms);
        yield simulation.delay(1);
      }
      simulation.start('wrong', body());
      expect(simulationErrorOf(() => simulation.run()).message).toContain(`priority of ${priority}`);
      expect(rooms.inUse).toBe(0);
    }
  });

  it('a process that waits for its own end, among others, is an error', () => {
    const { simulation, rooms } = setting(0);
    function* body(): ProcessBody {
      yield any(simulation, [rooms.claim(), self.end()]);
    }
    const self: Process = simulation.start('self', body());
    expect(simulationErrorOf(() => simulation.run()).message).toContain('its own end');
  });
});
