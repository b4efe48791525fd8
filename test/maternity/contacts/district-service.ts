import { RandomStream, Simulation, type Calendar } from '../../../sim-core/kernel/index.ts';
import { ContactLog } from '../../../sim-core/maternity/contacts/contact-log.ts';
import type { ContactKind, Setting } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { Contacts } from '../../../sim-core/maternity/contacts/contacts.ts';
import { originIds, siteIds, type ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import type { Person, Profession } from '../../../sim-core/maternity/staff/person.ts';
import { ShiftCode, type Unit, type UnitKind } from '../../../sim-core/maternity/staff/unit.ts';
import type { Workforce } from '../../../sim-core/maternity/staff/workforce.ts';
import { drawPopulation } from '../../../sim-core/maternity/women/population.ts';
import type { Woman } from '../../../sim-core/maternity/women/woman.ts';
import { clockOf } from '../../support/scenarios.ts';

/** How many people each sort of unit has, and how often they are away on a day on which they are planned. */
export interface Size {
  districtMidwives: number;
  healthNurses: number;
  hospitalMidwives: number;
  /** Assistants by district, none if it is left out. */
  assistants?: Readonly<Record<string, number>>;
  awayShare: number;
  seed: string;
  /** The team's midwife for every woman who has a team. */
  teamProvider?: (woman: Woman) => number;
}

export const amplySized: Size = {
  districtMidwives: 5,
  healthNurses: 6,
  hospitalMidwives: 20,
  awayShare: 0.08,
  seed: 'contacts',
};

/** The contacts of a population, and what the rest of the service has heard of them. */
export interface Service {
  inputs: ModelInputs;
  calendar: Calendar;
  simulation: Simulation;
  contacts: Contacts;
  log: ContactLog;
  women: readonly Woman[];
  workforce: Workforce;
  /** Women whose follow-up has ended, in order. */
  ended: number[];
  /** Minutes on the road by person. */
  travelled: Map<number, number>;
  begun: { woman: number; kind: ContactKind; setting: Setting; place: number; provider: number; at: number }[];
  from: number;
  to: number;
}

/** People who work Monday to Friday, the fifth of them with every other day off. */
function officeWorkers(inputs: ModelInputs, calendar: Calendar, size: Size): Workforce {
  const units: Unit[] = [];
  const people: Person[] = [];
  const peopleOf: Person[][] = [];
  const add = (
    id: string,
    kind: UnitKind,
    profession: Profession,
    employer: string,
    place: { site?: number; origin?: number },
    count: number,
  ): void => {
    const unit: Unit = {
      index: units.length,
      id: `${id}/${kind}/${profession}`,
      kind,
      profession,
      employer,
      site: place.site ?? -1,
      origin: place.origin ?? -1,
      team: -1,
      pattern: 'day',
    };
    units.push(unit);
    const own = Array.from({ length: count }, (_, local): Person => ({
      number: people.length + local,
      profession,
      employer,
      unit: unit.index,
      otherUnits: [],
      position: local % 5 === 4 ? 0.5 : 1,
      skills: kind === 'outpatientClinic' && local % 2 === 0 ? ['ultrasound'] : [],
      fromDay: -Infinity,
      toDay: Infinity,
    }));
    people.push(...own);
    peopleOf.push(own);
  };
  Object.values(inputs.data.sites).forEach(({ hospital }, site) =>
    add(siteIds(inputs)[site]!, 'outpatientClinic', 'midwife', hospital, { site }, size.hospitalMidwives),
  );
  const { districtPayer } = inputs.data.economy;
  originIds(inputs).forEach((id, origin) => {
    if (inputs.data.origins[id]!.outside) return;
    add(id, 'healthStation', 'midwife', districtPayer, { origin }, size.districtMidwives);
    add(id, 'healthStation', 'healthNurse', districtPayer, { origin }, size.healthNurses);
    const assistants = size.assistants?.[id] ?? 0;
    if (assistants > 0) add(id, 'healthStation', 'assistant', districtPayer, { origin }, assistants);
  });
  const plannedShift = (person: number, day: number): ShiftCode =>
    calendar.isWorkingDay(day) && (people[person]!.position === 1 || day % 2 === 0) ? ShiftCode.day : ShiftCode.off;
  return {
    units,
    people,
    peopleOf,
    posts: () => 0,
    plannedShift,
    plannedUnit: (person, day) => (plannedShift(person, day) === ShiftCode.off ? -1 : people[person]!.unit),
    sharedPeopleOf: () => [],
    planned: (unit, shift, day) =>
      peopleOf[unit]!.map(({ number }) => number).filter((number) => plannedShift(number, day) === shift),
  };
}

/** The contacts of a population around the simplest of births: ten hours in labour, then the stay that was drawn for her. */
export function districtService(inputs: ModelInputs, size: Size = amplySized): Service {
  const { calendar, from, to } = clockOf(inputs);
  const women = drawPopulation(inputs, calendar, size.seed, 0, to);
  const workforce = officeWorkers(inputs, calendar, size);
  const simulation = new Simulation();
  const log = new ContactLog(women.length);
  const ended: number[] = [];
  const travelled = new Map<number, number>();
  const begun: Service['begun'] = [];
  const away = new Map<number, boolean>();
  const isPlannedToWork = (person: number, day: number): boolean =>
    workforce.plannedShift(person, day) !== ShiftCode.off;
  const isAway = (person: number, day: number): boolean => {
    const key = person * 10_000 + day;
    let value = away.get(key);
    if (value === undefined) {
      value = new RandomStream(size.seed, day, `away/${person}`).next() < size.awayShare;
      away.set(key, value);
    }
    return value;
  };
  const contacts = new Contacts({
    simulation,
    calendar,
    inputs,
    workforce,
    staffing: { isAway, isPlannedToWork },
    women,
    log,
    onContact: (woman, kind, setting, place, provider) =>
      begun.push({ woman, kind, setting, place, provider, at: simulation.now }),
    onTravel: (person, minutes) => travelled.set(person, (travelled.get(person) ?? 0) + minutes),
    reception: (_, minutes, then) => then(-1, simulation.now, simulation.now + minutes),
    wardProvider: () => -1,
    followUpEnded: (woman) => ended.push(woman.number),
    ...(size.teamProvider === undefined ? {} : { teamProvider: size.teamProvider }),
  });
  const register = (number: number): void => contacts.register(women[number]!);
  const goHome = (number: number): void => {
    const woman = women[number]!;
    woman.dischargedAt = simulation.now;
    contacts.wentHome(woman);
  };
  const giveBirth = (number: number): void => {
    const woman = women[number]!;
    woman.bornAt = simulation.now;
    woman.birthSite = woman.fate.intendedSite;
    contacts.stopPregnancy(woman);
    simulation.schedule(Math.max(360, woman.fate.stay), goHome, number);
  };
  const goIntoLabour = (number: number): void => {
    const woman = women[number]!;
    contacts.labourBegins(woman);
    simulation.schedule(600, giveBirth, number);
  };
  const lose = (number: number): void => contacts.stopPregnancy(women[number]!);
  for (const { number, fate } of women) {
    if (fate.registersAt < 0) register(number);
    else simulation.scheduleAt(fate.registersAt, register, number);
    if (Number.isNaN(fate.lostAt)) simulation.scheduleAt(fate.beginsAt, goIntoLabour, number);
    else simulation.scheduleAt(Math.max(0, fate.lostAt), lose, number);
  }
  return { inputs, calendar, simulation, contacts, log, women, workforce, ended, travelled, begun, from, to };
}

/** A service that has run until the follow-up of the last woman has ended, counting from where it was. */
export function finished(service: Service): Service {
  service.contacts.startCounting();
  service.simulation.run();
  return service;
}

/** One contact as the log has it. */
export interface Logged {
  index: number;
  woman: number;
  kind: number;
  setting: number;
  place: number;
  provider: number;
  payer: number;
  start: number;
  end: number;
}

export function logged(log: ContactLog): Logged[] {
  return Array.from({ length: log.length }, (_, index) => ({
    index,
    woman: log.woman.at(index),
    kind: log.kind.at(index),
    setting: log.setting.at(index),
    place: log.place.at(index),
    provider: log.provider.at(index),
    payer: log.payer.at(index),
    start: log.start.at(index),
    end: log.end.at(index),
  }));
}
