import { z } from 'zod';
import { amount, count, figure, positive, probability } from '../figure.ts';
import { clockTime } from './common.ts';

const opening = { opens: figure(clockTime, 'clock time'), closes: figure(clockTime, 'clock time') };
const weekOfGestation = z.number().min(1).max(43);
const weeks = figure(z.array(weekOfGestation).min(1), 'week of gestation');
const week = figure(weekOfGestation, 'week of gestation');

const supportOfGroup = z.strictObject({
  hours: amount('hours a pregnancy'),
  setting: z.enum(['site', 'healthStation']),
});

/** Every contact outside labour that is planned, and how it is booked. */
export const programme = z.strictObject({
  booking: z.strictObject({
    /** Appointments are made in whole multiples of this. */
    slot: positive('minutes'),
    /** So far from the wanted day a woman's named midwife is looked for before a colleague takes the appointment. */
    namedWithinDays: count('days'),
    /** So long after the wanted day an appointment may lie; what can't be booked by then is not given. */
    windowDays: count('days'),
    noShowShare: probability,
  }),
  antenatal: z.strictObject({
    consultationWeeks: weeks,
    ultrasoundWeeks: weeks,
    /** A contact is wanted so many days before or after the day of its week. */
    spreadDays: count('days'),
    /** The first consultation comes so soon after registration if its week is past. */
    firstWithinDays: count('days'),
    /** Women who see only midwives, and only their general practitioner; the others see both. */
    onlyMidwifeShare: probability,
    onlyPractitionerShare: probability,
    /** Of the consultations of women who see both. */
    mixedMidwifeShare: probability,
    firstDuration: positive('minutes'),
    duration: positive('minutes'),
    durationStandardDeviation: amount('minutes'),
    ultrasoundDuration: positive('minutes'),
    documentation: amount('minutes'),
    /** Consultations with an interpreter take so many times as long. */
    interpreterFactor: figure(z.number().min(1), 'times as long'),
  }),
  outpatientClinic: z.strictObject({
    ...opening,
    extraConsultations: z.strictObject({
      low: amount('consultations a pregnancy'),
      medium: amount('consultations a pregnancy'),
      high: amount('consultations a pregnancy'),
    }),
    fromWeek: week,
    toWeek: week,
    obstetricianShare: probability,
  }),
  healthStation: z.strictObject({
    /** Of the midwives at work on a weekday: those who visit homes that day; the others have consultations. */
    homeVisitShare: figure(z.array(z.number().min(0).max(1)).length(7), 'share of midwives, Monday to Sunday'),
  }),
  generalPractice: z.strictObject(opening),
  support: z.strictObject({
    duration: positive('minutes'),
    fromWeek: week,
    toWeek: week,
    groups: z.strictObject({
      fearOfBirth: supportOfGroup,
      violence: supportOfGroup,
      substanceUse: supportOfGroup,
      mentalIllness: supportOfGroup,
      newlyArrived: supportOfGroup,
    }),
  }),
  latentPhase: z.strictObject({
    contacts: amount('contacts a birth'),
    duration: positive('minutes'),
    withinDays: positive('days'),
  }),
  homeVisit: z.strictObject({
    share: probability,
    withinDays: positive('days'),
    duration: positive('minutes'),
    durationStandardDeviation: amount('minutes'),
    documentation: amount('minutes'),
    ...opening,
  }),
  healthNurseVisit: z.strictObject({
    share: probability,
    fromDay: count('days'),
    toDay: count('days'),
    /** If nobody has room by then, up to this day. */
    latestDay: count('days'),
  }),
  extraHomeVisits: z.strictObject({
    /** By the midwife, after a stay shorter than `earlyStay`. */
    early: count('visits'),
    earlyStay: amount('hours'),
    earlyWithinDays: count('days'),
    /** By the health nurse, to women of a vulnerable group; mean. */
    vulnerable: amount('visits'),
    vulnerableFromDay: count('days'),
    vulnerableToDay: count('days'),
  }),
  travel: z.strictObject({
    /** Travel time against free flow from a clock time on, up to the next; the first holds from midnight. */
    factors: figure(
      z.array(z.strictObject({ from: clockTime, factor: z.number().positive() })).min(1),
      'times free flow from a clock time on',
    ),
    /** The factor that `origins.*.homeVisitLeg` is given at. */
    legFactor: positive('times free flow'),
    legVariation: amount('standard deviation over mean'),
  }),
  returnToWard: z.strictObject({
    share: probability,
    withinDays: positive('days'),
    duration: positive('minutes'),
  }),
  sixWeekCheck: z.strictObject({
    afterDays: positive('days'),
    spreadDays: count('days'),
    attendedShare: probability,
    practitionerShare: probability,
    duration: positive('minutes'),
  }),
});
