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
const leaving = (entry: string) => `model: staff-leaving, ${start}, posts: [{ ${entry} }]`;

describe('a reference to posts', () => {
  const cases: [string, string, string][] = [
    [
      'without a place',
      'posts: 1',
      'interventions[0].posts[0]: found neither a site nor a district. Allowed: either a site or a district.',
    ],
    [
      'with two places',
      'site: ahus, district: alna, posts: 1',
      'interventions[0].posts[0]: found both ahus and alna. Allowed: either a site or a district.',
    ],
    [
      'to an unknown site',
      'site: ahs, posts: 1',
      'interventions[0].posts[0].site: unknown site "ahs"; did you mean "ahus"? Allowed: ullevaal, rikshospitalet, ahus.',
    ],
    [
      'to a unit of a district',
      'district: alna, unit: labourWard, posts: 1',
      'interventions[0].posts[0].unit: a district has no unit "labourWard". Allowed: no unit beside a district.',
    ],
    [
      'to health nurses of a hospital',
      'site: ahus, profession: healthNurse, posts: 1',
      'interventions[0].posts[0].profession: health nurses work in districts, not at a site. Allowed: midwife, assistant.',
    ],
    [
      'to people whom the unit does not have',
      'site: ahus, profession: assistant, posts: 1',
      'interventions[0].posts[0].posts: ahus labourWard has 0 full-time posts of assistants; 1 taken by staff-leaving from 2027-01-01: -1 left on 2027-01-01. Allowed: taking no more posts than there are.',
    ],
  ];
  test.each(cases)('%s is refused', (_, entry, message) => {
    expect(found(leaving(entry))).toEqual([message]);
  });

  it('to an unknown district or unit is refused', () => {
    expect(found(leaving('district: alnaa, posts: 1'))[0]).toMatch(
      /^interventions\[0\]\.posts\[0\]\.district: unknown district "alnaa"; did you mean "alna"\?/,
    );
    expect(found(leaving('site: ahus, unit: labourward, posts: 1'))[0]).toMatch(
      /^interventions\[0\]\.posts\[0\]\.unit: found the text "labourward"; did you mean "labourWard"\?/,
    );
  });

  it('that gives posts to a unit without such shifts is refused', () => {
    const shift = (to: string) => found(`model: task-shift, ${start}, to: [{ ${to} }]`);
    expect(shift('site: ahus, profession: assistant, posts: 2')).toEqual([
      'interventions[0].to[0]: the labourWard of ahus has no shifts for assistants, so they cannot be placed there. Allowed: postnatalWard.',
    ]);
    expect(shift('site: ahus, unit: reception, profession: assistant, posts: 2')[0]).toMatch(
      /^interventions\[0\]\.to\[0\]\.unit: the reception of ahus/,
    );
    expect(shift('site: ahus, unit: postnatalWard, profession: assistant, posts: 2')).toEqual([]);
    expect(shift('district: alna, profession: assistant, posts: 1')).toEqual([]);
  });
});

