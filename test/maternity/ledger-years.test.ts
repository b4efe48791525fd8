import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar } from '../../sim-core/kernel/index.ts';
import { divideOere } from '../../sim-core/maternity/economy/bearers.ts';
import { Ledger } from '../../sim-core/maternity/economy/ledger.ts';
import { lines } from '../../sim-core/maternity/economy/price-list.ts';
import type { CostShare, Person } from '../../sim-core/maternity/staff/person.ts';
import { WorkKind } from '../../sim-core/maternity/staff/worked-time.ts';
import { BirthMode } from '../../sim-core/maternity/trace-states.ts';
import type { Fate } from '../../sim-core/maternity/women/fate.ts';
import { economyInputs, linesOf, mixedWorkforce, workforceOf } from '../support/economy.ts';

const calendar = new Calendar('2026-12-04');
const midnightOf = (date: string): number => calendar.midnight(calendar.dayNumber(date));
const from = midnightOf('2027-03-01');
const to = midnightOf('2029-03-01');
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('a division of øre by shares', () => {
  it('sums to the whole, and is off by less than an øre everywhere', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(2_000_000_000), parts, (oere, weights) => {
        const shares = weights.map((weight) => weight / sum(weights));
        const divided: number[] = [];
        divideOere(oere, shares, divided);
        expect(sum(divided)).toBe(oere);
        for (const [index, part] of divided.entries()) {
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - oere * shares[index]!)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it.each([
    [100, [0.5, 0.5], [50, 50]],
    [101, [0.5, 0.5], [51, 50]],
    [10, [0.25, 0.75], [3, 7]],
    [10, [0.26, 0.74], [3, 7]],
    [10, [0.24, 0.76], [2, 8]],
    [2, [1 / 3, 1 / 3, 1 / 3], [1, 1, 0]],
    [0, [0.3, 0.7], [0, 0]],
  ])('of %d by %j is %j', (oere, shares, expected) => {
    const divided: number[] = [];
    divideOere(oere, shares, divided);
    expect(divided).toEqual(expected);
  });
});

describe('somebody whom two payers share', () => {
  const shared = (costShares: readonly CostShare[]) =>
    workforceOf([{ employer: 'ous', profession: 'midwife', pattern: 'rota' }], [
      { employer: 'ous', unit: 0, position: 1, costShares },
    ] satisfies Partial<Person>[]);
  const shares = [
    { payer: 'districts', share: 0.3 },
    { payer: 'ous', share: 0.7 },
  ];
  const year = [midnightOf('2027-01-01'), midnightOf('2028-01-01')] as const;

  it('is paid by each for its share, in kroner, hours and posts', () => {
    const books = new Ledger(economyInputs(), calendar, shared(shares), ...year);
    books.worked(
      0,
      0,
      WorkKind.planned,
      calendar.timeAt(calendar.dayNumber('2027-02-03'), 1320),
      midnightOf('2027-02-04'),
    );
    const [districts, ous] = ['districts', 'ous'].map((payer) => books.accounts.get(payer)!);
    expect(districts!.amountOf('contractPay')).toBe(22_560_000);
    expect(ous!.amountOf('contractPay')).toBe(52_640_000);
    expect(districts!.posts('midwife')).toBeCloseTo(0.3, 12);
    expect(ous!.hours(WorkKind.planned)).toBeCloseTo(1.4, 12);
    // Two evening hours are 228.12: 68.436 and 159.684.
    expect(districts!.amountOf('supplements')).toBe(6844);
    expect(ous!.amountOf('supplements')).toBe(15_968);
    expect(districts!.staffCost + ous!.staffCost).toBe(books.costOf(0));
  });

  it('costs the same in all as if one paid', () => {
    const some = fc.array(fc.tuple(fc.nat(500_000), fc.nat(1000)), { maxLength: 20 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 99 }), (spells, percent) => {
        const books = [
          shared([
            { payer: 'ous', share: percent / 100 },
            { payer: 'ahus', share: 1 - percent / 100 },
          ]),
          shared([{ payer: 'ous', share: 1 }]),
        ].map((workforce) => {
          const ledger = new Ledger(economyInputs(), calendar, workforce, ...year);
          for (const [start, length] of spells) {
            ledger.worked(0, 0, WorkKind.callOut, start, start + length);
            ledger.onCall(0, start, start + length);
            ledger.travelled(0, length / 7, start);
          }
          return ledger;
        });
        const [divided, whole] = books.map((ledger) =>
          sum([...ledger.accounts.values()].map(({ staffCost }) => staffCost)),
        );
        expect(divided).toBe(whole);
        expect(books[0]!.costOf(0)).toBe(divided);
      }),
      { numRuns: 30 },
    );
  });

  it('must be paid in whole', () => {
    const tooLittle = shared([{ payer: 'ous', share: 0.9 }]);
    expect(() => new Ledger(economyInputs(), calendar, tooLittle, ...year)).toThrow(/Shares of a cost sum to 0.9/);
  });
});

