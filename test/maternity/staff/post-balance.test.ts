import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { isEmployed } from '../../../sim-core/maternity/staff/employment-spells.ts';
import { makeWorkforce } from '../../../sim-core/maternity/staff/make-workforce.ts';
import { postBalance, postsByUnit } from '../../../sim-core/maternity/staff/post-balance.ts';
import { changed, clockOf, shippedInputs } from '../../support/scenarios.ts';

const inputs = shippedInputs('dagens');
const { calendar } = clockOf(inputs);
const at = (date: string): number => calendar.dayNumber(date);

const plan: ModelInputs['interventions'] = [
  {
    model: 'continuity-teams',
    start: '2027-02-01',
    trainingWeeks: 4,
    teams: { stovner: 2, alna: 3 },
    midwives: 4,
    payer: 'ahus',
    postsFrom: [
      { site: 'ahus', posts: 10.5 },
      { district: 'stovner', posts: 2 },
      { district: 'alna', posts: 3.5 },
    ],
  },
  {
    model: 'combined-positions',
    start: '2027-03-01',
    districts: { sagene: 3 },
    site: 'ullevaal',
    wardShare: 0.4,
    employer: 'ous',
    postsFrom: [
      { site: 'ullevaal', posts: 1 },
      { district: 'sagene', posts: 1.5 },
    ],
  },
  {
    model: 'task-shift',
    start: '2027-04-01',
    from: [{ site: 'ahus', unit: 'postnatalWard', posts: 2 }],
    to: [
      { site: 'ahus', unit: 'postnatalWard', profession: 'assistant', posts: 2 },
      { district: 'alna', profession: 'assistant', posts: 1 },
    ],
  },
  {
    model: 'move-posts',
    start: '2027-04-01',
    from: [{ district: 'alna', profession: 'healthNurse', posts: 0.5 }],
    to: [{ district: 'stovner', profession: 'healthNurse', posts: 0.5 }],
  },
  { model: 'staff-leaving', start: '2027-05-01', end: '2027-08-31', posts: [{ site: 'ahus', posts: 6 }] },
];
const planned = changed(inputs, (copy) => {
  copy.interventions = plan;
});

/** Full-time posts of midwives or assistants of the base data at the sites of one employer. */
function usualAt(employer: string, team: 'midwives' | 'assistants'): number {
  let sum = 0;
  for (const [site, { leadership: _, ...units }] of Object.entries(inputs.data.staff.sites)) {
    if (inputs.data.sites[site]!.hospital !== employer) continue;
    for (const unit of Object.values(units)) sum += unit?.[team]?.fullTimePosts ?? 0;
  }
  return sum;
}

describe('the balance of posts', () => {
  const of = (date: string, employer: string, profession: string) =>
    postBalance(planned, calendar, at(date)).employers.find(
      (line) => line.employer === employer && line.profession === profession,
    );

  it('of today is what the base data have, with nothing taken or given', () => {
    const { employers, professions } = postBalance(inputs, calendar, 0);
    for (const { taken, given, vacant, usual, posts } of employers) {
      expect({ taken, given, vacant }).toEqual({ taken: 0, given: 0, vacant: 0 });
      expect(posts).toBe(usual);
    }
    expect(employers.find((line) => line.employer === 'ous')!.usual).toBeCloseTo(usualAt('ous', 'midwives'), 9);
    const districts = Object.values(inputs.data.staff.districts);
    const nurses = districts.reduce((sum, { healthNurses }) => sum + healthNurses, 0);
    expect(professions.find((line) => line.profession === 'healthNurse')!.posts).toBeCloseTo(nurses, 9);
    expect(professions.map(({ recruited }) => recruited)).toEqual([0, 0, 0]);
  });

  it('of a plan says what each employer gives and gets', () => {
    const midwives = usualAt('ahus', 'midwives');
    expect(of('2027-01-03', 'ahus', 'midwife')).toMatchObject({ taken: 0, given: 0, posts: midwives });
    expect(of('2027-01-04', 'ahus', 'midwife')).toMatchObject({ taken: 10.5, given: 20, posts: midwives + 9.5 });
    const all = { employer: 'ahus', profession: 'midwife', usual: midwives, taken: 12.5, given: 20, vacant: 6 };
    expect(of('2027-05-01', 'ahus', 'midwife')).toEqual({ ...all, posts: midwives + 1.5 });
    expect(of('2027-09-01', 'ahus', 'midwife')).toEqual({ ...all, vacant: 0, posts: midwives + 7.5 });
    const assistants = usualAt('ahus', 'assistants');
    expect(of('2027-05-01', 'ahus', 'assistant')).toMatchObject({ taken: 0, given: 2, posts: assistants + 2 });
    const { districtPayer } = inputs.data.economy;
    expect(of('2027-05-01', districtPayer, 'midwife')).toMatchObject({ taken: 7, given: 0 });
    expect(of('2027-05-01', districtPayer, 'healthNurse')).toMatchObject({ taken: 0.5, given: 0.5 });
    expect(of('2027-05-01', districtPayer, 'assistant')).toMatchObject({ usual: 0, given: 1, posts: 1 });
    expect(of('2027-05-01', 'ous', 'midwife')).toMatchObject({ taken: 1, given: 3 });
  });

  it('says what is to be recruited: 20 + 3 midwives less 16 + 2.5 + 2, and three assistants', () => {
    const recruited = (date: string) =>
      Object.fromEntries(
        postBalance(planned, calendar, at(date)).professions.map((line) => [line.profession, line.recruited]),
      );
    expect(recruited('2027-01-03')).toEqual({ midwife: 0, healthNurse: 0, assistant: 0 });
    expect(recruited('2027-02-01')).toEqual({ midwife: 4, healthNurse: 0, assistant: 0 });
    expect(recruited('2027-05-01')).toEqual({ midwife: 2.5, healthNurse: 0, assistant: 3 });
  });

  it('is that of the people employed, within the size of a position for each unit', () => {
    const { people, units } = makeWorkforce(planned, calendar, '2027');
    for (const date of ['2027-01-03', '2027-01-04', '2027-03-01', '2027-05-01', '2027-09-01']) {
      const byUnit = postsByUnit(planned, calendar, at(date));
      expect(byUnit.map(({ unit }) => unit)).toEqual(units);
      for (const { unit, posts } of byUnit) {
        const employed = people.filter((person) => person.unit === unit.index && isEmployed(person, at(date)));
        const sum = employed.reduce((all, { position }) => all + position, 0);
        expect(Math.abs(sum - posts)).toBeLessThanOrEqual(0.25);
      }
    }
  });

  it('sums over employers to the professions', () => {
    const { employers, professions } = postBalance(planned, calendar, at('2027-05-01'));
    for (const { profession, posts, taken, given } of professions) {
      const own = employers.filter((line) => line.profession === profession);
      expect(own.reduce((sum, line) => sum + line.posts, 0)).toBeCloseTo(posts, 9);
      expect(own.reduce((sum, line) => sum + line.taken, 0)).toBe(taken);
      expect(own.reduce((sum, line) => sum + line.given, 0)).toBe(given);
    }
  });
});
