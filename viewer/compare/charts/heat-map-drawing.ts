import { extent, range, scaleQuantize } from 'd3';
import { number, signed } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Svg } from './chart-frame.ts';

/** The course of a week, 168 values from Monday 00–01. */
export interface HeatPanel {
  title: string;
  values: readonly number[];
}

const days = 7;
const hours = 24;
const left = 38;
const titleHeight = 24;
const axisHeight = 24;
const between = 28;
const legendHeight = 40;
const cellHeight = 24;
const legendCell = 30;
/** Below this width (CSS pixels) the plans stand below each other. */
const narrow = 720;
/** Colours of the scale, and how many of them stand on each side of none where differences are drawn. */
const classes = 9;
const sides = 4;
/** From this class on a difference has its sign in its cell. */
const signedFrom = 2;
const labelledHours = [0, 6, 12, 18];

/** Weeks as grids of days by hours, darker (on a dark page: lighter) the higher the value; the scale stands below. */
export function drawHeatMap(svg: Svg, panels: readonly HeatPanel[], width: number, isDifference: boolean): void {
  const known = panels.flatMap(({ values }) => values.filter((value) => !Number.isNaN(value)));
  const [least = 0, most = 0] = extent(known);
  const reach = Math.max(Math.abs(least), Math.abs(most)) || 1;
  const scale = scaleQuantize(range(classes)).domain(
    isDifference ? [-reach, reach] : [least, most > least ? most : least + 1],
  );
  const isBeside = panels.length > 1 && width >= narrow;
  const panelWidth = isBeside ? (width - between) / 2 : Math.min(width, narrow);
  const panelHeight = titleHeight + days * cellHeight + axisHeight;
  panels.forEach((panel, index) => {
    const x = isBeside ? index * (panelWidth + between) : 0;
    const y = isBeside ? 0 : index * (panelHeight + 8);
    drawPanel(svg, panel, x, y, panelWidth, (value) => scale(value), isDifference);
  });
  const height = isBeside ? panelHeight : panels.length * (panelHeight + 8);
  drawScale(svg, height + 8, scale.domain(), isDifference);
  svg.attr('viewBox', `0 0 ${width} ${height + legendHeight + 8}`);
}

function drawPanel(
  svg: Svg,
  { title, values }: HeatPanel,
  x: number,
  y: number,
  width: number,
  classOf: (value: number) => number,
  isDifference: boolean,
): void {
  const panel = svg.append('g').attr('transform', `translate(${x},${y})`);
  panel.append('text').attr('class', 'chart-panel-title').attr('x', left).attr('y', 14).text(title);
  const cell = (width - left) / hours;
  texts().charts.shortWeekdays.forEach((name, day) => {
    panel
      .append('text')
      .attr('class', 'chart-tick')
      .attr('x', left - 8)
      .attr('y', titleHeight + (day + 0.5) * cellHeight)
      .attr('dy', '0.35em')
      .attr('text-anchor', 'end')
      .text(name);
  });
  for (const hour of labelledHours) {
    panel
      .append('text')
      .attr('class', 'chart-tick')
      .attr('x', left + hour * cell)
      .attr('y', titleHeight + days * cellHeight + 16)
      .text(String(hour).padStart(2, '0'));
  }
  values.forEach((value, index) => {
    const [cellX, cellY] = [left + (index % hours) * cell, titleHeight + Math.floor(index / hours) * cellHeight];
    const own = Number.isNaN(value) ? undefined : classOf(value);
    panel
      .append('rect')
      .attr('data-reading', index)
      .attr('class', `heat-cell ${classNameOf(own, isDifference)}`)
      .attr('x', cellX)
      .attr('y', cellY)
      .attr('width', cell)
      .attr('height', cellHeight);
    if (!isDifference || own === undefined || Math.abs(own - sides) < signedFrom) return;
    panel
      .append('text')
      .attr('class', `heat-sign heat-sign-${own}`)
      .attr('x', cellX + cell / 2)
      .attr('y', cellY + cellHeight / 2)
      .attr('dy', '0.35em')
      .attr('text-anchor', 'middle')
      .text(own > sides ? '+' : '−');
  });
}

/** What the colours stand for. */
function drawScale(svg: Svg, y: number, [from, to]: [number, number], isDifference: boolean): void {
  const write = isDifference ? signed : number;
  for (let own = 0; own < classes; own++) {
    svg
      .append('rect')
      .attr('class', `heat-cell ${classNameOf(own, isDifference)}`)
      .attr('x', left + own * legendCell)
      .attr('y', y)
      .attr('width', legendCell)
      .attr('height', 12);
  }
  const ends = [
    [0, 'start', from],
    [classes / 2, 'middle', (from + to) / 2],
    [classes, 'end', to],
  ] as const;
  for (const [place, anchor, value] of ends) {
    svg
      .append('text')
      .attr('class', 'chart-tick')
      .attr('x', left + place * legendCell)
      .attr('y', y + 28)
      .attr('text-anchor', anchor)
      .text(write(value, 1));
  }
}

function classNameOf(own: number | undefined, isDifference: boolean): string {
  if (own === undefined) return 'heat-none';
  return isDifference ? `heat-difference-${own}` : `heat-${own}`;
}
