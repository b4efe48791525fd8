import { z } from 'zod';
import { figure, positive, probability } from '../figure.ts';
import { byParity, clockTime, gammaDays, localisedText, lognormalHours, triangularHours } from './common.ts';

/**
 * A Robson-like obstetric group within one parity. Shares sum to 1 within the parity. `plannedCaesarean` of the group
 * never go into labour; of the rest `induced` are induced; of those in labour `caesareanInLabour` end in a caesarean.
 */
const obstetricGroup = z.strictObject({
  name: localisedText,
  share: probability,
  plannedCaesarean: probability,
  induced: probability,
  caesareanInLabour: probability,
  preterm: z.boolean().default(false),
});
const stay = z.strictObject({ usual: gammaDays, tailShare: probability, tail: gammaDays });

export const clinical = z.strictObject({
  groups: byParity(z.record(z.string().regex(/^\d{1,2}[ab]?$/), obstetricGroup)),
  gestation: z.strictObject({
    mean: positive('days'),
    standardDeviation: positive('days'),
    minimum: positive('days'),
    maximum: positive('days'),
    /** Preterm births by completed week of gestation: lowest and highest day of the band and its share. */
    pretermBands: figure(
      z.array(
        z.strictObject({ fromDay: z.int().positive(), toDay: z.int().positive(), share: z.number().min(0).max(1) }),
      ),
      'share of preterm births',
    ),
    registration: positive('days'),
  }),
  labour: z.strictObject({
    activeFirstStage: byParity(lognormalHours),
    inducedFactor: byParity(positive('ratio')),
    ripening: byParity(lognormalHours),
    secondStage: byParity(lognormalHours),
    /** From admission to the labour room until active labour. */
    latentInRoom: triangularHours,
    recovery: triangularHours,
    cleaning: positive('hours'),
    theatre: triangularHours,
  }),
  postnatalStay: z.strictObject({
    vaginal: byParity(stay),
    caesarean: stay,
    dischargeWindow: figure(z.strictObject({ opens: clockTime, mode: clockTime, closes: clockTime }), 'clock time'),
  }),
  /** A woman waits this long for a labour room before she is moved to another site that has one free. */
  diversionAfter: positive('minutes'),
});
