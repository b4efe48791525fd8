import { describe, expect, it } from 'vitest';
import { Outcome } from '../../../sim-core/maternity/contacts/appointments.ts';
import {
  CarePhase,
  ContactKind,
  phaseOfKind,
  Provider,
  Setting,
} from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { clockMinutes } from '../../../sim-core/kernel/index.ts';
import { smallInputs } from '../../support/scenarios.ts';
import { amplySized, districtService, finished, logged, type Logged, type Service } from './district-service.ts';

const day = 1440;
const homeVisits = new Set<number>([
  ContactKind.midwifeHomeVisit,
  ContactKind.healthNurseHomeVisit,
  ContactKind.extraHomeVisit,
]);

const year = finished(districtService(smallInputs(1800, 330, 60)));
const all = logged(year.log);
const scarce = finished(
  districtService(smallInputs(4000, 100, 40), {
    ...amplySized,
    districtMidwives: 1,
    healthNurses: 1,
    hospitalMidwives: 2,
    awayShare: 0.3,
  }),
);
const scarceContacts = logged(scarce.log);

/** Women of the districts who went through the whole of pregnancy and follow-up within the horizon. */
function wholePregnancies({ women, inputs, calendar, to, ended }: Service) {
  const origins = Object.values(inputs.data.origins);
  const followed = new Set(ended);
  const last = calendar.midnight(calendar.dayOf(to)) - 60 * day;
  return women.filter(
    ({ number, origin, fate }) =>
      !origins[origin]!.outside && fate.intendedSite >= 0 && fate.beginsAt < last && followed.has(number),
  );
}

