import type { ModelInputs } from '../../scenarios/schema/index.ts';

export type { ModelInputs };

/** Site identifiers in the order in which the trace and the indicators number them. */
export function siteIds(inputs: ModelInputs): string[] {
  return Object.keys(inputs.data.sites);
}

/** Origins (districts, then areas outside) in the order in which the trace numbers them. */
export function originIds(inputs: ModelInputs): string[] {
  return Object.keys(inputs.data.origins);
}

/** One continuity team as the trace numbers it. */
export interface TeamLabel {
  originId: string;
  /** 1, 2, … within the district. */
  number: number;
  midwives: number;
  interventionIndex: number;
}

/** All continuity teams of a scenario, in the order in which the trace numbers them. */
export function teamLabels(inputs: ModelInputs): TeamLabel[] {
  return inputs.interventions.flatMap((intervention, interventionIndex) =>
    intervention.model === 'continuity-teams'
      ? Object.entries(intervention.teams).flatMap(([originId, teams]) =>
          Array.from({ length: teams }, (_, index) => ({
            originId,
            number: index + 1,
            midwives: intervention.midwives ?? inputs.data.continuityTeams.midwives,
            interventionIndex,
          })),
        )
      : [],
  );
}
