import type { Dictionary } from '../dictionary.ts';

export const people: Dictionary['people'] = {};
