import { professions, type Profession } from '../staff/person.ts';
import { givenLines, incomeLines, lines, otherLines, staffLines, type Line, type PriceList } from './price-list.ts';

const minutesPerHour = 60;

/**
 * What one payer pays, what it gets from others and gives to them, and the work it pays for, over some time.
 *
 * Amounts are in whole øre: each booking is rounded once, so payers and people sum to the same to the øre, in any order.
 */
export class Account {
  /** Years that it covers, a number that may be broken. */
  readonly years: number;
  /** By number in the price list: how much was booked, and for how many øre. */
  readonly quantities: Float64Array;
  readonly amounts: Float64Array;
  /** Bookings that were rounded, by number in the price list. */
  readonly bookings: Float64Array;

  /** Minutes worked on each kind of terms, by `WorkKind`, and those of hired staff. */
  readonly minutesWorked = new Float64Array(4);
  hiredMinutes = 0;
  onCallMinutes = 0;
  /** Posts × years by place in `professions`: contract positions, and what work beyond them is equal to. */
  readonly contractPostYears = new Float64Array(professions.length);
  readonly addedPostYears = new Float64Array(professions.length);

  private readonly priceList: PriceList;

  constructor(priceList: PriceList, years: number) {
    this.priceList = priceList;
    this.years = years;
    const { length } = priceList.items;
    this.quantities = new Float64Array(length);
    this.amounts = new Float64Array(length);
    this.bookings = new Float64Array(length);
  }

  /** @param item number in the price list @param amount in whole øre */
  book(item: number, quantity: number, amount: number): void {
    this.quantities[item]! += quantity;
    this.amounts[item]! += amount;
    this.bookings[item]! += 1;
  }

  /** Adds what another account of the same price list holds. */
  add(other: Account): void {
    const sum = (own: Float64Array, others: Float64Array): void => {
      for (let index = 0; index < own.length; index++) own[index]! += others[index]!;
    };
    sum(this.quantities, other.quantities);
    sum(this.amounts, other.amounts);
    sum(this.bookings, other.bookings);
    sum(this.minutesWorked, other.minutesWorked);
    sum(this.contractPostYears, other.contractPostYears);
    sum(this.addedPostYears, other.addedPostYears);
    this.hiredMinutes += other.hiredMinutes;
    this.onCallMinutes += other.onCallMinutes;
  }

  /** What stands on a line, in øre. */
  amountOf(line: Line): number {
    let sum = 0;
    for (const [index, item] of this.priceList.items.entries()) if (item.line === line) sum += this.amounts[index]!;
    return sum;
  }

  /** What stands on every line, in øre. */
  get amountsByLine(): Record<Line, number> {
    return Object.fromEntries(lines.map((line) => [line, this.amountOf(line)])) as Record<Line, number>;
  }

  /** What the work costs, in øre. */
  get staffCost(): number {
    return this.sumOf(staffLines);
  }

  /** What is paid for beside staff, in øre. */
  get otherCost(): number {
    return this.sumOf(otherLines);
  }

  /** What it gets from other payers, in øre. */
  get income(): number {
    return this.sumOf(incomeLines);
  }

  /** What it gives to other payers, in øre. */
  get given(): number {
    return this.sumOf(givenLines);
  }

  /** All that it pays and gives, less what it gets, in øre. */
  get netCost(): number {
    return this.staffCost + this.otherCost + this.given - this.income;
  }

  /** Hours worked on some terms. @param kind a `WorkKind` */
  hours(kind: number): number {
    return this.minutesWorked[kind]! / minutesPerHour;
  }

  get hiredHours(): number {
    return this.hiredMinutes / minutesPerHour;
  }

  /** Full-time posts of contract positions, on average over its years. */
  contractPosts(profession: Profession): number {
    return this.contractPostYears[professions.indexOf(profession)]! / this.years;
  }

  /** Full-time posts that the work beyond contracts is equal to. */
  addedPosts(profession: Profession): number {
    return this.addedPostYears[professions.indexOf(profession)]! / this.years;
  }

  /** Full-time posts that the work of a profession is equal to. */
  posts(profession: Profession): number {
    return this.contractPosts(profession) + this.addedPosts(profession);
  }

  private sumOf(some: readonly Line[]): number {
    return some.reduce((sum, line) => sum + this.amountOf(line), 0);
  }
}
