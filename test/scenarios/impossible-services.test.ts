import { describe, expect, it, test } from 'vitest';
import { messagesOf, plan, problemsOf } from './support.ts';

/** A figure with a passport, as a flow mapping. */
const figure = (value: string, unit: string): string =>
  `{ value: ${value}, unit: ${unit}, source: Trial, confidence: U }`;

/** A plan that replaces one figure of the base data. */
const replaced = (path: string, value: string, unit: string): string =>
  plan('inputs:', `  ${path.split('.').reduceRight((rest, key) => `{ ${key}: ${rest} }`, figure(value, unit))}`);

/** The English messages without file, line and column. */
const found = (text: string): string[] => messagesOf(text).map((message) => message.replace(/^\S+: (inputs\.)?/, ''));

const everyShift = (value: string, unit: string): string => {
  const shifts = `{ day: ${figure(value, unit)}, evening: ${figure(value, unit)}, night: ${figure(value, unit)} }`;
  return `{ weekday: ${shifts}, weekend: ${shifts} }`;
};

describe('a theatre', () => {
  it('without opening hours is refused', () => {
    expect(found(replaced('sites.ahus.theatreHours.closes', "'08:00'", 'clock time'))).toEqual([
      'sites.ahus.theatreHours.closes.value: found 08:00. Allowed: a clock time after 08:00.',
    ]);
    expect(found(replaced('sites.ahus.theatreHours.opens', "''", 'clock time'))).toEqual([
      'sites.ahus.theatreHours.opens.value: found the text "". Allowed: a clock time such as "07:30".',
    ]);
    expect(found(replaced('sites.ahus.theatreHours', '[]', 'clock time'))[0]).toMatch(/^sites\.ahus\.theatreHours/);
  });

  it('that closes before the last planned caesarean begins, or opens after the first, is refused', () => {
    expect(found(replaced('sites.ahus.theatreHours.closes', "'12:00'", 'clock time'))).toEqual([
      'sites.ahus.theatreHours.closes.value: found 12:00, and planned caesareans up to 14:00. Allowed: a clock time from 14:00 on (timePattern.plannedCaesarean).',
    ]);
    expect(found(replaced('sites.ahus.theatreHours.opens', "'09:30'", 'clock time'))).toEqual([
      'sites.ahus.theatreHours.opens.value: found 09:30, and the first planned caesarean at 08:00. Allowed: a clock time up to 08:00 (timePattern.plannedCaesarean).',
    ]);
  });

  it('that is not there, where women give birth, is refused', () => {
    expect(found(replaced('sites.ahus.theatres', '0', 'theatres'))).toEqual([
      'sites.ahus.theatres.value: found 0: caesareans would wait here for ever. Allowed: 1 or more.',
    ]);
  });

  it('without a team in its hours is refused, for no planned caesarean could be done', () => {
    const none = plan('inputs:', `  sites: { ahus: { theatreTeams: ${everyShift('0', 'teams')} } }`);
    expect(found(none)).toEqual([
      expect.stringMatching(
        /^sites\.ahus\.theatreTeams\.weekday\.day\.value: no team is on duty while the theatre is open from 08:00 to 15:30\./,
      ),
    ]);
    expect(problemsOf(none)[0]?.message.nb).toMatch(/ingen team er på vakt mens operasjonsstuen er åpen/);
  });

  it('may be without a team by night: those in labour wait, and the simulation shows it', () => {
    expect(found(replaced('sites.ahus.theatreTeams.weekday.night', '0', 'teams'))).toEqual([]);
  });
});

describe('a woman whose sector has no open site', () => {
  it('is refused when the site of her sector has no labour room', () => {
    expect(found(replaced('sites.ahus.labourRooms', '0', 'rooms'))).toEqual([
      'sites.ahus.labourRooms.value: found 0, and women whose sector has no open site are to give birth here. Allowed: 1 or more, or a place of birth elsewhere for those women.',
    ]);
  });

  const closing = (site: string, rooms: number, ...period: string[]) => [
    '  - model: capacity',
    ...period.map((line) => `    ${line}`),
    `    site: ${site}`,
    `    labourRooms: ${rooms}`,
  ];
  const allClosed = (...period: string[]) => [
    ...closing('ullevaal', -15, ...period),
    ...closing('rikshospitalet', -5, ...period),
    ...closing('ahus', -12, ...period),
  ];

  it('is refused when her sector and all that take over are closed for the whole horizon', () => {
    expect(found(plan('interventions:', ...allClosed('start: 2026-12-01')))).toEqual([
      'interventions[1].labourRooms: closes the last site of the sector ous: a woman there has no open site for the whole horizon. Allowed: one open site at some time, of the sector or among those that take over in labour (diversion).',
    ]);
  });

  it('is for the simulation when the closing is for a part of the horizon, or another site takes over', () => {
    expect(found(plan('interventions:', ...allClosed('start: 2027-02-01')))).toEqual([]);
    expect(found(plan('interventions:', ...allClosed('start: 2027-01-01', 'end: 2027-12-30')))).toEqual([]);
    expect(found(plan('interventions:', ...closing('ahus', -12, 'start: 2026-12-01')))).toEqual([]);
  });

  it('is refused when the place of birth of her sector is nowhere', () => {
    expect(found(replaced('sectors.ahus.placeOfBirth', '{ nowhere: 1 }', 'share of births'))[0]).toMatch(
      /^sectors\.ahus\.placeOfBirth\.value\.nowhere: unknown site "nowhere"/,
    );
    expect(found(replaced('sectors.ahus.placeOfBirth', '{}', 'share of births'))).toEqual([
      'sectors.ahus.placeOfBirth.value: the shares sum to 0. Allowed: shares that sum to 1.',
    ]);
  });
});

