import { clockMinutes, type Calendar } from '../../kernel/index.ts';
import { shareOfDaysAtWork, type ContinuityTeam } from '../teams/continuity-team.ts';
import { siteIds, type ModelInputs } from '../model-inputs.ts';
import { postsOfShift, shiftsOfDay } from '../staff/shifts.ts';

const daysPerYear = 365.25;
const minutesPerHour = 60;

/** Worked time in hours, and how much of it carries a supplement. */
export interface WorkedTime {
  hours: number;
  eveningAndNight: number;
  weekend: number;
  publicHoliday: number;
}

/** What a payer pays for midwives over a horizon, and gets in grants, in kroner; and the posts it pays for. */
export interface Account {
  /** Wages of worked or contracted hours with on-cost. */
  wages: number;
  /** Supplements for evening, night, weekend and public holiday with on-cost. */
  supplements: number;
  /** Received from others. */
  grantsReceived: number;
  /** Given to others. */
  grantsGiven: number;
  /** Full-time posts, on average over the horizon. */
  posts: number;
}

/**
 * Prices hours. A full-time post is paid `yearlyHours.paid` hours a year and is at work fewer, since holiday, sickness and
 * training are paid too; an hour at work therefore costs the pay of paid ÷ productive hours. Supplements are paid for the
 * hours they fall on, and on-cost (payroll tax, pension) on everything.
 */
export class Tariff {
  private readonly economy: ModelInputs['data']['economy'];
  private readonly calendar: Calendar;
  private readonly nightUntil: number;
  private readonly eveningFrom: number;

  constructor(inputs: ModelInputs, calendar: Calendar) {
    this.economy = inputs.data.economy;
    this.calendar = calendar;
    this.nightUntil = clockMinutes(this.economy.supplements.nightUntil);
    this.eveningFrom = clockMinutes(this.economy.supplements.eveningFrom);
  }

  /** Pay for one paid hour without supplements or on-cost. */
  get hourlyPay(): number {
    return this.economy.yearlySalary / this.economy.yearlyHours.paid;
  }

  /** Full cost of an hour at work of somebody on a rota, or on day work, without supplements. */
  hourAtWork(basis: 'productiveRota' | 'productiveDay'): number {
    const { paid } = this.economy.yearlyHours;
    return this.hourlyPay * (paid / this.economy.yearlyHours[basis]) * (1 + this.economy.onCost);
  }

  /** Full cost of a full-time post for a year, without supplements. */
  get yearOfPost(): number {
    return this.economy.yearlySalary * (1 + this.economy.onCost);
  }

  /** Supplements with on-cost. */
  supplements(worked: WorkedTime): number {
    const { eveningAndNight, weekend, publicHoliday } = this.economy.supplements;
    return (
      this.hourlyPay *
      (1 + this.economy.onCost) *
      (worked.eveningAndNight * eveningAndNight + worked.weekend * weekend + worked.publicHoliday * publicHoliday)
    );
  }

  /** Hours between two instants by supplement, to the minute. A public holiday replaces the weekend supplement. */
  workedTime(from: number, to: number): WorkedTime {
    const { calendar } = this;
    const worked = { hours: (to - from) / minutesPerHour, eveningAndNight: 0, weekend: 0, publicHoliday: 0 };
    for (let day = calendar.dayOf(from); calendar.midnight(day) < to; day++) {
      const midnight = calendar.midnight(day);
      const next = calendar.midnight(day + 1);
      const today = overlap(from, to, midnight, next) / minutesPerHour;
      if (calendar.isPublicHoliday(day)) worked.publicHoliday += today;
      else if (calendar.isWeekend(day)) worked.weekend += today;
      worked.eveningAndNight +=
        (overlap(from, to, midnight, calendar.timeAt(day, this.nightUntil)) +
          overlap(from, to, calendar.timeAt(day, this.eveningFrom), next)) /
        minutesPerHour;
    }
    return worked;
  }
}

