import { z } from 'zod';
import { amount, figure, positive, probability } from '../figure.ts';
import { clockTime } from './common.ts';

/** Default parameters of the care model "continuity teams"; an intervention may set its own. */
export const continuityTeams = z.strictObject({
  midwives: figure(z.int().min(1).max(12), 'midwives'),
  caseload: figure(z.number().positive().max(1000), 'women a year'),
  onCallMidwives: figure(z.int().min(1).max(2), 'midwives on call'),
  onCallChange: figure(clockTime, 'clock time'),
  attendanceAfterBirth: figure(z.number().min(0).max(24), 'hours'),
  /** From setting out until she is home again; never beyond the longest shift that the rules on working time allow. */
  maximumAttendance: figure(z.number().positive().max(168), 'hours'),
  /** A midwife is not called to a birth where she could not stay so long. */
  shortestStay: figure(z.number().min(0).max(12), 'hours'),
  rest: figure(z.number().min(0).max(48), 'hours'),
  /** Whether nobody is asked for more work than the rules on daily rest and length of shifts allow. */
  keepsWorkingTime: figure(z.boolean(), 'true or false'),
  enrolmentUntilWeek: figure(z.number().min(0).max(42), 'weeks of gestation'),
  homeVisitShare: probability,
  /** A consultation for which nobody has time is moved so far at most, and then left to the ordinary service. */
  movedWithinDays: figure(z.int().min(0).max(28), 'days'),
  /** Share of the women asked who want a place. */
  uptake: probability,
  /** Until the child is so old the team follows mother and child. */
  followUpWeeks: figure(z.number().min(6).max(26), 'weeks'),
  /** Contacts of the team between the six-week check and then; the last by video, the others at the team's base. */
  followUpContacts: figure(z.int().min(0).max(10), 'contacts'),
  followUpDuration: positive('minutes'),
  videoDuration: positive('minutes'),
  /** Share of the visits in the latent phase for which a midwife on call comes home to the woman instead. */
  latentPhaseAtHome: probability,
  /** Visits to the postnatal ward while the woman is there. */
  wardVisits: figure(z.int().min(0).max(5), 'visits'),
  wardVisitDuration: positive('minutes'),
  /** The midwives are employed so long before the team takes on its first woman. */
  trainingWeeks: figure(z.number().min(0).max(52), 'weeks'),
  /** Work of the team for one woman beside her birth, her contacts and the journeys to them: telephone, notes, plans. */
  administration: amount('hours a woman'),
  /** Meetings of the team and with the hospital. */
  meetings: amount('hours a midwife a year'),
});