describe('a place that women would wait for without end', () => {
  test.each([
    ['recoveryPlaces', 'places', 'women after a caesarean'],
    ['receptionPlaces', 'places', 'the women who come in labour'],
    ['antenatalBeds', 'beds', 'inductions'],
    ['postnatalBeds', 'beds', 'women after birth'],
  ])('is refused: no %s', (key, unit, who) => {
    expect(found(replaced(`sites.ullevaal.${key}`, '0', unit))).toEqual([
      `sites.ullevaal.${key}.value: found 0: ${who} would wait here for ever. Allowed: 1 or more.`,
    ]);
  });

  it('may be missing where it is not needed: a hotel, or cots', () => {
    expect(found(replaced('sites.ahus.hotelBeds', '0', 'beds'))).toEqual([]);
    expect(found(replaced('sites.ahus.neonatalCots', '0', 'cots'))).toEqual([]);
  });

  it('may be missing at a site where nobody is to give birth', () => {
    const text = plan(
      'inputs:',
      `  sites: { rikshospitalet: { labourRooms: ${figure('0', 'rooms')}, theatres: ${figure('0', 'theatres')} } }`,
      '  clinical: { regionalUnit: { site: ahus } }',
      '  sectors:',
      ...['ous', 'ahus', 'outside-ous', 'outside-ahus'].map(
        (sector) => `    ${sector}: { placeOfBirth: ${figure('{ ahus: 1 }', 'share of births')} }`,
      ),
    );
    expect(found(text)).toEqual([]);
  });

  it('is an obstetrician who is never on duty', () => {
    const text = plan('inputs:', `  sites: { ahus: { obstetricians: ${everyShift('0', 'obstetricians')} } }`);
    expect(found(text)).toEqual([
      'sites.ahus.obstetricians: no obstetrician is ever on duty. Allowed: an obstetrician on some shift: instrumental births wait for one.',
    ]);
  });
});

describe('staff', () => {
  it('are refused in a district nobody serves', () => {
    const text = plan(
      'inputs:',
      `  staff: { districts: { alna: { midwives: ${figure('0', 'full-time posts')}, healthNurses: ${figure('0', 'full-time posts')} } } }`,
    );
    expect(found(text)).toEqual([
      'staff.districts.alna: nobody serves alna: it has neither midwives nor health nurses. Allowed: full-time posts of midwives or health nurses in each district.',
    ]);
  });

  const noPosts = figure('{ day: 0, evening: 0, night: 0 }', 'people on duty');

  it('are refused in a unit with people but no posts, and the other way round', () => {
    const posts = `{ weekday: ${noPosts}, weekend: ${noPosts}, publicHoliday: ${noPosts} }`;
    expect(
      found(plan('inputs:', `  staff: { sites: { ahus: { labourWard: { midwives: { posts: ${posts} } } } } }`))[0],
    ).toMatch(
      /^staff\.sites\.ahus\.labourWard\.midwives\.posts: found no posts on any shift, and [\d.]+ full-time posts\./,
    );
    expect(found(replaced('staff.sites.ahus.labourWard.midwives.fullTimePosts', '0', 'full-time posts'))).toEqual([
      'staff.sites.ahus.labourWard.midwives.fullTimePosts.value: found 0, and posts on some shift. Allowed: full-time posts above 0, or no posts.',
    ]);
  });

  it('are refused when they work every 0th weekend', () => {
    expect(found(replaced('staff.weekendEvery', '0', 'weeks'))).toEqual([
      'staff.weekendEvery.value: found 0. Allowed: a whole number from 1 up to 6.',
    ]);
  });

  it('are refused when shifts leave a part of the day to nobody', () => {
    expect(found(replaced('staff.shifts.evening.end', "'21:00'", 'clock time'))).toEqual([
      'staff.shifts.evening.end.value: found 21:00, and the night shift begins at 22:00: nobody is on duty between. Allowed: a clock time from 22:00 on.',
    ]);
    expect(found(replaced('staff.shifts.night.end', "'07:00'", 'clock time'))[0]).toMatch(
      /^staff\.shifts\.night\.end\.value: found 07:00, and the day shift begins at 07:30: nobody is on duty between\./,
    );
    expect(found(replaced('staff.shifts.night.end', "'07:30'", 'clock time'))).toEqual([]);
    expect(found(replaced('staff.shifts.evening.start', "'06:00'", 'clock time')).at(-1)).toMatch(
      /^staff\.shifts: found starts at 07:30, 06:00 and 22:00\. Allowed: day\.start < evening\.start < night\.start\.$/,
    );
  });

  it('are refused when a site where women give birth has no reception', () => {
    expect(found(plan('inputs:', '  staff: { sites: { ahus: { reception: {} } } }'))).toEqual([]);
    expect(found(plan('inputs:', '  staff: { sites: { ahus: { reception: null } } }'))[0]).toMatch(
      /^staff\.sites\.ahus\.reception: found nothing\./,
    );
  });

  it('are refused in a policy of cover that does not end, or lends to a unit that nobody knows', () => {
    expect(found(replaced('cover.policy', '[overtime]', 'steps in order'))).toEqual([
      'cover.policy.value[0]: found overtime as the last step. Allowed: leaveOpen as the last step.',
    ]);
    expect(
      found(replaced('cover.otherUnit.lendTo', '[{ from: labourWard, to: theatre }]', 'kinds of unit'))[0],
    ).toMatch(/^cover\.otherUnit\.lendTo\.value\[0\]\.to: found the text "theatre"\./);
  });
});

