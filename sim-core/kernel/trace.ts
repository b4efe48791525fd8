/**
 * A columnar event log: one row per state change, in time order, in typed arrays that grow by doubling and can be moved
 * to another thread without copying. Rows are also folded into a running hash, so that two runs can be compared without
 * keeping either log.
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

const initialRows = 1024;

export class Trace {
  /** Number of rows recorded since the start or the last reset, kept or not. */
  length = 0;
  private readonly keep: boolean;
  private columns: TraceColumns;
  private hashLow = 0x811c9dc5;
  private hashHigh = 0x01000193;
  private readonly timeValue = new Float64Array(1);
  private readonly timeWords = new Uint32Array(this.timeValue.buffer);

  /** @param keep true to store the rows, false to hash them only. */
  constructor(keep: boolean) {
    this.keep = keep;
    this.columns = allocate(keep ? initialRows : 0);
  }

  record(time: number, entity: number, state: number, place: number, other: number): void {
    if (this.keep) {
      if (this.length === this.columns.time.length) this.columns = resize(this.columns, this.length * 2);
      const { columns, length } = this;
      columns.time[length] = time;
      columns.entity[length] = entity;
      columns.state[length] = state;
      columns.place[length] = place;
      columns.other[length] = other;
    }
    this.length++;
    this.timeValue[0] = time;
    this.mix(this.timeWords[0]!);
    this.mix(this.timeWords[1]!);
    this.mix(entity);
    this.mix((state << 16) ^ (place & 0xffff));
    this.mix(other);
  }

  /** Forgets every row and starts the hash anew. */
  reset(): void {
    this.length = 0;
    this.hashLow = 0x811c9dc5;
    this.hashHigh = 0x01000193;
  }

  /** The 64-bit hash of all rows so far, as 16 hexadecimal digits. Not cryptographic. */
  hash(): string {
    return hex(this.hashHigh) + hex(this.hashLow);
  }

  /** The rows kept so far, as columns of exactly `length` rows that share no memory with the log. */
  rows(): TraceColumns {
    return resize(this.columns, this.keep ? this.length : 0);
  }

  /** Two multiply-and-rotate lanes in the manner of MurmurHash3, each fed by the other. */
  private mix(word: number): void {
    let low = this.hashLow ^ Math.imul(word, 0xcc9e2d51);
    low = (low << 13) | (low >>> 19);
    this.hashLow = (Math.imul(low, 5) + 0xe6546b64) | 0;
    let high = this.hashHigh ^ Math.imul(word, 0x1b873593) ^ this.hashLow;
    high = (high << 17) | (high >>> 15);
    this.hashHigh = (Math.imul(high, 5) + 0x38495ab5) | 0;
  }
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

function resize(columns: TraceColumns, rows: number): TraceColumns {
  const resized = allocate(rows);
  resized.time.set(columns.time.subarray(0, rows));
  resized.entity.set(columns.entity.subarray(0, rows));
  resized.state.set(columns.state.subarray(0, rows));
  resized.place.set(columns.place.subarray(0, rows));
  resized.other.set(columns.other.subarray(0, rows));
  return resized;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
