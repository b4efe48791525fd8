import type { ModelInputs } from '../model-inputs.ts';
import { professions, type Profession } from '../staff/person.ts';
import type { Unit } from '../staff/unit.ts';

const oerePerKrone = 100;

/** Prices of an hour in whole øre, before holiday pay and on-cost. */
export interface HourlyRates {
  /** Ordinary hour: salary ÷ paid hours of a year. */
  readonly ordinary: number;
  /** Added to it. */
  readonly eveningAndNight: number;
  readonly weekend: number;
  readonly publicHoliday: number;
  /** An hour of overtime in whole: ordinary pay and the addition. */
  readonly overtime: number;
  readonly highOvertime: number;
  /** An hour of an extra shift, without supplements. */
  readonly extraShift: number;
  /** The least that an hour of an extra shift in summer is paid, with everything. */
  readonly summerExtraShift: number;
  /** An hour on call from home. */
  readonly onCall: number;
}

/**
 * What work is paid, by profession, and by whether the hours of a full-time position are those of a rota or of day work.
 * Every price is rounded to whole øre once, here: what is booked is hours × these.
 */
export class Tariff {
  /** Øre for a minute of travel. */
  readonly travelMinute: number;
  /** Share of call-out hours paid as overtime beyond the contract. */
  readonly callOutsAsOvertime: number;
  private readonly economy: ModelInputs['data']['economy'];
  private readonly rota: Record<Profession, HourlyRates>;
  private readonly day: Record<Profession, HourlyRates>;

  constructor({ data: { economy } }: ModelInputs) {
    this.economy = economy;
    this.travelMinute = roundedOere(economy.travelMinute * oerePerKrone);
    this.callOutsAsOvertime = economy.onCall.callOutsAsOvertime;
    this.rota = this.ratesOver(economy.yearlyHours.paid);
    this.day = this.ratesOver(economy.yearlyHours.paidDay);
  }

  /** Prices of an hour for people of a profession on a rota (or on call in turns), or by day. */
  rates(profession: Profession, pattern: Unit['pattern']): HourlyRates {
    return pattern === 'day' ? this.day[profession] : this.rota[profession];
  }

  /** Hours that somebody in a full-time position is at work in a year. */
  productiveHours(pattern: Unit['pattern']): number {
    const { productiveDay, productiveRota } = this.economy.yearlyHours;
    return pattern === 'day' ? productiveDay : productiveRota;
  }

  /** Salary for some years in a position, in øre, not rounded. @param years of employment, as a number of years */
  salary(profession: Profession, position: number, years: number): number {
    return this.economy.yearlySalary[profession] * oerePerKrone * position * years;
  }

  /** Øre for an hour of hired staff, with everything. */
  hiredHour(profession: Profession): number {
    return roundedOere(this.economy.hiredHour[profession] * oerePerKrone);
  }

  /** Holiday pay and on-cost as shares of what they are paid on. */
  get holidayPayShare(): number {
    return this.economy.holidayPay;
  }

  get onCostShare(): number {
    return this.economy.onCost;
  }

  /** Holiday pay earned by some pay beyond the contract, in whole øre. @param pay in øre */
  holidayPay(pay: number): number {
    return roundedOere(pay * this.economy.holidayPay);
  }

  /** On-cost of some pay, in whole øre. @param pay in øre, with holiday pay */
  onCost(pay: number): number {
    return roundedOere(pay * this.economy.onCost);
  }

  private ratesOver(paidHours: number): Record<Profession, HourlyRates> {
    const { supplements, overtime, extraShift, onCall, yearlySalary } = this.economy;
    const ratesOf = (profession: Profession): HourlyRates => {
      const hour = (yearlySalary[profession] * oerePerKrone) / paidHours;
      const atLeast = (share: number, kroner: number) => roundedOere(Math.max(hour * share, kroner * oerePerKrone));
      return {
        ordinary: roundedOere(hour),
        eveningAndNight: atLeast(supplements.eveningAndNight, supplements.eveningAndNightMinimum),
        weekend: atLeast(supplements.weekend, supplements.weekendMinimum),
        publicHoliday: roundedOere(hour * supplements.publicHoliday),
        overtime: roundedOere(hour * (1 + overtime.ordinary)),
        highOvertime: roundedOere(hour * (1 + overtime.high)),
        extraShift: roundedOere(hour) + roundedOere(extraShift.bonus * oerePerKrone),
        summerExtraShift: roundedOere(extraShift.summerPrice[profession] * oerePerKrone),
        onCall: roundedOere(hour * onCall.paid),
      };
    };
    return Object.fromEntries(professions.map((profession) => [profession, ratesOf(profession)])) as Record<
      Profession,
      HourlyRates
    >;
  }
}

/** Rounds to whole øre, half an øre away from zero. */
export function roundedOere(amount: number): number {
  return amount < 0 ? -Math.floor(0.5 - amount) : Math.floor(amount + 0.5);
}
