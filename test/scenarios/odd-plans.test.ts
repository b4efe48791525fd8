import { describe, expect, it, test } from 'vitest';
import { messagesOf, plan, problemsOf } from './support.ts';

const horizon = 'horizon: { start: 2027-01-01, end: 2027-12-31, warmUpDays: 28 }';
/** A plan of interventions, each a flow mapping on a line of its own. */
const text = (...flow: string[]): string => plan(horizon, 'interventions:', ...flow.map((each) => `  - { ${each} }`));

/** The English messages without file, line and column. */
const found = (...flow: string[]): string[] =>
  messagesOf(text(...flow)).map((message) => message.replace(/^\S+: /, ''));

const start = 'start: 2027-01-01';
const effects = (of: string) => `model: continuity-effects, ${start}, effects: { ${of} }`;
const effect = (key: string, value: number) => `${key}: { value: ${value}, source: Trial, confidence: U }`;

test.each([
  ['known grant', `model: known-grant, ${start}, end: 2027-08-31, grant: constructor, payer: ous`],
  ['district of teams', `model: continuity-teams, ${start}, teams: { constructor: 1 }, payer: ous`],
  [
    'district of positions',
    `model: combined-positions, ${start}, districts: { constructor: 1 }, site: ahus, employer: ous`,
  ],
  ['site', `model: combined-positions, ${start}, districts: { alna: 1 }, site: constructor, employer: ous`],
  ['district', `model: early-discharge, ${start}, districts: [constructor]`],
  ['payer', `model: grant, ${start}, end: 2027-02-01, payer: constructor, kroner: 1, source: Trial`],
  ['giver', `model: grant, ${start}, end: 2027-02-01, payer: ous, giver: constructor, kroner: 1, source: Trial`],
  [
    'district of a roll-out',
    'model: roll-out, decided: 2026-01-01, start: 2027-01-01, months: 2, order: [constructor], coverage: 1, payers: { ahus: ahus }',
  ],
])('a %s that is called as something every object has is unknown', (_, flow) => {
  const messages = found(flow);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/: unknown (grant|district|site|payer) "constructor"\. Allowed: /);
});

