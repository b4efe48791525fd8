import { expect, test } from 'vitest';
import { draftIn, isSavedPlan } from './kept.ts';

const plan = { schemaVersion: 1 };

test('what is no draft is none, whatever stands in the database', () => {
  for (const rubbish of [undefined, null, 5, 'x', [], {}, { document: 5 }, { document: null }, { document: [] }]) {
    expect(draftIn(rubbish), JSON.stringify(rubbish)).toBeUndefined();
  }
});

test('a plan is kept where only what goes with it is rubbish', () => {
  expect(draftIn({ document: plan })).toEqual({ document: plan, past: [], future: [], start: plan, version: 0 });
  expect(
    draftIn({ document: plan, past: [plan, null], future: 'x', start: 7, version: 'x', saved: { id: 8 } }),
  ).toEqual({
    document: plan,
    past: [],
    future: [],
    start: plan,
    version: 0,
  });
});

test('a sound draft is itself', () => {
  const draft = {
    document: plan,
    past: [{}],
    future: [{ a: 1 }],
    start: {},
    saved: { id: 'a', version: 2 },
    version: 3,
  };
  expect(draftIn(draft)).toEqual(draft);
});

test('what lacks a part of a saved plan is none', () => {
  const saved = { id: 'a', document: plan, version: 1, savedAt: 1 };
  expect(isSavedPlan(saved)).toBe(true);
  for (const part of [{ id: 5 }, { document: null }, { version: 'x' }, { savedAt: NaN }, { savedAt: 1e300 }]) {
    expect(isSavedPlan({ ...saved, ...part }), JSON.stringify(part)).toBe(false);
  }
  expect(isSavedPlan(null)).toBe(false);
});
