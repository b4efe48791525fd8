import type { nb } from './nb.ts';

/** Literal texts become `string`, functions keep their parameters, groups keep exactly their keys. */
type Widened<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { [Key in keyof T]: Widened<T[Key]> };

/** All texts of the page in one language. Bokmål is the original; a translation has neither more nor fewer keys. */
export type Dictionary = Widened<typeof nb>;
