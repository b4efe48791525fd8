/** Texts for the forms made from the schema. */
export const form = {};
