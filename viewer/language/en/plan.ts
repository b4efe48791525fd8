import type { Dictionary } from '../dictionary.ts';

export const plan: Dictionary['plan'] = {};
