import { describe, expect, it } from 'vitest';
import { messagesOf, plan, problemsOf, shippedNames, shippedWith } from './support.ts';

const districts =
  'gamle-oslo, gruenerloekka, sagene, st-hanshaugen, frogner, ullern, vestre-aker, nordre-aker, bjerke, grorud, ' +
  'stovner, alna, oestensjoe, nordstrand, soendre-nordstrand';

const models =
  'continuity-teams, combined-positions, early-discharge, task-shift, digital-follow-up, open-return, one-to-one-norm, ' +
  'extra-support, doula, continuity-effects, ward-posts, move-posts, staff-leaving, sickness-wave, births-change, ' +
  'capacity, grant, known-grant, financing, roll-out';

describe('a value that the schema refuses', () => {
  it('is located, quoted and set against what is allowed when it is too large', () => {
    const text = plan(
      'interventions:',
      '  - model: continuity-teams',
      '    start: 2027-01-01',
      '    teams: { alna: 41 }',
      '    payer: ahus',
    );
    expect(messagesOf(text)).toEqual([
      'scenarios/my-plan.yaml:8:20: interventions[0].teams.alna: found 41. Allowed: a whole number from 1 up to 40.',
    ]);
  });

  it('is known to be a number in quotes', () => {
    const text = plan('horizon: { start: 2027-01-01, end: 2027-12-31, warmUpDays: "15" }');
    expect(messagesOf(text)).toEqual([
      'scenarios/my-plan.yaml:5:60: horizon.warmUpDays: found the text "15"; write it without quotes. Allowed: a whole number from 0 up to 730.',
    ]);
    expect(problemsOf(text)[0]?.message.nb).toBe(
      'scenarios/my-plan.yaml:5:60: horizon.warmUpDays: fant teksten "15"; skriv det uten anførselstegn. Tillatt: et helt tall fra 0 til og med 730.',
    );
  });

  it('is missing, and the key that should hold it is shown', () => {
    const text = plan('horizon:', '  start: 2027-01-01', '  end: 2027-12-31');
    expect(messagesOf(text)).toEqual([
      'scenarios/my-plan.yaml:5:1: horizon.warmUpDays: missing. Allowed: a whole number from 0 up to 730.',
    ]);
  });

  it('is an impossible date', () => {
    const text = plan('horizon: { start: 2027-02-30, end: 2027-12-31, warmUpDays: 1 }');
    expect(messagesOf(text)).toEqual([
      'scenarios/my-plan.yaml:5:19: horizon.start: found the text "2027-02-30". Allowed: a date such as 2027-01-31.',
    ]);
  });

  it('is a key that nobody knows', () => {
    expect(messagesOf(plan('horison: 3'))).toEqual([
      'scenarios/my-plan.yaml:5:1: horison: unknown key "horison"; did you mean "horizon"? Allowed: schemaVersion, name, description, extends, base, horizon, inputs, interventions.',
    ]);
  });

  it('is a model that nobody knows', () => {
    expect(messagesOf(plan('interventions:', '  - model: ward-post'))).toEqual([
      `scenarios/my-plan.yaml:6:12: interventions[0].model: found the text "ward-post"; did you mean "ward-posts"? Allowed: ${models}.`,
    ]);
  });

  it('is a list where an intervention should be', () => {
    expect(messagesOf(plan('interventions:', '  - [capacity]'))).toEqual([
      `scenarios/my-plan.yaml:6:5: interventions[0]: found a list of 1. Allowed: a mapping whose model is one of ${models}.`,
    ]);
  });

  it('is a triangle whose corners are out of order', () => {
    const text = plan(
      'inputs:',
      '  clinical: { labour: { theatre: { value: { law: triangular, minimum: 3, mode: 1, maximum: 2 }, unit: hours, source: Trial, confidence: U } } }',
    );
    expect(messagesOf(text)).toEqual([
      'scenarios/my-plan.yaml:6:36: inputs.clinical.labour.theatre.value: found {"law":"triangular","minimum":3,"mode":1,"maximum":2}. Allowed: minimum ≤ mode ≤ maximum, with minimum below maximum.',
    ]);
  });

  it('is a version of the format that nobody knows', () => {
    const text = plan().replace('schemaVersion: 1', 'schemaVersion: 2');
    expect(messagesOf(text)).toEqual(['scenarios/my-plan.yaml:1:16: schemaVersion: found 2. Allowed: 1.']);
  });
});

