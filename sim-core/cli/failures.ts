/** The user asked for something that can't be done: wrong arguments or a wrong scenario. Shown without a stack trace; exit 2. */
export class UsageError extends Error {}

/** The work could not be carried out, e.g. results could not be written. Shown without a stack trace; exit 1. */
export class RunError extends Error {}

export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;
