import type { Calendar } from '../../kernel/index.ts';
import type { ContactLog } from '../contacts/contact-log.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { professions, type Person } from '../staff/person.ts';
import type { Unit } from '../staff/unit.ts';
import { WorkKind } from '../staff/worked-time.ts';
import type { Workforce } from '../staff/workforce.ts';
import type { BirthMode } from '../trace-states.ts';
import type { Fate } from '../women/fate.ts';
import type { Account } from './account.ts';
import { Accounts } from './accounts.ts';
import { ActivityFunding } from './activity-funding.ts';
import type { Bearers } from './bearers.ts';
import { breakdownOf, type BreakdownLine } from './breakdown.ts';
import { CareCosts, CarePrices, type PricedBed } from './care-costs.ts';
import { bookContracts, PostSubsidy, TeamItems } from './contracts.ts';
import { Grants } from './grants.ts';
import { PayItems, type HourItems } from './pay-items.ts';
import { PriceList } from './price-list.ts';
import { roundedOere, Tariff, type HourlyRates } from './tariff.ts';
import { WorkSplit } from './work-split.ts';

const minutesPerHour = 60;
const oerePerKrone = 100;
const professionIndex: Readonly<Record<string, number>> = Object.fromEntries(
  professions.map((profession, index) => [profession, index]),
);

/**
 * Prices every worked hour and all that is paid for beside, and books it with whoever pays, in the calendar year in which
 * it begins, over a horizon.
 *
 * Those who bear the cost of people (their employers, if nothing else is said) pay their salaries for the days they are
 * employed, and the supplements and call-outs of their planned hours. An extra shift, overtime and hired staff are paid by
 * the employer of the unit that needed them. What lies outside the horizon is not booked.
 */
export class Ledger {
  private readonly priceList = new PriceList();
  private readonly books: Accounts;
  private readonly payers: readonly string[];
  private readonly tariff: Tariff;
  private readonly items: PayItems;
  private readonly split: WorkSplit;
  private readonly care: CareCosts;
  private readonly funding: ActivityFunding;
  private readonly people: readonly Person[];
  private readonly units: readonly Unit[];
  private readonly bearersOfPerson: Bearers[];
  private readonly bearersOfUnit: Bearers[];
  private readonly ratesOfPerson: HourlyRates[];
  private readonly itemsOfPerson: HourItems[];
  private readonly hiredHourOfUnit: number[];
  /** Posts × years that a minute worked beyond contracts is equal to, by unit. */
  private readonly postYearsPerMinute: number[];
  private readonly costs: Float64Array;
  private readonly from: number;
  private readonly to: number;
  /** Index of the year of what is being booked. */
  private year = 0;

  /**
   * @param from @param to the horizon in minutes of the clock, both at a midnight
   * @throws RangeError when an employer is no payer, shares do not sum to 1, or the horizon is not made of whole days
   */
  constructor(inputs: ModelInputs, calendar: Calendar, workforce: Workforce, from: number, to: number) {
    const { economy } = inputs.data;
    const { priceList } = this;
    this.from = from;
    this.to = to;
    this.payers = Object.keys(economy.payers);
    this.tariff = new Tariff(inputs);
    this.split = new WorkSplit(inputs, calendar, from, to);
    this.items = new PayItems(priceList, this.tariff);
    const carePrices = new CarePrices(inputs, priceList);
    const teamItems = new TeamItems(inputs, priceList);
    this.funding = new ActivityFunding(inputs, calendar, priceList);
    const subsidy = new PostSubsidy(inputs, priceList);
    const grants = new Grants(inputs, calendar, priceList);
    this.books = new Accounts(this.payers, priceList, calendar, wholeDay(calendar, from), wholeDay(calendar, to));
    this.care = new CareCosts(carePrices, this.books);
    this.people = workforce.people;
    this.units = workforce.units;
    const patternOf = ({ unit }: Person) => this.units[unit]!.pattern;
    this.bearersOfPerson = this.people.map(({ employer, costShares }) =>
      this.bearers(costShares ?? [{ payer: employer, share: 1 }]),
    );
    this.bearersOfUnit = this.units.map(({ employer }) => this.bearers([{ payer: employer, share: 1 }]));
    this.ratesOfPerson = this.people.map((person) => this.tariff.rates(person.profession, patternOf(person)));
    this.itemsOfPerson = this.people.map((person) => this.items.of(person.profession, patternOf(person)));
    this.hiredHourOfUnit = this.units.map(({ profession }) => this.tariff.hiredHour(profession));
    this.postYearsPerMinute = this.units.map(
      ({ pattern }) => 1 / (minutesPerHour * this.tariff.productiveHours(pattern)),
    );
    this.costs = new Float64Array(this.people.length);
    const { tariff, items, books: accounts, bearersOfPerson } = this;
    const contracts = { inputs, calendar, workforce, accounts, tariff, items, bearersOfPerson };
    bookContracts(contracts, this.costs);
    teamItems.book(contracts);
    subsidy.book(accounts, inputs);
    grants.book(accounts);
  }

