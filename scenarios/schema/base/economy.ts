import { z } from 'zod';
import { amount, figure, positive } from '../figure.ts';
import { clockTime, identifier, localisedText } from './common.ts';

export const economy = z.strictObject({
  yearlySalary: amount('NOK a year'),
  yearlyHours: z.strictObject({
    paid: positive('hours a year'),
    productiveRota: positive('hours a year'),
    productiveDay: positive('hours a year'),
  }),
  onCost: figure(z.number().min(0).max(2), 'share of pay'),
  supplements: z.strictObject({
    eveningAndNight: figure(z.number().min(0).max(3), 'share of hourly pay'),
    weekend: figure(z.number().min(0).max(3), 'share of hourly pay'),
    publicHoliday: figure(z.number().min(0).max(3), 'share of hourly pay'),
    eveningFrom: figure(clockTime, 'clock time'),
    nightUntil: figure(clockTime, 'clock time'),
  }),
  onCallCredit: figure(z.number().min(0).max(1), 'hours counted per hour on call'),
  payers: z.record(identifier, z.strictObject({ name: localisedText })),
  /** Who pays the district midwives. */
  districtPayer: identifier,
  /** Who gives the grants. */
  statePayer: identifier,
});
