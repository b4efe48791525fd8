import { baseScenarioCase } from '../../experiment/validation/base-scenario-case.ts';
import { runCase, type CaseOutcome, type ValidationCase } from '../../experiment/validation/case.ts';
import { queueCases } from '../../experiment/validation/queue-cases.ts';
import { teamCases } from '../../experiment/validation/team-cases.ts';
import { aligned } from '../../results/text-table.ts';
import { RunError, UsageError } from '../failures.ts';
import { readInputs } from '../scenario-reading.ts';

/** The scenario whose published counterparts are checked, and the name of the case. */
const baseScenario = 'dagens';
const baseCase = 'oslo';

interface ValidateOptions {
  seed: string;
  replications?: number;
  json: boolean;
}

/** `sim validate`: cases with known answers. @throws RunError when a figure is outside its bounds */
export function validate(names: string[], options: ValidateOptions): void {
  const outcomes: CaseOutcome[] = [];
  for (const validationCase of chosenCases(names)) {
    const outcome = runCase(validationCase, options.seed, options.replications ?? validationCase.replications);
    outcomes.push(outcome);
    if (!options.json) process.stdout.write(`${caseText(outcome)}\n\n`);
  }
  const passed = outcomes.every((outcome) => outcome.passed);
  if (options.json) process.stdout.write(`${JSON.stringify({ seed: options.seed, passed, cases: outcomes })}\n`);
  if (!passed) {
    const failed = outcomes.flatMap((outcome) => (outcome.passed ? [] : outcome.id));
    throw new RunError(`Outside its bounds: ${failed.join(', ')}.`);
  }
}

function chosenCases(names: readonly string[]): ValidationCase[] {
  const cases = [...queueCases, ...teamCases, baseScenarioCase(baseCase, readInputs(baseScenario))];
  if (names.length === 0) return cases;
  return names.map((name) => {
    const found = cases.find(({ id }) => id === name);
    if (found === undefined) {
      throw new UsageError(`Unknown case "${name}". Allowed: ${cases.map(({ id }) => id).join(', ')}.`);
    }
    return found;
  });
}

function caseText({ id, title, source, figures }: CaseOutcome): string {
  const rows = figures.map(({ figure, value, mean, standardError, z, tolerance, unit, passed }) => [
    figure,
    significant(value),
    significant(mean),
    significant(standardError),
    tolerance === undefined ? z.toFixed(2) : `± ${significant(tolerance)}`,
    unit,
    passed ? 'inside' : 'OUTSIDE',
  ]);
  const header = ['', 'reference', 'ours', 'std. error', 'z or tolerance', 'unit', ''];
  return `${id}: ${title}. Reference: ${source}.\n${aligned([header, ...rows])}`;
}

function significant(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(1) : value.toFixed(6).replace(/0{1,3}$/, '');
}
