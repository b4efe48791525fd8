import { extent, range, scaleQuantize, type Selection } from 'd3';
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
const titleLine = 17;
/** Width of a letter of a title, on the wide side, in CSS pixels. */
const letterWidth = 8;
const axisHeight = 24;
const between = 28;
const legendHeight = 40;
/** Height of the line that tells what a struck-out cell means. */
const noteHeight = 26;
const cellHeight = 24;
const legendCell = 30;
/** Below this width (CSS pixels) the plans stand below each other. */
const narrow = 720;
/** Colours of the scale, and how many of them stand on each side of none where differences are drawn. */
const classes = 9;
const sides = 4;
/** From this class on a difference has its sign in its cell. */
const signedFrom = 2;
/** Differences of less than this share of the values themselves stay pale, however small all of them are. */
const leastReach = 0.05;
const labelledHours = [0, 6, 12, 18];

/** What is known of differences besides their means. */
export interface HeatDifferences {
  /** The greatest of the values whose differences are drawn. */
  level: number;
  /** Of each hour of the week: true if its difference is more than chance. */
  clear: readonly boolean[];
}

/** Weeks as grids of days by hours, darker (on a dark page: lighter) the higher the value; the scale stands below. */
export function drawHeatMap(
  svg: Svg,
  panels: readonly HeatPanel[],
  width: number,
  differences: HeatDifferences | undefined,
): void {
  const isDifference = differences !== undefined;
  const known = panels.flatMap(({ values }) => values.filter((value) => !Number.isNaN(value)));
  const [least = 0, most = 0] = extent(known);
  const reach = Math.max(Math.abs(least), Math.abs(most), leastReach * (differences?.level ?? 0)) || 1;
  const scale = scaleQuantize(range(classes)).domain(
    isDifference ? [-reach, reach] : [least, most > least ? most : least + 1],
  );
  const isBeside = panels.length > 1 && width >= narrow;
  const panelWidth = isBeside ? (width - between) / 2 : Math.min(width, narrow);
  const titles = panels.map(({ title }) => linesOf(title, panelWidth - left));
  const titleHeight = 7 + titleLine * Math.max(...titles.map(({ length }) => length));
  const panelHeight = titleHeight + days * cellHeight + axisHeight;
  panels.forEach(({ values }, index) => {
    const x = isBeside ? index * (panelWidth + between) : 0;
    const y = isBeside ? 0 : index * (panelHeight + 8);
    const panel = svg.append('g').attr('transform', `translate(${x},${y})`);
    titles[index]!.forEach((line, place) => {
      panel
        .append('text')
        .attr('class', 'chart-panel-title')
        .attr('x', left)
        .attr('y', titleLine * place + 14)
        .text(line);
    });
    drawWeek(
      panel.append('g').attr('transform', `translate(0,${titleHeight})`),
      values,
      panelWidth,
      (value) => scale(value),
      differences,
    );
  });
  const height = isBeside ? panelHeight : panels.length * (panelHeight + 8);
  drawScale(svg, height + 8, scale.domain(), isDifference);
  if (isDifference) drawNote(svg, height + 8 + legendHeight);
  svg.attr('viewBox', `0 0 ${width} ${height + legendHeight + 8 + (isDifference ? noteHeight : 0)}`);
}

/** Cuts a title into lines where it has no room on one. */
function linesOf(title: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length * letterWidth <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function drawWeek(
  panel: Selection<SVGGElement, unknown, null, undefined>,
  values: readonly number[],
  width: number,
  classOf: (value: number) => number,
  differences: HeatDifferences | undefined,
): void {
  const isDifference = differences !== undefined;
  const struckOut: string[] = [];
  const cell = (width - left) / hours;
  texts().charts.shortWeekdays.forEach((name, day) => {
    panel
      .append('text')
      .attr('class', 'chart-tick')
      .attr('x', left - 8)
      .attr('y', (day + 0.5) * cellHeight)
      .attr('dy', '0.35em')
      .attr('text-anchor', 'end')
      .text(name);
  });
  for (const hour of labelledHours) {
    panel
      .append('text')
      .attr('class', 'chart-tick')
      .attr('x', left + hour * cell)
      .attr('y', days * cellHeight + 16)
      .text(String(hour).padStart(2, '0'));
  }
  values.forEach((value, index) => {
    const [cellX, cellY] = [left + (index % hours) * cell, Math.floor(index / hours) * cellHeight];
    const own = Number.isNaN(value) ? undefined : classOf(value);
    panel
      .append('rect')
      .attr('data-reading', index)
      .attr('class', `heat-cell ${classNameOf(own, isDifference)}`)
      .attr('x', cellX)
      .attr('y', cellY)
      .attr('width', cell)
      .attr('height', cellHeight);
    if (!isDifference || own === undefined) return;
    if (differences.clear[index] !== true) {
      struckOut.push(strike(cellX, cellY, cell, cellHeight));
      return;
    }
    if (Math.abs(own - sides) < signedFrom) return;
    panel
      .append('text')
      .attr('class', `heat-sign heat-sign-${own}`)
      .attr('x', cellX + cell / 2)
      .attr('y', cellY + cellHeight / 2)
      .attr('dy', '0.35em')
      .attr('text-anchor', 'middle')
      .text(own > sides ? '+' : '−');
  });
  panel.append('path').attr('class', 'heat-unclear').attr('d', struckOut.join(''));
}

/** A stroke from corner to corner. */
function strike(x: number, y: number, width: number, height: number): string {
  return `M${x + 1},${y + height - 1}L${x + width - 1},${y + 1}`;
}

/** What a struck-out cell means. */
function drawNote(svg: Svg, y: number): void {
  const height = 14;
  svg
    .append('rect')
    .attr('class', `heat-cell ${classNameOf(sides, true)}`)
    .attr('x', left)
    .attr('y', y)
    .attr('width', legendCell)
    .attr('height', height);
  svg
    .append('path')
    .attr('class', 'heat-unclear')
    .attr('d', strike(left, y, legendCell, height));
  svg
    .append('text')
    .attr('class', 'chart-tick')
    .attr('x', left + legendCell + 8)
    .attr('y', y + 11)
    .text(texts().charts.heat.unclear);
}

/** What the colours stand for. */
function drawScale(svg: Svg, y: number, [from, to]: [number, number], isDifference: boolean): void {
  const write = isDifference ? signed : number;
  // Two figures of the greatest value, so that small ones do not all read as none.
  const decimals = Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(Math.max(Math.abs(from), Math.abs(to))))));
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
      .text(write(value, decimals));
  }
}

function classNameOf(own: number | undefined, isDifference: boolean): string {
  if (own === undefined) return 'heat-none';
  return isDifference ? `heat-difference-${own}` : `heat-${own}`;
}
