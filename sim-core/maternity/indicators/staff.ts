import type { WorkingTimeBasis } from '../staff/breach.ts';
import { employmentSpells } from '../staff/employment-spells.ts';
import type { Person } from '../staff/person.ts';
import { births } from './births.ts';
import type { Indicator, LocalisedText } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';
import { sumOverSites } from './sites.ts';

const perThousand = 1000;
const daysPerYear = 365.25;

const none = { nb: 'ingen', en: 'none' };

type Wording = Pick<Indicator, 'id' | 'direction' | 'name' | 'definition'>;

/** Shifts of all units over the horizon. */
interface ShiftTotals {
  wanted: number;
  open: number;
  extra: number;
  overtime: number;
  hired: number;
  /** In the rosters, holidays taken out. */
  rostered: number;
  absent: number;
  /** By people of the model, on whatever terms. */
  worked: number;
}

function shifts(about: Wording, value: (totals: ShiftTotals) => number): Indicator<MeasuredService> {
  return {
    ...about,
    phase: 'staff',
    unit: 'shifts',
    denominator: none,
    value: (service) => value(shiftTotals(service)),
  };
}

function rate(
  about: Wording & { unit: 'share' | 'ratio'; denominator: LocalisedText },
  value: (totals: ShiftTotals) => number,
): Indicator<MeasuredService> {
  return { ...about, phase: 'staff', value: (service) => value(shiftTotals(service)) };
}

/** Posts, shifts and working time. */
export const staffIndicators: Indicator<MeasuredService>[] = [
  shifts(
    {
      id: 'openShifts',
      direction: 'lower',
      name: { nb: 'Vakter ingen dekket', en: 'Shifts that nobody covered' },
      definition: {
        nb: 'Poster som sto tomme en hel vakt, alle enheter og yrker.',
        en: 'Posts that stood empty for a whole shift, all units and professions.',
      },
    },
    ({ open }) => open,
  ),
  rate(
    {
      id: 'openShiftShare',
      unit: 'share',
      direction: 'lower',
      name: { nb: 'Andel av vaktene ingen dekket', en: 'Share of shifts that nobody covered' },
      definition: {
        nb: 'Poster som sto tomme en hel vakt, av alle som skulle vært fylt.',
        en: 'Posts that stood empty for a whole shift, of all that were to be filled.',
      },
      denominator: { nb: 'vakter som skulle vært fylt', en: 'shifts that were to be filled' },
    },
    ({ open, wanted }) => open / wanted,
  ),
  shifts(
    {
      id: 'extraShifts',
      direction: 'none',
      name: { nb: 'Ekstravakter', en: 'Extra shifts' },
      definition: {
        nb: 'Vakter utover turnus, innenfor full stilling og med vanlig timelønn.',
        en: 'Shifts beyond the roster, within a full-time week and at ordinary pay.',
      },
    },
    ({ extra }) => extra,
  ),
  shifts(
    {
      id: 'overtimeShifts',
      direction: 'lower',
      name: { nb: 'Overtidsvakter', en: 'Overtime shifts' },
      definition: { nb: 'Vakter utover turnus på overtid.', en: 'Shifts beyond the roster as overtime.' },
    },
    ({ overtime }) => overtime,
  ),
  shifts(
    {
      id: 'hiredShifts',
      direction: 'lower',
      name: { nb: 'Vakter med innleide', en: 'Shifts by hired staff' },
      definition: { nb: 'Vakter dekket av innleide.', en: 'Shifts covered by hired staff.' },
    },
    ({ hired }) => hired,
  ),
  rate(
    {
      id: 'absenceShare',
      unit: 'share',
      direction: 'lower',
      name: { nb: 'Fravær', en: 'Absence' },
      definition: {
        nb: 'Vakter i turnus, ferie trukket fra, som ikke ble gått på grunn av sykdom eller opplæring.',
        en: 'Rostered shifts, holidays taken out, that were not worked because of sickness or training.',
      },
      denominator: { nb: 'vakter i turnus', en: 'rostered shifts' },
    },
    ({ absent, rostered }) => absent / rostered,
  ),
  {
    phase: 'staff',
    id: 'plannedBreaches',
    unit: 'ratio',
    direction: 'lower',
    name: {
      nb: 'Brudd på arbeidstidsreglene i turnus, per 1000 vakter',
      en: 'Working-time breaches of the roster, per 1,000 shifts',
    },
    definition: {
      nb: 'Brudd på reglene for hvile, vaktlengde og ukentlig arbeidstid i planlagt turnus.',
      en: 'Breaches of the rules on rest, length of shift and weekly hours by the planned roster.',
    },
    denominator: { nb: '1000 vakter i turnus', en: '1,000 rostered shifts' },
    value: (service) => (breaches(service, 'planned') / shiftTotals(service).rostered) * perThousand,
  },
  {
    phase: 'staff',
    id: 'workedBreaches',
    unit: 'ratio',
    direction: 'lower',
    name: {
      nb: 'Brudd på arbeidstidsreglene i faktisk tid, per 1000 vakter',
      en: 'Working-time breaches as worked, per 1,000 shifts',
    },
    definition: {
      nb: 'Brudd på de samme reglene i det som faktisk ble arbeidet, ekstravakter og utkallinger medregnet.',
      en: 'Breaches of the same rules by what was in fact worked, extra shifts and call-outs included.',
    },
    denominator: {
      nb: '1000 arbeidede vakter, for teamene dager med arbeid',
      en: '1,000 worked shifts, of the teams days with work',
    },
    value: (service) => {
      const shiftsAndDays = shiftTotals(service).worked + service.teamWork.workingDays;
      return (breaches(service, 'worked') / shiftsAndDays) * perThousand;
    },
  },
  {
    id: 'birthsPerMidwifePost',
    phase: 'staff',
    unit: 'births',
    direction: 'none',
    name: { nb: 'Fødsler per jordmorårsverk i sykehus', en: 'Births per full-time post of hospital midwives' },
    definition: {
      nb: 'Fødsler per år delt på stillingene til jordmødre ansatt i sykehusene, ledere og team medregnet.',
      en: 'Births a year divided by the positions of midwives employed by the hospitals, leaders and teams included.',
    },
    denominator: { nb: 'årsverk', en: 'full-time posts' },
    value: (service) => {
      const hospitals = Object.keys(service.inputs.data.hospitals);
      return (
        births(service) / (midwifePosts(service, ({ employer }) => hospitals.includes(employer)) + leadership(service))
      );
    },
  },
  {
    id: 'birthsPerMidwifePostByHospital',
    phase: 'staff',
    unit: 'births',
    direction: 'none',
    by: 'hospital',
    name: { nb: 'Fødsler per jordmorårsverk', en: 'Births per full-time post of midwives' },
    definition: {
      nb: 'Fødsler per år delt på stillingene til jordmødre ansatt i sykehuset, ledere og team medregnet.',
      en: 'Births a year divided by the positions of midwives employed by the hospital, leaders and teams included.',
    },
    denominator: { nb: 'årsverk', en: 'full-time posts' },
    value: (service, hospital) =>
      sumOverSites(service, (_, index) => service.observations.birthsBySite[index]!, hospital) /
      (midwifePosts(service, ({ employer }) => employer === hospital) + leadership(service, hospital)),
  },
  {
    id: 'labourWardPostShare',
    phase: 'staff',
    unit: 'share',
    direction: 'none',
    by: 'hospital',
    name: { nb: 'Andel av jordmorårsverkene på føden', en: 'Share of midwife posts on the labour ward' },
    definition: {
      nb: 'Stillinger for jordmødre på fødeavdelingene, av alle sykehusets.',
      en: 'Positions of midwives on the labour wards, of all of the hospital.',
    },
    denominator: { nb: 'årsverk', en: 'full-time posts' },
    value: (service, hospital) => {
      const { units } = service.workforce;
      const isThere = ({ employer }: Person): boolean => employer === hospital;
      const onWard = (person: Person): boolean => isThere(person) && units[person.unit]!.kind === 'labourWard';
      return midwifePosts(service, onWard) / midwifePosts(service, isThere);
    },
  },
  {
    id: 'teamWorkload',
    phase: 'staff',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Teamenes arbeidstid brukt', en: 'Working time of the teams that is used' },
    definition: {
      nb: 'Timer som teamenes jordmødre har arbeidet, administrasjon per kvinne, og vakttid hjemme omregnet, delt på teamenes netto arbeidstid. Over 1 betyr at teamet ikke rekker arbeidet innenfor stillingene.',
      en: 'Hours that the midwives of the teams worked, administration for each woman, and converted on-call time, divided by the net working time of the teams. Above 1 the work does not fit into the posts.',
    },
    denominator: { nb: 'netto arbeidstid i teamstillingene', en: 'net working time of the team posts' },
    value: ({ teamHours }) => teamHours.used / teamHours.available,
  },
];

