import type { ContactKind } from './contact-kinds.ts';
import type { DaySet } from './day-set.ts';

/** Who gives a planned contact, and so how it is booked. */
export const Source = {
  clinic: 0,
  homeRound: 1,
  practitioner: 2,
  obstetrician: 3,
  team: 4,
  reception: 5,
  postnatalWard: 6,
} as const;
export type Source = (typeof Source)[keyof typeof Source];

/** What has become of an appointment. All but `pending` are final; a moved one has another in its place. */
export const Outcome = {
  pending: 0,
  given: 1,
  moved: 2,
  noShow: 3,
  /** She has given birth, is in labour or has been lost: it is not needed any more. */
  dropped: 4,
  /** It could be neither kept nor moved. */
  failed: 5,
} as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** A contact that somebody wants, before it is booked. */
export interface Wanted {
  kind: ContactKind;
  source: Source;
  /** Index of the clinic or the round, or of the site; −1 for none. */
  place: number;
  /** Which of her contacts it is, for her draws. */
  draw: number;
  day: number;
  /** The last day on which it makes sense; home visits and contacts by video only. */
  lastDay: number;
  minutes: number;
  documentation: number;
}

/** Room is made beforehand for so many appointments a woman. */
const expectedEach = 11;
const bytesEach = 64;

/**
 * The values of all appointments. Those of one lie side by side in 64 bytes, a line of the processor's cache: appointments
 * begin in another order than they were made in, so each value in a place of its own would have to be fetched anew.
 */
class Rows {
  private capacity: number;
  private buffer: ArrayBuffer;
  floats: Float64Array;
  integers: Int32Array;
  shorts: Int16Array;
  bytes: Uint8Array;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.buffer = new ArrayBuffer(capacity * bytesEach);
    this.floats = new Float64Array(this.buffer);
    this.integers = new Int32Array(this.buffer);
    this.shorts = new Int16Array(this.buffer);
    this.bytes = new Uint8Array(this.buffer);
  }

  makeRoomFor(length: number): void {
    if (length <= this.capacity) return;
    this.capacity *= 2;
    const { bytes } = this;
    this.buffer = new ArrayBuffer(this.capacity * bytesEach);
    this.floats = new Float64Array(this.buffer);
    this.integers = new Int32Array(this.buffer);
    this.shorts = new Int16Array(this.buffer);
    this.bytes = new Uint8Array(this.buffer);
    this.bytes.set(bytes);
  }
}

/** One whole number of each appointment. @param byte where it lies in the row, in bytes */
class IntegerColumn {
  private readonly rows: Rows;
  private readonly offset: number;

  constructor(rows: Rows, byte: number) {
    this.rows = rows;
    this.offset = byte / 4;
  }

  at(index: number): number {
    return this.rows.integers[index * (bytesEach / 4) + this.offset]!;
  }

  set(index: number, value: number): void {
    this.rows.integers[index * (bytesEach / 4) + this.offset] = value;
  }
}

/** One whole number from −32,768 to 32,767 of each appointment. */
class ShortColumn {
  private readonly rows: Rows;
  private readonly offset: number;

  constructor(rows: Rows, byte: number) {
    this.rows = rows;
    this.offset = byte / 2;
  }

  at(index: number): number {
    return this.rows.shorts[index * (bytesEach / 2) + this.offset]!;
  }

  set(index: number, value: number): void {
    this.rows.shorts[index * (bytesEach / 2) + this.offset] = value;
  }
}

/** One whole number from 0 to 255 of each appointment. */
class ByteColumn {
  private readonly rows: Rows;
  private readonly offset: number;

  constructor(rows: Rows, byte: number) {
    this.rows = rows;
    this.offset = byte;
  }

  at(index: number): number {
    return this.rows.bytes[index * bytesEach + this.offset]!;
  }

  set(index: number, value: number): void {
    this.rows.bytes[index * bytesEach + this.offset] = value;
  }
}

/** One number with decimals of each appointment. */
class FloatColumn {
  private readonly rows: Rows;
  private readonly offset: number;

  constructor(rows: Rows, byte: number) {
    this.rows = rows;
    this.offset = byte / 8;
  }

  at(index: number): number {
    return this.rows.floats[index * (bytesEach / 8) + this.offset]!;
  }

  set(index: number, value: number): void {
    this.rows.floats[index * (bytesEach / 8) + this.offset] = value;
  }
}

