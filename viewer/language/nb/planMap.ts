/** Texts for the planner’s map and the roll-out in time. */
export const planMap = {};
