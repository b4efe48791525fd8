import { z } from 'zod';
import { figure } from '../figure.ts';
import { clockTime } from './common.ts';

/** Where a rule stands. */
const paragraph = z.string().min(3);
const agreement = figure(z.boolean(), 'true or false');

/** A rule of the law whose limit an agreement with the elected representatives may change. */
const withAgreement = <T extends z.ZodType>(limit: T) =>
  z.strictObject({ limit, byAgreement: limit, agreementInForce: agreement, paragraph });

/** A rest of the whole day would leave no hour to work in. */
const shorterThanADay = figure(z.number().min(0).max(23), 'hours');
const shorterThanAWeek = figure(z.number().min(0).max(168), 'hours');
const hoursAWeek = figure(z.number().positive().max(168), 'hours a week');

/** Rules on working time: what the law and the agreements allow, and whether the agreements are in force. */
export const workingTime = z.strictObject({
  /** Hours of a full-time position, by how the unit works. */
  fullTimeWeek: z.strictObject({ rota: hoursAWeek, day: hoursAWeek, onCall: hoursAWeek }),
  /** Of each shift of a unit that works by day: the break is the employee's own. On a rota breaks are working time. */
  unpaidBreakByDay: figure(z.number().min(0).max(4), 'hours a shift'),
  /** Free hours on end in any 24 hours that begin with work. */
  dailyRest: withAgreement(shorterThanADay),
  /** Free hours on end in any week from Monday to Sunday. */
  weeklyRest: withAgreement(shorterThanAWeek),
  /** Hours of work on end. */
  shiftLength: withAgreement(figure(z.number().positive().max(24), 'hours')),
  /** Hours a week on average over a number of weeks. */
  averageWeek: z.strictObject({ limit: hoursAWeek, over: figure(z.int().min(1).max(52), 'weeks'), paragraph }),
  /** Hours in any single week. */
  longestWeek: z.strictObject({ limit: hoursAWeek, paragraph }),
  /** Sundays with work in a row. Work counts as Sunday work from a clock time on Saturday to one on Sunday. */
  sundays: withAgreement(figure(z.int().min(1).max(52), 'Sundays in a row')).extend({
    fromSaturday: figure(clockTime, 'clock time'),
    untilSunday: figure(clockTime, 'clock time'),
  }),
  /** Hours that a roster may be beyond the contract over the whole period: it is made of whole shifts. */
  contractHours: z.strictObject({ limit: figure(z.number().min(0).max(168), 'hours'), paragraph }),
  /** What an hour on call from home counts as in the weekly hours. */
  onCall: withAgreement(figure(z.number().min(0).max(1), 'hours counted per hour on call')),
});
