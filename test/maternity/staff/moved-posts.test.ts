import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { isEmployed } from '../../../sim-core/maternity/staff/employment-spells.ts';
import { makeWorkforce } from '../../../sim-core/maternity/staff/make-workforce.ts';
import { ShiftCode } from '../../../sim-core/maternity/staff/unit.ts';
import type { Workforce } from '../../../sim-core/maternity/staff/workforce.ts';
import { changed, clockOf, dateAfter, shippedInputs } from '../../support/scenarios.ts';

type Interventions = ModelInputs['interventions'];

const inputs = shippedInputs('dagens');
const { calendar } = clockOf(inputs);
const today = makeWorkforce(inputs, calendar, '2027');
const at = (date: string): number => calendar.dayNumber(date);

const ward = 'ahus/labourWard/midwife';
const stovner = 'stovner/healthStation/midwife';
const grorud = 'grorud/healthStation/midwife';
const alna = 'alna/healthStation/midwife';

function withPlan(interventions: Interventions, trainingWeeks = 4): Workforce {
  const plan = changed(inputs, (copy) => {
    copy.data.continuityTeams.trainingWeeks = trainingWeeks;
    copy.interventions = interventions;
  });
  return makeWorkforce(plan, calendar, '2027');
}

function unitOf(of: Workforce, id: string): number {
  return of.units.findIndex((unit) => unit.id === id);
}

/** Full-time posts of the people of a unit who are employed on a day; 0 of a unit that there is not. */
function employedPosts(of: Workforce, id: string, day: number): number {
  return (of.peopleOf[unitOf(of, id)] ?? []).reduce(
    (sum, person) => (isEmployed(person, day) ? sum + person.position : sum),
    0,
  );
}

/** By how much the people of each unit differ from today's, where they do. */
function differences(of: Workforce, date: string): Record<string, number> {
  const ids = new Set([...today.units, ...of.units].map(({ id }) => id));
  const by = [...ids].map((id) => [id, employedPosts(of, id, at(date)) - employedPosts(today, id, at(date))] as const);
  return Object.fromEntries(by.filter(([, change]) => change !== 0));
}

function posts(of: Workforce, id: string, date: string): number[] {
  const unit = unitOf(of, id);
  return [ShiftCode.day, ShiftCode.evening, ShiftCode.night].map((shift) => of.posts(unit, shift, at(date)));
}

/** Everything that the roster of a unit says, its people numbered from 0. */
function rosterOf(of: Workforce, id: string): unknown {
  const people = of.peopleOf[unitOf(of, id)]!;
  return people.map(({ number, unit: _unit, otherUnits: _others, ...person }) => ({
    ...person,
    number: number - people[0]!.number,
    shifts: Array.from({ length: 700 }, (_day, index) => of.plannedShift(number, index - 300)).join(''),
  }));
}

const teams: Interventions[number] = {
  model: 'continuity-teams',
  start: '2027-02-01',
  teams: { stovner: 2, grorud: 1, alna: 2 },
  payer: 'ahus',
  midwives: 4,
  postsFrom: [
    { site: 'ahus', posts: 12 },
    { district: 'stovner', posts: 2.5 },
    { district: 'grorud', posts: 1.75 },
    { district: 'alna', posts: 2.75 },
  ],
};

