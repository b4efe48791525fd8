import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadScenario, modelInputs, scenarioFilesFromRecord } from '../../../scenarios/schema/index.ts';
import { parseSource } from '../../../scenarios/schema/document.ts';
import { shippedNames, shippedTexts } from '../../../test/scenarios/support.ts';
import type { PlanDocument } from '../plan-document.ts';
import { planChecker } from './checker.ts';
import { planText } from './plan-text.ts';

const checker = planChecker(shippedTexts);
const files = scenarioFilesFromRecord(shippedTexts);

test('every shipped scenario is the same as when it is loaded from its file, also as a document to be edited', () => {
  for (const id of shippedNames) {
    const { id: _, ...loaded } = modelInputs(loadScenario(id, files));
    for (const check of [checker.shipped(id), checker.check(checker.documentOf(id), 'plan')]) {
      expect(check.kind === 'sound' ? check.inputs : check, id).toMatchObject(loaded);
    }
  }
});

test('no document rests on one with changes of its own, so that all of them can be edited', () => {
  for (const id of shippedNames) {
    const { extends: base } = checker.documentOf(id);
    if (typeof base === 'string') expect(checker.documentOf(base)['interventions'], id).toBeUndefined();
  }
});

test('what was checked before does not change what is found now', () => {
  const plan = { ...checker.documentOf('blandet-plan') };
  const beds = (value: number) => ({
    ...plan,
    inputs: { sites: { ahus: { postnatalBeds: { value, unit: 'beds', source: 'Prøve', confidence: 'U' } } } },
  });
  const other = planChecker(shippedTexts);
  for (const document of [plan, beds(20), plan, beds(-1), plan, { ...plan, extends: 'nowhere' }, beds(21)]) {
    expect(checker.check(document, 'plan')).toEqual(planChecker(shippedTexts).check(document, 'plan'));
    expect(other.check(document, 'plan').kind).toBe(checker.check(document, 'plan').kind);
  }
});

test('a file of the planner’s that is called as a shipped one is neither mistaken for it nor hides it', () => {
  const text = 'schemaVersion: 1\nextends: dagens\nname: {nb: A, en: B}\ndescription: {nb: A, en: B}\n';
  const { check, document } = checker.read(text, 'dagens.yaml');
  expect(check.kind).toBe('sound');
  expect(document?.['extends']).toBe('dagens');
  const broken = checker.read(`${text}interventions: 3\n`, 'dagens.yaml');
  expect(broken.check).toMatchObject({ kind: 'unsound', problems: [{ file: 'dagens.yaml', line: 5 }] });
  expect(broken.document).toMatchObject({ interventions: 3 });
});

test('a file that extends a plan with changes takes these over', () => {
  const text = 'schemaVersion: 1\nextends: stockholm-ahus-sektor\nname: {nb: A, en: B}\ndescription: {nb: A, en: B}\n';
  const { document, check } = checker.read(text, 'mine.yaml');
  expect(document).toMatchObject({ name: { nb: 'A' }, extends: 'dagens' });
  expect(document?.['interventions']).toEqual(checker.documentOf('stockholm-ahus-sektor')['interventions']);
  const again = checker.check(document ?? {}, 'plan');
  expect(again).toEqual(check);
});

test('a document comes back from its text as it was', () => {
  const documents = fc.dictionary(
    fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
    fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }),
    { minKeys: 1 },
  ) as fc.Arbitrary<PlanDocument>;
  fc.assert(
    fc.property(documents, (document) => {
      const parsed = parseSource('plan.yaml', planText(document));
      // JSON has no zero with a minus sign.
      const inJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
      expect(inJson('document' in parsed ? parsed.document.value : parsed.problems)).toEqual(inJson(document));
    }),
  );
});
