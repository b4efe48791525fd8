import { config } from 'zod';
import {
  checkScenario,
  modelInputs,
  scenarioFilesFromRecord,
  scenarioHeadings,
  ScenarioError,
} from '../../../scenarios/schema/index.ts';
import { parseSource } from '../../../scenarios/schema/document.ts';
import { interventionsIn, type Json, type PlanDocument } from '../plan-document.ts';
import { usualScenario } from '../usual-scenarios.ts';
import type { PlanCheck, PlanChecker } from './messages.ts';

// The page forbids code made from text, which zod would otherwise use to speed up its checks.
config({ jitless: true });

/** Reads and checks scenarios. @param shipped texts of the files that come with the page, by path */
export function planChecker(shipped: Readonly<Record<string, string>>): PlanChecker {
  const files = scenarioFilesFromRecord(shipped);
  const checked = new Map<string, PlanCheck>();

  const documentIn = (id: string): PlanDocument => {
    const content = files.read(files.resolve(id));
    const parsed = parseSource(id, 'text' in content ? content.text : '');
    if ('problems' in parsed) throw new ScenarioError(parsed.problems);
    return parsed.document.value as PlanDocument;
  };

  const checkText = (text: string, file: string): PlanCheck =>
    outcomeOf(file, scenarioFilesFromRecord({ ...shipped, [`scenarios/${file}`]: text }));

  const checker: PlanChecker = {
    headings: () =>
      scenarioHeadings(files).toSorted((a, b) => Number(b.id === usualScenario) - Number(a.id === usualScenario)),
    shipped(id) {
      let check = checked.get(id);
      if (check === undefined) checked.set(id, (check = outcomeOf(id, files)));
      return check;
    },
    documentOf(id) {
      const own = documentIn(id);
      const { extends: base } = own;
      if (typeof base !== 'string' || interventionsIn(documentIn(base)).length === 0) return own;
      const parent = checker.documentOf(base);
      const both = [...interventionsIn(parent), ...interventionsIn(own)] as Json[];
      return {
        ...parent,
        ...own,
        ...('extends' in parent ? { extends: parent['extends']! } : {}),
        interventions: both,
      };
    },
    check: (document, id) => checkText(JSON.stringify(document), `${id}.json`),
    read(text, label) {
      const parsed = parseSource(label, text);
      if ('problems' in parsed) return { check: { kind: 'unsound', problems: parsed.problems } };
      const { value } = parsed.document;
      const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
      const check = checkText(text, label);
      return isMapping ? { document: value as PlanDocument, check } : { check };
    },
  };
  return checker;
}

function outcomeOf(reference: string, files: ReturnType<typeof scenarioFilesFromRecord>): PlanCheck {
  const outcome = checkScenario(reference, files);
  if ('problems' in outcome) return { kind: 'unsound', problems: outcome.problems };
  const { scenario } = outcome;
  return { kind: 'sound', scenario, inputs: modelInputs(scenario) };
}