describe('a name that refers to nothing', () => {
  const teams = (district: string, payer = 'ahus') =>
    plan(
      'interventions:',
      '  - model: continuity-teams',
      '    start: 2027-01-01',
      '    teams:',
      `      ${district}: 2`,
      `    payer: ${payer}`,
    );

  it('is a district, and the nearest one is suggested', () => {
    expect(messagesOf(teams('stovnr'))).toEqual([
      `scenarios/my-plan.yaml:9:7: interventions[0].teams.stovnr: unknown district "stovnr"; did you mean "stovner"? Allowed: ${districts}.`,
    ]);
    expect(problemsOf(teams('stovnr'))[0]?.message.nb).toBe(
      `scenarios/my-plan.yaml:9:7: interventions[0].teams.stovnr: ukjent bydel "stovnr"; mente du "stovner"? Tillatt: ${districts}.`,
    );
  });

  it('is a district far from every other, and none is suggested', () => {
    expect(problemsOf(teams('bergen-sentrum'))[0]).not.toHaveProperty('suggestion');
  });

  it('is an area outside the city', () => {
    expect(messagesOf(teams('outside-ahus'))[0]).toMatch(
      /^scenarios\/my-plan\.yaml:9:7: .*"outside-ahus" is an area outside the city, where teams cannot be placed\. Allowed: /,
    );
  });

  it('is a payer', () => {
    expect(messagesOf(teams('alna', 'ahuss'))).toEqual([
      'scenarios/my-plan.yaml:10:12: interventions[0].payer: unknown payer "ahuss"; did you mean "ahus"? Allowed: ous, ahus, districts, state, rhf.',
    ]);
  });

  it('is a site', () => {
    const text = plan(
      'interventions:',
      '  - model: capacity',
      '    start: 2027-01-01',
      '    site: ullevål',
      '    labourRooms: 1',
    );
    expect(messagesOf(text)[0]).toMatch(
      /^scenarios\/my-plan\.yaml:8:11: interventions\[0\]\.site: found the text "ullevål"\./,
    );
    expect(messagesOf(text.replace('ullevål', 'ulleval'))[0]).toMatch(
      /unknown site "ulleval"; did you mean "ullevaal"\?/,
    );
  });

  it('is a hospital or a sector in the base data', () => {
    expect(messagesOf(plan(), shippedWith('oslo/birth-sites.yaml', 'hospital: ahus', 'hospital: ahs'))[0]).toMatch(
      /^scenarios\/oslo\/birth-sites\.yaml:\d+:15: sites\.ahus\.hospital: unknown hospital "ahs"; did you mean "ahus"\? Allowed: ous, ahus\.$/,
    );
    expect(messagesOf(plan(), shippedWith('oslo/districts.yaml', 'sector: ahus', 'sector: akershus'))[0]).toMatch(
      /^scenarios\/oslo\/districts\.yaml:\d+:13: origins\.grorud\.sector: unknown sector "akershus"/,
    );
  });

  it('is the scenario that is extended', () => {
    const files = [...shippedNames, 'my-plan'].map((name) => `${name}.yaml`).toSorted();
    expect(messagesOf(plan().replace('extends: dagens', 'extends: dagenss'))).toEqual([
      `scenarios/my-plan.yaml:2:10: extends: scenarios/dagenss.yaml: there is no such file; did you mean "dagens"? Allowed: a file, or one of the scenarios ${files.map((file) => file.replace('.yaml', '')).join(', ')}.`,
    ]);
  });

  it('is the folder of base data', () => {
    expect(messagesOf(plan('base: osla'))).toEqual([
      'scenarios/my-plan.yaml:5:7: base: there is no base data "osla"; did you mean "oslo"? Allowed: oslo.',
    ]);
  });
});

