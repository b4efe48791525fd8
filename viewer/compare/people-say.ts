/** A share as people say it: `part` of `whole`. */
export interface Fraction {
  part: number;
  whole: number;
}

/**
 * The wholes that people use, and how far a fraction of each may lie from the share: relative to the smaller of the
 * share and what is left of it, so that 97 of 100 is not said as 10 of 10.
 */
const wholes = [
  { whole: 10, tolerance: 0.08 },
  { whole: 20, tolerance: 0.08 },
  { whole: 100, tolerance: 0.25 },
  { whole: 1000, tolerance: Infinity },
];

/** How far the difference that is said may lie from the true one, relative to it. */
const differenceTolerance = 0.5;

/** Shares that are nearer to each other than this factor are easier to compare as parts of the same whole. */
const near = 2;

/** The simplest fraction that is near enough to a share (0…1): 0.62 is 6 of 10, 0.05 is 1 of 20. */
export function fractionOf(share: number): Fraction {
  const { whole } = wholes.find(({ whole: candidate, tolerance }) => isNear(share, candidate, tolerance))!;
  return { part: Math.round(share * whole), whole };
}

/** Wholes that two shares which are far from each other are both said as parts of, if both can be. */
const commonWholes = wholes.filter(({ whole }) => whole === 10 || whole === 100);

/**
 * Two shares as fractions that can be held up against each other: of the same whole, unless one of them is so much smaller
 * that it would come to nothing.
 *
 * @param isClear true if they are known to differ; they are then not said with the same words, nor much further apart than
 * they are
 */
export function comparableFractions(a: number, b: number, isClear: boolean): [Fraction, Fraction] {
  const found = (areNear(a, b) ? wholes : commonWholes).find(
    ({ whole: candidate, tolerance }) =>
      isNear(a, candidate, tolerance) &&
      isNear(b, candidate, tolerance) &&
      (!isClear || candidate === 1000 || tellsDifference(a, b, candidate)),
  );
  if (found === undefined) return [fractionOf(a), fractionOf(b)];
  const { whole } = found;
  return [
    { part: Math.round(a * whole), whole },
    { part: Math.round(b * whole), whole },
  ];
}

/** Whether parts of a whole differ about as much as the shares: 0.54 and 0.58 are not said as 5 and 6 of 10. */
function tellsDifference(a: number, b: number, whole: number): boolean {
  const said = (Math.round(a * whole) - Math.round(b * whole)) / whole;
  return said !== 0 && Math.abs(said - (a - b)) <= differenceTolerance * Math.abs(a - b);
}

function isNear(share: number, whole: number, tolerance: number): boolean {
  return (
    tolerance === Infinity ||
    Math.abs(Math.round(share * whole) / whole - share) <= tolerance * Math.min(share, 1 - share)
  );
}

function areNear(a: number, b: number): boolean {
  const within = (x: number, y: number) => Math.max(x, y) <= near * Math.min(x, y);
  return within(a, b) && within(1 - a, 1 - b);
}
