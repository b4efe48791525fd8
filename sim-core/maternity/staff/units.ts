import { originIds, siteIds, teamLabels, type ModelInputs } from '../model-inputs.ts';
import { combinedLabels } from './combined-positions.ts';
import { unitsGivenPosts } from './moved-posts.ts';
import { professions, type Profession } from './person.ts';
import type { Unit, UnitKind } from './unit.ts';
import { unitIdOf } from './unit-references.ts';

/** Units of a site, in the order in which they are numbered. */
const siteUnitKinds = ['reception', 'antenatalWard', 'labourWard', 'postnatalWard', 'outpatientClinic'] as const;
export type SiteUnitKind = (typeof siteUnitKinds)[number];

/** Under which key of the data the people of a profession stand. */
export const teamKeys = { midwife: 'midwives', assistant: 'assistants' } as const;

/**
 * All units of a scenario: those of each site, then each district's health station, then the continuity teams, then those of
 * combined positions.
 */
export function unitsOf(inputs: ModelInputs): Unit[] {
  const { data, interventions } = inputs;
  const given = unitsGivenPosts(inputs);
  const units: Unit[] = [];
  const add = (
    place: string,
    kind: UnitKind,
    profession: Profession,
    employer: string,
    pattern: Unit['pattern'],
    belongs: { site?: number; origin?: number; team?: number },
  ): void => {
    const id = `${place}/${kind}/${profession}`;
    units.push({
      index: units.length,
      id,
      kind,
      profession,
      employer,
      site: -1,
      origin: -1,
      team: -1,
      pattern,
      ...belongs,
    });
  };
  for (const [site, siteId] of siteIds(inputs).entries()) {
    for (const kind of siteUnitKinds) {
      for (const profession of ['midwife', 'assistant'] as const) {
        if (data.staff.sites[siteId]?.[kind]?.[teamKeys[profession]] === undefined) continue;
        const pattern = kind === 'outpatientClinic' ? 'day' : 'rota';
        add(siteId, kind, profession, data.sites[siteId]!.hospital, pattern, { site });
      }
    }
  }
  const origins = originIds(inputs);
  for (const [origin, originId] of origins.entries()) {
    const station = data.staff.districts[originId];
    if (station === undefined) continue;
    const staffed = { midwife: station.midwives > 0, healthNurse: station.healthNurses > 0, assistant: false };
    for (const profession of professions) {
      if (!staffed[profession] && !given.has(unitIdOf({ district: originId, profession }))) continue;
      add(originId, 'healthStation', profession, data.economy.districtPayer, 'day', { origin });
    }
  }
  for (const [team, { originId, number, interventionIndex }] of teamLabels(inputs).entries()) {
    const intervention = interventions[interventionIndex]!;
    if (intervention.model !== 'continuity-teams') continue;
    add(`${originId}-${interventionIndex + 1}-${number}`, 'continuityTeam', 'midwife', intervention.payer, 'onCall', {
      origin: origins.indexOf(originId),
      team,
    });
  }
  for (const { place, employer, site, origin } of combinedLabels(inputs)) {
    add(place, 'combinedPosition', 'midwife', employer, 'rota', { site, origin });
  }
  return units;
}
