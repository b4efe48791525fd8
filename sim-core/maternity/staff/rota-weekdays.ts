import type { RotaDraft } from './rota-draft.ts';
import { ShiftCode } from './unit.ts';
import { weekPatterns, type WeekPattern } from './week-patterns.ts';

const weekdays = 5;
const passes = 4;
/** Hours that a person's plan may be from her contract before that outweighs the posts. */
const tolerance = 3.9;
/** What it costs to be a shift from the even spread over weeks: much while the weeks are first filled, then little. */
const firstUnevenness = 1000;
const unevenness = 0.05;
const excessCost = 50;
const deviationCost = 0.02;
const missingCost = 3;

/**
 * Fills the weekdays with day and evening shifts, after weekends and nights, until each person has the hours of her
 * contract. One week of one person at a time is given the pattern that costs least, as the others' stand; this is done
 * again for all of them until nothing changes or a few passes are over (coordinate descent). Patterns that break a rest
 * or a limit are never taken. A post that nobody has costs most; people beyond the posts go where the posts are.
 */
export function planWeekdayShifts(draft: RotaDraft): void {
  const { posts } = draft.task;
  if (posts[ShiftCode.day] === 0 && posts[ShiftCode.evening] === 0) return;
  const filling = new WeekdayFilling(draft);
  for (let pass = 0; pass < passes; pass++) {
    if (!filling.pass(pass === 0)) return;
  }
}

class WeekdayFilling {
  private readonly draft: RotaDraft;
  private readonly patterns: readonly WeekPattern[];
  /** Patterns that leave free the days that are not open, by the bits of the open days × 6 + number of shifts. */
  private readonly patternsFor: (readonly WeekPattern[] | undefined)[] = [];
  /** People on day and evening shifts, by day of the plan × 2. */
  private readonly planned: Int32Array;
  /** Cost of one more person on a shift, by shift × (people + 1) + people there already. */
  private readonly marginal: Float64Array;
  /** Weekday shifts wanted in each week of each person, by person × weeks + week. */
  private readonly wanted: Float64Array;
  private readonly before = new Float64Array(weekdays * 2);
  private readonly week = new Uint8Array(7);

  constructor(draft: RotaDraft) {
    this.draft = draft;
    const { day, evening } = ShiftCode;
    const { posts } = draft.task;
    this.patterns = weekPatterns(draft, posts[day]! > 0, posts[evening]! > 0);
    this.planned = new Int32Array(draft.days * 2);
    const meanLength =
      (posts[day]! * draft.lengths[day]! + posts[evening]! * draft.lengths[evening]!) / (posts[day]! + posts[evening]!);
    let left = 0;
    for (let person = 0; person < draft.people; person++) {
      left += Math.max(0, draft.contractHours[person]! - draft.hours[person]!);
    }
    const perPost = left / (meanLength * (posts[day]! + posts[evening]!) * weekdays * draft.weeks);
    this.marginal = marginalCosts(draft.people, [posts[day]!, posts[evening]!], perPost);
    this.wanted = new Float64Array(draft.people * draft.weeks);
    for (let person = 0; person < draft.people; person++) this.spreadShifts(person, meanLength);
  }

  /** Goes through all weeks of all people once. Returns whether anything was changed. */
  pass(first: boolean): boolean {
    let changed = false;
    for (let week = 0; week < this.draft.weeks; week++) {
      for (let person = 0; person < this.draft.people; person++) {
        if (this.improve(person, week, first)) changed = true;
      }
    }
    return changed;
  }

  /** Spreads a person's shifts evenly over the weeks, less where weekends and nights already take hours. */
  private spreadShifts(person: number, meanLength: number): void {
    const { draft, wanted } = this;
    const at = person * draft.weeks;
    const room = new Int32Array(draft.weeks);
    let left = Math.max(0, (draft.contractHours[person]! - draft.hours[person]!) / meanLength);
    for (let week = 0; week < draft.weeks; week++) {
      let fixed = 0;
      for (let day = 0; day < 7; day++) {
        const shift = draft.at(person, week * 7 + day);
        fixed += draft.lengths[shift]!;
        if (day < weekdays && shift === ShiftCode.off && !draft.isResting(person, week * 7 + day)) room[week]!++;
      }
      const share = (draft.contractHours[person]! / draft.weeks - fixed) / meanLength;
      wanted[at + week] = Math.min(room[week]!, Math.max(0, share));
      left -= wanted[at + week]!;
    }
    for (let round = 0; round < 3; round++) {
      const each = left / draft.weeks;
      for (let week = 0; week < draft.weeks; week++) {
        const now = Math.min(room[week]!, Math.max(0, wanted[at + week]! + each));
        left -= now - wanted[at + week]!;
        wanted[at + week] = now;
      }
    }
  }

