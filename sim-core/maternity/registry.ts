import { birthIndicators } from './indicators/births.ts';
import { continuityIndicators } from './indicators/continuity.ts';
import { economyIndicators } from './indicators/economy.ts';
import type { Indicator, IndicatorKey, LocalisedText } from './indicators/indicator.ts';
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

/**
 * The keys under which a scenario's results stand, with indicators by site or payer spelled out, in display order, each
 * with the published figure that the base data has for it.
 */
export function indicatorKeys(inputs: ModelInputs): IndicatorKey[] {
  const withPublished = (key: IndicatorKey): IndicatorKey => {
    const published = inputs.data.published[key.key];
    return published === undefined ? key : { ...key, published };
  };
  return indicators.flatMap((indicator): IndicatorKey[] =>
    indicator.by === undefined
      ? [withPublished({ key: indicator.id, indicator })]
      : groupIds(inputs, indicator.by).map((id) =>
          withPublished({ key: `${indicator.id}.${id}`, indicator, group: groupName(inputs, indicator.by!, id) }),
        ),
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

function groupName({ data }: ModelInputs, by: 'site' | 'payer', id: string): LocalisedText {
  return by === 'site' ? { nb: data.sites[id]!.name, en: data.sites[id]!.name } : data.economy.payers[id]!.name;
}

function groupIds(inputs: ModelInputs, by: 'site' | 'payer'): string[] {
  return by === 'site' ? siteIds(inputs) : Object.keys(inputs.data.economy.payers);
}
