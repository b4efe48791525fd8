import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar } from '../../../sim-core/kernel/index.ts';
import { ContactKind } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { simulate } from '../../../sim-core/maternity/run-replication.ts';
import { checkWorkingTime } from '../../../sim-core/maternity/staff/working-time-check.ts';
import { workingTimeLimits } from '../../../sim-core/maternity/staff/working-time-rules.ts';
import { WorkedTime, WorkKind } from '../../../sim-core/maternity/staff/worked-time.ts';
import { contactProvider } from '../../../sim-core/maternity/teams/contact-provider.ts';
import { ContinuityTeam } from '../../../sim-core/maternity/teams/continuity-team.ts';
import { plainFollowUp } from '../../../sim-core/maternity/teams/team-parameters.ts';
import { WorkingDays } from '../../../sim-core/maternity/teams/working-days.ts';
import type { Fate } from '../../../sim-core/maternity/women/fate.ts';
import { Woman } from '../../../sim-core/maternity/women/woman.ts';
import { shippedInputs } from '../../support/scenarios.ts';
import { teamWorld } from '../../support/team-worlds.ts';
import { testSeed } from '../../support/trace.ts';

const hour = 60;
const day = 1440;
const calendar = new Calendar('2027-01-01');
const limits = { dailyRest: 8 * hour, shiftLength: 12.5 * hour, shortestStay: 2 * hour };

