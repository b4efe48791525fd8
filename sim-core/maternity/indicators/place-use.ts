import type { LevelTimes } from '../../kernel/index.ts';
import type { CensusSubject } from '../census.ts';
import type { Observations } from '../observations.ts';
import type { Waits } from '../waits.ts';
import type { Indicator, IndicatorUnit, LocalisedText } from './indicator.ts';
import type { MeasuredService, MeasuredSite } from './measured-service.ts';
import { highQuantile, siteOf } from './sites.ts';

type Phase = Indicator['phase'];

const overTime = { nb: 'tid', en: 'time' };

/** The mean wait for a kind of place, and the share who had to wait at all. */
export function waits(
  phase: Phase,
  [meanId, shareId]: [meanId: string, shareId: string],
  what: LocalisedText,
  definition: LocalisedText,
  denominator: LocalisedText,
  of: (observations: Observations) => Waits,
  headline = false,
): Indicator<MeasuredService>[] {
  return [
    {
      id: meanId,
      phase,
      unit: 'minutes',
      direction: 'lower',
      name: { nb: `Venting på ${what.nb}`, en: `Wait for ${what.en}` },
      definition,
      denominator,
      value: ({ observations }) => of(observations).mean,
    },
    {
      id: shareId,
      phase,
      unit: 'share',
      direction: 'lower',
      ...(headline ? { headline } : {}),
      name: { nb: `Måtte vente på ${what.nb}`, en: `Had to wait for ${what.en}` },
      definition,
      denominator,
      value: ({ observations }) => of(observations).shareWaited,
    },
  ];
}

/** What is in use at each site: the mean over time, and what suffices for 95 % of it. */
export function inUse(
  id: string,
  phase: Phase,
  unit: IndicatorUnit,
  name: LocalisedText,
  definition: LocalisedText,
  usage: (site: MeasuredSite) => LevelTimes,
): Indicator<MeasuredService>[] {
  const about = { phase, unit, direction: 'none', by: 'site', denominator: overTime } as const;
  return [
    {
      ...about,
      id,
      name,
      definition,
      value: (service, site) => usage(siteOf(service, site)).mean(service.simulation.now),
    },
    {
      ...about,
      id: `${id}High`,
      name: { nb: `${name.nb}, 95-prosentil`, en: `${name.en}, 95th percentile` },
      definition: {
        nb: `Så mange eller færre er i bruk 95 % av tiden. ${definition.nb}`,
        en: `So many or fewer are in use 95 % of the time. ${definition.en}`,
      },
      value: (service, site) => usage(siteOf(service, site)).quantile(service.simulation.now, highQuantile),
    },
  ];
}

/** What the sites of a hospital use together, from the hourly census. */
export function census(
  id: string,
  phase: Phase,
  unit: IndicatorUnit,
  name: LocalisedText,
  definition: LocalisedText,
  value: (service: MeasuredService, hospital: string) => number,
): Indicator<MeasuredService> {
  const denominator = { nb: 'timer', en: 'hours' };
  return { id, phase, unit, direction: 'none', by: 'hospital', name, definition, denominator, value };
}

/** Mean of the census, over the whole horizon or one of its months (0 to 11). */
export const censusMean =
  (subject: CensusSubject, month?: number) =>
  (service: MeasuredService, hospital: string): number =>
    service.census.mean(subject, hospital, month);
/** The level that the census does not exceed for a share of the time. */
export const censusQuantile =
  (subject: CensusSubject, share: number) =>
  (service: MeasuredService, hospital: string): number =>
    service.census.quantile(subject, hospital, share);
