import type { LocalisedText } from '../../sim-core/maternity/indicators/indicator.ts';
import { localised } from './language.ts';

/** The part of the base data, or of what a plan makes of it, that holds names of districts. */
interface Named {
  origins: Readonly<Record<string, { name: string; outside: boolean; sector: string }>>;
  sectors: Readonly<Record<string, { name: LocalisedText }>>;
}

/**
 * What a district is called; undefined where there is none of this id. An area outside the city is no name but a
 * description, which its sector has in both languages.
 */
export function originName(data: Named, id: string): string | undefined {
  const origin = Object.hasOwn(data.origins, id) ? data.origins[id] : undefined;
  const sector = origin?.outside === true ? data.sectors[origin.sector] : undefined;
  return sector ? localised(sector.name) : origin?.name;
}
