import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { type Person } from '../staff/person.ts';
import type { Unit } from '../staff/unit.ts';
import { WorkKind } from '../staff/worked-time.ts';
import type { Workforce } from '../staff/workforce.ts';
import { Account } from './account.ts';
import { yearsOfDays } from './employment.ts';
import { roundedOere, Tariff, type HourlyRates } from './tariff.ts';
import { WorkSplit } from './work-split.ts';

const minutesPerHour = 60;
const oerePerKrone = 100;

/**
 * Prices every worked hour and books it with whoever pays, over a horizon.
 *
 * An employer pays the salaries of its people for the days they are employed, and the supplements and call-outs of their
 * planned hours. An extra shift, overtime and hired staff are paid by the employer of the unit that needed them. What
 * lies outside the horizon is not booked.
 */
export class Ledger {
  /** By key of `economy.payers`. */
  readonly accounts = new Map<string, Account>();
  /** Length of the horizon in years. */
  readonly years: number;

  private readonly tariff: Tariff;
  private readonly split: WorkSplit;
  private readonly people: readonly Person[];
  private readonly units: readonly Unit[];
  private readonly accountOfPerson: Account[];
  private readonly accountOfUnit: Account[];
  private readonly ratesOfPerson: HourlyRates[];
  private readonly hiredHourOfUnit: number[];
  /** Full-time posts that a minute worked beyond contracts is equal to, by unit. */
  private readonly postsPerMinute: number[];
  private readonly costs: Float64Array;

