import fc from 'fast-check';
import { dateAfter } from './scenarios.ts';

/** A plan as it would be written in a file. */
export interface WrittenPlan {
  horizon: { start: string; end: string; warmUpDays: number };
  interventions: Record<string, unknown>[];
}

const districts = ['stovner', 'alna', 'sagene', 'frogner', 'bjerke', 'oestensjoe'] as const;
const sites = ['ullevaal', 'rikshospitalet', 'ahus'] as const;
const payers = ['ous', 'ahus', 'districts'] as const;
const units = ['reception', 'antenatalWard', 'labourWard', 'postnatalWard', 'outpatientClinic'] as const;
const groups = ['fearOfBirth', 'violence', 'substanceUse', 'mentalIllness', 'newlyArrived'] as const;
const source = 'Trial';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const someOf = <T>(values: readonly T[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });
const share = fc.constantFrom(0, 0.3, 0.5, 1);
const quarters = (most: number) => fc.integer({ min: 1, max: most * 4 }).map((count) => count / 4);
const clock = fc.constantFrom('00:00', '02:30', '07:00', '08:00', '15:45', '23:00');

const midwifePosts = fc.oneof(
  fc.record({ site: fc.constantFrom(...sites), unit: optional(fc.constantFrom(...units)), posts: quarters(4) }),
  fc.record({ district: fc.constantFrom(...districts), posts: quarters(2) }),
);
const anyPosts = fc.oneof(
  midwifePosts,
  fc.record({
    site: fc.constantFrom(...sites),
    unit: fc.constant('postnatalWard'),
    profession: fc.constant('assistant'),
    posts: quarters(3),
  }),
  fc.record({
    district: fc.constantFrom(...districts),
    profession: fc.constant('healthNurse'),
    posts: quarters(1),
  }),
);

const givenPosts = fc.oneof(
  anyPosts,
  fc.record({ district: fc.constantFrom(...districts), profession: fc.constant('assistant'), posts: quarters(2) }),
);

const counted = <T>(value: fc.Arbitrary<T>, keys: readonly string[], most: number) =>
  someOf(keys, most).chain((chosen) =>
    fc
      .tuple(...chosen.map(() => value))
      .map((values) => Object.fromEntries(chosen.map((key, at) => [key, values[at]!]))),
  );

const teamParameters = {
  midwives: optional(fc.integer({ min: 2, max: 8 })),
  caseload: fc.constantFrom(40, 90, 150),
  onCallMidwives: optional(fc.constantFrom(1, 2)),
  attendanceAfterBirth: optional(fc.constantFrom(0, 2, 12)),
  maximumAttendance: optional(fc.constantFrom(2, 12, 100)),
  rest: optional(fc.constantFrom(0, 11, 48)),
  enrolmentUntilWeek: optional(fc.constantFrom(0, 20, 42)),
  homeVisitShare: optional(share),
  uptake: optional(share),
  groups: optional(someOf(groups, 2)),
  parity: optional(fc.constantFrom('nulliparous', 'multiparous')),
  followUpWeeks: optional(fc.constantFrom(6, 16, 26)),
  followUpContacts: optional(fc.constantFrom(0, 0, 3, 10)),
  latentPhaseAtHome: optional(share),
  wardVisits: optional(fc.integer({ min: 0, max: 5 })),
  trainingWeeks: optional(fc.constantFrom(0, 4, 52)),
};

const change = fc.record({
  day: fc.integer({ min: -2, max: 2 }),
  evening: fc.integer({ min: -2, max: 2 }),
  night: fc.integer({ min: -2, max: 2 }),
});
const relativeRisk = optional(
  fc.constantFrom(0, 0.7, 1.2, 1.6).map((value) => ({ value, source, confidence: 'U' as const })),
);

