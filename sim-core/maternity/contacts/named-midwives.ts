import { isEmployed } from '../staff/employment-spells.ts';
import type { Person } from '../staff/person.ts';

/** Who is whose midwife: a woman comes to the one with fewest women on her list for the size of her position. */
export class NamedMidwives {
  private readonly onList: Int32Array;
  private readonly midwifeOf: Int32Array;

  constructor(people: number, women: number) {
    this.onList = new Int32Array(people);
    this.midwifeOf = new Int32Array(women).fill(-1);
  }

  /** Puts a woman on a list. @returns the person's number, or −1 when nobody is employed on the day */
  assign(woman: number, midwives: readonly Person[], day: number): number {
    let best = -1;
    let least = Infinity;
    for (const midwife of midwives) {
      if (!isEmployed(midwife, day)) continue;
      const { number, position } = midwife;
      const load = (this.onList[number]! + 1) / position;
      if (load >= least) continue;
      least = load;
      best = number;
    }
    if (best >= 0) this.onList[best]!++;
    this.midwifeOf[woman] = best;
    return best;
  }

  /** Takes a woman off the list she is on, if any. */
  release(woman: number): void {
    const midwife = this.midwifeOf[woman]!;
    if (midwife < 0) return;
    this.onList[midwife]!--;
    this.midwifeOf[woman] = -1;
  }
}
