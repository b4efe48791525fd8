import { localised } from '../language/language.ts';
import type { ComparisonRow } from './figures.ts';

/** Name of an indicator, with the group it belongs to. */
export function rowName({ indicator, group }: Pick<ComparisonRow, 'indicator' | 'group'>): string {
  return group ? `${localised(indicator.name)}, ${localised(group)}` : localised(indicator.name);
}
