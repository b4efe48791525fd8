import { z } from 'zod';
import { figure, probability } from '../figure.ts';

const isoWeek = figure(z.int().min(1).max(52), 'week of the year');
/** Up to a half: with spells of a day at least, more could not leave a healthy day between them. */
const shareOfShifts = figure(z.number().min(0).max(0.5), 'share of planned shifts');
/** A spell lasts a whole day at least. */
const meanDays = figure(z.number().min(1).max(3650), 'days');

export const absence = z.strictObject({
  holiday: z.strictObject({
    /** Whole weeks, Monday to Sunday. */
    weeks: figure(z.int().min(0).max(20), 'weeks a year'),
    /** So many of them on end, between the first and the last summer week. */
    summerWeeks: figure(z.int().min(0).max(20), 'weeks a year'),
    firstSummerWeek: isoWeek,
    lastSummerWeek: isoWeek,
  }),
  sickness: z.strictObject({
    /** Share of planned shifts outside holidays, by employer. */
    hospitals: shareOfShifts,
    districts: shareOfShifts,
    /** Spells are short or long; both last a geometric number of days. */
    shortShare: figure(z.number().min(0).max(1), 'share of spells'),
    shortMean: meanDays,
    longMean: meanDays,
  }),
  /** Taken on day shifts of working days. */
  training: shareOfShifts,
});

/** Ways to cover a shift for which too few have come. */
export const coverSteps = ['extraShift', 'overtime', 'otherUnit', 'hired', 'leaveOpen'] as const;

const kindOfUnit = z.enum([
  'reception',
  'antenatalWard',
  'labourWard',
  'postnatalWard',
  'outpatientClinic',
  'healthStation',
  'continuityTeam',
]);

/** Somebody who is off takes a shift. */
const byThoseOff = z.strictObject({
  /** Of those who are asked, by season. */
  willing: probability,
  willingInSummer: probability,
  mostPerWeek: figure(z.int().min(0).max(7), 'shifts a person a week'),
});

export const cover = z.strictObject({
  /** What is tried, in this order, until the posts are filled. The last is to leave the post open. */
  policy: figure(z.array(z.enum(coverSteps)).min(1), 'steps in order'),
  /** Kinds of unit with a rota or by day whose shifts are covered; in others nobody is called in. */
  unitKinds: figure(z.array(kindOfUnit), 'kinds of unit'),
  /** A part-timer of the unit, within the full-time week. */
  extraShift: byThoseOff,
  /** Anybody of the unit. */
  overtime: byThoseOff,
  /** Somebody on duty in another unit of the same site and profession that has more than its posts. */
  otherUnit: z.strictObject({
    /** Kinds of unit whose people may all be lent, and to which kind; others need a person who works in both. */
    lendTo: figure(z.array(z.strictObject({ from: kindOfUnit, to: kindOfUnit })), 'kinds of unit'),
  }),
  /** From an agency, of whatever profession is needed. */
  hired: z.strictObject({
    mostPerDay: figure(z.int().min(0).max(1000), 'shifts a site a day'),
    mostPerDayInSummer: figure(z.int().min(0).max(1000), 'shifts a site a day'),
  }),
});
