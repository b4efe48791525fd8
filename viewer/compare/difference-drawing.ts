import { axisBottom, scaleLinear, type ScaleLinear, type Selection } from 'd3';
import { percent } from '../language/format.ts';
import { texts } from '../language/language.ts';
import { relative, type ComparisonRow, type Estimate } from './figures.ts';
import { rowName } from './row-name.ts';
import { verdictShapes, verdictText } from './verdict-view.ts';

const axisHeight = 30;
/** What the text at a tick of the axis needs, with the space beside it. */
const tickWidth = 56;
/** Numbers of ticks to choose among; d3 rounds them to what is easy to read. */
const tickCounts = [9, 7, 5, 3, 2];
const labelWidth = 340;
const valueWidth = 96;
/** Below this width (CSS pixels) the labels stand above the marks instead of beside them. */
const narrow = 660;
/** The axis never reaches beyond ± 60 %, so that one large difference does not flatten the others. */
const widest = 0.6;
const narrowest = 0.05;

/** A relative difference that can be drawn. */
export interface DifferenceMark {
  row: ComparisonRow;
  difference: Estimate;
}

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

/** The marks of some lines; what has no difference has none. */
export function marksOf(rows: readonly ComparisonRow[]): DifferenceMark[] {
  return rows.flatMap((row) => {
    const difference = relative(row);
    return difference ? [{ row, difference }] : [];
  });
}

/**
 * Draws relative differences with their intervals into an empty drawing: a dot and a whisker for each, below each other.
 * @returns how far the axis stands from the left and the right edge, in CSS pixels
 */
export function drawDifferences(
  svg: Svg,
  marks: readonly DifferenceMark[],
  width: number,
  rowHeight: number,
): { left: number; right: number } {
  const isNarrow = width < narrow;
  const step = isNarrow ? rowHeight * 1.4 : rowHeight;
  const height = marks.length * step + axisHeight;
  const left = isNarrow ? 8 : labelWidth;
  const reach = reachOf(marks);
  const x = scaleLinear([-reach, reach], [left, width - valueWidth]);
  svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
  svg.attr('aria-label', marks.map((mark) => markText(mark)).join(' '));
  drawAxis(svg, x, height, reach);
  marks.forEach((mark, index) => {
    const line = svg.append('g').attr('class', 'plot-row').attr('data-verdict', mark.row.verdict);
    const middle = index * step + (isNarrow ? step - rowHeight / 2 + 4 : step / 2);
    line
      .append('text')
      .attr('class', 'plot-label')
      .attr('x', isNarrow ? 0 : labelWidth - 16)
      .attr('y', isNarrow ? middle - 18 : middle)
      .attr('dy', isNarrow ? 0 : '0.35em')
      .attr('text-anchor', isNarrow ? 'start' : 'end')
      .text(rowName(mark.row));
    drawMark(line, mark, x, middle);
    line
      .append('text')
      .attr('class', 'plot-value')
      .attr('x', width - 4)
      .attr('y', middle)
      .attr('dy', '0.35em')
      .attr('text-anchor', 'end')
      .text(relativeText(mark.difference));
  });
  return { left: isNarrow ? 0 : left, right: isNarrow ? 0 : valueWidth };
}

function drawAxis(svg: Svg, x: ScaleLinear<number, number>, height: number, reach: number): void {
  const bottom = height - axisHeight;
  const axis = axisBottom(x)
    .ticks(ticksFor(x))
    .tickFormat((share) => percent(Number(share), reach < 0.1 ? 1 : 0, 'exceptZero'))
    .tickSizeOuter(0)
    .tickSizeInner(-bottom)
    .tickPadding(10);
  const drawn = svg.append('g').attr('class', 'plot-axis').attr('transform', `translate(0,${bottom})`).call(axis);
  drawn.selectAll<SVGGElement, number>('.tick').classed('is-zero', (share) => share === 0);
}

/** Half the width of the axis: what the intervals need, within bounds. */
function reachOf(marks: readonly DifferenceMark[]): number {
  const needed = marks.map(({ difference: { mean, interval } }) =>
    Math.max(Math.abs(mean), ...(interval ?? []).map(Math.abs)),
  );
  return Math.max(narrowest, ...needed.filter((share) => share <= widest)) * 1.08;
}

/** As many ticks as have room beside each other. */
function ticksFor(x: ScaleLinear<number, number>): number {
  const isRoomy = (count: number) => {
    const [first, second] = x.ticks(count);
    return first === undefined || second === undefined || x(second) - x(first) >= tickWidth;
  };
  return tickCounts.find(isRoomy) ?? tickCounts.at(-1)!;
}

function drawMark(
  line: Selection<SVGGElement, unknown, null, undefined>,
  { row, difference: { mean, interval } }: DifferenceMark,
  x: ScaleLinear<number, number>,
  y: number,
): void {
  const [start, end] = x.range() as [number, number];
  const clamp = (share: number) => Math.min(end, Math.max(start, x(share)));
  const at = Number.isFinite(mean) ? x(mean) : mean;
  if (interval && clamp(interval[0]) < clamp(interval[1])) {
    line
      .append('path')
      .attr('class', 'plot-whisker')
      .attr('d', `M${clamp(interval[0])},${y}H${clamp(interval[1])}`);
  }
  const outside = at < start || at > end;
  line
    .append('path')
    .attr('class', outside ? 'plot-arrow' : 'plot-dot')
    .attr('transform', `translate(${Math.min(end, Math.max(start, at))},${y}) ${at < start ? 'scale(-1,1)' : ''}`)
    .attr('d', outside ? 'M-12,-5L0,0L-12,5' : verdictShapes[row.verdict]);
}

function markText({ row, difference }: DifferenceMark): string {
  return texts().compare.plotRow(rowName(row), relativeText(difference), verdictText(row.verdict));
}

/** A difference in per cent; what grows from nothing has none. */
function relativeText({ mean }: Estimate): string {
  return Number.isFinite(mean) ? percent(mean, 1, 'exceptZero') : texts().compare.fromZero;
}
