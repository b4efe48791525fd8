import type { ModelInputs } from '../../scenarios/schema/index.ts';
import type { Trace } from '../../sim-core/kernel/index.ts';
import { drawPopulation } from '../../sim-core/maternity/women/population.ts';
import type { MaternityService } from '../../sim-core/maternity/maternity-service.ts';
import { runReplication, simulate, type ReplicationResult } from '../../sim-core/maternity/run-replication.ts';
import type { Playback } from '../../sim-core/maternity/record/columns.ts';
import type { TraceState } from '../../sim-core/maternity/trace-states.ts';
import type { Woman } from '../../sim-core/maternity/women/woman.ts';
import { clockOf } from './scenarios.ts';

export interface TraceRow {
  time: number;
  entity: number;
  state: TraceState;
  place: number;
  other: number;
}

/** One replication with its trace as rows, and the women as they were drawn for it. */
export interface TracedRun {
  inputs: ModelInputs;
  result: ReplicationResult;
  playback: Playback;
  rows: TraceRow[];
  women: Woman[];
}

export const testSeed = '1';

export function tracedRun(inputs: ModelInputs, replication = 0): TracedRun {
  const result = runReplication(inputs, testSeed, replication, true);
  const { playback } = result;
  if (playback === undefined) throw new Error('A run with trace must come with a playback');
  const { calendar, to } = clockOf(inputs);
  const women = drawPopulation(inputs, calendar, testSeed, replication, to);
  return { inputs, result, playback, rows: rowsOf(playback.trace), women };
}

/** The service as it stands after one replication, with its trace as rows. */
export function tracedService(inputs: ModelInputs, replication = 0): { service: MaternityService; rows: TraceRow[] } {
  const service = simulate(inputs, testSeed, replication, true);
  return { service, rows: rowsOf(service.trace.rows()) };
}

function rowsOf({ time, entity, state, place, other }: ReturnType<Trace['rows']>): TraceRow[] {
  return Array.from(time, (at, row) => ({
    time: at,
    entity: entity[row]!,
    state: state[row] as TraceState,
    place: place[row]!,
    other: other[row]!,
  }));
}

/** The rows of each woman, in order. */
export function rowsByWoman({ rows, women }: TracedRun): TraceRow[][] {
  const byWoman = women.map((): TraceRow[] => []);
  for (const row of rows) if (row.entity >= 0) byWoman[row.entity]!.push(row);
  return byWoman;
}
