import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorValues } from '../../sim-core/maternity/registry.ts';
import { ContactKind } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { WorkKind } from '../../sim-core/maternity/staff/worked-time.ts';
import { oddInputs, oddService } from '../support/random-service.ts';
import { contactsOutOfHours, incompleteContacts } from '../support/contact-checks.ts';
import { changed, dateAfter, shippedInputs, smallInputs } from '../support/scenarios.ts';
import { careOffDuty, doubleWork, inTwoPlaces, overfull, standings, unpaidHours } from '../support/service-checks.ts';

const runs = 40;

describe('whatever is scarce, late or odd', () => {
  it('nobody vanishes, is in two places or works without pay', () => {
    const met = { lost: 0, calls: 0, births: 0 };
    fc.assert(
      fc.property(oddService, (odd) => {
        const service = simulate(oddInputs(odd), '1', odd.replication, false);
        const { registered, registeredTwice, neverRegistered, pregnant, lost, gaveBirth } = standings(service);
        expect({ registeredTwice, neverRegistered }).toEqual({ registeredTwice: 0, neverRegistered: 0 });
        expect(pregnant! + lost! + gaveBirth!).toBe(registered);
        expect(doubleWork(service)).toEqual([]);
        expect(inTwoPlaces(service)).toEqual([]);
        expect(careOffDuty(service)).toEqual([]);
        expect(contactsOutOfHours(service)).toEqual([]);
        expect(incompleteContacts(service)).toEqual([]);
        expect(overfull(service)).toEqual([]);
        const { registrations, registeredGaveBirth, registeredLost, stillPregnant, unaccountedFor } =
          indicatorValues(service);
        expect([registrations, registeredGaveBirth, registeredLost, stillPregnant, unaccountedFor]).toEqual([
          registered,
          gaveBirth,
          lost,
          pregnant,
          0,
        ]);
        for (const hours of unpaidHours(service)) expect(Math.abs(hours)).toBeLessThan(1e-6);
        met.lost += lost!;
        met.births += gaveBirth!;
        met.calls += service.observations.teamCalls;
      }),
      { numRuns: runs, seed: 20_270_401 },
    );
    // The property means little if nothing of it happens.
    expect(met.births).toBeGreaterThan(1000);
    expect(met.lost).toBeGreaterThan(10);
    expect(met.calls).toBeGreaterThan(20);
  });

  it('minutes of active labour are own, shared or alone, and make up the whole', () => {
    fc.assert(
      fc.property(oddService, (odd) => {
        const { observations, sites } = simulate(oddInputs(odd), '1', odd.replication, false);
        const longestMove = Math.max(...sites.flatMap(({ diversion }) => diversion.map(({ journey }) => journey)));
        for (const { care, fate, bornAt, birthSite } of observations.births) {
          const minutes = care.ownMinutes + care.sharedMinutes + care.aloneMinutes;
          const labour = fate.activeFirstStage + fate.secondStage;
          // On the way to another site she is in nobody's care; a wait for theatre or obstetrician comes on top.
          const onTheWay = birthSite === fate.intendedSite ? 0 : longestMove;
          if (fate.onset === 'planned caesarean') expect(minutes).toBe(0);
          else expect(minutes).toBeGreaterThanOrEqual(labour - onTheWay - 1e-6);
          expect(bornAt).toBeGreaterThanOrEqual(fate.beginsAt);
        }
      }),
      { numRuns: 10, seed: 20_270_402 },
    );
  });
});

it('more midwives never lower the one-to-one share on average', () => {
  const shareOf = (factor: number): number => {
    const inputs = changed(smallInputs(14_000, 60, 10), ({ data }) => {
      for (const units of Object.values(data.staff.sites)) {
        for (const { posts, fullTimePosts } of [units.labourWard!.midwives!]) {
          units.labourWard!.midwives = { posts, fullTimePosts: fullTimePosts * factor };
        }
      }
    });
    const services = [0, 1, 2].map((replication) => simulate(inputs, '1', replication, false));
    const sum = (value: (ward: (typeof services)[0]['sites'][0]['ward'], now: number) => number): number =>
      services
        .flatMap(({ sites, simulation }) => sites.map(({ ward }) => value(ward, simulation.now)))
        .reduce((a, b) => a + b);
    return sum((ward, now) => ward.oneToOne.integral(now)) / sum((ward, now) => ward.active.integral(now));
  };
  const shares = [0.6, 0.8, 1, 1.3].map(shareOf);
  for (const [step, share] of shares.slice(1).entries()) expect(share).toBeGreaterThan(shares[step]!);
});

