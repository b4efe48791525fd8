import { loadScenario, modelInputs, type ModelInputs } from '../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../scenarios/schema/node-files.ts';
import { runReplication } from '../sim-core/maternity/run-replication.ts';
import { median, table } from './measure.ts';
import { copies } from './oslo-copies.ts';
import { timeByPart } from './parts.ts';

const scenarios = ['dagens', 'team-ahus-sektor'];
const replications = 9;
const warmUpReplications = 2;
const sizes = [1, 2, 6];
const sizeReplications = 5;
/** No further replication of a scenario is begun after this many milliseconds. */
const timeLimit = 30_000;

const inputsOf = (name: string): ModelInputs => modelInputs(loadScenario(name, nodeScenarioFiles()));

/** Days that a run simulates, and of them those before the count begins. */
function daysOf({ horizon }: ModelInputs): { all: number; warmUp: number } {
  const counted = (Date.parse(horizon.end) - Date.parse(horizon.start)) / 86_400_000 + 1;
  return { all: counted + horizon.warmUpDays, warmUp: horizon.warmUpDays };
}

/** Milliseconds of whole runs, one after the other, with the events of the last. */
function timesOf(inputs: ModelInputs, runs: number): { times: number[]; events: number } {
  const times: number[] = [];
  let events = 0;
  const startedAt = performance.now();
  for (let replication = -warmUpReplications; replication < runs; replication++) {
    if (times.length > 0 && performance.now() - startedAt > timeLimit) break;
    const before = performance.now();
    ({ events } = runReplication(inputs, 'bench', replication + warmUpReplications, false));
    if (replication >= 0) times.push(performance.now() - before);
  }
  return { times, events };
}

/**
 * One simulated year of the shipped scenarios as text: medians over replications, without loading; where the time goes;
 * growth with the number of births; and what a trace and a run take.
 */
export async function benchOsloYear(): Promise<string> {
  const rows = [['one year of Oslo', 'ms', 'warm-up, ms', 'events', 'ns/event', 'replications']];
  for (const name of scenarios) {
    const inputs = inputsOf(name);
    const days = daysOf(inputs);
    const { times, events } = timesOf(inputs, replications);
    const time = median(times);
    const year = 365 / days.all;
    rows.push([
      name,
      (time * year).toFixed(0),
      ((time * days.warmUp) / days.all).toFixed(0),
      Math.round(events * year).toLocaleString('en'),
      ((time * 1e6) / events).toFixed(0),
      String(times.length),
    ]);
  }
  const inputs = inputsOf('dagens');
  const shares = await timeByPart(() => {
    for (let replication = 0; replication < sizeReplications; replication++) {
      runReplication(inputs, 'bench', replication, false);
    }
  });
  const parts = [['part of the model', '% of the time'], ...shares.map(({ part, share }) => [part, percent(share)])];
  return [table(rows), table(parts), table(growth(inputs)), table(space(inputs))].join('\n\n');
}

function growth(inputs: ModelInputs): string[][] {
  const rows = [['births', 'ms a run', 'ratio to linear']];
  let single = NaN;
  for (const size of sizes) {
    const time = median(timesOf(copies(inputs, size), sizeReplications).times);
    if (size === 1) single = time;
    rows.push([`× ${size}`, time.toFixed(0), (time / (single * size)).toFixed(2)]);
  }
  return rows;
}

function space(inputs: ModelInputs): string[][] {
  const { playback } = runReplication(inputs, 'bench', 0, true);
  const { trace } = playback!;
  const bytes = Object.values(trace).reduce((sum, column) => sum + column.byteLength, 0);
  return [
    ['space', 'MB'],
    [`trace of a run, ${trace.time.length.toLocaleString('en')} rows`, (bytes / 1e6).toFixed(1)],
    ['memory of the process after all of the above', (process.memoryUsage().rss / 1e6).toFixed(0)],
  ];
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
