import { describe, expect, it } from 'vitest';
import { Calendar } from '../../sim-core/kernel/index.ts';
import { makeWorkforce } from '../../sim-core/maternity/staff/make-workforce.ts';
import type { Person } from '../../sim-core/maternity/staff/person.ts';
import { WorkedTime, WorkKind } from '../../sim-core/maternity/staff/worked-time.ts';
import { ContinuityTeam } from '../../sim-core/maternity/teams/continuity-team.ts';
import { continuityTeams } from '../../sim-core/maternity/teams/make-teams.ts';
import { plainFollowUp, type TeamParameters } from '../../sim-core/maternity/teams/team-parameters.ts';
import { teamHours, teamWork } from '../../sim-core/maternity/teams/team-hours.ts';
import type { Fate } from '../../sim-core/maternity/women/fate.ts';
import { Woman } from '../../sim-core/maternity/women/woman.ts';
import { changed, shippedInputs } from '../support/scenarios.ts';

const hour = 60;
const day = 1440;
const calendar = new Calendar('2027-01-01');

function team(
  own: Partial<TeamParameters> = {},
  period: { start: string; end?: string } = { start: '2027-01-01' },
  isAway?: (person: number, day: number) => boolean,
) {
  const parameters: TeamParameters = {
    midwives: 4,
    caseload: 150,
    onCallMidwives: 1,
    attendanceAfterBirth: 2,
    maximumAttendance: 16,
    rest: 11,
    enrolmentUntilWeek: 28,
    homeVisitShare: 0.95,
    ...plainFollowUp,
    ...own,
  };
  const people = Array.from({ length: parameters.midwives }, (_, number) => midwife(firstPerson + number));
  return new ContinuityTeam(0, 0, people, parameters, period, '08:00', calendar, isAway);
}

/** The people of the teams here have the numbers 100, 101, … */
const firstPerson = 100;

const midwife = (number: number): Person => ({
  number,
  profession: 'midwife',
  employer: 'payer',
  unit: 0,
  otherUnits: [],
  position: 1,
  skills: [],
  fromDay: -Infinity,
  toDay: Infinity,
});

const womanDueAt = (time: number): Woman => new Woman(0, 0, { dueAt: time } as Fate);

describe('the rota of a team', () => {
  it('goes round once a day at the change of turns', () => {
    const four = team();
    const turns = [1, 2, 3, 4, 5].map((at) => four.onCall(at * day + 8 * hour, 0));
    expect(turns).toEqual([1, 2, 3, 0, 1]);
    expect(four.onCall(2 * day + 8 * hour - 0.001, 0)).toBe(1);
    expect(four.onCall(0, 0)).toBe(3);
  });

  it('has the next one as second on call', () => {
    const four = team();
    for (let time = 0; time < 10 * day; time += 5 * hour) {
      expect(four.onCall(time, 1)).toBe((four.onCall(time, 0) + 1) % 4);
    }
  });

  it('gives every midwife as many days as the others', () => {
    const five = team({ midwives: 5 });
    const days = Array.from({ length: 5 }, () => 0);
    for (let at = 0; at < 365; at++) days[five.onCall(at * day + 12 * hour, 0)]!++;
    expect(days).toEqual([73, 73, 73, 73, 73]);
  });

  it('changes at 8 by the wall clock on the days when the clock is changed', () => {
    const four = team();
    for (const [date, clockHours] of [
      ['2027-03-28', 7],
      ['2027-10-31', 9],
    ] as const) {
      const midnight = calendar.midnight(calendar.dayNumber(date));
      expect(four.nextChange(midnight)).toBe(midnight + clockHours * hour);
      expect(four.onCall(midnight + clockHours * hour, 0)).not.toBe(four.onCall(midnight + clockHours * hour - 1, 0));
    }
  });

  it('names the next change, never the present one', () => {
    const four = team();
    expect(four.nextChange(8 * hour)).toBe(day + 8 * hour);
    expect(four.nextChange(8 * hour - 1)).toBe(8 * hour);
  });
});

