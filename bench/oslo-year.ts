import { runReplication } from '../sim-core/maternity/run-replication.ts';
import { loadScenario, modelInputs } from '../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../scenarios/schema/node-files.ts';
import { median, table } from './measure.ts';

const scenarios = ['dagens', 'team-ahus-sektor'];
const replications = 9;
const warmUpReplications = 2;
/** No further replication of a scenario is begun after this many milliseconds. */
const timeLimit = 20_000;

/** Time of one simulated year of the shipped scenarios as text: medians over replications, without loading. */
export function benchOsloYear(): string {
  const rows = [['one year of Oslo', 'ms', 'events', 'ns/event', 'replications']];
  for (const name of scenarios) {
    const inputs = modelInputs(loadScenario(name, nodeScenarioFiles()));
    const { start, end, warmUpDays } = inputs.horizon;
    const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1 + warmUpDays;
    const times: number[] = [];
    const events: number[] = [];
    const startedAt = performance.now();
    for (let replication = -warmUpReplications; replication < replications; replication++) {
      if (times.length > 0 && performance.now() - startedAt > timeLimit) break;
      const before = performance.now();
      const result = runReplication(inputs, 'bench', replication + warmUpReplications, false);
      if (replication < 0) continue;
      times.push(((performance.now() - before) * 365) / days);
      events.push((result.events * 365) / days);
    }
    rows.push([
      name,
      median(times).toFixed(0),
      Math.round(median(events)).toLocaleString('en'),
      ((median(times) * 1e6) / median(events)).toFixed(0),
      String(times.length),
    ]);
  }
  return table(rows);
}
