import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { Breach } from './breach.ts';
import type { ShiftTimes } from './shift-times.ts';
import { ShiftCode } from './unit.ts';
import { WorkedTime, WorkKind } from './worked-time.ts';
import type { Workforce } from './workforce.ts';
import { checkWorkingTime, type Contract } from './working-time-check.ts';
import { workingTimeLimits, type WorkingTimeLimits } from './working-time-rules.ts';
import type { SpellColumns } from './working-time-spells.ts';

/** Days around the horizon whose spells are known to the check, so that rests at its edges have their length. */
const margin = 8;

/** What breaches are sought in. */
export interface WorkingTimeSetting {
  inputs: ModelInputs;
  calendar: Calendar;
  workforce: Workforce;
  shiftTimes: ShiftTimes;
}

/** Breaches in the roster over the horizon, as if nobody were ever away. The same for every replication of a workforce. */
export function rosterBreaches({ inputs, calendar, workforce, shiftTimes }: WorkingTimeSetting): Breach[] {
  const { fromDay, toDay } = horizonDays(inputs, calendar);
  const limits = workingTimeLimits(inputs);
  return checkWorkingTime({
    limits,
    calendar,
    basis: 'planned',
    spells: plannedTime(workforce, shiftTimes, fromDay - margin, toDay + margin),
    people: workforce.people.length,
    contract: contractOf(workforce, limits, fromDay, toDay),
    fromDay,
    toDay,
  });
}

/** Breaches over the horizon in the hours that were worked. @param onCall turns on call from home */
export function workedBreaches(
  { inputs, calendar, workforce }: Omit<WorkingTimeSetting, 'shiftTimes'>,
  worked: SpellColumns,
  onCall?: SpellColumns,
): Breach[] {
  return checkWorkingTime({
    limits: workingTimeLimits(inputs),
    calendar,
    basis: 'worked',
    spells: worked,
    onCall,
    people: workforce.people.length,
    ...horizonDays(inputs, calendar),
  });
}

/** The spells of the roster from one day until the day before another. */
export function plannedTime(workforce: Workforce, shiftTimes: ShiftTimes, fromDay: number, toDay: number): WorkedTime {
  const planned = new WorkedTime();
  for (const { number, unit } of workforce.people) {
    for (let day = fromDay; day < toDay; day++) {
      const shift = workforce.plannedShift(number, day);
      if (shift === ShiftCode.off) continue;
      planned.add(number, unit, WorkKind.planned, shiftTimes.start(shift, day), shiftTimes.end(shift, day));
    }
  }
  return planned;
}

/**
 * What each person has contracted for: her share of a full-time week in her unit, with its unpaid breaks. Of somebody in a
 * combined position the breaks of her days by day count, spread over all she works from one day until the day before another.
 */
export function contractOf(workforce: Workforce, limits: WorkingTimeLimits, fromDay = 0, toDay = 0): Contract {
  const { people, units } = workforce;
  return {
    week: Float64Array.from(people, ({ position, unit }) => position * limits.fullTimeWeek[units[unit]!.pattern]),
    unpaidBreak: Float64Array.from(people, ({ number, unit }) => {
      const { kind, pattern } = units[unit]!;
      if (kind === 'combinedPosition') return limits.unpaidBreakByDay * shareByDay(workforce, number, fromDay, toDay);
      return pattern === 'day' ? limits.unpaidBreakByDay : 0;
    }),
  };
}

/** Share of a person's planned shifts that are in units by day; 0 without shifts. */
function shareByDay(workforce: Workforce, person: number, fromDay: number, toDay: number): number {
  let all = 0;
  let byDay = 0;
  for (let day = fromDay; day < toDay; day++) {
    const unit = workforce.units[workforce.plannedUnit(person, day)];
    if (unit === undefined) continue;
    all++;
    if (unit.pattern === 'day') byDay++;
  }
  return all === 0 ? 0 : byDay / all;
}

function horizonDays({ horizon }: ModelInputs, calendar: Calendar): { fromDay: number; toDay: number } {
  return { fromDay: calendar.dayNumber(horizon.start), toDay: calendar.dayNumber(horizon.end) + 1 };
}
