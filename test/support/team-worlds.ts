import type { ModelInputs } from '../../scenarios/schema/index.ts';
import type { TeamParameters } from '../../sim-core/maternity/teams/team-parameters.ts';
import { changed, shippedInputs } from './scenarios.ts';

/** A district with teams and another without, in two sectors; nobody lives anywhere else. */
export const worldOfTeams = { district: 'stovner', other: 'sagene', payer: 'ahus' } as const;

/**
 * A year in which only the two districts have births, with teams in the first that started two years before.
 * @param births of the district with teams
 */
export function teamWorld(
  teams: number,
  births: number,
  own: Partial<TeamParameters> & { start?: string } = {},
): ModelInputs {
  return changed(shippedInputs('dagens'), ({ data, interventions }) => {
    for (const [id, origin] of Object.entries(data.origins))
      origin.births = id === worldOfTeams.district ? births : id === worldOfTeams.other ? 100 : 0;
    if (teams === 0) return;
    const { groups, ...rest } = own;
    interventions.push({
      model: 'continuity-teams',
      start: '2025-01-01',
      teams: { [worldOfTeams.district]: teams },
      payer: worldOfTeams.payer,
      ...(groups === undefined ? {} : { groups: [...groups] }),
      ...rest,
    });
  });
}
