import type { RotaDraft } from './rota-draft.ts';
import { ShiftCode } from './unit.ts';

/**
 * Plans the weekends. The people of a weekend are every so manyth of the unit; they work Saturday and Sunday on the same
 * shift, and those by night Friday too, if Friday wants as many. Where there are too few of them for the posts, all
 * shifts are short in proportion; where there are more than absence calls for, some keep the weekend off.
 */
export function planWeekends(draft: RotaDraft): void {
  const { weekendEvery, posts } = draft.task;
  const wanted = [ShiftCode.day, ShiftCode.evening, ShiftCode.night].map((shift) => posts[4 + shift]!);
  const all = wanted.reduce((sum, count) => sum + count, 0);
  const weekends = new Int32Array(draft.people);
  const evenings = new Int32Array(draft.people);
  for (let week = 0; week < draft.weeks; week++) {
    const group: number[] = [];
    for (let person = week % weekendEvery; person < draft.people; person += weekendEvery) group.push(person);
    const working = Math.min(group.length, Math.ceil(all * draft.fill - 1e-9));
    const counts = inProportion(wanted, working);
    const left = new Set(group);
    const take = (count: number, shift: number, order: (person: number) => number): void => {
      const candidates = [...left].sort((a, b) => order(a) - order(b) || weekends[a]! - weekends[b]! || a - b);
      let taken = 0;
      for (const person of candidates) {
        if (taken === count) return;
        const fridayToo = shift === ShiftCode.night && taken < fridayNights(draft);
        if (!fits(draft, person, (fridayToo ? 3 : 2) * draft.lengths[shift]!)) continue;
        plan(draft, person, week, shift, fridayToo);
        left.delete(person);
        weekends[person]!++;
        if (shift === ShiftCode.evening) evenings[person]!++;
        taken++;
      }
    };
    take(counts[2]!, ShiftCode.night, (person) => draft.nights[person]! / draft.contractHours[person]!);
    take(counts[1]!, ShiftCode.evening, (person) => evenings[person]! - weekends[person]! / 2);
    take(counts[0]!, ShiftCode.day, () => 0);
  }
}

/** People wanted by night on a weekday, with what is planned beyond the posts. */
export function fridayNights(draft: RotaDraft): number {
  return Math.floor(draft.task.posts[ShiftCode.night]! * draft.fill + 1e-9);
}

/** Whether a person has so many hours left, give or take half a shift. */
export function fits(draft: RotaDraft, person: number, hours: number): boolean {
  return draft.hours[person]! + hours <= draft.contractHours[person]! + 4;
}

function plan(draft: RotaDraft, person: number, week: number, shift: number, fridayToo: boolean): void {
  const saturday = week * 7 + 5;
  if (fridayToo) draft.put(person, saturday - 1, shift);
  draft.put(person, saturday, shift);
  draft.put(person, saturday + 1, shift);
  if (shift !== ShiftCode.night) return;
  draft.setResting(person, saturday + 2, true);
  draft.setResting(person, saturday + 3, true);
}

/** A number of people shared out in proportion to some counts, by largest remainder. */
function inProportion(counts: readonly number[], people: number): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map(() => 0);
  const shares = counts.map((count) => Math.floor((count * people) / all));
  const order = counts
    .map((count, index) => ({ index, remainder: (count * people) % all }))
    .sort((a, b) => b.remainder - a.remainder || b.index - a.index);
  const left = people - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of order.slice(0, left)) shares[index]!++;
  return shares;
}
