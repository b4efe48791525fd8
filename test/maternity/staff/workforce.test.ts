import { describe, expect, it } from 'vitest';
import { freshWorkforce, makeWorkforce } from '../../../sim-core/maternity/staff/make-workforce.ts';
import { originIds, siteIds } from '../../../sim-core/maternity/model-inputs.ts';
import { coverageOf } from '../../../sim-core/maternity/staff/roster-coverage.ts';
import { ShiftTimes } from '../../../sim-core/maternity/staff/shift-times.ts';
import { ShiftCode } from '../../../sim-core/maternity/staff/unit.ts';
import { unitsOf } from '../../../sim-core/maternity/staff/units.ts';
import type { Workforce } from '../../../sim-core/maternity/staff/workforce.ts';
import { changed, clockOf, shippedInputs } from '../../support/scenarios.ts';

const { day, evening, night } = ShiftCode;
const inputs = shippedInputs('dagens');
const { calendar } = clockOf(inputs);
const workforce = makeWorkforce(inputs, calendar, '2027');
const at = (date: string): number => calendar.dayNumber(date);
const unitNamed = (id: string, of: Workforce = workforce): number => of.units.findIndex((unit) => unit.id === id);

/** Shifts of a person from one day to the day before another. */
function row(of: Workforce, person: number, from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => of.plannedShift(person, from + index));
}

describe('units', () => {
  it('are those of the sites, then of the districts, then the teams', () => {
    const units = unitsOf(shippedInputs('min-jordmor-ahus-sektor'));
    expect(units.map(({ index }) => index)).toEqual(units.map((_, index) => index));
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
    const part = units.map(({ site, origin, team }) => (site >= 0 ? 0 : team >= 0 ? 2 : origin >= 0 ? 1 : 3));
    expect(part).toEqual(part.toSorted((a, b) => a - b));
    expect(part.filter((number) => number === 2)).toHaveLength(8);
    expect(units[0]).toMatchObject({ id: 'ullevaal/reception/midwife', employer: 'ous', site: 0, pattern: 'rota' });
    expect(units.find(({ team }) => team === 0)).toMatchObject({
      kind: 'continuityTeam',
      employer: 'ahus',
      pattern: 'onCall',
    });
  });

  it('belong to the place that their name begins with', () => {
    for (const { id, site, origin } of workforce.units) {
      const place = site >= 0 ? siteIds(inputs)[site] : originIds(inputs)[origin];
      expect(id.split('/')[0]).toBe(place);
    }
  });
});

describe('people', () => {
  it('are numbered through, unit by unit', () => {
    expect(workforce.people.map(({ number }) => number)).toEqual(workforce.people.map((_, index) => index));
    expect(workforce.peopleOf.flat()).toEqual(workforce.people);
    for (const [unit, people] of workforce.peopleOf.entries()) {
      for (const person of people) {
        expect(person).toMatchObject({ unit, employer: workforce.units[unit]!.employer });
        expect(person).toMatchObject({ fromDay: -Infinity, toDay: Infinity });
      }
    }
  });

  it('fill the full-time posts as nearly as their sizes of position allow', () => {
    for (const seed of ['1', '2', '3']) {
      const { peopleOf } = makeWorkforce(inputs, calendar, seed);
      const filled = (id: string): number => peopleOf[unitNamed(id)]!.reduce((sum, { position }) => sum + position, 0);
      for (const [site, units] of Object.entries(inputs.data.staff.sites)) {
        const wanted = units.labourWard!.midwives!.fullTimePosts;
        expect(Math.abs(filled(`${site}/labourWard/midwife`) - wanted)).toBeLessThanOrEqual(0.25);
      }
      for (const [district, { midwives, healthNurses }] of Object.entries(inputs.data.staff.districts)) {
        expect(Math.abs(filled(`${district}/healthStation/midwife`) - midwives)).toBeLessThanOrEqual(0.25);
        expect(Math.abs(filled(`${district}/healthStation/healthNurse`) - healthNurses)).toBeLessThanOrEqual(0.25);
      }
    }
  });

  it('have positions as in the statistics of the union: hospitals 0.81 and 45 % full-time, districts 0.82 and 55 %', () => {
    const of = (inHospital: boolean) =>
      workforce.people.filter(
        ({ profession, unit }) => profession === 'midwife' && workforce.units[unit]!.site >= 0 === inHospital,
      );
    for (const [people, mean, fullTime, within] of [
      [of(true), 0.81, 0.45, 0.02],
      [of(false), 0.82, 0.55, 0.05],
    ] as const) {
      const positions = people.map(({ position }) => position);
      const all = positions.reduce((sum, position) => sum + position, 0);
      expect(Math.abs(all / people.length - mean)).toBeLessThan(0.01);
      const share = positions.filter((position) => position === 1).length / people.length;
      expect(Math.abs(share - fullTime)).toBeLessThan(within);
    }
  });

  it('are as many midwives as 33.7 births a full-time post call for, within 3', () => {
    const births = 8800 + 5200;
    const rostered = workforce.people
      .filter(({ profession, unit }) => profession === 'midwife' && workforce.units[unit]!.site >= 0)
      .reduce((sum, { position }) => sum + position, 0);
    const leaders = Object.values(inputs.data.staff.sites).reduce((sum, { leadership }) => sum + leadership, 0);
    expect(Math.abs(births / (rostered + leaders) - 33.7)).toBeLessThan(3);
  });

  it('may be asked to work on other wards of their site and profession only', () => {
    for (const { unit, otherUnits } of workforce.people) {
      const own = workforce.units[unit]!;
      for (const other of otherUnits) {
        expect(other).not.toBe(unit);
        expect(workforce.units[other]).toMatchObject({ site: own.site, profession: own.profession, pattern: 'rota' });
      }
    }
    expect(workforce.peopleOf[unitNamed('ahus/labourWard/midwife')]![0]!.otherUnits).toHaveLength(3);
  });

  it('of a clinic do ultrasound, every other one from the first', () => {
    const skilled = workforce.peopleOf[unitNamed('ahus/outpatientClinic/midwife')]!.map(({ skills }) =>
      skills.includes('ultrasound'),
    );
    expect(skilled.slice(0, 4)).toEqual([true, false, true, false]);
  });
});

