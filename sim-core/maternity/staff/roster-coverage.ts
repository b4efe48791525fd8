import { ShiftCode } from './unit.ts';
import type { Workforce } from './workforce.ts';

/** Posts of a shift that nobody is planned on. */
export interface MissingPosts {
  unit: number;
  day: number;
  shift: ShiftCode;
  missing: number;
}

/** How well a roster fills the posts of a unit over some days, counted in shifts of one person. */
export interface RosterCoverage {
  posts: number;
  planned: number;
  /** Every shift with posts that nobody has, by day and shift. */
  missing: MissingPosts[];
  /** People planned beyond the posts of their shift. */
  surplus: number;
}

/** Counts the posts of a unit and those planned on them, by the roster alone. `toDay` is the day after the last. */
export function coverageOf(workforce: Workforce, unit: number, fromDay: number, toDay: number): RosterCoverage {
  const coverage: RosterCoverage = { posts: 0, planned: 0, missing: [], surplus: 0 };
  for (let day = fromDay; day < toDay; day++) {
    for (const shift of [ShiftCode.day, ShiftCode.evening, ShiftCode.night]) {
      const posts = workforce.posts(unit, shift, day);
      const planned = workforce.planned(unit, shift, day).length;
      coverage.posts += posts;
      coverage.planned += planned;
      if (planned < posts) coverage.missing.push({ unit, day, shift, missing: posts - planned });
      else coverage.surplus += planned - posts;
    }
  }
  return coverage;
}
