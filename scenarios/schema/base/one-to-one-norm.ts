import { z } from 'zod';
import { figure } from '../figure.ts';

/** How midwives on standby make up for a labour ward that cannot give every woman in active labour one of her own. */
export const oneToOneNorm = z.strictObject({
  /** At home at any time, if an intervention says nothing else. */
  standby: figure(z.int().min(1).max(10), 'midwives'),
  /** So long a midwife has been lacking when one is called. */
  callAfter: figure(z.number().min(0).max(720), 'minutes'),
  /** From the call until she is on the ward. */
  journey: figure(z.number().min(0).max(240), 'minutes'),
});