/** Every appointment that has been made, numbered in order of booking. */
export class Appointments {
  /** Number of appointments. */
  length = 0;
  private readonly rows: Rows;
  readonly woman: IntegerColumn;
  readonly kind: ByteColumn;
  readonly source: ByteColumn;
  readonly place: ShortColumn;
  readonly draw: IntegerColumn;
  readonly day: IntegerColumn;
  readonly lastDay: IntegerColumn;
  /** Place of the person among the people of the clinic or the round, or −1. */
  readonly local: ShortColumn;
  readonly slot: ByteColumn;
  readonly slots: ByteColumn;
  readonly outcome: ByteColumn;
  /** The appointment after this one in the same round of a day, or −1. */
  readonly nextInRound: IntegerColumn;
  /** 1 if she is not going to come. */
  readonly staysAway: ByteColumn;
  /** Minutes of the clock; for a home visit the time wished for, until the round of the day is planned. */
  readonly start: FloatColumn;
  readonly minutes: FloatColumn;
  readonly documentation: FloatColumn;
  /** The appointment of the same woman that was made before this one, or −1. */
  private readonly previous: IntegerColumn;
  private readonly latest: Int32Array;

  /** @param women number of women */
  constructor(women: number) {
    const rows = new Rows(Math.max(16, women * expectedEach));
    this.rows = rows;
    this.start = new FloatColumn(rows, 0);
    this.minutes = new FloatColumn(rows, 8);
    this.documentation = new FloatColumn(rows, 16);
    this.woman = new IntegerColumn(rows, 24);
    this.draw = new IntegerColumn(rows, 28);
    this.day = new IntegerColumn(rows, 32);
    this.lastDay = new IntegerColumn(rows, 36);
    this.nextInRound = new IntegerColumn(rows, 40);
    this.previous = new IntegerColumn(rows, 44);
    this.place = new ShortColumn(rows, 48);
    this.local = new ShortColumn(rows, 50);
    this.kind = new ByteColumn(rows, 52);
    this.source = new ByteColumn(rows, 53);
    this.outcome = new ByteColumn(rows, 54);
    this.staysAway = new ByteColumn(rows, 55);
    this.slot = new ByteColumn(rows, 56);
    this.slots = new ByteColumn(rows, 57);
    this.latest = new Int32Array(women).fill(-1);
  }

  /** Number of appointments that have come to an outcome. */
  count(outcome: Outcome): number {
    let count = 0;
    for (let index = 0; index < this.length; index++) if (this.outcome.at(index) === outcome) count++;
    return count;
  }

  /** Adds an appointment and tells its index. @param minutes what it gets of the minutes that were wanted */
  add(
    woman: number,
    wanted: Wanted,
    day: number,
    start: number,
    minutes: number,
    local = -1,
    slot = 0,
    slots = 0,
  ): number {
    const index = this.length++;
    this.rows.makeRoomFor(this.length);
    this.woman.set(index, woman);
    this.kind.set(index, wanted.kind);
    this.source.set(index, wanted.source);
    this.place.set(index, wanted.place);
    this.draw.set(index, wanted.draw);
    this.day.set(index, day);
    this.lastDay.set(index, wanted.lastDay);
    this.start.set(index, start);
    this.minutes.set(index, minutes);
    this.documentation.set(index, wanted.documentation);
    this.local.set(index, local);
    this.slot.set(index, slot);
    this.slots.set(index, slots);
    this.outcome.set(index, Outcome.pending);
    this.nextInRound.set(index, -1);
    this.staysAway.set(index, 0);
    this.previous.set(index, this.latest[woman]!);
    this.latest[woman] = index;
    return index;
  }

  /** The wish behind an appointment, to book it anew. */
  wanted(index: number): Wanted {
    return {
      kind: this.kind.at(index) as ContactKind,
      source: this.source.at(index) as Source,
      place: this.place.at(index),
      draw: this.draw.at(index),
      day: this.day.at(index),
      lastDay: this.lastDay.at(index),
      minutes: this.minutes.at(index),
      documentation: this.documentation.at(index),
    };
  }

  /** Index of the latest appointment made with a woman, or −1; `before` leads on to the earlier ones. */
  latestOf(woman: number): number {
    return this.latest[woman]!;
  }

  before(index: number): number {
    return this.previous.at(index);
  }

  /** Fills a set with the days on which a woman has something booked. */
  pendingDays(woman: number, days: DaySet): void {
    days.clear();
    for (let index = this.latest[woman]!; index >= 0; index = this.previous.at(index)) {
      if (this.outcome.at(index) === Outcome.pending) days.add(this.day.at(index));
    }
  }
}
