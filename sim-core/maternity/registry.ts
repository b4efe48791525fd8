import { birthIndicators } from './indicators/births.ts';
import { clinicalIndicators } from './indicators/clinical.ts';
import { combinedPositionIndicators } from './indicators/combined-positions.ts';
import { conservationIndicators } from './indicators/conservation.ts';
import { continuityIndicators } from './indicators/continuity.ts';
import { economyIndicators } from './indicators/economy.ts';
import { groupsOf } from './indicators/groups.ts';
import { homeIndicators } from './indicators/home.ts';
import type { Indicator, IndicatorKey } from './indicators/indicator.ts';
import { knownMidwifeIndicators } from './indicators/known-midwife.ts';
import { labourIndicators } from './indicators/labour.ts';
import { labourPlaceIndicators } from './indicators/labour-places.ts';
import { postnatalIndicators } from './indicators/postnatal.ts';
import { postnatalPlaceIndicators } from './indicators/postnatal-places.ts';
import { pregnancyIndicators } from './indicators/pregnancy.ts';
import { shockIndicators } from './indicators/shocks.ts';
import { staffIndicators } from './indicators/staff.ts';
import { teamIndicators } from './indicators/teams.ts';
import { supportIndicators } from './indicators/support.ts';
import { standbyIndicators } from './indicators/standby.ts';
import type { MaternityService } from './maternity-service.ts';
import type { ModelInputs } from './model-inputs.ts';

/** Every indicator, in the order in which they are shown. */
export const indicators: readonly Indicator[] = [
  ...knownMidwifeIndicators,
  ...continuityIndicators,
  ...combinedPositionIndicators,
  ...pregnancyIndicators,
  ...supportIndicators,
  ...labourIndicators,
  ...labourPlaceIndicators,
  ...postnatalIndicators,
  ...postnatalPlaceIndicators,
  ...homeIndicators,
  ...staffIndicators,
  ...teamIndicators,
  ...standbyIndicators,
  ...shockIndicators,
  ...economyIndicators,
  ...birthIndicators,
  ...clinicalIndicators,
  ...conservationIndicators,
];

/**
 * The keys under which a scenario's results stand, with indicators by group spelled out, in display order, each with the
 * published figure that the base data has for it.
 */
export function indicatorKeys(inputs: ModelInputs): IndicatorKey[] {
  const withPublished = (key: IndicatorKey): IndicatorKey => {
    const published = inputs.data.published[key.key];
    return published === undefined ? key : { ...key, published };
  };
  return indicators.flatMap((indicator): IndicatorKey[] =>
    indicator.by === undefined
      ? [withPublished({ key: indicator.id, indicator })]
      : groupsOf(inputs, indicator.by).map(({ id, name }) =>
          withPublished({ key: `${indicator.id}.${id}`, indicator, group: name }),
        ),
  );
}

/** The value of every indicator when a run is over, by key. */
export function indicatorValues(service: MaternityService): Record<string, number> {
  return Object.fromEntries(
    indicators.flatMap((indicator): [string, number][] =>
      indicator.by === undefined
        ? [[indicator.id, indicator.value(service, '')]]
        : groupsOf(service.inputs, indicator.by).map(({ id }) => [
            `${indicator.id}.${id}`,
            indicator.value(service, id),
          ]),
    ),
  );
}
