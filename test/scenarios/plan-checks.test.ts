import { describe, expect, it, test } from 'vitest';
import { messagesOf, plan, problemsOf } from './support.ts';

/** A plan of interventions, each a flow mapping on a line of its own from line 6 on. */
const interventions = (...flow: string[]): string => plan('interventions:', ...flow.map((text) => `  - { ${text} }`));

/** The English messages without file, line and column. */
const found = (...flow: string[]): string[] =>
  messagesOf(interventions(...flow)).map((message) => message.replace(/^\S+: /, ''));

const start = 'start: 2027-01-01';
const teams = (more: string, of = 'alna: 1') =>
  `model: continuity-teams, ${start}, teams: { ${of} }, payer: ahus${more === '' ? '' : `, ${more}`}`;

describe('interventions of one model at a time', () => {
  const twice = (first: string, second = first, from = 'start: 2027-06-01') =>
    found(first, second.replace(start, from));
  const cases: [string, string, string, string][] = [
    [
      'combined positions',
      `model: combined-positions, ${start}, districts: { alna: 1 }, site: ahus, employer: ahus`,
      'districts.alna',
      'alna',
    ],
    ['early discharge', `model: early-discharge, ${start}, districts: [alna]`, 'districts[0]', 'alna'],
    ['digital follow-up', `model: digital-follow-up, ${start}, districts: [alna]`, 'districts[0]', 'alna'],
    ['open return', `model: open-return, ${start}, districts: [alna]`, 'districts[0]', 'alna'],
    [
      'extra support',
      `model: extra-support, ${start}, districts: [alna], groups: [violence, mentalIllness], hours: 2`,
      'districts[0]',
      'alna',
    ],
    [
      'doulas',
      `model: doula, ${start}, districts: [alna], groups: [newlyArrived], payer: districts`,
      'districts[0]',
      'alna',
    ],
    ['a one-to-one norm', `model: one-to-one-norm, ${start}, site: ahus`, 'site', 'ahus'],
  ];
  test.each(cases)('%s are refused where they overlap', (what, flow, path, place) => {
    const where = place === 'ahus' ? 'at a site' : 'in a district';
    expect(twice(flow)).toEqual([
      `interventions[1].${path}: ${place} already has ${what} from 2027-01-01. Allowed: one intervention with ${what} ${where} at a time.`,
    ]);
    expect(twice(flow.replace(start, `${start}, end: 2027-05-31`), flow)).toEqual([]);
    expect(twice(flow.replace(start, `${start}, end: 2027-06-01`), flow)).toHaveLength(1);
  });

  it('may be for women of other groups, another parity or another district', () => {
    const support = (group: string) =>
      `model: extra-support, ${start}, districts: [alna], groups: [${group}], hours: 2`;
    expect(twice(support('violence'), support('mentalIllness'))).toEqual([]);
    const early = (more: string) => `model: early-discharge, ${start}, ${more}`;
    expect(
      twice(early('districts: [alna], parity: nulliparous'), early('districts: [alna], parity: multiparous')),
    ).toEqual([]);
    expect(twice(early('districts: [alna]'), early('districts: [alna], parity: multiparous'))).toHaveLength(1);
    expect(twice(early('districts: [alna]'), early('districts: [stovner]'))).toEqual([]);
  });

  it('may be of another model', () => {
    expect(
      found(
        `model: early-discharge, ${start}, districts: [alna]`,
        `model: open-return, ${start}, districts: [alna]`,
        teams(''),
      ),
    ).toEqual([]);
  });
});

