import type { ValidationCase } from './case.ts';
import { censusCases } from './census-cases.ts';
import { lineCases } from './line-cases.ts';
import { methodCases } from './method-cases.ts';
import { publishedCases } from './published-cases.ts';
import { roomCases } from './room-cases.ts';
import { teamCases } from './team-cases.ts';

/** Every case whose answer is known from theory or from the literature and that needs no scenario. */
export const knownCases: ValidationCase[] = [
  ...roomCases,
  ...censusCases,
  ...lineCases,
  ...publishedCases,
  ...teamCases,
  ...methodCases,
];
