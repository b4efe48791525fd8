import type { Dictionary } from '../dictionary.ts';

export const charts: Dictionary['charts'] = {};
