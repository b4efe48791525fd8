import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { html, type TemplateResult } from 'lit-html';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { switchOf } from '../../switch.ts';
import { ChartFrame, type ChartData, type ChartTable, type Readings, type Svg } from './chart-frame.ts';
import { sites } from './distributions.ts';
import { flowLinks, type FlowLink, type FlowPlace } from './flow-graph.ts';

const height = 520;
const nodeWidth = 12;
const nodePadding = 24;
/** Between the two lines of a label, in CSS pixels. */
const labelLine = 14;
const millisecondsPerDay = 86_400_000;
/** Ways of fewer women than this a year are told of in the table only. */
const drawnFrom = 1;

interface Ribbon {
  link: FlowLink;
}
type Node = SankeyNode<FlowPlace, Ribbon>;
type Link = SankeyLink<FlowPlace, Ribbon>;

/** The ways that women take through the service, as ribbons as wide as there are women in a year. */
class FlowChart extends ChartFrame {
  protected override readonly narrowest = 1040;
  private plan: 'a' | 'b' = 'b';

  protected override get heading(): string {
    return texts().charts.flow.title;
  }

  protected override sentence(data: ChartData): string {
    const { flow } = texts().charts;
    const links = this.links(data);
    const sum = (step: FlowPlace['step']) =>
      links.filter(({ target }) => target.step === step).reduce((all, { womenPerYear }) => all + womenPerYear, 0);
    return flow.says(
      this.planName(data),
      number(sum('homeAfter')),
      number(sum('theatre')),
      number(sum('postnatalBed')),
    );
  }

  protected override controls(data: ChartData): TemplateResult {
    const { flow } = texts().charts;
    return html`${switchOf({
      name: 'chart-flow-plan',
      label: flow.plan,
      options: data.names.map((text, index) => ({ value: index === 0 ? 'a' : 'b', text }) as const),
      chosen: this.plan,
      onChoice: (plan) => {
        this.plan = plan;
        this.show();
      },
    })}`;
  }

  protected override draw(svg: Svg, data: ChartData, width: number): Readings {
    svg.attr('viewBox', `0 0 ${width} ${height}`);
    const drawn = this.links(data).filter(({ womenPerYear }) => womenPerYear >= drawnFrom);
    const readings = drawn.map((link) => this.linkText(link, data));
    if (drawn.length === 0) return { columns: 1, texts: [] };
    const places = new Map(drawn.flatMap(({ source, target }) => [source, target]).map((place) => [place.key, place]));
    const { nodes, links } = sankey<FlowPlace, Ribbon>()
      .nodeId(({ key }) => key)
      .nodeAlign((node, columns) => columnOf(node, columns))
      .nodeWidth(nodeWidth)
      .nodePadding(nodePadding)
      .extent([
        [1, 8],
        [width - 1, height - 8],
      ])({
      nodes: [...places.values()].map((place) => ({ ...place })),
      links: drawn.map((link) => ({
        source: link.source.key,
        target: link.target.key,
        value: link.womenPerYear,
        link,
      })),
    });
    const order = sites(data).map(([id]) => id);
    const path = sankeyLinkHorizontal<FlowPlace, Ribbon>();
    links.forEach((link, index) => {
      svg
        .append('path')
        .attr('class', `flow-link flow-site-${siteNumber(link, order)}`)
        .attr('data-reading', index)
        .attr('d', path(link))
        .attr('stroke-width', Math.max(1, link.width ?? 0));
    });
    for (const node of nodes) this.drawNode(svg, node, width, data);
    return { columns: 1, texts: readings };
  }

  protected override tableOf(data: ChartData): ChartTable {
    const { flow } = texts().charts;
    const other = new Map(flowsOf(data, this.plan === 'a' ? 1 : 0).map((link) => [keyOf(link), link.womenPerYear]));
    const [own, others] = this.plan === 'a' ? data.names : [data.names[1], data.names[0]];
    return {
      head: [flow.way, own, others],
      rows: this.links(data).map((link) => [
        flow.from(placeName(link.source, data), placeName(link.target, data)),
        number(link.womenPerYear),
        number(other.get(keyOf(link)) ?? 0),
      ]),
    };
  }

  private drawNode(svg: Svg, node: Node, width: number, data: ChartData): void {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 } = node;
    const isRight = x1 > width - 2 * nodeWidth;
    const group = svg.append('g').attr('class', 'flow-node');
    group
      .append('rect')
      .attr('class', node.isAgain ? 'flow-again' : 'flow-place')
      .attr('x', x0)
      .attr('y', y0)
      .attr('width', x1 - x0)
      .attr('height', Math.max(2, y1 - y0));
    const label = group
      .append('text')
      .attr('y', (y0 + y1) / 2)
      .attr('text-anchor', isRight ? 'end' : 'start');
    const x = isRight ? x0 - 6 : x1 + 6;
    const lines = [stepName(node), `${siteNameOf(node, data)} ${number(value)}`.trim()];
    lines.forEach((line, index) =>
      label
        .append('tspan')
        .attr('x', x)
        .attr('dy', index === 0 ? '-0.2em' : labelLine)
        .text(line),
    );
  }

  private linkText(link: FlowLink, data: ChartData): string {
    const { flow } = texts().charts;
    return flow.reading(
      flow.from(placeName(link.source, data), placeName(link.target, data)),
      number(link.womenPerYear),
      this.planName(data),
    );
  }

  private links(data: ChartData): FlowLink[] {
    return flowsOf(data, this.plan === 'a' ? 0 : 1);
  }

  private planName({ names }: ChartData): string {
    return this.plan === 'a' ? names[0] : names[1];
  }
}

function flowsOf({ figures, patterns }: ChartData, plan: 0 | 1): FlowLink[] {
  const { start, end } = figures.comparison.a.horizon;
  const days = (Date.parse(end) - Date.parse(start)) / millisecondsPerDay + 1;
  return flowLinks(patterns[plan], days);
}

function keyOf({ source, target }: FlowLink): string {
  return `${source.key}>${target.key}`;
}

function placeName(place: FlowPlace, data: ChartData): string {
  const site = siteNameOf(place, data);
  return site === '' ? stepName(place) : texts().charts.flow.at(stepName(place), site);
}

function stepName({ step, isAgain }: FlowPlace): string {
  const { flow } = texts().charts;
  return isAgain ? flow.again(flow.steps[step]) : flow.steps[step];
}

function siteNameOf({ site }: FlowPlace, data: ChartData): string {
  return sites(data).find(([id]) => id === site)?.[1] ?? '';
}

/** The step where a way ends stands at the right, unless it leads back. */
function columnOf(node: Node, columns: number): number {
  const isEnd = (node.sourceLinks?.length ?? 0) === 0 && !node.isAgain;
  return isEnd ? columns - 1 : (node.depth ?? 0);
}

/** The place of the site that a way leads to, or comes from, among the sites. */
function siteNumber({ source, target }: Link, order: readonly string[]): number {
  const siteOf = (end: Link['source']) => (typeof end === 'object' ? (end.site ?? '') : '');
  return Math.max(order.indexOf(siteOf(target)), order.indexOf(siteOf(source))) + 1;
}

customElements.define('flow-chart', FlowChart);
