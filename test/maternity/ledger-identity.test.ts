import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar } from '../../sim-core/kernel/index.ts';
import { Ledger } from '../../sim-core/maternity/economy/ledger.ts';
import { WorkedTime, WorkKind } from '../../sim-core/maternity/staff/worked-time.ts';
import { economyInputs, linesOf, mixedWorkforce } from '../support/economy.ts';
import { LocalSlots, type LocalMinute } from '../support/oslo-clock.ts';

const clockStart = '2026-12-04';
const calendar = new Calendar(clockStart);
const workforce = mixedWorkforce(calendar);
const midnightOf = (date: string): number => calendar.midnight(calendar.dayNumber(date));
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

// Sixteen days around Easter with the change of the clock.
const slots = new LocalSlots(clockStart, 200);
const from = midnightOf('2027-03-20');
const to = midnightOf('2027-04-05');
const instant = (halfHour: number): number => from + halfHour * 30;
const spell = fc.record({
  person: fc.nat(5),
  unit: fc.nat(4),
  kind: fc.constantFrom(WorkKind.planned, WorkKind.extraShift, WorkKind.overtime, WorkKind.callOut),
  start: fc.integer({ min: -50, max: 800 }),
  length: fc.nat(24),
});
type Spell = typeof spell extends fc.Arbitrary<infer S> ? S : never;

function workedTimeOf(spells: readonly Spell[]): WorkedTime {
  const time = new WorkedTime();
  for (const { person, unit, kind, start, length } of spells) {
    time.add(person, unit, kind, instant(start), instant(start + length));
  }
  return time;
}

function bookedFrom(time: WorkedTime, order: readonly number[]): Ledger {
  const books = new Ledger(economyInputs(), calendar, workforce, from, to);
  for (const row of order) {
    const kind = time.kind.at(row) as WorkKind;
    books.worked(time.person.at(row), time.unit.at(row), kind, time.start.at(row), time.end.at(row));
  }
  return books;
}

/** Cost of a spell without contract pay, from the platform's clock and the shipped tariffs, in øre. */
function priced(time: WorkedTime, row: number): number {
  const { economy } = economyInputs().data;
  const person = workforce.people[time.person.at(row)]!;
  const { supplements, overtime } = economy;
  const paid = workforce.units[person.unit]!.pattern === 'day' ? 1950 : 1846;
  const hour = economy.yearlySalary[person.profession] / paid;
  const start = Math.max(from, time.start.at(row));
  const end = Math.max(start, Math.min(to, time.end.at(row)));
  const begun = time.start.at(row);
  const runsOn = (minute: LocalMinute): boolean => begun < slots.minutesAt(minute.date, '06:00');
  const hours = (condition: (minute: LocalMinute) => boolean): number => slots.hoursWhere(start, end, condition);
  const oere = (kroner: number): number => Math.round(kroner * 100);
  const extras =
    Math.round(
      hours((minute) => minute.clock >= 17 * 60 || (minute.clock < 8 * 60 && runsOn(minute))) *
        oere(Math.max(70, hour * supplements.eveningAndNight)),
    ) +
    Math.round(
      hours(({ isWeekend, isPublicHoliday }) => isWeekend && !isPublicHoliday) *
        oere(Math.max(75, hour * supplements.weekend)),
    ) +
    Math.round(hours(({ isPublicHoliday }) => isPublicHoliday) * oere(hour * supplements.publicHoliday));
  const high = hours(
    ({ clock, isWeekend, isPublicHoliday }) => isWeekend || isPublicHoliday || clock >= 21 * 60 || clock < 6 * 60,
  );
  const all = hours(() => true);
  const kind = time.kind.at(row);
  let pay = extras;
  if (kind === WorkKind.extraShift) pay += Math.round(all * oere(hour));
  if (kind === WorkKind.overtime) {
    pay =
      Math.round((all - high) * oere(hour * (1 + overtime.ordinary))) +
      Math.round(high * oere(hour * (1 + overtime.high)));
  }
  const holidayPay = Math.round(pay * economy.holidayPay);
  return pay + holidayPay + Math.round((pay + holidayPay) * economy.onCost);
}

const rows = (time: WorkedTime): number[] => Array.from({ length: time.length }, (_, row) => row);
const staffCosts = (books: Ledger): number[] => [...books.accounts.values()].map(({ staffCost }) => staffCost);
const personCosts = (books: Ledger): number[] => workforce.people.map(({ number }) => books.costOf(number));

describe('the books', () => {
  it('are hours × tariff to the øre, person by person', () => {
    fc.assert(
      fc.property(fc.array(spell, { maxLength: 40 }), (spells) => {
        const time = workedTimeOf(spells);
        const books = bookedFrom(time, rows(time));
        const contracts = personCosts(bookedFrom(time, []));
        for (const { number } of workforce.people) {
          const own = rows(time).filter((row) => time.person.at(row) === number);
          expect(books.costOf(number) - contracts[number]!).toBe(sum(own.map((row) => priced(time, row))));
        }
      }),
      { seed: 4 },
    );
  });

  it('sum over payers to what people and hired staff cost, to the øre', () => {
    fc.assert(
      fc.property(fc.array(spell, { maxLength: 40 }), (spells) => {
        const books = bookedFrom(workedTimeOf([]), []);
        for (const { person, unit, kind, start, length } of spells) {
          // Fractions of a minute, so that every booking is rounded.
          const begin = instant(start) + unit / 7;
          books.worked(person, unit, kind, begin, begin + length * 13.7);
          books.onCall(person, begin, begin + length * 31.3);
          books.travelled(person, length / 3, begin);
          books.hired(unit, begin, begin + length * 11.1);
        }
        const hired = sum([...books.accounts.values()].map((account) => account.amountOf('hired')));
        expect(sum(staffCosts(books))).toBe(sum(personCosts(books)) + hired);
        expect(staffCosts(books).every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('hold every hour worked within the horizon once', () => {
    fc.assert(
      fc.property(fc.array(spell, { maxLength: 40 }), (spells) => {
        const time = workedTimeOf(spells);
        const books = bookedFrom(time, rows(time));
        for (const kind of Object.values(WorkKind)) {
          const own = rows(time).filter((row) => time.kind.at(row) === kind);
          const minutes = own.map((row) =>
            Math.max(0, Math.min(to, time.end.at(row)) - Math.max(from, time.start.at(row))),
          );
          const hours = [...books.accounts.values()].map((account) => account.hours(kind));
          expect(sum(hours)).toBeCloseTo(sum(minutes) / 60, 9);
        }
      }),
    );
  });

  it('are the same in whatever order the hours are booked', () => {
    fc.assert(
      fc.property(fc.array(spell, { minLength: 2, maxLength: 40 }), fc.infiniteStream(fc.nat()), (spells, keys) => {
        const time = workedTimeOf(spells);
        const keyed = rows(time).map((row) => ({ row, key: keys.next().value as number }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ row }) => row);
        const [inOrder, otherwise] = [bookedFrom(time, rows(time)), bookedFrom(time, shuffled)];
        for (const payer of inOrder.accounts.keys()) expect(linesOf(otherwise, payer)).toEqual(linesOf(inOrder, payer));
      }),
    );
  });
});
