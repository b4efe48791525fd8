import type { Calendar } from '../../../sim-core/kernel/calendar.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import type { Playback } from '../../../sim-core/maternity/record/columns.ts';

/** What of a recording the details of a woman or a midwife are read from; a `Recording` is one. */
export interface Recorded {
  readonly inputs: ModelInputs;
  readonly playback: Playback;
  readonly calendar: Calendar;
}

export const minutesPerHour = 60;
export const minutesPerDay = 1440;
export const minutesPerWeek = 10080;
