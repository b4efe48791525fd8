import { z } from 'zod';
import { amount, figure, positive, probability } from '../figure.ts';
import { byParity, clockTime, durationLaw, identifier, localisedText } from './common.ts';

/**
 * A Robson-like obstetric group within one parity. Shares sum to 1 within the parity. `plannedCaesarean` of the group
 * never go into labour; of the rest `induced` are induced; of those in labour `caesareanInLabour` end in a caesarean.
 * `preterm` of the group give birth before term. A woman's risk is at least that of her group.
 */
const obstetricGroup = z.strictObject({
  name: localisedText,
  share: probability,
  plannedCaesarean: probability,
  induced: probability,
  caesareanInLabour: probability,
  preterm: probability,
  plurality: z.literal([1, 2]).default(1),
  risk: z.enum(['low', 'medium', 'high']).default('low'),
});

/** Most are ready to go home by the usual law, `tailShare` by that of the tail. */
const stay = z.strictObject({ usual: durationLaw('days'), tailShare: probability, tail: durationLaw('days') });

/** `after` counts from the day after both are ready to go home. */
const readmission = z.strictObject({ share: probability, after: durationLaw('days'), stay: durationLaw('days') });

/** Children of one range of gestation. */
const neonatalCare = z.strictObject({ admitted: probability, stay: durationLaw('days') });

/** Normal distribution between bounds. */
const age = z.strictObject({ mean: positive('years'), standardDeviation: positive('years') });

export const clinical = z.strictObject({
  groups: byParity(z.record(z.string().regex(/^\d{1,2}[ab]?$/), obstetricGroup)),
  age: z.strictObject({
    ...byParity(age).shape,
    bounds: figure(z.strictObject({ minimum: z.number().positive(), maximum: z.number().positive() }), 'years'),
  }),
  risk: z.strictObject({
    /** From this age on the risk is at least medium. */
    mediumFromAge: positive('years'),
    /** Diabetes, pre-eclampsia and the like. */
    illness: z.strictObject({ medium: probability, high: probability }),
  }),
  circumstances: z.strictObject({
    immigrant: probability,
    /** Of immigrant women. */
    needsInterpreter: probability,
    /** Of immigrant women. */
    newlyArrived: probability,
    fearOfBirth: probability,
    violence: probability,
    substanceUse: probability,
    mentalIllness: probability,
  }),
  gestation: z.strictObject({
    mean: positive('days'),
    standardDeviation: positive('days'),
    /** Term begins on this day. */
    minimum: positive('days'),
    maximum: figure(z.number().positive().max(330), 'days'),
    /** Preterm births by completed week of gestation: lowest and highest day of the band and its share. */
    pretermBands: figure(
      z.array(
        z.strictObject({ fromDay: z.int().positive(), toDay: z.int().positive(), share: z.number().min(0).max(1) }),
      ),
      'share of preterm births',
    ),
    registration: positive('days'),
  }),
  /** Registered women who are lost before birth, in addition to the births of their origin. */
  lossToFollowUp: z.strictObject({
    share: figure(z.number().min(0).max(0.5), 'share of registrations'),
    /** From registration. */
    after: durationLaw('days'),
  }),
  /** A site that takes women from everywhere because of their risk, instead of the site of their sector. */
  regionalUnit: z
    .strictObject({
      site: identifier,
      veryPretermBefore: positive('days'),
      /** Of women who give birth very preterm, and of the others with high risk. */
      veryPretermShare: probability,
      highRiskShare: probability,
    })
    .optional(),
  labour: z.strictObject({
    /** In the reception, on arrival in labour. */
    assessment: durationLaw('hours'),
    activeFirstStage: byParity(durationLaw('hours')),
    inducedFactor: byParity(positive('ratio')),
    ripening: byParity(durationLaw('hours')),
    /** Where inductions ripen; the others do in an antenatal bed. Women with high risk are never at home. */
    ripeningPlace: z.strictObject({ home: probability, labourRoom: probability }),
    secondStage: byParity(durationLaw('hours')),
    /** From admission to the labour room until active labour. */
    latentInRoom: durationLaw('hours'),
    recovery: durationLaw('hours'),
    cleaning: amount('hours'),
    theatre: durationLaw('hours'),
  }),
  /** What keeps a woman from going home early after a vaginal birth at term of one child without neonatal care. */
  uncomplicated: byParity(
    z.strictObject({
      largeBleeding: probability,
      largeTear: probability,
      /** Of those without either: healthy, well nourished child, and nothing else to wait for. */
      otherwiseWell: probability,
    }),
  ),
  postnatalStay: z.strictObject({
    vaginal: byParity(stay),
    caesarean: stay,
    dischargeWindow: figure(z.strictObject({ opens: clockTime, mode: clockTime, closes: clockTime }), 'clock time'),
  }),
  neonatalCare: z.strictObject({
    /** Before 28 completed weeks. */
    extremelyPreterm: neonatalCare,
    /** 28–31 weeks. */
    veryPreterm: neonatalCare,
    /** 32–33 weeks. */
    moderatelyPreterm: neonatalCare,
    /** 34–36 weeks. */
    latePreterm: neonatalCare,
    term: neonatalCare,
  }),
  readmission: z.strictObject({ newborn: readmission, mother: readmission }),
  /** A woman waits this long for a labour room before she is moved to another site that has one free. */
  diversionAfter: positive('minutes'),
});
