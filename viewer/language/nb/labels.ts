/** Texts for what the fields of the schema and of the base data are called. */
export const labels = {};
