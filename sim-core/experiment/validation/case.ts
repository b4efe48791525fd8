import { estimate } from '../../kernel/index.ts';
import type { IndicatorUnit, LocalisedText } from '../../maternity/indicators/indicator.ts';

/** A figure with a known answer. */
export interface Reference {
  /** What it is, in the words of the source, e.g. "P(wait)". */
  figure: string;
  value: number;
  unit: string;
  /**
   * How far the mean may lie from the value, the bound included. Without it the figure is judged by its z-score: the
   * distance in standard errors must be below 3.
   */
  tolerance?: number;
  /** 95 % half-width of the value, when it is an estimate itself; z takes both standard errors into account. */
  halfWidth?: number;
  /** Of a published figure of the real world: how far it can be trusted, and why a model may rightly differ from it. */
  published?: PublishedBasis;
}

export interface PublishedBasis {
  /** V stands in the named source, D is derived from such figures, U is an assumption. */
  confidence: 'V' | 'D' | 'U';
  unit: IndicatorUnit;
  name: LocalisedText;
  explanation?: LocalisedText;
}

/** A model whose answer is known, built from the same parts as the maternity model. */
export interface ValidationCase {
  id: string;
  title: string;
  /** Where the answers come from. */
  source: string;
  references: Reference[];
  /** Number of independent replications when nothing else is asked for. */
  replications: number;
  /** One replication: a value for each reference, in order. */
  replicate: (seed: string, replication: number) => number[];
}

export interface FigureOutcome extends Reference {
  mean: number;
  standardError: number;
  n: number;
  /** 95 % Student interval of the mean. */
  ci95: [number, number];
  z: number;
  /** Within the tolerance or, without one, within the bounds of z. */
  inside: boolean;
  /** Inside, or, when the reference is published but not verified, outside with an explanation. */
  passed: boolean;
}

export interface CaseOutcome {
  id: string;
  title: string;
  source: string;
  figures: FigureOutcome[];
  passed: boolean;
}

const largestZ = 3;
/** Two-sided 95 % quantile of the normal law. */
const normal95 = 1.96;

/** Runs a case and holds every figure against its reference. */
export function runCase(validationCase: ValidationCase, seed: string, replications: number): CaseOutcome {
  const values = validationCase.references.map((): number[] => []);
  for (let replication = 0; replication < replications; replication++) {
    validationCase.replicate(seed, replication).forEach((value, index) => values[index]!.push(value));
  }
  const figures = validationCase.references.map((reference, index) => judge(reference, values[index]!));
  const { id, title, source } = validationCase;
  return { id, title, source, figures, passed: figures.every(({ passed }) => passed) };
}

function judge(reference: Reference, values: readonly number[]): FigureOutcome {
  const { mean, sd, n, ci95 } = estimate(values);
  const standardError = sd / Math.sqrt(n);
  const distance = mean - reference.value;
  const referenceError = (reference.halfWidth ?? 0) / normal95;
  const error = Math.sqrt(standardError * standardError + referenceError * referenceError);
  // Without scatter (a quantile that is the same whole number every time) only equality will do.
  const z = error === 0 ? (distance === 0 ? 0 : Infinity) : distance / error;
  const inside = reference.tolerance === undefined ? Math.abs(z) < largestZ : Math.abs(distance) <= reference.tolerance;
  const { published } = reference;
  const isExplained = published?.confidence !== 'V' && published?.explanation !== undefined && Number.isFinite(mean);
  return { ...reference, mean, standardError, n, ci95, z, inside, passed: inside || isExplained };
}

/** How the z-scores of all figures that are judged by them lie: if all is well, 95 % are within ±1.96 and they scatter by 1. */
export interface ZScores {
  count: number;
  /** Share within ±1.96. */
  shareInside: number;
  mean: number;
  standardDeviation: number;
  /** The largest distance from zero. */
  largest: number;
}

export function zScores(outcomes: readonly CaseOutcome[]): ZScores {
  const scores = outcomes.flatMap(({ figures }) =>
    figures.flatMap(({ tolerance, z }) => (tolerance === undefined ? [z] : [])),
  );
  const { mean, sd } = estimate(scores);
  return {
    count: scores.length,
    shareInside: scores.filter((z) => Math.abs(z) < normal95).length / scores.length,
    mean,
    standardDeviation: sd,
    largest: Math.max(...scores.map(Math.abs)),
  };
}
