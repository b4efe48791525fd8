import { clockMinutes } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { Unit } from './unit.ts';

/** The rules, in the order in which breaches are counted. */
export const workingTimeRules = [
  'dailyRest',
  'weeklyRest',
  'shiftLength',
  'averageWeek',
  'longestWeek',
  'sundays',
  'contractHours',
] as const;
export type WorkingTimeRule = (typeof workingTimeRules)[number];

/** The limits that hold, with the agreements that are in force; minutes unless said otherwise. */
export interface WorkingTimeLimits {
  /** Free minutes on end in any 24 hours that begin with work. */
  dailyRest: number;
  /** Free minutes on end in any week. */
  weeklyRest: number;
  /** Minutes of work on end. */
  shiftLength: number;
  /** Minutes a week on average, and the weeks of the average. */
  averageWeek: number;
  averageOver: number;
  /** Minutes in any single week. */
  longestWeek: number;
  /** Sundays with work in a row. */
  sundays: number;
  /** Clock times in minutes after midnight between which, from Saturday to Sunday, work is Sunday work. */
  sundayFrom: number;
  sundayUntil: number;
  /** Minutes over the whole period that a roster may be beyond the contract. */
  contractHours: number;
  /** Contract minutes a week of a full-time position, by pattern of the unit. */
  fullTimeWeek: Record<Unit['pattern'], number>;
  /** Minutes of each shift of a unit that works by day which are no working time. */
  unpaidBreakByDay: number;
  /** What a minute on call from home counts as. */
  onCall: number;
}

const minutesPerHour = 60;

/** The limits in force, from the base data. */
export function workingTimeLimits(inputs: ModelInputs): WorkingTimeLimits {
  const rules = inputs.data.workingTime;
  const inForce = (rule: { limit: number; byAgreement: number; agreementInForce: boolean }): number =>
    rule.agreementInForce ? rule.byAgreement : rule.limit;
  const { rota, day, onCall } = rules.fullTimeWeek;
  return {
    dailyRest: inForce(rules.dailyRest) * minutesPerHour,
    weeklyRest: inForce(rules.weeklyRest) * minutesPerHour,
    shiftLength: inForce(rules.shiftLength) * minutesPerHour,
    averageWeek: rules.averageWeek.limit * minutesPerHour,
    averageOver: rules.averageWeek.over,
    longestWeek: rules.longestWeek.limit * minutesPerHour,
    sundays: inForce(rules.sundays),
    sundayFrom: clockMinutes(rules.sundays.fromSaturday),
    sundayUntil: clockMinutes(rules.sundays.untilSunday),
    contractHours: rules.contractHours.limit * minutesPerHour,
    fullTimeWeek: { rota: rota * minutesPerHour, day: day * minutesPerHour, onCall: onCall * minutesPerHour },
    unpaidBreakByDay: rules.unpaidBreakByDay * minutesPerHour,
    onCall: inForce(rules.onCall),
  };
}
