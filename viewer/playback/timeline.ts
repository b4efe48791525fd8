import { area, axisBottom, axisLeft, line, max, scaleLinear, select, type ScaleLinear, type Selection } from 'd3';
import { shortMonth } from '../language/format.ts';
import { texts } from '../language/language.ts';
import { namedMonths, spansYears, type MonthStart } from './months.ts';
import type { DayOccupancy } from './occupancy.ts';
import type { Recording } from './recording.ts';

const height = 116;
const inset = { top: 8, right: 12, bottom: 24, left: 32 };
const hour = 60;
/** Width of the name of a month, with the space beside it (CSS pixels). */
const monthName = 36;

/** The whole horizon at a glance, with a handle that shows and sets the point in time, by pointer and by keyboard. */
export class Timeline {
  readonly element = document.createElement('div');
  private readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;
  private readonly handle = document.createElement('div');
  private readonly onSeek: (time: number) => void;
  private x: ScaleLinear<number, number> = scaleLinear();
  private recording: Recording | undefined;
  private time = 0;

  /** @param onSeek called with the point in time that the user asks for; it may lie outside the horizon. */
  constructor(onSeek: (time: number) => void) {
    this.onSeek = onSeek;
    this.element.className = 'timeline';
    this.svg = select(this.element).append('svg').attr('aria-hidden', 'true').attr('height', height);
    this.handle.className = 'timeline-handle';
    this.handle.tabIndex = 0;
    this.handle.setAttribute('role', 'slider');
    this.element.append(this.handle);
    this.handle.addEventListener('keydown', (event) => this.onKey(event));
    this.element.addEventListener('pointerdown', (event) => this.onPointer(event));
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) this.seekTo(event);
    });
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** Draws the horizon of a recording, in the language of the page. */
  furnish(recording: Recording): void {
    this.recording = recording;
    const { from, to } = recording.playback;
    this.handle.setAttribute('aria-label', texts().playback.timeline);
    this.handle.setAttribute('aria-valuemin', String(from));
    this.handle.setAttribute('aria-valuemax', String(to - 1));
    this.draw();
  }

  show(time: number): void {
    if (!this.recording) return;
    this.time = time;
    this.handle.setAttribute('aria-valuenow', String(Math.round(time)));
    this.handle.setAttribute('aria-valuetext', this.recording.inWords(time));
    this.handle.style.transform = `translateX(${this.x(time)}px)`;
  }

  private draw(): void {
    const width = this.element.clientWidth;
    if (!this.recording || width === 0) return;
    const { days, playback, calendar } = this.recording;
    const { svg } = this;
    this.x = scaleLinear([playback.from, playback.to], [inset.left, width - inset.right]);
    const { x } = this;
    const y = scaleLinear([0, max(days, ({ highest }) => highest) ?? 1], [height - inset.bottom, inset.top]).nice(3);
    const middle = ({ midnight }: DayOccupancy) => x(midnight + 12 * hour);
    svg.attr('width', width).attr('viewBox', `0 0 ${width} ${height}`).selectAll('*').remove();
    const band = area<DayOccupancy>()
      .x(middle)
      .y0(({ lowest }) => y(lowest))
      .y1(({ highest }) => y(highest));
    const mean = line<DayOccupancy>()
      .x(middle)
      .y(({ mean: women }) => y(women));
    const ground = area<DayOccupancy>()
      .x(middle)
      .y0(y(0))
      .y1(({ mean: women }) => y(women));
    svg.append('path').attr('class', 'timeline-band').attr('d', band(days));
    svg.append('path').attr('class', 'timeline-ground').attr('d', ground(days));
    svg.append('path').attr('class', 'timeline-mean').attr('d', mean(days));
    const firsts = days.flatMap(({ midnight }): MonthStart[] => {
      const { day, month, year } = calendar.dateOf(midnight);
      return day === 1 ? [{ midnight, month, year }] : [];
    });
    const monthWidth = (width - inset.left - inset.right) / Math.max(1, firsts.length);
    const isLong = spansYears(firsts);
    const months = axisBottom(x)
      .tickValues(namedMonths(firsts, monthWidth, monthName).map(({ midnight }) => midnight))
      .tickFormat((midnight) => {
        const { month, year } = calendar.dateOf(Number(midnight));
        return isLong && month === 1 ? String(year) : shortMonth(month);
      })
      .tickSizeOuter(0);
    const women = axisLeft(y)
      .ticks(3)
      .tickSize(-(width - inset.left - inset.right));
    svg.append('g').attr('class', 'timeline-axis').attr('transform', `translate(${inset.left},0)`).call(women);
    svg
      .append('g')
      .attr('class', 'timeline-axis')
      .attr('transform', `translate(0,${height - inset.bottom})`)
      .call(months);
    // The name of a month stands in its middle, not at its first day.
    svg.selectAll('.timeline-axis:last-child text').attr('dx', monthWidth / 2);
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
    this.onSeek(this.x.invert(event.clientX - this.element.getBoundingClientRect().left));
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.recording) return;
    const { from, to } = this.recording.playback;
    const targets: Record<string, number> = {
      ArrowRight: this.time + hour,
      ArrowUp: this.time + hour,
      ArrowLeft: this.time - hour,
      ArrowDown: this.time - hour,
      PageUp: this.recording.daysLater(this.time, 1),
      PageDown: this.recording.daysLater(this.time, -1),
      Home: from,
      End: to,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.onSeek(target);
  }
}