describe('a calendar year', () => {
  const books = (): Ledger => new Ledger(economyInputs(), calendar, mixedWorkforce(calendar), from, to);
  const accountOf = (ledger: Ledger, payer: string, year: number) =>
    ledger.accountsByYear().find((booked) => booked.payer === payer && booked.year === year)!.account;

  it('has what begins in it, though it ends in the next', () => {
    const ledger = books();
    const before = [2027, 2028].map((year) => accountOf(ledger, 'ous', year).amountOf('supplements'));
    const newYear = midnightOf('2028-01-01');
    ledger.worked(0, 0, WorkKind.planned, newYear - 120, newYear + 480);
    const after = [2027, 2028].map((year) => accountOf(ledger, 'ous', year).amountOf('supplements'));
    expect(before).toEqual([0, 0]);
    expect(after[0]).toBeGreaterThan(0);
    expect(after[1]).toBe(0);
  });

  it('has the salary of the days of it that lie in the horizon', () => {
    const ledger = books();
    const pay = [2027, 2028, 2029].map((year) => accountOf(ledger, 'ous', year).amountOf('contractPay'));
    const full = [75_200_000, 0.75 * 75_200_000, 0.5 * 51_000_000];
    expect(pay).toEqual([306 / 365, 1, 59 / 365].map((part) => sum(full.map((salary) => Math.round(salary * part)))));
    expect(accountOf(ledger, 'ahus', 2027).posts('midwife')).toBeCloseTo((0.5 * 31) / 306, 12);
    expect(accountOf(ledger, 'ous', 2029).posts('midwife')).toBeCloseTo(1.75, 12);
  });
});

const happening = fc.record({
  what: fc.nat(8),
  person: fc.nat(5),
  unit: fc.nat(4),
  kind: fc.constantFrom(WorkKind.planned, WorkKind.extraShift, WorkKind.overtime, WorkKind.callOut),
  mode: fc.constantFrom(...Object.values(BirthMode)),
  start: fc.integer({ min: from - 3000, max: to + 3000 }),
  length: fc.double({ min: 0, max: 3000, noNaN: true }),
});
const payers = ['ous', 'ahus', 'districts', 'state', 'rhf'] as const;

