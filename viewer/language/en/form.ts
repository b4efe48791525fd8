import type { Dictionary } from '../dictionary.ts';

export const form: Dictionary['form'] = {};
