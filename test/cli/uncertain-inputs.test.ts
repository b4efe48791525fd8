import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { moved, uncertainInputs, type UncertainInput } from '../../sim-core/cli/uncertain-inputs.ts';

const { data } = loadScenario('dagens', nodeScenarioFiles());
const inputs = uncertainInputs(data);
const inputOf = (id: string): UncertainInput => inputs.find((input) => input.id === id)!;

describe('assumptions of the base data', () => {
  it('stand once each, and those of all districts together', () => {
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
    const districts = Object.values(data.origins).filter(({ outside }) => !outside);
    expect(inputOf('origins.*.births')).toMatchObject({ unit: 'births a year', hasPublishedRange: true });
    expect(inputOf('origins.*.births').paths).toHaveLength(districts.length);
    // Verified figures without a range are not assumptions.
    expect(inputOf('economy.supplements.weekend')).toBeUndefined();
  });

  it('with a published range hold their value within it', () => {
    for (const input of inputs.filter(({ hasPublishedRange }) => hasPublishedRange)) {
      const [low, high] = [moved(data, input, 'low', false), moved(data, input, 'high', false)];
      for (const path of input.paths) {
        const valueIn = (from: unknown): number =>
          [...path, 'value'].reduce((node, step) => (node as Record<string, unknown>)[step], from) as number;
        const [down, value, up] = [valueIn(low), valueIn(data), valueIn(high)];
        expect(down, input.id).toBeLessThanOrEqual(value);
        expect(up, input.id).toBeGreaterThanOrEqual(value);
        expect(up - down, input.id).toBeGreaterThan(0);
      }
    }
  });

  it('add up to the published range of births in Oslo', () => {
    const total = (direction: 'low' | 'high'): number =>
      Object.values(moved(data, inputOf('origins.*.births'), direction, false).origins)
        .filter(({ outside }) => !outside)
        .reduce((sum, { births }) => sum + births.value, 0);
    // Shares of the districts are rounded to four decimals, births to whole ones.
    expect(Math.abs(total('low') - 8600)).toBeLessThan(15);
    expect(Math.abs(total('high') - 9500)).toBeLessThan(15);
  });

  it('without one move by a fifth, and counts to whole numbers away from the value', () => {
    const figure = (value: unknown): object => ({ value, unit: 'u', source: 'a test', confidence: 'U' });
    const input: UncertainInput = {
      id: 'a',
      unit: 'u',
      paths: [['a'], ['b'], ['gone', 'c']],
      hasPublishedRange: false,
    };
    const given = { a: figure(12), b: figure({ day: [3, 0], night: 5.5 }) };
    expect(moved(given, input, 'low', false)).toEqual({ a: figure(9.6), b: figure({ day: [2.4, 0], night: 4.4 }) });
    expect(moved(given, input, 'high', true)).toEqual({ a: figure(15), b: figure({ day: [4, 0], night: 7 }) });
    expect(moved(given, input, 'low', true)).toEqual({ a: figure(9), b: figure({ day: [2, 0], night: 4 }) });
    expect(given.a).toEqual(figure(12));
  });

  it('that must be the same are moved together', () => {
    expect(inputOf('economy.onCallCredit').paths).toEqual([
      ['workingTime', 'onCall', 'byAgreement'],
      ['economy', 'onCallCredit'],
    ]);
    expect(inputOf('workingTime.onCall.byAgreement')).toBeUndefined();
  });
});
