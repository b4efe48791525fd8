import { Calendar, civilFromDays, daysFromCivil, formatDate, parseDate, Trace } from '../kernel/index.ts';
import { startRegistration } from './teams/enrolment.ts';
import { MaternityService } from './maternity-service.ts';
import type { ModelInputs } from './model-inputs.ts';
import { CareByDay } from './patterns/care-by-day.ts';
import type { Patterns } from './patterns/patterns.ts';
import { patternsOf } from './patterns/patterns-of.ts';
import type { Playback } from './record/columns.ts';
import { recordOf } from './record/record.ts';
import { indicatorValues } from './registry.ts';
import { drawPopulation } from './women/population.ts';

export interface ReplicationResult {
  replication: number;
  /** Indicator values by key; NaN where the denominator is zero. */
  indicators: Record<string, number>;
  traceHash: string;
  /** Number of events carried out, warm-up included. */
  events: number;
  playback?: Playback;
  patterns?: Patterns;
}

/**
 * Simulates one replication of a scenario: warm-up, then the horizon. The result depends on the arguments only, to the
 * last bit, in every JavaScript engine.
 * @param replication 0, 1, 2, …; replications with the same number and seed have the same women in every scenario
 * @param withTrace also return what a playback needs
 * @param withPatterns also return its distributions and courses
 */
export function runReplication(
  inputs: ModelInputs,
  seed: string,
  replication: number,
  withTrace: boolean,
  withPatterns = false,
): ReplicationResult {
  const service = warmedUp(inputs, seed, replication, withTrace || withPatterns);
  const care = withPatterns ? new CareByDay(service) : undefined;
  runHorizon(service, care === undefined ? undefined : () => care.endDay());
  const playback = withTrace ? recordOf(service) : undefined;
  return {
    replication,
    indicators: indicatorValues(service),
    traceHash: service.trace.hash(),
    events: service.simulation.eventCount,
    ...(playback !== undefined && { playback }),
    ...(care !== undefined && { patterns: patternsOf(service, playback?.trace ?? service.trace.rows(), care) }),
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

/**
 * Counts from the start of the horizon to its end.
 * @param endDay called at the midnights that end its days, before what happens at them; changes nothing that happens
 */
export function runHorizon(service: MaternityService, endDay?: () => void): void {
  const { simulation, calendar, horizon } = service;
  service.startCounting();
  if (endDay !== undefined) {
    for (let day = calendar.dayOf(horizon.from) + 1; calendar.midnight(day) <= horizon.to; day++) {
      simulation.run(calendar.midnight(day));
      endDay();
    }
  }
  simulation.run(horizon.to);
  service.stopCounting();
}

/** Local date (yyyy-mm-dd) of minute 0 of the clock, i.e. the first day of the warm-up. */
function clockStart({ horizon }: ModelInputs): string {
  return formatDate(civilFromDays(daysFromCivil(parseDate(horizon.start)) - horizon.warmUpDays));
}
