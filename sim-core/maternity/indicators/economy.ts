import type { Account } from '../economy/account.ts';
import type { MaternityService } from '../maternity-service.ts';
import { professions } from '../staff/person.ts';
import { WorkKind } from '../staff/worked-time.ts';
import type { Indicator } from './indicator.ts';

const oerePerKrone = 100;
const none = { nb: 'ingen', en: 'none' };
const sumOverPayers = { nb: 'Sum over alle som betaler.', en: 'Sum over all payers.' };

export const economyIndicators: Indicator[] = [
  {
    id: 'staffCost',
    phase: 'economy',
    unit: 'kroner',
    direction: 'lower',
    by: 'payer',
    name: { nb: 'Kostnad til personell', en: 'Cost of staff' },
    definition: {
      nb: 'Lønn til jordmødre, helsesykepleiere og barnepleiere i avtalt stilling, med tillegg, overtid, ekstravakter, beredskap, innleie, reiser, feriepenger og sosiale kostnader. For staten: tilskudd den gir.',
      en: 'Pay of midwives, health nurses and assistants in their contract positions, with supplements, overtime, extra shifts, on-call pay, hired staff, travel, holiday pay and on-cost. For the state: grants it gives.',
    },
    denominator: none,
    value: (service, payer) => cost(account(service, payer)),
  },
  {
    id: 'supplementCost',
    phase: 'economy',
    unit: 'kroner',
    direction: 'none',
    by: 'payer',
    name: { nb: 'Tillegg for kveld, natt, helg og helgedag', en: 'Supplements for unsocial hours' },
    definition: {
      nb: 'Tillegg for arbeid på kveld og natt, i helg og på helgedag, uten feriepenger og sosiale kostnader.',
      en: 'Supplements for work in the evening and at night, at weekends and on public holidays, without holiday pay and on-cost.',
    },
    denominator: none,
    value: (service, payer) => account(service, payer).supplements / oerePerKrone,
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
    value: (service, payer) => account(service, payer).grantsReceived / oerePerKrone,
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
    value: (service, payer) => netCost(account(service, payer)),
  },
  {
    id: 'netCostTotal',
    phase: 'economy',
    unit: 'kroner',
    direction: 'lower',
    headline: true,
    name: { nb: 'Kostnad til personell i alt', en: 'Cost of staff in all' },
    definition: {
      nb: 'Sum over alle som betaler; tilskudd fra én til en annen går ut.',
      en: 'Sum over all payers; grants from one to another cancel.',
    },
    denominator: none,
    value: (service) => accounts(service).reduce((sum, payer) => sum + netCost(payer), 0),
  },
  {
    id: 'staffPosts',
    phase: 'economy',
    unit: 'posts',
    direction: 'none',
    by: 'payer',
    name: { nb: 'Årsverk', en: 'Full-time posts' },
    definition: {
      nb: 'Årsverk i avtalt stilling for jordmødre, helsesykepleiere og barnepleiere, og det ekstravakter, overtid og innleie svarer til: timer delt på arbeidede timer i et årsverk.',
      en: 'Full-time posts of contract positions of midwives, health nurses and assistants, and what extra shifts, overtime and hired staff are equal to: hours divided by the hours at work of a full-time post.',
    },
    denominator: none,
    value: (service, payer) =>
      professions.reduce((sum, profession) => sum + account(service, payer).posts(profession), 0),
  },
  {
    id: 'midwifePosts',
    phase: 'economy',
    unit: 'midwives',
    direction: 'none',
    by: 'payer',
    name: { nb: 'Jordmorårsverk', en: 'Midwife full-time posts' },
    definition: {
      nb: 'Jordmorårsverk i avtalt stilling, og det ekstravakter, overtid og innleie svarer til.',
      en: 'Full-time posts of midwives by contract, and what extra shifts, overtime and hired staff are equal to.',
    },
    denominator: none,
    value: (service, payer) => account(service, payer).posts('midwife'),
  },
  {
    id: 'midwifePostsTotal',
    phase: 'economy',
    unit: 'midwives',
    direction: 'none',
    headline: true,
    name: { nb: 'Jordmorårsverk i alt', en: 'Midwife full-time posts in all' },
    definition: sumOverPayers,
    denominator: none,
    value: (service) => accounts(service).reduce((sum, payer) => sum + payer.posts('midwife'), 0),
  },
  {
    id: 'overtimeHours',
    phase: 'economy',
    unit: 'hours',
    direction: 'lower',
    by: 'payer',
    name: { nb: 'Overtid', en: 'Overtime' },
    definition: { nb: 'Timer arbeidet på overtid.', en: 'Hours worked as overtime.' },
    denominator: none,
    value: (service, payer) => account(service, payer).hours(WorkKind.overtime),
  },
  {
    id: 'extraShiftHours',
    phase: 'economy',
    unit: 'hours',
    direction: 'none',
    by: 'payer',
    name: { nb: 'Ekstravakter', en: 'Extra shifts' },
    definition: {
      nb: 'Timer på vakter utenom egen turnus, innenfor full stilling.',
      en: 'Hours of shifts beyond the roster, within the full-time week.',
    },
    denominator: none,
    value: (service, payer) => account(service, payer).hours(WorkKind.extraShift),
  },
  {
    id: 'hiredHours',
    phase: 'economy',
    unit: 'hours',
    direction: 'lower',
    by: 'payer',
    name: { nb: 'Innleie', en: 'Hired staff' },
    definition: {
      nb: 'Timer som er dekket av personell leid inn fra byrå.',
      en: 'Hours covered by staff hired from an agency.',
    },
    denominator: none,
    value: (service, payer) => account(service, payer).hiredHours,
  },
];

function accounts(service: MaternityService): Account[] {
  return [...service.ledger.accounts.values()];
}

function account(service: MaternityService, payer: string): Account {
  return service.ledger.accounts.get(payer)!;
}

/** In kroner. */
function cost({ staffCost, grantsGiven }: Account): number {
  return (staffCost + grantsGiven) / oerePerKrone;
}

function netCost(payer: Account): number {
  return cost(payer) - payer.grantsReceived / oerePerKrone;
}
