import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { WorkedTime } from '../staff/worked-time.ts';
import type { ContinuityTeam } from './continuity-team.ts';

const hoursPerDay = 24;
const daysPerYear = 365.25;
const minutesPerHour = 60;

/**
 * Hours that the midwives of the teams worked within the horizon, with those for administration and their turns on call as
 * they count, and the net working time of their positions; both 0 without teams.
 * @param births of women who had a place in a team
 */
export function teamHours(
  { data }: ModelInputs,
  calendar: Calendar,
  teams: readonly ContinuityTeam[],
  { from, to }: { from: number; to: number },
  worked: WorkedTime,
  births: number,
): { used: number; available: number } {
  const { onCallCredit, yearlyHours } = data.economy;
  let used = births * data.continuityTeams.administration;
  let available = 0;
  const inTeam = new Set<number>();
  for (const team of teams) {
    for (const { number } of team.people) inTeam.add(number);
    const days = Math.max(0, Math.min(calendar.dayOf(to), team.endDay) - Math.max(calendar.dayOf(from), team.firstDay));
    used += team.parameters.onCallMidwives * onCallCredit * hoursPerDay * days;
    available += (team.parameters.midwives * yearlyHours.productiveRota * days) / daysPerYear;
  }
  const { person, start, end } = worked;
  for (let spell = 0; spell < worked.length; spell++) {
    if (!inTeam.has(person.at(spell))) continue;
    used += Math.max(0, Math.min(end.at(spell), to) - Math.max(start.at(spell), from)) / minutesPerHour;
  }
  return { used, available };
}