describe('posts moved to teams', () => {
  const of = withPlan([teams]);
  const moved = { [ward]: -12, [stovner]: -2.5, [grorud]: -1.75, [alna]: -2.75 };
  const given = Object.fromEntries(
    ['stovner-1-1', 'stovner-1-2', 'grorud-1-1', 'alna-1-1', 'alna-1-2'].map((id) => [
      `${id}/continuityTeam/midwife`,
      4,
    ]),
  );

  it('leave their units to the last quarter of a post on the day when the team midwives begin to train', () => {
    expect(differences(of, '2027-01-03')).toEqual({});
    expect(differences(of, '2027-01-04')).toEqual({ ...moved, ...given });
    expect(differences(of, '2027-11-01')).toEqual({ ...moved, ...given });
  });

  it('leave it when the teams start, if nobody is trained', () => {
    const untrained = withPlan([{ ...teams, trainingWeeks: 0 }]);
    expect(differences(untrained, '2027-01-31')).toEqual({});
    expect(differences(untrained, '2027-02-01')).toEqual({ ...moved, ...given });
  });

  it('have left for good where the teams began before the first roster', () => {
    const early = withPlan([{ ...teams, start: '2025-02-01' }]);
    for (const date of ['2026-01-05', '2027-01-04', '2027-11-01']) {
      expect(differences(early, date)).toEqual({ ...moved, ...given });
      expect(posts(early, ward, date)).toEqual(posts(of, ward, '2027-11-02'));
    }
  });

  it('come back when the teams end, with the people who had them', () => {
    const passing = withPlan([{ ...teams, end: '2027-06-30' }]);
    expect(differences(passing, '2027-06-30')).toEqual({ ...moved, ...given });
    expect(differences(passing, '2027-07-01')).toEqual({});
    const gaps = passing.peopleOf[unitOf(passing, ward)]!.flatMap(({ gaps: own = [] }) => own);
    expect(gaps.length).toBeGreaterThan(11);
    for (const gap of gaps) expect(gap).toEqual({ fromDay: at('2027-01-04'), toDay: at('2027-07-01') });
    // As many positions beside: 12 posts that quarters make exactly.
    const back = passing.peopleOf[unitOf(passing, ward)]!.filter((person) => isEmployed(person, at('2027-07-01')));
    expect(back.map(({ position }) => position)).toEqual(
      today.peopleOf[unitOf(today, ward)]!.map(({ position }) => position),
    );
  });

  it('are on no roster while they are moved', () => {
    const passing = withPlan([{ ...teams, end: '2027-06-30' }]);
    for (const { number, gaps = [] } of passing.people) {
      for (const { fromDay, toDay } of gaps) {
        for (let day = fromDay; day < toDay; day++) expect(passing.plannedShift(number, day)).toBe(ShiftCode.off);
      }
    }
  });

  it('leave the people and rosters of all other units as they are, to the last shift', () => {
    const touched = Object.keys(moved);
    const others = today.units.filter(({ id }) => !touched.includes(id));
    expect(others.length).toBe(today.units.length - 4);
    for (const { id } of others) expect(rosterOf(of, id)).toEqual(rosterOf(today, id));
    expect(rosterOf(of, ward)).not.toEqual(rosterOf(today, ward));
  });
});

describe('other ways to move posts', () => {
  const oslo = 'ullevaal/labourWard/midwife';
  const nurses = 'alna/healthStation/healthNurse';

  it('from unit to unit give as much as they take, a health station that has none of them among those that get', () => {
    const of = withPlan([
      {
        model: 'move-posts',
        start: '2027-03-01',
        end: '2027-08-31',
        from: [
          { site: 'ullevaal', posts: 3.75 },
          { district: 'alna', profession: 'healthNurse', posts: 1 },
        ],
        to: [
          { site: 'ahus', posts: 2.25 },
          { district: 'alna', posts: 1.5 },
          { district: 'stovner', profession: 'healthNurse', posts: 1 },
        ],
      },
    ]);
    const expected = {
      [oslo]: -3.75,
      [nurses]: -1,
      [ward]: 2.25,
      [alna]: 1.5,
      'stovner/healthStation/healthNurse': 1,
    };
    expect(differences(of, '2027-02-28')).toEqual({});
    expect(differences(of, '2027-03-01')).toEqual(expected);
    expect(differences(of, '2027-09-01')).toEqual({});
  });

  it('to another profession give assistants to a ward and, by day, to a district', () => {
    const of = withPlan([
      {
        model: 'task-shift',
        start: '2027-03-01',
        from: [{ site: 'ahus', unit: 'postnatalWard', posts: 1.5 }],
        to: [
          { site: 'ahus', unit: 'postnatalWard', profession: 'assistant', posts: 2 },
          { district: 'alna', profession: 'assistant', posts: 1 },
        ],
      },
    ]);
    expect(differences(of, '2027-03-01')).toEqual({
      'ahus/postnatalWard/midwife': -1.5,
      'ahus/postnatalWard/assistant': 2,
      'alna/healthStation/assistant': 1,
    });
    const assistants = of.units[unitOf(of, 'alna/healthStation/assistant')]!;
    expect(assistants).toMatchObject({ employer: inputs.data.economy.districtPayer, pattern: 'day', site: -1 });
    expect(of.units.map(({ index }) => index)).toEqual(of.units.map((_, index) => index));
    const [person] = of.peopleOf[assistants.index]!;
    expect(person).toMatchObject({ position: 1, fromDay: at('2027-03-01'), toDay: Infinity });
    const monday = at('2027-10-04');
    const days = Array.from({ length: 14 }, (_, day) => of.plannedShift(person!.number, monday + day));
    expect(days.join('')).toBe('11111001111100');
  });

  it('to combined positions leave the ward and the station for as long as they last', () => {
    const of = withPlan([
      {
        model: 'combined-positions',
        start: '2027-03-01',
        end: '2027-10-31',
        districts: { stovner: 1, alna: 2 },
        site: 'ahus',
        wardShare: 0.5,
        employer: 'ahus',
        postsFrom: [
          { site: 'ahus', posts: 1.5 },
          { district: 'stovner', posts: 0.5 },
          { district: 'alna', posts: 1 },
        ],
      },
    ]);
    expect(differences(of, '2027-03-01')).toMatchObject({ [ward]: -1.5, [stovner]: -0.5, [alna]: -1 });
    const sum = (date: string): number => Object.values(differences(of, date)).reduce((all, by) => all + by, 0);
    expect(sum('2027-03-01')).toBe(0);
    expect(differences(of, '2027-11-01')).toEqual({});
  });

  it('a quarter at a time in stages are exact at every stage, and so is what is given back', () => {
    const stages = ['2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01', '2027-06-01'];
    const of = withPlan(
      stages.map((start, index) => ({
        model: 'move-posts',
        start,
        ...(index > 2 && { end: '2027-08-31' }),
        from: [{ site: 'ahus', posts: 0.25 }],
        to: [{ site: 'ullevaal', posts: 0.25 }],
      })),
    );
    for (const [index, date] of stages.entries()) {
      const by = 0.25 * (index + 1);
      expect(differences(of, date)).toEqual({ [ward]: -by, [oslo]: by });
    }
    expect(differences(of, '2027-09-01')).toEqual({ [ward]: -0.75, [oslo]: 0.75 });
    const roster = of.peopleOf[unitOf(of, ward)]!;
    const shifts = (day: number): number[] => roster.map(({ number }) => of.plannedShift(number, day));
    for (let day = at('2027-01-01'); day < at('2027-12-01'); day += 5) {
      for (const [place, shift] of shifts(day).entries()) {
        if (!isEmployed(roster[place]!, day)) expect(shift).toBe(ShiftCode.off);
      }
    }
  });

  it('from nowhere, or to a unit that there is not, is an error', () => {
    const to = [{ site: 'ahus', unit: 'outpatientClinic', profession: 'assistant', posts: 1 }] as const;
    expect(() => withPlan([{ model: 'task-shift', start: '2027-03-01', to: [...to] }])).toThrow(
      'Intervention 1: no unit is called ahus/outpatientClinic/assistant',
    );
    expect(() => withPlan([{ model: 'task-shift', start: '2027-03-01', to: [{ posts: 1 }] }])).toThrow(
      /Posts belong to/,
    );
  });
});

