import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { Calendar, LevelTimes } from '../../sim-core/kernel/index.ts';
import { ContactKind, Provider, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { ContactLog } from '../../sim-core/maternity/contacts/contact-log.ts';
import { BedDays } from '../../sim-core/maternity/economy/bed-days.ts';
import { Ledger } from '../../sim-core/maternity/economy/ledger.ts';
import type { Line } from '../../sim-core/maternity/economy/price-list.ts';
import { BirthMode } from '../../sim-core/maternity/trace-states.ts';
import type { Fate } from '../../sim-core/maternity/women/fate.ts';
import { economyInputs, workforceOf } from '../support/economy.ts';

const calendar = new Calendar('2026-12-04');
const midnightOf = (date: string): number => calendar.midnight(calendar.dayNumber(date));
const dayOf = (date: string): number => calendar.dayNumber(date);
const from = midnightOf('2027-01-01');
const to = midnightOf('2029-01-01');
const nobody = workforceOf([], []);
const booksOf = (
  interventions: ModelInputs['interventions'] = [],
  change?: (economy: ModelInputs['data']['economy']) => void,
  workforce = nobody,
): Ledger => new Ledger(economyInputs(change, interventions), calendar, workforce, from, to);
const onLine = (books: Ledger, payer: string, line: Line): number => books.accounts.get(payer)!.amountOf(line);
const inYear = (books: Ledger, payer: string, year: number, line: Line): number =>
  books
    .accountsByYear()
    .find((booked) => booked.payer === payer && booked.year === year)!
    .account.amountOf(line);

describe('activity-based funding', () => {
  const fate = (change: Partial<Fate>): Fate =>
    ({ mode: BirthMode.spontaneous, risk: 'low', gestation: 280, plurality: 1, ...change }) as Fate;

  it.each<[string, Partial<Fate>, number]>([
    // Weight × 54,300 kroner × 30 %.
    ['vaginal birth', {}, 935_046],
    ['vaginal birth with a vacuum', { mode: BirthMode.instrumental }, 935_046],
    ['vaginal birth of a woman at high risk', { risk: 'high' }, 1_431_891],
    ['vaginal birth before term', { gestation: 258.9 }, 1_431_891],
    ['vaginal birth on the first day of term', { gestation: 259 }, 935_046],
    ['planned caesarean', { mode: BirthMode.plannedCaesarean }, 2_223_585],
    ['caesarean of a woman at high risk', { mode: BirthMode.acuteCaesarean, risk: 'high' }, 2_223_585],
    ['caesarean of twins', { mode: BirthMode.acuteCaesarean, plurality: 2 }, 3_090_213],
  ])('of a %s goes from the state to the hospital', (_, change, oere) => {
    const books = booksOf();
    books.birthStay('ahus', fate(change), from + 5000);
    expect(onLine(books, 'ahus', 'activityFunding')).toBe(oere);
    expect(onLine(books, 'state', 'activityFundingGiven')).toBe(oere);
    expect(books.accounts.get('ahus')!.netCost + books.accounts.get('state')!.netCost).toBe(0);
  });

  it('has another share from the first to the last day of a change', () => {
    const books = booksOf([{ model: 'financing', start: '2027-03-01', end: '2027-03-31', activityShare: 0.4 }]);
    const paid = ['2027-02-28', '2027-03-01', '2027-03-31', '2027-04-01'].map((date) => {
      const before = onLine(books, 'ous', 'activityFunding');
      books.birthStay('ous', fate({}), midnightOf(date) + 1439 - (date === '2027-03-01' ? 1439 : 0));
      return onLine(books, 'ous', 'activityFunding') - before;
    });
    expect(paid).toEqual([935_046, 1_246_728, 1_246_728, 935_046]);
  });

  it('stops with the horizon', () => {
    const books = booksOf();
    for (const time of [from - 1, to]) {
      books.birthStay('ous', fate({}), time);
      books.birth('ous', BirthMode.spontaneous, time);
    }
    expect(books.breakdown()).toEqual([]);
  });
});

it('a grant of the scenario’s own is given by the state, or by whom it names', () => {
  const grant = { model: 'grant', start: '2027-01-01', end: '2027-12-31', payer: 'ahus', kroner: 1000 } as const;
  const books = booksOf([
    { ...grant, source: 'a test' },
    { ...grant, kroner: 200, giver: 'rhf', source: 'a test' },
  ]);
  expect(onLine(books, 'ahus', 'grantsReceived')).toBe(120_000);
  expect(['state', 'rhf'].map((giver) => onLine(books, giver, 'grantsGiven'))).toEqual([100_000, 20_000]);
});

describe('a known grant', () => {
  const known = (start: string, end: string): ModelInputs['interventions'] => [
    { model: 'known-grant', start, end, payer: 'districts', grant: 'kombinasjon-nordre-aker' },
  ];

  it('is spread over the days of its own period, from 1 September 2025 to 31 August 2027', () => {
    const books = booksOf(known('2025-09-01', '2027-08-31'));
    const expected = Math.round((460_000_000 * 243) / 730);
    expect(onLine(books, 'districts', 'grantsReceived')).toBe(expected);
    expect(onLine(books, 'rhf', 'grantsGiven')).toBe(expected);
    expect(inYear(books, 'districts', 2028, 'grantsReceived')).toBe(0);
  });

  it('gives no more than it has when it is asked for beyond its period', () => {
    expect(onLine(booksOf(known('2027-08-01', '2028-12-31')), 'districts', 'grantsReceived')).toBe(
      Math.round((460_000_000 * 31) / 730),
    );
    expect(onLine(booksOf(known('2028-01-01', '2028-12-31')), 'districts', 'grantsReceived')).toBe(0);
  });
});

it('births cost what their mode uses up, in the year in which they are', () => {
  const books = booksOf();
  books.birth('ahus', BirthMode.spontaneous, to - 1);
  books.birth('ahus', BirthMode.instrumental, from);
  books.birth('ahus', BirthMode.plannedCaesarean, midnightOf('2028-01-01') - 1);
  books.birth('ahus', BirthMode.acuteCaesarean, midnightOf('2028-01-01'));
  expect([2027, 2028].map((year) => inYear(books, 'ahus', year, 'consumables'))).toEqual([1_450_000, 1_350_000]);
});

it('doulas are paid by the hour, within the horizon', () => {
  const books = booksOf();
  books.doula('districts', from - 60, from + 90);
  books.doula('districts', to - 30, to + 90);
  expect([2027, 2028].map((year) => inYear(books, 'districts', year, 'doula'))).toEqual([52_500, 17_500]);
});

it('practitioners get a fee for the first and for each later contact of a woman, and for her check', () => {
  const log = new ContactLog(2);
  const contact = (woman: number, kind: ContactKind, provider: number, start: number): void =>
    log.add(woman, kind, Setting.generalPractice, 0, provider, 0, start, start + 20);
  const { antenatalConsultation, sixWeekCheck } = ContactKind;
  const { generalPractitioner } = Provider;
  contact(0, antenatalConsultation, generalPractitioner, from - 10);
  contact(0, antenatalConsultation, generalPractitioner, from);
  contact(0, antenatalConsultation, 7, from + 10);
  contact(1, sixWeekCheck, generalPractitioner, from + 20);
  contact(1, antenatalConsultation, generalPractitioner, to - 1);
  contact(1, antenatalConsultation, generalPractitioner, to);
  const books = booksOf();
  books.practitionerFees(log, 2);
  expect([2027, 2028].map((year) => inYear(books, 'state', year, 'practitionerFees'))).toEqual([31_800, 31_600]);
});

describe('a team', () => {
  const people = ['2026-12-20', '2027-07-01', '2028-01-01'].map((date) => ({
    employer: 'ahus',
    unit: 0,
    position: 1,
    fromDay: dayOf(date),
    toDay: dayOf('2028-07-01'),
  }));
  const workforce = workforceOf([{ employer: 'ahus', profession: 'midwife', pattern: 'onCall' }], people);
  const team = { ...workforce, units: workforce.units.map((unit) => ({ ...unit, kind: 'continuityTeam' as const })) };

  it('has a base while somebody is employed in it, and a course for each newly employed', () => {
    const books = booksOf([], undefined, team);
    const paid = (line: Line): number[] => [2027, 2028].map((year) => inYear(books, 'ahus', year, line));
    // 182 of the 366 days of 2028.
    expect(paid('teamBase')).toEqual([25_000_000, Math.round((25_000_000 * 182) / 366)]);
    expect(paid('training')).toEqual([2_000_000, 2_000_000]);
  });

  it('is no other unit', () => expect(onLine(booksOf([], undefined, workforce), 'ahus', 'teamBase')).toBe(0));
});

it('a subsidy is given for each midwife post of the districts, and for no other', () => {
  const workforce = workforceOf(
    [
      { employer: 'districts', profession: 'midwife', pattern: 'day' },
      { employer: 'districts', profession: 'healthNurse', pattern: 'day' },
      { employer: 'ous', profession: 'midwife', pattern: 'rota' },
    ],
    [
      { employer: 'districts', unit: 0, position: 0.8 },
      { employer: 'districts', unit: 1, position: 1 },
      { employer: 'ous', unit: 2, position: 1 },
    ],
  );
  const books = booksOf([], (economy) => (economy.midwifeSubsidy = 100_000), workforce);
  expect([2027, 2028].map((year) => inYear(books, 'districts', year, 'subsidyReceived'))).toEqual([
    8_000_000, 8_000_000,
  ]);
  expect(onLine(books, 'state', 'subsidyGiven')).toBe(16_000_000);
  expect(onLine(books, 'ous', 'subsidyReceived')).toBe(0);
});

it('beds are paid for as long as they are in use, in the year of the day', () => {
  const books = booksOf();
  const used = (level: number): { usage: LevelTimes } => ({ usage: new LevelTimes(from, level) });
  const ward = used(3);
  const days = new BedDays(
    books,
    [{ hospital: 'ous', beds: { antenatalWard: used(0), postnatalWard: ward, postnatalHotel: used(1) } }],
    from,
  );
  ward.usage.set(midnightOf('2027-12-22'), 0);
  days.book(books.yearEnds[0]!);
  ward.usage.set(midnightOf('2028-12-31'), 2);
  days.book(books.yearEnds[1]!);
  const ofWard = books.breakdown().filter(({ what }) => what === 'postnatalWard');
  expect(ofWard.map(({ year, quantity }) => [year, quantity])).toEqual([
    [2027, expect.closeTo(3 * 355, 6)],
    [2028, expect.closeTo(2, 6)],
  ]);
  expect(ofWard.map(({ amount }) => amount)).toEqual([3 * 355 * 1650, 2 * 1650]);
  expect(inYear(books, 'ous', 2028, 'bedDays')).toBe((2 * 1650 + 366 * 1200) * 100);
});
