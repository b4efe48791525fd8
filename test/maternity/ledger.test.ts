import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { Calendar } from '../../sim-core/kernel/index.ts';
import { Ledger } from '../../sim-core/maternity/economy/ledger.ts';
import type { Profession } from '../../sim-core/maternity/staff/person.ts';
import { WorkKind } from '../../sim-core/maternity/staff/worked-time.ts';
import { economyInputs, linesOf, mixedWorkforce, type Lines } from '../support/economy.ts';

const clockStart = '2026-12-04';
const calendar = new Calendar(clockStart);
const midnightOf = (date: string): number => calendar.midnight(calendar.dayNumber(date));
const at = (date: string, clock: number): number => calendar.timeAt(calendar.dayNumber(date), clock * 60);
const year = { from: midnightOf('2027-01-01'), to: midnightOf('2028-01-01') };

const workforce = mixedWorkforce(calendar);
const booksOf = (inputs: ModelInputs, { from, to } = year): Ledger => new Ledger(inputs, calendar, workforce, from, to);

/** What a payer's lines grow by. */
function booked(payer: string, book: (books: Ledger) => void, inputs = economyInputs()): Lines {
  const books = booksOf(inputs);
  const before = linesOf(books, payer);
  book(books);
  const grown = Object.entries(linesOf(books, payer)).map(([line, oere]) => [
    line,
    oere - before[line as keyof Lines]!,
  ]);
  return Object.fromEntries(grown.filter(([, oere]) => oere !== 0)) as Lines;
}

describe('a shift by hand', () => {
  it('in the night from Easter Sunday to Easter Monday has ten hours of both supplements', () => {
    const lines = booked('ous', (books) =>
      books.worked(0, 0, WorkKind.planned, at('2027-03-28', 22), at('2027-03-29', 8)),
    );
    // 10 × (114.06 + 543.14) = 6,572.00; 12 % of it 788.64; 26 % of 7,360.64 = 1,913.77.
    expect(lines).toEqual({ supplements: 657_200, holidayPay: 78_864, onCost: 191_377 });
  });

  it('in the night that loses an hour is paid for nine', () => {
    const lines = booked('ous', (books) =>
      books.worked(0, 0, WorkKind.planned, at('2027-03-27', 22), at('2027-03-28', 8)),
    );
    // 9 × 114.06 + 2 × 105.92 of Saturday + 7 × 543.14 of Easter Sunday.
    expect(lines.supplements).toBe(9 * 11_406 + 2 * 10_592 + 7 * 54_314);
  });

  it('in the night that gains an hour is paid for eleven', () => {
    const lines = booked('ous', (books) =>
      books.worked(0, 0, WorkKind.planned, at('2027-10-30', 22), at('2027-10-31', 8)),
    );
    expect(lines.supplements).toBe(11 * (11_406 + 10_592));
  });

  it('by day on a Wednesday adds nothing to the salary', () => {
    const book = (books: Ledger): void =>
      books.worked(0, 0, WorkKind.planned, at('2027-02-03', 7.5), at('2027-02-03', 15.5));
    expect(booked('ous', book)).toEqual({});
  });

  it('of overtime on a Wednesday evening is paid 50 % more until 21 and double after, without supplements', () => {
    const lines = booked('ous', (books) =>
      books.worked(0, 0, WorkKind.overtime, at('2027-02-03', 15.5), at('2027-02-03', 22.5)),
    );
    // 5.5 × 611.05 = 3,360.775 and 1.5 × 814.73 = 1,222.095, each rounded up.
    const overtime = 336_078 + 122_210;
    const holidayPay = Math.round(overtime * 0.12);
    expect(lines).toEqual({ overtime, holidayPay, onCost: Math.round((overtime + holidayPay) * 0.26) });
  });

  it('beyond the roster is paid as ordinary hours with supplements, by the unit that needed it', () => {
    const lines = booked('ahus', (books) =>
      books.worked(1, 1, WorkKind.extraShift, at('2027-02-06', 15), at('2027-02-06', 22.5)),
    );
    expect(lines).toMatchObject({
      extraShifts: Math.round(7.5 * 40_737),
      supplements: Math.round(5.5 * 11_406 + 7.5 * 10_592),
    });
  });

  it('beyond the roster in summer has the price of summer, and no less than an ordinary shift', () => {
    const book = (books: Ledger): void =>
      books.worked(1, 0, WorkKind.extraShift, at('2027-07-03', 15), at('2027-07-03', 22.5));
    expect(booked('ous', book)).toMatchObject({ extraShifts: 7.5 * 87_000 });
    expect(booked('ous', book).supplements).toBeUndefined();
    const withoutPrice = economyInputs((economy) => (economy.extraShift.summerPrice.midwife = 100));
    expect(booked('ous', book, withoutPrice).extraShifts).toBe(Math.round(7.5 * 40_737));
  });

  it('of a call-out earns supplements, or overtime for the share that is beyond the contract', () => {
    const book = (books: Ledger): void =>
      books.worked(5, 4, WorkKind.callOut, at('2027-02-03', 22), at('2027-02-04', 2));
    expect(booked('districts', book)).toMatchObject({ supplements: 4 * 11_406 });
    const half = economyInputs((economy) => (economy.onCall.callOutsAsOvertime = 0.5));
    expect(booked('districts', book, half)).toMatchObject({ supplements: 2 * 11_406, overtime: 2 * 81_473 });
  });

  it('of hired staff costs its price, all in one', () => {
    const book = (books: Ledger): void => books.hired(3, at('2027-02-03', 22), at('2027-02-04', 8));
    expect(booked('ous', book)).toEqual({ hired: 10 * 75_000 });
  });
});

