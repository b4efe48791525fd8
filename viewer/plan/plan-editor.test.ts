import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../scenarios/schema/index.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import type { PlanCheck, RemotePlanChecker } from './checker/messages.ts';
import type { PlanDocument } from './plan-document.ts';
import { mostSteps, PlanEditor } from './plan-editor.ts';

const unsound: PlanCheck = { kind: 'unsound', problems: [] };

function checkerOf(check: RemotePlanChecker['check']): () => RemotePlanChecker {
  return () => ({
    check,
    shipped: async () => unsound,
    headings: async () => [],
    documentOf: async () => ({}),
    read: async () => ({ check: unsound }),
    textOf: async () => '',
  });
}

const editor = () =>
  new PlanEditor(
    { value: 0 },
    checkerOf(async () => unsound),
  );
const setTo = (value: number) => () => ({ value });

test('undo and redo go through the documents as a list of them kept apart does', () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('undo' as const, 'redo' as const)), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(steps, (actions) => {
      const edited = editor();
      let documents: PlanDocument[] = [{ value: 0 }];
      let at = 0;
      for (const action of actions) {
        if (action === 'undo') {
          edited.undo();
          at = Math.max(0, at - 1);
        } else if (action === 'redo') {
          edited.redo();
          at = Math.min(documents.length - 1, at + 1);
        } else {
          edited.edit(setTo(action));
          if (documents[at]?.['value'] !== action) documents = [...documents.slice(0, ++at), { value: action }];
        }
        expect(edited.document).toEqual(documents[at]);
        expect([edited.canUndo, edited.canRedo]).toEqual([at > 0, at < documents.length - 1]);
      }
    }),
  );
});

test('changes of one occasion are undone in one step, until something else is done', () => {
  const edited = editor();
  edited.edit(setTo(1), 'typing');
  edited.edit(setTo(2), 'typing');
  edited.edit(setTo(3), 'dragging');
  edited.undo();
  expect(edited.document).toEqual({ value: 2 });
  edited.edit(setTo(4), 'typing');
  edited.undo();
  expect(edited.document).toEqual({ value: 2 });
  edited.undo();
  expect(edited.document).toEqual({ value: 0 });
});

test('the oldest changes are forgotten, and history can be handed over', () => {
  const edited = editor();
  for (let value = 1; value <= mostSteps + 20; value++) edited.edit(setTo(value));
  const { history } = edited;
  expect(history.past).toHaveLength(mostSteps);
  expect(history.past[0]).toEqual({ value: 20 });
  const reopened = editor();
  reopened.open(edited.document, history);
  reopened.undo();
  expect(reopened.document).toEqual({ value: mostSteps + 19 });
  expect(edited.document).toEqual({ value: mostSteps + 20 });
});

test('only the latest document counts as checked, and documents that were passed over are not checked', async () => {
  const checked: unknown[] = [];
  const edited = new PlanEditor(
    { value: 0 },
    checkerOf(async (document) => {
      checked.push(document['value']);
      await Promise.resolve();
      return unsound;
    }),
  );
  for (const value of [1, 2, 3]) edited.edit(setTo(value));
  expect(edited.check).toBeUndefined();
  await new Promise((done) => edited.addEventListener('check', done));
  expect(edited.check).toBe(unsound);
  expect(checked.at(-1)).toBe(3);
  expect(checked.length).toBeLessThan(4);
});

test('a checker that fails is told of, and the next change is checked again', async () => {
  let fails = true;
  const edited = new PlanEditor(
    { value: 0 },
    checkerOf(async () => {
      if (fails) throw new Error('gone');
      return unsound;
    }),
  );
  await new Promise((done) => edited.addEventListener('check', done));
  expect(edited.checkFailure).toBe('gone');
  expect(edited.check).toBeUndefined();
  fails = false;
  const again = new Promise((done) => edited.addEventListener('check', done));
  edited.edit(setTo(1));
  await again;
  expect(edited.checkFailure).toBeUndefined();
  expect(edited.check).toBe(unsound);
});

test('a plan that starts from what there is not is shown with the figures of the usual scenario', async () => {
  const usual = { id: 'usual' } as Scenario;
  const shipped: RemotePlanChecker['shipped'] = async (id) =>
    id === 'dagens' ? { kind: 'sound', scenario: usual, inputs: {} as ModelInputs } : unsound;
  const edited = new PlanEditor({ extends: 'nowhere' }, () => ({ ...checkerOf(async () => unsound)(), shipped }));
  await new Promise((resolve) => edited.addEventListener('check', resolve));
  expect(edited.base).toBe(usual);
});
