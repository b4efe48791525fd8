/** Texts for moving posts, and what they cost. */
export const posts = {};