  /** What each payer, by key of `economy.payers`, has booked over the horizon, as it stands now. */
  get accounts(): Map<string, Account> {
    return new Map(this.payers.map((payer, index) => [payer, this.books.total(index)]));
  }

  /** The same for each calendar year of the horizon. */
  accountsByYear(): { payer: string; year: number; account: Account }[] {
    return [...this.books.entries()];
  }

  /** Every amount of every account as quantity × price. */
  breakdown(): BreakdownLine[] {
    return breakdownOf(this.books, this.priceList);
  }

  /**
   * Somebody worked for a unit between two instants.
   * @param person @param unit numbers in the workforce
   * @throws RangeError when the end is before the start, or person, unit or kind is unknown
   */
  worked(person: number, unit: number, kind: WorkKind, start: number, end: number): void {
    const { split } = this;
    const rates = this.ratesOfPerson[person] ?? unknown('person', person);
    if (this.units[unit] === undefined) unknown('unit', unit);
    split.divide(start, end);
    if (split.minutes === 0) return;
    this.year = this.books.yearOf(start);
    const beyondContract = kind === WorkKind.extraShift || kind === WorkKind.overtime;
    const bearers = beyondContract ? this.bearersOfUnit[unit]! : this.bearersOfPerson[person]!;
    for (let index = 0; index < bearers.payers.length; index++) {
      this.books.at(this.year, bearers.payers[index]!).minutesWorked[kind]! += split.minutes * bearers.shares[index]!;
    }
    switch (kind) {
      case WorkKind.planned:
        return this.bookSupplements(bearers, person, rates, 1);
      case WorkKind.extraShift:
        this.addPosts(bearers, person, unit, split.minutes);
        return this.bookExtraShift(bearers, person, rates);
      case WorkKind.overtime:
        this.addPosts(bearers, person, unit, split.minutes);
        return this.bookOvertime(bearers, person, rates, 1);
      case WorkKind.callOut: {
        const { callOutsAsOvertime } = this.tariff;
        this.addPosts(bearers, person, unit, split.minutes * callOutsAsOvertime);
        this.bookOvertime(bearers, person, rates, callOutsAsOvertime);
        return this.bookSupplements(bearers, person, rates, 1 - callOutsAsOvertime);
      }
      default:
        throw new RangeError(`${String(kind)} is no kind of work`);
    }
  }

  /** Hired staff filled a post of a unit between two instants. @throws RangeError as `worked` does */
  hired(unit: number, start: number, end: number): void {
    const { profession } = this.units[unit] ?? unknown('unit', unit);
    this.split.divide(start, end);
    const { minutes } = this.split;
    if (minutes === 0) return;
    this.year = this.books.yearOf(start);
    const pay = roundedOere((this.hiredHourOfUnit[unit]! * minutes) / minutesPerHour);
    const bearers = this.bearersOfUnit[unit]!;
    this.books.charge(this.year, bearers, this.items.hired[profession], minutes / minutesPerHour, pay);
    const account = this.books.at(this.year, bearers.payers[0]!);
    account.hiredMinutes += minutes;
    account.addedPostYears[professionIndex[profession]!]! += minutes * this.postYearsPerMinute[unit]!;
  }