it('an hour on call from home is paid as the fifth of an hour, and travel by the minute', () => {
  const books = booksOf(economyInputs());
  books.onCall(5, year.from - 60, year.from + 600);
  expect(linesOf(books, 'districts')).toMatchObject({ onCall: 10 * 8_147 });
  expect(books.accounts.get('districts')!.onCallMinutes).toBe(600);
  const travel = booked('districts', (other) => other.travelled(3, 25, at('2027-02-03', 10)));
  expect(travel).toEqual({ travel: 25 * 220 });
});

describe('contract pay', () => {
  it('is the salary of a position over a calendar year, with on-cost', () => {
    const books = booksOf(economyInputs());
    expect(books.costOf(0)).toBe(752_000_00 * 1.26);
    expect(books.costOf(4)).toBe((510_000_00 / 2) * 1.26);
    expect(booksOf(economyInputs(), { from: midnightOf('2028-01-01'), to: midnightOf('2029-01-01') }).costOf(0)).toBe(
      752_000_00 * 1.26,
    );
  });

  it('is paid for the days of employment within the horizon', () => {
    const books = booksOf(economyInputs());
    const late = Math.round((752_000_00 * 0.75 * 306) / 365);
    const early = Math.round((752_000_00 * 0.5 * 90) / 365);
    expect(books.costOf(1)).toBe(late + Math.round(late * 0.26));
    expect(books.costOf(2)).toBe(early + Math.round(early * 0.26));
    expect(books.accounts.get('ous')!.posts('midwife')).toBeCloseTo(1 + (0.75 * 306) / 365, 12);
    expect(books.accounts.get('ahus')!.posts('midwife')).toBeCloseTo((0.5 * 90) / 365, 12);
    expect(books.accounts.get('ous')!.posts('assistant')).toBe(0.5);
  });
});

describe('a full-time post of a year', () => {
  /** Three weeks with one weekend: day, evening and night shifts. */
  const weeks = ['DEDoEDD', 'oDNNooo', 'DEDNooo'];
  const times = { D: [7.5, 15.5], E: [15, 22.5], N: [22, 32] } as const;

  it('on a three-shift rota costs between 1.10 and 1.25 million kroner', () => {
    const books = booksOf(economyInputs());
    const firstMonday = calendar.dayNumber('2026-12-28');
    let shifts = 0;
    for (let day = calendar.dayNumber('2027-01-01'); day < calendar.dayNumber('2028-01-01'); day++) {
      const week = Math.floor((day - firstMonday) / 7);
      const code = weeks[week % 3]![(day - firstMonday) % 7]!;
      const onHoliday = week >= 27 && week < 32;
      // One shift in seven is sick leave or training.
      if (code === 'o' || onHoliday || ++shifts % 7 === 0) continue;
      const [start, end] = times[code as keyof typeof times];
      books.worked(0, 0, WorkKind.planned, calendar.timeAt(day, start * 60), calendar.timeAt(day, end * 60));
    }
    const hours = books.accounts.get('ous')!.hours(WorkKind.planned);
    expect(hours).toBeGreaterThan(1400);
    expect(hours).toBeLessThan(1500);
    expect(books.costOf(0)).toBeGreaterThan(1_100_000_00);
    expect(books.costOf(0)).toBeLessThan(1_250_000_00);
  });

  it('on call by turns in a team of four costs about 1.22 million kroner', () => {
    const books = booksOf(economyInputs());
    for (let day = calendar.dayNumber('2027-01-01'); day < calendar.dayNumber('2028-01-01'); day++) {
      const start = calendar.midnight(day);
      if (day % 4 === 0) books.onCall(5, start, calendar.midnight(day + 1));
      // Thirty-seven births a year, ten hours each, at any time of the day.
      if (day % 10 === 0) books.worked(5, 4, WorkKind.callOut, start + (day % 24) * 60, start + ((day % 24) + 10) * 60);
    }
    expect(books.costOf(5)).toBeGreaterThan(1_170_000_00);
    expect(books.costOf(5)).toBeLessThan(1_290_000_00);
  });
});

