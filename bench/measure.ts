import { Bench } from 'tinybench';

/** A piece of work that is done over and over; each call carries out `events` events. */
export interface Work {
  name: string;
  events: number;
  run: () => void;
}

/** Median nanoseconds per event of each work, in the order given. */
export function nanosecondsPerEvent(works: readonly Work[], time = 400): number[] {
  const bench = new Bench({ time, warmupTime: 150, iterations: 20, throws: true });
  for (const { name, run } of works) bench.add(name, run);
  bench.runSync();
  return bench.tasks.map(({ result }, index) => {
    if (result.state !== 'completed') throw new Error(`${works[index]!.name} was not measured: ${result.state}`);
    return (result.latency.p50 * 1e6) / works[index]!.events;
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Lays out rows as columns, the first to the left and the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))))
    .map((row) => row.join('  '))
    .join('\n');
}
