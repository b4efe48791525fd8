import { resourcesOf } from '../../sim-core/maternity/places/birth-site.ts';
import type { MaternityService } from '../../sim-core/maternity/maternity-service.ts';
import { ContactKind } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { WorkKind } from '../../sim-core/maternity/staff/worked-time.ts';
import { Standing } from '../../sim-core/maternity/women/woman.ts';

const rounding = 1e-6;
const minutesPerHour = 60;

interface Spell {
  start: number;
  end: number;
  where: string;
}

/** Women of each standing among those who have registered; and those who are in none or in two. */
export function standings({ women, observations }: MaternityService): Record<string, number> {
  const registered = new Set(observations.registeredWomen);
  const count = (...standing: Standing[]): number =>
    women.filter((woman) => registered.has(woman) && standing.includes(woman.standing)).length;
  return {
    registered: registered.size,
    registeredTwice: observations.registeredWomen.length - registered.size,
    pregnant: count(Standing.pregnant),
    lost: count(Standing.lostToFollowUp),
    gaveBirth: count(Standing.gaveBirth, Standing.followUpEnded),
    neverRegistered: women.length - registered.size,
  };
}

/** Spells of work of one person that overlap. */
export function doubleWork({ staffing: { worked } }: MaternityService): string[] {
  const spells = new Map<number, Spell[]>();
  for (let index = 0; index < worked.length; index++) {
    const person = worked.person.at(index);
    const spell = { start: worked.start.at(index), end: worked.end.at(index), where: `unit ${worked.unit.at(index)}` };
    spells.set(person, [...(spells.get(person) ?? []), spell]);
  }
  return [...spells].flatMap(([person, list]) => overlaps(`person ${person}`, list));
}

/**
 * A provider in two places at once, by the log: contacts of one person may overlap in one ward only. A team midwife who is
 * called to a birth is out from when she sets out until she is home.
 */
export function inTwoPlaces({ contactLog: log, workforce, staffing: { worked } }: MaternityService): string[] {
  const spells = new Map<number, Spell[]>();
  const add = (person: number, spell: Spell): void => {
    const list = spells.get(person);
    if (list === undefined) spells.set(person, [spell]);
    else list.push(spell);
  };
  for (let index = 0; index < log.length; index++) {
    const provider = log.provider.at(index);
    if (provider < 0) continue;
    const kind = log.kind.at(index);
    // Her care at a birth, and a visit in the latent phase, lie within her call-out.
    const ofTeam = workforce.units[workforce.people[provider]!.unit]!.kind === 'continuityTeam';
    if (ofTeam && (wardKinds.has(kind) || kind === ContactKind.latentPhaseContact)) continue;
    // What was before the clock started is written down without hours.
    if (ofTeam && log.start.at(index) < 0) continue;
    const where = wardKinds.has(kind) ? `site ${log.place.at(index)}` : `contact ${index}`;
    add(provider, { start: log.start.at(index), end: log.end.at(index), where });
  }
  for (let index = 0; index < worked.length; index++) {
    if (worked.kind.at(index) !== WorkKind.callOut) continue;
    add(worked.person.at(index), { start: worked.start.at(index), end: worked.end.at(index), where: `call ${index}` });
  }
  return [...spells].flatMap(([person, list]) => overlaps(`person ${person}`, list));
}

/** Care of several women at once, as a ward midwife gives. */
const wardKinds = new Set<number>([
  ContactKind.labourCare,
  ContactKind.secondMidwife,
  ContactKind.postnatalWardCare,
  ContactKind.returnToWard,
]);

function overlaps(who: string, spells: Spell[]): string[] {
  const found: string[] = [];
  const sorted = spells.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let latest: Spell | undefined;
  for (const spell of sorted) {
    if (latest !== undefined && spell.start < latest.end - rounding && spell.where !== latest.where) {
      found.push(`${who}: ${latest.where} ${latest.start}–${latest.end}, ${spell.where} ${spell.start}–${spell.end}`);
    }
    if (latest === undefined || spell.end > latest.end) latest = spell;
  }
  return found;
}

/** Care by somebody of the wards' rosters who was not at work then. */
export function careOffDuty({ contactLog: log, workforce, staffing: { worked }, horizon }: MaternityService): string[] {
  const shifts = new Map<number, Spell[]>();
  for (let index = 0; index < worked.length; index++) {
    const person = worked.person.at(index);
    const list = shifts.get(person) ?? [];
    shifts.set(person, list);
    list.push({ start: worked.start.at(index), end: worked.end.at(index), where: '' });
  }
  const found: string[] = [];
  for (let index = 0; index < log.length; index++) {
    const provider = log.provider.at(index);
    if (provider < 0 || !wardKinds.has(log.kind.at(index))) continue;
    if (workforce.units[workforce.people[provider]!.unit]!.pattern !== 'rota') continue;
    const start = log.start.at(index);
    // Who talks with a woman who has come back finishes what she has begun. Shifts are booked when they end; those that are under way at the end of the run are not in the books.
    const ends = log.kind.at(index) === ContactKind.returnToWard ? start : log.end.at(index);
    const end = Math.min(ends, horizon.to);
    const within = (shifts.get(provider) ?? []).some(
      (shift) => shift.start <= start + rounding && end <= shift.end + rounding,
    );
    if (!within && end < horizon.to - 24 * minutesPerHour) {
      found.push(`contact ${index} of kind ${log.kind.at(index)}: person ${provider}, ${start}–${end}`);
    }
  }
  return found;
}

/** Hours in the books of the payers, by kind, against the hours worked within the horizon. */
export function unpaidHours({ staffing: { worked }, ledger, horizon }: MaternityService): number[] {
  return Object.values(WorkKind).map((kind) => {
    let hours = 0;
    for (let index = 0; index < worked.length; index++) {
      if (worked.kind.at(index) !== kind) continue;
      const end = Math.min(worked.end.at(index), horizon.to);
      hours += Math.max(0, end - Math.max(worked.start.at(index), horizon.from)) / minutesPerHour;
    }
    let paid = 0;
    for (const account of ledger.accounts.values()) paid += account.hours(kind);
    return hours - paid;
  });
}

/** Resources with more in use than they have, where nothing was closed. */
export function overfull({ sites }: MaternityService): string[] {
  return sites.flatMap((site) =>
    resourcesOf(site)
      .filter((resource) => resource.inUse > resource.capacity && !closable.test(resource.name))
      .map(({ name }) => name),
  );
}

/** Those inside may stay when these close. */
const closable = /labour rooms|theatres|obstetricians/;
