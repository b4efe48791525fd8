import type { Calendar, RandomStream } from '../../kernel/index.ts';
import { interventionsOf, type DatedIntervention } from '../interventions.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { sicknessSpells, type SicknessRules } from './absence-sickness.ts';

/** The largest share that one process of spells is asked for; more is put together from several. */
const largestShare = 0.5;

/** A run of days on which the people of an employer are ill so many times as often as usual. */
interface Stretch {
  fromDay: number;
  endDay: number;
  factor: number;
}

/**
 * Periods with more or less sickness than usual. The usual spells stay as they are in every scenario. Where the factor is
 * above 1 further spells come on top, from processes of their own that are independent of the usual one and end with the
 * period: a share e of days such that 1 − (1 − usual)(1 − e) is the factor times the usual share. When that would be 1 or
 * more, everybody is ill throughout. Where the factor is below 1 each usual spell is kept, for its days in the period, with
 * that probability. Factors multiply where several hold.
 */
export class SicknessWaves {
  private readonly waves: readonly DatedIntervention<'sickness-wave'>[];
  private readonly stretches = new Map<string, readonly Stretch[]>();

  constructor(inputs: ModelInputs, calendar: Calendar) {
    this.waves = interventionsOf(inputs, calendar, 'sickness-wave');
  }

  /** Whether there are any periods with more or less sickness. */
  get any(): boolean {
    return this.waves.length > 0;
  }

  /** Periods of the people of an employer in which sickness is not as usual, in order; none overlap. */
  of(employer: string): readonly Stretch[] {
    let stretches = this.stretches.get(employer);
    if (stretches === undefined) this.stretches.set(employer, (stretches = this.stretchesOf(employer)));
    return stretches;
  }

  private stretchesOf(employer: string): Stretch[] {
    const hers = this.waves.filter(
      ({ intervention: { employers } }) => employers === undefined || employers.includes(employer),
    );
    const edges = [...new Set(hers.flatMap(({ fromDay, endDay }) => [fromDay, endDay]))].sort((a, b) => a - b);
    return edges.slice(0, -1).flatMap((fromDay, index) => {
      const factor = hers.reduce(
        (product, wave) =>
          wave.fromDay <= fromDay && fromDay < wave.endDay ? product * wave.intervention.factor : product,
        1,
      );
      return factor === 1 ? [] : [{ fromDay, endDay: edges[index + 1]!, factor }];
    });
  }
}

/**
 * The days of a usual spell on which she is ill in spite of the periods of less sickness.
 * @param from @param to days, as those of the stretches; `to` is the day after the last
 * @param u uniform number of the spell
 */
export function keptDays(
  stretches: readonly Stretch[],
  from: number,
  to: number,
  u: number,
  mark: (from: number, to: number) => void,
): void {
  let day = from;
  for (const { fromDay, endDay, factor } of stretches) {
    if (endDay <= day || u < factor) continue;
    if (fromDay >= to) break;
    if (fromDay > day) mark(day, fromDay);
    day = endDay;
  }
  if (day < to) mark(day, to);
}

/**
 * The spells of a person beyond the usual ones.
 * @param rules of the usual spells
 * @param endDay the day after the last for which spells are wanted
 * @param firstDay the first of those days
 */
export function furtherSpells(
  stretches: readonly Stretch[],
  rules: SicknessRules,
  stream: RandomStream,
  firstDay: number,
  endDay: number,
  mark: (from: number, to: number) => void,
): void {
  const { share } = rules;
  for (const { fromDay, endDay: lastEnd, factor } of stretches) {
    const from = Math.max(fromDay, firstDay);
    const to = Math.min(lastEnd, endDay);
    if (factor <= 1 || share === 0 || to <= from) continue;
    // Share of days on which nobody but the usual process keeps her from being well.
    let well = Math.max(0, 1 - share * factor) / (1 - share);
    if (well === 0) mark(from, to);
    for (; well > 0 && well < 1;) {
      const next = Math.min(largestShare, 1 - well);
      well = next < largestShare ? 1 : well / (1 - next);
      sicknessSpells({ ...rules, share: next }, stream, to - from, (first, end) => mark(from + first, from + end));
    }
  }
}
