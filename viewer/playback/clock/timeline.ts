import { pointer, scaleLinear, select, type ScaleLinear, type Selection } from 'd3';
import { redrawOnWidth } from '../../frame/redraw.ts';
import { texts } from '../../language/language.ts';
import type { Recording } from '../recording.ts';
import { drawTimeline, type DrawnSide } from './timeline-drawing.ts';
import { following, scaled, zoomed, type Stretch } from './stretch.ts';

/** How much a notch of the wheel changes the length of the stretch. */
const wheelFactor = 1.25;

/** What a timeline shows. */
export interface TimelineContent {
  recording: Recording;
  sides: readonly DrawnSide[];
  isShare: boolean;
}

/**
 * The whole horizon at a glance, or a stretch of it, with a handle that shows and sets the point in time by pointer; the
 * keyboard is that of the playback. Sends `stretch` from its element when it shows another stretch.
 */
export class Timeline {
  readonly element = document.createElement('div');
  /** What is shown of the horizon. */
  stretch: Stretch = { from: 0, to: 1 };
  private readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;
  private readonly handle = document.createElement('div');
  private readonly onSeek: (time: number) => void;
  private x: ScaleLinear<number, number> = scaleLinear();
  private content: TimelineContent | undefined;
  private time = 0;
  private drawnWidth = 0;

  /** @param onSeek called with the point in time that the user asks for; it may lie outside the horizon. */
  constructor(onSeek: (time: number) => void) {
    this.onSeek = onSeek;
    this.element.className = 'timeline';
    this.svg = select(this.element).append('svg').attr('aria-hidden', 'true');
    this.handle.className = 'timeline-handle';
    this.handle.tabIndex = 0;
    this.handle.setAttribute('role', 'slider');
    this.handle.setAttribute('aria-describedby', 'timeline-help');
    this.element.append(this.handle);
    this.element.addEventListener('pointerdown', (event) => this.onPointer(event));
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) this.seekTo(event);
    });
    this.element.addEventListener('dblclick', (event) => this.zoom(1, this.timeUnder(event)));
    this.element.addEventListener('wheel', (event) => this.onWheel(event), { passive: false });
    this.handle.addEventListener('keydown', (event) => this.onKey(event));
    redrawOnWidth(
      this.element,
      () => this.drawnWidth,
      () => this.draw(),
    );
  }

  /** Draws other figures, or another horizon, in the language of the page. */
  furnish(content: TimelineContent): void {
    const { from, to } = content.recording.playback;
    const before = this.content?.recording.playback;
    if (before?.from !== from || before.to !== to) this.stretch = { from, to };
    this.content = content;
    this.handle.setAttribute('aria-label', texts().playback.timeline);
    this.handle.setAttribute('aria-valuemin', String(from));
    this.handle.setAttribute('aria-valuemax', String(to - 1));
    this.draw();
  }

  /** Moves the handle; the stretch follows it. @param time minutes of the clock */
  show(time: number): void {
    if (!this.content) return;
    this.time = this.content.recording.within(time);
    const { playback } = this.content.recording;
    const followed = following(playback, this.stretch, this.time);
    if (followed !== this.stretch) {
      this.become(followed);
      return;
    }
    this.handle.style.transform = `translateX(${this.x(this.time)}px)`;
    const minute = Math.round(this.time);
    const words = this.content.recording.inWords(this.time);
    if (this.handle.getAttribute('aria-valuetext') === words) return;
    this.handle.setAttribute('aria-valuenow', String(minute));
    this.handle.setAttribute('aria-valuetext', words);
  }

  /** Shows a shorter stretch (1) or a longer one (−1), around an instant or the clock. */
  zoom(direction: 1 | -1, around = this.time): void {
    if (this.content) this.become(zoomed(this.content.recording.playback, this.stretch, direction, around));
  }

  private become(stretch: Stretch): void {
    this.stretch = stretch;
    this.draw();
    this.element.dispatchEvent(new Event('stretch'));
  }

  private draw(): void {
    const width = this.element.clientWidth;
    this.drawnWidth = width;
    if (!this.content || width === 0) return;
    const { recording, sides, isShare } = this.content;
    const { calendar, playback } = recording;
    const firstDay = calendar.dayOf(playback.from);
    const { x, height } = drawTimeline(this.svg, {
      calendar,
      stretch: this.stretch,
      sides,
      firstDay,
      isShare,
      width,
    });
    this.x = x;
    this.handle.style.height = `${height - 24}px`;
    this.show(this.time);
  }

  private onPointer(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.element.setPointerCapture(event.pointerId);
    this.seekTo(event);
    this.handle.focus({ preventScroll: true });
    event.preventDefault();
  }

  private seekTo(event: PointerEvent): void {
    this.onSeek(this.timeUnder(event));
  }

  private timeUnder(event: MouseEvent): number {
    return this.x.invert(pointer(event, this.element)[0]);
  }

  /** Without Ctrl the wheel scrolls the page. */
  private onWheel(event: WheelEvent): void {
    if (!event.ctrlKey || !this.content) return;
    event.preventDefault();
    const factor = event.deltaY > 0 ? wheelFactor : 1 / wheelFactor;
    const stretch = scaled(this.content.recording.playback, this.stretch, factor, this.timeUnder(event));
    // The stretch goes on following the clock, so that it cannot be led away from it.
    this.become(following(this.content.recording.playback, stretch, this.time));
  }

  /** A slider is expected to answer to these; the other keys are those of the whole playback. */
  private onKey(event: KeyboardEvent): void {
    const hours = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (hours === 0) return;
    event.preventDefault();
    this.onSeek(this.time + hours * 60);
  }
}
