import { originIds, siteIds, type ModelInputs } from '../model-inputs.ts';
import { professions, type Profession } from '../staff/person.ts';
import { Vulnerability } from '../women/fate.ts';
import type { Woman } from '../women/woman.ts';
import type { LocalisedText } from './indicator.ts';

/** Groupings of women; a woman may be in several groups of vulnerability. */
export type WomanGrouping = 'site' | 'hospital' | 'origin' | 'parity' | 'vulnerability';

/** What indicators are divided by. Origins are the districts, without the areas outside; years those of the calendar. */
export type Grouping = WomanGrouping | 'payer' | 'payerYear' | 'profession' | 'payerProfession';

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

const professionNames: Record<Profession, LocalisedText> = {
  midwife: { nb: 'jordmødre', en: 'midwives' },
  healthNurse: { nb: 'helsesykepleiere', en: 'health nurses' },
  assistant: { nb: 'barnepleiere', en: 'assistants' },
};

/** The groups of a grouping with their names, in the order in which they are shown. */
export function groupsOf({ data, horizon }: ModelInputs, by: Grouping): Group[] {
  const named = (places: Record<string, { name: string }>): Group[] =>
    Object.entries(places).map(([id, { name }]) => ({ id, name: { nb: name, en: name } }));
  switch (by) {
    case 'site':
      return named(data.sites);
    case 'hospital':
      // A hospital that pays has its name as payer, in both languages.
      return named(data.hospitals).map(({ id, name }) => ({ id, name: data.economy.payers[id]?.name ?? name }));
    case 'payer':
      return Object.entries(data.economy.payers).map(([id, { name }]) => ({ id, name }));
    case 'payerYear':
      return withPayers(data, calendarYears(horizon));
    case 'profession':
      return professions.map((id) => ({ id, name: professionNames[id] }));
    case 'payerProfession':
      return withPayers(
        data,
        professions.map((id) => ({ id, name: professionNames[id] })),
      );
    case 'origin':
      return named(Object.fromEntries(Object.entries(data.origins).filter(([, { outside }]) => !outside)));
    case 'parity':
      return parities;
    case 'vulnerability':
      return vulnerabilities.map(({ id, name }) => ({ id, name }));
  }
}

/** The parts of a group of payers and something else: `hospital-2027` is of `hospital` and `2027`. */
export function partsOf(group: string): { payer: string; other: string } {
  const hyphen = group.lastIndexOf('-');
  return { payer: group.slice(0, hyphen), other: group.slice(hyphen + 1) };
}

/** Each payer with each of some groups, whose identifiers have no hyphen. */
function withPayers({ economy }: ModelInputs['data'], others: readonly Group[]): Group[] {
  return Object.entries(economy.payers).flatMap(([payer, { name }]) =>
    others.map((other) => ({
      id: `${payer}-${other.id}`,
      name: { nb: `${name.nb}, ${other.name.nb}`, en: `${name.en}, ${other.name.en}` },
    })),
  );
}

/** Those that the horizon has days of. */
function calendarYears({ start, end }: ModelInputs['horizon']): Group[] {
  const first = Number(start.slice(0, 4));
  return Array.from({ length: Number(end.slice(0, 4)) - first + 1 }, (_, index) => {
    const id = String(first + index);
    return { id, name: { nb: id, en: id } };
  });
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
