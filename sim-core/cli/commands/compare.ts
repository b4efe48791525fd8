import type { ScenarioResult } from '../../experiment/experiment.ts';
import { sideBySideTable } from '../../results/side-by-side.ts';
import { comparisonSummary } from '../../results/summary.ts';
import { differenceTable, type Language } from '../../results/text-table.ts';
import { verdictText } from '../../results/verdict-text.ts';
import { planVerdict, type PlanVerdict } from '../../results/verdict.ts';
import { runAndReport, type ExperimentCommandOptions } from '../experiment-command.ts';
import { UsageError } from '../failures.ts';
import { readInputs } from '../scenario-reading.ts';
import type { ModelInputs } from '../../maternity/model-inputs.ts';

export interface CompareOptions extends ExperimentCommandOptions {
  /** Print verdicts and the table of plans as Markdown, as they stand in the README, and nothing else. */
  markdown: boolean;
}

/** `sim compare`: the verdict on each plan in words, plans side by side, and all paired differences from a base. */
export async function compare(baseReference: string, references: string[], options: CompareOptions): Promise<void> {
  const base = readInputs(baseReference);
  const others = references.map(readInputs);
  for (const other of others) requireSameHorizon(base, other);
  await runAndReport([base, ...others], options, ([baseResult, ...results]) => {
    const { json, markdown, language } = options;
    const verdicts = others.map((inputs, index) =>
      planVerdict({ inputs: base, result: baseResult! }, { inputs, result: results[index]! }),
    );
    if (json) {
      process.stdout.write(
        `${JSON.stringify(comparisonSummary({ inputs: base, result: baseResult! }, results, verdicts))}\n`,
      );
    } else if (markdown) {
      process.stdout.write(whatTodayIs(base, language) + markdownText(verdicts, language));
    } else {
      process.stdout.write(whatTodayIs(base, language) + plainText(verdicts, language));
      others.forEach((other, index) => {
        process.stdout.write(differenceText(base, baseResult!, other, results[index]!, language));
      });
    }
  });
}

/** @throws UsageError when two scenarios have not the same horizon */
export function requireSameHorizon(base: ModelInputs, other: ModelInputs): void {
  if (JSON.stringify(other.horizon) === JSON.stringify(base.horizon)) return;
  throw new UsageError(
    `${other.id} can't be compared with ${base.id}: the horizon is ${horizonText(other.horizon)}, that of the base ` +
      `${horizonText(base.horizon)}. Give both the same start, end and warmUpDays.`,
  );
}

/** Verdicts speak of today: says what that is when the base is a plan itself. */
function whatTodayIs({ name, interventions }: ModelInputs, language: Language): string {
  if (interventions.length === 0) return '';
  return language === 'nb' ? `«I dag» er her «${name.nb}».\n\n` : `“Today” here is “${name.en}”.\n\n`;
}

function plainText(verdicts: readonly PlanVerdict[], language: Language): string {
  const texts = verdicts.map((verdict) => {
    const { summary, lines } = verdictText(verdict, language);
    return `${verdict.name[language]} (${verdict.scenario})\n${summary}\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
  });
  return `${texts.join('')}${sideBySideTable(verdicts, language, 'text')}\n\n`;
}

function markdownText(verdicts: readonly PlanVerdict[], language: Language): string {
  const texts = verdicts.map((verdict) => {
    const { summary, lines } = verdictText(verdict, language);
    return `**${verdict.name[language]}** (\`${verdict.scenario}\`). ${summary}\n\n${lines.map((line) => `- ${line}\n`).join('')}\n`;
  });
  return `${texts.join('')}${sideBySideTable(verdicts, language, 'markdown')}\n`;
}

function differenceText(
  base: ModelInputs,
  baseResult: ScenarioResult,
  other: ModelInputs,
  result: ScenarioResult,
  language: Language,
): string {
  return (
    `${other.name[language]} (${other.id}) − ${base.name[language]} (${base.id}), ` +
    `n = ${result.replications}, seed "${result.seed}"\n\n${differenceTable(base, baseResult, result, language)}\n\n`
  );
}

function horizonText({ start, end, warmUpDays }: { start: string; end: string; warmUpDays: number }): string {
  return `${start} to ${end} after ${warmUpDays} days of warm-up`;
}
