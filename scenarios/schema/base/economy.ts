import { z } from 'zod';
import { amount, figure, positive } from '../figure.ts';
import { clockTime, identifier, localDate, localisedText } from './common.ts';

const shareOfHourlyPay = figure(z.number().min(0).max(3), 'share of hourly pay');
const share = (unit: string) => figure(z.number().min(0).max(1), unit);
const byProfession = <T extends z.ZodType>(value: T) =>
  z.strictObject({ midwife: value, healthNurse: value, assistant: value });

/** The least overtime supplement that the law allows (arbeidsmiljøloven § 10-6 (11)). */
const leastOvertime = 0.4;
const overtimeShare = figure(z.number().min(leastOvertime).max(3), 'share of hourly pay');

/** What of a birth may place the mother's stay in the diagnosis-related group with complications. */
const condition = z.enum(['highRisk', 'preterm', 'twins', 'instrumental', 'caesareanInLabour']);
const conditions = figure(z.array(condition), 'conditions');
const weight = amount('DRG points');

/** Income by activity (ISF) of a mother's stay: weight × unit price × the share that is paid by activity. */
const activityFunding = z.strictObject({
  unitPrice: positive('NOK a DRG point'),
  activityShare: share('share of the price'),
  weights: z.strictObject({
    vaginal: weight,
    vaginalComplicated: weight,
    caesarean: weight,
    caesareanComplicated: weight,
  }),
  /** A stay is in the group with complications when one of these holds. */
  complicatedBy: z.strictObject({ vaginal: conditions, caesarean: conditions }),
  /** A birth before it is preterm. */
  termFrom: positive('days of gestation'),
});

/** A sum that has been given, spread evenly over the days of its period. */
const knownGrant = z.strictObject({
  name: localisedText,
  kroner: amount('NOK'),
  start: figure(localDate, 'date'),
  end: figure(localDate, 'date'),
  /** A key of `payers`. */
  giver: identifier,
});

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
    /** Paid in place of all that, where it is more, for shifts that begin in the weeks of summer holiday; 0 for no such price. */
    summerPrice: byProfession(amount('NOK an hour')),
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
  /** Of a bed in use, without the midwives and assistants of the ward, who are paid for by the hour. */
  bedDay: z.strictObject({
    antenatalWard: amount('NOK a day'),
    postnatalWard: amount('NOK a day'),
    postnatalHotel: amount('NOK a day'),
  }),
  /** What is used up at a birth, by mode, and what of theatre and doctors is no post of the model. */
  consumables: z.strictObject({
    spontaneous: amount('NOK a birth'),
    instrumental: amount('NOK a birth'),
    plannedCaesarean: amount('NOK a birth'),
    acuteCaesarean: amount('NOK a birth'),
  }),
  /** Rooms, equipment and a car of a continuity team. */
  teamBase: amount('NOK a team a year'),
  /** The course of a midwife who comes to a team; she is paid while she takes it. */
  teamTraining: amount('NOK a midwife'),
  /** With everything. */
  doulaHour: amount('NOK an hour'),
  /** Paid by the state for each contact in pregnancy and for the check six weeks after. */
  practitionerFees: z.strictObject({
    firstConsultation: amount('NOK a contact'),
    laterConsultation: amount('NOK a contact'),
    sixWeekCheck: amount('NOK a contact'),
  }),
  activityFunding,
  /** Given by the state to the payer of the districts for each of its midwife posts. */
  midwifeSubsidy: amount('NOK a post a year'),
  grants: z.record(identifier, knownGrant),
  /** Differences up to this share of what a payer pays today do not matter to the budget. */
  budgetMargin: share('share of cost'),
  payers: z.record(identifier, z.strictObject({ name: localisedText })),
  /** Who pays the district midwives. */
  districtPayer: identifier,
  /** Who pays practitioners, funds hospitals by activity, and gives the grants that name no giver. */
  statePayer: identifier,
});
