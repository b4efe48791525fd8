/** Texts for the printed paper. */
export const paper = {};
