import type { EventHandle } from '../../kernel/index.ts';
import type { Woman } from '../women/woman.ts';
import type { WardStay } from './labour-ward-stay.ts';

/** A midwife on duty on a labour ward, from her arrival until she leaves. */
export class WardMidwife {
  readonly number: number;
  readonly arrivedAt: number;
  /** When her shift is to end; she may leave earlier or later. */
  readonly shiftEnd: number;
  /** The women who are hers, in the order in which she got them. */
  readonly women: WardStay[] = [];

  /** Her break: not to be taken yet or over, to be taken when it suits, to be taken as soon as possible, or now. */
  rest: 'none' | 'due' | 'overdue' | 'now' = 'none';
  restEvent: EventHandle | undefined;
  /** Who looks after her women during her break. */
  cover: WardMidwife | undefined;
  /** Colleagues on their break whose women she looks after. */
  readonly covers: WardMidwife[] = [];

  /** The woman at whose birth she is the second midwife, and since when. */
  assists: Woman | undefined;
  assistsSince = NaN;
  assistEvent: EventHandle | undefined;

  /** Whom she is with, or whether she is there, has changed since the books were last kept. */
  hasChanged = false;

  constructor(number: number, arrivedAt: number, shiftEnd: number) {
    this.number = number;
    this.arrivedAt = arrivedAt;
    this.shiftEnd = shiftEnd;
  }

  /** On the ward, and not on her break. */
  get isPresent(): boolean {
    return this.rest !== 'now';
  }

  /** How many women she is with: her own, those of colleagues on their break, and one at whose birth she helps. */
  get commitments(): number {
    let count = this.women.length + (this.assists === undefined ? 0 : 1);
    if (this.covers.length === 0) return count;
    for (const colleague of this.covers) count += colleague.women.length;
    return count;
  }

  /** Sum of what those women need of a midwife; a birth at which she helps takes all of her. */
  get load(): number {
    let load = this.assists === undefined ? 0 : 1;
    for (let index = 0; index < this.women.length; index++) load += this.women[index]!.need;
    if (this.covers.length === 0) return load;
    for (const colleague of this.covers) for (const { need } of colleague.women) load += need;
    return load;
  }

  /** Has nobody but one woman in active labour, or stands in for a colleague with one woman: to be left undisturbed. */
  get isOneToOne(): boolean {
    return this.commitments === 1 && this.assists === undefined && (this.women[0]?.isActive ?? true);
  }

  /** Notes a change for her women and, on her break, for those of the colleague who covers for her. */
  noteChange(): void {
    this.hasChanged = true;
    if (this.cover !== undefined) this.cover.hasChanged = true;
  }

  looksAfterOthers(): boolean {
    return this.covers.length > 0 && this.covers.some(({ women }) => women.length > 0);
  }
}
