import { z } from 'zod';
import { amount, figure, probability } from '../figure.ts';
import { clockTime } from './common.ts';

/** Default parameters of the care model "continuity teams"; an intervention may set its own. */
export const continuityTeams = z.strictObject({
  midwives: figure(z.int().min(1).max(12), 'midwives'),
  caseload: figure(z.number().positive().max(1000), 'women a year'),
  onCallMidwives: figure(z.int().min(1).max(2), 'midwives on call'),
  onCallChange: figure(clockTime, 'clock time'),
  attendanceAfterBirth: figure(z.number().min(0).max(24), 'hours'),
  maximumAttendance: figure(z.number().positive().max(168), 'hours'),
  rest: figure(z.number().min(0).max(48), 'hours'),
  enrolmentUntilWeek: figure(z.number().min(0).max(42), 'weeks of gestation'),
  homeVisitShare: probability,
  /** Work of the team for one woman beside her birth, her contacts and the journeys to them: telephone, meetings, plans. */
  administration: amount('hours a woman'),
});