it('work beyond contracts counts in the posts of its profession', () => {
  const books = booksOf(economyInputs());
  const posts = (profession: Profession): number => books.accounts.get('ous')!.posts(profession);
  const before = { midwife: posts('midwife'), assistant: posts('assistant') };
  books.worked(0, 0, WorkKind.planned, year.from, year.from + 600);
  expect(posts('midwife')).toBe(before.midwife);
  books.worked(0, 0, WorkKind.overtime, year.from, year.from + 1450 * 60);
  books.hired(3, year.from, year.from + 145 * 60);
  expect(posts('midwife')).toBeCloseTo(before.midwife + 1, 10);
  expect(posts('assistant')).toBeCloseTo(before.assistant + 0.1, 10);
  expect(books.accounts.get('ous')!.hiredHours).toBe(145);
});

it('leaders of a site are paid by its hospital like midwives in full-time positions, without being people', () => {
  const inputs = economyInputs();
  const without = booksOf(inputs).accounts.get('ahus')!;
  Object.assign(inputs.data, { sites: { one: { hospital: 'ahus' } }, staff: { sites: { one: { leadership: 2.5 } } } });
  const led = booksOf(inputs).accounts.get('ahus')!;
  const salaries = Math.round(2.5 * inputs.data.economy.yearlySalary.midwife * 100);
  expect(led.amountOf('contractPay') - without.amountOf('contractPay')).toBe(salaries);
  expect(led.amountOf('onCost') - without.amountOf('onCost')).toBe(Math.round(salaries * inputs.data.economy.onCost));
  expect(led.contractPosts('midwife') - without.contractPosts('midwife')).toBeCloseTo(2.5, 12);
});

describe('a grant', () => {
  const booksWith = (start: string, end: string): Ledger =>
    booksOf(
      economyInputs(undefined, [{ model: 'grant', start, end, payer: 'ahus', kroner: 1_000_000, source: 'a test' }]),
      { from: midnightOf('2027-03-01'), to: midnightOf('2027-05-01') },
    );

  it.each([
    ['within the horizon is received in whole', '2027-03-10', '2027-03-10', 100_000_000],
    ['is spread evenly over its days', '2027-02-01', '2027-05-31', Math.round((100_000_000 * 61) / 120)],
    ['that begins in the horizon counts from its first day', '2027-04-30', '2027-05-09', 10_000_000],
    ['that ends in the horizon counts to its last day', '2027-02-20', '2027-03-01', 10_000_000],
    ['before the horizon is nothing', '2027-01-01', '2027-02-28', 0],
  ])('%s', (_, start, end, oere) => {
    const books = booksWith(start, end);
    expect(books.accounts.get('ahus')!.amountOf('grantsReceived')).toBe(oere);
    expect(books.accounts.get('state')!.amountOf('grantsGiven')).toBe(oere);
  });
});

describe('the ledger refuses', () => {
  const books = booksOf(economyInputs());
  it.each([
    ['a person who does not exist', () => books.worked(99, 0, WorkKind.planned, 0, 1)],
    ['a unit that does not exist', () => books.worked(0, 99, WorkKind.planned, 0, 1)],
    ['hired staff for a unit that does not exist', () => books.hired(99, 0, 1)],
    ['a person on call who does not exist', () => books.onCall(99, 0, 1)],
    ['a traveller who does not exist', () => books.travelled(99, 1, 0)],
    ['a spell that ends before it starts', () => books.worked(0, 0, WorkKind.planned, 10, 9)],
    ['an unknown kind of work', () => books.worked(0, 0, 7 as WorkKind, year.from, year.from + 1)],
    ['a horizon that starts at one in the morning', () => booksOf(economyInputs(), { from: 60, to: year.to })],
    [
      'an employer who is no payer',
      () => booksOf(economyInputs(({ payers }) => Reflect.deleteProperty(payers, 'ahus'))),
    ],
  ])('%s', (_, book) => expect(book).toThrow(RangeError));
});
