import type { Calendar } from '../../kernel/index.ts';
import { originIds, teamLabels, type ModelInputs } from '../model-inputs.ts';
import { workingTimeLimits } from '../staff/working-time-rules.ts';
import type { Workforce } from '../staff/workforce.ts';
import { ContinuityTeam } from './continuity-team.ts';
import { teamParameters } from './team-parameters.ts';
import { noWorkLimits } from './working-days.ts';

const minutesPerHour = 60;

/**
 * The teams of a scenario, in the order in which the trace numbers them.
 * @param isAway whether a person is on holiday or ill on a day
 */
export function continuityTeams(
  inputs: ModelInputs,
  calendar: Calendar,
  workforce: Workforce,
  isAway: (person: number, day: number) => boolean,
): ContinuityTeam[] {
  const origins = originIds(inputs);
  const defaults = inputs.data.continuityTeams;
  const { dailyRest, shiftLength } = workingTimeLimits(inputs);
  const shortestStay = defaults.shortestStay * minutesPerHour;
  const limits = defaults.keepsWorkingTime ? { dailyRest, shiftLength, shortestStay } : noWorkLimits;
  return teamLabels(inputs).map((label, index) => {
    const intervention = inputs.interventions[label.interventionIndex]!;
    if (intervention.model !== 'continuity-teams') throw new TypeError('A team label must point to its intervention');
    return new ContinuityTeam(
      index,
      origins.indexOf(label.originId),
      workforce.peopleOf[workforce.units.findIndex((unit) => unit.team === index)]!,
      teamParameters(intervention, defaults),
      intervention,
      defaults.onCallChange,
      calendar,
      isAway,
      limits,
    );
  });
}