describe('over the nights in which the clock is changed', () => {
  const hour = 60;

  it.each([
    ['2027-03-27', 9],
    ['2027-10-30', 11],
    ['2027-02-10', 10],
  ])('the night of %s lasts %i hours, shifts keep the wall clock, and what is worked is paid', (date, nightHours) => {
    const inputs = smallInputs(3000, 8, 10);
    inputs.horizon.start = dateAfter(date, -4);
    inputs.horizon.end = dateAfter(date, 3);
    // Nobody stays on or comes early, so that spells of work are the shifts.
    inputs.data.cover.policy = ['leaveOpen'];
    const service = simulate(inputs, '1', 0, false);
    const { calendar, horizon } = service;
    const { worked } = service.staffing;
    const clocks = new Map(
      Object.entries(inputs.data.staff.shifts).map(([shift, { start, end }]) => [`${start} ${end}`, shift]),
    );
    const nights: number[] = [];
    const day = calendar.dayNumber(date);
    for (let index = 0; index < worked.length; index++) {
      const start = worked.start.at(index);
      const end = worked.end.at(index);
      if (start < horizon.from || end > horizon.to || worked.kind.at(index) !== WorkKind.planned) continue;
      if (service.workforce.units[worked.unit.at(index)]!.pattern !== 'rota') continue;
      const shift = clocks.get(`${clockText(calendar.clockOf(start))} ${clockText(calendar.clockOf(end))}`);
      expect(shift, `${calendar.clockOf(start)} to ${calendar.clockOf(end)}`).toBeDefined();
      if (shift === 'night' && calendar.dayOf(start) === day) nights.push((end - start) / hour);
    }
    expect(nights.length).toBeGreaterThan(10);
    expect(new Set(nights)).toEqual(new Set([nightHours]));
    expect(contactsOutOfHours(service)).toEqual([]);
    expect(doubleWork(service)).toEqual([]);
    for (const unpaid of unpaidHours(service)) expect(Math.abs(unpaid)).toBeLessThan(1e-6);
  });

  function clockText(minutes: number): string {
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${two(Math.floor(minutes / hour))}:${two(minutes % hour)}`;
  }
});

describe('a year of the shipped scenarios', () => {
  it.each(['dagens', 'min-jordmor-ahus-sektor'])('%s keeps the rules of a service', (name) => {
    const service = simulate(shippedInputs(name), '1', 0, false);
    const { registered, pregnant, lost, gaveBirth } = standings(service);
    expect(pregnant! + lost! + gaveBirth!).toBe(registered);
    expect(doubleWork(service)).toEqual([]);
    expect(inTwoPlaces(service)).toEqual([]);
    expect(careOffDuty(service)).toEqual([]);
    expect(contactsOutOfHours(service)).toEqual([]);
    expect(incompleteContacts(service)).toEqual([]);
    for (const hours of unpaidHours(service)) expect(Math.abs(hours)).toBeLessThan(1e-5);
  });
});

describe('a continuity team', () => {
  const service = simulate(shippedInputs('min-jordmor-ahus-sektor'), '1', 0, false);
  const { contactLog: log, staffing, workforce, women, horizon } = service;
  const isOfTeam = (person: number): boolean =>
    person >= 0 && workforce.units[workforce.people[person]!.unit]!.kind === 'continuityTeam';

  it('works the hours of its contacts outside labour', () => {
    const { worked } = staffing;
    const begun = new Set<string>();
    for (let spell = 0; spell < worked.length; spell++)
      begun.add(`${worked.person.at(spell)} ${worked.start.at(spell)}`);
    let contacts = 0;
    for (let index = 0; index < log.length; index++) {
      const kind = log.kind.at(index);
      const start = log.start.at(index);
      if (kind !== ContactKind.antenatalConsultation && kind !== ContactKind.midwifeHomeVisit) continue;
      if (!isOfTeam(log.provider.at(index)) || start < 0) continue;
      contacts++;
      expect(begun.has(`${log.provider.at(index)} ${start}`), `contact ${index}`).toBe(true);
    }
    expect(contacts).toBeGreaterThan(3000);
  });

  it('visits its own share of women at home', () => {
    const lastDays = 14 * 1440;
    const home = women.filter(
      ({ team, dischargedAt }) =>
        team !== undefined && dischargedAt >= horizon.from && dischargedAt < horizon.to - lastDays,
    );
    const visited = home.filter(({ number }) => {
      for (let index = log.lastOf(number); index >= 0; index = log.previous.at(index)) {
        if (log.kind.at(index) === ContactKind.midwifeHomeVisit) return true;
      }
      return false;
    });
    // 95 % are wanted; some cannot be given in time.
    expect(visited.length / home.length).toBeGreaterThan(0.85);
    expect(visited.length / home.length).toBeLessThan(0.97);
  });
});