function contactsOf(service: Service, contacts: readonly Logged[]): Map<number, Logged[]> {
  const byWoman = new Map<number, Logged[]>(service.women.map(({ number }) => [number, []]));
  for (const contact of contacts) byWoman.get(contact.woman)!.push(contact);
  return byWoman;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Asserts a mean against a value it should have, within four standard errors and a tolerance for what is known to differ. */
function expectMean(values: readonly number[], expected: number, tolerance = 0): void {
  const average = mean(values);
  const variance = mean(values.map((value) => (value - average) ** 2));
  const error = 4 * Math.sqrt(variance / values.length) + tolerance;
  expect(Math.abs(average - expected), `mean ${average}, expected ${expected} ± ${error}`).toBeLessThan(error);
}

describe.each([
  ['ample staff', year, all],
  ['too few people', scarce, scarceContacts],
])('contacts with %s', (_, service, contacts) => {
  it('lie inside opening hours on a day when the provider was planned to work', () => {
    const { inputs, calendar, workforce } = service;
    const { programme, origins } = inputs.data;
    const hours = (opens: string, closes: string) => ({ opens: clockMinutes(opens), closes: clockMinutes(closes) });
    const stations = Object.values(origins).map(({ consultingHours }) =>
      consultingHours === undefined ? undefined : hours(consultingHours.from, consultingHours.to),
    );
    const homes = hours(programme.homeVisit.opens, programme.homeVisit.closes);
    const practice = hours(programme.generalPractice.opens, programme.generalPractice.closes);
    const clinic = hours(programme.outpatientClinic.opens, programme.outpatientClinic.closes);
    expect(contacts.length).toBeGreaterThan(1000);
    for (const contact of contacts) {
      if (contact.kind === ContactKind.latentPhaseContact || contact.kind === ContactKind.returnToWard) continue;
      const today = calendar.dayOf(contact.start);
      const open =
        contact.setting === Setting.healthStation
          ? stations[contact.place]!
          : contact.setting === Setting.home
            ? homes
            : contact.setting === Setting.generalPractice
              ? practice
              : clinic;
      const isOpen = calendar.clockOf(contact.start) >= open.opens && calendar.clockOf(contact.end) <= open.closes;
      const sameDay = calendar.dayOf(contact.end) === today && calendar.isWorkingDay(today);
      const planned = contact.provider < 0 || workforce.plannedShift(contact.provider, today) === 1;
      if (!isOpen || !sameDay || !planned) expect.fail(JSON.stringify({ contact, isOpen, sameDay, planned }));
    }
  });

  it('never have a person in two places, with notes and a way between home visits', () => {
    const { programme } = service.inputs.data;
    const byPerson = new Map<number, Logged[]>();
    for (const contact of contacts) {
      if (contact.provider < 0) continue;
      const own = byPerson.get(contact.provider);
      if (own === undefined) byPerson.set(contact.provider, [contact]);
      else own.push(contact);
    }
    expect(byPerson.size).toBeGreaterThan(20);
    for (const own of byPerson.values()) {
      own.sort((a, b) => a.start - b.start);
      for (const [index, contact] of own.entries()) {
        const next = own[index + 1];
        if (next === undefined) continue;
        const home = contact.setting === Setting.home;
        const notes = home ? programme.homeVisit.documentation : programme.antenatal.documentation;
        const sameDay = service.calendar.dayOf(contact.start) === service.calendar.dayOf(next.start);
        // A day is for consultations or for home visits, and every home visit has a way before it.
        const apart = next.start > contact.end + notes || (next.start === contact.end + notes && !home);
        if (!apart || (sameDay && next.setting !== contact.setting)) expect.fail(JSON.stringify({ contact, next }));
      }
    }
  });

  it('never have a woman in two places', () => {
    for (const own of contactsOf(service, contacts).values()) {
      own.forEach((contact, index) => {
        const next = own[index + 1];
        // The log has them in order of time.
        const apart = next === undefined || next.start >= contact.end;
        if (contact.end <= contact.start || !apart) expect.fail(JSON.stringify({ contact, next }));
      });
    }
  });

  it('come to one outcome each, and what was given is in the log', () => {
    const { appointments } = service.contacts;
    const counted = Object.values(Outcome).map((outcome) => appointments.count(outcome));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(appointments.length);
    expect(appointments.count(Outcome.pending)).toBe(0);
    expect(appointments.count(Outcome.given)).toBe(contacts.length);
    expect(new Set(contacts.map(({ kind }) => kind)).size).toBe(10);
  });

  it('end in a follow-up that is over for every woman who went home, and for nobody twice', () => {
    const home = service.women.filter(({ dischargedAt }) => !Number.isNaN(dischargedAt));
    expect([...service.ended].sort((a, b) => a - b)).toEqual(home.map(({ number }) => number));
  });

  it('are paid by the employer, by the state for general practice, and by the hospital of the place', () => {
    const { data } = service.inputs;
    const payers = Object.keys(data.economy.payers);
    const sites = Object.values(data.sites);
    for (const { provider, payer, setting, place } of contacts) {
      const expected =
        provider >= 0
          ? service.workforce.people[provider]!.employer
          : provider === Provider.generalPractitioner
            ? data.economy.statePayer
            : setting === Setting.site
              ? sites[place]!.hospital
              : 'nobody';
      if (payers[payer] !== expected) expect.fail(`paid by ${payers[payer]} instead of ${expected}`);
    }
  });
});

describe('conservation', () => {
  it('gives every need of the horizon one end: given, not given or dropped', () => {
    const service = districtService(smallInputs(1000, 100, 30), {
      ...amplySized,
      districtMidwives: 1,
      healthNurses: 1,
      awayShare: 0.2,
    });
    // From the first minute, and women registered before it have been counted too.
    const again = districtService(smallInputs(1000, 100, 30), amplySized);
    for (const one of [service, again]) {
      const before = one.contacts.appointments.length;
      const pendingBefore = one.contacts.appointments.count(Outcome.pending);
      expect(before).toBeGreaterThan(pendingBefore);
      one.contacts.startCounting();
      one.simulation.run();
      const { given, notGiven, wanted } = one.contacts.statistics;
      const total = (values: Int32Array) => values.reduce((sum, value) => sum + value, 0);
      const dropped = one.contacts.appointments.count(Outcome.dropped);
      expect(total(wanted) + pendingBefore).toBe(total(given) + total(notGiven) + dropped);
    }
  });
});

describe('the antenatal programme', () => {
  const women = wholePregnancies(year);
  const byWoman = contactsOf(year, all);
  const pregnancyOf = (number: number) =>
    byWoman.get(number)!.filter(({ kind }) => phaseOfKind[kind] === CarePhase.pregnancy);

  it('has nothing before registration and nothing after birth', () => {
    for (const { number, fate } of year.women) {
      const within = pregnancyOf(number).every(
        ({ start, end }) => start > fate.registersAt && end <= fate.beginsAt + 600,
      );
      expect(within).toBe(true);
    }
  });

  it('gives nine contacts to a woman who is not past her time, fewer to one who gives birth early', () => {
    const programmeOf = (number: number) =>
      byWoman
        .get(number)!
        .filter(({ kind }) => kind === ContactKind.antenatalConsultation || kind === ContactKind.ultrasound).length;
    const atTerm = women.filter(({ fate }) => fate.gestation >= 281 && fate.gestation < 285);
    const preterm = women.filter(({ fate }) => fate.gestation < 245);
    expect(atTerm.length).toBeGreaterThan(50);
    expect(preterm.length).toBeGreaterThan(10);
    // One in a hundred or so can't be given, and a missed one may be too late to be made up for.
    expectMean(
      atTerm.map(({ number }) => programmeOf(number)),
      9,
      0.35,
    );
    // By week 35 the first, both ultrasound examinations, and weeks 24, 28 and 32.
    expect(Math.max(...preterm.map(({ number }) => programmeOf(number)))).toBeLessThanOrEqual(6);
  });

  it('comes to about 3 contacts with the practitioner, 4 with the district midwife and 5 at hospital (SKDE)', () => {
    const count = (test: (contact: Logged) => boolean) =>
      women.map(({ number }) => pregnancyOf(number).filter(test).length);
    expectMean(
      count(({ setting }) => setting === Setting.generalPractice),
      3,
      0.3,
    );
    expectMean(
      count(({ setting }) => setting === Setting.healthStation),
      4,
      0.5,
    );
    expectMean(
      count(({ setting }) => setting === Setting.site),
      5,
      0.4,
    );
  });

  it('is shared 57 : 43 between midwife and practitioner, by the preference of each woman', () => {
    const shares = women
      .map(({ number }) => pregnancyOf(number).filter(({ kind }) => kind === ContactKind.antenatalConsultation))
      .filter((own) => own.length > 0)
      .map((own) => own.filter(({ provider }) => provider >= 0).length / own.length);
    expectMean(shares, 0.57);
    expectMean(
      shares.map((share) => (share === 1 ? 1 : 0)),
      0.29,
      0.02,
    );
  });

  it('takes half as long again with an interpreter', () => {
    const later = (needs: boolean) =>
      women
        .filter(({ fate }) => fate.needsInterpreter === needs)
        .flatMap(({ number }) =>
          pregnancyOf(number)
            .filter(({ kind }) => kind === ContactKind.antenatalConsultation)
            .slice(1),
        )
        .map(({ start, end }) => end - start);
    expectMean(later(false), 35);
    expectMean(later(true), 52.5);
  });

  it('is mostly with the named midwife', () => {
    const shares = women
      .filter(({ namedMidwife }) => namedMidwife >= 0)
      .flatMap(({ number, namedMidwife }) =>
        pregnancyOf(number)
          .filter(({ setting }) => setting === Setting.healthStation)
          .map(({ provider }) => (provider === namedMidwife ? 1 : 0)),
      );
    expect(mean(shares)).toBeGreaterThan(0.7);
  });

  it('has only hospital contacts for women from outside', () => {
    const origins = Object.values(year.inputs.data.origins);
    const outside = year.women.filter(({ origin }) => origins[origin]!.outside);
    expect(outside.length).toBeGreaterThan(100);
    for (const { number } of outside)
      for (const { setting } of byWoman.get(number)!) expect(setting).toBe(Setting.site);
  });
});

describe('the latent phase', () => {
  it('brings 1.22 contacts to each woman who goes into labour, and none before a planned caesarean', () => {
    const byWoman = contactsOf(year, all);
    const atSite = year.women.filter(
      ({ fate }) =>
        fate.intendedSite >= 0 && Number.isNaN(fate.lostAt) && fate.beginsAt < year.to && fate.beginsAt > 5 * day,
    );
    const count = (number: number) =>
      byWoman.get(number)!.filter(({ kind }) => kind === ContactKind.latentPhaseContact).length;
    const labours = atSite.filter(({ fate }) => fate.onset !== 'planned caesarean');
    expectMean(
      labours.map(({ number }) => count(number)),
      1.22,
    );
    const planned = atSite.filter(({ fate }) => fate.onset === 'planned caesarean');
    expect(planned.length).toBeGreaterThan(20);
    for (const { number } of planned) expect(count(number)).toBe(0);
  });
});

describe('follow-up', () => {
  it('visits 53 % of women at home within three days and 85 % within two weeks', () => {
    const service = districtService(smallInputs(2500, 300, 60));
    service.simulation.run(service.from);
    service.contacts.startCounting();
    service.simulation.run(service.to);
    const { followUps, visitedByMidwife, visitedByHealthNurse } = service.contacts.statistics;
    expect(followUps).toBeGreaterThan(800);
    const error = (share: number) => 4 * Math.sqrt((share * (1 - share)) / followUps);
    expect(Math.abs(visitedByMidwife / followUps - 0.53)).toBeLessThan(error(0.53) + 0.02);
    expect(Math.abs(visitedByHealthNurse / followUps - 0.85)).toBeLessThan(error(0.85) + 0.01);
  });

  it('has the midwife on day 1 to 3 after coming home', () => {
    for (const { kind, woman, start } of all) {
      if (kind !== ContactKind.midwifeHomeVisit) continue;
      const home = year.calendar.dayOf(year.women[woman]!.dischargedAt);
      const after = year.calendar.dayOf(start) - home;
      expect(after).toBeGreaterThanOrEqual(1);
      expect(after).toBeLessThanOrEqual(3);
    }
  });

  it('tells of every contact when it begins, except of those before the clock', () => {
    const live = all.filter(({ start }) => start >= 0);
    const told = year.begun.map(({ woman, kind, provider, at }) => `${woman} ${kind} ${provider} ${at}`);
    expect(told.join('\n')).toBe(
      live.map(({ woman, kind, provider, start }) => `${woman} ${kind} ${provider} ${start}`).join('\n'),
    );
    expect(all.length).toBeGreaterThan(live.length);
  });

  it('books the travel of every person who visits homes, and of nobody else', () => {
    const visitors = new Set(all.filter(({ kind }) => homeVisits.has(kind)).map(({ provider }) => provider));
    expect(new Set(year.travelled.keys())).toEqual(visitors);
  });
});
