import { Tally } from '../sim-core/kernel/index.ts';
import { runReplication } from '../sim-core/maternity/run-replication.ts';
import { table } from './measure.ts';
import { comparedPlans, shippedInputs } from './shipped-inputs.ts';

const base = 'dagens';
const replications = 20;
const figures = { knownMidwife: 'known midwife', oneToOne: 'one-to-one', netCostTotal: 'net cost' } as const;
type Figure = keyof typeof figures;
type Columns = Record<Figure, number[]>;

/**
 * What pairing is worth: the variance of the difference between two scenarios when both have the same women and people, and
 * when they are run independently with as many replications, as text.
 */
export function benchVariance(): string {
  const columns = new Map([base, ...comparedPlans].map((name) => [name, run(name)]));
  // Each plan against today, and against the one before it in the list.
  const pairs: [string, string][] = [
    ...comparedPlans.map((plan): [string, string] => [base, plan]),
    ...comparedPlans.slice(1).map((plan, index): [string, string] => [comparedPlans[index]!, plan]),
  ];
  const rows = [['variance of the difference', 'figure', 'independent ÷ paired', 'sd paired', 'sd independent']];
  for (const [first, second] of pairs) {
    for (const figure of Object.keys(figures) as Figure[]) {
      const [a, b] = [columns.get(first)![figure], columns.get(second)![figure]];
      const paired = variance(b.map((value, replication) => value - a[replication]!));
      const independent = variance(a) + variance(b);
      const name = `${second} − ${first}`;
      rows.push([name, figures[figure], ratioText(independent / paired), sd(paired, figure), sd(independent, figure)]);
    }
  }
  return `${table(rows)}\n\n${replications} replications each; independent is the sum of the two variances.`;
}

function run(name: string): Columns {
  const inputs = shippedInputs(name);
  const columns: Columns = { knownMidwife: [], oneToOne: [], netCostTotal: [] };
  for (let replication = 0; replication < replications; replication++) {
    const { indicators } = runReplication(inputs, 'bench', replication, false);
    for (const figure of Object.keys(figures) as Figure[]) columns[figure].push(indicators[figure]!);
  }
  return columns;
}

function variance(values: readonly number[]): number {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally.standardDeviation ** 2;
}

/** A dash where neither scenario varies, or the difference does not. */
function ratioText(ratio: number): string {
  if (!Number.isFinite(ratio)) return '–';
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(1);
}

/** In percentage points or NOK million. */
function sd(squared: number, figure: Figure): string {
  return figure === 'netCostTotal' ? (Math.sqrt(squared) / 1e6).toFixed(3) : (Math.sqrt(squared) * 100).toFixed(3);
}
