import { ContactKind, Setting } from '../contacts/contact-kinds.ts';
import type { Profession } from '../staff/person.ts';
import type { Woman } from '../women/woman.ts';
import type { MeasuredService } from './measured-service.ts';

const minutesPerDay = 1440;
const settings = Object.keys(Setting).length;
const kinds = Object.keys(ContactKind).length;

/** Everything in pregnancy, contacts in the latent phase included, as statistics of outpatient contacts count them. */
const antenatalKinds = [
  ContactKind.antenatalConsultation,
  ContactKind.ultrasound,
  ContactKind.hospitalConsultation,
  ContactKind.supportConsultation,
  ContactKind.latentPhaseContact,
];

/** Where antenatal contacts are had: at the general practitioner's, with a district midwife, or in hospital. */
const settingsOf = {
  generalPractice: [Setting.generalPractice],
  district: [Setting.healthStation, Setting.home],
  hospital: [Setting.site],
} as const;
export type AntenatalPlace = keyof typeof settingsOf;

const countsOfLists = new WeakMap<readonly Woman[], Int32Array>();

/** Antenatal contacts per woman of the districts who gave birth, at one kind of place or at all; NaN without women. */
export function antenatalContacts(service: MeasuredService, place?: AntenatalPlace): number {
  const women = service.observations.districtBirths;
  const counts = countsOf(service, women);
  const wanted: readonly Setting[] = place === undefined ? Object.values(Setting) : settingsOf[place];
  let sum = 0;
  for (const kind of antenatalKinds) for (const setting of wanted) sum += counts[kind * settings + setting]!;
  return sum / women.length;
}

/** Contacts of one kind per woman, over some women; NaN without women. */
export function contactsOfKind(service: MeasuredService, women: readonly Woman[], kind: ContactKind): number {
  const counts = countsOf(service, women);
  let sum = 0;
  for (let setting = 0; setting < settings; setting++) sum += counts[kind * settings + setting]!;
  return sum / women.length;
}

/** Women of the districts who went home so long before the end of the horizon that so many days after it were observed. */
export function dischargedBefore({ observations, horizon }: MeasuredService, days: number): Woman[] {
  return observations.districtDischarges.filter(
    ({ dischargedAt }) => dischargedAt <= horizon.to - days * minutesPerDay,
  );
}

/** Share of the women of the districts who had a contact of a kind within so many calendar days of going home. */
export function shareVisited(service: MeasuredService, wanted: ContactKind, withinDays: number): number {
  const { contactLog, calendar } = service;
  const woman = contactLog.woman.view();
  const kind = contactLog.kind.view();
  const start = contactLog.start.view();
  // One more day, as the last calendar day must be over.
  const women = dischargedBefore(service, withinDays + 1);
  const from = new Float64Array(service.women.length).fill(Infinity);
  const to = new Float64Array(service.women.length);
  for (const { number, dischargedAt } of women) {
    from[number] = dischargedAt;
    to[number] = calendar.midnight(calendar.dayOf(dischargedAt) + withinDays + 1);
  }
  let visited = 0;
  for (let contact = 0; contact < contactLog.length; contact++) {
    if (kind[contact] !== wanted) continue;
    const number = woman[contact]!;
    if (start[contact]! < from[number]! || start[contact]! >= to[number]!) continue;
    visited++;
    from[number] = Infinity;
  }
  return visited / women.length;
}

/** Share of the visits promised to women who left early that they had in time; NaN when none was promised. */
export function promisedVisitsGiven(service: MeasuredService): number {
  const { contactLog, calendar, observations, horizon } = service;
  let promised = 0;
  let given = 0;
  for (const { number, earlyDischarge, dischargedAt } of observations.districtDischarges) {
    if (earlyDischarge === undefined) continue;
    const { guaranteedVisits, visitsWithinDays } = earlyDischarge;
    const end = calendar.midnight(calendar.dayOf(dischargedAt) + visitsWithinDays + 1);
    if (end > horizon.to) continue;
    let visits = 0;
    for (let index = contactLog.lastOf(number); index >= 0; index = contactLog.previous.at(index)) {
      const start = contactLog.start.at(index);
      if (contactLog.setting.at(index) === Setting.home && start >= dischargedAt && start < end) visits++;
    }
    promised += guaranteedVisits;
    given += Math.min(visits, guaranteedVisits);
  }
  return given / promised;
}

/** Share of the contacts of a kind within the horizon that people of a profession gave; NaN without contacts. */
export function shareByProfession(
  { contactLog, workforce, horizon }: MeasuredService,
  wanted: ContactKind,
  profession: Profession,
): number {
  const kind = contactLog.kind.view();
  const start = contactLog.start.view();
  const provider = contactLog.provider.view();
  let count = 0;
  let all = 0;
  for (let contact = 0; contact < contactLog.length; contact++) {
    if (kind[contact] !== wanted || start[contact]! < horizon.from || start[contact]! >= horizon.to) continue;
    all++;
    if (workforce.people[provider[contact]!]?.profession === profession) count++;
  }
  return count / all;
}

/**
 * Contacts of some women by kind and setting; worked out once for a list of a run that is over. Reads the log from end to
 * end: to follow each woman's contacts back takes several times as long, as they lie far apart in memory.
 */
function countsOf({ contactLog, women: everybody }: MeasuredService, women: readonly Woman[]): Int32Array {
  const known = countsOfLists.get(women);
  if (known !== undefined) return known;
  const counts = new Int32Array(kinds * settings);
  const woman = contactLog.woman.view();
  const kind = contactLog.kind.view();
  const setting = contactLog.setting.view();
  const isWanted = new Uint8Array(everybody.length);
  for (const { number } of women) isWanted[number] = 1;
  for (let contact = 0; contact < contactLog.length; contact++) {
    counts[kind[contact]! * settings + setting[contact]!]! += isWanted[woman[contact]!]!;
  }
  countsOfLists.set(women, counts);
  return counts;
}
