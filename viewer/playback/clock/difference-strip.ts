import { extent, line } from 'd3';
import { html, render, svg } from 'lit-html';
import { number, signed } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Recording } from '../recording.ts';
import { differenceByDay, measureAt, runningMeasures, type DayDifference, type RunningMeasure } from './differences.ts';

const width = 160;
const height = 36;
/** Room above and beneath the line. */
const margin = 4;
/** How far the clock moves at a time. */
const step = 0.25;

/** How two plans differ at the clock, measure by measure, each with its difference over the horizon. */
export class DifferenceStrip {
  readonly element = document.createElement('section');
  private recordings: { a: Recording; b: Recording } | undefined;
  private courses = new Map<RunningMeasure, DayDifference[]>();
  private key = '';

  constructor() {
    this.element.className = 'differences';
    this.element.setAttribute('aria-labelledby', 'differences-heading');
  }

  /** Draws the courses of two plans; undefined when there are not two. */
  furnish(recordings: { a: Recording; b: Recording } | undefined): void {
    const isSame = this.recordings?.a === recordings?.a && this.recordings?.b === recordings?.b;
    this.recordings = recordings;
    this.key = '';
    this.element.hidden = !recordings;
    if (!recordings || isSame) return;
    const { a, b } = recordings;
    this.courses = new Map(runningMeasures.map((measure) => [measure, differenceByDay(a, b, measure)]));
  }

  /** @param time minutes of the clock */
  show(time: number): void {
    if (!this.recordings) return;
    const { a, b } = this.recordings;
    const { playback } = texts();
    const { from, to } = a.playback;
    const at = Math.round((((time - from) / (to - from)) * width) / step) * step;
    const values = runningMeasures.map((measure) => ({
      measure,
      ofA: Math.round(measureAt(a, measure, time)),
      ofB: Math.round(measureAt(b, measure, time)),
    }));
    const key = JSON.stringify([at, values]);
    if (key === this.key) return;
    this.key = key;
    render(
      html`
        <h3 class="ds-heading" id="differences-heading">${playback.differences}</h3>
        <ul class="difference-list">
          ${values.map(
            ({ measure, ofA, ofB }) =>
              html`<li>
                <span class="small difference-name">${playback.measures[measure]}</span>
                <span class="difference-values">
                  <strong>${signed(ofB - ofA)}</strong>
                  <span class="small quiet">${playback.values(number(ofA), number(ofB))}</span>
                </span>
                ${courseView(this.courses.get(measure)!, from, to, at)}
              </li>`,
          )}
        </ul>
      `,
      this.element,
    );
  }
}

const paths = new WeakMap<DayDifference[], { path: string; zero: number }>();

function courseView(course: DayDifference[], from: number, to: number, at: number) {
  const { path, zero } = pathOf(course, from, to);
  return svg`<svg class="difference-course" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
    <line class="difference-zero" x1="0" x2=${width} y1=${zero} y2=${zero}></line>
    <path class="difference-line" d=${path}></path>
    <line class="difference-clock" x1=${at} x2=${at} y1="0" y2=${height}></line>
  </svg>`;
}

function pathOf(course: DayDifference[], from: number, to: number): { path: string; zero: number } {
  let found = paths.get(course);
  if (!found) {
    const [low, high] = extent([...course.map(({ difference }) => difference), 0]) as [number, number];
    const scale = high > low ? (height - 2 * margin) / (high - low) : 0;
    const y = (difference: number) => height - margin - (difference - low) * scale;
    const draw = line<DayDifference>()
      .x((day) => ((day.time - from) / (to - from)) * width)
      .y((day) => y(day.difference));
    found = { path: draw(course) ?? '', zero: high > low ? y(0) : height / 2 };
    paths.set(course, found);
  }
  return found;
}
