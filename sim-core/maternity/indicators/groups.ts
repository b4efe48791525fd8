import { originIds, siteIds, type ModelInputs } from '../model-inputs.ts';
import { Vulnerability } from '../women/fate.ts';
import type { Woman } from '../women/woman.ts';
import type { LocalisedText } from './indicator.ts';

/** What indicators are divided by. Origins are the districts, without the areas outside. */
export type Grouping = 'site' | 'hospital' | 'payer' | 'origin' | 'parity' | 'vulnerability';

/** Groupings of women; a woman may be in several groups of vulnerability. */
export type WomanGrouping = Exclude<Grouping, 'payer'>;

interface Group {
  id: string;
  name: LocalisedText;
}

const parities: Group[] = [
  { id: 'nulliparous', name: { nb: 'førstegangsfødende', en: 'nulliparous' } },
  { id: 'multiparous', name: { nb: 'flergangsfødende', en: 'multiparous' } },
];

const vulnerabilities: (Group & { bit: number })[] = [
  { id: 'none', bit: 0, name: { nb: 'ingen sårbar gruppe', en: 'no vulnerable group' } },
  { id: 'fear-of-birth', bit: Vulnerability.fearOfBirth, name: { nb: 'fødselsangst', en: 'fear of birth' } },
  { id: 'violence', bit: Vulnerability.violence, name: { nb: 'utsatt for vold', en: 'exposed to violence' } },
  { id: 'substance-use', bit: Vulnerability.substanceUse, name: { nb: 'rusmiddelbruk', en: 'substance use' } },
  { id: 'mental-illness', bit: Vulnerability.mentalIllness, name: { nb: 'psykisk sykdom', en: 'mental illness' } },
  { id: 'newly-arrived', bit: Vulnerability.newlyArrived, name: { nb: 'nyankommet', en: 'newly arrived' } },
];

/** The groups of a grouping with their names, in the order in which they are shown. */
export function groupsOf({ data }: ModelInputs, by: Grouping): Group[] {
  const named = (places: Record<string, { name: string }>): Group[] =>
    Object.entries(places).map(([id, { name }]) => ({ id, name: { nb: name, en: name } }));
  switch (by) {
    case 'site':
      return named(data.sites);
    case 'hospital':
      return named(data.hospitals);
    case 'payer':
      return Object.entries(data.economy.payers).map(([id, { name }]) => ({ id, name }));
    case 'origin':
      return named(Object.fromEntries(Object.entries(data.origins).filter(([, { outside }]) => !outside)));
    case 'parity':
      return parities;
    case 'vulnerability':
      return vulnerabilities.map(({ id, name }) => ({ id, name }));
  }
}

/** Tells in which groups of a grouping a woman who gave birth at a site is: calls with the place of each in `groupsOf`. */
export function membership(
  inputs: ModelInputs,
  by: WomanGrouping,
): (woman: Woman, isIn: (group: number) => void) => void {
  const ids = groupsOf(inputs, by).map(({ id }) => id);
  const one =
    (groupOf: (woman: Woman) => number) =>
    (woman: Woman, isIn: (group: number) => void): void => {
      const group = groupOf(woman);
      if (group >= 0) isIn(group);
    };
  switch (by) {
    case 'site': {
      const groups = siteIds(inputs).map((id) => ids.indexOf(id));
      return one(({ birthSite }) => groups[birthSite] ?? -1);
    }
    case 'hospital': {
      const groups = siteIds(inputs).map((id) => ids.indexOf(inputs.data.sites[id]!.hospital));
      return one(({ birthSite }) => groups[birthSite] ?? -1);
    }
    case 'origin': {
      const groups = originIds(inputs).map((id) => ids.indexOf(id));
      return one(({ origin }) => groups[origin]!);
    }
    case 'parity':
      return one(({ fate }) => (fate.nulliparous ? 0 : 1));
    case 'vulnerability':
      return ({ fate: { vulnerability } }, isIn) => {
        for (let group = 0; group < vulnerabilities.length; group++) {
          const { bit } = vulnerabilities[group]!;
          if (bit === 0 ? vulnerability === 0 : (vulnerability & bit) !== 0) isIn(group);
        }
      };
  }
}