describe('posts taken from a unit', () => {
  it('are at most those that it has, over all plans in force at a time', () => {
    const text = [
      teams('postsFrom: [{ site: rikshospitalet, posts: 4 }]', 'stovner: 2'),
      'model: move-posts, start: 2027-02-01, from: [{ site: rikshospitalet, posts: 20 }], to: [{ site: ahus, posts: 20 }]',
      'model: staff-leaving, start: 2027-03-01, end: 2027-05-31, posts: [{ site: rikshospitalet, unit: labourWard, posts: 6 }]',
    ];
    expect(found(...text)).toEqual([
      'interventions[2].posts[0].posts: rikshospitalet labourWard has 29.3 full-time posts of midwives; 4 taken by continuity-teams from 2026-12-04, 20 taken by move-posts from 2027-02-01, 6 taken by staff-leaving from 2027-03-01: -0.7 left on 2027-03-01. Allowed: taking no more posts than there are.',
    ]);
    expect(problemsOf(interventions(...text))[0]?.message.nb).toMatch(
      /rikshospitalet labourWard har 29\.3 årsverk av jordmødre; 4 tatt av continuity-teams fra 2026-12-04, .*: -0\.7 igjen den 2027-03-01\. Tillatt: å ta høyst så mange årsverk som finnes\.$/,
    );
    expect(found(...text.slice(0, 2))).toEqual([]);
  });

  it('may be posts that another intervention has given, as long as that lasts', () => {
    const gives = (end: string) =>
      `model: move-posts, ${start}${end}, from: [{ site: ahus, posts: 10 }], to: [{ site: rikshospitalet, posts: 10 }]`;
    const takes = 'model: staff-leaving, start: 2027-02-01, posts: [{ site: rikshospitalet, posts: 35 }]';
    expect(found(gives(''), takes)).toEqual([]);
    expect(found(gives(', end: 2027-06-30'), takes)[0]).toMatch(/-5\.7 left on 2027-07-01/);
  });

  it('are there again once the plan that took them has ended', () => {
    const takes = (from: string, to: string) =>
      `model: staff-leaving, start: ${from}, end: ${to}, posts: [{ district: alna, posts: 5 }]`;
    expect(found(takes('2027-01-01', '2027-03-31'), takes('2027-04-01', '2027-06-30'))).toEqual([]);
    expect(found(takes('2027-01-01', '2027-04-01'), takes('2027-04-01', '2027-06-30'))[0]).toMatch(
      /^interventions\[1\]\.posts\[0\]\.posts: alna has 5\.9 full-time posts of midwives; .*: -4\.1 left on 2027-04-01/,
    );
  });

  it('of assistants and health nurses are counted apart', () => {
    expect(found(leaving('site: ahus, unit: postnatalWard, profession: assistant, posts: 18'))).toEqual([]);
    expect(found(leaving('site: ahus, unit: postnatalWard, profession: assistant, posts: 19'))[0]).toMatch(
      /has 18 full-time posts of assistants/,
    );
    expect(found(leaving('district: alna, profession: healthNurse, posts: 3.5'))[0]).toMatch(
      /alna has 3 full-time posts of health nurses; .* -0\.5 left/,
    );
  });

  it('are no more than those that they pay for', () => {
    expect(found(teams('postsFrom: [{ site: ahus, posts: 4 }, { district: alna, posts: 0.5 }]'))).toEqual([
      'interventions[0].postsFrom: 4.5 posts are taken for 1 × 4 = 4 new ones. Allowed: no more than the posts that they pay for.',
    ]);
    const combined = (posts: number) =>
      `model: combined-positions, ${start}, districts: { alna: 2 }, site: ahus, employer: ahus, postsFrom: [{ site: ahus, posts: ${posts} }]`;
    expect(found(combined(2.5))).toEqual([
      'interventions[0].postsFrom: 2.5 posts are taken for 2 new ones. Allowed: no more than the posts that they pay for.',
    ]);
    expect(found(combined(2))).toEqual([]);
  });

  it('that are moved are as many as are given, in each profession', () => {
    const move = (from: string, to: string) =>
      found(`model: move-posts, ${start}, from: [{ ${from} }], to: [{ ${to} }]`);
    expect(move('site: ahus, posts: 3', 'site: ullevaal, posts: 2.5')).toEqual([
      'interventions[0].to: 3 posts of midwives are taken and 2.5 given. Allowed: as many posts of each profession in `to` as in `from`.',
    ]);
    const assistants = 'site: ullevaal, unit: postnatalWard, profession: assistant, posts: 3';
    expect(move('site: ahus, posts: 3', assistants)).toEqual([
      'interventions[0].to: 3 posts of midwives are taken and 0 given. Allowed: as many posts of each profession in `to` as in `from`.',
      'interventions[0].to: 0 posts of assistants are taken and 3 given. Allowed: as many posts of each profession in `to` as in `from`.',
    ]);
  });
});
