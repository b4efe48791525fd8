import { isScalar, parseDocument } from 'yaml';
import type { ScenarioFiles } from '../../scenarios/schema/files.ts';
import { checkScenario, modelInputs, problemText, type ModelInputs } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { UsageError } from './failures.ts';
import { userFolder } from './scenario-reading.ts';

/** Reads a scenario with one of its numbers changed. */
export interface EditedScenario {
  /** @throws UsageError naming the value, when the scenario is not sound with it */
  inputsAt(value: number): ModelInputs;
  isSoundAt(value: number): boolean;
}

type Steps = readonly (string | number)[];

/**
 * A scenario file of which one number is changed before it is read and checked, like a file that somebody has edited;
 * everything else in it stays.
 * @param reference a scenario by path or name, which must be sound
 * @param path the number within that file, e.g. `interventions[0].caseload`; it may be one that the file leaves out
 * @throws ScenarioError; UsageError when the path leads to nothing in the file, or to something that is not a number
 */
export function editedScenario(reference: string, path: string): EditedScenario {
  const files = nodeScenarioFiles({ workingFolder: userFolder() });
  const steps = stepsOf(path);
  const file = files.resolve(reference);
  const content = files.read(file);
  if (!('text' in content)) throw new UsageError(`${files.label(file)}: there is no file to change a number of.`);
  const { text } = content;
  requireNumber(text, steps, path, files.label(file));
  const checkedAt = (value: number): ReturnType<typeof checkScenario> => {
    const edited: ScenarioFiles = {
      ...files,
      read: (name) => (name === file ? { text: withNumber(text, steps, value) } : files.read(name)),
    };
    return checkScenario(reference, edited);
  };
  return {
    inputsAt(value) {
      const check = checkedAt(value);
      if ('scenario' in check) return modelInputs(check.scenario);
      throw new UsageError(`With ${path} = ${value} the plan is not sound.\n\n${problemText(check.problems, 'en')}`);
    },
    isSoundAt: (value) => 'scenario' in checkedAt(value),
  };
}

/** Reads a path as messages write it: `interventions[0].caseload`. @throws UsageError */
function stepsOf(path: string): Steps {
  const part = /\[(\d+)\]|\["([^"]+)"\]|(?:^|\.)([\p{L}_][\p{L}\d_-]*)/uy;
  const steps: (string | number)[] = [];
  while (part.lastIndex < path.length) {
    const found = part.exec(path);
    if (found === null) {
      throw new UsageError(`"${path}" is not a path. Write it like interventions[0].caseload`);
    }
    steps.push(found[1] === undefined ? (found[2] ?? found[3]!) : Number(found[1]));
  }
  if (steps[0] !== 'interventions' || steps.length < 3) {
    throw new UsageError(
      `"${path}" is not a number of an intervention. Write which one and what of it, like interventions[0].caseload`,
    );
  }
  return steps;
}

/** @throws UsageError when what holds the number is not in the file, or something else stands in its place */
function requireNumber(text: string, steps: Steps, path: string, label: string): void {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  const holder = steps.slice(0, -1);
  if (!document.hasIn(holder)) {
    throw new UsageError(`${label} has nothing at ${path}: the interventions of the file itself count from 0.`);
  }
  const value = document.getIn(steps);
  if (value === undefined || typeof value === 'number') return;
  throw new UsageError(`${label}: what stands at ${path} is not a number.`);
}

/** The text with a number put at a path, in the place where one stands already or as a new entry. */
function withNumber(text: string, steps: Steps, value: number): string {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  const node = document.getIn(steps, true);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    return `${text.slice(0, start)}${value}${text.slice(end)}`;
  }
  document.setIn(steps, value);
  return String(document);
}
