import { Bench } from 'tinybench';

/** A piece of work that is done over and over; each call carries out `events` events. */
export interface Work {
  name: string;
  events: number;
  run: () => void;
}

const rounds = 4;

/**
 * Nanoseconds per event of each work, in the order given: the median of many calls in the fastest of some rounds. The
 * works take turns, and what else goes on in a machine can only slow them down, so ratios hold better than the figures.
 * @param time milliseconds for each work
 */
export function nanosecondsPerEvent(works: readonly Work[], time = 300): number[] {
  const fastest = works.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    const bench = new Bench({ time: time / rounds, warmupTime: time / rounds / 2, iterations: 5, throws: true });
    for (const { name, run } of works) bench.add(name, run);
    bench.runSync();
    bench.tasks.forEach(({ result }, index) => {
      if (result.state !== 'completed') throw new Error(`${works[index]!.name} was not measured: ${result.state}`);
      fastest[index] = Math.min(fastest[index]!, (result.latency.p50 * 1e6) / works[index]!.events);
    });
  }
  return fastest;
}

/** Seconds of each of some runs that take turns, and what each gave: the fastest of several after one to warm up. */
export function fastestInTurn<Result>(
  runs: readonly (() => Result)[],
  times: number,
): { seconds: number; result: Result }[] {
  const outcomes = runs.map((run) => ({ seconds: Infinity, result: run() }));
  for (let turn = 0; turn < times; turn++) {
    runs.forEach((run, index) => {
      const outcome = outcomes[index]!;
      const before = performance.now();
      outcome.result = run();
      outcome.seconds = Math.min(outcome.seconds, (performance.now() - before) / 1000);
    });
  }
  return outcomes;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Millions a second, for so many nanoseconds each. */
export function millions(nanoseconds: number): string {
  return (1000 / nanoseconds).toFixed(nanoseconds > 1000 ? 2 : 1);
}

/** A table in Markdown, the first column to the left and the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(4, ...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(rows[0]!), line(rule), ...rows.slice(1).map(line)].join('\n');
}
