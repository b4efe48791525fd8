import { describe, expect, it } from 'vitest';
import {
  arrivalTimes,
  Calendar,
  dailyTimetable,
  inBatches,
  nextPoissonArrival,
  poissonCount,
  RandomStream,
  scheduleArrivals,
  Simulation,
  timetable,
} from '../../sim-core/kernel/index.ts';
import { deviationOf, runProcess, simulationErrorOf, zOf } from './support.ts';

/** Simulated times at which arrivals come. */
function arrivalsOf(instants: Iterable<number>, until?: number): number[] {
  const simulation = new Simulation();
  const times: number[] = [];
  scheduleArrivals(simulation, instants, () => times.push(simulation.now));
  simulation.run(until);
  return times;
}

describe('arrivals', () => {
  it('come at exactly their instants, those of one instant right after each other', () => {
    const instants = [0, 0.1, 0.1, 0.30000000000000004, 1e6 + 1 / 3, 1e6 + 1 / 3];
    expect(arrivalsOf(instants)).toEqual(instants);
    const simulation = new Simulation();
    const order: string[] = [];
    scheduleArrivals(simulation, [5, 5, 6], () => {
      order.push('arrival');
      simulation.schedule(0, () => order.push('after'));
    });
    simulation.run();
    expect(order).toEqual(['arrival', 'arrival', 'after', 'after', 'arrival', 'after']);
  });

  it('of an endless series keep one event pending, and stop when told to', () => {
    const simulation = new Simulation();
    let count = 0;
    const stop = scheduleArrivals(
      simulation,
      arrivalTimes((after) => after + 1),
      () => {
        count++;
        expect(simulation.pendingEvents).toBe(0);
        if (count === 500) stop();
      },
    );
    simulation.run(100.5);
    expect([count, simulation.pendingEvents]).toEqual([100, 1]);
    simulation.run();
    expect([count, simulation.now]).toEqual([500, 500]);
    const stopped = scheduleArrivals(simulation, [600, 700], () => count++);
    simulation.run(650);
    stopped();
    expect([count, simulation.pendingEvents]).toEqual([501, 0]);
  });

  it('may be stopped among those of one instant', () => {
    const simulation = new Simulation();
    let count = 0;
    const stop = scheduleArrivals(simulation, [1, 1, 1, 2], () => {
      if (++count === 2) stop();
    });
    simulation.run();
    expect(count).toBe(2);
  });

  it('come in the order of their priority with other events', () => {
    const simulation = new Simulation();
    const order: string[] = [];
    simulation.scheduleAt(1, () => order.push('other'));
    scheduleArrivals(simulation, [1], () => order.push('first'), -1);
    scheduleArrivals(simulation, [1], () => order.push('last'), 1);
    simulation.run();
    expect(order).toEqual(['first', 'other', 'last']);
  });

  it('can be taken in by a process', () => {
    const times: number[] = [];
    runProcess(function* (simulation) {
      for (const instant of inBatches(timetable([3.3, 4.7, 4.7, 9]), () => 2)) {
        yield simulation.delay(Math.max(0, instant - simulation.now));
        times.push(simulation.now);
      }
    });
    expect(times.map((time) => Number(time.toFixed(9)))).toEqual([3.3, 3.3, 4.7, 4.7, 4.7, 4.7, 9, 9]);
  });

  it('end before `until`, and with an instant at infinity', () => {
    expect([...arrivalTimes((after) => after + 2, 1, 9)]).toEqual([3, 5, 7]);
    expect([...arrivalTimes((after) => (after < 4 ? after + 2 : Infinity))]).toEqual([2, 4]);
    expect(arrivalsOf([1, Infinity])).toEqual([1]);
    expect(arrivalsOf([])).toEqual([]);
  });

  it('that go back are errors', () => {
    expect(() => [...timetable([1, 2, 1.5])]).toThrow("A timetable can't have 1.5 after 2");
    expect(() => [...timetable([NaN])]).toThrow("can't have NaN");
    expect(() => [...timetable([Infinity])]).toThrow("can't have Infinity");
    expect(simulationErrorOf(() => arrivalsOf([2, 1])).context.time).toBe(2);
    expect(() => arrivalsOf([NaN])).toThrow("can't be scheduled at NaN");
  });
});

describe('arrivals by the clock', () => {
  it('come at the same clock times on the days chosen, also when the clock is changed', () => {
    const calendar = new Calendar('2027-03-24');
    const series = dailyTimetable(calendar, ['08:00', '10:30'], (day) => calendar.isWorkingDay(day), 500);
    const times = Array.from({ length: 5 }, () => series.next().value as number);
    // Wednesday after 08:20, and then from Tuesday after Easter on, one hour of which was skipped.
    const tuesday = 6 * 1440 - 60;
    expect(times).toEqual([630, tuesday + 480, tuesday + 630, tuesday + 1440 + 480, tuesday + 1440 + 630]);
  });

  it('need clock times in order, and none gives none', () => {
    const calendar = new Calendar('2027-01-01');
    expect(() => dailyTimetable(calendar, ['10:00', '08:00']).next()).toThrow('10:00, 08:00 are not in order');
    expect([...dailyTimetable(calendar, [])]).toEqual([]);
  });
});

describe('batches', () => {
  it('have the mean and variance of a compound Poisson process', () => {
    const gaps = new RandomStream('batches', 0, 'gaps');
    const sizes = new RandomStream('batches', 0, 'sizes');
    const periods = 20_000;
    const counts = new Float64Array(periods);
    const batches = arrivalTimes((after) => nextPoissonArrival(gaps, after, 3), 0, periods);
    for (const time of inBatches(batches, () => poissonCount(sizes.next(), 2))) counts[Math.floor(time)]!++;
    // Rate times mean size, and rate times mean square of the size.
    expect(Math.abs(zOf(counts, 6))).toBeLessThan(3.3);
    expect(Math.abs(deviationOf(counts) ** 2 / 18 - 1)).toBeLessThan(0.05);
  });

  it('may be empty, and have whole sizes only', () => {
    const sizes = [2, 0, 1];
    expect([...inBatches([10, 20, 30], () => sizes.shift()!)]).toEqual([10, 10, 30]);
    for (const size of [-1, 0.5, NaN]) {
      expect(() => [...inBatches([1], () => size)]).toThrow(`A batch of ${size} is not possible`);
    }
  });
});
