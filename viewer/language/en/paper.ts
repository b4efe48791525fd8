import type { Dictionary } from '../dictionary.ts';

export const paper: Dictionary['paper'] = {};
