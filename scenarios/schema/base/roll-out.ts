import { z } from 'zod';
import { figure } from '../figure.ts';

/** What a roll-out of teams takes for granted unless it says otherwise. */
export const rollOut = z.strictObject({
  /** From the decision until those who were engaged can begin. */
  recruitmentWeeks: figure(z.number().min(0).max(104), 'weeks'),
});
