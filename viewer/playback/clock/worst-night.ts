import type { Course } from '../course.ts';
import type { Recording } from '../recording.ts';
import { nightFrom, nightUntil } from './light.ts';

/** The night in which women were longest without a midwife of their own. */
export interface WorstNight {
  /** When it begins (minutes of the clock). */
  from: number;
  /** When it ends. */
  to: number;
  /** Minutes that women in active labour shared their midwife or had none, summed over the women. */
  minutes: number;
}

/** Finds the worst night that lies wholly within the horizon, the first of several; undefined if no night was bad at all. */
export function worstNight(recording: {
  calendar: Recording['calendar'];
  playback: { from: number; to: number };
  index: { withoutOwn: Course };
}): WorstNight | undefined {
  const { calendar, playback, index } = recording;
  let worst: WorstNight | undefined;
  const last = calendar.dayOf(playback.to - 1);
  for (let day = calendar.dayOf(playback.from); day < last; day++) {
    const from = calendar.timeAt(day, nightFrom);
    const to = calendar.timeAt(day + 1, nightUntil);
    if (from < playback.from || to > playback.to) continue;
    const minutes = index.withoutOwn.over(from, to);
    if (minutes > (worst?.minutes ?? 0)) worst = { from, to, minutes };
  }
  return worst;
}