/** Sums up who pays what over [from, to) as the run goes on. */
export class Ledger {
  readonly accounts = new Map<string, Account>();
  /** Hours that each team has worked at births and on the way, and for its women otherwise. */
  readonly teamHours: number[];

  private readonly inputs: ModelInputs;
  private readonly tariff: Tariff;
  private readonly from: number;
  private readonly to: number;

  /** @param from @param to the horizon in minutes of the clock; nothing outside it is counted */
  constructor(inputs: ModelInputs, calendar: Calendar, teams: readonly ContinuityTeam[], from: number, to: number) {
    this.inputs = inputs;
    this.tariff = new Tariff(inputs, calendar);
    this.from = from;
    this.to = to;
    this.teamHours = teams.map(() => 0);
    for (const payer of Object.keys(inputs.data.economy.payers)) {
      this.accounts.set(payer, { wages: 0, supplements: 0, grantsReceived: 0, grantsGiven: 0, posts: 0 });
    }
    this.addWardPosts(calendar);
    this.addTeamPosts(calendar, teams);
    this.addGrants(calendar);
  }

  /** A team midwife was out between two instants: counts the part within the horizon. */
  addTeamAttendance(team: ContinuityTeam, start: number, end: number): void {
    const from = Math.max(start, this.from);
    const to = Math.min(end, this.to);
    if (to <= from) return;
    const worked = this.tariff.workedTime(from, to);
    this.teamHours[team.index]! += worked.hours;
    this.account(team.payer).supplements += this.tariff.supplements(worked);
  }

  /** A district's midwife worked `hours` by day, within the horizon. */
  addDistrictHours(hours: number): void {
    const { economy } = this.inputs.data;
    const account = this.account(economy.districtPayer);
    account.wages += hours * this.tariff.hourAtWork('productiveDay');
    account.posts += hours / (economy.yearlyHours.productiveDay * this.years);
  }

  /** Length of the horizon in years. */
  get years(): number {
    return (this.to - this.from) / (daysPerYear * 24 * minutesPerHour);
  }

  private account(payer: string): Account {
    const account = this.accounts.get(payer);
    if (account === undefined) throw new RangeError(`Unknown payer "${payer}"`);
    return account;
  }

  private addWardPosts(calendar: Calendar): void {
    const { inputs, tariff } = this;
    const firstDay = calendar.dayOf(this.from);
    for (const siteId of siteIds(inputs)) {
      const account = this.account(inputs.data.sites[siteId]!.hospital);
      for (let day = firstDay; calendar.midnight(day) < this.to; day++) {
        for (const shift of shiftsOfDay(inputs, calendar, day)) {
          const posts = postsOfShift(inputs, calendar, siteId, shift.name, day);
          const worked = tariff.workedTime(shift.start, shift.end);
          account.wages += posts * worked.hours * tariff.hourAtWork('productiveRota');
          account.supplements += posts * tariff.supplements(worked);
          account.posts += (posts * worked.hours) / (inputs.data.economy.yearlyHours.productiveRota * this.years);
        }
      }
    }
  }

  private addTeamPosts(calendar: Calendar, teams: readonly ContinuityTeam[]): void {
    for (const team of teams) {
      const account = this.account(team.payer);
      const share = shareOfDaysAtWork(team, calendar.dayOf(this.from), calendar.dayOf(this.to));
      account.wages += team.parameters.midwives * share * this.years * this.tariff.yearOfPost;
      account.posts += team.parameters.midwives * share;
    }
  }

  private addGrants(calendar: Calendar): void {
    for (const intervention of this.inputs.interventions) {
      if (intervention.model !== 'grant') continue;
      const first = calendar.dayNumber(intervention.start);
      const end = calendar.dayNumber(intervention.end) + 1;
      const days = Math.max(0, Math.min(end, calendar.dayOf(this.to)) - Math.max(first, calendar.dayOf(this.from)));
      const kroner = (intervention.kroner * days) / (end - first);
      this.account(intervention.payer).grantsReceived += kroner;
      this.account(this.inputs.data.economy.statePayer).grantsGiven += kroner;
    }
  }
}

function overlap(from: number, to: number, start: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start));
}
