import { describe, expect, test } from 'vitest';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { doubleWork, standings } from '../support/service-checks.ts';
import { changed, dateAfter, shippedInputs } from '../support/scenarios.ts';
import { shippedNames } from './support.ts';

const days = 28;

describe('weeks of every shipped scenario', () => {
  test.each(shippedNames)('%s lose no woman, and nobody works twice at a time', (name) => {
    const inputs = changed(shippedInputs(name), ({ horizon, interventions }) => {
      // Where the change is in summer, the weeks are those of summer.
      const first =
        interventions
          .map(({ start }) => start)
          .toSorted()
          .at(-1) ?? horizon.start;
      horizon.start = [horizon.start, dateAfter(first, -10)].toSorted().at(-1)!;
      horizon.end = dateAfter(horizon.start, days);
      horizon.warmUpDays = 10;
    });
    const service = simulate(inputs, '1', 0, false);
    const { registered, registeredTwice, pregnant, lost, gaveBirth, neverRegistered } = standings(service);
    expect({ registeredTwice, neverRegistered }).toEqual({ registeredTwice: 0, neverRegistered: 0 });
    expect(pregnant! + lost! + gaveBirth!).toBe(registered);
    expect(gaveBirth).toBeGreaterThan(1000);
    expect(doubleWork(service)).toEqual([]);
  });
});
