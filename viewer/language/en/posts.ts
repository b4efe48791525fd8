import type { Dictionary } from '../dictionary.ts';

export const posts: Dictionary['posts'] = {};
