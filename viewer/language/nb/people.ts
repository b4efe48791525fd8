/** Texts for one woman, one midwife, one breach. */
export const people = {};
