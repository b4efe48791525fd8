import { date } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import type { Figures } from '../../run/session.ts';
import { pairedValues, type ComparisonRow, type Estimate } from '../figures.ts';
import type { CsvCell } from './csv.ts';
import { program } from './program.ts';

/** Every indicator with its means, intervals and difference, below lines that tell where the figures come from. */
export function indicatorTable(rows: readonly ComparisonRow[], figures: Figures): CsvCell[][] {
  const { file } = texts().compare;
  const estimated = (what: string, mean: string) => [mean, file.low(what), file.high(what)];
  return [
    ...headerLines(figures),
    [
      file.key,
      file.name,
      file.unit,
      file.group,
      ...estimated('A', file.mean('A')),
      ...estimated('B', file.mean('B')),
      ...estimated(file.difference, file.difference),
      file.count,
      file.definition,
      file.publishedValue,
      file.source,
    ],
    ...rows.map((row): CsvCell[] => [
      ...aboutRow(row),
      ...estimateCells(row.a),
      ...estimateCells(row.b),
      ...estimateCells(row.difference),
      row.difference.n,
      localised(row.indicator.definition),
      row.published?.value,
      row.published?.source,
    ]),
  ];
}

/** A line for each indicator in each replication, with the values of both scenarios. */
export function replicationTable(rows: readonly ComparisonRow[], figures: Figures): CsvCell[][] {
  const { file } = texts().compare;
  return [
    ...headerLines(figures),
    [file.key, file.name, file.unit, file.group, file.replication, 'A', 'B', file.difference],
    ...rows.flatMap((row) => {
      const [a, b] = pairedValues(row.key, figures);
      const about = aboutRow(row);
      return Array.from({ length: figures.replications }, (_, replication): CsvCell[] => {
        const [inA, inB] = [a[replication] ?? NaN, b[replication] ?? NaN];
        return [...about, replication + 1, inA, inB, inB - inA];
      });
    }),
  ];
}

function headerLines({ comparison, replications }: Figures): CsvCell[][] {
  const { file, factPeriodValue } = texts().compare;
  const { start, end } = comparison.a.horizon;
  return [
    [file.planA, localised(comparison.a.name)],
    [file.planB, localised(comparison.b.name)],
    [file.period, factPeriodValue(date(start), date(end))],
    [file.replications, replications],
    [file.seed, comparison.seed],
    [file.program, program],
    [],
  ];
}

/** Values are in the unit of the indicator, shares from 0 to 1 as everywhere but on the page. */
function aboutRow({ key, indicator, group }: ComparisonRow): CsvCell[] {
  const { units, shareInFiles } = texts().compare;
  return [
    key,
    localised(indicator.name),
    indicator.unit === 'share' ? shareInFiles : units[indicator.unit],
    group ? localised(group) : undefined,
  ];
}

function estimateCells({ mean, interval }: Estimate): CsvCell[] {
  return [mean, interval?.[0], interval?.[1]];
}
