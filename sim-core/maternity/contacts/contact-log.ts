import { GrowingColumn } from './growing-column.ts';
import type { ContactKind, Setting } from './contact-kinds.ts';

/** Every contact between a woman and the service, in the order in which they were booked as having happened. */
export class ContactLog {
  /** Number of contacts. */
  length = 0;
  readonly woman = new GrowingColumn(Int32Array);
  readonly kind = new GrowingColumn(Uint8Array);
  readonly setting = new GrowingColumn(Uint8Array);
  /** Index of the site, or of the origin, by the setting. */
  readonly place = new GrowingColumn(Int16Array);
  /** Number of a person, or a `Provider`. */
  readonly provider = new GrowingColumn(Int32Array);
  /** Index of the payer in `economy.payers`. */
  readonly payer = new GrowingColumn(Uint8Array);
  /** Minutes of the clock; before 0 for what happened before the clock started. */
  readonly start = new GrowingColumn(Float64Array);
  readonly end = new GrowingColumn(Float64Array);
  /** The contact of the same woman before this one, or −1. */
  readonly previous = new GrowingColumn(Int32Array);
  private readonly last: Int32Array;

  /** @param women number of women who may have contacts */
  constructor(women: number) {
    this.last = new Int32Array(women).fill(-1);
  }

  /** Adds a contact that is over, or whose end is known. */
  add(
    woman: number,
    kind: ContactKind,
    setting: Setting,
    place: number,
    provider: number,
    payer: number,
    start: number,
    end: number,
  ): void {
    const index = this.length++;
    this.woman.push(woman);
    this.kind.push(kind);
    this.setting.push(setting);
    this.place.push(place);
    this.provider.push(provider);
    this.payer.push(payer);
    this.start.push(start);
    this.end.push(end);
    this.previous.push(this.last[woman]!);
    this.last[woman] = index;
  }

  /** Index of a woman's latest contact, or −1; `previous` leads on to the earlier ones. */
  lastOf(woman: number): number {
    return this.last[woman]!;
  }
}
