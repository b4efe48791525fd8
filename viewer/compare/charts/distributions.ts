import { caseloadClassWomen, stayClassHours, type Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';
import { missing, number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { ChartData } from './chart-frame.ts';
import { DistributionChart } from './distribution-chart.ts';
import { meanValue, middle } from './mean-patterns.ts';

type Keys = readonly (readonly [key: string, name: string])[];

/** How long women stay after the birth. */
class StayChart extends DistributionChart {
  protected override readonly field = 'chart-stay';

  protected override get heading(): string {
    return texts().charts.stay.title;
  }

  protected override get axis(): string {
    return texts().charts.stay.axis;
  }

  protected override get of(): string {
    return texts().charts.women;
  }

  protected override get choice(): string {
    return texts().charts.stay.choice;
  }

  protected override sentence(data: ChartData): string {
    const [a, b] = data.patterns.map((patterns) => middle(patterns, this.counts(data)) * stayClassHours);
    return texts().charts.stay.says(data.names[1], about(b, 'stay'), data.names[0], about(a, 'stay'));
  }

  protected override keys(data: ChartData): Keys {
    const { stay } = texts().charts;
    return [
      ['all', stay.all],
      ['vaginal', stay.vaginal],
      ['caesarean', stay.caesarean],
      ...sites(data),
      ...districts(data),
    ];
  }

  protected override list({ stay }: Patterns): Record<string, Float64Array> {
    return stay;
  }

  protected override classNameOf(index: number, isLast: boolean): string {
    const { charts } = texts();
    const from = number(index * stayClassHours);
    return isLast ? charts.stay.longest(from) : charts.stay.hours(from, number((index + 1) * stayClassHours));
  }

  protected override tickOf(index: number, isLast: boolean): string {
    return orMore(index * stayClassHours, isLast);
  }
}

/** How many midwives women meet. */
class MidwivesMetChart extends DistributionChart {
  protected override readonly field = 'chart-met';

  protected override get heading(): string {
    return texts().charts.met.title;
  }

  protected override get axis(): string {
    return texts().charts.met.axis;
  }

  protected override get of(): string {
    return texts().charts.women;
  }

  protected override get choice(): string {
    return texts().charts.met.choice;
  }

  protected override sentence(data: ChartData): string {
    const [a, b] = data.patterns.map((patterns) => meanValue(patterns, this.counts(data), (met) => met));
    return texts().charts.met.says(data.names[1], oneDecimal(b), data.names[0], oneDecimal(a));
  }

  protected override keys(data: ChartData): Keys {
    const { met } = texts().charts;
    return [
      ['all', met.all],
      ['pregnancy', met.pregnancy],
      ['birth', met.birth],
      ['postnatal', met.postnatal],
      ...districts(data).map(([id, name]) => [`all.${id}`, name] as const),
    ];
  }

  protected override list({ midwivesMet }: Patterns): Record<string, Float64Array> {
    return midwivesMet;
  }

  protected override classNameOf(index: number, isLast: boolean): string {
    const { charts } = texts();
    return isLast ? charts.met.most(number(index)) : charts.met.one(number(index));
  }

  protected override tickOf(index: number, isLast: boolean): string {
    return orMore(index, isLast);
  }
}

/** How many women each midwife is the named midwife of. */
class CaseloadChart extends DistributionChart {
  protected override readonly field = 'chart-caseload';

  protected override get heading(): string {
    return texts().charts.caseload.title;
  }

  protected override get axis(): string {
    return texts().charts.caseload.axis;
  }

  protected override get of(): string {
    return texts().charts.midwives;
  }

  protected override get choice(): string {
    return texts().charts.caseload.choice;
  }

  protected override sentence(data: ChartData): string {
    const [a, b] = data.patterns.map((patterns) =>
      meanValue(patterns, this.counts(data), (index) => (index + 0.5) * caseloadClassWomen),
    );
    return texts().charts.caseload.says(data.names[1], about(b, 'caseload'), data.names[0], about(a, 'caseload'));
  }

  protected override keys(): Keys {
    const { caseload } = texts().charts;
    return [
      ['team', caseload.team],
      ['district', caseload.district],
    ];
  }

  protected override list({ caseload }: Patterns): Record<string, Float64Array> {
    return caseload;
  }

  protected override classNameOf(index: number, isLast: boolean): string {
    const { charts } = texts();
    const from = number(index * caseloadClassWomen);
    return isLast ? charts.caseload.most(from) : charts.caseload.from(from, number((index + 1) * caseloadClassWomen));
  }

  protected override tickOf(index: number, isLast: boolean): string {
    return orMore(index * caseloadClassWomen, isLast);
  }
}

/** Birth sites with their names. */
export function sites({ figures }: ChartData): [key: string, name: string][] {
  return Object.entries(figures.comparison.a.data.sites).map(([id, { name }]) => [id, name]);
}

function districts({ figures }: ChartData): [key: string, name: string][] {
  return Object.entries(figures.comparison.a.data.origins)
    .filter(([, { outside }]) => !outside)
    .map(([id, { name }]) => [id, name]);
}

/** Where a class begins; the last one has no end. */
function orMore(from: number, isLast: boolean): string {
  return isLast ? `${number(from)}+` : number(from);
}

/** A figure that is read off classes, or that nobody was counted. */
function about(value: number | undefined, chart: 'stay' | 'caseload'): string {
  const words = texts().charts[chart];
  return value === undefined || Number.isNaN(value) ? words.nobody : words.about(number(value));
}

function oneDecimal(value: number | undefined): string {
  return value === undefined ? missing : number(value, 1);
}

customElements.define('stay-chart', StayChart);
customElements.define('midwives-met-chart', MidwivesMetChart);
customElements.define('caseload-chart', CaseloadChart);
