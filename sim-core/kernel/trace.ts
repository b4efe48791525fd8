/**
 * A columnar event log: one row per state change, in time order, in typed arrays that can be moved to another thread
 * without copying. Rows are also folded into a hash, so that two runs can be compared without keeping either log.
 *
 * ```ts
 * const trace = new Trace(true);
 * trace.record(simulation.now, woman, TraceState.birth, site, -1);
 * trace.hash(); // 16 hexadecimal digits
 * new TraceLog(trace.rows()).select({ state: TraceState.birth });
 * ```
 *
 * Limits: entity and other are signed 32-bit integers, state is 0…255, place is −32,768…32,767.
 */

/** The finished log. All columns have the same length; row i is one state change. */
export interface TraceColumns {
  /** Simulated minutes since the start of the clock, never decreasing. */
  time: Float64Array;
  /** Who changed state. */
  entity: Int32Array;
  /** What happened; codes belong to the model. */
  state: Uint8Array;
  /** Where; codes belong to the model. */
  place: Int16Array;
  /** A second entity, a number or nothing; its meaning depends on the state. */
  other: Int32Array;
}

/** Rows are written to blocks of this size: none is ever copied to grow, and each is hashed in one tight loop. */
const blockRows = 4096;

export class Trace {
  private readonly keep: boolean;
  /** Full blocks, if they are kept. */
  private readonly blocks: TraceColumns[] = [];
  private block = allocate(blockRows);
  /** Rows in the current block, and how many of them are in the hash. */
  private filled = 0;
  private hashed = 0;
  private earlierRows = 0;
  private hashLow = 0x811c9dc5;
  private hashHigh = 0x01000193;

  /** @param keep true to store the rows, false to hash them only. */
  constructor(keep: boolean) {
    this.keep = keep;
  }

  /** Number of rows recorded since the start or the last reset, kept or not. */
  get length(): number {
    return this.earlierRows + this.filled;
  }

  record(time: number, entity: number, state: number, place: number, other: number): void {
    if (this.filled === blockRows) this.turnOver();
    const { block, filled } = this;
    block.time[filled] = time;
    block.entity[filled] = entity;
    block.state[filled] = state;
    block.place[filled] = place;
    block.other[filled] = other;
    this.filled = filled + 1;
  }

  /** Forgets every row and starts the hash anew. */
  reset(): void {
    this.blocks.length = 0;
    this.filled = 0;
    this.hashed = 0;
    this.earlierRows = 0;
    this.hashLow = 0x811c9dc5;
    this.hashHigh = 0x01000193;
  }

  /** The 64-bit hash of all rows so far, as 16 hexadecimal digits. Not cryptographic. */
  hash(): string {
    this.fold();
    return hex(this.hashHigh) + hex(this.hashLow);
  }

  /** The rows kept so far, as columns of exactly `length` rows that share no memory with the log. */
  rows(): TraceColumns {
    const rows = allocate(this.keep ? this.length : 0);
    if (!this.keep) return rows;
    [...this.blocks, this.block].forEach((block, index) => {
      const from = index * blockRows;
      const count = Math.min(blockRows, this.length - from);
      rows.time.set(block.time.subarray(0, count), from);
      rows.entity.set(block.entity.subarray(0, count), from);
      rows.state.set(block.state.subarray(0, count), from);
      rows.place.set(block.place.subarray(0, count), from);
      rows.other.set(block.other.subarray(0, count), from);
    });
    return rows;
  }

  private turnOver(): void {
    this.fold();
    if (this.keep) {
      this.blocks.push(this.block);
      this.block = allocate(blockRows);
    }
    this.earlierRows += blockRows;
    this.filled = 0;
    this.hashed = 0;
  }

  /**
   * Folds the rows that are not yet in the hash into it: two multiply-and-rotate lanes in the manner of MurmurHash3 that
   * take turns and feed each other.
   */
  private fold(): void {
    const { time, entity, state, place, other } = this.block;
    const timeWords = new Uint32Array(time.buffer);
    let low = this.hashLow;
    let high = this.hashHigh;
    for (let row = this.hashed; row < this.filled; row++) {
      low = mixed(low, timeWords[2 * row]! ^ high);
      high = mixed(high, timeWords[2 * row + 1]! ^ low);
      low = mixed(low, entity[row]! ^ high);
      high = mixed(high, (state[row]! << 16) ^ (place[row]! & 0xffff) ^ low);
      low = mixed(low, other[row]! ^ high);
    }
    this.hashLow = low;
    this.hashHigh = high;
    this.hashed = this.filled;
  }
}

function mixed(hash: number, word: number): number {
  const scrambled = hash ^ Math.imul(word, 0xcc9e2d51);
  return (Math.imul((scrambled << 13) | (scrambled >>> 19), 5) + 0xe6546b64) | 0;
}

function allocate(rows: number): TraceColumns {
  return {
    time: new Float64Array(rows),
    entity: new Int32Array(rows),
    state: new Uint8Array(rows),
    place: new Int16Array(rows),
    other: new Int32Array(rows),
  };
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
