import type { Calendar } from '../../kernel/index.ts';
import { interventionsOf } from '../interventions.ts';
import { originIds, type ModelInputs } from '../model-inputs.ts';
import { Vulnerability } from '../women/fate.ts';

type Group = keyof typeof Vulnerability;

/** Hours of support consultations, beside those of the programme, for women of some groups on some days. */
export interface ExtraSupport {
  fromDay: number;
  endDay: number;
  hours: number;
  groups: readonly Group[];
}

/** The extra support of each district, by index of the origin. */
export function extraSupportByOrigin(inputs: ModelInputs, calendar: Calendar): readonly (readonly ExtraSupport[])[] {
  const all = interventionsOf(inputs, calendar, 'extra-support');
  return originIds(inputs).map((id) =>
    all
      .filter(({ intervention }) => intervention.districts.includes(id))
      .map(({ fromDay, endDay, intervention: { hours, groups } }) => ({ fromDay, endDay, hours, groups })),
  );
}

/** The first of some groups that a woman is in. @param vulnerability bits of `Vulnerability` */
export function firstGroup(groups: readonly Group[], vulnerability: number): Group | undefined {
  return groups.find((group) => (vulnerability & Vulnerability[group]) !== 0);
}
