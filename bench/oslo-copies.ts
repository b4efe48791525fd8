import type { ModelInputs } from '../scenarios/schema/index.ts';

/**
 * The same inputs with everything in it several times side by side: hospitals' sites, districts, women and staff. Wards
 * stay of the size they are, as they would be in a whole country, and no copy knows of the others.
 */
export function copies(inputs: ModelInputs, times: number): ModelInputs {
  const copied = structuredClone(inputs);
  const { data } = copied;
  const original = structuredClone(data);
  for (let copy = 1; copy < times; copy++) {
    const renamed = (id: string): string => (id === 'elsewhere' ? id : `${id}-${copy}`);
    const keys = <T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> =>
      Object.fromEntries(Object.entries(record).map(([id, value]) => [renamed(id), change(structuredClone(value))]));
    Object.assign(
      data.sites,
      keys(original.sites, (site) => ({
        ...site,
        diversion: site.diversion.map((route) => ({ ...route, site: renamed(route.site) })),
      })),
    );
    Object.assign(
      data.sectors,
      keys(original.sectors, (sector) => ({ ...sector, placeOfBirth: keys(sector.placeOfBirth, (share) => share) })),
    );
    Object.assign(
      data.origins,
      keys(original.origins, (origin) => ({
        ...origin,
        sector: renamed(origin.sector),
        journey: keys(origin.journey, (minutes) => minutes),
      })),
    );
    Object.assign(
      data.staff.sites,
      keys(original.staff.sites, (units) => units),
    );
    Object.assign(
      data.staff.districts,
      keys(original.staff.districts, (units) => units),
    );
  }
  return copied;
}
