import { flowSteps, type FlowStep, type Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';

/** A step of the way, at a site where it has one. */
export interface FlowPlace {
  /** As in `Flow`; of a step that women come back to, with `again:` before it. */
  key: string;
  step: FlowStep;
  site: string | undefined;
  /** True of the end of a way that leads back to a step that comes before, which is drawn by itself. */
  isAgain: boolean;
}

/** A way between two steps. */
export interface FlowLink {
  source: FlowPlace;
  target: FlowPlace;
  /** Mean over replications. */
  womenPerYear: number;
}

const again = 'again:';

/**
 * Mean flows of women in a year. Ways that lead back, or from one site to another at the same step, end in a place of their
 * own, so that no way is ever a ring.
 * @param days length of the horizon
 */
export function flowLinks(patterns: readonly Patterns[], days: number): FlowLink[] {
  const sums = new Map<string, { from: string; to: string; women: number }>();
  for (const { flows } of patterns) {
    for (const { from, to, women } of flows) {
      const key = `${from}>${to}`;
      const sum = sums.get(key) ?? { from, to, women: 0 };
      sum.women += women;
      sums.set(key, sum);
    }
  }
  const perYear = 365.25 / days / Math.max(1, patterns.length);
  return [...sums.values()]
    .map(({ from, to, women }) => {
      const [source, target] = [placeOf(from), placeOf(to)];
      const leadsOn = orderOf(source) < orderOf(target);
      return {
        source,
        target: leadsOn ? target : { ...target, key: again + target.key, isAgain: true },
        womenPerYear: women * perYear,
      };
    })
    .toSorted((a, b) => orderOf(a.source) - orderOf(b.source) || orderOf(a.target) - orderOf(b.target));
}

function placeOf(key: string): FlowPlace {
  const [step, site] = key.split('.');
  return { key, step: step as FlowStep, site, isAgain: false };
}

/** Every way ends at home after the birth, wherever the birth was. */
function orderOf({ step }: FlowPlace): number {
  return step === 'homeAfter' ? flowSteps.length : flowSteps.indexOf(step);
}