describe('a team', () => {
  it('with more places than its district has births is refused', () => {
    expect(found(teams('', 'stovner: 3'))).toEqual([
      'interventions[0].teams.stovner: 3 teams × 150 women a year = 450 places, and stovner has 368 births a year. Allowed: no more places than births.',
    ]);
    expect(found(teams('caseload: 200, groups: [newlyArrived]', 'grorud: 2'))[0]).toMatch(
      /2 teams × 200 women a year = 400 places, and grorud has 316 births a year, even before groups, parity and uptake\./,
    );
    expect(problemsOf(interventions(teams('', 'stovner: 3')))[0]?.message.nb).toMatch(
      /3 team × 150 kvinner i året = 450 plasser, og stovner har 368 fødsler i året\. Tillatt: høyst så mange plasser som fødsler\.$/,
    );
  });

  it('may have as many places as there are births, also those that are to come', () => {
    expect(found(teams('', 'alna: 4'))).toEqual([]);
    expect(found(teams('caseload: 151', 'alna: 4'))).toHaveLength(1);
    expect(found(teams('caseload: 151', 'alna: 4'), `model: births-change, ${start}, factor: 1.1`)).toEqual([]);
    expect(
      found(teams('caseload: 151', 'alna: 4'), `model: births-change, ${start}, factor: 1.1, origins: [stovner]`),
    ).toHaveLength(1);
  });

  it('with more on call than there are midwives is refused', () => {
    expect(found(teams('midwives: 1, onCallMidwives: 2'))).toEqual([
      'interventions[0].onCallMidwives: 2 on call in a team of 1. Allowed: no more on call than there are midwives.',
    ]);
  });

  it('whose midwives would have no weekly rest is refused', () => {
    expect(found(teams('midwives: 1'))).toEqual([
      'interventions[0].midwives: 7 × 1 ÷ 1 = 7 days a week on call for each, 24 hours a day; 28 hours of weekly rest need 2 days off on end (arbeidsmiljøloven § 10-8 (2), agreement (3)). Allowed: at most 5 days a week on call for each: more midwives, or fewer on call.',
    ]);
    expect(found(teams('midwives: 2, onCallMidwives: 2'))[0]).toMatch(
      /^interventions\[0\]\.onCallMidwives: 7 × 2 ÷ 2 = 7 days/,
    );
    // 4.67 days a week around the clock, and 7 days of 4 hours, leave the rest.
    expect(found(teams('midwives: 3, onCallMidwives: 2'))).toEqual([]);
    // Two on call of two, 4 hours a day: 20 hours are left between two turns, and a day off gives 44.
    expect(found(teams('midwives: 2, onCallMidwives: 2, onCallFrom: "08:00", onCallTo: "12:00"'))[0]).toMatch(
      /4 hours a day; 28 hours of weekly rest need 1 days off on end/,
    );
  });

  it('on call by day may have fewer days off than one around the clock', () => {
    // 9 hours a day leave 39 hours with one day off: six days a week are allowed, and two of three are fewer.
    expect(found(teams('midwives: 3, onCallMidwives: 2, onCallFrom: "08:00", onCallTo: "17:00"'))).toEqual([]);
  });

  it('whose hours on call alone fill more than a full-time week is refused', () => {
    const credit = (value: string) =>
      plan(
        'inputs:',
        `  workingTime: { onCall: { byAgreement: { value: ${value}, unit: hours counted per hour on call, source: Trial, confidence: U } } }`,
        'interventions:',
        `  - { ${teams('midwives: 3, onCallMidwives: 2')} }`,
      );
    expect(messagesOf(credit('0.3')).filter((message) => message.includes('interventions'))).toEqual([]);
    expect(
      messagesOf(credit('0.5'))
        .at(-1)
        ?.replace(/^\S+: /, ''),
    ).toBe(
      'interventions[0].onCallMidwives: 7 × 24 × 2 ÷ 3 = 112 hours a week on call for each × 0.5 = 56 hours of work before any woman. Allowed: at most 35.5 hours a week.',
    );
  });

  it('with half of the hours on call, or hours of no length, is refused', () => {
    expect(found(teams('onCallFrom: "07:00"'))).toEqual([
      'interventions[0].onCallFrom: onCallFrom without onCallTo. Allowed: both, or neither for on call around the clock.',
    ]);
    expect(found(teams('onCallTo: "23:00"'))[0]).toMatch(/onCallTo without onCallFrom/);
    expect(found(teams('onCallFrom: "07:00", onCallTo: "07:00"'))).toEqual([
      'interventions[0].onCallTo: found 07:00, when the hours on call begin. Allowed: another clock time, or neither for on call around the clock.',
    ]);
    expect(found(teams('onCallFrom: "07:00", onCallTo: "23:00"'))).toEqual([]);
    expect(found(teams('onCallFrom: "20:00", onCallTo: "08:00"'))).toEqual([]);
  });
});

