/** Texts for the first visit. */
export const tour = {};