function shiftTotals({ staffing: { counts } }: MeasuredService): ShiftTotals {
  const total = (byUnit: Int32Array): number => byUnit.reduce((sum, count) => sum + count, 0);
  const rostered = total(counts.planned) - total(counts.onHoliday);
  const absent = total(counts.sick) + total(counts.inTraining);
  const extra = total(counts.extraShifts);
  const overtime = total(counts.overtimeShifts);
  return {
    wanted: total(counts.posts),
    open: total(counts.open),
    extra,
    overtime,
    hired: total(counts.hiredShifts),
    rostered,
    absent,
    worked: rostered - absent + extra + overtime,
  };
}

function breaches(service: MeasuredService, wanted: WorkingTimeBasis): number {
  return service.breaches.reduce((count, { basis }) => (basis === wanted ? count + 1 : count), 0);
}

/** Years of full-time work of leading midwives over the horizon, at all hospitals or at one. */
function leadership(service: MeasuredService, hospital?: string): number {
  const { data } = service.inputs;
  const posts = Object.entries(data.staff.sites).reduce(
    (sum, [site, units]) =>
      hospital === undefined || data.sites[site]!.hospital === hospital ? sum + units.leadership : sum,
    0,
  );
  const { from, to } = daysOfHorizon(service);
  return (posts * (to - from)) / daysPerYear;
}

/** Years of full-time work that positions of some midwives come to over the horizon. */
function midwifePosts(service: MeasuredService, isWanted: (person: Person) => boolean): number {
  const { from, to } = daysOfHorizon(service);
  return service.workforce.people.reduce((sum, person) => {
    if (person.profession !== 'midwife' || !isWanted(person)) return sum;
    const days = employmentSpells(person, from, to).reduce((all, { fromDay, toDay }) => all + toDay - fromDay, 0);
    return sum + (person.position * days) / daysPerYear;
  }, 0);
}

/** The first day of the horizon, and the one after the last. */
function daysOfHorizon({ calendar, horizon }: MeasuredService): { from: number; to: number } {
  return { from: calendar.dayOf(horizon.from), to: calendar.dayOf(horizon.to) };
}
