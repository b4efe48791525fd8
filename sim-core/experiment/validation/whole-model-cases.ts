import { siteIds, type ModelInputs } from '../../maternity/model-inputs.ts';
import { simulate } from '../../maternity/run-replication.ts';
import type { MaternityService } from '../../maternity/maternity-service.ts';
import type { ValidationCase } from './case.ts';

const daysPerYear = 365.25;
const minutesPerHour = 60;
const hoursPerYear = 8760;
/** Shorter than anything that is measured, for stages that have no length here. */
const instant = { law: 'constant', value: 1e-9 } as const;
const plenty = 1000;
const meanStay = 10;
const exponentialStay = { law: 'exponential', mean: meanStay } as const;
/** Mean 10 and as wide as labours are; the answers without a queue hold for any law. */
const lognormalStay = { law: 'lognormal', median: 8.0252, sigma: 0.6633 } as const;
/** No public holiday lies between these dates, when no labour would be induced. */
const horizon = { start: '2027-06-28', end: '2027-12-19', warmUpDays: 30 };

type Law = typeof exponentialStay | typeof lognormalStay;

/**
 * The whole model with everything taken away but one queue: the women of one district, who are all alike and spread
 * evenly over year, week and day, and one site with plenty of everything.
 */
function collapsed(base: ModelInputs, birthsPerYear: number): { inputs: ModelInputs; site: string; other: string } {
  const inputs = structuredClone(base);
  const { data } = inputs;
  const [site, other] = siteIds(inputs) as [string, string];
  inputs.horizon = horizon;
  inputs.interventions = [];
  const district = Object.keys(data.origins).find((id) => !data.origins[id]!.outside)!;
  // The references count years of 8,760 hours.
  for (const [id, origin] of Object.entries(data.origins)) {
    origin.births = id === district ? (birthsPerYear * daysPerYear * 24) / hoursPerYear : 0;
    for (const to of Object.keys(origin.journey)) origin.journey[to] = 1e-9;
  }
  const sector = data.sectors[data.origins[district]!.sector]!;
  sector.placeOfBirth = { [site]: 1 };
  sector.nulliparousShare = 1;
  for (const place of Object.values(data.sites)) {
    Object.assign(place, {
      labourRooms: plenty,
      receptionPlaces: plenty,
      antenatalBeds: plenty,
      recoveryPlaces: plenty,
      postnatalBeds: plenty,
      neonatalCots: plenty,
      roomsPerMidwife: plenty * plenty,
    });
    for (const route of place.diversion) route.journey = 1e-9;
  }
  data.sites[site]!.diversion = [{ site: other, journey: 1e-9 }];
  data.timePattern.monthFactors = Array.from({ length: 12 }, () => 1);
  data.timePattern.spontaneousOnset.amplitude = 0;
  data.timePattern.inductionStart.weekdays = Array.from({ length: 7 }, () => 1 / 7);
  data.timePattern.inductionStart.windows = [{ from: '00:00', to: '23:59', share: 1 }];
  // So long that nobody's labour begins by itself while she waits for her induction.
  data.clinical.gestation.maximum = 330;
  delete data.clinical.regionalUnit;
  Object.assign(data.clinical.labour, { assessment: instant, latentInRoom: instant, recovery: instant, cleaning: 0 });
  data.clinical.labour.inducedFactor.nulliparous = 1;
  data.clinical.labour.activeFirstStage.nulliparous = instant;
  data.clinical.labour.secondStage.nulliparous = instant;
  data.clinical.diversionAfter = Infinity;
  return { inputs, site, other };
}

/** All women are of one group, that of the base data that comes nearest, and differ by nothing else. */
function onlyGroup({ data }: ModelInputs, induced: boolean): void {
  const groups = data.clinical.groups.nulliparous;
  const [id, group] = Object.entries(groups).find(([, { induced: share }]) => share === (induced ? 1 : 0))!;
  Object.assign(group, { share: 1, plannedCaesarean: 0, caesareanInLabour: 0, preterm: 0 });
  data.clinical.groups.nulliparous = { [id]: group };
}

/** Inductions that ripen in the labour room: the stay in the room begins when the room does, as in the textbook. */
function roomCase(
  base: ModelInputs,
  rooms: number,
  birthsPerYear: number,
  law: Law,
  goesElsewhere: boolean,
): (seed: string, replication: number) => MaternityService {
  const { inputs, site } = collapsed(base, birthsPerYear);
  onlyGroup(inputs, true);
  const { clinical, sites } = inputs.data;
  clinical.labour.ripening.nulliparous = law;
  clinical.labour.ripeningPlace = { home: 0, labourRoom: 1 };
  sites[site]!.labourRooms = rooms;
  if (goesElsewhere) clinical.diversionAfter = 0;
  return (seed, replication) => simulate(inputs, seed, replication, false);
}