describe('a plan with', () => {
  it('nothing in it is refused', () => {
    expect(found(`model: continuity-teams, ${start}, teams: {}, payer: ous`)).toEqual([
      'interventions[0].teams: found no district. Allowed: teams in at least one district.',
    ]);
    expect(found(`model: combined-positions, ${start}, districts: {}, site: ahus, employer: ous`)).toEqual([
      'interventions[0].districts: found no district. Allowed: posts in at least one district.',
    ]);
    expect(found(effects(''))).toEqual([
      'interventions[0].effects: found no effect. Allowed: caesareanInLabour, instrumental, epidural, preterm, firstStage.',
    ]);
  });

  it('an intervention that is over before anything is simulated is refused', () => {
    const capacity = (end: string) => `model: capacity, start: 2026-01-01, end: ${end}, site: ahus, labourRooms: -2`;
    expect(found(capacity('2026-12-03'))).toEqual([
      'interventions[0].end: found 2026-12-03, before the first day that is simulated: nothing would come of it. Allowed: a date from 2026-12-04 (2027-01-01 and 28 days of warm-up before it).',
    ]);
    expect(found(capacity('2026-12-04'))).toEqual([]);
  });

  it('a horizon in another age is refused', () => {
    expect(messagesOf(plan('horizon: { start: 0001-01-01, end: 9999-12-31, warmUpDays: 0 }'))).toEqual([
      expect.stringMatching(/horizon\.start: found 0001-01-01\. Allowed: a date from 1900-01-01 to 2199-12-31\.$/),
      expect.stringMatching(/horizon\.end: found 9999-12-31\. Allowed: a date from 1900-01-01 to 2199-12-31\.$/),
      expect.stringMatching(/horizon\.end: found 9999-12-31, 9998 years after the start/),
    ]);
  });

  it('two shares of activity-based funding, or two sets of effects, at a time is refused', () => {
    const financing = (from: string) => `model: financing, start: ${from}, end: 2027-06-30, activityShare: 0.3`;
    expect(found(financing('2027-01-01'), financing('2027-06-30'))).toEqual([
      'interventions[1].start: the plan already has another activity-based share from 2027-01-01 to 2027-06-30. Allowed: one intervention with another activity-based share at a time.',
    ]);
    expect(problemsOf(text(financing('2027-01-01'), financing('2027-06-30')))[0]!.message.nb).toMatch(
      /: planen har allerede en annen aktivitetsbasert andel fra 2027-01-01 til 2027-06-30\. Tillatt: /,
    );
    expect(found(effects(effect('epidural', 0.5)), effects(effect('preterm', 0.5)))).toEqual([
      'interventions[1].start: the plan already has published effects from 2027-01-01. Allowed: one intervention with published effects at a time.',
    ]);
  });

  it('the money of a known grant given twice is refused', () => {
    const grant = (from: string, to: string, payer: string) =>
      `model: known-grant, start: ${from}, end: ${to}, grant: kombinasjon-nordre-aker, payer: ${payer}`;
    expect(found(grant('2027-01-01', '2027-04-30', 'ous'), grant('2027-04-30', '2027-08-31', 'districts'))).toEqual([
      'interventions[1].grant: kombinasjon-nordre-aker already has a receiver from 2027-01-01 to 2027-04-30. Allowed: one intervention with a receiver at a time.',
    ]);
    expect(found(grant('2027-01-01', '2027-04-30', 'ous'), grant('2027-05-01', '2027-08-31', 'districts'))).toEqual([]);
  });

  it('a grant that somebody gives to itself is refused', () => {
    const grant = (giver: string) =>
      `model: grant, start: 2027-01-01, end: 2027-02-01, payer: ous, giver: ${giver}, kroner: 1, source: Trial`;
    expect(found(grant('ous'))).toEqual([
      'interventions[0].giver: ous gives the grant to itself. Allowed: another payer than the one who gets it.',
    ]);
    expect(found(grant('rhf'))).toEqual([]);
  });

  it('more money than there is anywhere is refused', () => {
    expect(found(`model: grant, ${start}, end: 2027-02-01, payer: ous, kroner: 1.0e+300, source: Trial`)).toEqual([
      'interventions[0].kroner: found 1e+300. Allowed: at most 100000000000.',
    ]);
  });

  it('births that are multiplied too often is refused', () => {
    const births = (factor: number, more = '') => `model: births-change, ${start}, factor: ${factor}${more}`;
    expect(found(births(3), births(2, ', origins: [alna]'))).toEqual([
      'interventions[1].factor: 3 × 2 = 6 times as many births in alna. Allowed: together at most 5 times.',
    ]);
    expect(found(births(3), births(2, ', origins: [alna]'), births(0.5))).toEqual([]);
    // It is too many once the factor below 1 has ended.
    expect(found(births(3), births(2), births(0.5, ', end: 2027-03-01'))).toHaveLength(1);
  });

  it('more sickness than there are days is refused', () => {
    const wave = (factor: number, more = '') =>
      `model: sickness-wave, start: 2027-02-01, end: 2027-03-01, factor: ${factor}${more}`;
    expect(found(wave(10))).toEqual([]);
    expect(found(wave(10), wave(2, ', employers: [ahus]'))).toEqual([
      'interventions[1].factor: 10 × 2 × 0.082 = 1.64 of the days of ahus (absence.sickness.hospitals), more than all. Allowed: together at most 12.19 times the usual sickness.',
    ]);
  });

  it('visits or contacts on more days than there are is refused', () => {
    expect(
      found(`model: early-discharge, ${start}, districts: [alna], guaranteedVisits: 3, visitsWithinDays: 1`),
    ).toEqual([
      'interventions[0].guaranteedVisits: 3 visits on different days within 1 day: nobody could go home early. Allowed: at most one visit a day.',
    ]);
    expect(found(`model: digital-follow-up, ${start}, districts: [alna], contacts: 3, withinDays: 2`)).toEqual([
      'interventions[0].contacts: 3 contacts within 2 days. Allowed: at most one contact a day.',
    ]);
    const teams = `model: continuity-teams, ${start}, teams: { alna: 1 }, payer: ahus`;
    expect(found(`${teams}, followUpWeeks: 6, followUpContacts: 1`)).toEqual([
      'interventions[0].followUpContacts: 1 contacts after the six-week check, and 6 × 7 − 42 = 0 days for them. Allowed: at most one contact a day.',
    ]);
    expect(found(`${teams}, attendanceAfterBirth: 20, maximumAttendance: 16`)).toEqual([
      'interventions[0].attendanceAfterBirth: 20 hours with the woman after the birth of 16 hours away at most. Allowed: no more attendanceAfterBirth than maximumAttendance.',
    ]);
  });

  it('more newborns admitted again than there are is refused', () => {
    const often = [
      'inputs:',
      '  clinical: { readmission: { newborn: { share: { value: 0.2, unit: probability, source: Trial, confidence: U } } } }',
    ];
    const flow = `model: early-discharge, ${start}, districts: [alna], newbornReadmissionFactor`;
    const messages = (factor: number) =>
      messagesOf(plan(horizon, ...often, 'interventions:', `  - { ${flow}: ${factor} }`));
    expect(messages(5)).toEqual([]);
    expect(messages(6)[0]).toMatch(/6 × 0\.2 = 1\.2 \(clinical\.readmission\.newborn\.share\), more than all newborns/);
  });

  it('home visits by assistants whom it has not is refused, and their share said twice', () => {
    const shift = (to: string) => `model: task-shift, ${start}, to: [{ ${to}, posts: 1 }], homeVisitShare: 0.5`;
    expect(found(shift('district: alna'))).toEqual([
      'interventions[0].homeVisitShare: a share of 0.5 of home visits, and no assistants are given to a district. Allowed: posts of assistants in a district in `to`, or no homeVisitShare.',
    ]);
    const assistants = shift('district: alna, profession: assistant');
    expect(found(assistants)).toEqual([]);
    expect(found(assistants, assistants)).toEqual([
      'interventions[1].to[0].district: alna already has home visits by assistants from 2027-01-01. Allowed: one intervention with home visits by assistants in a district at a time.',
    ]);
  });

  it('combined positions in a district without midwives is refused', () => {
    const none = [
      'inputs:',
      '  staff: { districts: { alna: { midwives: { value: 0, unit: full-time posts, source: Trial, confidence: U } } } }',
    ];
    const flow = `model: combined-positions, ${start}, districts: { alna: 1 }, site: ahus, employer: ahus`;
    expect(messagesOf(plan(horizon, ...none, 'interventions:', `  - { ${flow} }`))[0]).toMatch(
      /interventions\[0\]\.districts\.alna: alna has no midwives at its health station, where they would have the rest of their time\./,
    );
  });
});