describe('the same people and rosters', () => {
  it('are given again for the same inputs, clock and seed', () => {
    expect(makeWorkforce(inputs, calendar, '2027')).toBe(workforce);
    expect(makeWorkforce(inputs, calendar, '2028')).not.toBe(workforce);
    const again = freshWorkforce(structuredClone(inputs), calendar, '2027');
    expect(again.people).toEqual(workforce.people);
    const shifts = (of: Workforce): string =>
      of.people.map(({ number }) => row(of, number, -20, 365).join('')).join('\n');
    expect(shifts(again)).toBe(shifts(workforce));
  });

  it('are in every unit that two scenarios have alike', () => {
    const other = changed(inputs, ({ data }) => {
      data.staff.sites['ullevaal']!.reception!.midwives!.fullTimePosts += 3;
    });
    const more = makeWorkforce(other, calendar, '2027');
    expect(more.people.length).toBeGreaterThan(workforce.people.length);
    for (const { index } of workforce.units.slice(1)) {
      const before = workforce.peopleOf[index]!;
      const after = more.peopleOf[index]!;
      expect(after.map(({ position }) => position)).toEqual(before.map(({ position }) => position));
      expect(row(more, after[0]!.number, 0, 200)).toEqual(row(workforce, before[0]!.number, 0, 200));
    }
  });
});