describe('dates that run backwards', () => {
  const closing = (start: string, end: string) =>
    plan(
      'interventions:',
      '  - model: capacity',
      `    start: ${start}`,
      `    end: ${end}`,
      '    site: ahus',
      '    labourRooms: -1',
    );

  it('are the end of an intervention before its start', () => {
    expect(messagesOf(closing('2027-07-01', '2027-06-30'))).toEqual([
      'scenarios/my-plan.yaml:8:10: interventions[0].end: found 2027-06-30, before the start. Allowed: a date from 2027-07-01.',
    ]);
  });

  it('are an intervention after the horizon', () => {
    expect(messagesOf(closing('2028-01-01', '2028-02-01'))).toEqual([
      'scenarios/my-plan.yaml:7:12: interventions[0].start: found 2028-01-01, after the last day of the horizon. Allowed: a date up to 2027-12-31.',
    ]);
  });

  it('are the end of the horizon before its start', () => {
    expect(messagesOf(plan('horizon:', '  start: 2027-01-01', '  end: 2026-12-31', '  warmUpDays: 28'))).toEqual([
      'scenarios/my-plan.yaml:7:8: horizon.end: found 2026-12-31, before the start. Allowed: a date from 2027-01-01.',
    ]);
  });
});

describe('interventions that do not go together', () => {
  const team = (start: string, end?: string) => [
    '  - model: continuity-teams',
    `    start: ${start}`,
    ...(end === undefined ? [] : [`    end: ${end}`]),
    '    teams: { alna: 2 }',
    '    payer: ahus',
  ];

  it('are two sets of teams in a district at a time', () => {
    expect(messagesOf(plan('interventions:', ...team('2027-01-01'), ...team('2027-05-01')))).toEqual([
      'scenarios/my-plan.yaml:12:14: interventions[1].teams.alna: alna already has continuity teams from 2027-01-01. Allowed: one intervention with continuity teams in a district at a time.',
    ]);
  });

  it('may follow each other in a district', () => {
    expect(messagesOf(plan('interventions:', ...team('2027-01-01', '2027-04-30'), ...team('2027-05-01')))).toEqual([]);
  });

  it('collide with those of the scenario that is extended', () => {
    const text = plan('interventions:', ...team('2027-05-01')).replace('dagens', 'min-jordmor-ahus-sektor');
    expect(messagesOf(text)[0]).toMatch(
      /^scenarios\/my-plan\.yaml:8:14: interventions\[0\]\.teams\.alna: alna already has/,
    );
  });

  const posts = (night: number, ...period: string[]) => [
    '  - model: ward-posts',
    ...period.map((line) => `    ${line}`),
    '    site: rikshospitalet',
    `    weekday: { day: 0, evening: 0, night: ${night} }`,
    '    weekend: { day: 0, evening: 0, night: 0 }',
  ];

  it('take more posts than there are', () => {
    expect(messagesOf(plan('interventions:', ...posts(-5, 'start: 2027-03-01')))).toEqual([
      'scenarios/my-plan.yaml:9:43: interventions[0].weekday.night: leaves -1 on 2027-03-01. Allowed: taking away no more than there is; there are 4 before any change.',
    ]);
  });

  it('take more posts than there are once an addition has ended', () => {
    const addition = posts(2, 'start: 2027-01-01', 'end: 2027-05-31');
    expect(messagesOf(plan('interventions:', ...addition, ...posts(-6, 'start: 2027-02-01')))).toEqual([
      'scenarios/my-plan.yaml:15:43: interventions[1].weekday.night: leaves -2 on 2027-06-01. Allowed: taking away no more than there is; there are 4 before any change.',
    ]);
  });

  it('close more rooms and beds than there are', () => {
    const text = plan(
      'interventions:',
      '  - model: capacity',
      '    start: 2027-07-01',
      '    site: ahus',
      '    labourRooms: -13',
      '    postnatalBeds: -41',
    );
    expect(messagesOf(text).map((message) => message.split(' Allowed')[0])).toEqual([
      'scenarios/my-plan.yaml:9:18: interventions[0].labourRooms: leaves -1 on 2027-07-01.',
      'scenarios/my-plan.yaml:10:20: interventions[0].postnatalBeds: leaves -1 on 2027-07-01.',
    ]);
  });
});

