import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadScenario, scenarioFilesFromRecord, type Intervention } from '../../scenarios/schema/index.ts';
import { messagesOf, plan, problemsOf, shippedTexts } from './support.ts';

type Teams = Extract<Intervention, { model: 'continuity-teams' }>;

/** The teams that a plan loads with. */
function teamsOf(text: string): Teams[] {
  const { interventions } = loadScenario('my-plan', scenarioFilesFromRecord({ ...shippedTexts, 'my-plan.yaml': text }));
  return interventions.filter((intervention) => intervention.model === 'continuity-teams');
}

/** A roll-out in Stovner (368 births, 3.6 posts), Alna (600; 5.9) and Sagene (801; 7.8); lines replace or add to its own. */
function rollOut(changes: Record<string, string | undefined> = {}): string {
  const lines: Record<string, string | undefined> = {
    decided: '2026-06-01',
    start: '2026-10-01',
    months: '5',
    order: '[stovner, alna, sagene]',
    coverage: '0.8',
    payers: '{ ous: ous, ahus: ahus }',
    ...changes,
  };
  return plan(
    'interventions:',
    '  - model: roll-out',
    ...Object.entries(lines).flatMap(([key, value]) => (value === undefined ? [] : [`    ${key}: ${value}`])),
  );
}

/** The English messages without the file. */
const found = (text: string) => messagesOf(text).map((message) => message.replace('scenarios/my-plan.yaml:', ''));

