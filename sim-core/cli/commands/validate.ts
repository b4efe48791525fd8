import { baseScenarioCase } from '../../experiment/validation/base-scenario-case.ts';
import { runCase, zScores, type CaseOutcome, type ValidationCase } from '../../experiment/validation/case.ts';
import { knownCases } from '../../experiment/validation/known-cases.ts';
import { wholeModelCases } from '../../experiment/validation/whole-model-cases.ts';
import { markdownTable } from '../../results/markdown-table.ts';
import { aligned, type Language } from '../../results/text-table.ts';
import { isPublished, truthTable } from '../../results/truth-table.ts';
import { RunError, UsageError } from '../failures.ts';
import { readInputs } from '../scenario-reading.ts';

/** The scenario that must meet the published targets of its base data; the case is named after that. */
const baseScenario = 'dagens';

interface ValidateOptions {
  seed: string;
  replications?: number;
  json: boolean;
  /** Print the tables as Markdown, as they stand in the README. */
  markdown: boolean;
  language: Language;
}

/** `sim validate`: cases with known answers. @throws RunError when a figure is outside its bounds */
export function validate(names: string[], options: ValidateOptions): void {
  const { json, language } = options;
  const markdown = options.markdown && !json;
  const outcomes: CaseOutcome[] = [];
  for (const validationCase of chosenCases(names)) {
    const outcome = runCase(validationCase, options.seed, options.replications ?? validationCase.replications);
    outcomes.push(outcome);
    if (!json && !markdown) process.stdout.write(`${caseText(outcome, language)}\n\n`);
  }
  const passed = outcomes.every((outcome) => outcome.passed);
  if (markdown) process.stdout.write(markdownText(outcomes, language));
  else if (!json) process.stdout.write(zScoresText(outcomes));
  if (json) process.stdout.write(`${JSON.stringify({ seed: options.seed, passed, cases: outcomes })}\n`);
  if (!passed) {
    const failed = outcomes.flatMap((outcome) => (outcome.passed ? [] : outcome.id));
    throw new RunError(`Outside its bounds: ${failed.join(', ')}.`);
  }
}

function chosenCases(names: readonly string[]): ValidationCase[] {
  const base = readInputs(baseScenario);
  const cases = [...knownCases, ...wholeModelCases(base), baseScenarioCase(base.base, base)];
  if (names.length === 0) return cases;
  return names.map((name) => {
    const found = cases.find(({ id }) => id === name);
    if (found === undefined) {
      throw new UsageError(`Unknown case "${name}". Allowed: ${cases.map(({ id }) => id).join(', ')}.`);
    }
    return found;
  });
}

function caseText({ id, title, source, figures }: CaseOutcome, language: Language): string {
  const heading = `${id}: ${title}. Reference: ${source}.`;
  if (figures.every(isPublished)) return `${heading}\n${truthTable(figures, language, 'text')}`;
  const rows = figures.map(({ figure, value, halfWidth, mean, standardError, z, tolerance, unit, passed }) => {
    const text = (number: number): string => numberText(number, tolerance);
    return [
      figure,
      text(value),
      text(mean),
      Number.isNaN(standardError) ? '' : text(standardError),
      tolerance === undefined ? zText(z, halfWidth) : `± ${toleranceText(tolerance)}`,
      unit,
      passed ? 'inside' : 'OUTSIDE',
    ];
  });
  const header = ['', 'reference', 'ours', 'std. error', 'z or tolerance', 'unit', ''];
  return `${heading}\n${aligned([header, ...rows])}`;
}

/** One line for each case with a known answer, then each scenario against published figures. */
function markdownText(outcomes: readonly CaseOutcome[], language: Language): string {
  const isTruth = ({ figures }: CaseOutcome): boolean => figures.every(isPublished);
  const known = outcomes.filter((outcome) => !isTruth(outcome));
  const lines = known.map(({ id, title, figures, passed }) => {
    const judgedByZ = figures.filter(({ tolerance }) => tolerance === undefined).map(({ z }) => z);
    const largest = judgedByZ.reduce((most, z) => (Math.abs(z) > Math.abs(most) ? z : most), 0);
    const verdict = judgedByZ.length === 0 ? 'exact digits' : largest.toFixed(2);
    return [id, title, String(figures.length), passed ? verdict : `${verdict}, OUTSIDE`];
  });
  const header = ['case', 'what', 'figures', 'largest z'];
  const parts = [
    ...(known.length === 0 ? [] : [markdownTable([header, ...lines], ['left', 'left', 'right', 'right'])]),
    zScoresText(known).trimEnd(),
    ...outcomes.filter(isTruth).map(({ figures }) => truthTable(figures, language, 'markdown')),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A z-score, and beside it the 95 % half-width of a reference that is an estimate itself and counts in it. */
function zText(z: number, halfWidth: number | undefined): string {
  return halfWidth === undefined ? z.toFixed(2) : `${z.toFixed(2)}, reference ± ${halfWidth}`;
}

/** How the z-scores of all cases lie, which says more than any one of them: too narrow is as suspicious as too wide. */
function zScoresText(outcomes: readonly CaseOutcome[]): string {
  const { count, shareInside, mean, standardDeviation, largest } = zScores(outcomes);
  if (count < 2) return '';
  const share = (shareInside * 100).toFixed(0);
  const law = `mean ${mean.toFixed(2)}, standard deviation ${standardDeviation.toFixed(2)}`;
  return `${count} figures judged by z: ${share} % within ±1.96 (95 % expected), ${law}, largest ${largest.toFixed(2)}.\n`;
}

/** As many decimals as the tolerance asks for, or else six of small numbers and one of large ones. */
function numberText(value: number, tolerance?: number): string {
  if (tolerance === 0) return String(value);
  if (tolerance !== undefined && tolerance < 0.001) return value.toFixed(1 - Math.floor(Math.log10(tolerance)));
  return Math.abs(value) >= 100 ? value.toFixed(1) : value.toFixed(6).replace(/0{1,3}$/, '');
}

function toleranceText(tolerance: number): string {
  return tolerance > 0 && tolerance < 0.001 ? tolerance.toExponential(0) : numberText(tolerance, tolerance);
}
