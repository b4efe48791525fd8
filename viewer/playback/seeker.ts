import { Checkpoints } from '../../sim-core/kernel/checkpoints.ts';
import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import type { PlaybackLayout } from './layout.ts';
import { PlaybackState } from './state.ts';

/**
 * Rows between two checkpoints. Most rows are contacts, which are passed over at once, and a checkpoint holds every woman:
 * this many rows are folded in about a millisecond, and the checkpoints of a year of a city take some ten megabytes.
 */
const spacing = 16_384;

/** Finds the picture at any instant of a run. */
export class Seeker extends Checkpoints<PlaybackState> {
  /**
   * Nothing can be sought until `read` has come to the end.
   * @param onRow called once after each row while the checkpoints are made, with the state then and the row's time.
   */
  constructor(
    layout: PlaybackLayout,
    women: number,
    trace: TraceColumns,
    onRow: (state: PlaybackState, time: number) => void = () => {},
  ) {
    super(trace, new PlaybackState(layout, women), { spacing, onRow, inSlices: true });
  }
}
