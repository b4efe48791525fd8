import type { Dictionary } from '../dictionary.ts';

export const planMap: Dictionary['planMap'] = {};