describe('hours on call', () => {
  it('of four midwives are a four-week rota, in which each has every weekday once', () => {
    const four = team();
    for (let local = 0; local < 4; local++) {
      const weekdays = Array.from({ length: 28 }, (_, at) => at)
        .filter((at) => four.onCall(at * day + 12 * hour, 0) === local)
        .map((at) => calendar.weekday(at));
      expect(weekdays.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    }
  });

  it('are around the clock unless both clock times are given and differ', () => {
    for (const own of [{}, { onCallFrom: '07:00' }, { onCallFrom: '07:00', onCallTo: '07:00' }]) {
      const always = team(own);
      expect(always.onCallHoursADay).toBe(24);
      for (let time = 0; time < 2 * day; time += 30) expect(always.isOnCall(time)).toBe(true);
    }
  });

  it('have nobody answer outside them, by day or past midnight', () => {
    const byDay = team({ onCallFrom: '07:00', onCallTo: '23:00', rest: 0 });
    const byNight = team({ onCallFrom: '20:00', onCallTo: '06:00', rest: 0 });
    expect([byDay.onCallHoursADay, byNight.onCallHoursADay]).toEqual([16, 10]);
    for (let clock = 0; clock < 24; clock++) {
      const time = 3 * day + clock * hour;
      expect(byDay.call(time) >= 0, `${clock} by day`).toBe(clock >= 7 && clock < 23);
      expect(byNight.call(time) >= 0, `${clock} by night`).toBe(clock >= 20 || clock < 6);
      for (const each of [byDay, byNight]) for (let local = 0; local < 4; local++) each.release(local, time);
    }
  });

  it('begin with another turn, which holds until they begin again', () => {
    const byNight = team({ onCallFrom: '20:00', onCallTo: '06:00' });
    const turns = [20, 23, 24, 29].map((clock) => byNight.onCall(2 * day + clock * hour, 0));
    expect(turns).toEqual([2, 2, 2, 2]);
    expect(byNight.onCall(3 * day + 20 * hour, 0)).toBe(3);
    expect([0, 6, 7, 20].map((clock) => byNight.nextChange(3 * day + clock * hour))).toEqual(
      [6, 20, 20, 30].map((clock) => 3 * day + clock * hour),
    );
  });

  it('let her who has been called stay when they are over', () => {
    const byDay = team({ onCallFrom: '07:00', onCallTo: '23:00' });
    const called = byDay.call(4 * day + 22 * hour);
    expect(called).toBe(0);
    expect(byDay.isFree(0, 5 * day)).toBe(false);
    byDay.release(0, 5 * day + 2 * hour);
    expect(byDay.isFree(0, 5 * day + 12 * hour)).toBe(false);
    expect(byDay.isFree(0, 5 * day + 13 * hour)).toBe(true);
  });

  it('pass from those who are away on the day they begin to the next, and to nobody when all are', () => {
    const away = new Set([firstPerson, firstPerson + 1]);
    const four = team({ onCallMidwives: 2 }, undefined, (person, on) => on === 4 && away.has(person));
    const turns = (on: number): number[] => [0, 1].map((turn) => four.onCall(on * day + 9 * hour, turn));
    expect([turns(3), turns(4), turns(5)]).toEqual([
      [3, 0],
      [2, 3],
      [1, 2],
    ]);
    // The turn of the day before holds until eight.
    expect(four.onCall(4 * day + 7 * hour, 0)).toBe(3);
    expect(four.onCall(5 * day + 7 * hour, 0)).toBe(2);
    const nobody = team({}, undefined, () => true);
    expect([nobody.onCall(9 * hour, 0), nobody.call(9 * hour), nobody.freeAtOnce(9 * hour)]).toEqual([-1, -1, -1]);
  });

  it('have no first on call who can set out at once while she is in a contact', () => {
    const two = team({ onCallMidwives: 2 });
    const morning = 4 * day + 9 * hour;
    expect(two.freeAtOnce(morning)).toBe(0);
    two.beginContact(firstPerson, morning, morning + hour);
    expect(two.freeAtOnce(morning)).toBe(1);
    two.beginContact(firstPerson + 1, morning, morning + hour);
    expect(two.freeAtOnce(morning)).toBe(-1);
    expect(two.freeAtOnce(morning + hour)).toBe(0);
  });
});

describe('a call to a team', () => {
  const morning = 4 * day + 9 * hour;

  it('goes to the first on call, then to the second, then to nobody', () => {
    const two = team({ onCallMidwives: 2 });
    expect([two.call(morning), two.call(morning), two.call(morning)]).toEqual([0, 1, -1]);
  });

  it('is not answered by more midwives than are on call', () => {
    const one = team();
    expect([one.call(morning), one.call(morning)]).toEqual([0, -1]);
  });

  it('calls nobody twice when there are fewer midwives than turns', () => {
    const alone = team({ midwives: 1, onCallMidwives: 2 });
    expect([alone.call(morning), alone.call(morning)]).toEqual([0, -1]);
  });

  it('is not answered by a midwife who rests, up to the minute her rest is over', () => {
    const rested = team({ midwives: 1 });
    expect(rested.call(morning)).toBe(0);
    rested.release(0, morning + 5 * hour);
    expect(rested.call(morning + 5 * hour)).toBe(-1);
    expect(rested.call(morning + 16 * hour - 1)).toBe(-1);
    expect(rested.call(morning + 16 * hour)).toBe(0);
  });

  it('is answered by the next on call while the one before her is still out', () => {
    const four = team();
    const called = morning;
    expect(four.call(called)).toBe(0);
    expect(four.call(called + day)).toBe(1);
  });

  it('is answered at once by the second while the first is in another contact, and by the first when it is over', () => {
    const contactEnds = morning + 45;
    const two = team({ onCallMidwives: 2 });
    two.beginContact(firstPerson, morning, contactEnds);
    expect([two.setsOutAt(0, morning), two.setsOutAt(1, morning)]).toEqual([contactEnds, morning]);
    expect([two.call(morning), two.call(morning), two.call(morning)]).toEqual([1, 0, -1]);
    const one = team();
    one.beginContact(firstPerson, morning, contactEnds);
    expect(one.call(morning)).toBe(0);
    expect(one.setsOutAt(0, contactEnds)).toBe(contactEnds);
    const after = team({ onCallMidwives: 2 });
    after.beginContact(firstPerson, morning, contactEnds);
    expect(after.call(contactEnds)).toBe(0);
  });

  it('is answered from the first day to the last and not outside', () => {
    const limited = team({ rest: 0 }, { start: '2027-02-01', end: '2027-02-02' });
    const first = calendar.midnight(calendar.dayNumber('2027-02-01'));
    expect(limited.call(first - 1)).toBe(-1);
    expect(limited.call(first)).toBeGreaterThanOrEqual(0);
    expect(limited.call(first + 2 * day - 1)).toBeGreaterThanOrEqual(0);
    expect(limited.call(first + 2 * day)).toBe(-1);
  });
});

describe('the caseload of a team', () => {
  it('lets in 11 or 12 women in four weeks, which sum to it over a year', () => {
    const drammen = team();
    const accepted = Array.from({ length: 13 * 4 }, (_, period) => {
      let women = 0;
      while (drammen.accept(womanDueAt(period * 28 * day + day))) women++;
      return women;
    });
    expect(new Set(accepted)).toEqual(new Set([11, 12]));
    const perYear = accepted.reduce((sum, women) => sum + women, 0) / ((52 * 28) / 365.25);
    expect(Math.abs(perYear - 150)).toBeLessThan(0.3);
    expect(drammen.womenDueWith(0)).toBe(accepted[0]);
  });

  it('is shared evenly between the midwives', () => {
    const drammen = team();
    const named = Array.from({ length: 11 }, () => womanDueAt(0)).map((woman) => {
      expect(drammen.accept(woman)).toBe(true);
      expect(woman.team).toBe(drammen);
      return woman.namedMidwife;
    });
    expect(named).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2].map((number) => firstPerson + number));
  });

  it('leaves a woman alone whom it has no room for', () => {
    const full = team({ caseload: 1 });
    const women = Array.from({ length: 30 }, (_, period) => womanDueAt(period * 28 * day));
    const accepted = women.filter((woman) => full.accept(woman));
    expect(Math.abs(accepted.length - (30 * 28) / 365.25)).toBeLessThan(1);
    for (const woman of women) expect(woman.team === undefined).toBe(!accepted.includes(woman));
    expect(women.filter(({ namedMidwife }) => namedMidwife >= 0)).toHaveLength(accepted.length);
  });
});

