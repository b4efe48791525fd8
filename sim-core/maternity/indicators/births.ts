import { empirical } from '../../kernel/index.ts';
import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';
import { siteIndex } from './sites.ts';

const july = 6;
const december = 11;
const daysPerWeek = 7;
const weekendDays = 2;
const quietShare = 0.01;
const busyShare = 0.99;

const none = { nb: 'ingen', en: 'none' };
const perBirth = { nb: 'alle fødsler ved modellens fødesteder', en: 'all births at the sites of the model' };

/** How many births, where and when. */
export const birthIndicators: Indicator<MeasuredService>[] = [
  {
    id: 'births',
    phase: 'births',
    unit: 'births',
    direction: 'none',
    by: 'site',
    name: { nb: 'Fødsler', en: 'Births' },
    definition: {
      nb: 'Fødsler i perioden ved fødestedet der barnet faktisk ble født. Flerlinger regnes som én fødsel.',
      en: 'Births in the period at the site where the child was in fact born. Twins count as one birth.',
    },
    denominator: none,
    value: (service, site) => service.observations.birthsBySite[siteIndex(service, site)]!,
  },
  {
    id: 'birthsTotal',
    phase: 'births',
    unit: 'births',
    direction: 'none',
    headline: true,
    name: { nb: 'Fødsler ved alle fødestedene', en: 'Births at all sites' },
    definition: { nb: 'Sum av fødsler ved modellens fødesteder.', en: 'Sum of births at the sites of the model.' },
    denominator: none,
    value: births,
  },
  {
    id: 'birthsElsewhere',
    phase: 'births',
    unit: 'births',
    direction: 'none',
    name: { nb: 'Fødsler utenfor modellen', en: 'Births outside the model' },
    definition: {
      nb: 'Kvinner fra bydelene som føder et annet sted enn ved modellens fødesteder.',
      en: 'Women from the districts who give birth somewhere else than at the sites of the model.',
    },
    denominator: none,
    value: ({ observations }) => observations.birthsElsewhere,
  },
  {
    id: 'quietDay',
    phase: 'births',
    unit: 'births',
    direction: 'none',
    by: 'site',
    name: { nb: 'Fødsler på en rolig dag', en: 'Births on a quiet day' },
    definition: {
      nb: 'Så mange fødsler eller færre er det på 1 % av dagene.',
      en: 'On 1 % of the days there are so many births or fewer.',
    },
    denominator: { nb: 'dager', en: 'days' },
    value: (service, site) => empirical(quietShare, birthsOfDays(service, site)),
  },
  {
    id: 'busyDay',
    phase: 'births',
    unit: 'births',
    direction: 'none',
    by: 'site',
    name: { nb: 'Fødsler på en travel dag', en: 'Births on a busy day' },
    definition: {
      nb: 'Så mange fødsler eller færre er det på 99 % av dagene.',
      en: 'On 99 % of the days there are so many births or fewer.',
    },
    denominator: { nb: 'dager', en: 'days' },
    value: (service, site) => empirical(busyShare, birthsOfDays(service, site)),
  },
  {
    id: 'julyDecemberRatio',
    phase: 'births',
    unit: 'ratio',
    direction: 'none',
    name: { nb: 'Fødsler per dag i juli mot desember', en: 'Births a day in July against December' },
    definition: {
      nb: 'Fødsler i juli delt på fødsler i desember; begge månedene har 31 dager.',
      en: 'Births in July divided by births in December; both months have 31 days.',
    },
    denominator: { nb: 'fødsler i desember', en: 'births in December' },
    value: ({ observations }) => observations.birthsByMonth[july]! / observations.birthsByMonth[december]!,
  },
  {
    id: 'weekendFactor',
    phase: 'births',
    unit: 'ratio',
    direction: 'none',
    name: { nb: 'Fødsler per dag i helgen mot hele uken', en: 'Births a day at the weekend against the whole week' },
    definition: {
      nb: 'Fødsler per dag lørdag og søndag, delt på fødsler per dag i hele uken.',
      en: 'Births a day on Saturday and Sunday, divided by births a day over the whole week.',
    },
    denominator: { nb: 'fødsler per dag', en: 'births a day' },
    value: (service) => (service.observations.weekendBirths / births(service)) * (daysPerWeek / weekendDays),
  },
  {
    id: 'officeHoursShare',
    phase: 'births',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Fødsler mandag–fredag kl. 9–17', en: 'Births Monday to Friday, 9 to 17' },
    definition: {
      nb: 'Fødsler på hverdager mellom kl. 9 og 17, helligdager medregnet.',
      en: 'Births on weekdays between 9 and 17, public holidays included.',
    },
    denominator: perBirth,
    value: (service) => service.observations.officeHoursBirths / births(service),
  },
];

export function births({ observations }: MeasuredService): number {
  return observations.births.length;
}

/** Births at a site on each day of the horizon, ascending. */
function birthsOfDays(service: MeasuredService, site: string): number[] {
  const { calendar, horizon, observations } = service;
  const index = siteIndex(service, site);
  const firstDay = calendar.dayOf(horizon.from);
  const days = Array.from({ length: calendar.dayOf(horizon.to) - firstDay }, () => 0);
  for (let row = 0; row < observations.births.length; row++) {
    if (observations.births[row]!.birthSite === index) days[observations.birthDays[row]! - firstDay]!++;
  }
  return days.sort((a, b) => a - b);
}
