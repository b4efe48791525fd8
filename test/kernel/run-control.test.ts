import { describe, expect, it } from 'vitest';
import { Resource, Simulation, TimeWeighted, type ProcessBody } from '../../sim-core/kernel/index.ts';

/** A clock that ticks at 1, 2, 3, … for so many ticks. */
function ticking(ticks: number): { simulation: Simulation; times: number[] } {
  const simulation = new Simulation();
  const times: number[] = [];
  const tick = (): void => {
    times.push(simulation.now);
    if (times.length < ticks) simulation.schedule(1, tick);
  };
  simulation.schedule(1, tick);
  return { simulation, times };
}

describe('a run says why it stopped', () => {
  it('when its time is reached, with the clock at that time and later events pending', () => {
    const { simulation, times } = ticking(10);
    expect(simulation.run({ until: 4 })).toBe('time');
    expect([simulation.now, times, simulation.pendingEvents]).toEqual([4, [1, 2, 3], 1]);
  });

  it('when no event is left, with the clock at the end that was asked for', () => {
    const { simulation } = ticking(3);
    expect(simulation.run(100)).toBe('no events');
    expect(simulation.now).toBe(100);
  });

  it('after a number of events', () => {
    const { simulation, times } = ticking(10);
    expect(simulation.run({ events: 3 })).toBe('event count');
    expect([simulation.now, times]).toEqual([3, [1, 2, 3]]);
    expect(simulation.run({ events: 0 })).toBe('event count');
    expect(times).toHaveLength(3);
  });

  it('when a condition holds', () => {
    const { simulation, times } = ticking(10);
    expect(simulation.run({ when: () => times.length === 5 })).toBe('condition');
    expect(simulation.now).toBe(5);
  });

  it('when it is stopped from within', () => {
    const { simulation, times } = ticking(10);
    simulation.schedule(2.5, () => simulation.stop());
    expect(simulation.run(100)).toBe('stopped');
    expect([simulation.now, times]).toEqual([2.5, [1, 2]]);
  });

  it('when it is aborted, looked at every so many events', () => {
    const { simulation, times } = ticking(100);
    const controller = new AbortController();
    simulation.schedule(4.5, () => controller.abort());
    expect(simulation.run({ signal: controller.signal, every: 10 })).toBe('aborted');
    expect(simulation.eventCount).toBe(10);
    expect(times.at(-1)).toBe(9);
    expect(simulation.run({ signal: controller.signal, every: 10 })).toBe('aborted');
    expect(simulation.eventCount).toBe(10);
  });
});

describe('a run that is paused', () => {
  it('goes on where it was, whatever the slices, and ends the same', () => {
    const whole = ticking(1000);
    whole.simulation.run();
    const sliced = ticking(1000);
    let slices = 0;
    while (sliced.simulation.run({ events: 7 }) !== 'no events') slices++;
    expect(slices).toBe(Math.floor(1000 / 7));
    expect(sliced.times).toEqual(whole.times);
    expect(sliced.simulation.now).toBe(whole.simulation.now);
  });

  it('lets statistics be read, and reading changes nothing', () => {
    const { simulation } = ticking(10);
    const level = new TimeWeighted(0, 2);
    simulation.schedule(4, () => level.set(simulation.now, 6));
    simulation.run(3);
    expect([level.mean(simulation.now), level.mean(simulation.now)]).toEqual([2, 2]);
    simulation.run(8);
    expect(level.mean(simulation.now)).toBe(4);
  });

  it('reports progress every so many events', () => {
    const { simulation } = ticking(100);
    const seen: number[] = [];
    simulation.run({ every: 30, onProgress: () => seen.push(simulation.eventCount) });
    expect(seen).toEqual([30, 60, 90]);
  });
});

it('a run that has come to nothing tells who waits, and where', () => {
  const simulation = new Simulation();
  const room = new Resource(simulation, 'labour room', 0);
  function* woman(): ProcessBody {
    yield room.seize();
    room.release();
  }
  function* sister(): ProcessBody {
    yield first.join();
  }
  const first = simulation.start('woman', woman());
  simulation.start('sister', sister());
  expect(simulation.run()).toBe('no events');
  expect(simulation.whoWaits()).toEqual([
    { process: 'woman', waitsFor: 'labour room' },
    { process: 'sister', waitsFor: 'end of woman' },
  ]);
});
