import fc from 'fast-check';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { dateAfter, smallInputs } from './scenarios.ts';

/** What may be scarce, late or odd in a small city. */
export const oddService = fc.record({
  birthsPerYear: fc.integer({ min: 200, max: 2500 }),
  start: fc.constantFrom('2027-01-04', '2027-03-15', '2027-07-01', '2027-10-18'),
  places: fc.record({
    labourRooms: fc.integer({ min: 0, max: 6 }),
    receptionPlaces: fc.integer({ min: 0, max: 4 }),
    antenatalBeds: fc.integer({ min: 1, max: 6 }),
    theatres: fc.integer({ min: 1, max: 2 }),
    recoveryPlaces: fc.integer({ min: 1, max: 3 }),
    postnatalBeds: fc.integer({ min: 0, max: 12 }),
    hotelBeds: fc.integer({ min: 0, max: 4 }),
    neonatalCots: fc.integer({ min: 0, max: 4 }),
  }),
  roomsPerMidwife: fc.constantFrom(0.3, 1.5, 10),
  staffShare: fc.constantFrom(0.2, 0.6, 1, 1.5),
  sickness: fc.constantFrom(0, 0.08, 0.3),
  coverPolicy: fc.constantFrom<string[]>(
    ['leaveOpen'],
    ['overtime', 'leaveOpen'],
    ['extraShift', 'otherUnit', 'hired', 'leaveOpen'],
  ),
  ripeningInRoom: fc.constantFrom(0, 0.5, 1),
  diversionAfter: fc.constantFrom(1, 60, 240),
  homeVisitShare: fc.constantFrom(0, 0.5, 1),
  lossShare: fc.constantFrom(0, 0.02, 0.3),
  teams: fc.option(
    fc.record({
      start: fc.integer({ min: -300, max: 20 }),
      length: fc.option(fc.integer({ min: 20, max: 200 }), { nil: undefined }),
      midwives: fc.integer({ min: 1, max: 6 }),
      caseload: fc.integer({ min: 10, max: 250 }),
      onCallMidwives: fc.integer({ min: 1, max: 2 }),
      maximumAttendance: fc.constantFrom(1, 8, 16),
    }),
    { nil: undefined },
  ),
  replication: fc.nat(1000),
});

export type OddService = typeof oddService extends fc.Arbitrary<infer Value> ? Value : never;

const days = 35;

/** Five weeks of that city. */
export function oddInputs(odd: OddService): ModelInputs {
  const inputs = smallInputs(odd.birthsPerYear, days, 10);
  const { data, horizon } = inputs;
  horizon.start = odd.start;
  horizon.end = dateAfter(odd.start, days - 1);
  for (const site of Object.values(data.sites)) {
    Object.assign(site, odd.places, { roomsPerMidwife: odd.roomsPerMidwife });
  }
  for (const units of Object.values(data.staff.sites)) {
    for (const unit of Object.values(units)) {
      if (unit === undefined || typeof unit === 'number') continue;
      for (const group of [unit.midwives, unit.assistants])
        if (group !== undefined) group.fullTimePosts *= odd.staffShare;
    }
  }
  for (const kind of ['hospitals', 'districts'] as const) data.absence.sickness[kind] = odd.sickness;
  data.cover.policy = odd.coverPolicy as typeof data.cover.policy;
  data.clinical.labour.ripeningPlace = { home: (1 - odd.ripeningInRoom) / 2, labourRoom: odd.ripeningInRoom };
  data.clinical.diversionAfter = odd.diversionAfter;
  data.clinical.lossToFollowUp.share = odd.lossShare;
  data.programme.homeVisit.share = odd.homeVisitShare;
  if (odd.teams !== undefined) {
    const { start, length, ...settings } = odd.teams;
    inputs.interventions.push({
      model: 'continuity-teams',
      start: dateAfter(horizon.start, start),
      ...(length === undefined ? {} : { end: dateAfter(horizon.start, start + length) }),
      teams: { sagene: 2, alna: 1 },
      payer: 'ous',
      ...settings,
    });
  }
  return inputs;
}
