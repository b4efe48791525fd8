import { AbsenceKind } from './absence.ts';
import type { ShiftCode } from './unit.ts';
import { WorkKind } from './worked-time.ts';

/** Posts of one shift that nobody filled. */
export interface OpenPosts {
  unit: number;
  shift: ShiftCode;
  day: number;
  posts: number;
}

/** What became of the shifts that began while counting, by unit. Shifts are those of one person each. */
export class StaffingCounts {
  counting = false;
  /** Posts wanted. */
  readonly posts: Int32Array;
  /** Shifts in the roster. */
  readonly planned: Int32Array;
  /** Planned shifts of those who were away, by why. */
  readonly onHoliday: Int32Array;
  readonly sick: Int32Array;
  readonly inTraining: Int32Array;
  /** Shifts that were taken in place of them. */
  readonly extraShifts: Int32Array;
  readonly overtimeShifts: Int32Array;
  readonly hiredShifts: Int32Array;
  /** Planned people who came from another unit, and who went to one. */
  readonly borrowed: Int32Array;
  readonly lent: Int32Array;
  /** Posts that nobody filled. */
  readonly open: Int32Array;
  /** Hours worked, by how; those of a person who is lent count where she works. */
  readonly plannedHours: Float64Array;
  readonly extraHours: Float64Array;
  readonly overtimeHours: Float64Array;
  readonly callOutHours: Float64Array;
  readonly hiredHours: Float64Array;
  readonly openPosts: OpenPosts[] = [];

  constructor(units: number) {
    const counts = (): Int32Array => new Int32Array(units);
    const hours = (): Float64Array => new Float64Array(units);
    this.posts = counts();
    this.planned = counts();
    this.onHoliday = counts();
    this.sick = counts();
    this.inTraining = counts();
    this.extraShifts = counts();
    this.overtimeShifts = counts();
    this.hiredShifts = counts();
    this.borrowed = counts();
    this.lent = counts();
    this.open = counts();
    this.plannedHours = hours();
    this.extraHours = hours();
    this.overtimeHours = hours();
    this.callOutHours = hours();
    this.hiredHours = hours();
  }

  /** A planned person, and why she is away if she is. */
  plannedShift(unit: number, absence: AbsenceKind): void {
    if (!this.counting) return;
    this.planned[unit]!++;
    if (absence === AbsenceKind.holiday) this.onHoliday[unit]!++;
    else if (absence === AbsenceKind.sickness) this.sick[unit]!++;
    else if (absence === AbsenceKind.training) this.inTraining[unit]!++;
  }

  /** Somebody who was found for a post. @param from the unit that lent her, or −1 */
  coveredShift(unit: number, kind: WorkKind | 'hired', from: number): void {
    if (!this.counting) return;
    if (kind === 'hired') this.hiredShifts[unit]!++;
    else if (kind === WorkKind.extraShift) this.extraShifts[unit]!++;
    else if (kind === WorkKind.overtime) this.overtimeShifts[unit]!++;
    else {
      this.borrowed[unit]!++;
      this.lent[from]!++;
    }
  }

  /** The posts of a shift, and how many of them stay open. */
  shift(unit: number, shift: ShiftCode, day: number, posts: number, open: number): void {
    if (!this.counting) return;
    this.posts[unit]! += posts;
    if (open <= 0) return;
    this.open[unit]! += open;
    this.openPosts.push({ unit, shift, day, posts: open });
  }

  hours(unit: number, kind: WorkKind | 'hired', hours: number): void {
    if (!this.counting) return;
    if (kind === 'hired') this.hiredHours[unit]! += hours;
    else if (kind === WorkKind.planned) this.plannedHours[unit]! += hours;
    else if (kind === WorkKind.extraShift) this.extraHours[unit]! += hours;
    else if (kind === WorkKind.overtime) this.overtimeHours[unit]! += hours;
    else this.callOutHours[unit]! += hours;
  }
}