describe('the working day of a team midwife', () => {
  it('is sixteen hours from its beginning, when eight of 24 are for rest', () => {
    const days = new WorkingDays(1, limits);
    days.begin(0, 8 * hour, 15 * hour);
    // After seven hours of contacts and five at home she may be out until midnight.
    expect(days.latestEnd(0, 20 * hour)).toBe(24 * hour);
    // Eight hours after the last contact a new day begins, in which a shift of 12.5 hours is the limit.
    expect(days.latestEnd(0, 23 * hour)).toBe(35.5 * hour);
    expect(days.latestEnd(0, 23 * hour - 1)).toBe(24 * hour);
  });

  it('has work without a pause as one shift', () => {
    const days = new WorkingDays(1, limits);
    days.begin(0, 8 * hour, 12 * hour);
    expect(days.latestEnd(0, 12 * hour)).toBe(20.5 * hour);
    days.begin(0, 12 * hour, 14 * hour);
    expect(days.latestEnd(0, 14 * hour)).toBe(20.5 * hour);
    expect(days.latestEnd(0, 14 * hour + 1)).toBe(24 * hour);
  });

  it('never breaks the rules on rest and length of shifts, whatever she is asked for', () => {
    const inputs = shippedInputs('dagens');
    const inForce = workingTimeLimits(inputs);
    const asked = fc.array(
      fc.record({ pause: fc.integer({ min: 0, max: 900 }), wish: fc.integer({ min: 1, max: 1200 }) }),
      {
        minLength: 5,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(asked, (requests) => {
        const days = new WorkingDays(1, { ...inForce, shortestStay: 0 });
        const worked = new WorkedTime();
        let now = day;
        for (const { pause, wish } of requests) {
          now += pause;
          const end = Math.min(now + wish, days.latestEnd(0, now));
          if (end <= now) continue;
          days.begin(0, now, end);
          worked.add(0, 0, WorkKind.callOut, now, end);
          now = end;
        }
        const breaches = checkWorkingTime({
          limits: inForce,
          calendar,
          basis: 'worked',
          spells: worked,
          people: 1,
          fromDay: 0,
          toDay: 90,
        });
        expect(breaches.filter(({ rule }) => rule === 'dailyRest' || rule === 'shiftLength')).toEqual([]);
      }),
      { seed: 20_270_101 },
    );
  });
});

const first = 100;

function team(onCallMidwives: number): ContinuityTeam {
  const parameters = {
    midwives: 4,
    caseload: 150,
    onCallMidwives,
    attendanceAfterBirth: 2,
    maximumAttendance: 16,
    rest: 11,
    enrolmentUntilWeek: 28,
    homeVisitShare: 0.95,
    ...plainFollowUp,
  };
  const people = Array.from({ length: 4 }, (_, number) => ({
    number: first + number,
    profession: 'midwife' as const,
    employer: 'payer',
    unit: 0,
    otherUnits: [],
    position: 1,
    skills: [],
    fromDay: -Infinity,
    toDay: Infinity,
  }));
  return new ContinuityTeam(0, 0, people, parameters, { start: '2027-01-01' }, '08:00', calendar, () => false, limits);
}

describe('who is called', () => {
  // On day 4 the first of the team is first on call, and the second comes after her.
  const evening = 4 * day + 20 * hour;
  const worksByDay = (of: ContinuityTeam, midwife: number): void =>
    of.beginContact(first + midwife, 4 * day + 8 * hour, 4 * day + 15 * hour);

  it('is the second on call, who has all her hours, when the first has worked that day', () => {
    const two = team(2);
    worksByDay(two, 0);
    expect([two.call(evening, 30), two.call(evening, 30), two.call(evening, 30)]).toEqual([1, 0, -1]);
  });

  it('is she who has worked as long as she can stay for two hours and be home in time', () => {
    const called = (at: number, journey: number): number => {
      const one = team(1);
      worksByDay(one, 0);
      return one.call(at, journey);
    };
    // She must be home at midnight.
    expect(called(evening, 60)).toBe(0);
    expect(called(evening, 61)).toBe(-1);
    expect(called(4 * day + 22 * hour + 30, 15)).toBe(-1);
    expect(called(4 * day + 23 * hour, 15)).toBe(0);
  });

  it('must be home within the longest shift of the law, whatever a plan says', () => {
    const one = team(1);
    expect(one.latestHome(0, evening) - evening).toBe(12.5 * hour);
  });
});

describe('who gives a contact', () => {
  const woman = (of: ContinuityTeam, named: number): Woman =>
    Object.assign(new Woman(0, 0, {} as Fate), { team: of, namedMidwife: first + named });
  const freeAt = (): Float64Array => new Float64Array(first + 4).fill(-Infinity);
  const morning = 4 * day + 9 * hour;
  const provider = (named: number, of = team(1), free = freeAt()): number =>
    contactProvider(woman(of, named), 4, morning, { freeAt: free, latest: morning + 5 * hour, minutes: 45 });

  it('is her own midwife, but a colleague on the day when her turn on call begins', () => {
    expect([0, 1, 2, 3].map((named) => provider(named))).toEqual([first + 1, first + 1, first + 2, first + 3]);
  });

  it('is the midwife on call when nobody else has time', () => {
    const free = freeAt();
    for (const colleague of [1, 2, 3]) free[first + colleague] = morning + 6 * hour;
    expect(provider(2, team(1), free)).toBe(first);
  });

  it('is nobody whose working day is over before', () => {
    const four = team(1);
    for (let midwife = 0; midwife < 4; midwife++) four.beginContact(first + midwife, morning - 16 * hour, morning - 60);
    expect(provider(2, four)).toBe(-1);
  });
});

describe('teams of a district', () => {
  const service = simulate(teamWorld(3, 450, { latentPhaseAtHome: 0.5, wardVisits: 1 }), testSeed, 0, false);
  const { teams, breaches, contactLog: log, women } = service;
  const people = new Set(teams.flatMap((each) => each.people.map(({ number }) => number)));

  it('keep daily rest and the length of shifts', () => {
    const own = breaches.filter(({ person, basis }) => basis === 'worked' && people.has(person));
    expect(service.teamWork.callOutHours).toBeGreaterThan(2000);
    expect(own.filter(({ rule }) => rule === 'dailyRest' || rule === 'shiftLength')).toEqual([]);
  });

  it('have consultations with the own midwife on days when her turn does not begin', () => {
    let all = 0;
    let onCall = 0;
    let named = 0;
    for (let index = 0; index < log.length; index++) {
      const woman = women[log.woman.at(index)]!;
      const provider = log.provider.at(index);
      if (log.kind.at(index) !== ContactKind.antenatalConsultation || woman.team === undefined || !people.has(provider))
        continue;
      if (log.start.at(index) < service.horizon.from) continue;
      all++;
      if (provider === woman.namedMidwife) named++;
      if (woman.team.startsOnCall(provider, service.calendar.dayOf(log.start.at(index)))) onCall++;
    }
    expect(all).toBeGreaterThan(1000);
    expect(onCall / all).toBeLessThan(0.05);
    // The rest is mostly because of holidays and sickness.
    expect(named / all).toBeGreaterThan(0.7);
  });
});
