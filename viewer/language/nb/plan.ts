/** Texts for the planner’s documents: naming, saving, opening, sharing, undo. */
export const plan = {};