describe('the teams of a scenario', () => {
  it('take what the intervention says and the defaults for the rest', () => {
    const inputs = changed(shippedInputs('min-jordmor-ahus-sektor'), ({ interventions }) => {
      Object.assign(interventions[0]!, { midwives: 6, rest: 0 });
    });
    const teams = continuityTeams(inputs, calendar, makeWorkforce(inputs, calendar, '1'), () => false);
    expect(teams.map(({ people }) => people.length)).toEqual(Array.from({ length: 8 }, () => 6));
    expect(teams.map(({ origin }) => Object.keys(inputs.data.origins)[origin])).toEqual(
      ['stovner', 'stovner', 'grorud', 'grorud'].concat(Array.from({ length: 4 }, () => 'alna')),
    );
    for (const { parameters } of teams) {
      expect(parameters).toMatchObject({ midwives: 6, rest: 0, caseload: 150, onCallMidwives: 1 });
    }
  });

  it('have their hours counted against the net time of their positions', () => {
    const inputs = shippedInputs('dagens');
    Object.assign(inputs.data.economy, { onCallCredit: 0.2 });
    Object.assign(inputs.data.continuityTeams, { administration: 2, meetings: 73.05 });
    inputs.data.economy.yearlyHours.productiveRota = 1461;
    const half = team({ midwives: 2 }, { start: '2027-01-06', end: '2027-01-10' });
    const worked = new WorkedTime();
    worked.add(firstPerson, 0, WorkKind.callOut, 2 * hour, 5 * hour);
    worked.add(firstPerson + 1, 0, WorkKind.callOut, -3 * hour, 1 * hour);
    worked.add(firstPerson + 2, 0, WorkKind.callOut, 0, 10 * hour);
    const work = teamWork(calendar, [half], { from: 0, to: 10 * day }, worked);
    expect(work).toMatchObject({ onCallHours: 5 * 24, workedHours: 3 + 1, callOutHours: 3 + 1 });
    // The night that began before the horizon is no day of it.
    expect(work.workingDays).toBe(1);
    worked.add(firstPerson, 0, WorkKind.planned, 6 * hour, 7 * hour);
    worked.add(firstPerson + 1, 0, WorkKind.planned, 6 * hour, 7 * hour);
    worked.add(firstPerson, 0, WorkKind.planned, 10 * day - hour, 10 * day + hour);
    worked.add(firstPerson, 0, WorkKind.planned, 10 * day, 10 * day + hour);
    expect(teamWork(calendar, [half], { from: 0, to: 10 * day }, worked).workingDays).toBe(3);
    const { used, available } = teamHours(inputs, work, 7);
    // Five days of one midwife on call, 24 hours at a fifth each, the hours of its own two midwives within the horizon,
    // two hours at the desk for each of seven women, and meetings of a fifth of an hour a day for two.
    expect(used).toBeCloseTo(5 * 24 * 0.2 + 3 + 1 + 7 * 2 + 2 * 5 * 0.2, 9);
    // 1,461 hours a year are 4 a day.
    expect(available).toBeCloseTo(2 * 5 * 4, 9);
  });
});