  /** Somebody was on call from home between two instants, called out or not. @throws RangeError as `worked` does */
  onCall(person: number, start: number, end: number): void {
    const rates = this.ratesOfPerson[person] ?? unknown('person', person);
    this.split.divide(start, end);
    const { minutes } = this.split;
    if (minutes === 0) return;
    this.year = this.books.yearOf(start);
    const bearers = this.bearersOfPerson[person]!;
    for (let index = 0; index < bearers.payers.length; index++) {
      this.books.at(this.year, bearers.payers[index]!).onCallMinutes += minutes * bearers.shares[index]!;
    }
    const pay = this.bookHours(bearers, this.itemsOfPerson[person]!.onCall, minutes, rates.onCall);
    this.bookOnTop(bearers, person, pay);
  }

  /** Somebody travelled for some minutes from an instant on. The time itself is booked as work. @throws RangeError as `worked` does */
  travelled(person: number, minutes: number, start: number): void {
    const bearers = this.bearersOfPerson[person] ?? unknown('person', person);
    this.split.divide(start, start + minutes);
    if (this.split.minutes === 0) return;
    const expense = roundedOere(this.tariff.travelMinute * this.split.minutes);
    this.books.charge(this.books.yearOf(start), bearers, this.items.travel, this.split.minutes, expense);
    this.costs[person]! += expense;
  }

  /** A child was born in a hospital (a key of `economy.payers`). @param time minutes of the clock */
  birth(hospital: string, mode: BirthMode, time: number): void {
    if (this.covers(time)) this.care.birth(this.books.payer(hospital), mode, time);
  }

  /** A mother left a hospital after her birth, which is paid for her stay. */
  birthStay(hospital: string, fate: Fate, time: number): void {
    if (this.covers(time)) this.funding.book(this.books, this.books.payer(hospital), fate, time);
  }

  /** Beds of a hospital were in use for some days of the year that ends at an instant, or of its part in the horizon. */
  bedDays(hospital: string, bed: PricedBed, days: number, end: number): void {
    this.care.bedDays(this.books.yearOf(end - 1), this.books.payer(hospital), bed, days);
  }

  /** A doula, paid by somebody (a key of `economy.payers`), was with a woman between two instants. @throws RangeError as `worked` does */
  doula(payer: string, start: number, end: number): void {
    this.split.divide(start, end);
    const { minutes } = this.split;
    const first = Math.max(start, this.from);
    if (minutes > 0) this.care.doula(this.books.payer(payer), first, first + minutes);
  }

  /** The fees of general practitioners for all contacts of a log. To be booked once, when the horizon is over. */
  practitionerFees(log: ContactLog, women: number): void {
    this.care.practitionerFees(log, women, this.from, this.to);
  }

  /** The ends of the calendar years within the horizon, in minutes of the clock; the last is that of the horizon. */
  get yearEnds(): number[] {
    return this.books.years.map(({ end }) => end);
  }

  /** All that a person has cost, in øre, whoever paid: with on-cost, holiday pay and travel. */
  costOf(person: number): number {
    return this.costs[person]!;
  }

  private covers(time: number): boolean {
    return time >= this.from && time < this.to;
  }

  private bearers(shares: readonly { payer: string; share: number }[]): Bearers {
    const sum = shares.reduce((total, { share }) => total + share, 0);
    if (Math.abs(sum - 1) > 1e-9) throw new RangeError(`Shares of a cost sum to ${sum}: expected 1`);
    return { payers: shares.map(({ payer }) => this.books.payer(payer)), shares: shares.map(({ share }) => share) };
  }