describe('posts of shifts', () => {
  const move = (by: number, from = 'ahus', to = 'rikshospitalet'): Interventions[number] => ({
    model: 'move-posts',
    start: '2027-03-01',
    from: [{ site: from, posts: by }],
    to: [{ site: to, posts: by }],
  });

  // A weekday's post has 40, 37.5 and 50 hours a week, a weekend's 16, 15 and 20. Of 1,505.5 hours 6 ÷ 59.5 are 151.8.
  // Day and evening are .91 posts above their share, the others .81: 40 + 37.5 + 50 hours leave 24.3; then 16, and 15.
  it('go down in proportion, from the shift that is highest above its share', () => {
    const of = withPlan([move(6)]);
    expect(posts(of, ward, '2027-02-26')).toEqual([9, 9, 8]);
    expect(posts(of, ward, '2027-03-01')).toEqual([8, 8, 7]);
    expect(posts(of, ward, '2027-03-06')).toEqual([7, 7, 8]);
    // Monday 17 May is a public holiday.
    expect(posts(of, ward, '2027-05-17')).toEqual([7, 7, 8]);
  });

  // Of 791.5 hours 6 ÷ 29.3 are 162.1: 40 + 37.5 + 50 leave 34.6; then 16 and 15 leave 3.6, and no shift has so few.
  it('go up in proportion', () => {
    const of = withPlan([move(6)]);
    const small = 'rikshospitalet/labourWard/midwife';
    expect(posts(of, small, '2027-02-26')).toEqual([5, 5, 4]);
    expect(posts(of, small, '2027-03-01')).toEqual([6, 6, 5]);
    expect(posts(of, small, '2027-03-06')).toEqual([5, 5, 4]);
  });

  // Two posts fewer on all shifts leave 1,148.5 hours and 45.4 full-time posts, of which 6 are 151.8 hours again.
  it('follow changes of ward posts first', () => {
    const two = { day: -2, evening: -2, night: -2 };
    const of = withPlan([
      move(6),
      { model: 'ward-posts', start: '2027-03-01', site: 'ahus', weekday: two, weekend: two },
    ]);
    expect(posts(of, ward, '2027-03-01')).toEqual([6, 6, 5]);
    expect(posts(of, ward, '2027-03-06')).toEqual([5, 5, 6]);
    expect(Math.abs(employedPosts(of, ward, at('2027-03-01')) - (45.39 - 6))).toBeLessThan(0.25);
  });

  it('keep what people in combined positions bring', () => {
    const of = withPlan([
      {
        model: 'combined-positions',
        start: '2027-03-01',
        districts: { stovner: 4, alna: 8 },
        site: 'ahus',
        wardShare: 0.5,
        employer: 'ahus',
        postsFrom: [{ site: 'ahus', posts: 6 }],
      },
    ]);
    expect(employedPosts(today, ward, 0) - employedPosts(of, ward, at('2027-03-01'))).toBe(6);
    expect(posts(of, ward, '2027-03-01')).toEqual([9, 9, 8]);
    expect(posts(of, ward, '2027-03-06')).toEqual([8, 8, 8]);
  });

  it('stay as they are where people leave and nobody comes', () => {
    const of = withPlan([
      { model: 'staff-leaving', start: '2027-03-01', end: '2027-08-31', posts: [{ site: 'ahus', posts: 10 }] },
    ]);
    expect(differences(of, '2027-03-01')).toEqual({ [ward]: -10 });
    expect(differences(of, '2027-09-01')).toEqual({});
    expect(posts(of, ward, '2027-03-01')).toEqual([9, 9, 8]);
    expect(posts(of, ward, '2027-03-06')).toEqual([8, 8, 8]);
    const planned = (by: Workforce): number => {
      let people = 0;
      for (let day = at('2027-04-05'); day < at('2027-05-03'); day++) {
        for (const shift of [ShiftCode.day, ShiftCode.evening, ShiftCode.night]) {
          people += by.planned(unitOf(by, ward), shift, day).length;
        }
      }
      return people;
    };
    expect(planned(of) / planned(today)).toBeCloseTo(49.5 / 59.5, 1);
  });
});

