import { z } from 'zod';
import { amount, figure, positive } from '../figure.ts';
import { clockTime, identifier, localisedText } from './common.ts';

const shareOfHourlyPay = figure(z.number().min(0).max(3), 'share of hourly pay');
const share = (unit: string) => figure(z.number().min(0).max(1), unit);
/** A day of any year, as mm-dd. */
const dayOfYear = figure(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), 'month and day');
const byProfession = <T extends z.ZodType>(value: T) =>
  z.strictObject({ midwife: value, healthNurse: value, assistant: value });

/** The least overtime supplement that the law allows (arbeidsmiljøloven § 10-6 (11)). */
const leastOvertime = 0.4;
const overtimeShare = figure(z.number().min(leastOvertime).max(3), 'share of hourly pay');

export const economy = z.strictObject({
  /** Of a full-time position, without supplements. Holiday and sickness are paid within it. */
  yearlySalary: byProfession(amount('NOK a year')),
  yearlyHours: z.strictObject({
    /** Hours that the salary of a year pays for, on a rota and by day. */
    paid: positive('hours a year'),
    paidDay: positive('hours a year'),
    /** Hours at work among those, on average. */
    productiveRota: positive('hours a year'),
    productiveDay: positive('hours a year'),
  }),
  /** Payroll tax, pension and insurance. */
  onCost: figure(z.number().min(0).max(2), 'share of pay'),
  /** Earned on everything paid beyond the contract salary, which already covers holidays. */
  holidayPay: share('share of pay'),
  supplements: z.strictObject({
    eveningAndNight: shareOfHourlyPay,
    eveningAndNightMinimum: amount('NOK an hour'),
    weekend: shareOfHourlyPay,
    weekendMinimum: amount('NOK an hour'),
    publicHoliday: shareOfHourlyPay,
    eveningFrom: figure(clockTime, 'clock time'),
    /** Work that began before `nightBegunBefore` has the supplement until it ends, `nightUntil` at the latest. */
    nightBegunBefore: figure(clockTime, 'clock time'),
    nightUntil: figure(clockTime, 'clock time'),
  }),
  /** Added to ordinary hourly pay in place of supplements; `high` by night, at weekends and on public holidays. */
  overtime: z.strictObject({
    ordinary: overtimeShare,
    high: overtimeShare,
    nightFrom: figure(clockTime, 'clock time'),
    nightUntil: figure(clockTime, 'clock time'),
  }),
  /** Shifts beyond the roster within the full-time week: ordinary pay, supplements and a bonus. */
  extraShift: z.strictObject({
    bonus: amount('NOK an hour'),
    /** Paid in place of all that, where it is more, for shifts that begin in the summer weeks; 0 for no such price. */
    summerPrice: byProfession(amount('NOK an hour')),
    summerFrom: dayOfYear,
    summerTo: dayOfYear,
  }),
  /** What an hour of hired staff costs, with everything. */
  hiredHour: byProfession(amount('NOK an hour')),
  /** How much of an hour on call counts as working time. */
  onCallCredit: figure(z.number().min(0).max(1), 'hours counted per hour on call'),
  onCall: z.strictObject({
    paid: share('hours paid per hour on call'),
    /** The rest of the call-outs are hours of the contract, with supplements. */
    callOutsAsOvertime: share('share of call-out hours'),
  }),
  /** Car and fares between homes; the time itself is working time. */
  travelMinute: amount('NOK a minute'),
  payers: z.record(identifier, z.strictObject({ name: localisedText })),
  /** Who pays the district midwives. */
  districtPayer: identifier,
  /** Who gives the grants. */
  statePayer: identifier,
});