  /**
   * @param from @param to the horizon in minutes of the clock, both at a midnight
   * @throws RangeError when an employer is no payer, or the horizon is not made of whole days
   */
  constructor(inputs: ModelInputs, calendar: Calendar, workforce: Workforce, from: number, to: number) {
    const firstDay = wholeDay(calendar, from);
    const endDay = wholeDay(calendar, to);
    this.years = yearsOfDays(calendar, firstDay, endDay);
    this.tariff = new Tariff(inputs);
    this.split = new WorkSplit(inputs.data.economy, calendar, from, to);
    this.people = workforce.people;
    this.units = workforce.units;
    for (const payer of Object.keys(inputs.data.economy.payers)) this.accounts.set(payer, new Account());
    const patternOf = ({ unit }: Person) => this.units[unit]!.pattern;
    this.accountOfPerson = this.people.map(({ employer }) => this.account(employer));
    this.accountOfUnit = this.units.map(({ employer }) => this.account(employer));
    this.ratesOfPerson = this.people.map((person) => this.tariff.rates(person.profession, patternOf(person)));
    this.hiredHourOfUnit = this.units.map(({ profession }) => this.tariff.hiredHour(profession));
    this.postsPerMinute = this.units.map(
      ({ pattern }) => 1 / (minutesPerHour * this.tariff.productiveHours(pattern) * this.years),
    );
    this.costs = new Float64Array(this.people.length);
    this.bookContracts(calendar, firstDay, endDay);
    this.bookLeadership(inputs);
    this.bookGrants(inputs, calendar, firstDay, endDay);
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
    const beyondContract = kind === WorkKind.extraShift || kind === WorkKind.overtime;
    const account = beyondContract ? this.accountOfUnit[unit]! : this.accountOfPerson[person]!;
    account.minutesWorked[kind]! += split.minutes;
    switch (kind) {
      case WorkKind.planned:
        return this.bookSupplements(account, person, rates, 1);
      case WorkKind.extraShift:
        this.addPosts(account, person, unit, split.minutes);
        return this.bookExtraShift(account, person, rates);
      case WorkKind.overtime:
        this.addPosts(account, person, unit, split.minutes);
        return this.bookOvertime(account, person, rates, 1);
      case WorkKind.callOut: {
        const { callOutsAsOvertime } = this.tariff;
        this.addPosts(account, person, unit, split.minutes * callOutsAsOvertime);
        this.bookOvertime(account, person, rates, callOutsAsOvertime);
        return this.bookSupplements(account, person, rates, 1 - callOutsAsOvertime);
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
    const account = this.accountOfUnit[unit]!;
    account.hired += roundedOere((this.hiredHourOfUnit[unit]! * minutes) / minutesPerHour);
    account.hiredMinutes += minutes;
    account.addedPosts[profession] += minutes * this.postsPerMinute[unit]!;
  }

  /** Somebody was on call from home between two instants, called out or not. @throws RangeError as `worked` does */
  onCall(person: number, start: number, end: number): void {
    const rates = this.ratesOfPerson[person] ?? unknown('person', person);
    this.split.divide(start, end);
    const { minutes } = this.split;
    const account = this.accountOfPerson[person]!;
    const pay = roundedOere((rates.onCall * minutes) / minutesPerHour);
    account.onCall += pay;
    account.onCallMinutes += minutes;
    this.bookOnTop(account, person, pay);
  }

  /** Somebody travelled for some minutes from an instant on. The time itself is booked as work. @throws RangeError as `worked` does */
  travelled(person: number, minutes: number, start: number): void {
    const account = this.accountOfPerson[person] ?? unknown('person', person);
    this.split.divide(start, start + minutes);
    const expense = roundedOere(this.tariff.travelMinute * this.split.minutes);
    account.travel += expense;
    this.costs[person]! += expense;
  }

  /** All that a person has cost, in øre, whoever paid: with on-cost, holiday pay and travel. */
  costOf(person: number): number {
    return this.costs[person]!;
  }

  private account(payer: string): Account {
    const account = this.accounts.get(payer);
    if (account === undefined) throw new RangeError(`Unknown payer "${payer}"`);
    return account;
  }

  /** Supplements of the divided spell, for some share of it. */
  private bookSupplements(account: Account, person: number, rates: HourlyRates, share: number): void {
    const { split } = this;
    const earned =
      split.eveningAndNight * rates.eveningAndNight +
      split.weekend * rates.weekend +
      split.publicHoliday * rates.publicHoliday;
    if (earned === 0 || share === 0) return;
    const pay = roundedOere((earned * share) / minutesPerHour);
    account.supplements += pay;
    this.bookOnTop(account, person, pay);
  }

  private bookExtraShift(account: Account, person: number, rates: HourlyRates): void {
    const { split, tariff } = this;
    const ordinary = roundedOere((split.minutes * (rates.ordinary + tariff.extraShiftBonus)) / minutesPerHour);
    const supplements = roundedOere(
      (split.eveningAndNight * rates.eveningAndNight +
        split.weekend * rates.weekend +
        split.publicHoliday * rates.publicHoliday) /
        minutesPerHour,
    );
    const summer = split.inSummer ? roundedOere((split.minutes * rates.summerExtraShift) / minutesPerHour) : 0;
    if (summer > ordinary + supplements) {
      account.extraShifts += summer;
      this.bookOnTop(account, person, summer);
      return;
    }
    account.extraShifts += ordinary;
    account.supplements += supplements;
    this.bookOnTop(account, person, ordinary + supplements);
  }

  /** Overtime for some share of the divided spell. */
  private bookOvertime(account: Account, person: number, rates: HourlyRates, share: number): void {
    if (share === 0) return;
    const { minutes, highOvertime } = this.split;
    const earned = (minutes - highOvertime) * rates.overtime + highOvertime * rates.highOvertime;
    const pay = roundedOere((earned * share) / minutesPerHour);
    account.overtime += pay;
    this.bookOnTop(account, person, pay);
  }

  /** Holiday pay and on-cost of pay beyond the contract, and all three with the person. */
  private bookOnTop(account: Account, person: number, pay: number): void {
    const holidayPay = this.tariff.holidayPay(pay);
    const onCost = this.tariff.onCost(pay + holidayPay);
    account.holidayPay += holidayPay;
    account.onCost += onCost;
    this.costs[person]! += pay + holidayPay + onCost;
  }

  private addPosts(account: Account, person: number, unit: number, minutes: number): void {
    account.addedPosts[this.people[person]!.profession] += minutes * this.postsPerMinute[unit]!;
  }

  /** Leading midwives of the sites, who are no people of the model. */
  private bookLeadership({ data }: ModelInputs): void {
    for (const [site, { leadership }] of Object.entries(data.staff.sites)) {
      const account = this.account(data.sites[site]!.hospital);
      const pay = roundedOere(this.tariff.salary('midwife', leadership, this.years));
      account.contractPay += pay;
      account.onCost += this.tariff.onCost(pay);
      account.contractPosts.midwife += leadership;
    }
  }

  private bookContracts(calendar: Calendar, firstDay: number, endDay: number): void {
    for (const [index, person] of this.people.entries()) {
      const first = Math.max(firstDay, person.fromDay);
      const end = Math.min(endDay, person.toDay);
      if (end <= first) continue;
      const wholeHorizon = first === firstDay && end === endDay;
      const years = wholeHorizon ? this.years : yearsOfDays(calendar, first, end);
      const account = this.accountOfPerson[index]!;
      const pay = roundedOere(this.tariff.salary(person.profession, person.position, years));
      const onCost = this.tariff.onCost(pay);
      account.contractPay += pay;
      account.onCost += onCost;
      account.contractPosts[person.profession] += (person.position * years) / this.years;
      this.costs[index]! += pay + onCost;
    }
  }

  private bookGrants(inputs: ModelInputs, calendar: Calendar, firstDay: number, endDay: number): void {
    const giver = this.account(inputs.data.economy.statePayer);
    for (const intervention of inputs.interventions) {
      if (intervention.model !== 'grant') continue;
      const first = calendar.dayNumber(intervention.start);
      const end = calendar.dayNumber(intervention.end) + 1;
      const days = Math.max(0, Math.min(end, endDay) - Math.max(first, firstDay));
      const oere = roundedOere((intervention.kroner * oerePerKrone * days) / (end - first));
      this.account(intervention.payer).grantsReceived += oere;
      giver.grantsGiven += oere;
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
