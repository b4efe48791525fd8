import { expect, test } from 'vitest';
import { faultsOf, replicationsOf, type ScenarioFacts } from './settings.ts';
import { secondsLeft } from './time-left.ts';

const known: Record<string, ScenarioFacts> = {
  dagens: { period: '2027' },
  team: { period: '2027' },
  'roll-out': { period: '2026–2028' },
  empty: { period: '2027', unchangedFrom: 'dagens' },
  broken: { period: undefined, unsound: true },
};
const facts = (scenario: string): ScenarioFacts => known[scenario]!;
const sound = { scenarioA: 'dagens', scenarioB: 'team', replications: '20', untilPrecise: false, seed: '1' };

test('sound settings have no faults', () => {
  expect(faultsOf(sound, facts)).toEqual([]);
});

test('replications are whole numbers from 1 to 200', () => {
  expect(['1', ' 20 ', '200'].map(replicationsOf)).toEqual([1, 20, 200]);
  expect(['0', '201', '2.5', '2,5', '-3', '1e2', '', 'ti'].map(replicationsOf)).toEqual(Array(8).fill(undefined));
});

test('how many replications there should be does not matter when precision decides', () => {
  expect(faultsOf({ ...sound, replications: '' }, facts)).toEqual(['replications']);
  expect(faultsOf({ ...sound, replications: '', untilPrecise: true }, facts)).toEqual([]);
});

test('a scenario cannot be compared with itself, and a seed cannot be empty, nor longer than anybody reads', () => {
  expect(faultsOf({ ...sound, scenarioB: 'dagens', seed: '  ' }, facts)).toEqual(['same scenario', 'seed']);
  expect(faultsOf({ ...sound, seed: ` ${'x'.repeat(60)} ` }, facts)).toEqual([]);
  expect(faultsOf({ ...sound, seed: 'x'.repeat(61) }, facts)).toEqual(['seed']);
});

test('scenarios of different times cannot be compared', () => {
  expect(faultsOf({ ...sound, scenarioB: 'roll-out' }, facts)).toEqual(['other period']);
});

test('a plan without changes is compared with anything but what it starts from, an unsound one with nothing', () => {
  expect(faultsOf({ ...sound, scenarioB: 'empty' }, facts)).toEqual(['unchanged plan']);
  expect(faultsOf({ ...sound, scenarioA: 'team', scenarioB: 'empty' }, facts)).toEqual([]);
  expect(faultsOf({ ...sound, scenarioB: 'broken' }, facts)).toEqual(['unsound plan']);
});

test('the time left follows the pace so far', () => {
  expect(secondsLeft(1, 40, 2)).toBeUndefined();
  expect(secondsLeft(10, 40, 20)).toBe(60);
  expect(secondsLeft(40, 40, 80)).toBe(0);
});
