import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { changed } from './scenarios.ts';

/** A copy of some inputs in which people work both in a district and on a ward, from before the clock starts. */
export function withCombinedPositions(
  inputs: ModelInputs,
  change: Partial<Extract<ModelInputs['interventions'][number], { model: 'combined-positions' }>> = {},
): ModelInputs {
  return changed(inputs, ({ interventions }) => {
    interventions.push({
      model: 'combined-positions',
      start: '2025-01-01',
      districts: { 'nordre-aker': 6 },
      site: 'ullevaal',
      employer: 'ous',
      postsFrom: [
        { site: 'ullevaal', posts: 3 },
        { district: 'nordre-aker', posts: 3 },
      ],
      ...change,
    });
  });
}
