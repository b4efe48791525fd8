import { describe, expect, it } from 'vitest';
import { economy } from '../../scenarios/schema/base/economy.ts';
import type { BaseData } from '../../scenarios/schema/base-data.ts';
import { checkEconomy } from '../../scenarios/schema/economy-checks.ts';
import { shippedEconomy, shippedWorkingTime } from '../support/economy.ts';

type Economy = BaseData['economy'];

/** What the schema finds, as paths. */
function schemaPaths(change: (economy: Economy) => void): string[] {
  const copy = shippedEconomy();
  change(copy);
  return (economy.safeParse(copy).error?.issues ?? []).map(({ path }) => path.join('.'));
}

/** What the checks find, as sentences in both languages. */
function findings(change: (economy: Economy) => void): string[] {
  const copy = shippedEconomy();
  change(copy);
  const found: string[] = [];
  const hospitals = { ous: {}, ahus: {} } as unknown as BaseData['hospitals'];
  checkEconomy(
    { economy: copy, hospitals, workingTime: shippedWorkingTime() },
    (path, { found: { en, nb }, allowed }) =>
      found.push(`${path.join('.')}: ${en} (${allowed.en}) / ${nb} (${allowed.nb})`),
  );
  return found;
}

it('the shipped tariffs are sound', () => {
  expect(schemaPaths(() => undefined)).toEqual([]);
  expect(findings(() => undefined)).toEqual([]);
});

describe('the schema refuses', () => {
  it.each<[string, (economy: Economy) => void, string]>([
    ['a negative salary', (data) => (data.yearlySalary.assistant.value = -1), 'yearlySalary.assistant.value'],
    ['a negative supplement', (data) => (data.supplements.weekend.value = -0.1), 'supplements.weekend.value'],
    ['a negative price of hired staff', (data) => (data.hiredHour.midwife.value = -5), 'hiredHour.midwife.value'],
    ['overtime below the legal 40 %', (data) => (data.overtime.ordinary.value = 0.39), 'overtime.ordinary.value'],
    [
      'a position that is paid for no hours',
      (data) => (data.yearlyHours.paidDay.value = 0),
      'yearlyHours.paidDay.value',
    ],
    [
      'a profession without a salary',
      (data) => Reflect.deleteProperty(data.yearlySalary, 'healthNurse'),
      'yearlySalary.healthNurse',
    ],
    [
      'a profession without a hired price',
      (data) => Reflect.deleteProperty(data.hiredHour, 'assistant'),
      'hiredHour.assistant',
    ],
    ['a clock time of 25', (data) => (data.supplements.eveningFrom.value = '25:00'), 'supplements.eveningFrom.value'],
    [
      'a share of activity above 1',
      (data) => (data.activityFunding.activityShare.value = 1.1),
      'activityFunding.activityShare.value',
    ],
    [
      'a grant that lasts to the 32nd',
      (data) => (data.grants['stovner-ahus']!.end.value = '2026-12-32'),
      'grants.stovner-ahus.end.value',
    ],
    ['a bed-day that earns money', (data) => (data.bedDay.postnatalWard.value = -1), 'bedDay.postnatalWard.value'],
  ])('%s', (_, change, path) => expect(schemaPaths(change)).toEqual([path]));
});

describe('the checks refuse', () => {
  it.each<[string, (economy: Economy) => void, string]>([
    [
      'a night that runs into the evening, whose hours would earn the supplement twice',
      ({ supplements }) => (supplements.eveningFrom.value = '07:00'),
      'economy.supplements.nightUntil.value: found 08:00 (a clock time up to 07:00) / fant 08:00 (et klokkeslett til og med 07:00)',
    ],
    [
      'a night that must have begun after it ends',
      ({ supplements }) => (supplements.nightBegunBefore.value = '09:00'),
      'economy.supplements.nightBegunBefore.value: found 09:00 (a clock time up to 08:00) / fant 09:00 (et klokkeslett til og med 08:00)',
    ],
    [
      'a night of overtime that runs into the next',
      ({ overtime }) => (overtime.nightUntil.value = '22:00'),
      'economy.overtime.nightUntil.value: found 22:00 (a clock time up to 21:00) / fant 22:00 (et klokkeslett til og med 21:00)',
    ],
    [
      'a grant that ends before it starts',
      ({ grants }) => (grants['stovner-ahus']!.end.value = '2025-12-31'),
      'economy.grants.stovner-ahus.end.value: found 2025-12-31, before the start (a date from 2026-01-01) / fant 2025-12-31, før starten (en dato fra 2026-01-01)',
    ],
    [
      'a grant from nobody',
      ({ grants }) => (grants['stovner-ahus']!.giver = 'fond'),
      'economy.grants.stovner-ahus.giver: unknown payer "fond" (ous, ahus, districts, state, rhf) / ukjent betaler "fond" (ous, ahus, districts, state, rhf)',
    ],
    [
      'an hour on call that counts differently in the rules on working time',
      (data) => (data.onCallCredit.value = 0.25),
      'economy.onCallCredit.value: found 0.25 (0.2, as workingTime.onCall has it; change both together) / fant 0.25 (0.2, som i workingTime.onCall; endre begge samtidig)',
    ],
    [
      'overtime that is cheaper by night',
      ({ overtime }) => (overtime.high.value = 0.45),
      'economy.overtime.high.value: found 0.45 (at least the 0.5 of other hours) / fant 0.45 (minst 0.5 som for andre timer)',
    ],
    [
      'more hours at work than are paid',
      ({ yearlyHours }) => (yearlyHours.productiveDay.value = 2000),
      'economy.yearlyHours.productiveDay.value: found 2000 hours (at most the 1950 hours that are paid) / fant 2000 timer (høyst de 1950 timene som lønnes)',
    ],
    [
      'a payer who does not exist',
      (data) => (data.districtPayer = 'district'),
      'economy.districtPayer: unknown payer "district" (ous, ahus, districts, state, rhf) / ukjent betaler "district" (ous, ahus, districts, state, rhf)',
    ],
    [
      'a hospital that nobody pays for',
      (data) => Reflect.deleteProperty(data.payers, 'ahus'),
      'economy.payers.ahus: missing (a payer for each hospital, under its identifier) / mangler (en betaler for hvert sykehus, med dets navn som nøkkel)',
    ],
  ])('%s', (_, change, sentence) => expect(findings(change)).toEqual([sentence]));
});
