import {
  area,
  axisBottom,
  axisLeft,
  curveLinear,
  curveStep,
  curveStepAfter,
  line,
  max,
  scaleLinear,
  type ScaleLinear,
  type Selection,
} from 'd3';
import { percent, number } from '../../language/format.ts';
import type { Calendar } from '../../../sim-core/kernel/calendar.ts';
import type { Side } from '../selection.ts';
import { shadingOf } from './shading.ts';
import type { Stretch } from './stretch.ts';
import { ticksOf } from './ticks.ts';

const height = 118;
/** Height of the row of marks of one plan. */
const lane = 13;
const inset = { top: 16, right: 20, bottom: 22, left: 40 };
const day = 1440;
/** Up to this length each day stands out as a step. */
const stepsUpTo = 60 * day;
/** Beyond this length marks of one day are drawn as one. */
const eachMarkUpTo = 14 * day;

/** Marks beneath the chart, by their look. */
export const markShapes = { breach: 'M0,-4L4,0L0,4L-4,0Z', diversion: 'M0,-4L4,3.5L-4,3.5Z' } as const;
export type MarkKind = keyof typeof markShapes;

/** What is drawn of one plan. */
export interface DrawnSide {
  side: Side;
  /** One value a day, and between which most replications lie. */
  values: ArrayLike<number>;
  band: { low: ArrayLike<number>; high: ArrayLike<number> } | undefined;
  /** The course itself, where it is known in more detail than by days; for short stretches. */
  detail: ((stretch: Stretch) => Iterable<[time: number, value: number]>) | undefined;
  marks: Record<MarkKind, Float64Array>;
}

/** Everything that is drawn behind the handle. */
export interface TimelineDrawing {
  calendar: Calendar;
  stretch: Stretch;
  sides: readonly DrawnSide[];
  firstDay: number;
  isShare: boolean;
  width: number;
}

/** Draws a timeline anew. Returns its scale of time and its height. */
export function drawTimeline(
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  drawing: TimelineDrawing,
): { x: ScaleLinear<number, number>; height: number } {
  const { calendar, stretch, sides, width, isShare } = drawing;
  const lanes = sides.length * lane;
  const whole = height + lanes + 6;
  const ground = height - inset.bottom;
  const x = scaleLinear([stretch.from, stretch.to], [inset.left, width - inset.right]);
  svg.attr('width', width).attr('height', whole).attr('viewBox', `0 0 ${width} ${whole}`).selectAll('*').remove();
  const plot = svg.append('g');
  for (const { from, to, kind, name } of shadingOf(calendar, stretch)) {
    const left = x(Math.max(from, stretch.from));
    const right = x(Math.min(to, stretch.to));
    plot
      .append('rect')
      .attr('class', `timeline-shade shade-${kind}`)
      .attr('x', left)
      .attr('width', Math.max(0, right - left))
      .attr('y', inset.top)
      .attr('height', ground - inset.top + lanes);
    if (name !== undefined && right - left > 8) {
      const label = plot.append('text').attr('class', 'timeline-holiday').attr('x', left).attr('y', 11).text(name);
      if (left > width * 0.75) label.attr('x', right).attr('text-anchor', 'end');
    }
  }
  const y = scaleOf(drawing, ground);
  const axis = axisLeft(y)
    .ticks(3)
    .tickFormat((value) => (isShare ? percent(Number(value)) : number(Number(value))))
    .tickSize(-(width - inset.left - inset.right));
  svg.append('g').attr('class', 'timeline-axis').attr('transform', `translate(${inset.left},0)`).call(axis);
  const clip = svg.append('clipPath').attr('id', 'timeline-clip').append('rect');
  clip
    .attr('x', inset.left)
    .attr('width', Math.max(0, width - inset.left - inset.right))
    .attr('height', whole);
  const courses = svg.append('g').attr('clip-path', 'url(#timeline-clip)');
  for (const side of sides) drawBand(courses, drawing, side, x, y);
  for (const side of sides) drawLine(courses, drawing, side, x, y);
  sides.forEach((side, index) => drawMarks(svg, drawing, side, x, ground + 12 + index * lane));
  const ticks = ticksOf(calendar, stretch, width - inset.left - inset.right);
  const bottom = axisBottom(x)
    .tickValues(ticks.map(({ time }) => time))
    .tickFormat((_, index) => ticks[index]!.text)
    .tickSizeOuter(0)
    .tickSizeInner(4);
  svg
    .append('g')
    .attr('class', 'timeline-axis timeline-dates')
    .attr('transform', `translate(0,${ground + lanes + 6})`)
    .call(bottom);
  return { x, height: whole };
}

