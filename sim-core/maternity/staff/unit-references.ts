import type { ModelInputs } from '../model-inputs.ts';

type MovePosts = Extract<ModelInputs['interventions'][number], { model: 'move-posts' }>;

/** Posts of a unit as a scenario names it. */
export type PostsOfUnit = MovePosts['from'][number];
/** A unit as a scenario names it: one of a site or the health station of a district, and a profession. */
export type UnitReference = Omit<PostsOfUnit, 'posts'>;

/**
 * The id of the unit that a scenario names, as in `unitsOf`: midwives and the labour ward, unless it says otherwise.
 * @throws RangeError when neither a site nor a district is named
 */
export function unitIdOf({ site, unit, district, profession = 'midwife' }: UnitReference): string {
  if (district !== undefined) return `${district}/healthStation/${profession}`;
  if (site === undefined)
    throw new RangeError('Posts belong to a unit of a site or to the health station of a district');
  return `${site}/${unit ?? 'labourWard'}/${profession}`;
}
