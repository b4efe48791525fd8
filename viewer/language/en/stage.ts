import type { Dictionary } from '../dictionary.ts';

export const stage: Dictionary['stage'] = {};