describe('rosters', () => {
  const days = Array.from({ length: at('2028-01-01') }, (_, index) => index - 20);

  it('list those whose plan has the shift, in order', () => {
    for (const { index } of workforce.units) {
      for (const today of days) {
        for (const shift of [day, evening, night]) {
          const planned = workforce.peopleOf[index]!.filter(
            ({ number }) => workforce.plannedShift(number, today) === shift,
          );
          expect(workforce.planned(index, shift, today)).toEqual(planned.map(({ number }) => number));
        }
      }
    }
    expect(workforce.planned(0, ShiftCode.off, 0)).toEqual([]);
  });

  it('fill every post of the shipped service, before absence', () => {
    for (const { index, pattern } of workforce.units) {
      if (pattern === 'rota') expect(coverageOf(workforce, index, 0, at('2028-01-01')).missing).toEqual([]);
    }
  });

  it('have as few people on public holidays as there are posts, and the usual nights', () => {
    // Monday 17 May 2027; plans repeat after six weeks, and 5 July is an ordinary Monday.
    const [holiday, ordinary] = [at('2027-05-17'), at('2027-05-17') + 42];
    const unit = unitNamed('ullevaal/labourWard/midwife');
    expect(workforce.planned(unit, day, holiday)).toHaveLength(10);
    expect(workforce.planned(unit, evening, holiday)).toHaveLength(10);
    expect(workforce.planned(unit, night, holiday)).toEqual(workforce.planned(unit, night, ordinary));
    const kept = workforce.planned(unit, day, holiday);
    const usual = workforce.planned(unit, day, ordinary);
    expect(usual).toEqual(expect.arrayContaining([...kept]));
    const sizes = (of: readonly number[]): number[] => of.map((number) => workforce.people[number]!.position);
    const given = usual.filter((number) => !kept.includes(number));
    expect(Math.min(...sizes(given))).toBeGreaterThanOrEqual(Math.max(...sizes(kept)));
  });

  it('by day have nobody on public holidays and at weekends', () => {
    for (const { index, pattern } of workforce.units) {
      if (pattern !== 'day') continue;
      for (const today of days) {
        if (!calendar.isWorkingDay(today)) expect(workforce.planned(index, day, today)).toEqual([]);
        expect(workforce.planned(index, evening, today)).toEqual([]);
      }
    }
  });

  it('by day have 20, 15 and 10 days in four weeks, spread over the weekdays', () => {
    // Four weeks of October without a public holiday.
    const monday = at('2027-10-04');
    const unit = unitNamed('ullevaal/outpatientClinic/midwife');
    for (const { number, position } of workforce.peopleOf[unit]!) {
      expect(row(workforce, number, monday, monday + 28).filter((shift) => shift === day)).toHaveLength(20 * position);
    }
    const present = [0, 1, 2, 3, 4].map((weekday) => workforce.planned(unit, day, monday + weekday).length);
    expect(Math.max(...present) - Math.min(...present)).toBeLessThanOrEqual(1);
  });

  it('reach from long before the clock to some weeks after the horizon, and no farther', () => {
    expect(workforce.planned(unitNamed('alna/healthStation/midwife'), day, -280 - calendar.weekday(-280))).not.toEqual(
      [],
    );
    expect(() => workforce.plannedShift(0, at('2029-01-01'))).toThrow(/has no roster: rosters reach from day -352/);
  });
});