  /** Books some minutes at the price of an hour. @returns what is paid, in whole øre */
  private bookHours(bearers: Bearers, item: number, minutes: number, hour: number): number {
    if (minutes === 0) return 0;
    const pay = roundedOere((minutes * hour) / minutesPerHour);
    this.books.charge(this.year, bearers, item, minutes / minutesPerHour, pay);
    return pay;
  }

  /** Supplements of the divided spell, for some share of it, without what comes on top. */
  private supplements(bearers: Bearers, person: number, rates: HourlyRates, share: number): number {
    const { eveningAndNight, weekend, publicHoliday } = this.split;
    if (eveningAndNight === 0 && weekend === 0 && publicHoliday === 0) return 0;
    const items = this.itemsOfPerson[person]!;
    return (
      this.bookHours(bearers, items.eveningAndNight, eveningAndNight * share, rates.eveningAndNight) +
      this.bookHours(bearers, items.weekend, weekend * share, rates.weekend) +
      this.bookHours(bearers, items.publicHoliday, publicHoliday * share, rates.publicHoliday)
    );
  }

  private bookSupplements(bearers: Bearers, person: number, rates: HourlyRates, share: number): void {
    const pay = this.supplements(bearers, person, rates, share);
    if (pay > 0) this.bookOnTop(bearers, person, pay);
  }

  private bookExtraShift(bearers: Bearers, person: number, rates: HourlyRates): void {
    const { minutes, inSummer, eveningAndNight, weekend, publicHoliday } = this.split;
    const items = this.itemsOfPerson[person]!;
    const usual =
      minutes * rates.extraShift +
      eveningAndNight * rates.eveningAndNight +
      weekend * rates.weekend +
      publicHoliday * rates.publicHoliday;
    const pay =
      inSummer && minutes * rates.summerExtraShift > usual
        ? this.bookHours(bearers, items.summerExtraShift, minutes, rates.summerExtraShift)
        : this.bookHours(bearers, items.extraShift, minutes, rates.extraShift) +
          this.supplements(bearers, person, rates, 1);
    this.bookOnTop(bearers, person, pay);
  }

  /** Overtime for some share of the divided spell. */
  private bookOvertime(bearers: Bearers, person: number, rates: HourlyRates, share: number): void {
    if (share === 0) return;
    const { minutes, highOvertime } = this.split;
    const items = this.itemsOfPerson[person]!;
    const pay =
      this.bookHours(bearers, items.overtime, (minutes - highOvertime) * share, rates.overtime) +
      this.bookHours(bearers, items.highOvertime, highOvertime * share, rates.highOvertime);
    this.bookOnTop(bearers, person, pay);
  }

  /** Holiday pay and on-cost of pay beyond the contract, and all three with the person. */
  private bookOnTop(bearers: Bearers, person: number, pay: number): void {
    const holidayPay = this.tariff.holidayPay(pay);
    const onCost = this.tariff.onCost(pay + holidayPay);
    this.books.charge(this.year, bearers, this.items.holidayPay, pay / oerePerKrone, holidayPay);
    this.books.charge(this.year, bearers, this.items.onCost, (pay + holidayPay) / oerePerKrone, onCost);
    this.costs[person]! += pay + holidayPay + onCost;
  }

  private addPosts(bearers: Bearers, person: number, unit: number, minutes: number): void {
    const place = professionIndex[this.people[person]!.profession]!;
    const postYears = minutes * this.postYearsPerMinute[unit]!;
    for (let index = 0; index < bearers.payers.length; index++) {
      this.books.at(this.year, bearers.payers[index]!).addedPostYears[place]! += postYears * bearers.shares[index]!;
    }
  }
}

function wholeDay(calendar: Calendar, time: number): number {
  const day = calendar.dayOf(time);
  if (calendar.midnight(day) !== time)
    throw new RangeError(`The horizon must begin and end at midnight, found ${time}`);
  return day;
}

function unknown(what: 'person' | 'unit', number: number): never {
  throw new RangeError(`No ${what} has the number ${number}`);
}
