import { category, exponential, RandomStream } from '../sim-core/kernel/index.ts';

/** Number of increments drawn beforehand: a power of two, so that they can be gone round with a mask. */
export const draws = 2 ** 16;

/** Times of events for the hold model: where so many pending events stand at the start, and how far ahead each is put back. */
export interface IncrementLaw {
  name: string;
  initialTimes: (size: number) => Float64Array;
  /** `draws` increments, drawn beforehand, so that the queues are measured and not the logarithm. */
  increments: (size: number) => Float64Array;
}

const stream = new RandomStream('bench', 0, 'increments');
const draw = (count: number, next: () => number): Float64Array => Float64Array.from({ length: count }, next);
const unitExponential = (): number => exponential(stream.next(), 1);

/** Minutes to forty weeks, as in the maternity model: shares of the events and mean increments in minutes. */
const spans = [
  { share: 0.6, mean: 5 },
  { share: 0.3, mean: 24 * 60 },
  { share: 0.1, mean: 280 * 24 * 60 },
];

/** A draw from the spans when each is taken with a weight. */
function mixture(weights: readonly number[]): () => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const cumulative = weights.map((weight) => (sum += weight / total));
  return () => exponential(stream.next(), spans[category(stream.next(), cumulative)]!.mean);
}

export const incrementLaws: IncrementLaw[] = [
  {
    name: 'exponential',
    initialTimes: (size) => draw(size, unitExponential),
    increments: () => draw(draws, unitExponential),
  },
  {
    name: 'minutes to forty weeks',
    // As it stands after a long time: nearly all pending events are far ahead, since those soon over leave soon.
    initialTimes: (size) => draw(size, mixture(spans.map(({ share, mean }) => share * mean))),
    increments: () => draw(draws, mixture(spans.map(({ share }) => share))),
  },
  {
    name: 'all at the same time',
    initialTimes: (size) => new Float64Array(size),
    increments: () => new Float64Array(draws).fill(1),
  },
  {
    name: 'bursts of 1, 2, 3, … at a time',
    initialTimes: (size) => Float64Array.from({ length: size }, (_, event) => burstOf(event)),
    // Each burst is put back as a whole behind all the others.
    increments: (size) => new Float64Array(draws).fill(burstOf(size) + 1),
  },
];

/** The number of the burst an event belongs to, when the bursts have 1, 2, 3, … events. */
function burstOf(event: number): number {
  return Math.floor((Math.sqrt(8 * event + 1) - 1) / 2);
}
