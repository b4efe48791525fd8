import { expect, it } from 'vitest';
import { followTimetable, Simulation } from '../../sim-core/kernel/index.ts';

it('applies the last of the changes that are due, and each later one at its time', () => {
  const simulation = new Simulation();
  simulation.run(10);
  const applied: unknown[] = [];
  const changes = [1, 5, 10, 12, 12, 20].map((at, number) => ({ at, number }));
  followTimetable(simulation, changes, ({ number }) => applied.push([simulation.now, number]));
  expect(applied).toEqual([[10, 2]]);
  simulation.run();
  expect(applied.slice(1)).toEqual([
    [12, 4],
    [20, 5],
  ]);
  followTimetable(simulation, [], () => applied.push('nothing'));
  expect([applied.length, simulation.pendingEvents]).toEqual([3, 0]);
});
