import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { clockMinutes } from '../../sim-core/kernel/index.ts';
import { ContactKind, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import type { MaternityService } from '../../sim-core/maternity/maternity-service.ts';
import { originIds } from '../../sim-core/maternity/model-inputs.ts';
import { indicatorValues } from '../../sim-core/maternity/registry.ts';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { BirthMode } from '../../sim-core/maternity/trace-states.ts';
import type { Woman } from '../../sim-core/maternity/women/woman.ts';
import { changed, dateAfter, shippedInputs, withPlentyOfRoom } from '../support/scenarios.ts';
import { contactsOutOfHours, incompleteContacts } from '../support/contact-checks.ts';
import { doubleWork, inTwoPlaces, unpaidHours } from '../support/service-checks.ts';

const hour = 60;
const day = 1440;
const districts = ['oestensjoe', 'nordstrand', 'bjerke', 'sagene', 'nordre-aker', 'alna', 'gamle-oslo'];
type EarlyDischarge = Extract<ModelInputs['interventions'][number], { model: 'early-discharge' }>;

/** A third of a year with places for all, so that no woman can reach another through a queue. */
const roomy = changed(shippedInputs('dagens'), (inputs) => {
  withPlentyOfRoom(inputs);
  inputs.horizon.end = dateAfter(inputs.horizon.start, 120);
  inputs.horizon.warmUpDays = 30;
  for (const district of districts) inputs.data.staff.districts[district]!.midwives *= 4;
});

function offering(terms: Partial<EarlyDischarge>, inputs = roomy): MaternityService {
  const start = dateAfter(inputs.horizon.start, -inputs.horizon.warmUpDays);
  const copy = changed(inputs, ({ interventions }) =>
    interventions.push({ model: 'early-discharge', start, districts, parity: 'multiparous', ...terms }),
  );
  return simulate(copy, '1', 0, false);
}

const leftEarly = ({ women }: MaternityService): Woman[] =>
  women.filter(({ earlyDischarge, dischargedAt }) => earlyDischarge !== undefined && !Number.isNaN(dischargedAt));
const numbers = (women: readonly Woman[]): number[] => women.map(({ number }) => number);

const today = simulate(roomy, '1', 0, false);
const half = offering({ uptake: 0.5 });
const everybody = offering({ uptake: 1 });
const early = leftEarly(half);

describe('early discharge', () => {
  it('is for women of the district and parity whose birth was uncomplicated and who want it', () => {
    const origins = districts.map((id) => originIds(roomy).indexOf(id));
    expect(early.length).toBeGreaterThan(40);
    for (const { origin, fate } of early) {
      expect(origins).toContain(origin);
      expect(fate.nulliparous).toBe(false);
      expect(fate.earlyDischargeDraw).toBeLessThan(0.5);
      expect([BirthMode.spontaneous, BirthMode.instrumental]).toContain(fate.mode);
      expect([fate.uncomplicated, fate.plurality, fate.neonatalStay]).toEqual([true, 1, 0]);
    }
  });

  it('may be offered in one district to women of one parity and to the others on other terms', () => {
    const start = dateAfter(roomy.horizon.start, -roomy.horizon.warmUpDays);
    const both = changed(roomy, ({ interventions }) => {
      const common = { model: 'early-discharge' as const, start, districts, uptake: 1 };
      interventions.push({ ...common, parity: 'multiparous' }, { ...common, parity: 'nulliparous', fromHour: 20 });
    });
    const left = leftEarly(simulate(both, '1', 0, false));
    const first = left.filter(({ fate }) => fate.nulliparous);
    expect(first.length).toBeGreaterThan(20);
    expect(left.length - first.length).toBeGreaterThan(80);
    for (const { bornAt, dischargedAt } of first) expect(dischargedAt - bornAt).toBeGreaterThanOrEqual(20 * hour - 1);
  });

  it('is some hours after birth, by day, and before she would have gone anyhow', () => {
    const { calendar } = half;
    const stays = early.map(({ bornAt, dischargedAt }) => (dischargedAt - bornAt) / hour);
    expect(Math.min(...stays)).toBeGreaterThanOrEqual(6);
    // At most a night longer than 24 hours.
    expect(Math.max(...stays)).toBeLessThan(24 + 11);
    for (const { number, dischargedAt } of early) {
      const clock = calendar.clockOf(dischargedAt);
      expect(clock).toBeGreaterThanOrEqual(clockMinutes('08:00'));
      expect(clock).toBeLessThanOrEqual(clockMinutes('21:00'));
      const usual = today.women[number]!.dischargedAt;
      if (!Number.isNaN(usual)) expect(dischargedAt).toBeLessThan(usual);
    }
  });

  it('frees beds, and changes the stay of nobody else', () => {
    const isEarly = new Set(numbers(early));
    for (const { number, dischargedAt } of half.women) {
      if (!isEarly.has(number)) expect(dischargedAt).toBe(today.women[number]!.dischargedAt);
    }
    const beds = ({ census, inputs }: MaternityService): number =>
      Object.keys(inputs.data.hospitals).reduce((sum, hospital) => sum + census.mean('postnatalBeds', hospital), 0);
    expect(beds(half)).toBeLessThan(beds(today));
    expect(beds(everybody)).toBeLessThan(beds(half));
  });

  it('is taken by the same women when more want it', () => {
    expect(numbers(leftEarly(everybody))).toEqual(expect.arrayContaining(numbers(early)));
    expect(leftEarly(everybody).length).toBeGreaterThan(1.5 * early.length);
  });

  it('comes after the visits have been booked, which are given in time and take the place of others', () => {
    const { contactLog: log, contacts, calendar, horizon } = half;
    const { appointments } = contacts;
    let promised = 0;
    let given = 0;
    for (const { number, dischargedAt, fate } of early) {
      if (dischargedAt > horizon.to - 5 * day) continue;
      const lastDay = calendar.dayOf(dischargedAt) + 3;
      const booked: number[] = [];
      for (let index = appointments.latestOf(number); index >= 0; index = appointments.before(index))
        booked.unshift(index);
      const kinds = booked.map((index) => appointments.kind.at(index));
      const first = kinds.indexOf(ContactKind.midwifeHomeVisit);
      // In order of booking: both visits, and then what is booked when she is home.
      expect(kinds[first + 1]).toBe(ContactKind.extraHomeVisit);
      const health = kinds.indexOf(ContactKind.healthNurseHomeVisit);
      if (health >= 0) expect(first + 1).toBeLessThan(health);
      expect(appointments.day.at(booked[first]!)).not.toBe(appointments.day.at(booked[first + 1]!));
      let visits = 0;
      for (let index = log.lastOf(number); index >= 0; index = log.previous.at(index)) {
        const kind = log.kind.at(index);
        if (kind !== ContactKind.midwifeHomeVisit && kind !== ContactKind.extraHomeVisit) continue;
        expect(log.setting.at(index)).toBe(Setting.home);
        visits++;
        if (fate.vulnerability === 0) expect(calendar.dayOf(log.start.at(index))).toBeLessThanOrEqual(lastDay);
        if (calendar.dayOf(log.start.at(index)) <= lastDay) given++;
      }
      if (fate.vulnerability === 0) expect(visits).toBeLessThanOrEqual(2);
      promised += 2;
    }
    expect(given / promised).toBeGreaterThan(0.9);
    expect(indicatorValues(half).promisedVisits).toBeGreaterThan(0.9);
  });

  it('is refused to all who want it where there are no midwives to visit them, and that is counted', () => {
    const without = changed(roomy, ({ data }) => {
      for (const district of districts) data.staff.districts[district]!.midwives = 0;
    });
    const service = offering({ uptake: 1 }, without);
    expect(leftEarly(service)).toEqual([]);
    const { earlyDischarges, earlyDischargesWithoutVisits, earlyDischargeOffers } = indicatorValues(service);
    expect(earlyDischarges).toBe(0);
    expect(earlyDischargesWithoutVisits).toBeGreaterThan(100);
    expect(earlyDischargesWithoutVisits).toBeLessThanOrEqual(earlyDischargeOffers!);
    expect(offering({ uptake: 1, guaranteedVisits: 0 }, without).observations.earlyDischarges).toBeGreaterThan(100);
  });

  it('follows the weekdays of the rounds: before a weekend there is no room for two visits in three days', () => {
    const { calendar } = everybody;
    const monday = 0;
    const weekdays = leftEarly(everybody)
      .filter(({ dischargedAt }) => !isNearHoliday(calendar.dayOf(dischargedAt)))
      .map(({ dischargedAt }) => calendar.weekday(calendar.dayOf(dischargedAt)) - monday);
    // On Thursday and Friday only one working day follows in time.
    expect(weekdays).not.toContain(3);
    expect(weekdays).not.toContain(4);
    for (const weekday of [0, 1, 2, 5, 6]) expect(weekdays).toContain(weekday);

    function isNearHoliday(date: number): boolean {
      return [0, 1, 2, 3].some((ahead) => calendar.isPublicHoliday(date + ahead));
    }
  });

  it('holds from its first day on, for births from then on', () => {
    const start = dateAfter(roomy.horizon.start, 60);
    const later = offering({ uptake: 0.5, start });
    const from = later.calendar.midnight(later.calendar.dayNumber(start));
    const women = leftEarly(later);
    expect(women.length).toBeGreaterThan(10);
    expect(Math.min(...women.map(({ bornAt }) => bornAt))).toBeGreaterThanOrEqual(from);
    expect(numbers(early)).toEqual(expect.arrayContaining(numbers(women)));
  });

  it('keeps the rules of a service', () => {
    const crowded = changed(shippedInputs('dagens'), ({ horizon }) => {
      horizon.end = dateAfter(horizon.start, 60);
    });
    const service = offering({ uptake: 1, closes: '14:00' }, crowded);
    expect(leftEarly(service).length).toBeGreaterThan(20);
    expect(doubleWork(service)).toEqual([]);
    expect(inTwoPlaces(service)).toEqual([]);
    expect(contactsOutOfHours(service)).toEqual([]);
    expect(incompleteContacts(service)).toEqual([]);
    for (const hours of unpaidHours(service)) expect(Math.abs(hours)).toBeLessThan(1e-6);
  });
});

describe('after early discharge', () => {
  it('as many women turn to the ward as it is said', () => {
    const { contactLog: log, horizon, calendar } = offering({ uptake: 0.5, returnShare: 1 });
    for (const { number, dischargedAt, fate } of early) {
      if (fate.intendedSite < 0 || dischargedAt > horizon.to - 9 * day) continue;
      let returns = 0;
      for (let index = log.lastOf(number); index >= 0; index = log.previous.at(index)) {
        if (log.kind.at(index) !== ContactKind.returnToWard) continue;
        returns++;
        expect(calendar.dayOf(log.start.at(index))).toBeLessThanOrEqual(calendar.dayOf(dischargedAt + 7 * day) + 1);
      }
      expect(returns).toBe(1);
    }
  });

  it('newborns are readmitted so many times as often, the same ones and more', () => {
    const { earlyDischarges, women, inputs } = today;
    const { share } = inputs.data.clinical.readmission.newborn;
    const terms = early[0]!.earlyDischarge!;
    const admitted = (factor: number): Map<number, number> =>
      new Map(
        women.flatMap((woman) => {
          const { stay, after } = earlyDischarges.newbornReadmission(woman, {
            ...terms,
            newbornReadmissionFactor: factor,
          });
          return stay > 0 ? [[woman.number, after]] : [];
        }),
      );
    const usual = new Map(
      women.flatMap(({ number, fate }) =>
        fate.newbornReadmission.stay > 0 ? [[number, fate.newbornReadmission.after] as const] : [],
      ),
    );
    expect(admitted(1)).toEqual(usual);
    expect(admitted(0).size).toBe(0);
    const steps = [0.5, 1, 1.3, 4].map(admitted);
    for (const [step, more] of steps.slice(1).entries()) {
      for (const [number, after] of steps[step]!) expect(more.get(number)).toBe(after);
    }
    for (const [index, factor] of [0.5, 1, 1.3, 4].entries()) {
      const expected = share * factor;
      const error = 4 * Math.sqrt((expected * (1 - expected)) / women.length);
      expect(Math.abs(steps[index]!.size / women.length - expected)).toBeLessThan(error);
    }
  });
});
