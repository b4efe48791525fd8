import type { Recording } from './recording.ts';
import type { Side } from './selection.ts';

/**
 * What the playback shows now, for everything that follows its clock. Sends `recordings` when a recording has come or
 * gone, or other sides are shown, and `time` when the clock has moved: at most once a frame.
 */
class Scene extends EventTarget {
  /** The recordings that are ready to be asked, of either plan. */
  recordings: Partial<Record<Side, Recording>> = {};
  /** What the clock shows: minutes of the clock of the recordings. */
  time = 0;
  /** The plans that are in sight, in the order in which they stand. */
  sides: readonly Side[] = ['a', 'b'];
  private clock: (time: number) => void = () => {};
  private isAnnounced = false;

  /** Moves the clock; outside the horizon it stops at the nearest instant within. @param time minutes of the clock */
  goTo(time: number): void {
    this.clock(time);
  }

  /** Says what moves the clock when somebody asks for it. */
  followClock(goTo: (time: number) => void): void {
    this.clock = goTo;
  }

  /** Takes over what the playback has to show. */
  furnish(recordings: Partial<Record<Side, Recording>>, sides: readonly Side[]): void {
    this.recordings = recordings;
    this.sides = sides;
    this.dispatchEvent(new Event('recordings'));
  }

  /** Takes over what the clock shows; who listens hears of it before the next frame. @param time minutes of the clock */
  tick(time: number): void {
    this.time = time;
    if (this.isAnnounced) return;
    this.isAnnounced = true;
    requestAnimationFrame(() => {
      this.isAnnounced = false;
      this.dispatchEvent(new Event('time'));
    });
  }
}

/** The page's playback as others see it. */
export const scene = new Scene();
