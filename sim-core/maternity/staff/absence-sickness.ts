import type { RandomStream } from '../../kernel/index.ts';
import { ln } from '../../kernel/elementary.ts';

/** How often a person is ill and for how long; means in days. */
export interface SicknessRules {
  /** Share of days, 0…0.5. */
  share: number;
  /** Share of spells that are short. */
  shortShare: number;
  shortMean: number;
  longMean: number;
}

/**
 * Days of sickness: an alternating renewal process in whole days. Spells are short or long, and they and the days between
 * them last a geometric number of days, at least one. It is in its long-run state on the first day: she is ill with
 * probability `share`, in a spell whose kind is weighted by length, and what is left of it is geometric again (Cox,
 * Renewal Theory, 1962, ch. 5 and 7).
 * @param days number of days, from the first on
 * @param mark called for each spell with its first day and the day after its last, 0 … days
 */
export function sicknessSpells(
  rules: SicknessRules,
  stream: RandomStream,
  days: number,
  mark: (from: number, to: number) => void,
): void {
  const { share, shortShare, shortMean, longMean } = rules;
  if (share === 0) return;
  const meanSpell = shortShare * shortMean + (1 - shortShare) * longMean;
  const meanHealthy = (meanSpell * (1 - share)) / share;
  let day = 0;
  if (stream.next() < share) {
    const short = stream.next() < (shortShare * shortMean) / meanSpell;
    day = geometricDays(stream.next(), short ? shortMean : longMean);
    mark(0, Math.min(day, days));
  }
  for (;;) {
    day += geometricDays(stream.next(), meanHealthy);
    if (day >= days) return;
    const short = stream.next() < shortShare;
    const end = day + geometricDays(stream.next(), short ? shortMean : longMean);
    mark(day, Math.min(end, days));
    day = end;
  }
}

/** 1, 2, 3, … with equal chance of ending each day. @param mean 1 or more */
function geometricDays(u: number, mean: number): number {
  return 1 + Math.floor(ln(1 - u) / ln(1 - 1 / mean));
}
