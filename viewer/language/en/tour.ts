import type { Dictionary } from '../dictionary.ts';

export const tour: Dictionary['tour'] = {};