  /** Gives a person the best pattern for a week. Returns whether it is another than she had. */
  private improve(person: number, week: number, first: boolean): boolean {
    const { draft, before, planned, marginal } = this;
    const monday = week * 7;
    const columns = draft.people + 1;
    let open = 0;
    let fixedHours = draft.hours[person]!;
    for (let day = 0; day < weekdays; day++) {
      const shift = draft.at(person, monday + day);
      const slot = (monday + day) * 2;
      if (shift === ShiftCode.day || shift === ShiftCode.evening) {
        planned[slot + shift - 1]!--;
        fixedHours -= draft.lengths[shift]!;
      }
      if (shift !== ShiftCode.night && !draft.isResting(person, monday + day)) open |= 1 << day;
      before[day * 2] = marginal[planned[slot]!]!;
      before[day * 2 + 1] = marginal[columns + planned[slot + 1]!]!;
    }
    const runBefore = draft.runBefore(person, monday - 1, 7);
    const runAfter = draft.runAfter(person, monday + weekdays, 7);
    const worksWeekend =
      draft.at(person, monday + 5) !== ShiftCode.off || draft.at(person, monday + 6) !== ShiftCode.off;
    const wanted = this.wanted[person * draft.weeks + week]!;
    const contract = draft.contractHours[person]!;
    let best: WeekPattern | undefined;
    let least = Infinity;
    // The first pass keeps to the even spread; later ones take nobody who is too far from her contract farther.
    const farthest = Math.max(tolerance, Math.abs(draft.hours[person]! - contract));
    for (let shifts = 0; shifts <= weekdays; shifts++) {
      const off = shifts - wanted;
      if (first && Math.abs(off) > 1) continue;
      const spread = (first ? firstUnevenness : unevenness) * off * off;
      const candidates = (this.patternsFor[open * 6 + shifts] ??= this.patterns.filter(
        (pattern) => pattern.shifts === shifts && (pattern.mask & ~open) === 0,
      ));
      for (let index = 0; index < candidates.length; index++) {
        const pattern = candidates[index]!;
        const deviation = Math.abs(fixedHours + pattern.hours - contract);
        if (!first && deviation > farthest) continue;
        const cost = spread + (first ? 0 : costOfDeviation(deviation)) + costOfSlots(pattern.slots, before);
        if (cost < least && this.allowed(person, monday, pattern, runBefore, runAfter, worksWeekend)) {
          least = cost;
          best = pattern;
        }
      }
    }
    return this.take(person, monday, best);
  }

  private allowed(
    person: number,
    monday: number,
    pattern: WeekPattern,
    runBefore: number,
    runAfter: number,
    worksWeekend: boolean,
  ): boolean {
    const { draft, week } = this;
    for (let day = 0; day < 7; day++) {
      const shift = draft.at(person, monday + day);
      week[day] = day >= weekdays || shift === ShiftCode.night ? shift : pattern.codes[day]!;
    }
    const sunday = draft.at(person, monday - 1);
    let previous = sunday;
    let run = runBefore;
    for (let day = 0; day < weekdays; day++) {
      const shift = week[day]!;
      if (!draft.mayFollow(previous, shift)) return false;
      run = shift === ShiftCode.off ? 0 : run + 1;
      if (run > draft.task.mostDaysInARow) return false;
      previous = shift;
    }
    if (!draft.mayFollow(previous, week[weekdays]!)) return false;
    if (run > 0 && runAfter > 0 && run + runAfter > draft.task.mostDaysInARow) return false;
    return !worksWeekend || draft.hasWeeklyRest(week, sunday);
  }

  private take(person: number, monday: number, pattern: WeekPattern | undefined): boolean {
    const { draft, planned } = this;
    let changed = false;
    for (let day = 0; day < weekdays; day++) {
      const now = draft.at(person, monday + day);
      if (now === ShiftCode.night) continue;
      const shift = pattern?.codes[day] ?? ShiftCode.off;
      if (shift !== now) {
        draft.put(person, monday + day, shift);
        changed = true;
      }
      if (shift !== ShiftCode.off) planned[(monday + day) * 2 + shift - 1]!++;
    }
    return changed;
  }
}

/** What it costs that a person's hours are so far from her contract. */
function costOfDeviation(deviation: number): number {
  const excess = Math.max(0, deviation - tolerance);
  return excessCost * excess * excess + deviationCost * deviation * deviation;
}

function costOfSlots(slots: readonly number[], marginal: Float64Array): number {
  let cost = 0;
  for (let index = 0; index < slots.length; index++) cost += marginal[slots[index]!]!;
  return cost;
}

/**
 * What one more person costs on a day or an evening shift. The cost of a shift grows with the square of the distance
 * from its share of everyone's hours, and more steeply where it is below the posts.
 */
function marginalCosts(people: number, posts: readonly number[], perPost: number): Float64Array {
  const costs = new Float64Array(posts.length * (people + 1));
  for (const [shift, count] of posts.entries()) {
    const target = count * perPost;
    const cost = (present: number): number => {
      const missing = Math.max(0, count - present);
      const uneven = present - target;
      return (uneven * uneven + missingCost * missing * missing) / Math.max(1, count);
    };
    for (let present = 0; present <= people; present++) {
      costs[shift * (people + 1) + present] = cost(present + 1) - cost(present);
    }
  }
  return costs;
}
