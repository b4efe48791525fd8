import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Intervention, Scenario } from '../../../scenarios/schema/index.ts';
import { planChecker } from '../checker/checker.ts';
import { shippedTexts } from '../checker/shipped-files.ts';
import type { Json, PlanDocument } from '../plan-document.ts';
import { careModels, faultOf, payersOf, proposalOf, usualMonths, usualStart, type Choice } from './care-models.ts';
import { districtsOf } from './places.ts';
import { plannedIn } from './planned.ts';
import { mostWeeks, spreadOut, withReplaced } from './spread-out.ts';

const checker = planChecker(shippedTexts);
const bases = { 'one year': 'dagens', 'two years': 'dagens-til-2028' };

function base(id: string): Scenario {
  const check = checker.shipped(id);
  if (check.kind === 'unsound') throw new Error(check.problems[0]!.message.en);
  return check.scenario;
}

function planOf(id: string, interventions: readonly Json[]): PlanDocument {
  return {
    schemaVersion: 1,
    extends: id,
    name: { nb: 'x', en: 'x' },
    description: { nb: 'x', en: 'x' },
    interventions,
  };
}

function complaints(document: PlanDocument): string[] {
  const check = checker.check(document, 'plan');
  return check.kind === 'sound' ? [] : check.problems.map(({ message }) => message.en);
}

/** A choice as the panel makes it: the usual start of the model, or another day of the horizon. */
function choiceOf(scenario: Scenario) {
  const ids = districtsOf(scenario).map(({ id }) => id);
  return fc
    .record({
      model: fc.constantFrom(...careModels),
      districts: fc.shuffledSubarray(ids, { minLength: 1 }),
      later: fc.integer({ min: 0, max: 11 }),
      isUsual: fc.boolean(),
      payer: fc.nat(),
      coverage: fc.constantFrom(1, 0.75, 0.5, 0.2),
      posts: fc.constantFrom(0.5, 1, 2, 3),
    })
    .map(({ isUsual, later, payer, ...rest }): Choice => {
      const month = String(later + 1).padStart(2, '0');
      const start = isUsual ? usualStart(rest.model, scenario) : `${scenario.horizon.start.slice(0, 4)}-${month}-01`;
      const payers = payersOf[rest.model];
      const months = usualMonths(rest.districts.length, start, scenario);
      return { ...rest, start, months, payer: payers[payer % Math.max(1, payers.length)] ?? 'posts' };
    })
    .filter((choice) => faultOf(choice, scenario) === undefined);
}

describe.each(Object.entries(bases))('over %s', (_, id) => {
  const scenario = base(id);

  test.each(careModels)('%s in every district is sound with its defaults', (model) => {
    const districts = districtsOf(scenario).map((district) => district.id);
    const start = usualStart(model, scenario);
    const months = usualMonths(districts.length, start, scenario);
    const payer = payersOf[model][0] ?? 'posts';
    const choice: Choice = { model, districts, start, payer, coverage: 1, posts: 2, months };
    const { interventions, leftOut } = proposalOf(choice, [], scenario);
    expect(leftOut).toEqual([]);
    expect(complaints(planOf(id, interventions))).toEqual([]);
  });

  test('three choices on top of each other are sound, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(choiceOf(scenario), { minLength: 1, maxLength: 3 }), (choices) => {
        let interventions: readonly Json[] = [];
        for (const choice of choices) {
          const planned = plannedIn(planOf(id, interventions), scenario, scenario);
          interventions = [...interventions, ...proposalOf(choice, planned, scenario).interventions];
        }
        expect(complaints(planOf(id, interventions))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('teams spread out over the year are as many, take as many posts and are sound', () => {
    const teams = choiceOf(scenario).map((choice): Choice => ({ ...choice, model: 'stockholm', payer: 'posts' }));
    fc.assert(
      fc.property(teams, fc.integer({ min: 0, max: 12 }), (choice, weeks) => {
        const before = planOf(id, proposalOf(choice, [], scenario).interventions);
        const [first] = before['interventions'] as unknown as Extract<Intervention, { model: 'continuity-teams' }>[];
        const pieces = spreadOut(first!, Math.min(weeks, mostWeeks(first!, scenario)), scenario);
        expect(Object.assign({}, ...pieces.map((piece) => piece.teams))).toEqual(first!.teams);
        const posts = (list: typeof pieces) =>
          list.flatMap(({ postsFrom = [] }) => postsFrom).reduce((sum, entry) => sum + entry.posts, 0);
        expect(posts(pieces)).toBeCloseTo(posts([first!]), 6);
        expect(complaints(withReplaced(before, 0, pieces as unknown as Json[]))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test('a district that has teams already is left out, and all that are chosen are accounted for', () => {
  const scenario = base('dagens');
  const choice: Choice = {
    model: 'stockholm',
    districts: ['stovner', 'frogner'],
    start: '2026-04-01',
    payer: 'posts',
    coverage: 1,
    posts: 2,
    months: 1,
  };
  const first = proposalOf(choice, [], scenario);
  const planned = plannedIn(planOf('dagens', first.interventions), scenario, scenario);
  const second = proposalOf({ ...choice, model: 'minJordmor', districts: ['stovner', 'alna'] }, planned, scenario);
  expect(second.districts.map(({ id }) => id)).toEqual(['alna']);
  expect(second.leftOut).toMatchObject([{ district: { id: 'stovner' }, reason: 'hasIt' }]);
});

test('one intervention a hospital, with as many teams as the births fill and pay in step with the posts', () => {
  const scenario = base('dagens');
  const districts = ['frogner', 'stovner', 'alna', 'grorud'];
  const choice: Choice = {
    model: 'stockholm',
    districts,
    start: '2026-04-01',
    payer: 'posts',
    coverage: 1,
    posts: 2,
    months: 1,
  };
  const { interventions, posts } = proposalOf(choice, [], scenario);
  expect(interventions).toMatchObject([
    { payer: 'ous', teams: { frogner: 3 } },
    { payer: 'ahus', teams: { stovner: 2, alna: 4, grorud: 2 } },
  ]);
  // 11 teams of four; nobody needs to be recruited.
  expect(posts.needed).toBe(44);
  expect(posts.fromWards + posts.fromDistricts).toBe(44);
  const ahus = interventions[1]!['postsFrom'] as unknown as { site?: string; district?: string; posts: number }[];
  const fromWards = ahus.filter(({ site }) => site === 'ahus').reduce((sum, entry) => sum + entry.posts, 0);
  const shares = interventions[1]!['costShares'] as unknown as Record<string, number>;
  expect(shares['ahus']).toBeCloseTo(fromWards / 32, 4);
});