/** Books with everything that can be booked, somebody shared, grants and another share of activity. */
function busyBooks(happenings: (typeof happening extends fc.Arbitrary<infer H> ? H : never)[]): Ledger {
  const inputs = economyInputs(
    (economy) => {
      economy.midwifeSubsidy = 12_345.67;
      economy.onCall.callOutsAsOvertime = 0.3;
    },
    [
      { model: 'grant', start: '2027-12-30', end: '2028-01-02', payer: 'ahus', kroner: 1000.01, source: 'a test' },
      {
        model: 'known-grant',
        start: '2027-06-01',
        end: '2028-12-31',
        payer: 'districts',
        grant: 'kombinasjon-nordre-aker',
      },
      { model: 'financing', start: '2028-01-01', end: '2028-06-30', activityShare: 0.4 },
    ],
  );
  const workforce = mixedWorkforce(calendar);
  const costShares = [
    { payer: 'ous', share: 1 / 3 },
    { payer: 'districts', share: 2 / 3 },
  ];
  const people = workforce.people.map((person) => (person.number === 1 ? { ...person, costShares } : person));
  const units = workforce.units.map((unit) => (unit.index === 4 ? { ...unit, kind: 'continuityTeam' as const } : unit));
  const books = new Ledger(inputs, calendar, { ...workforce, people, units }, from, to);
  for (const { what, person, unit, kind, mode, start, length } of happenings) {
    const hospital = payers[unit % 2]!;
    const fate = { mode, risk: person === 0 ? 'high' : 'low', gestation: 250 + unit * 5, plurality: 1 } as Fate;
    if (what < 3) books.worked(person, unit, kind, start, start + length);
    if (what === 3) books.onCall(person, start, start + length);
    if (what === 4) books.travelled(person, length / 60, start);
    if (what === 5) books.hired(unit, start, start + length);
    if (what === 6) books.birth(hospital, mode, start);
    if (what === 7) books.birthStay(hospital, fate, start);
    if (what === 8) books.doula('districts', start, start + length);
  }
  for (const end of books.yearEnds) books.bedDays('ous', 'postnatalWard', happenings.length / 7, end);
  return books;
}

describe('the books of three calendar years', () => {
  it('are quantity × price, line by line, and the lines sum to the accounts to the øre', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        const books = busyBooks(happenings);
        const breakdown = books.breakdown();
        for (const { quantity, price, amount, bookings, what, line } of breakdown) {
          // Half an øre for each rounding, and one where it is divided between payers.
          expect(Math.abs(quantity * price - amount) * 100, `${line} ${what}`).toBeLessThanOrEqual(
            bookings * 1.5 + 1e-4,
          );
        }
        for (const { payer, year, account } of books.accountsByYear()) {
          for (const line of lines) {
            const own = breakdown.filter(
              (entry) => entry.payer === payer && entry.year === year && entry.line === line,
            );
            expect(Math.round(sum(own.map(({ amount }) => amount)) * 100)).toBe(account.amountOf(line));
          }
        }
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  it('sum over years to the horizon, and over payers to the whole: what one gives another cancels', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        const books = busyBooks(happenings);
        const byYear = books.accountsByYear();
        for (const [payer, account] of books.accounts) {
          const years = byYear.filter((booked) => booked.payer === payer).map((booked) => booked.account);
          expect(years).toHaveLength(3);
          for (const measure of ['staffCost', 'otherCost', 'income', 'given', 'netCost', 'onCallMinutes'] as const) {
            expect(sum(years.map((year) => year[measure]))).toBeCloseTo(account[measure], 6);
          }
        }
        const all = [...books.accounts.values()];
        expect(sum(all.map(({ income }) => income))).toBe(sum(all.map(({ given }) => given)));
        expect(sum(all.map(({ income }) => income))).toBeGreaterThan(0);
        const spent = sum(all.map(({ staffCost, otherCost }) => staffCost + otherCost));
        expect(sum(all.map(({ netCost }) => netCost))).toBe(spent);
        expect(Number.isInteger(spent)).toBe(true);
        const people = sum(mixedWorkforce(calendar).people.map(({ number }) => books.costOf(number)));
        expect(sum(all.map(({ staffCost }) => staffCost))).toBe(people + sum(all.map((a) => a.amountOf('hired'))));
      }),
      { numRuns: 40, seed: 9 },
    );
  });

  it('are the same in whatever order things are booked', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const [forth, back] = [busyBooks(happenings), busyBooks(happenings.toReversed())];
        for (const payer of payers) expect(linesOf(back, payer)).toEqual(linesOf(forth, payer));
      }),
      { numRuns: 20 },
    );
  });
});