const models: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
  'continuity-teams': fc.record({
    teams: counted(fc.integer({ min: 1, max: 3 }), districts, 3),
    payer: fc.constantFrom(...payers),
    postsFrom: optional(fc.array(midwifePosts, { minLength: 1, maxLength: 2 })),
    ...teamParameters,
    onCallHours: optional(fc.record({ onCallFrom: clock, onCallTo: clock })),
  }),
  'combined-positions': fc.record({
    districts: counted(quarters(4), districts, 2),
    site: fc.constantFrom(...sites),
    unit: optional(fc.constantFrom('reception', 'antenatalWard', 'labourWard', 'postnatalWard')),
    wardShare: optional(fc.constantFrom(0.1, 0.5, 0.9)),
    employer: fc.constantFrom(...payers),
    costShares: optional(fc.constantFrom({ ous: 0.5, districts: 0.5 }, { ahus: 1 })),
    postsFrom: optional(fc.array(midwifePosts, { minLength: 1, maxLength: 2 })),
  }),
  'early-discharge': fc.record({
    districts: someOf(districts, 4),
    parity: optional(fc.constantFrom('nulliparous', 'multiparous')),
    uptake: optional(share),
    fromHour: optional(fc.constantFrom(2, 6, 24)),
    toHour: optional(fc.constantFrom(4, 24, 72)),
    opens: optional(fc.constantFrom('00:00', '02:10', '09:00')),
    closes: optional(fc.constantFrom('02:50', '21:00', '23:59')),
    guaranteedVisits: optional(fc.integer({ min: 0, max: 3 })),
    visitsWithinDays: optional(fc.integer({ min: 1, max: 7 })),
    examinationWithin: optional(fc.constantFrom(24, 72, 168)),
    returnShare: optional(share),
    newbornReadmissionFactor: optional(fc.constantFrom(0, 2, 10)),
  }),
  'task-shift': fc.record({
    from: optional(fc.array(anyPosts, { minLength: 1, maxLength: 2 })),
    to: fc.array(givenPosts, { minLength: 1, maxLength: 2 }),
    homeVisitShare: optional(share),
  }),
  'digital-follow-up': fc.record({
    districts: someOf(districts, 4),
    contacts: optional(fc.integer({ min: 1, max: 4 })),
    withinDays: optional(fc.constantFrom(2, 10, 42)),
    replacesExtraVisits: optional(share),
  }),
  'open-return': fc.record({
    districts: someOf(districts, 4),
    share: optional(share),
    withinDays: optional(fc.constantFrom(1, 7, 42)),
  }),
  'one-to-one-norm': fc.record({
    site: fc.constantFrom(...sites),
    standby: optional(fc.integer({ min: 1, max: 10 })),
  }),
  'extra-support': fc.record({
    districts: someOf(districts, 4),
    groups: someOf(groups, 3),
    hours: fc.constantFrom(0.25, 5, 100),
  }),
  doula: fc.record({
    districts: someOf(districts, 4),
    groups: someOf(groups, 3),
    uptake: optional(share),
    payer: fc.constantFrom(...payers),
  }),
  'continuity-effects': fc.record({
    effects: fc.record({
      caesareanInLabour: relativeRisk,
      instrumental: relativeRisk,
      epidural: relativeRisk,
      preterm: relativeRisk,
      firstStage: optional(fc.constantFrom(-2, 1, 10).map((value) => ({ value, source, confidence: 'U' as const }))),
    }),
  }),
  'ward-posts': fc.record({
    site: fc.constantFrom(...sites),
    unit: optional(fc.constantFrom('reception', 'labourWard', 'postnatalWard')),
    weekday: change,
    weekend: change,
  }),
  'move-posts': fc.tuple(anyPosts, anyPosts).map(([from, to]) => ({
    from: [from],
    to: [{ ...to, profession: undefined, ...profession(from), posts: from.posts }],
  })),
  'staff-leaving': fc.record({ posts: fc.array(anyPosts, { minLength: 1, maxLength: 3 }) }),
  'sickness-wave': fc.record({
    factor: fc.constantFrom(0, 0.5, 3, 10),
    employers: optional(someOf(payers, 2)),
  }),
  'births-change': fc.record({
    factor: fc.constantFrom(0, 0.6, 1.4, 3),
    origins: optional(someOf(districts, 3)),
  }),
  capacity: fc.record({
    site: fc.constantFrom(...sites),
    labourRooms: fc.integer({ min: -6, max: 3 }),
    postnatalBeds: fc.integer({ min: -25, max: 10 }),
    receptionPlaces: optional(fc.integer({ min: -3, max: 3 })),
    antenatalBeds: optional(fc.integer({ min: -6, max: 3 })),
    recoveryPlaces: optional(fc.integer({ min: -2, max: 3 })),
    hotelBeds: optional(fc.integer({ min: -20, max: 3 })),
    neonatalCots: optional(fc.integer({ min: -8, max: 3 })),
  }),
  grant: fc.record({
    payer: fc.constantFrom(...payers),
    kroner: fc.constantFrom(0.01, 1_000_000, 3e9),
    source: fc.constant(source),
  }),
  financing: fc.record({ activityShare: share }),
};

function profession(posts: object): { profession?: unknown } {
  return 'profession' in posts ? { profession: posts.profession } : {};
}

const limited = new Set(['sickness-wave', 'grant']);

/** Districts one after the other, from half a year before the horizon to its end. */
const rollOut = fc.record({
  model: fc.constant('roll-out'),
  decided: fc.constantFrom('2026-01-01', '2026-06-01'),
  start: fc.constantFrom('2026-07-01', '2026-08-01', '2027-01-01'),
  months: fc.constantFrom(0.1, 1, 6),
  order: someOf(districts, 4),
  coverage: fc.constantFrom(0.1, 0.6, 1),
  payers: fc.constant({ ous: 'ous', ahus: 'ahus' }),
  postsFrom: optional(
    fc.array(fc.record({ site: fc.constantFrom(...sites), posts: quarters(10) }), { minLength: 1, maxLength: 2 }),
  ),
  districtPostShare: optional(share),
  ...teamParameters,
});

/** Days on which something odd happens to the clock or the calendar, and others. */
const starts = fc.constantFrom('2027-01-05', '2027-03-22', '2027-10-25', '2028-02-21');

/** Sound-looking plans of one to five interventions of any model over two to five weeks. */
export const randomPlan: fc.Arbitrary<WrittenPlan> = fc
  .record({
    start: starts,
    days: fc.integer({ min: 1, max: 35 }),
    warmUpDays: fc.constantFrom(0, 7, 28),
    chosen: fc.array(
      fc.oneof(
        { weight: 12, arbitrary: intervention() },
        { weight: 1, arbitrary: rollOut.map((written) => () => written) },
      ),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ start, days, warmUpDays, chosen }) => ({
    horizon: { start, end: dateAfter(start, days - 1), warmUpDays },
    interventions: chosen.map((dated) => dated(start)),
  }));

/** An intervention once the first day of the horizon is known. */
function intervention(): fc.Arbitrary<(start: string) => Record<string, unknown>> {
  return fc.constantFrom(...Object.keys(models)).chain((model) =>
    fc
      .record({
        parameters: models[model]!,
        from: fc.oneof(fc.integer({ min: -300, max: 0 }), fc.constantFrom(-28, 0, 0, 6)),
        to: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 300)),
        endless: fc.boolean(),
      })
      .map(({ parameters: { onCallHours, ...parameters }, from, to, endless }) => (start: string) => ({
        model,
        start: dateAfter(start, from),
        ...((!endless || limited.has(model)) && { end: dateAfter(start, Math.max(from, to)) }),
        ...parameters,
        ...(onCallHours as object | undefined),
      })),
  );
}