describe('a roll-out stands for teams district by district', () => {
  it('as in an example worked by hand', () => {
    const teams = teamsOf(
      rollOut({
        postsFrom: '[{ site: ahus, posts: 5 }, { site: ullevaal, unit: postnatalWard, posts: 10.1 }]',
        districtPostShare: '0.5',
        trainingWeeks: '3',
        followUpWeeks: '16',
      }),
    );
    // ⌊368 × 0.8 ÷ 150⌋ = 1, ⌊600 × 0.8 ÷ 150⌋ = 3 and ⌊801 × 0.8 ÷ 150⌋ = 4 teams, 8 in all. Starts after 0, 2.5 and 5 months.
    // 5 posts: 0.625 → 0.75 and 2.5 → 2.5 in running total, so 0.75, 1.75 and 2.5. 10.1: 1.26 → 1.25, 5.05 → 5, 10.1.
    // Half of 3.6, 5.9 and 7.8 own posts: 1.8 → 1.75, 2.95 → 2.75, 3.9 → 3.75.
    const common = { model: 'continuity-teams', trainingWeeks: 3, followUpWeeks: 16 };
    const ward = { site: 'ullevaal', unit: 'postnatalWard' };
    expect(teams).toEqual([
      {
        ...common,
        start: '2026-10-01',
        teams: { stovner: 1 },
        payer: 'ahus',
        postsFrom: [
          { site: 'ahus', posts: 0.75 },
          { ...ward, posts: 1.25 },
          { district: 'stovner', posts: 1.75 },
        ],
      },
      {
        ...common,
        start: '2027-01-01',
        teams: { alna: 3 },
        payer: 'ahus',
        postsFrom: [
          { site: 'ahus', posts: 1.75 },
          { ...ward, posts: 3.75 },
          { district: 'alna', posts: 2.75 },
        ],
      },
      {
        ...common,
        start: '2027-03-01',
        teams: { sagene: 4 },
        payer: 'ous',
        postsFrom: [
          { site: 'ahus', posts: 2.5 },
          { ...ward, posts: expect.closeTo(5.1, 9) },
          { district: 'sagene', posts: 3.75 },
        ],
      },
    ]);
  });

  it('with at least one team in each, also where coverage alone gives none', () => {
    expect(teamsOf(rollOut({ coverage: '0.1' })).map(({ teams }) => teams)).toEqual([
      { stovner: 1 },
      { alna: 1 },
      { sagene: 1 },
    ]);
  });

  it('of one district, which starts at once', () => {
    expect(teamsOf(rollOut({ order: '[alna]' }))).toEqual([
      { model: 'continuity-teams', start: '2026-10-01', teams: { alna: 3 }, payer: 'ahus' },
    ]);
  });

  const districts = ['gamle-oslo', 'sagene', 'frogner', 'ullern', 'bjerke', 'grorud', 'stovner', 'alna', 'nordstrand'];

  it('with dates in order within its months, and exactly the posts that are taken, in step with the midwives', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(districts, { minLength: 2 }),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 10, max: 100 }),
        fc.integer({ min: 1, max: 24 }),
        (order, months, percent, quarters) => {
          const postsFrom = `[{ site: ullevaal, posts: ${quarters / 4} }]`;
          const text = rollOut({
            order: `[${order.join(', ')}]`,
            months: String(months),
            coverage: String(percent / 100),
            midwives: '6',
            caseload: '200',
            postsFrom,
          });
          const teams = teamsOf(text);
          expect(teams.map((stage) => Object.keys(stage.teams)[0])).toEqual(order);
          const starts = teams.map(({ start }) => start);
          expect(starts).toEqual(starts.toSorted());
          expect(starts[0]).toBe('2026-10-01');
          expect(starts.every((start) => start.endsWith('-01'))).toBe(true);
          const [year, month] = starts.at(-1)!.split('-').map(Number);
          expect((year! - 2026) * 12 + month! - 10).toBe(months);

          const all = teams.reduce((sum, stage) => sum + Object.values(stage.teams)[0]!, 0);
          let started = 0;
          let taken = 0;
          for (const stage of teams) {
            started += Object.values(stage.teams)[0]!;
            const piece = stage.postsFrom?.[0]?.posts ?? 0;
            taken += piece;
            expect(piece * 4).toBe(Math.round(piece * 4));
            expect(Math.abs(taken - (quarters / 4) * (started / all))).toBeLessThanOrEqual(0.125 + 1e-9);
          }
          expect(taken).toBe(quarters / 4);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a roll-out is refused', () => {
  it('when its first team would start before anybody could be recruited and trained', () => {
    expect(found(rollOut({ start: '2026-09-01' }))).toEqual([
      '8:12: interventions[0].start: found 2026-09-01; decided on 2026-06-01, with 13 weeks of recruitment and 4 of training, the first team can start on 2026-09-28. Allowed: a date from 2026-09-28.',
    ]);
    expect(found(rollOut({ start: '2026-09-01', recruitmentWeeks: '9' }))).toEqual([]);
    expect(found(rollOut({ trainingWeeks: '20' }))[0]).toMatch(
      /13 weeks of recruitment and 20 of training.*2027-01-18/,
    );
    expect(problemsOf(rollOut({ start: '2026-09-01' }))[0]?.message.nb).toMatch(
      /vedtatt 2026-06-01, med 13 uker til rekruttering og 4 til opplæring, kan det første teamet begynne 2026-09-28/,
    );
  });

  it('when it starts within a month', () => {
    expect(found(rollOut({ start: '2026-10-15' }))).toEqual([
      '8:12: interventions[0].start: found 2026-10-15; districts start on the first of a month. Allowed: a date such as 2026-10-01.',
    ]);
  });

  it('when its last district would start after the horizon', () => {
    const late = found(rollOut({ months: '16' }));
    expect(late[0]).toBe(
      '10:28: interventions[0].order[2]: over 16 months from 2026-10-01 the turn of sagene comes on 2028-02-01, after the last day of the horizon. Allowed: a date up to 2027-12-31.',
    );
    expect(late).toHaveLength(1);
  });

  it('when a district is unknown, outside the city, there twice or too small for a team', () => {
    expect(found(rollOut({ order: '[stovnr, alna]' }))[0]).toMatch(
      /^10:13: interventions\[0\]\.order\[0\]: unknown district "stovnr"; did you mean "stovner"\?/,
    );
    expect(found(rollOut({ order: '[outside-ahus, alna]' }))[0]).toMatch(/order\[0\]: unknown district "outside-ahus"/);
    expect(found(rollOut({ order: '[alna, stovner, alna]' }))).toEqual([
      '10:28: interventions[0].order[2]: alna stands in the order twice, as number 1 and 3. Allowed: each district once.',
    ]);
    expect(found(rollOut({ caseload: '400' }))).toEqual([
      '10:13: interventions[0].order[0]: a team has room for 400 women a year and stovner has 368 births. Allowed: districts with births for at least one team.',
    ]);
  });

  it('when nobody pays in a sector, or a sector or payer is unknown', () => {
    expect(found(rollOut({ payers: '{ ahus: ahus }' }))).toEqual([
      '12:5: interventions[0].payers: nobody pays the teams of sagene, which belongs to the sector ous. Allowed: a payer for each sector of the order.',
    ]);
    expect(found(rollOut({ payers: '{ ous: ous, ahus: ahus, osu: ous }' }))[0]).toMatch(
      /payers\.osu: unknown sector "osu"\. Allowed: ous, ahus/,
    );
    expect(found(rollOut({ payers: '{ ous: ous, ahus: ahuss }' }))[0]).toMatch(
      /^12:31: interventions\[0\]\.payers\.ahus: unknown payer "ahuss"; did you mean "ahus"\?/,
    );
  });

  it('when it has no coverage, or more teams than a district may have', () => {
    expect(found(rollOut({ coverage: '0' }))).toEqual([
      '11:15: interventions[0].coverage: found 0, which leaves no team. Allowed: more than 0, up to 1.',
    ]);
    expect(found(rollOut({ caseload: '14' }))).toEqual([
      '11:15: interventions[0].coverage: 801 births × 0.8 ÷ 14 women a team gives sagene 45 teams. Allowed: at most 40 teams in a district.',
    ]);
  });

  it('when it takes more posts than its teams have', () => {
    const postsFrom = '[{ site: ahus, posts: 20 }, { site: ullevaal, posts: 12.25 }]';
    expect(found(rollOut({ postsFrom }))).toEqual([
      '13:5: interventions[0].postsFrom: 32.25 posts are taken for 8 × 4 = 32 new ones. Allowed: no more than the posts that they pay for.',
    ]);
    expect(found(rollOut({ districtPostShare: '1', midwives: '2', onCallMidwives: '1' }))).toEqual([
      '13:24: interventions[0].districtPostShare: 17 posts are taken for 8 × 2 = 16 new ones. Allowed: no more than the posts that they pay for.',
    ]);
  });

  it('when it takes posts from a unit that has too few, with its place in the file', () => {
    const postsFrom = '[{ site: ahus, posts: 5 }, { site: rikshospitalet, unit: reception, posts: 8 }]';
    expect(found(rollOut({ postsFrom }))).toEqual([
      '13:91: interventions[0].postsFrom[1].posts: rikshospitalet reception has 7.3 full-time posts of midwives; 1 taken by continuity-teams from 2026-09-03, 3 taken by continuity-teams from 2026-12-04, 4 taken by continuity-teams from 2027-02-01: -0.7 left on 2027-02-01. Allowed: taking no more posts than there are.',
    ]);
  });

  it('when a district has teams already', () => {
    const text = rollOut() + '  - { model: continuity-teams, start: 2026-12-01, teams: { alna: 1 }, payer: ahus }\n';
    expect(found(text)[0]).toMatch(
      /interventions\[1\]\.teams\.alna: alna already has continuity teams from 2027-01-01/,
    );
    const before = text
      .replace('interventions:\n', '')
      .replace(/(  - model: roll-out[^]*?)(  - \{.*\n)/, 'interventions:\n$2$1');
    expect(found(before)[0]).toMatch(
      /^11:22: interventions\[1\]\.order\[1\]: alna already has continuity teams from 2026-12-01/,
    );
  });
});
