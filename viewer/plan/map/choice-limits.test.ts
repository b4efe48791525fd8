import { expect, test } from 'vitest';
import { loadScenario } from '../../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../../scenarios/schema/node-files.ts';
import { faultOf, usualStart, type Choice } from './care-models.ts';

const scenario = loadScenario('dagens', nodeScenarioFiles());

function choice(changes: Partial<Choice>): Choice {
  const { model = 'stockholm' } = changes;
  const start = usualStart(model, scenario);
  return { model, districts: ['alna', 'stovner'], start, payer: 'posts', coverage: 1, posts: 2, months: 3, ...changes };
}

test.each<[Partial<Choice>, string | undefined]>([
  [{ coverage: 1 }, undefined],
  [{ coverage: 0.01 }, undefined],
  [{ coverage: 1.5 }, 'coverage'],
  [{ coverage: 0 }, 'coverage'],
  [{ coverage: NaN }, 'coverage'],
  [{ model: 'doula', coverage: 1.5 }, undefined],
  [{ model: 'combined', posts: 20 }, undefined],
  [{ model: 'combined', posts: 20.5 }, 'posts'],
  [{ model: 'combined', posts: 0.25 }, 'posts'],
  [{ model: 'combined', posts: 1.7 }, 'posts'],
  [{ model: 'combined', posts: -1 }, 'posts'],
  [{ model: 'rollOut', months: 2.5 }, 'months'],
  [{ model: 'rollOut', months: NaN }, 'months'],
  [{ model: 'rollOut', months: 60 }, 'tooLong'],
  [{ start: '2035-01-01' }, 'start'],
  [{ end: '2020-01-01' }, 'end'],
])('%j is told what is wrong with it: %s', (changes, fault) => {
  expect(faultOf(choice(changes), scenario)).toBe(fault);
});