const source = 'Erlang’s delay and loss formulas; through births, rooms, wards and staff of the whole model';

function waitingCase(base: ModelInputs): ValidationCase {
  const run = roomCase(base, 7, 3650, exponentialStay, false);
  return {
    id: 'whole-A1a',
    title: 'the whole model as M/M/7: 3,650 births a year, 10 h in the room',
    source,
    references: [
      { figure: 'P(wait)', value: 0.159799, unit: 'probability' },
      { figure: 'Wq', value: 0.563995, unit: 'hours' },
      { figure: 'L', value: 4.401664, unit: 'women' },
    ],
    replications: 40,
    replicate(seed, replication) {
      const { observations, sites, simulation } = run(seed, replication);
      const [{ labourRooms }] = sites as [(typeof sites)[number]];
      return [
        observations.roomWaits.shareWaited,
        labourRooms.waits.mean / minutesPerHour,
        labourRooms.usage.mean(simulation.now) + labourRooms.queueLength.mean(simulation.now),
      ];
    },
  };
}

function lossCase(base: ModelInputs): ValidationCase {
  const laws = { exponential: exponentialStay, lognormal: lognormalStay };
  const runs = Object.values(laws).map((law) => roomCase(base, 7, 3650, law, true));
  return {
    id: 'whole-A2a',
    title: 'the whole model as Erlang’s loss system: 7 rooms, who finds them taken goes to the other site',
    source,
    references: Object.keys(laws).flatMap((law) => [
      { figure: `P(diverted), ${law} stay`, value: 0.071479, unit: 'probability' },
      { figure: `busy rooms, ${law} stay`, value: 3.868836, unit: 'rooms' },
    ]),
    replications: 40,
    replicate: (seed, replication) =>
      runs.flatMap((run) => {
        const { observations, sites, simulation } = run(seed, replication);
        const [{ labourRooms }] = sites as [(typeof sites)[number]];
        return [observations.diversions / observations.roomWaits.count, labourRooms.usage.mean(simulation.now)];
      }),
  };
}

/** One midwife who is always on call and never rests; a birth lasts from the call until the child is born. */
function onCallCase(base: ModelInputs): ValidationCase {
  const { inputs } = collapsed(base, (120 * hoursPerYear) / (daysPerYear * 24));
  onlyGroup(inputs, false);
  const { data } = inputs;
  data.clinical.labour.activeFirstStage.nulliparous = exponentialStay;
  // A midwife who is never tired, ill or on holiday.
  data.continuityTeams.keepsWorkingTime = false;
  data.absence.holiday.weeks = 0;
  data.absence.holiday.summerWeeks = 0;
  data.absence.sickness.hospitals = 0;
  data.absence.sickness.districts = 0;
  inputs.interventions = [
    {
      model: 'continuity-teams',
      start: '2020-01-01',
      teams: { [Object.keys(data.origins).find((id) => data.origins[id]!.births > 0)!]: 1 },
      payer: data.economy.districtPayer,
      midwives: 1,
      caseload: plenty,
      onCallMidwives: 1,
      attendanceAfterBirth: 0,
      maximumAttendance: plenty,
      rest: 0,
      enrolmentUntilWeek: 42,
    },
  ];
  return {
    id: 'whole-C1',
    title: 'the whole model with one midwife on call for 120 births a year of 10 h, one birth at a time',
    source,
    references: [
      { figure: 'P(known midwife)', value: 0.879591, unit: 'probability' },
      { figure: 'women with a team', value: 1, unit: 'share', tolerance: 0 },
    ],
    replications: 60,
    replicate(seed, replication) {
      const { observations } = simulate(inputs, seed, replication, false);
      const enrolled = observations.districtBirths.filter(({ team }) => team !== undefined);
      return [
        enrolled.filter(({ bornWith, team }) => team!.people.some(({ number }) => number === bornWith)).length /
          enrolled.length,
        enrolled.length / observations.districtBirths.length,
      ];
    },
  };
}

/** The whole maternity model with all laws but one taken away, against the queues that are then left. */
export function wholeModelCases(base: ModelInputs): ValidationCase[] {
  return [waitingCase(base), lossCase(base), onCallCase(base)];
}
