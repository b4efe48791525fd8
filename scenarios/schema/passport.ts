/** How far a figure can be trusted: V stands in the named source, D is derived from such figures, U is an assumption. */
export type Confidence = 'V' | 'D' | 'U';

/** A figure as it stands in a base data file. */
export interface Figure<T> {
  value: T;
  unit: string;
  source: string;
  year?: number | string | undefined;
  confidence: Confidence;
  note?: string | undefined;
  movedFrom?: unknown;
  reason?: string | undefined;
  low?: T | undefined;
  high?: T | undefined;
}

/** The same structure with every figure replaced by its bare value: what the model computes with. */
export type Plain<T> =
  T extends Figure<infer V>
    ? V
    : T extends readonly (infer E)[]
      ? Plain<E>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T;

/** Tells whether a parsed value is a figure, i.e. a leaf with a passport. */
export function isFigure(value: unknown): value is Figure<unknown> {
  return typeof value === 'object' && value !== null && 'value' in value && 'unit' in value;
}

/** Strips every passport, leaving the values. The input is not changed. */
export function plain<T>(value: T): Plain<T> {
  if (isFigure(value)) return value.value as Plain<T>;
  if (Array.isArray(value)) return value.map((element) => plain(element)) as Plain<T>;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, plain(element)])) as Plain<T>;
  }
  return value as Plain<T>;
}
