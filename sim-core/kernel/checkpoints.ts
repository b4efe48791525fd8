import { rowsUntil } from './trace-log.ts';
import type { TraceColumns } from './trace.ts';

/** A picture of the model that is folded from the rows of a trace: the same rows always give the same picture. */
export interface Replayable<State> {
  /** Rows folded so far. */
  readonly row: number;
  /** Folds the rows up to, but not including, row `end`; does nothing when they have been folded already. */
  advance(trace: TraceColumns, end: number): void;
  /** A state equal to this one that shares no memory with it. */
  copy(): State;
  /** Becomes equal to another state of the same trace, and shares no memory with it. */
  become(other: State): void;
}

/** Rows between two checkpoints: the most that a jump has to fold again, for most pictures less than a millisecond's work. */
const defaultSpacing = 4096;

export interface CheckpointOptions<State> {
  /** Rows between two checkpoints, 1 or more; default 4,096. Halving it doubles the memory and halves the time of a jump. */
  spacing?: number;
  /** Called once after each row while the checkpoints are made, with the state then and the row's time. */
  onRow?: (state: State, time: number) => void;
  /** True to leave the reading to `read`, so that a long trace can be read in slices; nothing may be sought before its end. */
  inSlices?: boolean;
}

/**
 * Finds the state of a model at any instant of its trace: from the nearest checkpoint before it, or from where the last
 * search ended when that is nearer, so that playing forwards folds no row twice.
 *
 * ```ts
 * class Census implements Replayable<Census> { … } // counts arrivals less departures
 * const census = new Checkpoints(trace.rows(), new Census());
 * census.seek(720).inWard;
 * ```
 */
export class Checkpoints<State extends Replayable<State>> {
  /** The state at the instant that was last sought; before any search, that after the last row. */
  readonly state: State;
  private readonly trace: TraceColumns;
  private readonly spacing: number;
  private readonly checkpoints: State[] = [];
  private readonly onRow: ((state: State, time: number) => void) | undefined;
  private rowsRead = 0;

  /**
   * Folds the whole trace once, unless it is to be read in slices.
   * @param state as it is before the first row; it is used, and changed, from now on
   * @throws RangeError when some rows have been folded into the state already, or the spacing is not possible
   */
  constructor(
    trace: TraceColumns,
    state: State,
    { spacing = defaultSpacing, onRow, inSlices = false }: CheckpointOptions<State> = {},
  ) {
    if (!(Number.isInteger(spacing) && spacing > 0))
      throw new RangeError(`A checkpoint every ${spacing} rows is not possible`);
    if (state.row !== 0)
      throw new RangeError(`The state must be that before the first row; it has folded ${state.row}`);
    this.trace = trace;
    this.state = state;
    this.spacing = spacing;
    this.onRow = onRow;
    if (!inSlices) this.read(Infinity);
  }

  /** Folds the next rows, and keeps checkpoints on the way. Returns the share of the trace that has been read, 1 at its end. */
  read(rows: number): number {
    const { trace, state, spacing, onRow } = this;
    const end = Math.min(trace.time.length, this.rowsRead + rows);
    for (let row = this.rowsRead; row < end; row++) {
      if (row % spacing === 0) this.checkpoints.push(state.copy());
      state.advance(trace, row + 1);
      onRow?.(state, trace.time[row]!);
    }
    this.rowsRead = end;
    return end === trace.time.length ? 1 : end / trace.time.length;
  }

  /** The state at an instant; rows at that very instant are included. It is overwritten by the next search. */
  seek(time: number): State {
    return this.seekRow(rowsUntil(this.trace.time, time));
  }

  /** The state after so many rows, at most all of them. It is overwritten by the next search. */
  seekRow(rows: number): State {
    const { state, checkpoints } = this;
    const end = Math.max(0, Math.min(rows, this.trace.time.length));
    const checkpoint = checkpoints[Math.floor(end / this.spacing)] ?? checkpoints.at(-1);
    if (checkpoint !== undefined && (state.row > end || state.row < checkpoint.row)) state.become(checkpoint);
    state.advance(this.trace, end);
    return state;
  }
}
