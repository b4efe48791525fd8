import { indicatorValues } from '../../../sim-core/maternity/registry.ts';
import type { MaternityService } from '../../../sim-core/maternity/maternity-service.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { CareByDay } from '../../../sim-core/maternity/patterns/care-by-day.ts';
import type { Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';
import { patternsOf } from '../../../sim-core/maternity/patterns/patterns-of.ts';
import type { Playback } from '../../../sim-core/maternity/record/columns.ts';
import { recordOf } from '../../../sim-core/maternity/record/record.ts';
import { runHorizon, warmedUp } from '../../../sim-core/maternity/run-replication.ts';
import { changed, dateAfter, shippedInputs } from '../../support/scenarios.ts';

/** Six weeks of a shipped scenario in the spring, on one night of which the clock is put forward. */
export function someWeeks(scenario: string): ModelInputs {
  return changed(shippedInputs(scenario), ({ horizon, interventions }) => {
    horizon.start = '2027-03-08';
    horizon.end = dateAfter(horizon.start, 41);
    horizon.warmUpDays = 14;
    for (const intervention of interventions) intervention.end = horizon.end;
  });
}

/** A replication with everything that is kept of it. */
export interface Kept {
  inputs: ModelInputs;
  service: MaternityService;
  indicators: Record<string, number>;
  playback: Playback;
  patterns: Patterns;
}

/** Runs replication 0 and keeps everything. */
export function runAndKeep(inputs: ModelInputs, seed = 'kept'): Kept {
  const service = warmedUp(inputs, seed, 0, true);
  const care = new CareByDay(service);
  runHorizon(service, () => care.endDay());
  const playback = recordOf(service);
  return {
    inputs,
    service,
    indicators: indicatorValues(service),
    playback,
    patterns: patternsOf(service, playback.trace, care),
  };
}
