import { z } from 'zod';
import { figure, probability } from '../figure.ts';
import { clockTime, identifier } from './common.ts';

const shiftTimes = z.strictObject({ start: figure(clockTime, 'clock time'), end: figure(clockTime, 'clock time') });

/** Beyond this it is not the staff of one unit. */
const fullTimePosts = figure(z.number().min(0).max(2000), 'full-time posts');

const people = z.int().min(0).max(500);
const postsOfShifts = figure(z.strictObject({ day: people, evening: people, night: people }), 'people on duty');

/** People of one profession who share three shifts round the clock. */
const rotaTeam = z.strictObject({
  /** Those wanted on each shift. A night belongs to the day on which it begins. */
  posts: z.strictObject({ weekday: postsOfShifts, weekend: postsOfShifts, publicHoliday: postsOfShifts }),
  fullTimePosts: fullTimePosts,
});

/** People who work by day, Monday to Friday. */
const dayTeam = z.strictObject({
  posts: z.strictObject({ weekday: figure(z.strictObject({ day: people }), 'people on duty') }),
  fullTimePosts: fullTimePosts,
});

const ward = z.strictObject({ midwives: rotaTeam.optional(), assistants: rotaTeam.optional() });

/** Sizes of positions among the people of a group, as shares of a full-time one. */
const positions = figure(
  z.array(z.strictObject({ position: z.number().positive().max(1), share: z.number().min(0).max(1) })).min(1),
  'share of people',
);

export const staff = z.strictObject({
  shifts: z.strictObject({ day: shiftTimes, evening: shiftTimes, night: shiftTimes }),
  positions: z.strictObject({
    hospitalMidwives: positions,
    hospitalAssistants: positions,
    districtMidwives: positions,
    healthNurses: positions,
  }),
  /** A person works at most every so many weekends. */
  weekendEvery: figure(z.int().min(1).max(6), 'weeks'),
  /** Nights come in blocks of two or more, and no block is longer than this. */
  mostNightsInARow: figure(z.int().min(3).max(7), 'nights'),
  mostDaysInARow: figure(z.int().min(3).max(7), 'days'),
  skills: z.strictObject({
    /** Midwives of outpatient clinics who do ultrasound. */
    ultrasound: probability,
    /** Midwives of antenatal wards and outpatient clinics who start inductions of women who then go home. */
    outpatientInduction: probability,
  }),
  sites: z.record(
    identifier,
    z.strictObject({
      reception: ward.optional(),
      antenatalWard: ward.optional(),
      labourWard: ward.optional(),
      postnatalWard: ward.optional(),
      outpatientClinic: z.strictObject({ midwives: dayTeam.optional(), assistants: dayTeam.optional() }).optional(),
      /** Leaders and other midwives who have neither shifts nor women. */
      leadership: fullTimePosts,
    }),
  ),
  districts: z.record(identifier, z.strictObject({ midwives: fullTimePosts, healthNurses: fullTimePosts })),
});
