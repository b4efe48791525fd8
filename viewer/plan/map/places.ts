import type { Scenario } from '../../../scenarios/schema/index.ts';

/** A district as the planner’s map shows it. */
export interface District {
  id: string;
  name: string;
  sector: string;
  /** A year. */
  births: number;
  /** Full-time midwife posts of its health station. */
  midwives: number;
  longitude: number;
  latitude: number;
}

/** A place of birth. */
export interface BirthSite {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
}

/** Districts that have a place on the map, in the order of the base data. */
export function districtsOf({ data }: Scenario): District[] {
  return Object.entries(data.origins).flatMap(([id, { name, sector, outside, births, latitude, longitude }]) =>
    outside || latitude === undefined || longitude === undefined
      ? []
      : [
          {
            id,
            name,
            sector,
            births: births.value,
            midwives: data.staff.districts[id]?.midwives.value ?? 0,
            longitude: longitude.value,
            latitude: latitude.value,
          },
        ],
  );
}

/** The places of birth, in the order of the base data. */
export function birthSitesOf({ data }: Scenario): BirthSite[] {
  return Object.entries(data.sites).map(([id, { name, latitude, longitude }]) => ({
    id,
    name,
    longitude: longitude.value,
    latitude: latitude.value,
  }));
}

/** Sectors that have a district on the map, in the order of the base data. */
export function sectorsOf(scenario: Scenario): string[] {
  const present = new Set(districtsOf(scenario).map(({ sector }) => sector));
  return Object.keys(scenario.data.sectors).filter((sector) => present.has(sector));
}

/** The hospital where most women of a sector give birth, and its sites with their shares of those births (which sum to 1). */
export function hospitalOf({ data }: Scenario, sector: string): { hospital: string; sites: Record<string, number> } {
  const shares = Object.entries(data.sectors[sector]?.placeOfBirth.value ?? {}).filter(([site]) =>
    Object.hasOwn(data.sites, site),
  );
  const byHospital = new Map<string, number>();
  for (const [site, share] of shares) {
    const { hospital } = data.sites[site]!;
    byHospital.set(hospital, (byHospital.get(hospital) ?? 0) + share);
  }
  const [hospital, all] = [...byHospital].sort(([, a], [, b]) => b - a)[0] ?? ['', 1];
  const own = shares.filter(([site]) => data.sites[site]!.hospital === hospital);
  return { hospital, sites: Object.fromEntries(own.map(([site, share]) => [site, share / all])) };
}