describe('combined positions', () => {
  const combined = (more: string, districts = 'alna: 2') =>
    found(`model: combined-positions, ${start}, districts: { ${districts} }, ${more}`);

  it('need known payers whose shares sum to 1', () => {
    expect(combined('site: ahus, employer: ahuss')).toEqual([
      'interventions[0].employer: unknown payer "ahuss"; did you mean "ahus"? Allowed: ous, ahus, districts, state, rhf.',
    ]);
    expect(combined('site: ahus, employer: ahus, costShares: { ahus: 0.5, districts: 0.4 }')).toEqual([
      'interventions[0].costShares: the shares sum to 0.9. Allowed: shares that sum to 1.',
    ]);
    expect(combined('site: ahus, employer: ahus, costShares: { ahus: 0.5, district: 0.5 }')).toEqual([
      'interventions[0].costShares.district: unknown payer "district"; did you mean "districts"? Allowed: ous, ahus, districts, state, rhf.',
    ]);
  });

  it('need a known site and district', () => {
    expect(combined('site: ahs, employer: ahus')[0]).toMatch(/^interventions\[0\]\.site: unknown site "ahs"/);
    expect(combined('site: ahus, employer: ahus', 'alnaa: 1')[0]).toMatch(
      /^interventions\[0\]\.districts\.alnaa: unknown district/,
    );
    expect(combined('site: ahus, employer: ahus', 'outside-ahus: 1')[0]).toMatch(
      /is an area outside the city, where care models/,
    );
  });

  it('must come out in positions that somebody can be employed in', () => {
    expect(combined('site: ahus, employer: ahus', 'alna: 2.05')).toEqual([
      'interventions[0].districts.alna: 2.05 posts are 2 × 1 and one position of 0.05. Allowed: positions of 1, and one of at least 0.1 for the rest.',
    ]);
    expect(combined('site: ahus, employer: ahus', 'alna: 2.1')).toEqual([]);
  });
});

describe('early discharge', () => {
  const early = (more: string) => found(`model: early-discharge, ${start}, districts: [alna], ${more}`);

  it('needs hours and clock times to go home in', () => {
    expect(early('fromHour: 12, toHour: 12')).toEqual([
      'interventions[0].toHour: from hour 12 to hour 12 after the birth leaves no time to go home in. Allowed: fromHour before toHour.',
    ]);
    // The base data end after 24 hours, and close at 21:00.
    expect(early('fromHour: 30')[0]).toMatch(/^interventions\[0\]\.fromHour: from hour 30 to hour 24/);
    expect(early('opens: "20:00", closes: "08:00"')).toEqual([
      'interventions[0].closes: opens at 20:00 and closes at 08:00: nobody could go home. Allowed: opens before closes.',
    ]);
    expect(early('opens: "22:00"')[0]).toMatch(/^interventions\[0\]\.opens: opens at 22:00 and closes at 21:00/);
    expect(early('fromHour: 6, toHour: 12, opens: "09:00", closes: "20:00"')).toEqual([]);
  });
});

