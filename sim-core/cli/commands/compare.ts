import { comparisonSummary } from '../../results/summary.ts';
import { differenceTable } from '../../results/text-table.ts';
import { runAndReport, type ExperimentCommandOptions } from '../experiment-command.ts';
import { UsageError } from '../failures.ts';
import { readInputs } from '../scenario-reading.ts';

/** `sim compare`: paired differences of scenarios from a base. */
export async function compare(
  baseReference: string,
  references: string[],
  options: ExperimentCommandOptions,
): Promise<void> {
  const base = readInputs(baseReference);
  const others = references.map(readInputs);
  for (const other of others) {
    if (JSON.stringify(other.horizon) !== JSON.stringify(base.horizon)) {
      throw new UsageError(
        `${other.id} can't be compared with ${base.id}: the horizon is ${horizonText(other.horizon)}, that of the base ` +
          `${horizonText(base.horizon)}. Give both the same start, end and warmUpDays.`,
      );
    }
  }
  await runAndReport([base, ...others], options, ([baseResult, ...results]) => {
    if (options.json) {
      const summary = comparisonSummary({ inputs: base, result: baseResult! }, results);
      process.stdout.write(`${JSON.stringify(summary)}\n`);
      return;
    }
    others.forEach((other, index) => {
      process.stdout.write(
        `${other.name[options.language]} (${other.id}) − ${base.name[options.language]} (${base.id}), ` +
          `n = ${results[index]!.replications}, seed "${options.seed}"\n\n` +
          `${differenceTable(base, baseResult!, results[index]!, options.language)}\n\n`,
      );
    });
  });
}

function horizonText({ start, end, warmUpDays }: { start: string; end: string; warmUpDays: number }): string {
  return `${start} to ${end} after ${warmUpDays} days of warm-up`;
}
