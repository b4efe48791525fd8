import { runSummary } from '../../results/summary.ts';
import { runTable } from '../../results/text-table.ts';
import { runAndReport, type ExperimentCommandOptions } from '../experiment-command.ts';
import { readInputs } from '../scenario-reading.ts';

/** `sim run`: every indicator of a scenario. */
export async function run(reference: string, options: ExperimentCommandOptions): Promise<void> {
  const inputs = readInputs(reference);
  await runAndReport([inputs], options, ([result]) => {
    if (options.json) {
      process.stdout.write(`${JSON.stringify(runSummary(inputs, result!))}\n`);
      return;
    }
    const { start, end } = inputs.horizon;
    process.stdout.write(
      `${inputs.name[options.language]} (${inputs.id}), ${start} – ${end}, ` +
        `n = ${result!.replications}, seed "${result!.seed}"\n\n${runTable(inputs, result!, options.language)}\n`,
    );
  });
}
