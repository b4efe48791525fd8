import type { Account } from '../economy/economy.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { Indicator } from './indicator.ts';

const none = { nb: 'ingen', en: 'none' };

export const economyIndicators: Indicator[] = [
  {
    id: 'midwifeCost',
    phase: 'economy',
    unit: 'kroner',
    direction: 'lower',
    by: 'payer',
    name: { nb: 'Kostnad til jordmødre', en: 'Cost of midwives' },
    definition: {
      nb: 'Timer × tariff med tillegg og sosiale kostnader: jordmødre på føden, i teamene, og i bydelene for konsultasjoner og hjemmebesøk. For staten: tilskudd den gir.',
      en: 'Hours × tariff with supplements and on-cost: midwives of the labour wards, of the teams, and of the districts for consultations and home visits. For the state: grants it gives.',
    },
    denominator: none,
    value: (service, payer) => cost(account(service, payer)),
  },
  {
    id: 'grantsReceived',
    phase: 'economy',
    unit: 'kroner',
    direction: 'none',
    by: 'payer',
    name: { nb: 'Tilskudd mottatt', en: 'Grants received' },
    definition: {
      nb: 'Tilskudd i perioden, jevnt fordelt over tilskuddets egen periode.',
      en: 'Grants in the period, spread evenly over the period of the grant.',
    },
    denominator: none,
    value: (service, payer) => account(service, payer).grantsReceived,
  },
  {
    id: 'netCost',
    phase: 'economy',
    unit: 'kroner',
    direction: 'lower',
    by: 'payer',
    name: { nb: 'Kostnad etter tilskudd', en: 'Cost after grants' },
    definition: { nb: 'Kostnad minus tilskudd mottatt.', en: 'Cost minus grants received.' },
    denominator: none,
    value: (service, payer) => cost(account(service, payer)) - account(service, payer).grantsReceived,
  },
  {
    id: 'netCostTotal',
    phase: 'economy',
    unit: 'kroner',
    direction: 'lower',
    headline: true,
    name: { nb: 'Kostnad til jordmødre i alt', en: 'Cost of midwives in all' },
    definition: {
      nb: 'Sum over alle som betaler; tilskudd fra én til en annen går ut.',
      en: 'Sum over all payers; grants from one to another cancel.',
    },
    denominator: none,
    value: (service) => accounts(service).reduce((sum, payer) => sum + cost(payer) - payer.grantsReceived, 0),
  },
  {
    id: 'midwifePosts',
    phase: 'economy',
    unit: 'midwives',
    direction: 'none',
    by: 'payer',
    name: { nb: 'Jordmorårsverk', en: 'Midwife full-time posts' },
    definition: {
      nb: 'Årsverk som trengs for vaktene på føden og timene i bydelene, og årsverk i teamene.',
      en: 'Full-time posts needed for the shifts of the labour ward and the hours of the districts, and posts in the teams.',
    },
    denominator: none,
    value: (service, payer) => account(service, payer).posts,
  },
  {
    id: 'midwifePostsTotal',
    phase: 'economy',
    unit: 'midwives',
    direction: 'none',
    headline: true,
    name: { nb: 'Jordmorårsverk i alt', en: 'Midwife full-time posts in all' },
    definition: { nb: 'Sum over alle som betaler.', en: 'Sum over all payers.' },
    denominator: none,
    value: (service) => accounts(service).reduce((sum, payer) => sum + payer.posts, 0),
  },
];

function accounts(service: MaternityService): Account[] {
  return [...service.ledger.accounts.values()];
}

function account(service: MaternityService, payer: string): Account {
  return service.ledger.accounts.get(payer)!;
}

function cost({ wages, supplements, grantsGiven }: Account): number {
  return wages + supplements + grantsGiven;
}
