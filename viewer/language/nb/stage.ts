/** Texts for city, hospitals, wards and midwives as they are played back. */
export const stage = {};
