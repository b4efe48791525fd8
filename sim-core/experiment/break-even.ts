import type { Estimate } from './comparison.ts';

/** One value that was tried, and what the plan then costs more than its base. */
export interface Trial {
  value: number;
  difference: Estimate;
}

export type BreakEvenOutcome =
  /** It holds at one end of the range and not at the other. */
  | 'found'
  /** It holds, or does not, at both ends and in the middle. */
  | 'holds throughout'
  | 'exceeds throughout'
  /** Both ends agree and the middle does not: there are two break-evens or more, and none is sought. */
  | 'turns';

export interface BreakEven {
  outcome: BreakEvenOutcome;
  /** The nearest values on both sides of the break-even, where it was found. */
  holds?: Trial;
  exceeds?: Trial;
  /** Between the two by straight line, where values need not be whole. */
  value?: number;
  /** False when differences of the values tried, in order, both rise and fall: there may be more than one break-even. */
  monotone: boolean;
  /** Every value that was tried, smallest first. */
  trials: Trial[];
}

export interface BreakEvenOptions {
  from: number;
  to: number;
  /** Only whole numbers can be tried. */
  whole: boolean;
  /** The paired difference of cost at some values. */
  tryValues: (values: readonly number[]) => Promise<Estimate[]>;
}

/** Of values that need not be whole, the range is halved until it is this part of what was asked for, or less. */
const finestPart = 1 / 256;

/**
 * Finds by bisection the value of a number at which a plan costs as much as its base: its mean difference is not above zero
 * on one side and above zero on the other. With the same replications at every value the difference is a function of the
 * value, so bisection is sound; where that function is not monotone it finds one of its zeros.
 */
export async function breakEven({ from, to, whole, tryValues }: BreakEvenOptions): Promise<BreakEven> {
  const trials: Trial[] = [];
  const attempt = async (...values: number[]): Promise<Trial[]> => {
    const differences = await tryValues(values);
    const made = values.map((value, index) => ({ value, difference: differences[index]! }));
    trials.push(...made);
    return made;
  };
  const middleOf = (a: number, b: number): number => (whole ? Math.floor((a + b) / 2) : (a + b) / 2);
  const result = (outcome: BreakEvenOutcome, holdsAt?: Trial, exceedsAt?: Trial): BreakEven => {
    const sorted = trials.sort((a, b) => a.value - b.value);
    const value = holdsAt === undefined || exceedsAt === undefined || whole ? undefined : zero(holdsAt, exceedsAt);
    return {
      outcome,
      ...(holdsAt === undefined ? {} : { holds: holdsAt }),
      ...(exceedsAt === undefined ? {} : { exceeds: exceedsAt }),
      ...(value === undefined ? {} : { value }),
      monotone: isMonotone(sorted),
      trials: sorted,
    };
  };

  const [first, last] = (await attempt(from, to)) as [Trial, Trial];
  const middle = middleOf(from, to);
  const hasMiddle = from < middle && middle < to;
  if (holds(first) === holds(last)) {
    const turns = hasMiddle && holds((await attempt(middle))[0]!) !== holds(first);
    return result(turns ? 'turns' : holds(first) ? 'holds throughout' : 'exceeds throughout');
  }
  let [low, high] = [first, last];
  const width = whole ? 1 : (to - from) * finestPart;
  while (high.value - low.value > width) {
    const [trial] = (await attempt(middleOf(low.value, high.value))) as [Trial];
    if (holds(trial) === holds(low)) low = trial;
    else high = trial;
  }
  return holds(low) ? result('found', low, high) : result('found', high, low);
}

function holds({ difference }: Trial): boolean {
  return difference.mean <= 0;
}

/** Where the straight line between two differences, one above zero and one not, is zero. */
function zero(a: Trial, b: Trial): number {
  const share = a.difference.mean / (a.difference.mean - b.difference.mean);
  return a.value + share * (b.value - a.value);
}

function isMonotone(trials: readonly Trial[]): boolean {
  const steps = trials.slice(1).map(({ difference }, index) => difference.mean - trials[index]!.difference.mean);
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}
