import type { Playback } from '../../sim-core/maternity/record/columns.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { session } from '../run/session.ts';
import { Recording } from './recording.ts';
import type { Side } from './selection.ts';

const sides = ['a', 'b'] as const;

/**
 * The recordings of the latest figures, read through one after the other. Sends `change` when one is ready and `progress`
 * while one is being read.
 */
export class Recordings extends EventTarget {
  /** Those that are ready; they may belong to older figures while newer ones are being read. */
  ready: Partial<Record<Side, Recording>> = {};
  /** How far the reading has come, from 0 to 1; undefined when nothing is being read. */
  progress: number | undefined;
  /** Reading takes a moment, so each is read once. */
  private readonly opened = new WeakMap<Playback, Promise<Recording>>();

  /** Reads what the latest figures hold that has not been read. */
  async take(): Promise<void> {
    const { figures } = session;
    if (!figures || this.progress !== undefined) return;
    const found: Partial<Record<Side, Recording>> = {};
    for (const [index, side] of sides.entries()) {
      const { playback } = figures[side];
      if (!playback) continue;
      found[side] = await this.open(figures.comparison[side], playback, (share) => {
        this.progress = (index + share) / sides.length;
        this.dispatchEvent(new Event('progress'));
      });
    }
    this.progress = undefined;
    const isNew = sides.some((side) => found[side] && found[side] !== this.ready[side]);
    if (isNew) {
      this.ready = found;
      this.dispatchEvent(new Event('change'));
    }
    // A new run may have come while this was being read.
    if (session.figures !== figures && hasOther(figures, session.figures)) await this.take();
  }

  private open(inputs: ModelInputs, playback: Playback, onProgress: (share: number) => void): Promise<Recording> {
    let recording = this.opened.get(playback);
    if (!recording) {
      onProgress(0);
      recording = Recording.open(inputs, playback, onProgress);
      this.opened.set(playback, recording);
    }
    return recording;
  }
}

type Figures = NonNullable<typeof session.figures>;

function hasOther(one: Figures, other: Figures | undefined): boolean {
  return sides.some((side) => other?.[side].playback !== one[side].playback);
}
