import type { Dictionary } from '../dictionary.ts';

export const labels: Dictionary['labels'] = {};