describe('shares that do not sum to 1', () => {
  it('are places of birth', () => {
    const replaced = shippedWith('oslo/districts.yaml', 'elsewhere: 0.07', 'elsewhere: 0.06');
    expect(messagesOf(plan(), replaced)[0]).toMatch(
      /^scenarios\/oslo\/districts\.yaml:\d+:\d+: sectors\.ous\.placeOfBirth\.value: the shares sum to 0\.99\. Allowed: shares that sum to 1\.$/,
    );
  });

  it('are obstetric groups, induction days and windows, or preterm bands', () => {
    const cases: [string, string, string, string][] = [
      ['oslo/clinical.yaml', 'value: 0.5555', 'value: 0.5556', 'clinical.groups.nulliparous'],
      ['oslo/clinical.yaml', 'share: 0.629', 'share: 0.6', 'clinical.gestation.pretermBands.value'],
      ['oslo/time-patterns.yaml', '0.19, 0.19', '0.186, 0.187', 'timePattern.inductionStart.weekdays.value'],
      ['oslo/time-patterns.yaml', 'share: 0.5', 'share: 0.4', 'timePattern.inductionStart.windows.value'],
    ];
    for (const [file, from, to, path] of cases) {
      const [problem] = problemsOf(plan(), shippedWith(file, from, to));
      expect(problem).toMatchObject({ file: `scenarios/${file}`, path });
      expect(problem?.line).toBeGreaterThan(1);
    }
  });
});

describe('base data that a scenario replaces', () => {
  const figure = (value: string) => `{ value: ${value}, unit: rooms, source: Trial, confidence: U }`;

  it('is taken figure by figure', () => {
    expect(messagesOf(plan('inputs:', `  sites: { ahus: { labourRooms: ${figure('14')} } }`))).toEqual([]);
  });

  it('must carry its own unit, source and confidence', () => {
    const text = plan('inputs:', '  sites:', '    ahus:', '      labourRooms: { value: 14 }');
    expect(problemsOf(text).map(({ line, path }) => `${line} ${path}`)).toEqual([
      '8 inputs.sites.ahus.labourRooms.unit',
      '8 inputs.sites.ahus.labourRooms.source',
      '8 inputs.sites.ahus.labourRooms.confidence',
    ]);
    expect(messagesOf(text.replace('{ value: 14 }', '14'))).toEqual([
      'scenarios/my-plan.yaml:8:20: inputs.sites.ahus.labourRooms: found 14. Allowed: a figure with value, unit "rooms", source, confidence (V, D or U) and, if known, year.',
    ]);
  });

  it('is located in the scenario file when it is wrong', () => {
    const text = plan('inputs:', `  sites: { ahus: { labourRooms: ${figure('-1')} } }`);
    expect(messagesOf(text)).toEqual([
      'scenarios/my-plan.yaml:6:42: inputs.sites.ahus.labourRooms.value: found -1. Allowed: a whole number from 0.',
    ]);
  });

  it('is located in the scenario file when it no longer goes with the rest', () => {
    const text = plan(
      'inputs:',
      '  clinical:',
      '    groups:',
      '      nulliparous:',
      '        "1": { share: { value: 0.5, unit: probability, source: Trial, confidence: U } }',
    );
    expect(messagesOf(text)).toEqual([
      'scenarios/my-plan.yaml:8:7: inputs.clinical.groups.nulliparous: the shares sum to 0.9445. Allowed: shares that sum to 1.',
    ]);
  });

  it('has no keys of its own making', () => {
    expect(messagesOf(plan('inputs:', '  sites:', '    ahus:', '      labourRoom: 3'))[0]).toMatch(
      /^scenarios\/my-plan\.yaml:8:7: inputs\.sites\.ahus\.labourRoom: unknown key "labourRoom"; did you mean "labourRooms"\?/,
    );
  });
});

describe('what no scenario is', () => {
  it('is a horizon of centuries', () => {
    const text = plan('horizon: { start: 2027-01-01, end: 2199-12-31, warmUpDays: 28 }');
    expect(messagesOf(text)).toEqual([
      'scenarios/my-plan.yaml:5:36: horizon.end: found 2199-12-31, 172 years after the start. Allowed: at most 100 years.',
    ]);
    expect(messagesOf(plan('horizon: { start: 2027-01-01, end: 2127-12-31, warmUpDays: 28 }'))).toEqual([]);
  });

  it('is a file longer than any base data', () => {
    const [problem] = problemsOf(plan(...Array.from({ length: 20_000 }, (_, index) => `k${index}: { a: 1 }`)));
    expect(problem).toMatchObject({ line: 1, column: 1 });
    expect(problem?.message.en).toMatch(/a file of \d+ characters. Allowed: ≤ 300000/);
  });

  it('is a name that steers a terminal', () => {
    const text = plan().replace('nb: Prøve', 'nb: "R\\e[31mød"');
    expect(problemsOf(text)[0]).toMatchObject({ line: 3, path: 'name.nb' });
  });
});
