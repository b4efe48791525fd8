import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { dateAfter, shippedInputs, smallInputs } from '../support/scenarios.ts';
import {
  attendances,
  attendancesOfWrongLength,
  callsAgainstTheRota,
  enrolmentFaults,
  midwivesCalledTooEarly,
} from '../support/team-checks.ts';
import { tracedRun, type TracedRun } from '../support/trace.ts';
import { birthsOutOfTime, overfullPlaces, unlawfulSteps, whereaboutsAtEnd } from '../support/ward-checks.ts';

const days = 60;

function faultsOf(run: TracedRun): Record<string, string[]> {
  return {
    unlawful: unlawfulSteps(run),
    overfull: overfullPlaces(run),
    outOfTime: birthsOutOfTime(run),
    tooEarly: midwivesCalledTooEarly(run),
    rota: callsAgainstTheRota(run),
    length: attendancesOfWrongLength(run),
    enrolment: enrolmentFaults(run),
  };
}

const none = { unlawful: [], overfull: [], outOfTime: [], tooEarly: [], rota: [], length: [], enrolment: [] };

describe.each(['dagens', 'min-jordmor-ahus-sektor'])('in the trace of a year of %s', (name) => {
  const run = tracedRun(shippedInputs(name));

  it('rooms, beds, women and midwives keep all rules', () => {
    expect(faultsOf(run)).toEqual(none);
  });

  it('no woman vanishes', () => {
    const { began, bornAtSites, bornElsewhere, inLabour } = whereaboutsAtEnd(run);
    expect(bornAtSites + bornElsewhere + inLabour).toBe(began);
    expect(began).toBeGreaterThan(14_000);
    // Induction and labour of the women of some two days; nobody waits for weeks.
    expect(inLabour).toBeLessThan(80);
  });

  it('every time lies within the run and time never goes back', () => {
    const { time } = run.playback.trace;
    expect(time.every((at, row) => at >= (time[row - 1] ?? 0))).toBe(true);
    expect(time.at(-1)).toBeLessThan(run.playback.to);
  });
});

/** What may be scarce in a small city whose births are gathered in three districts. */
const scarcity = fc.record({
  districts: fc.uniqueArray(fc.constantFrom('stovner', 'alna', 'sagene', 'frogner', 'bjerke'), {
    minLength: 3,
    maxLength: 3,
  }),
  rooms: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
  beds: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }),
  theatres: fc.integer({ min: 1, max: 2 }),
  antenatalBeds: fc.integer({ min: 1, max: 3 }),
  posts: fc.integer({ min: 0, max: 3 }),
  roomsPerMidwife: fc.constantFrom(0.5, 1, 10),
  closure: fc.record({ from: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 30 }) }),
  team: fc.record({
    start: fc.integer({ min: -300, max: 10 }),
    length: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
    teams: fc.integer({ min: 1, max: 3 }),
    midwives: fc.integer({ min: 1, max: 6 }),
    caseload: fc.integer({ min: 10, max: 250 }),
    onCallMidwives: fc.integer({ min: 1, max: 2 }),
    attendanceAfterBirth: fc.constantFrom(0, 0.1, 2, 24),
    maximumAttendance: fc.constantFrom(0.2, 6, 16, 100),
    rest: fc.constantFrom(0, 8, 11, 30),
    enrolmentUntilWeek: fc.constantFrom(0, 9, 28, 42, 42),
  }),
  diversionAfter: fc.constantFrom(1, 60, 240),
  replication: fc.nat(1000),
});

/** Two months of that city. */
function scarceInputs(plan: typeof scarcity extends fc.Arbitrary<infer Plan> ? Plan : never): ModelInputs {
  const inputs = smallInputs(600, days);
  const { data, horizon } = inputs;
  for (const [id, origin] of Object.entries(data.origins))
    origin.births = (plan.districts as string[]).includes(id) ? 200 : 0;
  Object.entries(data.sites).forEach(([id, site], index) => {
    site.labourRooms = plan.rooms[index]!;
    site.postnatalBeds = plan.beds[index]!;
    site.theatres = plan.theatres;
    site.antenatalBeds = plan.antenatalBeds;
    site.roomsPerMidwife = plan.roomsPerMidwife;
    const { midwives } = data.staff.sites[id]!.labourWard!;
    midwives!.posts.weekday = { day: plan.posts, evening: plan.posts, night: 1 };
    midwives!.fullTimePosts = 4 * plan.posts + 4;
    inputs.interventions.push({
      model: 'capacity',
      site: id,
      start: dateAfter(horizon.start, plan.closure.from),
      end: dateAfter(horizon.start, plan.closure.from + plan.closure.length),
      labourRooms: -Math.min(1, site.labourRooms),
      postnatalBeds: 1,
    });
  });
  data.clinical.diversionAfter = plan.diversionAfter;
  const { start, length, teams, ...settings } = plan.team;
  inputs.interventions.push({
    model: 'continuity-teams',
    start: dateAfter(horizon.start, start),
    end: length === undefined ? undefined : dateAfter(horizon.start, start + length),
    teams: { [plan.districts[0]!]: teams, [plan.districts[1]!]: 1 },
    payer: 'ahus',
    ...settings,
  });
  return inputs;
}

test('whatever is scarce, rooms, beds, women and midwives keep all rules and no woman vanishes', () => {
  const met = { calls: 0, moves: 0 };
  fc.assert(
    fc.property(scarcity, (plan) => {
      const run = tracedRun(scarceInputs(plan), plan.replication);
      expect(faultsOf(run)).toEqual(none);
      const { began, bornAtSites, bornElsewhere, inLabour } = whereaboutsAtEnd(run);
      expect(bornAtSites + bornElsewhere + inLabour).toBe(began);
      met.calls += attendances(run).length;
      met.moves += run.result.indicators.diversions!;
    }),
    { numRuns: 120, seed: 20_270_101 },
  );
  // The property means little if teams are never called and nobody is ever moved.
  expect(met.calls).toBeGreaterThan(500);
  expect(met.moves).toBeGreaterThan(500);
});
