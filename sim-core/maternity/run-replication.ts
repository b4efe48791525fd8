import {
  Calendar,
  civilFromDays,
  daysFromCivil,
  formatDate,
  parseDate,
  Trace,
  type TraceColumns,
} from '../kernel/index.ts';
import { startRegistration } from './teams/enrolment.ts';
import { MaternityService } from './maternity-service.ts';
import type { ModelInputs } from './model-inputs.ts';
import { drawPopulation } from './women/population.ts';
import { indicatorValues } from './registry.ts';

/** Facts about each woman that do not change; index = the woman's number in the trace. */
export interface WomenColumns {
  /** Index into `originIds(inputs)`. */
  origin: Int16Array;
  nulliparous: Uint8Array;
}

/** Everything a playback needs beside the scenario itself. Times are minutes since `clockStart`. */
export interface Playback {
  /** Local date (yyyy-mm-dd) of minute 0 of the clock, i.e. the first day of the warm-up. */
  clockStart: string;
  /** First minute that is counted, and the first minute after the horizon. */
  from: number;
  to: number;
  trace: TraceColumns;
  women: WomenColumns;
}

export interface ReplicationResult {
  replication: number;
  /** Indicator values by key; NaN where the denominator is zero. */
  indicators: Record<string, number>;
  traceHash: string;
  /** Number of events carried out, warm-up included. */
  events: number;
  playback?: Playback;
}

/**
 * Simulates one replication of a scenario: warm-up, then the horizon. The result depends on the arguments only, to the
 * last bit, in every JavaScript engine.
 * @param replication 0, 1, 2, …; replications with the same number and seed have the same women in every scenario
 * @param withTrace also return the trace, for playback
 */
export function runReplication(
  inputs: ModelInputs,
  seed: string,
  replication: number,
  withTrace: boolean,
): ReplicationResult {
  const service = simulate(inputs, seed, replication, withTrace);
  const { trace, women, simulation, horizon } = service;
  return {
    replication,
    indicators: indicatorValues(service),
    traceHash: trace.hash(),
    events: simulation.eventCount,
    ...(withTrace
      ? {
          playback: {
            clockStart: clockStart(inputs),
            ...horizon,
            trace: trace.rows(),
            women: {
              origin: Int16Array.from(women, (woman) => woman.origin),
              nulliparous: Uint8Array.from(women, (woman) => (woman.fate.nulliparous ? 1 : 0)),
            },
          },
        }
      : {}),
  };
}

/** The service as it stands when the horizon is over, with its books, its log and everybody in it. */
export function simulate(inputs: ModelInputs, seed: string, replication: number, withTrace: boolean): MaternityService {
  const service = warmedUp(inputs, seed, replication, withTrace);
  runHorizon(service);
  return service;
}

/** The service at the start of the horizon, when the warm-up is over: wards filled, pregnancies under way. */
export function warmedUp(inputs: ModelInputs, seed: string, replication: number, withTrace: boolean): MaternityService {
  const calendar = new Calendar(clockStart(inputs));
  const from = calendar.midnight(calendar.dayNumber(inputs.horizon.start));
  const to = calendar.midnight(calendar.dayNumber(inputs.horizon.end) + 1);
  const women = drawPopulation(inputs, calendar, seed, replication, to);
  const service = new MaternityService(inputs, calendar, women, new Trace(withTrace), { seed, replication, from, to });
  startRegistration(service);
  service.staffing.start();
  service.simulation.run(from);
  return service;
}

/** Counts from the start of the horizon to its end. */
export function runHorizon(service: MaternityService): void {
  service.startCounting();
  service.simulation.run(service.horizon.to);
  service.stopCounting();
}

/** Local date (yyyy-mm-dd) of minute 0 of the clock, i.e. the first day of the warm-up. */
function clockStart({ horizon }: ModelInputs): string {
  return formatDate(civilFromDays(daysFromCivil(parseDate(horizon.start)) - horizon.warmUpDays));
}
