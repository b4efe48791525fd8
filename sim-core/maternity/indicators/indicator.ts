import type { MaternityService } from '../maternity-service.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { Grouping } from './groups.ts';

/** Text in the two languages of the page. */
export interface LocalisedText {
  nb: string;
  en: string;
}

export type IndicatorUnit =
  | 'births'
  | 'women'
  | 'contacts'
  | 'share'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'rooms'
  | 'beds'
  | 'cots'
  | 'midwives'
  | 'posts'
  | 'shifts'
  | 'ratio'
  | 'kroner';

/** One question the simulation answers. Everything that shows an indicator reads it from the registry. */
export interface Indicator<Service = MaternityService> {
  id: string;
  /** What part of the service it tells of; the order of tables. */
  phase: 'births' | 'continuity' | 'pregnancy' | 'labour' | 'postnatal' | 'staff' | 'economy';
  unit: IndicatorUnit;
  /** Which way is better for the women and the service; `none` where neither is. */
  direction: 'higher' | 'lower' | 'none';
  /** Given once per group, with keys `id.group`, instead of once. */
  by?: Grouping;
  /** Shown first, and what `--replications auto` makes precise. */
  headline?: boolean;
  name: LocalisedText;
  definition: LocalisedText;
  /** What it is counted per; for shares and means the events or persons in the denominator. */
  denominator: LocalisedText;
  /** Its value when a run is over, in total or of one group; NaN where the denominator is zero. */
  value: (service: Service, group: string) => number;
}

/** An indicator, or the part of it that belongs to one group, as it stands in results under `key`. */
export interface IndicatorKey {
  key: string;
  indicator: Indicator;
  /** Name of the group, for indicators given by one. */
  group?: LocalisedText;
  /** The published figure beside which it is shown, if the base data has one. */
  published?: ModelInputs['data']['published'][string];
}