describe('published effects', () => {
  it('allow for the births that are no caesareans any more', () => {
    // 0.25 × (1 − 0.55) ÷ (1 − 1.8 × 0.55) of group 6 would be 11 times as many.
    expect(found(effects(`${effect('caesareanInLabour', 1.8)}, ${effect('instrumental', 1)}`))[0]).toMatch(
      /^interventions\[0\]\.effects\.instrumental\.value: 1 × 11\.34 = 11\.34 \(hospitals\.ous\.instrumentalShare\.nulliparous × 0\.45 ÷ 0\.01 of group 6\), more than certain\. Allowed: a relative risk up to 0\.088\.$/,
    );
    expect(found(effects(`${effect('caesareanInLabour', 0.8)}, ${effect('instrumental', 1)}`))).toEqual([]);
  });

  it('take no more from a labour than the average woman has', () => {
    expect(found(effects(effect('firstStage', -1)))).toEqual([]);
    expect(found(effects(effect('firstStage', -10)))[0]).toMatch(
      /^interventions\[0\]\.effects\.firstStage\.value: [\d.]+ − 10 = -[\d.]+ hours for the average woman \(clinical\.labour\.activeFirstStage\.multiparous\)\. Allowed: more than −[\d.]+ hours\.$/,
    );
  });
});

describe('a roll-out', () => {
  const rollOut = (more: string) =>
    `model: roll-out, decided: 2026-01-01, start: 2027-01-01, months: 4, order: [stovner, grorud, alna], coverage: 1, ${more}`;

  it('whose teams all have the same fault is refused once', () => {
    expect(found(rollOut('payers: { ahus: ahus }, midwives: 1'))).toHaveLength(1);
    expect(found(rollOut('payers: { ahus: ahus }, postsFrom: [{ site: ahsu, posts: 4 }]'))).toHaveLength(1);
  });

  it('with an unknown payer of a sector that it does not reach is refused', () => {
    expect(found(rollOut('payers: { ahus: ahus, ous: ouz }'))[0]).toMatch(
      /^interventions\[0\]\.payers\.ous: unknown payer "ouz"; did you mean "ous"\?/,
    );
  });
});

describe('posts that are taken from a ward whose shifts have fewer', () => {
  const fewer = (more = '') =>
    `model: ward-posts, ${start}${more}, site: ahus, weekday: { day: -5, evening: -4, night: -4 }, weekend: { day: -5, evening: -4, night: -4 }`;
  const leaving = (posts: number) => `model: staff-leaving, ${start}, posts: [{ site: ahus, posts: ${posts} }]`;

  it('are at most those that are left', () => {
    expect(found(leaving(35))).toEqual([]);
    expect(found(fewer(), leaving(35))[0]).toMatch(
      /^interventions\[1\]\.posts\[0\]\.posts: ahus labourWard has [\d.]+ full-time posts of midwives after ward-posts; 35 taken by staff-leaving from 2027-01-01: -[\d.]+ left on 2027-01-01\./,
    );
    expect(found(fewer(', end: 2027-03-31'), leaving(35))).toHaveLength(1);
  });
});
