import { TeamContactCounts } from '../../sim-core/maternity/contacts/team-contact-counts.ts';
import { TeamOffers } from '../../sim-core/maternity/teams/team-offers.ts';
import { LevelTimes, TimeWeighted } from '../../sim-core/kernel/index.ts';
import { Census } from '../../sim-core/maternity/census.ts';
import { ContactLog } from '../../sim-core/maternity/contacts/contact-log.ts';
import { ContactStatistics } from '../../sim-core/maternity/contacts/contact-statistics.ts';
import type { MeasuredService, MeasuredSite } from '../../sim-core/maternity/indicators/measured-service.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { Observations } from '../../sim-core/maternity/observations.ts';
import { WomenPerMidwife } from '../../sim-core/maternity/places/women-per-midwife.ts';
import type { Person } from '../../sim-core/maternity/staff/person.ts';
import { StaffingCounts } from '../../sim-core/maternity/staff/staffing-counts.ts';
import type { Unit } from '../../sim-core/maternity/staff/unit.ts';
import { BirthMode } from '../../sim-core/maternity/trace-states.ts';
import type { Fate } from '../../sim-core/maternity/women/fate.ts';
import { Woman } from '../../sim-core/maternity/women/woman.ts';
import { clockOf } from './scenarios.ts';

/** An uneventful first birth at term. */
export function fateOf(changes: Partial<Fate> = {}): Fate {
  const noAdmission = { after: 0, stay: 0 };
  return {
    nulliparous: true,
    age: 30,
    plurality: 1,
    group: '1',
    risk: 'low',
    needsInterpreter: false,
    vulnerability: 0,
    epidural: false,
    onset: 'spontaneous',
    mode: BirthMode.spontaneous,
    intendedSite: 0,
    registersAt: 0,
    dueAt: 0,
    beginsAt: 0,
    gestation: 280,
    lostAt: NaN,
    ripening: 0,
    ripeningPlace: 'home',
    assessment: 0,
    latentInRoom: 0,
    activeFirstStage: 300,
    secondStage: 60,
    recovery: 120,
    theatre: 0,
    uncomplicated: true,
    stay: 0,
    dischargeClock: 720,
    neonatalStay: 0,
    newbornReadmission: noAdmission,
    maternalReadmission: noAdmission,
    earlyDischargeDraw: 0.5,
    homeVisitDraw: 0.5,
    healthNurseVisitDraw: 0.5,
    homeVisitAfterDays: 1,
    homeVisitClock: 720,
    contactSeed: 0,
    ...changes,
  };
}

/** A woman with some of her circumstances. */
export function womanOf(
  number: number,
  changes: Partial<Omit<Woman, 'fate' | 'care'>> & { fate?: Partial<Fate>; origin?: number } = {},
): Woman {
  const { fate, origin = 0, ...others } = changes;
  return Object.assign(new Woman(number, origin, fateOf(fate)), others);
}

/** A unit and the people in it, numbered from 0 over all. */
export interface UnitSketch extends Partial<Unit> {
  /** Position of each person. */
  positions: number[];
}

/** A service whose run is over, with nothing in it but what is put there by hand. */
export function measuredService(
  inputs: ModelInputs,
  women: Woman[] = [],
  sketches: UnitSketch[] = [],
): MeasuredService & { contactLog: ContactLog; counts: StaffingCounts; statistics: ContactStatistics } {
  const { calendar, from, to } = clockOf(inputs);
  const units = sketches.map((sketch, index): Unit => {
    const { positions: _, ...unit } = sketch;
    return {
      index,
      id: `unit ${index}`,
      kind: 'labourWard',
      profession: 'midwife',
      employer: Object.keys(inputs.data.hospitals)[0]!,
      site: 0,
      origin: -1,
      team: -1,
      pattern: 'rota',
      ...unit,
    };
  });
  const people = sketches
    .flatMap(({ positions }, unit) => positions.map((position) => ({ position, unit })))
    .map(({ position, unit }, number): Person => ({
      number,
      profession: units[unit]!.profession,
      employer: units[unit]!.employer,
      unit,
      otherUnits: [],
      position,
      skills: [],
      fromDay: -Infinity,
      toDay: Infinity,
    }));
  const counts = new StaffingCounts(Math.max(1, units.length));
  counts.counting = true;
  const statistics = new ContactStatistics(women.length, 1);
  statistics.counting = true;
  const observations = new Observations(Object.keys(inputs.data.sites).length, calendar);
  observations.counting = true;
  const levels = () => ({ usage: new LevelTimes(from) });
  const sites = Object.keys(inputs.data.sites).map((id): MeasuredSite => ({
    id,
    receptionPlaces: levels(),
    antenatalBeds: levels(),
    labourRooms: levels(),
    theatres: levels(),
    recoveryPlaces: levels(),
    postnatalBeds: levels(),
    hotelBeds: levels(),
    neonatalCots: levels(),
    ward: {
      active: new TimeWeighted(from),
      oneToOne: new TimeWeighted(from),
      need: new TimeWeighted(from),
      womenPerMidwife: new WomenPerMidwife(calendar, from),
      birthsWithoutSecondMidwife: 0,
    },
  }));
  return {
    inputs,
    calendar,
    simulation: { now: to },
    horizon: { from, to },
    sites,
    women,
    observations,
    workforce: {
      units,
      people,
      peopleOf: units.map(({ index }) => people.filter(({ unit }) => unit === index)),
      posts: () => 0,
      plannedShift: () => 0,
      planned: () => [],
      plannedUnit: () => -1,
      sharedPeopleOf: () => [],
    },
    contactLog: new ContactLog(women.length),
    contacts: { teamContacts: new TeamContactCounts(), statistics },
    staffing: { counts },
    standby: [],
    breaches: [],
    teamWork: { midwifeYears: 0, onCallHours: 0, callOutHours: 0, workedHours: 0, workingDays: 0 },
    teamOffers: new TeamOffers(women.length),
    teamHours: { used: 0, available: 0 },
    census: new Census(inputs, calendar),
    capacities: sites.map(() => ({ closedRooms: new TimeWeighted(from) })),
    counts,
    statistics,
  };
}
