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

/** Places, theatre teams and midwives of reception and labour ward for everybody: no room is closed for lack of them. */
export function withPlentyOfRoom({ data }: ModelInputs): void {
  for (const { reception, labourWard } of Object.values(data.staff.sites)) {
    const posts = { day: 20, evening: 20, night: 20 };
    for (const ward of [reception!, labourWard!])
      ward.midwives = { posts: { weekday: posts, weekend: posts, publicHoliday: posts }, fullTimePosts: 130 };
  }
  // No labour ward is emptied to fill these posts.
  data.cover.policy = data.cover.policy.filter((measure) => measure !== 'otherUnit');
  const always = { day: 100, evening: 100, night: 100 };
  for (const site of Object.values(data.sites)) {
    Object.assign(site, {
      labourRooms: 500,
      roomsPerMidwife: 1000,
      receptionPlaces: 500,
      antenatalBeds: 500,
      theatres: 100,
      theatreTeams: { weekday: always, weekend: always },
      obstetricians: { weekday: always, weekend: always },
      recoveryPlaces: 500,
      postnatalBeds: 1000,
      neonatalCots: 500,
    });
  }
}
