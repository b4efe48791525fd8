import { expect, test } from 'vitest';
import { planChecker } from '../checker/checker.ts';
import { shippedTexts } from '../checker/shipped-files.ts';
import { faultOf, proposalOf, usualStart, type Choice } from './care-models.ts';

const texts = Object.fromEntries(
  Object.entries(shippedTexts).map(([path, text]) => [path.replace(/^.*scenarios\//, 'scenarios/'), text]),
);
const today = planChecker(texts).shipped('dagens');
if (today.kind === 'unsound') throw new Error(today.problems[0]!.message.en);
const { scenario } = today;

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

test('a share of the births is taken as it is written, not rounded or cut', () => {
  const teamsFor = (coverage: number) => proposalOf(choice({ coverage }), [], scenario).posts.needed;
  expect(teamsFor(0.3)).toBeLessThan(teamsFor(1));
  expect(teamsFor(0.3)).toBeGreaterThan(0);
});
