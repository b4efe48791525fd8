import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { Calendar } from '../../sim-core/kernel/index.ts';
import { Ledger } from '../../sim-core/maternity/economy/economy.ts';
import { originIds, siteIds, teamLabels } from '../../sim-core/maternity/model-inputs.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { LocalSlots, type LocalMinute } from '../support/oslo-clock.ts';
import { changed, clockOf, dateAfter, shippedInputs } from '../support/scenarios.ts';
import { attendances, teamOfWomen } from '../support/team-checks.ts';
import { tracedRun, type TracedRun } from '../support/trace.ts';

const oneOere = 0.01;
const hoursPerYear = 365.25 * 24;

interface Recomputed {
  cost: number;
  posts: number;
}

/** Cost and posts by payer, worked out anew from the scenario and the trace. */
class Recomputation {
  readonly byPayer = new Map<string, Recomputed>();
  private readonly run: TracedRun;
  private readonly slots: LocalSlots;
  private readonly years: number;

  constructor(run: TracedRun) {
    this.run = run;
    const { inputs, playback } = run;
    this.slots = new LocalSlots(playback.clockStart, playback.to / 1440 + 2);
    this.years = (playback.to - playback.from) / 60 / hoursPerYear;
    for (const payer of Object.keys(inputs.data.economy.payers)) this.byPayer.set(payer, { cost: 0, posts: 0 });
    this.wards();
    this.teams();
    this.districts();
  }

  private add(payer: string, cost: number, posts: number): void {
    const sum = this.byPayer.get(payer)!;
    sum.cost += cost;
    sum.posts += posts;
  }

  private supplement(from: number, to: number): number {
    const { yearlySalary, yearlyHours, onCost, supplements } = this.run.inputs.data.economy;
    const eveningFrom = Number(supplements.eveningFrom.slice(0, 2)) * 60;
    const nightUntil = Number(supplements.nightUntil.slice(0, 2)) * 60;
    const hours = (condition: (at: LocalMinute) => boolean): number => this.slots.hoursWhere(from, to, condition);
    const factor =
      hours(({ clock }) => clock >= eveningFrom || clock < nightUntil) * supplements.eveningAndNight +
      hours(({ isWeekend, isPublicHoliday }) => isWeekend && !isPublicHoliday) * supplements.weekend +
      hours(({ isPublicHoliday }) => isPublicHoliday) * supplements.publicHoliday;
    return (yearlySalary / yearlyHours.paid) * (1 + onCost) * factor;
  }

  private costOfHour(productive: number): number {
    const { yearlySalary, onCost } = this.run.inputs.data.economy;
    return (yearlySalary / productive) * (1 + onCost);
  }

  private wards(): void {
    const { data, horizon, interventions } = this.run.inputs;
    const { productiveRota } = data.economy.yearlyHours;
    for (let date: string = horizon.start; date <= horizon.end; date = dateAfter(date, 1)) {
      for (const name of ['day', 'evening', 'night'] as const) {
        const { start, end } = data.staff.shifts[name];
        const from = this.slots.minutesAt(date, start);
        const to = this.slots.minutesAt(end > start ? date : dateAfter(date, 1), end);
        const hours = (to - from) / 60;
        const supplement = this.supplement(from, to);
        const kind = this.slots.hoursWhere(from, from + 1, (at) => at.isWeekend || at.isPublicHoliday) > 0;
        for (const site of Object.values(data.sites)) {
          let posts = site.labourWardPosts[kind ? 'weekend' : 'weekday'][name];
          for (const change of interventions) {
            if (change.model !== 'ward-posts' || data.sites[change.site] !== site) continue;
            if (change.start <= date && date <= (change.end ?? date))
              posts += change[kind ? 'weekend' : 'weekday'][name];
          }
          const cost = posts * (hours * this.costOfHour(productiveRota) + supplement);
          this.add(site.hospital, cost, (posts * hours) / productiveRota / this.years);
        }
      }
    }
  }

  private teams(): void {
    const { inputs, playback, women } = this.run;
    const { data, horizon, interventions } = inputs;
    const { yearlySalary, onCost } = data.economy;
    const payers = teamLabels(inputs).map(({ interventionIndex, midwives }) => {
      const intervention = interventions[interventionIndex]!;
      if (intervention.model !== 'continuity-teams') throw new Error('A team must belong to a team intervention');
      let days = 0;
      let worked = 0;
      for (let date: string = horizon.start; date <= horizon.end; date = dateAfter(date, 1)) {
        days++;
        if (intervention.start <= date && date <= (intervention.end ?? date)) worked++;
      }
      const posts = (midwives * worked) / days;
      this.add(intervention.payer, posts * this.years * yearlySalary * (1 + onCost), posts);
      return intervention.payer;
    });
    const origins = originIds(inputs);
    const sites = siteIds(inputs);
    for (const { team, woman, called, left } of attendances(this.run)) {
      const whereabouts = this.run.rows.findLast(
        ({ time, entity, state }) => entity === woman && time <= (left ?? Infinity) && state in siteStates,
      );
      const site = sites[whereabouts?.place ?? women[woman]!.fate.intendedSite]!;
      const home =
        left === undefined ? playback.to : left + data.origins[origins[women[woman]!.origin]!]!.journey[site]!;
      const from = Math.max(called, playback.from);
      const to = Math.min(home, playback.to);
      if (to > from) this.add(payers[team]!, this.supplement(from, to), 0);
    }
  }

