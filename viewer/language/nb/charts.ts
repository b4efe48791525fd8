/** Texts for patterns drawn under the comparison. */
export const charts = {};
