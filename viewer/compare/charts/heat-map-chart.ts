import { html, type TemplateResult } from 'lit-html';
import { weeklySeries, type WeeklySeries } from '../../../sim-core/maternity/patterns/patterns.ts';
import { missing, number, signed } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { switchOf } from '../../switch.ts';
import { ChartFrame, type ChartData, type ChartTable, type Readings, type Svg } from './chart-frame.ts';
import { chartSelect } from './chart-select.ts';
import { sites } from './distributions.ts';
import { drawHeatMap, type HeatPanel } from './heat-map-drawing.ts';
import type { Comparison } from '../../run/session.ts';
import type { Estimate } from '../figures.ts';
import { meanWeek, weekDifferences } from './mean-patterns.ts';

const hoursPerDay = 24;

/** How full a birth site is, hour by hour through the week. */
class HeatMapChart extends ChartFrame {
  private series: WeeklySeries = 'labourRooms';
  private site = '';
  /** The site that is shown of a comparison until the planner chooses one. */
  private usual: { comparison: Comparison; site: string } | undefined;
  private view: 'both' | 'difference' = 'both';

  protected override get heading(): string {
    return texts().charts.heat.title;
  }

  protected override sentence(data: ChartData): string {
    const { charts } = texts();
    const [a, b] = this.weeks(data);
    const busiest = indexOfMost(b);
    if (busiest < 0) return charts.heat.nothing;
    return charts.heat.says(
      charts.heat.series[this.series],
      this.siteOf(data)[1],
      hourName(busiest),
      number(b[busiest]!, 1),
      data.names[1],
      number(a[busiest]!, 1),
      data.names[0],
    );
  }

  protected override controls(data: ChartData): TemplateResult {
    const { heat } = texts().charts;
    return html`
      ${chartSelect(
        'chart-heat-series',
        heat.choice,
        weeklySeries.map((series) => [series, heat.series[series]]),
        this.series,
        (series) => this.choose(() => (this.series = series as WeeklySeries)),
      )}
      ${chartSelect('chart-heat-site', heat.site, sites(data), this.siteOf(data)[0], (site) =>
        this.choose(() => (this.site = site)),
      )}
      ${switchOf({
        name: 'chart-heat-view',
        label: heat.view,
        options: (['both', 'difference'] as const).map((value) => ({ value, text: heat.views[value] })),
        chosen: this.view,
        onChoice: (view) => this.choose(() => (this.view = view)),
      })}
    `;
  }

  protected override draw(svg: Svg, data: ChartData, width: number): Readings {
    const { charts } = texts();
    const [a, b] = this.weeks(data);
    const differences = this.differences(data);
    const panels: HeatPanel[] =
      this.view === 'difference'
        ? [
            {
              title: charts.heat.differenceTitle(data.names[1], data.names[0]),
              values: differences.map(({ mean }) => mean),
            },
          ]
        : [
            { title: data.names[0], values: a },
            { title: data.names[1], values: b },
          ];
    drawHeatMap(
      svg,
      panels,
      width,
      this.view === 'difference'
        ? { level: Math.max(...[...a, ...b].filter(Number.isFinite)), clear: differences.map(isClear) }
        : undefined,
    );
    return {
      columns: hoursPerDay,
      texts: b.map((value, hour) =>
        charts.heat.reading(
          hourName(hour),
          data.names[0],
          number(a[hour]!, 2),
          data.names[1],
          number(value, 2),
          differenceText(differences[hour]),
        ),
      ),
    };
  }

  protected override tableOf(data: ChartData): ChartTable {
    const { charts, compare } = texts();
    const [a, b] = this.weeks(data);
    const differences = this.differences(data);
    return {
      head: [charts.heat.hour, ...data.names, compare.difference],
      rows: b.map((value, hour) => [
        hourName(hour),
        number(a[hour]!, 2),
        number(value, 2),
        differenceText(differences[hour]),
      ]),
    };
  }

  private choose(change: () => void): void {
    change();
    this.show();
  }

  private weeks(data: ChartData): [a: number[], b: number[]] {
    const key = this.key(data);
    return [meanWeek(data.patterns[0], key), meanWeek(data.patterns[1], key)];
  }

  private siteOf(data: ChartData): [id: string, name: string] {
    const all = sites(data);
    const { comparison } = data.figures;
    if (this.usual?.comparison !== comparison) this.usual = { comparison, site: this.mostChanged(data) };
    const chosen = this.site || this.usual.site;
    return all.find(([id]) => id === chosen) ?? all[0] ?? ['', ''];
  }

  /** The site whose week the plan changes the most, which a plan for one sector leaves the others out of. */
  private mostChanged(data: ChartData): string {
    let most = '';
    let greatest = 0;
    for (const [id] of sites(data)) {
      const [a, b] = data.patterns.map((patterns) => meanWeek(patterns, `${this.series}.${id}`));
      const change = (a ?? []).reduce((all, value, hour) => all + Math.abs((b?.[hour] ?? value) - value || 0), 0);
      if (change <= greatest) continue;
      [most, greatest] = [id, change];
    }
    return most;
  }

  private differences(data: ChartData): Estimate[] {
    return weekDifferences(...data.patterns, this.key(data));
  }

  private key(data: ChartData): string {
    return `${this.series}.${this.siteOf(data)[0]}`;
  }
}

/** An hour of the week in words, e.g. «tirsdag kl. 14–15». */
function hourName(hour: number): string {
  const { charts } = texts();
  const ofDay = hour % hoursPerDay;
  const two = (value: number) => String(value).padStart(2, '0');
  return charts.heat.hourOfDay(charts.weekdays[Math.floor(hour / hoursPerDay)] ?? '', two(ofDay), two(ofDay + 1));
}

/** True if the interval says which way the difference goes. */
function isClear({ interval }: Estimate): boolean {
  return interval !== undefined && (interval[0] > 0 || interval[1] < 0);
}

/** A difference with its interval, as far as it has one. */
function differenceText(difference: Estimate | undefined): string {
  if (difference === undefined || difference.n === 0) return missing;
  const { mean, interval } = difference;
  return interval === undefined
    ? signed(mean, 2)
    : texts().charts.withInterval(signed(mean, 2), signed(interval[0], 2), signed(interval[1], 2));
}

function indexOfMost(values: readonly number[]): number {
  let most = -1;
  values.forEach((value, index) => {
    if (!Number.isNaN(value) && (most < 0 || value > values[most]!)) most = index;
  });
  return most;
}

customElements.define('heat-map-chart', HeatMapChart);
