import type { Account } from '../economy/account.ts';
import type { Ledger } from '../economy/ledger.ts';
import { partsOf } from './groups.ts';

const oerePerKrone = 100;

type Booked = { readonly ledger: Pick<Ledger, 'accounts' | 'accountsByYear'> };

const summedUp = new WeakMap<Booked, Map<string, Account>>();

/** What a payer has booked over the horizon of a run that is over; summed up once. */
export function accountOf(service: Booked, payer: string): Account {
  return accountsOf(service).get(payer)!;
}

/** What it has booked in a year. @param group of the grouping `payerYear` */
export function accountOfYear({ ledger }: Booked, group: string): Account {
  const { payer, other } = partsOf(group);
  return ledger.accountsByYear().find((booked) => booked.payer === payer && String(booked.year) === other)!.account;
}

/** Sum over all payers. */
export function totalOver(service: Booked, measure: (account: Account) => number): number {
  return [...accountsOf(service).values()].reduce((sum, account) => sum + measure(account), 0);
}

export function inKroner(oere: number): number {
  return oere / oerePerKrone;
}

function accountsOf(service: Booked): Map<string, Account> {
  let known = summedUp.get(service);
  if (known === undefined) summedUp.set(service, (known = service.ledger.accounts));
  return known;
}
