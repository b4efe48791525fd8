import type { MaternityService } from '../maternity-service.ts';
import type { Indicator } from './indicator.ts';

const july = 6;
const december = 11;
const daysPerWeek = 7;
const weekendDays = 2;

const perBirth = { nb: 'alle fødsler ved modellens fødesteder', en: 'all births at the sites of the model' };

export const birthIndicators: Indicator[] = [
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
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ observations, sites }, site) => observations.birthsBySite[sites.findIndex(({ id }) => id === site)]!,
  },
  {
    id: 'birthsTotal',
    phase: 'births',
    unit: 'births',
    direction: 'none',
    headline: true,
    name: { nb: 'Fødsler ved alle fødestedene', en: 'Births at all sites' },
    definition: { nb: 'Sum av fødsler ved modellens fødesteder.', en: 'Sum of births at the sites of the model.' },
    denominator: { nb: 'ingen', en: 'none' },
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
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ observations }) => observations.birthsElsewhere,
  },
  {
    id: 'nulliparousShare',
    phase: 'births',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Førstegangsfødende', en: 'Nulliparous women' },
    definition: {
      nb: 'Fødsler der kvinnen ikke har født før.',
      en: 'Births to women who have not given birth before.',
    },
    denominator: perBirth,
    value: (service) => service.observations.nulliparousBirths / births(service),
  },
  {
    id: 'inductionShare',
    phase: 'births',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Igangsatte fødsler', en: 'Induced births' },
    definition: { nb: 'Fødsler som ble satt i gang.', en: 'Births that were induced.' },
    denominator: perBirth,
    value: (service) => service.observations.induced / births(service),
  },
  {
    id: 'caesareanShare',
    phase: 'births',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Keisersnitt', en: 'Caesarean births' },
    definition: { nb: 'Fødsler med planlagt eller akutt keisersnitt.', en: 'Births by planned or acute caesarean.' },
    denominator: perBirth,
    value: (service) => caesareans(service) / births(service),
  },
  {
    id: 'plannedCaesareanShare',
    phase: 'births',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Andel av keisersnittene som er planlagt', en: 'Share of caesareans that are planned' },
    definition: {
      nb: 'Keisersnitt som var bestemt før fødselen begynte.',
      en: 'Caesareans that were decided before labour began.',
    },
    denominator: { nb: 'alle keisersnitt', en: 'all caesareans' },
    value: (service) => service.observations.plannedCaesareans / caesareans(service),
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

export function births({ observations }: MaternityService): number {
  return observations.birthsBySite.reduce((sum, count) => sum + count, 0);
}

function caesareans({ observations }: MaternityService): number {
  return observations.plannedCaesareans + observations.acuteCaesareans;
}