describe('a change of posts', () => {
  const start = '2027-03-01';
  const end = '2027-06-30';
  const none = { day: 0, evening: 0, night: 0 };
  const fewer = changed(inputs, ({ interventions }) => {
    const weekday = { day: -2, evening: -2, night: -2 };
    interventions.push({ model: 'ward-posts', site: 'ahus', start, end, weekday, weekend: weekday });
    const ward = { model: 'ward-posts' as const, site: 'ahus', unit: 'postnatalWard' as const };
    interventions.push({ ...ward, profession: 'assistant', start, weekday: { ...none, night: 1 }, weekend: none });
  });
  const after = makeWorkforce(fewer, calendar, '2027');
  const ward = unitNamed('ahus/labourWard/midwife');
  const assistants = unitNamed('ahus/postnatalWard/assistant');

  it('holds from its first day to its last, on weekends and public holidays as its weekend says', () => {
    const posts = (date: string): number[] => [day, evening, night].map((shift) => after.posts(ward, shift, at(date)));
    expect(posts('2027-02-28')).toEqual([8, 8, 8]);
    expect(posts('2027-03-01')).toEqual([7, 7, 6]);
    expect(posts('2027-03-07')).toEqual([6, 6, 6]);
    expect(posts('2027-05-17')).toEqual([6, 6, 6]);
    expect(posts('2027-06-30')).toEqual([7, 7, 6]);
    expect(posts('2027-07-01')).toEqual([9, 9, 8]);
    expect(after.posts(assistants, night, at('2027-02-26'))).toBe(2);
    expect(after.posts(assistants, night, at('2027-12-01'))).toBe(3);
  });

  it('has work for the first people of the list, in proportion to the hours of the posts', () => {
    // 5 × (9 × 8 + 9 × 7.5 + 8 × 10) + 2 × 8 × 25.5 = 1,505.5 hours; two posts on all shifts are 2 × 25.5 × 7 = 357.
    const wanted = (59.5 * (1505.5 - 357)) / 1505.5;
    const { length } = after.peopleOf[ward]!;
    const working = after.peopleOf[ward]!.filter(({ number }) =>
      row(after, number, at('2027-04-05'), at('2027-05-03')).some((shift) => shift !== 0),
    );
    expect(working).toEqual(after.peopleOf[ward]!.slice(0, working.length));
    expect(working.length).toBeLessThan(length);
    expect(Math.abs(working.reduce((sum, { position }) => sum + position, 0) - wanted)).toBeLessThanOrEqual(0.5);
    expect(after.peopleOf[ward]).toEqual(workforce.peopleOf[ward]);
  });

  it('employs those who are added from its first day', () => {
    const people = after.peopleOf[assistants]!;
    const before = workforce.peopleOf[assistants]!.length;
    expect(people.length).toBeGreaterThan(before);
    for (const [index, { fromDay, toDay, number }] of people.entries()) {
      expect(toDay).toBe(Infinity);
      if (index < before - 1) expect(fromDay).toBe(-Infinity);
      if (index > before) expect(fromDay).toBe(at(start));
      if (fromDay > 0) expect(row(after, number, -300, fromDay).every((shift) => shift === 0)).toBe(true);
    }
  });

  it('leaves rest between the last shift of one plan and the first of the next', () => {
    const times = new ShiftTimes(inputs, calendar);
    for (const { number } of after.peopleOf[ward]!) {
      for (let today = at('2027-02-15'); today < at('2027-07-15'); today++) {
        const [first, second] = [after.plannedShift(number, today), after.plannedShift(number, today + 1)];
        if (first === 0 || second === 0) continue;
        expect(times.start(second, today + 1) - times.end(first, today)).toBeGreaterThanOrEqual(10 * 60);
        // The night when the clock goes forward takes an hour from the rest of some.
        if (!calendar.isWeekend(today)) {
          expect(times.start(second, today + 1) - times.end(first, today)).toBeGreaterThanOrEqual(11 * 60);
        }
      }
    }
  });

  it('reports every post that nobody has', () => {
    const bad = changed(inputs, ({ data }) => {
      data.staff.sites['ahus']!.labourWard!.midwives!.posts.weekday.night = 90;
    });
    const overrun = makeWorkforce(bad, calendar, '2027');
    const coverage = coverageOf(overrun, ward, 0, 70);
    let missing = 0;
    let surplus = 0;
    for (let today = 0; today < 70; today++) {
      for (const shift of [day, evening, night]) {
        const left = overrun.posts(ward, shift, today) - overrun.planned(ward, shift, today).length;
        if (left > 0) missing += left;
        else surplus -= left;
      }
    }
    expect(missing).toBeGreaterThan(50 * 60);
    expect(coverage.missing.reduce((sum, post) => sum + post.missing, 0)).toBe(missing);
    expect(coverage.surplus).toBe(surplus);
    expect(coverage.planned - coverage.posts).toBe(surplus - missing);
  });
});

describe('teams', () => {
  it('are of full-time midwives on no roster, employed from their training until the intervention ends', () => {
    const teams = changed(shippedInputs('min-jordmor-ahus-sektor'), ({ data, interventions }) => {
      data.continuityTeams.trainingWeeks = 3;
      Object.assign(interventions[0]!, { start: '2026-10-01', end: '2027-11-30' });
    });
    const of = makeWorkforce(teams, calendar, '2027');
    const people = of.people.filter(({ unit }) => of.units[unit]!.team >= 0);
    expect(people).toHaveLength(8 * teams.data.continuityTeams.midwives);
    for (const { position, fromDay, toDay, employer, number } of people) {
      expect({ position, fromDay, toDay, employer }).toEqual({
        position: 1,
        fromDay: at('2026-09-10'),
        toDay: at('2027-12-01'),
        employer: 'ahus',
      });
      expect(row(of, number, 0, 365).every((shift) => shift === 0)).toBe(true);
    }
  });
});

describe('shift times', () => {
  const times = new ShiftTimes(inputs, calendar);

  it('are those of the wall clock, over the change of the clock too', () => {
    expect(times.start(day, 3)).toBe(calendar.timeAt(3, 450));
    expect(times.hours(day, 3)).toBe(8);
    expect(times.hours(evening, 3)).toBe(7.5);
    expect(times.hours(night, 3)).toBe(10);
    expect(times.hours(night, at('2027-03-27'))).toBe(9);
    expect(times.hours(night, at('2027-10-30'))).toBe(11);
    expect(times.hours(ShiftCode.off, 3)).toBe(0);
  });

  it('are known for days far before and after the run', () => {
    expect(times.start(evening, -200)).toBe(calendar.timeAt(-200, 900));
    expect(times.end(night, 2000)).toBe(calendar.timeAt(2001, 480));
  });
});
