import { describe, expect, it } from 'vitest';
import { messagesOf, plan, problemsOf, shippedTexts } from '../../scenarios/support.ts';

/** Lines that replace one figure of the base data by another of the same unit. */
function input(path: string, value: string, unit: string): string[] {
  const keys = path.split('.');
  const lines = keys.map((key, depth) => `${'  '.repeat(depth + 1)}${key}:`);
  lines.push(`${'  '.repeat(keys.length + 1)}{ value: ${value}, unit: ${unit}, source: Trial, confidence: U }`);
  return ['inputs:', ...lines];
}

/** Path, finding and what is allowed of the only problem, without the place in the file. */
function onlyProblem(...lines: string[]): string {
  const messages = messagesOf(plan(...lines));
  expect(messages).toHaveLength(1);
  return messages[0]!.replace(/^\S+ /, '');
}

const none = '{ day: 0, evening: 0, night: 0 }';

describe('wrong staff data', () => {
  it('are a weekend every 0th, nights in too short blocks and posts below 0', () => {
    expect(onlyProblem(...input('staff.weekendEvery', '0', 'weeks'))).toMatch(
      /^inputs\.staff\.weekendEvery\.value: found 0/,
    );
    expect(onlyProblem(...input('staff.mostNightsInARow', '1', 'nights'))).toContain('found 1');
    const posts = input(
      'staff.sites.ahus.labourWard.midwives.posts.weekday',
      '{ day: -1, evening: 2, night: 2 }',
      'people on duty',
    );
    expect(onlyProblem(...posts)).toContain('weekday.value.day: found -1');
  });

  it('are shares of positions that do not sum to 1', () => {
    const shares = input(
      'staff.positions.healthNurses',
      '[{ position: 0.5, share: 0.4 }, { position: 1, share: 0.5 }]',
      'share of people',
    );
    expect(onlyProblem(...shares)).toMatch(
      /staff\.positions\.healthNurses\.value: the shares sum to 0\.9\. Allowed: shares that sum to 1\.$/,
    );
  });

  it('are a district that nobody serves', () => {
    const problem = onlyProblem(
      'inputs:',
      '  staff:',
      '    districts:',
      '      alna:',
      '        midwives: { value: 0, unit: full-time posts, source: Trial, confidence: U }',
      '        healthNurses: { value: 0, unit: full-time posts, source: Trial, confidence: U }',
    );
    expect(problem).toContain('staff.districts.alna: nobody serves alna: it has neither midwives nor health nurses.');
  });

  it('are posts without people, and people without posts', () => {
    const people = input('staff.sites.ahus.reception.midwives.fullTimePosts', '0', 'full-time posts');
    expect(onlyProblem(...people)).toContain(
      'reception.midwives.fullTimePosts.value: found 0, and posts on some shift.',
    );
    const posts = ['weekday', 'weekend', 'publicHoliday'].map(
      (days) => `            ${days}: { value: ${none}, unit: people on duty, source: Trial, confidence: U }`,
    );
    const problem = onlyProblem(
      'inputs:',
      '  staff:',
      '    sites:',
      '      ahus:',
      '        reception:',
      '          midwives:',
      '            posts:',
      ...posts.map((line) => `  ${line}`),
    );
    expect(problem).toContain('reception.midwives.posts: found no posts on any shift, and 10.5 full-time posts.');
  });

  it('are an outpatient clinic with night posts', () => {
    const text = shippedTexts['oslo/staff.yaml']!.replace('value: { day: 17 }', 'value: { day: 17, night: 1 }');
    expect(text).not.toBe(shippedTexts['oslo/staff.yaml']);
    const [message] = messagesOf(plan(), { 'oslo/staff.yaml': text });
    expect(message).toContain('outpatientClinic.midwives.posts.weekday.value.night: unknown key "night"');
    expect(message).toMatch(/Allowed: day\.$/);
  });

  it('are a site and a district that do not exist, and a site without a labour ward', () => {
    const text = shippedTexts['oslo/staff.yaml']!;
    const site = messagesOf(plan(), { 'oslo/staff.yaml': text.replace('    ahus:', '    ahuss:') });
    expect(site[0]).toContain('staff.sites.ahuss: unknown site "ahuss"; did you mean "ahus"?');
    expect(site[1]).toContain('staff.sites: ahus has no midwives on a labour ward.');
    const district = messagesOf(plan(), { 'oslo/staff.yaml': text.replace('    sagene:', '    sagen:') });
    expect(district[0]).toContain('staff.districts.sagen: unknown district "sagen"; did you mean "sagene"?');
    expect(district[1]).toContain('staff.districts: nobody serves sagene');
  });

  it('are explained in bokmål too', () => {
    const [problem] = problemsOf(
      plan(...input('staff.sites.ahus.reception.midwives.fullTimePosts', '0', 'full-time posts')),
    );
    expect(problem!.message.nb).toContain(
      'fant 0, men plasser på noen vakt. Tillatt: årsverk over 0, eller ingen plasser.',
    );
  });
});

describe('wrong changes of ward posts', () => {
  const change = (unit: string, weekday: string, weekend: string): string[] => [
    'interventions:',
    '  - model: ward-posts',
    '    start: 2027-03-01',
    '    site: rikshospitalet',
    `    ${unit}`,
    `    weekday: ${weekday}`,
    `    weekend: ${weekend}`,
  ];

  it('take more posts than there are in the unit', () => {
    const problem = onlyProblem(...change('unit: postnatalWard', none, '{ day: 0, evening: -3, night: 0 }'));
    expect(problem).toContain('interventions[0].weekend.evening: leaves -1 on 2027-03-01.');
    expect(problem).toContain('there are 2 before any change');
  });

  it('name a unit that has nobody of the profession', () => {
    const problem = onlyProblem(...change('unit: labourWard\n    profession: assistant', none, none));
    expect(problem).toContain(
      'interventions[0].unit: unit of the site "labourWard" has no assistants. Allowed: postnatalWard.',
    );
  });

  it('open an outpatient clinic at night', () => {
    const problem = onlyProblem(...change('unit: outpatientClinic', '{ day: 1, evening: 0, night: 1 }', none));
    expect(problem).toMatch(/^interventions\[0\]\.weekday\.night: found 1 in an outpatient clinic.* Allowed: 0\.$/);
  });
});
