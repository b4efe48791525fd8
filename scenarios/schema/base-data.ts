import { z } from 'zod';
import { amount, confidence, count, figure, positive, probability } from './figure.ts';

/** Identifiers are lower-case ASCII words joined by hyphens, so that they can stand in file names and addresses. */
export const identifier = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export const localDate = z.iso.date();
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Text without control characters: it is shown in terminals. */
const plainText = z.string().regex(/^[^\p{Cc}]+$/u);
export const localisedText = z.strictObject({ nb: plainText, en: plainText });

const latitude = figure(z.number().min(-90).max(90), 'degrees north');
const longitude = figure(z.number().min(-180).max(180), 'degrees east');
const sharesByIdentifier = (unit: string) => figure(z.record(identifier, z.number().min(0).max(1)), unit);
const byParity = <T extends z.ZodType>(value: T) => z.strictObject({ nulliparous: value, multiparous: value });

/** Midwives on duty per shift. The shifts' clock times are common to all sites. */
const postsPerShift = z.strictObject({
  day: count('midwives'),
  evening: count('midwives'),
  night: count('midwives'),
});

const hospital = z.strictObject({
  name: z.string(),
  instrumentalShare: byParity(probability),
});

const site = z.strictObject({
  name: z.string(),
  hospital: identifier,
  latitude,
  longitude,
  labourRooms: count('rooms'),
  antenatalBeds: count('beds'),
  theatres: count('theatres'),
  postnatalBeds: count('beds'),
  labourWardPosts: z.strictObject({ weekday: postsPerShift, weekend: postsPerShift }),
  /** Sites that take over a woman in labour when this one is full, nearest first, with the journey in minutes. */
  diversion: z.array(z.strictObject({ site: identifier, journey: positive('minutes') })),
});

/** Where the women of a sector give birth; the key `elsewhere` stands for places outside the model. Sums to 1. */
const sector = z.strictObject({
  name: localisedText,
  placeOfBirth: sharesByIdentifier('share of births'),
  nulliparousShare: probability,
});

/** A district, or an area outside the city (`outside: true`, then without a position on the map). */
const origin = z.strictObject({
  name: z.string(),
  sector: identifier,
  outside: z.boolean().default(false),
  births: amount('births a year'),
  latitude: latitude.optional(),
  longitude: longitude.optional(),
  homeVisitLeg: positive('minutes'),
  journey: figure(z.record(identifier, z.number().positive()), 'minutes to each site'),
});

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

const lognormalHours = z.strictObject({ median: positive('hours'), sigma: positive('log units') });
const triangularHours = figure(
  z
    .strictObject({ minimum: z.number().min(0), mode: z.number().min(0), maximum: z.number().positive() })
    .refine(({ minimum, mode, maximum }) => minimum <= mode && mode <= maximum && minimum < maximum, {
      params: { rule: 'triangle' },
    }),
  'hours',
);
const gammaDays = z.strictObject({ mean: positive('days'), standardDeviation: positive('days') });
const stay = z.strictObject({ usual: gammaDays, tailShare: probability, tail: gammaDays });

const clinical = z.strictObject({
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

const sharesOfWeek = figure(z.array(z.number().min(0).max(1)).length(7), 'share, Monday to Sunday');

const timePattern = z.strictObject({
  monthFactors: figure(
    z.array(z.number().positive()).length(12),
    'births a day relative to the year, January to December',
  ),
  spontaneousOnset: z.strictObject({
    amplitude: figure(z.number().min(0).max(1), 'relative amplitude'),
    peak: figure(z.number().min(0).max(24), 'hour of day'),
  }),
  inductionStart: z.strictObject({
    weekdays: sharesOfWeek,
    windows: figure(
      z.array(z.strictObject({ from: clockTime, to: clockTime, share: z.number().min(0).max(1) })).min(1),
      'clock time and share',
    ),
  }),
  plannedCaesarean: z.strictObject({ from: figure(clockTime, 'clock time'), to: figure(clockTime, 'clock time') }),
});

const programme = z.strictObject({
  antenatal: z.strictObject({
    /** Consultations with the district midwife over a whole pregnancy, and the days after registration they are spread over. */
    consultations: amount('consultations'),
    duration: positive('minutes'),
    documentation: amount('minutes'),
  }),
  homeVisit: z.strictObject({
    share: probability,
    withinDays: positive('days'),
    duration: positive('minutes'),
    documentation: amount('minutes'),
    opens: figure(clockTime, 'clock time'),
    closes: figure(clockTime, 'clock time'),
  }),
});

const shiftTimes = z.strictObject({ start: figure(clockTime, 'clock time'), end: figure(clockTime, 'clock time') });

const staff = z.strictObject({
  shifts: z.strictObject({ day: shiftTimes, evening: shiftTimes, night: shiftTimes }),
  /** How much of a midwife a woman takes up in each phase of her stay on the labour ward. */
  midwifeNeed: z.strictObject({
    latent: amount('midwives a woman'),
    activeFirstStage: amount('midwives a woman'),
    secondStage: amount('midwives a woman'),
    recovery: amount('midwives a woman'),
  }),
});

const economy = z.strictObject({
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

/** Default parameters of the care model "continuity teams"; an intervention may set its own. */
const continuityTeams = z.strictObject({
  midwives: figure(z.int().min(1).max(12), 'midwives'),
  caseload: figure(z.number().positive().max(1000), 'women a year'),
  onCallMidwives: figure(z.int().min(1).max(2), 'midwives on call'),
  onCallChange: figure(clockTime, 'clock time'),
  attendanceAfterBirth: figure(z.number().min(0).max(24), 'hours'),
  maximumAttendance: figure(z.number().positive().max(168), 'hours'),
  rest: figure(z.number().min(0).max(48), 'hours'),
  enrolmentUntilWeek: figure(z.number().min(0).max(42), 'weeks of gestation'),
  homeVisitShare: probability,
  /** Work of the team for one woman beside her birth and the journeys to it. */
  hoursPerWoman: z.strictObject({
    antenatal: amount('hours a woman'),
    postnatal: amount('hours a woman'),
    contactAndAdministration: amount('hours a woman'),
  }),
});

/**
 * A published figure beside which an indicator is shown, in the indicator's unit. A `target` is one that the base scenario
 * must come within the tolerance of; `context` is another place, another definition or another service.
 */
const publishedFigure = z.strictObject({
  role: z.enum(['target', 'context']),
  value: z.number(),
  tolerance: z.number().min(0),
  source: z.string().min(3),
  confidence,
});

/**
 * Everything that describes the place that is simulated: hospitals, districts, clinical mix, programme, staff and
 * tariffs. One folder of YAML files whose top-level keys are the keys below.
 */
export const baseData = z.strictObject({
  hospitals: z.record(identifier, hospital),
  sites: z.record(identifier, site),
  sectors: z.record(identifier, sector),
  origins: z.record(identifier, origin),
  clinical,
  timePattern,
  programme,
  staff,
  economy,
  continuityTeams,
  /** By the key of the indicator in results. */
  published: z.record(z.string().min(1), publishedFigure),
});

export type BaseData = z.infer<typeof baseData>;