describe('whatever is moved', () => {
  const sources = today.units
    .map(({ id }) => ({ id, quarters: Math.floor(4 * employedPosts(today, id, 0)) }))
    .filter(({ quarters }) => quarters >= 8);
  const reference = (id: string, quarters: number) => {
    const [place, kind, profession] = id.split('/') as [string, 'labourWard', 'midwife'];
    const by = { profession, posts: quarters / 4 };
    return (kind as string) === 'healthStation' ? { district: place, ...by } : { site: place, unit: kind, ...by };
  };
  const move = fc
    .record({
      from: fc.constantFrom(...sources),
      to: fc.constantFrom(...sources),
      share: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
      start: fc.integer({ min: 0, max: 300 }),
      length: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    })
    .map(({ share, ...rest }) => ({ ...rest, quarters: Math.max(1, Math.floor(rest.from.quarters * share)) }));

  it('the people of each unit change by it exactly on every day, and their sum never', () => {
    const { start } = inputs.horizon;
    const met = { changes: 0, newcomers: 0 };
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 3 }), (moves) => {
        const of = withPlan(
          moves.map((one) => ({
            model: 'move-posts',
            start: dateAfter(start, one.start),
            ...(one.length !== undefined && { end: dateAfter(start, one.start + one.length - 1) }),
            from: [reference(one.from.id, one.quarters)],
            to: [reference(one.to.id, one.quarters)],
          })),
        );
        const first = at(start);
        for (const offset of [-1, 0, 100, 200, 300, 520, ...moves.map((one) => one.start)]) {
          const inForce = moves.filter(
            (one) => one.start <= offset && offset < (one.length === undefined ? Infinity : one.start + one.length),
          );
          for (const { id } of sources) {
            const given = inForce.filter(({ to }) => to.id === id).reduce((sum, { quarters }) => sum + quarters, 0);
            const taken = inForce.filter(({ from }) => from.id === id).reduce((sum, { quarters }) => sum + quarters, 0);
            const by = employedPosts(of, id, first + offset) - employedPosts(today, id, first + offset);
            expect(by).toBe((given - taken) / 4);
            if (by !== 0) met.changes++;
          }
        }
        met.newcomers += of.people.length - today.people.length;
      }),
      { numRuns: 25, seed: 2027 },
    );
    expect(met.changes).toBeGreaterThan(100);
    expect(met.newcomers).toBeGreaterThan(20);
  });
});
