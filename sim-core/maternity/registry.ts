import { birthIndicators } from './indicators/births.ts';
import { continuityIndicators } from './indicators/continuity.ts';
import { economyIndicators } from './indicators/economy.ts';
import type { Indicator, IndicatorKey } from './indicators/indicator.ts';
import { labourIndicators } from './indicators/labour.ts';
import { postnatalIndicators } from './indicators/postnatal.ts';
import type { MaternityService } from './maternity-service.ts';
import { siteIds, type ModelInputs } from './model-inputs.ts';

/** Every indicator, in the order in which they are shown. */
export const indicators: readonly Indicator[] = [
  ...continuityIndicators,
  ...labourIndicators,
  ...postnatalIndicators,
  ...economyIndicators,
  ...birthIndicators,
];

/** The keys under which a scenario's results stand, with indicators by site or payer spelled out, in display order. */
export function indicatorKeys(inputs: ModelInputs): IndicatorKey[] {
  return indicators.flatMap((indicator): IndicatorKey[] =>
    indicator.by === undefined
      ? [{ key: indicator.id, indicator }]
      : groupIds(inputs, indicator.by).map((id) => ({
          key: `${indicator.id}.${id}`,
          indicator,
          group:
            indicator.by === 'site'
              ? { nb: inputs.data.sites[id]!.name, en: inputs.data.sites[id]!.name }
              : inputs.data.economy.payers[id]!.name,
        })),
  );
}

/** The value of every indicator when a run is over, by key. */
export function indicatorValues(service: MaternityService): Record<string, number> {
  return Object.fromEntries(
    indicators.flatMap((indicator): [string, number][] =>
      indicator.by === undefined
        ? [[indicator.id, indicator.value(service, '')]]
        : groupIds(service.inputs, indicator.by).map((id) => [`${indicator.id}.${id}`, indicator.value(service, id)]),
    ),
  );
}

function groupIds(inputs: ModelInputs, by: 'site' | 'payer'): string[] {
  return by === 'site' ? siteIds(inputs) : Object.keys(inputs.data.economy.payers);
}
