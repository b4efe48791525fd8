import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { WorkKind, type WorkedTime } from '../staff/worked-time.ts';
import type { ContinuityTeam } from './continuity-team.ts';

const daysPerYear = 365.25;
const minutesPerHour = 60;

/** What the teams did within the horizon. */
export interface TeamWork {
  /** Years of all midwives together in which their teams worked. */
  midwifeYears: number;
  /** Hours that somebody was on call, first and second both counted. */
  onCallHours: number;
  /** Hours of work: call-outs with their journeys, and all together. */
  callOutHours: number;
  workedHours: number;
  /** Days on which somebody began some work, each midwife's counted for herself. */
  workingDays: number;
}

/**
 * Work of the midwives of the teams within the horizon.
 * @param worked every spell of work of the replication
 */
export function teamWork(
  calendar: Calendar,
  teams: readonly ContinuityTeam[],
  { from, to }: { from: number; to: number },
  worked: WorkedTime,
): TeamWork {
  const work: TeamWork = { midwifeYears: 0, onCallHours: 0, callOutHours: 0, workedHours: 0, workingDays: 0 };
  if (teams.length === 0) return work;
  const inTeam = new Set<number>();
  for (const team of teams) {
    for (const { number } of team.people) inTeam.add(number);
    const days = Math.max(0, Math.min(calendar.dayOf(to), team.endDay) - Math.max(calendar.dayOf(from), team.firstDay));
    work.midwifeYears += (team.parameters.midwives * days) / daysPerYear;
    work.onCallHours += team.turns * team.onCallHoursADay * days;
  }
  const { person, kind, start, end } = worked;
  const firstDay = calendar.dayOf(from);
  const days = calendar.dayOf(to) - firstDay + 1;
  const begun = new Set<number>();
  for (let spell = 0; spell < worked.length; spell++) {
    if (!inTeam.has(person.at(spell))) continue;
    const hours = Math.max(0, Math.min(end.at(spell), to) - Math.max(start.at(spell), from)) / minutesPerHour;
    work.workedHours += hours;
    if (kind.at(spell) === WorkKind.callOut) work.callOutHours += hours;
    const begins = start.at(spell);
    if (begins >= from && begins < to) begun.add(person.at(spell) * days + calendar.dayOf(begins) - firstDay);
  }
  work.workingDays = begun.size;
  return work;
}

/**
 * Hours that the midwives of the teams worked within the horizon, with those for administration and meetings and their turns
 * on call as they count, and the net working time of their positions; both 0 without teams.
 * @param births of women who had a place in a team
 */
export function teamHours({ data }: ModelInputs, work: TeamWork, births: number): { used: number; available: number } {
  const { onCallCredit, yearlyHours } = data.economy;
  const { administration, meetings } = data.continuityTeams;
  return {
    used: work.workedHours + births * administration + work.midwifeYears * meetings + work.onCallHours * onCallCredit,
    available: work.midwifeYears * yearlyHours.productiveRota,
  };
}
