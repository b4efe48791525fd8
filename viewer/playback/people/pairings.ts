import type { TraceColumns } from '../../../sim-core/kernel/trace.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import type { InSlices } from './row-index.ts';

/** A stretch of time in which a ward midwife had a woman in her care. Minutes of the clock; `to` is Infinity if it had no end. */
export interface Pairing {
  readonly woman: number;
  /** Number of a person, or of hired staff. */
  readonly midwife: number;
  readonly from: number;
  to: number;
}

const nobody = -1;
const noPairings: readonly Pairing[] = [];

/** Which ward midwife had which woman, and when. */
export class Pairings {
  private readonly byWoman = new Map<number, Pairing[]>();
  private readonly byMidwife = new Map<number, Pairing[]>();

  /** Reads them from the rows of a trace. */
  static *of({ time, entity, state, other }: TraceColumns, women: number): InSlices<Pairings> {
    const pairings = new Pairings();
    const current: (Pairing | undefined)[] = Array.from({ length: women });
    for (let row = 0; row < time.length; row++) {
      if (row % 100_000 === 0) yield;
      if (state[row] !== TraceState.wardMidwife) continue;
      const woman = entity[row]!;
      const midwife = other[row]!;
      const now = time[row]!;
      const before = current[woman];
      if (before) before.to = now;
      current[woman] = undefined;
      if (midwife === nobody) continue;
      const pairing = { woman, midwife, from: now, to: Infinity };
      current[woman] = pairing;
      add(pairings.byWoman, woman, pairing);
      add(pairings.byMidwife, midwife, pairing);
    }
    return pairings;
  }

  /** Of a woman, in order of time. */
  ofWoman(woman: number): readonly Pairing[] {
    return this.byWoman.get(woman) ?? noPairings;
  }

  /** Of a midwife, in the order in which they began. */
  ofMidwife(midwife: number): readonly Pairing[] {
    return this.byMidwife.get(midwife) ?? noPairings;
  }
}

function add(lists: Map<number, Pairing[]>, key: number, pairing: Pairing): void {
  const list = lists.get(key);
  if (list) list.push(pairing);
  else lists.set(key, [pairing]);
}