describe('a norm, a change of births or sickness', () => {
  it('has no more on standby than the ward has posts', () => {
    const norm = (standby: number) =>
      plan(
        'inputs:',
        '  staff: { sites: { rikshospitalet: { labourWard: { midwives: { fullTimePosts: { value: 7, unit: full-time posts, source: Trial, confidence: U } } } } } }',
        'interventions:',
        `  - { model: one-to-one-norm, ${start}, site: rikshospitalet, standby: ${standby} }`,
      );
    expect(
      messagesOf(norm(8))
        .at(-1)
        ?.replace(/^\S+: /, ''),
    ).toBe(
      'interventions[0].standby: 8 on standby of 7 full-time posts in the labour ward of rikshospitalet. Allowed: no more on standby than there are posts.',
    );
  });

  it('names origins and employers that exist', () => {
    expect(found(`model: births-change, ${start}, factor: 1.1, origins: [alna, outside-ahs]`)).toEqual([
      expect.stringMatching(
        /^interventions\[0\]\.origins\[1\]: unknown district or area outside "outside-ahs"; did you mean "outside-ahus"\?/,
      ),
    ]);
    expect(found('model: sickness-wave, start: 2027-02-01, end: 2027-03-01, factor: 2, employers: [ouss]')).toEqual([
      'interventions[0].employers[0]: unknown employer "ouss"; did you mean "ous"? Allowed: ous, ahus, districts, state, rhf.',
    ]);
  });

  it('closes no more places of any kind than there are', () => {
    const closed = 'receptionPlaces: -6, antenatalBeds: -19, recoveryPlaces: -5, hotelBeds: -15, neonatalCots: -21';
    expect(
      found(`model: capacity, ${start}, site: ahus, ${closed}`).map((message) => message.split(' on ')[0]),
    ).toEqual([
      'interventions[0].receptionPlaces: leaves -1',
      'interventions[0].antenatalBeds: leaves -1',
      'interventions[0].recoveryPlaces: leaves -1',
      'interventions[0].hotelBeds: leaves -1',
      'interventions[0].neonatalCots: leaves -1',
    ]);
  });
});

describe('published effects', () => {
  const effect = (key: string, value: number) =>
    found(
      `model: continuity-effects, ${start}, effects: { ${key}: { value: ${value}, source: Trial, confidence: U } }`,
    );

  it('are no relative risks below zero', () => {
    expect(effect('instrumental', -0.5)).toEqual([
      'interventions[0].effects.instrumental.value: found -0.5. Allowed: a number from 0 up to 10.',
    ]);
  });

  it('make nothing more than certain', () => {
    expect(effect('epidural', 1.7)).toEqual([
      'interventions[0].effects.epidural.value: 1.7 × 0.625 = 1.06 (sectors.ous.epiduralShare.nulliparous), more than certain. Allowed: a relative risk up to 1.6.',
    ]);
    expect(effect('epidural', 1.6)).toEqual([]);
    expect(effect('instrumental', 4.1)[0]).toMatch(
      /\(hospitals\.ous\.instrumentalShare\.nulliparous\), more than certain/,
    );
    expect(effect('caesareanInLabour', 9)[0]).toMatch(
      /\(clinical\.groups\.\w+\.\w+\.caesareanInLabour\), more than certain/,
    );
    expect(effect('preterm', 0.5)).toEqual([]);
  });
});

describe('grants', () => {
  const known = (more: string) => found(`model: known-grant, ${more}, payer: ous`);

  it('are given within the horizon', () => {
    expect(
      found('model: grant, start: 2026-01-01, end: 2026-12-31, payer: ous, kroner: 6000000, source: Trial'),
    ).toEqual([
      'interventions[0].end: found 2026-12-31, before the first day of the horizon: no year that is counted would have the money. Allowed: a date from 2027-01-01.',
    ]);
  });

  it('that are known are given within their own period', () => {
    expect(known('grant: kombinasjon-nordre-aker, start: 2027-01-01, end: 2027-12-31')).toEqual([
      'interventions[0].end: found 2027-12-31, outside the period of kombinasjon-nordre-aker, 2025-09-01 to 2027-08-31 (4600000 NOK). Allowed: a date from 2025-09-01 to 2027-08-31.',
    ]);
    expect(known('grant: kombinasjon-nordre-aker, start: 2027-01-01, end: 2027-08-31')).toEqual([]);
    expect(known('grant: kombinasjon-nordre-akre, start: 2027-01-01, end: 2027-08-31')[0]).toMatch(
      /^interventions\[0\]\.grant: unknown grant "kombinasjon-nordre-akre"; did you mean "kombinasjon-nordre-aker"\?/,
    );
  });
});
