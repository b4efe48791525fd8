import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planChecker } from '../checker/checker.ts';
import { shippedTexts } from '../checker/shipped-files.ts';
import type { PlanDocument } from '../plan-document.ts';
import { balanceOn, plannedPosts } from './balance.ts';
import { withMovedPosts, type Move } from './move-posts.ts';
import type { PlaceOfWork } from './place-of-work.ts';

const checker = planChecker(shippedTexts);
const start = '2027-01-01';

function inputsOf(document: PlanDocument) {
  const check = checker.check(document, 'plan');
  if (check.kind === 'unsound') throw new Error(check.problems[0]!.message.en);
  return check.inputs;
}

const empty = checker.documentOf('dagens');
const bare: PlanDocument = { ...empty, interventions: [] };
const today = balanceOn(inputsOf(bare), start);
const ward: PlaceOfWork = { kind: 'ward', site: 'ahus', unit: 'labourWard', profession: 'midwife' };
const station: PlaceOfWork = { kind: 'station', district: 'stovner', profession: 'midwife' };

test('posts moved between any two places of one profession make a sound plan, and are there afterwards', () => {
  const places = today.places.filter(({ today: posts }) => posts >= 1).map(({ place }) => place);
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.constantFrom(...places),
      fc.integer({ min: 1, max: 4 }),
      (from, to, quarters) => {
        const posts = quarters / 4;
        const moved = withMovedPosts(bare, { from, to, posts, start }, plannedPosts(today, from));
        if (!('interventions' in moved)) {
          expect(from.profession !== to.profession || JSON.stringify(from) === JSON.stringify(to)).toBe(true);
          return;
        }
        const after = balanceOn(inputsOf(moved), start);
        expect(plannedPosts(after, from)).toBeCloseTo(plannedPosts(today, from) - posts, 6);
        expect(plannedPosts(after, to)).toBeCloseTo(plannedPosts(today, to) + posts, 6);
      },
    ),
    { numRuns: 25 },
  );
});

test('the same move made twice is one change of twice as many', () => {
  const move: Move = { from: ward, to: station, posts: 0.1, start };
  const once = withMovedPosts(bare, move, 10) as PlanDocument;
  const twice = withMovedPosts(once, { ...move, posts: 0.2 }, 10) as PlanDocument;
  expect(twice['interventions']).toEqual([
    {
      model: 'move-posts',
      start,
      from: [{ site: 'ahus', unit: 'labourWard', posts: 0.3 }],
      to: [{ district: 'stovner', posts: 0.3 }],
    },
  ]);
});

test('posts given to a team are taken from the ward, and can be given back but no further', () => {
  const team: PlaceOfWork = { kind: 'formed', intervention: 0 };
  const plan: PlanDocument = {
    ...bare,
    interventions: [{ model: 'continuity-teams', start, teams: { stovner: 1 }, payer: 'ahus' }],
  };
  const given = withMovedPosts(plan, { from: ward, to: team, posts: 2, start }, 10) as PlanDocument;
  const after = balanceOn(inputsOf(given), start);
  expect(plannedPosts(after, ward)).toBeCloseTo(plannedPosts(today, ward) - 2, 6);
  expect(after.posts.professions.find(({ profession }) => profession === 'midwife')!.recruited).toBeCloseTo(2, 6);
  expect(withMovedPosts(given, { from: team, to: ward, posts: 2, start }, 0)).toEqual(plan);
  expect(withMovedPosts(given, { from: team, to: ward, posts: 3, start }, 0)).toEqual({ kind: 'not taken', most: 2 });
  expect(withMovedPosts(given, { from: team, to: station, posts: 1, start }, 0)).toEqual({
    kind: 'not taken',
    most: 0,
  });
});

test('in a plan with faults posts are moved past what is no such thing, and all of it stays', () => {
  const rubbish = [null, 'x', { model: 'move-posts', start, from: [null], to: [{ district: 'stovner', posts: 'x' }] }];
  const broken: PlanDocument = { ...bare, interventions: rubbish };
  const moved = withMovedPosts(broken, { from: ward, to: station, posts: 1, start }, 10) as PlanDocument;
  expect((moved['interventions'] as unknown[]).slice(0, 3)).toEqual(rubbish);
  const typed = {
    model: 'move-posts',
    start,
    from: [{ site: 'ahus', unit: 'labourWard', posts: 'x' }],
    to: [{ district: 'stovner', posts: 'x' }],
  };
  const beside = withMovedPosts({ ...bare, interventions: [typed] }, { from: ward, to: station, posts: 1, start }, 10);
  expect((beside as PlanDocument)['interventions']).toHaveLength(2);
  const teams = { model: 'continuity-teams', start, teams: { stovner: 1 }, payer: 'ahus', postsFrom: [null, 5] };
  const team: PlaceOfWork = { kind: 'formed', intervention: 0 };
  const given = withMovedPosts({ ...bare, interventions: [teams] }, { from: ward, to: team, posts: 1, start }, 10);
  expect((given as { interventions: unknown[] }).interventions).toEqual([
    { ...teams, postsFrom: [null, 5, { site: 'ahus', unit: 'labourWard', posts: 1 }] },
  ]);
});

test('what cannot be moved is refused with the reason', () => {
  const nurses: PlaceOfWork = { kind: 'station', district: 'stovner', profession: 'healthNurse' };
  const move = (from: PlaceOfWork, to: PlaceOfWork, posts: number) =>
    withMovedPosts(bare, { from, to, posts, start }, 3);
  expect(move(ward, ward, 1)).toEqual({ kind: 'same place' });
  for (const posts of [0, -1, 1e-9]) expect(move(ward, station, posts)).toEqual({ kind: 'too few' });
  expect(move(ward, nurses, 1)).toEqual({ kind: 'other profession' });
  expect(move(ward, station, 3.5)).toEqual({ kind: 'too many', most: 3 });
  expect(move({ kind: 'formed', intervention: 0 }, { kind: 'formed', intervention: 1 }, 1)).toEqual({
    kind: 'between teams',
  });
});
