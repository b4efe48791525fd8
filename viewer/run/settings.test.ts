import { expect, test } from 'vitest';
import { faultsOf, replicationsOf } from './settings.ts';
import { secondsLeft } from './time-left.ts';

const period = (scenario: string) => (scenario === 'roll-out' ? '2026–2028' : '2027');
const sound = { scenarioA: 'dagens', scenarioB: 'team', replications: '20', seed: '1' };

test('sound settings have no faults', () => {
  expect(faultsOf(sound, period)).toEqual([]);
});

test('replications are whole numbers from 1 to 200', () => {
  expect(['1', ' 20 ', '200'].map(replicationsOf)).toEqual([1, 20, 200]);
  expect(['0', '201', '2.5', '2,5', '-3', '1e2', '', 'ti'].map(replicationsOf)).toEqual(Array(8).fill(undefined));
});

test('a scenario cannot be compared with itself, and a seed cannot be empty', () => {
  expect(faultsOf({ ...sound, scenarioB: 'dagens', seed: '  ' }, period)).toEqual(['same scenario', 'seed']);
});

test('scenarios of different times cannot be compared', () => {
  expect(faultsOf({ ...sound, scenarioB: 'roll-out' }, period)).toEqual(['other period']);
});

test('the time left follows the pace so far', () => {
  expect(secondsLeft(1, 40, 2)).toBeUndefined();
  expect(secondsLeft(10, 40, 20)).toBe(60);
  expect(secondsLeft(40, 40, 80)).toBe(0);
});
