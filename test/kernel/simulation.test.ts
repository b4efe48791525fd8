import { describe, expect, it } from 'vitest';
import { Simulation } from '../../sim-core/kernel/index.ts';
import { simulationErrorOf } from './support.ts';

describe('a simulation', () => {
  it('carries out events by time, then priority, then order of scheduling', () => {
    const simulation = new Simulation();
    const order: number[] = [];
    const note = (payload: number) => order.push(payload);
    simulation.schedule(2, note, 6);
    simulation.schedule(1, note, 3);
    simulation.schedule(1, note, 4);
    simulation.schedule(1, note, 5, 7);
    simulation.schedule(1, note, 2, -3);
    simulation.scheduleAt(0, note, 1);
    simulation.run();
    expect(order).toEqual([1, 2, 3, 4, 5, 6]);
    expect(simulation.eventCount).toBe(6);
  });

  it('settles ties between events and processes by the order of scheduling', () => {
    const simulation = new Simulation();
    const order: string[] = [];
    function* body(name: string) {
      order.push(`${name} starts`);
      yield simulation.delay(5);
      order.push(`${name} goes on`);
    }
    simulation.schedule(5, () => order.push('first event'));
    simulation.start('a', body('a'));
    simulation.schedule(0, () => order.push('second event'));
    simulation.start('b', body('b'));
    simulation.schedule(5, () => order.push('third event'));
    simulation.run();
    // Both processes ask for time 5 when they run at time 0, so after the third event was scheduled.
    expect(order).toEqual([
      'a starts',
      'second event',
      'b starts',
      'first event',
      'third event',
      'a goes on',
      'b goes on',
    ]);
  });

  it('carries out events scheduled at the present time after those already there', () => {
    const simulation = new Simulation();
    const order: string[] = [];
    simulation.schedule(1, () => {
      order.push('first');
      simulation.schedule(0, () => order.push('child'));
      simulation.schedule(0, () => order.push('urgent child'), 0, -1);
    });
    simulation.schedule(1, () => order.push('second'));
    simulation.run();
    expect(order).toEqual(['first', 'urgent child', 'second', 'child']);
  });

  it('runs until a time that is not itself included, and can be continued', () => {
    const simulation = new Simulation();
    const times: number[] = [];
    for (const time of [1, 2, 3]) simulation.scheduleAt(time, () => times.push(simulation.now));
    simulation.run(2);
    expect([times, simulation.now, simulation.pendingEvents, simulation.nextEventTime]).toEqual([[1], 2, 2, 2]);
    simulation.run(2);
    expect(times).toEqual([1]);
    simulation.run(2.5);
    expect([times, simulation.now]).toEqual([[1, 2], 2.5]);
    simulation.run();
    expect([times, simulation.now, simulation.nextEventTime]).toEqual([[1, 2, 3], 3, Infinity]);
    simulation.run(10);
    expect(simulation.now).toBe(10);
  });

  it('gives the same events whether it runs, runs in slices or steps', () => {
    const history = (drive: (simulation: Simulation) => void) => {
      const simulation = new Simulation();
      const seen: [number, number][] = [];
      const visit = (payload: number) => {
        seen.push([simulation.now, payload]);
        if (payload < 200) simulation.schedule((payload * 37) % 11, visit, payload + 1 + (payload % 3));
      };
      simulation.schedule(0, visit, 0);
      simulation.schedule(4, visit, 1);
      drive(simulation);
      return seen;
    };
    const whole = history((simulation) => simulation.run());
    expect(whole.length).toBeGreaterThan(100);
    expect(
      history((simulation) => {
        while (simulation.pendingEvents > 0) simulation.run(simulation.now + 3);
      }),
    ).toEqual(whole);
    expect(
      history((simulation) => {
        while (simulation.step());
      }),
    ).toEqual(whole);
  });

  it('stops after the present event and leaves the clock there', () => {
    const simulation = new Simulation();
    const times: number[] = [];
    for (const time of [1, 2, 3]) {
      simulation.scheduleAt(time, () => {
        times.push(time);
        if (time === 2) simulation.stop();
      });
    }
    simulation.run(100);
    expect([times, simulation.now]).toEqual([[1, 2], 2]);
    simulation.run(100);
    expect([times, simulation.now]).toEqual([[1, 2, 3], 100]);
  });

  it('cancels and moves events, and says when they are gone', () => {
    const simulation = new Simulation();
    const order: number[] = [];
    const handles = [1, 2, 3, 4].map((payload) => simulation.schedule(payload, () => order.push(payload)));
    expect(simulation.cancel(handles[1]!)).toBe(true);
    expect(simulation.cancel(handles[1]!)).toBe(false);
    expect(simulation.rescheduleAt(handles[0]!, 3)).toBe(true);
    expect(simulation.timeOf(handles[0]!)).toBe(3);
    simulation.run();
    expect(order).toEqual([3, 1, 4]);
    expect(simulation.rescheduleAt(handles[0]!, 9)).toBe(false);
    expect(simulation.timeOf(handles[0]!)).toBeNaN();
  });

  it.each([-1, NaN, Infinity, -Infinity])(
    'refuses to schedule %s from now, and names the time and process',
    (delay) => {
      const simulation = new Simulation();
      simulation.run(10);
      const error = simulationErrorOf(() => simulation.schedule(delay, () => {}));
      expect(error.message).toContain('simulated time 10');
      expect(error.context).toEqual({ time: 10 });
      function* body() {
        yield simulation.delay(1);
        simulation.schedule(delay, () => {});
      }
      simulation.start('planner', body());
      const inside = simulationErrorOf(() => simulation.run());
      expect(inside.context).toEqual({ time: 11, process: 'planner' });
      expect(inside.message).toMatch(/planner.*/);
      expect(simulation.pendingEvents).toBe(0);
    },
  );

  it.each([9.999, NaN, Infinity])('refuses to move an event to %s', (time) => {
    const simulation = new Simulation();
    const handle = simulation.schedule(20, () => {});
    simulation.run(10);
    expect(simulationErrorOf(() => simulation.rescheduleAt(handle, time)).context.time).toBe(10);
    expect(simulation.timeOf(handle)).toBe(20);
  });

  it.each([NaN, 256, -256, 0.5])('refuses a priority of %s', (priority) => {
    const simulation = new Simulation();
    expect(simulationErrorOf(() => simulation.schedule(1, () => {}, 0, priority)).message).toContain(String(priority));
  });

  it.each([NaN, 4, -1])('refuses to run until %s when it is 5', (until) => {
    const simulation = new Simulation();
    simulation.run(5);
    expect(simulationErrorOf(() => simulation.run(until)).message).toContain(String(until));
  });

  it('refuses to run or step while it runs or steps, and can run afterwards', () => {
    const simulation = new Simulation();
    for (const again of [() => simulation.run(), () => void simulation.step()]) {
      for (const drive of [() => simulation.run(), () => void simulation.step()]) {
        simulation.schedule(1, again);
        expect(simulationErrorOf(drive).message).toContain('running already');
      }
    }
    simulation.schedule(1, () => {});
    simulation.run();
    expect(simulation.pendingEvents).toBe(0);
  });

  it('hands on what an event handler throws and can go on after it', () => {
    const simulation = new Simulation();
    let later = 0;
    simulation.schedule(1, () => {
      throw new RangeError('no such room');
    });
    simulation.schedule(2, () => later++);
    expect(() => simulation.run()).toThrow(new RangeError('no such room'));
    expect(simulation.now).toBe(1);
    simulation.run();
    expect(later).toBe(1);
  });
});
