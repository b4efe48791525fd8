import { Provider } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { originIds, siteIds, teamLabels, type ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { firstHired } from '../../../sim-core/maternity/staff/cover.ts';
import { professions } from '../../../sim-core/maternity/staff/person.ts';
import type { Unit } from '../../../sim-core/maternity/staff/unit.ts';
import { unitsOf } from '../../../sim-core/maternity/staff/units.ts';
import { formatDate } from '../../../sim-core/kernel/civil-date.ts';
import { Vulnerability } from '../../../sim-core/maternity/women/fate.ts';
import { date, missing, number, timeOfDay } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import { originName as nameOfOrigin } from '../../language/origin-name.ts';
import type { Recorded } from './recorded.ts';

const unitLists = new WeakMap<ModelInputs, Unit[]>();

/** The units of a recording, by index. */
export function unitList(inputs: ModelInputs): readonly Unit[] {
  let list = unitLists.get(inputs);
  if (list === undefined) unitLists.set(inputs, (list = unitsOf(inputs)));
  return list;
}

/** @param site index of a site, or −1 */
export function siteName({ inputs }: Recorded, site: number): string {
  const id = siteIds(inputs)[site];
  return id === undefined ? missing : inputs.data.sites[id]!.name;
}

/** @param origin index of an origin */
export function originName({ inputs }: Recorded, origin: number): string {
  const id = originIds(inputs)[origin];
  return id === undefined ? missing : (nameOfOrigin(inputs.data, id) ?? missing);
}

/** @param team index of a team, or −1 */
export function teamName(recorded: Recorded, team: number): string {
  const label = teamLabels(recorded.inputs)[team];
  if (label === undefined) return texts().people.facts.noTeam;
  const origin = originIds(recorded.inputs).indexOf(label.originId);
  return texts().people.team(originName(recorded, origin), number(label.number));
}

/** @param unit index of a unit */
export function unitName(recorded: Recorded, unit: number): string {
  const about = unitList(recorded.inputs)[unit];
  if (about === undefined) return missing;
  const { units } = texts().people;
  if (about.team >= 0) return units.continuityTeam(teamName(recorded, about.team));
  const place = about.site >= 0 ? siteName(recorded, about.site) : originName(recorded, about.origin);
  return units[about.kind](place);
}

/** Whoever stands behind a contact: a person by profession and number, a doctor, or hired staff. */
export function providerName(recorded: Recorded, provider: number): string {
  const { people } = texts();
  if (provider >= 0) {
    const profession = professions[recorded.playback.people.profession[provider] ?? 0]!;
    return people.person(people.professions[profession], plainNumber(provider));
  }
  if (provider <= firstHired) return people.hired;
  switch (provider) {
    case Provider.generalPractitioner:
      return people.providers.generalPractitioner;
    case Provider.obstetrician:
      return people.providers.obstetrician;
    case Provider.paediatrician:
      return people.providers.paediatrician;
    case Provider.doula:
      return people.providers.doula;
    default:
      return people.providers.nobody;
  }
}

/** What somebody is called within a sentence. */
export function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function womanName(woman: number): string {
  return texts().people.woman(plainNumber(woman));
}

/** A number that names somebody: nothing stands between its thousands, as it's what one types to find her. */
export function plainNumber(value: number): string {
  return String(value);
}

/** The vulnerable groups of a woman in words. @param bits of `Vulnerability` */
export function groupNames(bits: number): string {
  const { vulnerabilities } = texts().people;
  const names = (Object.keys(Vulnerability) as (keyof typeof Vulnerability)[])
    .filter((group) => (bits & Vulnerability[group]) !== 0)
    .map((group) => vulnerabilities[group]);
  return names.length === 0 ? vulnerabilities.none : names.join(', ');
}

export function parityName({ playback }: Recorded, woman: number): string {
  const { parities } = texts().people;
  return playback.women.nulliparous[woman] === 1 ? parities.nulliparous : parities.multiparous;
}

/** Who pays, by the index in `economy.payers` or the key in it. */
export function payerName({ data }: ModelInputs, payer: number | string): string {
  const key = typeof payer === 'number' ? Object.keys(data.economy.payers)[payer] : payer;
  const about = key === undefined ? undefined : data.economy.payers[key];
  return about ? localised(about.name) : String(payer);
}

/** A date and time of day of an instant; what lies before the clock is given too. */
export function instant({ calendar }: Pick<Recorded, 'calendar'>, time: number): string {
  if (!Number.isFinite(time)) return missing;
  return texts().people.time(date(formatDate(calendar.dateOf(time))), clockTime({ calendar }, time));
}

export function clockTime({ calendar }: Pick<Recorded, 'calendar'>, time: number): string {
  const clock = Math.floor(calendar.clockOf(time));
  return timeOfDay(Math.floor(clock / 60), clock % 60);
}

/** @param day number of a calendar day */
export function dayName({ calendar }: Pick<Recorded, 'calendar'>, day: number, withWeekday = false): string {
  return Number.isFinite(day) ? date(formatDate(calendar.dateOfDay(day)), withWeekday) : missing;
}

/** A length of time in words, as precise as its length asks for. @param minutes 0 or more */
export function lengthInWords(minutes: number): string {
  const { people } = texts();
  const whole = Math.round(minutes);
  if (whole < 60) return people.onlyMinutes(number(whole));
  if (whole < 2880) return people.hoursMinutes(number(Math.floor(whole / 60)), number(whole % 60));
  const hours = Math.round(whole / 60);
  return people.daysHours(number(Math.floor(hours / 24)), number(hours % 24));
}