type Scale = ScaleLinear<number, number>;
type Layer = Selection<SVGGElement, unknown, null, undefined>;

function scaleOf({ sides, isShare, stretch }: TimelineDrawing, ground: number): Scale {
  if (isShare) return scaleLinear([0, 1], [ground, inset.top]);
  const highest = sides.flatMap(({ values, band, detail }) => [
    max(Array.from(values)) ?? 0,
    max(Array.from(band?.high ?? [])) ?? 0,
    detail && isDetailed(stretch) ? (max(detail(stretch), ([, value]) => value) ?? 0) : 0,
  ]);
  return scaleLinear([0, Math.max(1, ...highest)], [ground, inset.top]).nice(3);
}

function isDetailed({ from, to }: Stretch): boolean {
  return to - from <= eachMarkUpTo;
}

function curveFor({ from, to }: Stretch) {
  return to - from <= stepsUpTo ? curveStep : curveLinear;
}

function drawBand(layer: Layer, { stretch, calendar, firstDay }: TimelineDrawing, side: DrawnSide, x: Scale, y: Scale) {
  const { band } = side;
  if (!band) return;
  const shape = area<number>()
    .defined((index) => !Number.isNaN(band.low[index]!))
    .x((index) => x(calendar.midnight(firstDay + index) + day / 2))
    .y0((index) => y(band.low[index]!))
    .y1((index) => y(band.high[index]!))
    .curve(curveFor(stretch));
  layer
    .append('path')
    .attr('class', `timeline-band side-${side.side}`)
    .attr('d', shape(indices(side.values)));
}

function drawLine(layer: Layer, { stretch, calendar, firstDay }: TimelineDrawing, side: DrawnSide, x: Scale, y: Scale) {
  const path = layer.append('path').attr('class', `timeline-line side-${side.side}`);
  if (side.detail && isDetailed(stretch)) {
    const course = line()
      .x(([time]) => x(time))
      .y(([, value]) => y(value))
      .curve(curveStepAfter);
    const points = [...side.detail(stretch)];
    const last = points.at(-1);
    path.attr('d', course(last ? [...points, [stretch.to, last[1]]] : []));
    return;
  }
  const { values } = side;
  const course = line<number>()
    .defined((index) => !Number.isNaN(values[index]!))
    .x((index) => x(calendar.midnight(firstDay + index) + day / 2))
    .y((index) => y(values[index]!))
    .curve(curveFor(stretch));
  path.attr('d', course(indices(values)));
}

function drawMarks(
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  { stretch, calendar }: TimelineDrawing,
  { side, marks }: DrawnSide,
  x: Scale,
  middle: number,
) {
  svg
    .append('text')
    .attr('class', `timeline-lane side-${side}`)
    .attr('x', inset.left - 6)
    .attr('y', middle + 4)
    .text(side.toUpperCase());
  for (const kind of ['breach', 'diversion'] as const) {
    const times = marks[kind].filter((time) => time >= stretch.from && time < stretch.to);
    // Breaches belong to a whole day and stand in its middle, beside what happens at an instant.
    const shift = kind === 'breach' ? day / 2 : 0;
    const places = isDetailed(stretch) && kind === 'diversion' ? times : daysOf(times, calendar);
    const path = Array.from(new Set(places), (time) => at(markShapes[kind], x(time + shift), middle)).join('');
    svg.append('path').attr('class', `timeline-mark mark-${kind}`).attr('d', path);
  }
}

function daysOf(times: Float64Array, calendar: Calendar): number[] {
  return Array.from(times, (time) => calendar.midnight(calendar.dayOf(time)));
}

/** A shape moved to a place. */
function at(shape: string, x: number, y: number): string {
  return shape.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, dx: string, dy: string) => {
    return `${(x + Number(dx)).toFixed(1)},${(y + Number(dy)).toFixed(1)}`;
  });
}

function indices(values: ArrayLike<number>): number[] {
  return Array.from({ length: values.length }, (_, index) => index);
}
