import type { ModelInputs } from '../scenarios/schema/index.ts';
import { indicatorValues } from '../sim-core/maternity/registry.ts';
import { runHorizon, runReplication, warmedUp } from '../sim-core/maternity/run-replication.ts';
import { median, table } from './measure.ts';
import { copies } from './oslo-copies.ts';
import { timeByPart } from './parts.ts';
import { shippedInputs } from './shipped-inputs.ts';

const base = 'dagens';
/** Today, teams in three districts, and teams in all of them. */
const scenarios = [base, 'min-jordmor-ahus-sektor', 'stockholm-hele-oslo'];
const replications = 9;
const warmUpReplications = 4;
const sizes = [1, 2, 6];
const sizeReplications = 5;
/** No further replication of a scenario is begun after this many milliseconds. */
const timeLimit = 30_000;

interface Times {
  /** Milliseconds until the horizon begins (women, people, the warm-up), and from then on with the indicators. */
  warmUp: number[];
  horizon: number[];
  /** Of the last run. */
  events: number;
}

/** Whole runs, one after the other. */
function timesOf(inputs: ModelInputs, runs: number): Times {
  const times: Times = { warmUp: [], horizon: [], events: 0 };
  const startedAt = performance.now();
  for (let replication = -warmUpReplications; replication < runs; replication++) {
    if (times.horizon.length > 0 && performance.now() - startedAt > timeLimit) break;
    const before = performance.now();
    const service = warmedUp(inputs, 'bench', replication + warmUpReplications, false);
    const between = performance.now();
    const eventsBefore = service.simulation.eventCount;
    runHorizon(service);
    indicatorValues(service);
    const after = performance.now();
    if (replication < 0) continue;
    times.warmUp.push(between - before);
    times.horizon.push(after - between);
    times.events = service.simulation.eventCount - eventsBefore;
  }
  return times;
}

/**
 * One simulated year of the shipped scenarios as text: medians over replications, without loading; where the time goes;
 * growth with the number of births; and what a trace and a run take.
 */
export async function benchOsloYear(): Promise<string> {
  const rows = [
    ['one year of Oslo', 'ms', 'fastest', '÷ today', 'before it, ms', 'events', 'ns/event', 'replications'],
  ];
  const fastestOf = new Map<string, number>();
  for (const name of scenarios) {
    const { warmUp, horizon, events } = timesOf(shippedInputs(name), replications);
    const time = median(horizon);
    const fastest = Math.min(...horizon);
    fastestOf.set(name, fastest);
    rows.push([
      name,
      time.toFixed(0),
      fastest.toFixed(0),
      (fastest / fastestOf.get(base)!).toFixed(2),
      median(warmUp).toFixed(0),
      events.toLocaleString('en'),
      ((time * 1e6) / events).toFixed(0),
      String(horizon.length),
    ]);
  }
  const inputs = shippedInputs(base);
  const memory = process.memoryUsage().rss;
  const shares = await timeByPart(() => {
    for (let replication = 0; replication < sizeReplications; replication++) {
      runReplication(inputs, 'bench', replication, false);
    }
  });
  const parts = [['part of the model', '% of the time'], ...shares.map(({ part, share }) => [part, percent(share)])];
  return [table(rows), table(parts), table(growth(inputs)), table(space(inputs, memory))].join('\n\n');
}

function growth(inputs: ModelInputs): string[][] {
  const rows = [['births', 'ms a run', 'ratio to linear']];
  let single = NaN;
  for (const size of sizes) {
    const { warmUp, horizon } = timesOf(copies(inputs, size), sizeReplications);
    const time = median(warmUp) + median(horizon);
    if (size === 1) single = time;
    rows.push([`× ${size}`, time.toFixed(0), (time / (single * size)).toFixed(2)]);
  }
  return rows;
}

/** @param memory of the process after the runs of one year */
function space(inputs: ModelInputs, memory: number): string[][] {
  const { playback } = runReplication(inputs, 'bench', 0, true);
  const { trace } = playback!;
  const bytes = Object.values(trace).reduce((sum, column) => sum + column.byteLength, 0);
  return [
    ['space', 'MB'],
    [`trace of a run, ${trace.time.length.toLocaleString('en')} rows`, (bytes / 1e6).toFixed(1)],
    ['memory of the process after the runs of one year', (memory / 1e6).toFixed(0)],
  ];
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
