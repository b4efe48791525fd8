import { loadScenario, modelInputs, type ModelInputs } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { Calendar, civilFromDays, daysFromCivil, formatDate, parseDate } from '../../sim-core/kernel/index.ts';

/** The inputs of a shipped scenario, a copy of one's own. */
export function shippedInputs(name: string): ModelInputs {
  return modelInputs(loadScenario(name, nodeScenarioFiles()));
}

/** A copy of some inputs with a change made to it. */
export function changed(inputs: ModelInputs, change: (copy: ModelInputs) => void): ModelInputs {
  const copy = structuredClone(inputs);
  change(copy);
  return copy;
}

/** Today's service over a few days with few women. */
export function smallInputs(birthsPerYear: number, days: number, warmUpDays = 14): ModelInputs {
  return changed(shippedInputs('dagens'), ({ data, horizon }) => {
    const origins = Object.values(data.origins);
    const all = origins.reduce((sum, { births }) => sum + births, 0);
    for (const origin of origins) origin.births *= birthsPerYear / all;
    horizon.end = dateAfter(horizon.start, days - 1);
    horizon.warmUpDays = warmUpDays;
  });
}

/** The calendar of a run, with its horizon in minutes of the clock. */
export function clockOf({ horizon }: ModelInputs): { calendar: Calendar; from: number; to: number } {
  const calendar = new Calendar(dateAfter(horizon.start, -horizon.warmUpDays));
  return {
    calendar,
    from: calendar.midnight(calendar.dayNumber(horizon.start)),
    to: calendar.midnight(calendar.dayNumber(horizon.end) + 1),
  };
}

export function dateAfter(date: string, days: number): string {
  return formatDate(civilFromDays(daysFromCivil(parseDate(date)) + days));
}
