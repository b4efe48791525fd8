import { describe, expect, test } from 'vitest';
import schemaText from '../../../scenarios/schema/scenario.schema.json?raw';
import { planChecker } from '../checker/checker.ts';
import { shippedTexts } from '../checker/shipped-files.ts';
import { modelOf } from '../files/changes.ts';
import { interventionsIn, type PlanDocument } from '../plan-document.ts';
import { changeGroups, withNewChange, type ChangeModel, type Ground } from './new-change.ts';
import { schemasIn } from './schemas.ts';

const checker = planChecker(shippedTexts);
const inSchema = [...schemasIn(schemaText).interventions.keys()];
const check = (document: PlanDocument) => Promise.resolve(checker.check(document, 'plan'));
const empty: PlanDocument = { ...checker.documentOf('stockholm-ahus-sektor'), interventions: [] };
const plans = { 'an empty plan': empty, 'a plan with teams': checker.documentOf('stockholm-ahus-sektor') };

function groundOf(document: PlanDocument, base: string, chosen: readonly string[]): Ground {
  const [own, start] = [checker.check(document, 'plan'), checker.shipped(base)];
  if (own.kind === 'unsound' || start.kind === 'unsound')
    throw new Error('The plan is unsound before anything is added.');
  return { scenario: own.scenario, base: start.scenario, chosen, source: 'A plan' };
}

test('every kind of change that a plan can hold is offered, and once', () => {
  expect(Object.values(changeGroups).flat().toSorted()).toEqual(inSchema.toSorted());
});

describe.each(Object.entries(plans))('added to %s', (_, plan) => {
  describe.each(['dagens', 'dagens-til-2028'])('over the time of %s', (base) => {
    const document = { ...plan, extends: base };

    test.each(inSchema as ChangeModel[])('%s is sound twice over, or explained the second time', async (model) => {
      const ground = groundOf(document, base, []);
      const added = (await withNewChange(document, model, ground, check))!;
      expect(complaints(added.document)).toEqual([]);
      const before = interventionsIn(document).length;
      const present = interventionsIn(added.document);
      expect(present).toHaveLength(before + 1);
      expect(added.index).toBe(before);
      expect(modelOf(present[before]!)).toBe(model);
      const again = await withNewChange(added.document, model, groundOf(added.document, base, []), check);
      expect(again?.index).toBe(before + 1);
    });
  });
});

test('what is chosen on the map has the change, one for each hospital', async () => {
  const { document } = (await withNewChange(empty, 'doula', groundOf(empty, 'dagens', ['alna', 'frogner']), check))!;
  expect(interventionsIn(document)).toMatchObject([{ model: 'doula', districts: ['alna', 'frogner'] }]);
  const teams = await withNewChange(empty, 'continuity-teams', groundOf(empty, 'dagens', ['alna', 'frogner']), check);
  expect(interventionsIn(teams!.document)).toMatchObject([{ teams: { frogner: 3 } }, { teams: { alna: 4 } }]);
  expect(complaints(teams!.document)).toEqual([]);
});

test('what the plan’s own place is taken for goes to another', async () => {
  const sites: unknown[] = [];
  let document = empty;
  for (let time = 0; time < 3; time++) {
    ({ document } = (await withNewChange(document, 'one-to-one-norm', groundOf(document, 'dagens', []), check))!);
    sites.push((interventionsIn(document)[time] as { site: string }).site);
  }
  expect(complaints(document)).toEqual([]);
  expect(new Set(sites).size).toBe(3);
});

function complaints(document: PlanDocument): string[] {
  const outcome = checker.check(document, 'plan');
  return outcome.kind === 'sound' ? [] : outcome.problems.map(({ message }) => message.en);
}
