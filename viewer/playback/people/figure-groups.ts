import { groupsOf, type WomanGrouping } from '../../../sim-core/maternity/indicators/groups.ts';
import { originIds, siteIds } from '../../../sim-core/maternity/model-inputs.ts';
import { Vulnerability } from '../../../sim-core/maternity/women/fate.ts';
import type { Recorded } from './recorded.ts';

/** What is added to the id of an indicator for each grouping. */
export const suffixes: Readonly<Record<WomanGrouping, string>> = {
  site: 'BySite',
  hospital: 'ByHospital',
  origin: 'ByDistrict',
  parity: 'ByParity',
  vulnerability: 'ByVulnerability',
};

const vulnerabilityBits: ReadonlyMap<string, number> = new Map([
  ['none', 0],
  ['fear-of-birth', Vulnerability.fearOfBirth],
  ['violence', Vulnerability.violence],
  ['substance-use', Vulnerability.substanceUse],
  ['mental-illness', Vulnerability.mentalIllness],
  ['newly-arrived', Vulnerability.newlyArrived],
]);

/**
 * Tells whether a woman is in a group; undefined when there is no such group.
 * @param siteOf index of the site where something happened to her
 */
export function isInGroup(
  { inputs, playback }: Recorded,
  by: WomanGrouping,
  group: string,
): ((woman: number, siteOf: number) => boolean) | undefined {
  if (!groupsOf(inputs, by).some(({ id }) => id === group)) return undefined;
  const { women } = playback;
  switch (by) {
    case 'site': {
      const site = siteIds(inputs).indexOf(group);
      return (_, at) => at === site;
    }
    case 'hospital': {
      const sites = siteIds(inputs).map((id) => inputs.data.sites[id]!.hospital === group);
      return (_, at) => sites[at] === true;
    }
    case 'origin': {
      const origin = originIds(inputs).indexOf(group);
      return (woman) => women.origin[woman] === origin;
    }
    case 'parity': {
      const isFirst = group === 'nulliparous' ? 1 : 0;
      return (woman) => women.nulliparous[woman] === isFirst;
    }
    case 'vulnerability': {
      const bit = vulnerabilityBits.get(group) ?? 0;
      return (woman) => (bit === 0 ? women.vulnerability[woman] === 0 : (women.vulnerability[woman]! & bit) !== 0);
    }
  }
}
