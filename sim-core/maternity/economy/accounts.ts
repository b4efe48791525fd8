import type { Calendar } from '../../kernel/index.ts';
import { Account } from './account.ts';
import { divideOere, type Bearers } from './bearers.ts';
import { yearsOfDays } from './employment.ts';
import type { PriceList } from './price-list.ts';

/** A calendar year as far as it lies within the horizon. */
export interface AccountingYear {
  readonly year: number;
  /** First day, and the day after the last. */
  readonly firstDay: number;
  readonly endDay: number;
  /** First minute of the clock after it. */
  readonly end: number;
  /** Length in years; 1 for a whole one. */
  readonly length: number;
}

/** The accounts of every payer, one for each calendar year of the horizon. */
export class Accounts {
  readonly years: readonly AccountingYear[];
  private readonly payers: readonly string[];
  private readonly priceList: PriceList;
  /** By year, then by payer. */
  private readonly ofYear: readonly (readonly Account[])[];
  private readonly parts: number[] = [];

  /** @param firstDay @param endDay numbers of the first day of the horizon and of the day after the last */
  constructor(payers: readonly string[], priceList: PriceList, calendar: Calendar, firstDay: number, endDay: number) {
    this.payers = payers;
    this.priceList = priceList;
    const years: AccountingYear[] = [];
    for (let day = firstDay; day < endDay;) {
      const { year } = calendar.dateOfDay(day);
      const end = Math.min(endDay, calendar.dayNumber(`${year + 1}-01-01`));
      const length = yearsOfDays(calendar, day, end);
      years.push({ year, firstDay: day, endDay: end, end: calendar.midnight(end), length });
      day = end;
    }
    this.years = years;
    this.ofYear = years.map(({ length }) => payers.map(() => new Account(priceList, length)));
  }

  /** Index of the year of an instant; what lies before the horizon belongs to the first, what lies after it to the last. */
  yearOf(time: number): number {
    let index = 0;
    while (index < this.years.length - 1 && time >= this.years[index]!.end) index++;
    return index;
  }

  /** Index of a payer. @throws RangeError when it is none */
  payer(id: string): number {
    const index = this.payers.indexOf(id);
    if (index < 0) throw new RangeError(`Unknown payer "${id}"`);
    return index;
  }

  /** @param year index of the year @param payer index of the payer */
  at(year: number, payer: number): Account {
    return this.ofYear[year]![payer]!;
  }

  /** Books an amount with those who bear it, to the øre. @param amount in whole øre, zero or more */
  charge(year: number, { payers, shares }: Bearers, item: number, quantity: number, amount: number): void {
    const accounts = this.ofYear[year]!;
    if (payers.length === 1) {
      accounts[payers[0]!]!.book(item, quantity, amount);
      return;
    }
    divideOere(amount, shares, this.parts);
    for (let index = 0; index < payers.length; index++) {
      accounts[payers[index]!]!.book(item, quantity * shares[index]!, this.parts[index]!);
    }
  }

  /** Years and payers from the first to the last, each with its account. */
  *entries(): Generator<{ payer: string; year: number; account: Account }> {
    for (const [index, { year }] of this.years.entries()) {
      for (const [place, payer] of this.payers.entries()) yield { payer, year, account: this.at(index, place) };
    }
  }

  /** What a payer has booked over the whole horizon, as it stands now. */
  total(payer: number): Account {
    const sum = new Account(
      this.priceList,
      this.years.reduce((years, { length }) => years + length, 0),
    );
    for (const accounts of this.ofYear) sum.add(accounts[payer]!);
    return sum;
  }
}
