import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import type { PlaybackLayout } from './layout.ts';
import { PlaybackState } from './state.ts';

/** Rows between two checkpoints: the most that a jump has to fold again, well under a millisecond's work. */
const spacing = 4096;

/** Finds the picture at any instant: from the nearest checkpoint before it, or from where the last search ended. */
export class Seeker {
  /** The picture at the instant that was last sought. */
  readonly state: PlaybackState;
  private readonly trace: TraceColumns;
  private readonly checkpoints: PlaybackState[] = [];

  /** @param onRow called once after each row while the checkpoints are made, with the state then and the row's time. */
  constructor(
    layout: PlaybackLayout,
    women: number,
    trace: TraceColumns,
    onRow?: (state: PlaybackState, time: number) => void,
  ) {
    this.trace = trace;
    this.state = new PlaybackState(layout, women);
    for (let row = 0; row < trace.time.length; row++) {
      if (row % spacing === 0) this.checkpoints.push(this.state.copy());
      this.state.advance(trace, row + 1);
      onRow?.(this.state, trace.time[row]!);
    }
  }

  /** Folds the state to an instant in minutes of the clock; rows at that very instant are included. */
  seek(time: number): PlaybackState {
    const end = rowsUntil(this.trace.time, time);
    const checkpoint = this.checkpoints[Math.floor(end / spacing)] ?? this.checkpoints.at(-1);
    if (checkpoint && (this.state.row > end || this.state.row < checkpoint.row)) this.state.become(checkpoint);
    this.state.advance(this.trace, end);
    return this.state;
  }
}

/** Number of rows at or before an instant. Times never decrease. */
export function rowsUntil(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
