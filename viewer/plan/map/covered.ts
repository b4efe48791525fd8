import type { Covered } from './map-view.ts';
import { nameOfChange } from './model-shapes.ts';
import { districtsIn, inForceOn, type Planned } from './planned.ts';

/** What is in force in each district on a day, by the district’s id. */
export function coveredOn(day: string, planned: readonly Planned[]): Map<string, Covered> {
  const covered = new Map<string, Covered>();
  for (const { intervention } of planned) {
    if (!inForceOn(intervention, day)) continue;
    for (const { id, teams } of districtsIn(intervention)) {
      const before = covered.get(id) ?? { models: [], teams: 0 };
      const isNew = !before.models.some(({ model }) => model === intervention.model);
      const models = isNew
        ? [...before.models, { model: intervention.model, name: nameOfChange(intervention) }]
        : before.models;
      covered.set(id, { models, teams: before.teams + teams });
    }
  }
  return covered;
}
