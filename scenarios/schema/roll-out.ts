import type { BaseData } from './base-data.ts';
import type { Intervention, WrittenIntervention } from './scenario.ts';

/** What an intervention stands for: a roll-out for its list of teams, any other for itself. */
export function expanded(written: WrittenIntervention, _data: BaseData): Intervention[] {
  if (written.model !== 'roll-out') return [written];
  return [];
}