describe('hours and stays', () => {
  it('are refused when a stay is below zero, or nothing', () => {
    for (const [law, problem] of [
      ['{ law: exponential, mean: -1 }', 'value.mean: found -1. Allowed: a number above 0.'],
      ['{ law: constant, value: 0 }', 'value.value: found 0. Allowed: a number above 0.'],
    ] as const) {
      expect(found(replaced('clinical.postnatalStay.caesarean.usual', law, 'days'))).toEqual([
        `clinical.postnatalStay.caesarean.usual.${problem}`,
      ]);
    }
  });

  it('are refused when an hour pattern sums to nothing', () => {
    expect(
      found(replaced('timePattern.inductionStart.weekdays', '[0, 0, 0, 0, 0, 0, 0]', "'share, Monday to Sunday'")),
    ).toEqual(['timePattern.inductionStart.weekdays.value: the shares sum to 0. Allowed: shares that sum to 1.']);
    expect(found(replaced('timePattern.inductionStart.windows', '[]', 'clock time and share'))).toHaveLength(1);
    const months = replaced(
      'timePattern.monthFactors',
      '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]',
      "'births a day relative to the year, January to December'",
    );
    expect(problemsOf(months)).toHaveLength(12);
    expect(found(months)[0]?.split('\n')[0]).toBe(
      'timePattern.monthFactors.value[0]: found 0. Allowed: a number above 0.',
    );
  });

  it('are refused when those of the paediatrician, or the ages of the child, run backwards', () => {
    const at = 'wardRules.paediatricExamination';
    expect(found(replaced(`${at}.closes`, "'08:00'", 'clock time'))).toEqual([
      `${at}.closes.value: found 08:00. Allowed: a clock time after 09:00.`,
    ]);
    expect(found(replaced(`${at}.latestAge`, '12', 'hours'))).toEqual([
      `${at}.latestAge.value: found 12. Allowed: 24 (earliestAge) or more.`,
    ]);
    expect(found(replaced(`${at}.duration`, '600', 'minutes'))).toEqual([
      `${at}.duration.value: found 600. Allowed: at most the minutes from 09:00 to 14:00.`,
    ]);
  });
});

describe('a number beyond all measure', () => {
  test.each([
    ['clinical.labour.cleaning', 'hours', 'value', 'a number up to 10000'],
    ['programme.antenatal.duration', 'minutes', 'value', 'a number up to 1440'],
    ['clinical.labour.inducedFactor.nulliparous', 'ratio', 'value', 'a number up to 500'],
    ['economy.travelMinute', 'NOK a minute', 'value', 'a number up to 1000000000'],
    ['clinical.gestation.maximum', 'days', 'value', 'a number above 0 and up to 330'],
    ['origins.alna.births', 'births a year', 'value', 'a number up to 200000'],
    ['staff.sites.ahus.leadership', 'full-time posts', 'value', 'a number from 0 up to 2000'],
    ['sites.ahus.labourRooms', 'rooms', 'value', 'a whole number from 0'],
  ])('is refused once: %s', (path, unit, key, allowed) => {
    expect(found(replaced(path, '1e308', unit))).toEqual([`${path}.${key}: found 1e+308. Allowed: ${allowed}.`]);
  });

  it('is refused as the mean of a stay', () => {
    expect(found(replaced('clinical.labour.theatre', '{ law: exponential, mean: 1e6 }', 'hours'))).toEqual([
      'clinical.labour.theatre.value.mean: found 1000000. Allowed: a number up to 10000.',
    ]);
  });

  it('is refused when it is no number', () => {
    expect(found(replaced('sites.ahus.labourRooms', '.nan', 'rooms'))).toEqual([
      'sites.ahus.labourRooms.value: found NaN. Allowed: a whole number from 0.',
    ]);
  });
});
