import type { IndicatorKey } from '../../sim-core/maternity/indicators/indicator.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { indicatorKeys } from '../../sim-core/maternity/registry.ts';

/** The indicators that are shown first. */
export function headlineKeys(inputs: ModelInputs): IndicatorKey[] {
  return indicatorKeys(inputs).filter(({ indicator }) => indicator.headline);
}
