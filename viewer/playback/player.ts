/** A tab that has been out of sight draws no pictures; when it is back the clock goes on, rather than leaping ahead. */
const longestFrameMilliseconds = 2000;

/** Moves a point in time along with the wall clock, or by leaps. */
export class Player {
  /** Simulated minutes per second. */
  speed = 120;
  time = 0;
  playing = false;
  private lastFrame = 0;
  private nextFrame = 0;
  /** Those who ask for less motion get a new picture once a second instead of one that glides. */
  private readonly calmMilliseconds = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1000 : 0;
  private readonly onMove: () => void;
  private limits: (time: number) => number = (time) => time;

  /** @param onMove called whenever the time or whether it is playing has changed. */
  constructor(onMove: () => void) {
    this.onMove = onMove;
  }

  /** Sets what the player may show; the time stays where it is if it can. */
  limit(limits: (time: number) => number): void {
    this.limits = limits;
    this.time = limits(this.time);
  }

  goTo(time: number): void {
    this.time = this.limits(time);
    this.onMove();
  }

  /** @param speed simulated minutes per second */
  setSpeed(speed: number): void {
    this.speed = speed;
    this.onMove();
  }

  toggle(): void {
    this.playing = !this.playing;
    cancelAnimationFrame(this.nextFrame);
    if (this.playing) {
      this.lastFrame = performance.now();
      this.nextFrame = requestAnimationFrame(this.frame);
    }
    this.onMove();
  }

  /** Stops if it is playing. */
  pause(): void {
    if (this.playing) this.toggle();
  }

  private readonly frame = (now: number): void => {
    this.nextFrame = requestAnimationFrame(this.frame);
    // The first frame may carry a time stamp from before the button was pressed.
    const passed = Math.min(Math.max(0, now - this.lastFrame), longestFrameMilliseconds);
    if (passed < this.calmMilliseconds) return;
    this.lastFrame = now;
    const wanted = this.time + (this.speed * passed) / 1000;
    this.time = this.limits(wanted);
    if (this.time < wanted) this.toggle();
    else this.onMove();
  };
}
