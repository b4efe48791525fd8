import { axisBottom, axisLeft, max, scaleBand, scaleLinear, type Selection } from 'd3';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';
import { missing, percent } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Estimate } from '../figures.ts';
import { ChartFrame, type ChartData, type ChartTable, type Readings, type Svg } from './chart-frame.ts';
import { chartSelect } from './chart-select.ts';
import { drawLegend } from './legend.ts';
import { classesToShow, classShares, type Counts } from './mean-patterns.ts';

const plotHeight = 230;
const bottom = 46;
const left = 44;
/** So that the label of the last class is not cut. */
const right = 12;
/** What the label of a class needs, in CSS pixels. */
const labelWidth = 38;

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** A distribution of women or midwives over classes, as bars of both plans beside each other with their intervals. */
export abstract class DistributionChart extends ChartFrame {
  protected chosen = '';

  /** Of whom a distribution can be shown, with what each is called; the first one is shown unless another is chosen. */
  protected abstract keys(data: ChartData): readonly (readonly [key: string, name: string])[];
  /** Where the counts stand. */
  protected abstract list(patterns: Patterns): Record<string, Float64Array>;
  protected abstract classNameOf(index: number, isLast: boolean): string;
  protected abstract readonly axis: string;
  protected abstract readonly of: string;
  /** Identifier of the choice on the page. */
  protected abstract readonly field: string;
  /** Label of the choice. */
  protected abstract readonly choice: string;

  /** The counts of whom is chosen. */
  protected counts(data: ChartData): Counts {
    const keys = this.keys(data).map(([key]) => key);
    const key = keys.includes(this.chosen) ? this.chosen : keys[0];
    return (patterns) => (key === undefined ? undefined : this.list(patterns)[key]);
  }

  protected override controls(data: ChartData): TemplateResult {
    const keys = this.keys(data);
    if (keys.length < 2) return html`${nothing}`;
    return chartSelect(this.field, this.choice, keys, this.chosen || keys[0]![0], (key) => {
      this.chosen = key;
      this.show();
    });
  }

  protected override draw(svg: Svg, data: ChartData, width: number): Readings {
    const { classes, shares } = this.sharesOf(data);
    const top = drawLegend(svg, data.names, width);
    const names = classes.map((_, index) => String(index));
    const x = scaleBand(names, [left, width - right])
      .paddingInner(0.18)
      .paddingOuter(0.1);
    const highest = max(shares.flat(), ({ mean, interval }) => Math.max(mean, interval?.[1] ?? 0)) ?? 0;
    const y = scaleLinear([0, highest > 0 ? highest : 1], [top + plotHeight, top + 8]).nice(4);
    svg.attr('viewBox', `0 0 ${width} ${top + plotHeight + bottom}`);
    const axisY = axisLeft(y)
      .ticks(4)
      .tickSizeOuter(0)
      .tickSizeInner(left + right - width)
      .tickPadding(6)
      .tickFormat((share) => percent(Number(share), highest < 0.04 ? 1 : 0));
    svg.append('g').attr('class', 'chart-axis').attr('transform', `translate(${left},0)`).call(axisY);
    const every = Math.ceil(labelWidth / x.step());
    const axisX = axisBottom(x)
      .tickValues(names.filter((_, index) => isLabelled(index, names.length, every)))
      .tickSize(0)
      .tickPadding(8)
      .tickFormat((name) => this.tickOf(Number(name), Number(name) === classes.length - 1));
    svg
      .append('g')
      .attr('class', 'chart-axis')
      .attr('transform', `translate(0,${top + plotHeight})`)
      .call(axisX);
    svg
      .append('text')
      .attr('class', 'chart-axis-title')
      .attr('x', (left + width) / 2)
      .attr('y', top + plotHeight + bottom - 4)
      .attr('text-anchor', 'middle')
      .text(this.axis);
    const barWidth = x.bandwidth() / 2;
    classes.forEach((_, index) => {
      const group = svg.append('g').attr('data-reading', index);
      const at = x(String(index))!;
      group
        .append('rect')
        .attr('class', 'chart-touch')
        .attr('x', at - (x.step() - x.bandwidth()) / 2)
        .attr('y', top)
        .attr('width', x.step())
        .attr('height', plotHeight);
      shares.forEach((own, plan) => drawBar(group, own[index]!, plan, at + plan * barWidth, barWidth, y));
    });
    return {
      columns: classes.length,
      texts: classes.map((name, index) =>
        texts().charts.classReading(
          name,
          ...pair(shares.map((own, plan) => [data.names[plan]!, shareText(own[index]!)])),
        ),
      ),
    };
  }

  protected override tableOf(data: ChartData): ChartTable {
    const { charts } = texts();
    const { classes, shares } = this.sharesOf(data);
    return {
      head: [this.axis, ...data.names.map((name) => charts.shareOf(this.of, name))],
      rows: classes.map((name, index) => [name, ...shares.map((own) => shareText(own[index]!))]),
    };
  }

  /** What stands below a class on the axis. */
  protected abstract tickOf(index: number, isLast: boolean): string;

  private sharesOf(data: ChartData): { classes: string[]; shares: Estimate[][] } {
    const counts = this.counts(data);
    const classes = classesToShow(data.patterns, counts);
    return {
      classes: Array.from({ length: classes }, (_, index) => this.classNameOf(index, index === classes - 1)),
      shares: data.patterns.map((patterns) => classShares(patterns, counts, classes)),
    };
  }
}

/** The last class always has a label, because it has no end; those that would run into it have none. */
function isLabelled(index: number, classes: number, every: number): boolean {
  if (index === classes - 1) return true;
  return index % every === 0 && classes - 1 - index >= every;
}

function drawBar(
  group: Group,
  { mean, interval }: Estimate,
  plan: number,
  x: number,
  width: number,
  y: (share: number) => number,
): void {
  if (Number.isNaN(mean)) return;
  group
    .append('rect')
    .attr('class', plan === 0 ? 'bar-a' : 'bar-b')
    .attr('x', x + (plan === 0 ? 0.75 : 0))
    .attr('y', y(mean))
    .attr('width', Math.max(1, width - 1.5))
    .attr('height', y(0) - y(mean));
  if (interval === undefined || width < 4) return;
  const middle = x + width / 2;
  group
    .append('path')
    .attr('class', 'bar-interval')
    .attr('d', `M${middle},${y(interval[0])}V${y(interval[1])}`);
}

/** A share with its interval. */
function shareText({ mean, interval }: Estimate): string {
  if (Number.isNaN(mean)) return missing;
  const { charts } = texts();
  return interval === undefined
    ? percent(mean, 1)
    : charts.withInterval(percent(mean, 1), percent(interval[0], 1), percent(interval[1], 1));
}

function pair(both: readonly (readonly [string, string])[]): [string, string, string, string] {
  const [[nameA, a] = [missing, missing], [nameB, b] = [missing, missing]] = both;
  return [nameA, a, nameB, b];
}