  private districts(): void {
    const { inputs, playback, rows, women } = this.run;
    const { economy, programme, origins } = inputs.data;
    const names = originIds(inputs);
    const teams = teamOfWomen(this.run);
    for (const { time, entity, state, other } of rows) {
      if (time < playback.from || entity < 0) continue;
      const origin = origins[names[women[entity]!.origin]!]!;
      let minutes = 0;
      if (
        (state === TraceState.birth || state === TraceState.birthElsewhere) &&
        teams[entity]! < 0 &&
        !origin.outside
      ) {
        minutes =
          programme.antenatal.consultations * (programme.antenatal.duration + programme.antenatal.documentation);
      }
      if (state === TraceState.homeVisit && other < 0) {
        minutes = programme.homeVisit.duration + programme.homeVisit.documentation + 2 * origin.homeVisitLeg;
      }
      const hours = minutes / 60;
      const { productiveDay } = economy.yearlyHours;
      this.add(economy.districtPayer, hours * this.costOfHour(productiveDay), hours / productiveDay / this.years);
    }
  }
}

const siteStates: Partial<Record<TraceState, true>> = {
  [TraceState.triage]: true,
  [TraceState.theatre]: true,
  [TraceState.birth]: true,
};

/** Teams in force for part of fourteen months, in a hospital that has to send many of their women away. */
function crowdedTeams(): ModelInputs {
  return changed(shippedInputs('team-ahus-sektor'), ({ data, horizon, interventions }) => {
    data.sites.ahus!.labourRooms = 5;
    data.clinical.diversionAfter = 60;
    data.continuityTeams.attendanceAfterBirth = 0.25;
    horizon.end = '2028-02-29';
    interventions[0]!.end = '2028-01-10';
  });
}

describe.each([
  ['a year of today’s service', () => shippedInputs('dagens')],
  ['a year of the teams', () => shippedInputs('team-ahus-sektor')],
  ['fourteen months of crowded teams', crowdedTeams],
])('the books of %s', (_, inputsOf) => {
  let run: TracedRun;
  let recomputed: Map<string, Recomputed>;
  beforeAll(() => {
    run = tracedRun(inputsOf());
    recomputed = new Recomputation(run).byPayer;
  });

  it('are hours × tariff to the øre, payer by payer', () => {
    const { indicators } = run.result;
    for (const [payer, { cost }] of recomputed) {
      const booked = indicators[`midwifeCost.${payer}`]!;
      if (payer === run.inputs.data.economy.statePayer) continue;
      expect(Math.abs(booked - cost), payer).toBeLessThan(oneOere / 2);
    }
  });

  it('count posts as hours ÷ productive hours, and team posts as they are', () => {
    const { indicators } = run.result;
    for (const [payer, { posts }] of recomputed) expect(indicators[`midwifePosts.${payer}`]).toBeCloseTo(posts, 9);
  });

  it('sum to the total, in which grants cancel', () => {
    const { indicators } = run.result;
    const payers = [...recomputed.keys()];
    const sum = (id: string): number => payers.reduce((total, payer) => total + indicators[`${id}.${payer}`]!, 0);
    expect(sum('netCost')).toBeCloseTo(indicators.netCostTotal!, 4);
    expect(sum('midwifeCost') - sum('grantsReceived')).toBeCloseTo(indicators.netCostTotal!, 4);
    expect(sum('midwifePosts')).toBeCloseTo(indicators.midwifePostsTotal!, 9);
    expect(indicators['midwifeCost.state']).toBeCloseTo(sum('grantsReceived'), 6);
    const worked = [...recomputed.values()].reduce((total, { cost }) => total + cost, 0);
    expect(Math.abs(indicators.netCostTotal! - worked)).toBeLessThan(oneOere);
  });
});

describe('a grant', () => {
  const grantInputs = (start: string, end: string): ModelInputs =>
    changed(shippedInputs('dagens'), ({ horizon, interventions }) => {
      horizon.start = '2027-03-01';
      horizon.end = '2027-04-30';
      interventions.push({ model: 'grant', start, end, payer: 'ahus', kroner: 1_000_000, source: 'a test' });
    });
  const booksOf = (inputs: ModelInputs): Ledger => {
    const { calendar, from, to } = clockOf(inputs);
    return new Ledger(inputs, calendar, [], from, to);
  };

  it.each([
    ['within the horizon is received in whole', '2027-03-10', '2027-03-10', 1_000_000],
    ['is spread evenly over its days', '2027-02-01', '2027-05-31', (1_000_000 * 61) / 120],
    ['that begins in the horizon counts from its first day', '2027-04-30', '2027-05-09', 100_000],
    ['that ends in the horizon counts to its last day', '2027-02-20', '2027-03-01', 100_000],
    ['before the horizon is nothing', '2027-01-01', '2027-02-28', 0],
  ])('%s', (_, start, end, kroner) => {
    const books = booksOf(grantInputs(start, end));
    expect(books.accounts.get('ahus')!.grantsReceived).toBeCloseTo(kroner, 6);
    expect(books.accounts.get('state')!.grantsGiven).toBeCloseTo(kroner, 6);
  });
});

describe('a ledger', () => {
  it('counts the part of an attendance that lies within the horizon', () => {
    const inputs = shippedInputs('team-ahus-sektor');
    const calendar = new Calendar('2026-12-04');
    const { from, to } = clockOf(inputs);
    const team = { index: 0, payer: 'ahus', parameters: { midwives: 0 }, firstDay: 0, endDay: 1 };
    const books = new Ledger(inputs, calendar, [team as never], from, to);
    books.addTeamAttendance(team as never, from - 60, from + 60);
    books.addTeamAttendance(team as never, to - 30, to + 600);
    books.addTeamAttendance(team as never, from - 60, from);
    expect(books.teamHours).toEqual([1.5]);
  });
});
