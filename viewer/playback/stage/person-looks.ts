import { AbsenceKind } from '../../../sim-core/maternity/staff/absence.ts';
import { WorkKind } from '../../../sim-core/maternity/staff/worked-time.ts';
import type { PersonActivity } from '../activity.ts';
import { circle, star } from './slot-shapes.ts';

/** What somebody of the service looks like, from the busiest to those who are free. */
export const personLooks = [
  'birth',
  'withWoman',
  'homeVisit',
  'calledOut',
  'onShift',
  'onCall',
  'holiday',
  'sick',
  'training',
  'off',
] as const;
export type PersonLook = (typeof personLooks)[number];

/** The symbol of each look, in a square from −8 to 8. `solid` is filled, `line` is drawn. */
export const personShapes: Record<PersonLook, { solid?: string; line?: string }> = {
  birth: { solid: star(8, 3.4) },
  withWoman: { solid: 'M0,-7L7,0L0,7L-7,0Z' },
  homeVisit: { solid: 'M-6,6V-1L0,-7L6,-1V6Z' },
  calledOut: { solid: 'M-6,-5L7,0L-6,5L-3,0Z' },
  onShift: { solid: circle(0, 0, 5.5) },
  onCall: { line: circle(0, 0, 6.5), solid: circle(0, 0, 2.5) },
  holiday: { line: 'M-5.5,1A5.5,5.5 0 0,1 5.5,1ZM0,1V6.5' },
  sick: { line: 'M0,-6V6M-6,0H6' },
  training: { line: 'M-6,-5H6V5H-6ZM-3,-1.5H3M-3,1.5H3' },
  off: { line: circle(0, 0, 4.5) },
};

/** What sticks out of the mark of somebody who works beyond her hours. */
export const overHoursShape = 'M4,-8L8.5,-1H-0.5Z';

/** What somebody looks like by what she does. Whoever is at work is not away, whatever the roster says. */
export function personLook(activity: PersonActivity): PersonLook {
  switch (activity.doing) {
    case 'birth':
      return 'birth';
    case 'contact':
      return 'withWoman';
    case 'homeVisit':
      return 'homeVisit';
    case 'calledOut':
      return 'calledOut';
    case 'none':
      if (activity.onShiftIn >= 0) return 'onShift';
      if (activity.absence === AbsenceKind.holiday) return 'holiday';
      if (activity.absence === AbsenceKind.sickness) return 'sick';
      if (activity.absence === AbsenceKind.training) return 'training';
      return activity.onCall ? 'onCall' : 'off';
  }
}

/** Whether somebody is at work beyond the hours of her shift. */
export function worksOverHours({ workKind, onShiftIn, doing }: PersonActivity): boolean {
  return workKind === WorkKind.overtime && (onShiftIn >= 0 || doing !== 'none');
}

/** Whether somebody is away today: she is counted, but not among those who are free. */
export function isAway(look: PersonLook): boolean {
  return look === 'holiday' || look === 'sick' || look === 'training';
}
