import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { indicatorKeys } from '../../../sim-core/maternity/registry.ts';
import { localised } from '../../language/language.ts';

/** What a figure is called, with its group if it has one. @param key of an indicator */
export function figureTitle(inputs: ModelInputs, key: string): string {
  const about = indicatorKeys(inputs).find((one) => one.key === key);
  if (about === undefined) return key;
  const name = localised(about.indicator.name);
  return about.group ? `${name}, ${localised(about.group)}` : name;
}
