import { html, type TemplateResult } from 'lit-html';
import { weeklySeries, type WeeklySeries } from '../../../sim-core/maternity/patterns/patterns.ts';
import { number, signed } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { switchOf } from '../../switch.ts';
import { ChartFrame, type ChartData, type ChartTable, type Readings, type Svg } from './chart-frame.ts';
import { chartSelect } from './chart-select.ts';
import { sites } from './distributions.ts';
import { drawHeatMap, type HeatPanel } from './heat-map-drawing.ts';
import { meanWeek } from './mean-patterns.ts';

const hoursPerDay = 24;

/** How full a birth site is, hour by hour through the week. */
class HeatMapChart extends ChartFrame {
  private series: WeeklySeries = 'labourRooms';
  private site = '';
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
    const difference = b.map((value, hour) => value - a[hour]!);
    const panels: HeatPanel[] =
      this.view === 'difference'
        ? [{ title: charts.heat.differenceTitle(data.names[1], data.names[0]), values: difference }]
        : [
            { title: data.names[0], values: a },
            { title: data.names[1], values: b },
          ];
    drawHeatMap(svg, panels, width, this.view === 'difference');
    return {
      columns: hoursPerDay,
      texts: b.map((value, hour) =>
        charts.heat.reading(
          hourName(hour),
          data.names[0],
          number(a[hour]!, 2),
          data.names[1],
          number(value, 2),
          signed(difference[hour]!, 2),
        ),
      ),
    };
  }

  protected override tableOf(data: ChartData): ChartTable {
    const { charts, compare } = texts();
    const [a, b] = this.weeks(data);
    return {
      head: [charts.heat.hour, ...data.names, compare.difference],
      rows: b.map((value, hour) => [
        hourName(hour),
        number(a[hour]!, 2),
        number(value, 2),
        signed(value - a[hour]!, 2),
      ]),
    };
  }

  private choose(change: () => void): void {
    change();
    this.show();
  }

  private weeks(data: ChartData): [a: number[], b: number[]] {
    const key = `${this.series}.${this.siteOf(data)[0]}`;
    return [meanWeek(data.patterns[0], key), meanWeek(data.patterns[1], key)];
  }

  private siteOf(data: ChartData): [id: string, name: string] {
    const all = sites(data);
    return all.find(([id]) => id === this.site) ?? all[0] ?? ['', ''];
  }
}

/** An hour of the week in words, e.g. «tirsdag kl. 14–15». */
function hourName(hour: number): string {
  const { charts } = texts();
  const ofDay = hour % hoursPerDay;
  const two = (value: number) => String(value).padStart(2, '0');
  return charts.heat.hourOfDay(charts.weekdays[Math.floor(hour / hoursPerDay)] ?? '', two(ofDay), two(ofDay + 1));
}

function indexOfMost(values: readonly number[]): number {
  let most = -1;
  values.forEach((value, index) => {
    if (!Number.isNaN(value) && (most < 0 || value > values[most]!)) most = index;
  });
  return most;
}

customElements.define('heat-map-chart', HeatMapChart);
