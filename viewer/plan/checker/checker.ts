import { config } from 'zod';
import {
  checkScenario,
  modelInputs,
  ReadingMemory,
  scenarioFilesFromRecord,
  scenarioHeadings,
  ScenarioError,
  type ScenarioFiles,
} from '../../../scenarios/schema/index.ts';
import { parseSource } from '../../../scenarios/schema/document.ts';
import { withOverrides } from '../../../scenarios/schema/overrides.ts';
import { interventionsIn, type Json, type PlanDocument } from '../plan-document.ts';
import { usualScenario } from '../usual-scenarios.ts';
import type { PlanCheck, PlanChecker } from './messages.ts';
import { planText } from './plan-text.ts';

// The page forbids code made from text, which zod would otherwise use to speed up its checks.
config({ jitless: true });

/** Reads and checks scenarios. @param shipped texts of the files that come with the page, by path */
export function planChecker(shipped: Readonly<Record<string, string>>): PlanChecker {
  const files = scenarioFilesFromRecord(shipped);
  const memory = new ReadingMemory();
  const checked = new Map<string, PlanCheck>();

  const outcomeOf = (name: string, from: ScenarioFiles): PlanCheck => {
    const outcome = checkScenario(name, from, memory);
    if ('problems' in outcome) return { kind: 'unsound', problems: outcome.problems };
    const { scenario } = outcome;
    return { kind: 'sound', scenario, inputs: modelInputs(scenario) };
  };

  const documentIn = (id: string): PlanDocument => {
    const label = files.resolve(id);
    const content = files.read(label);
    const parsed = parseSource(label, 'text' in content ? content.text : '');
    if ('problems' in parsed) throw new ScenarioError(parsed.problems);
    return parsed.document.value as PlanDocument;
  };

  /** The document, extending a scenario without interventions; what it extends stays if it comes not with the page. */
  const selfContained = (own: PlanDocument): PlanDocument => {
    const { extends: base } = own;
    if (typeof base !== 'string' || !files.scenarioNames().includes(base)) return own;
    const parent = selfContained(documentIn(base));
    if (interventionsIn(parent).length === 0) return own;
    const ownInterventions = own['interventions'] ?? [];
    if (!Array.isArray(ownInterventions)) return own;
    return {
      ...parent,
      ...own,
      ...('extends' in parent ? { extends: parent['extends']! } : {}),
      ...('inputs' in parent && 'inputs' in own
        ? { inputs: withOverrides(parent['inputs'], own['inputs']) as Json }
        : {}),
      interventions: [...interventionsIn(parent), ...interventionsIn(own)],
    };
  };

  return {
    headings: () =>
      scenarioHeadings(files).toSorted((a, b) => Number(b.id === usualScenario) - Number(a.id === usualScenario)),
    shipped(id) {
      let check = checked.get(id);
      if (check === undefined) checked.set(id, (check = outcomeOf(id, files)));
      return check;
    },
    documentOf: (id) => selfContained(documentIn(id)),
    check: (document, id) => outcomeOf(reference(id), withText(files, id, `${id}.json`, JSON.stringify(document))),
    read(text, label) {
      const parsed = parseSource(label, text);
      if ('problems' in parsed) return { check: { kind: 'unsound', problems: parsed.problems } };
      const { value } = parsed.document;
      const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
      const check = outcomeOf(reference(readId), withText(files, readId, label, text));
      return isMapping ? { document: selfContained(value as PlanDocument), check } : { check };
    },
    textOf: planText,
  };
}

/** What a file that is only read is called; the name is not shown. */
const readId = 'plan';

/** Where a text that is not among the page's files stands. No name that a plan can extend leads there. */
function reference(id: string): string {
  return `\u0000/${id}.json`;
}

/** The files that come with the page and one text beside them. It hides none of them, whatever it is called. */
function withText(files: ScenarioFiles, id: string, label: string, text: string): ScenarioFiles {
  const own = reference(id);
  return {
    ...files,
    resolve: (name, from) => (name === own ? own : files.resolve(name, from)),
    read: (file) => (file === own ? { text } : files.read(file)),
    label: (file) => (file === own ? label : files.label(file)),
  };
}
