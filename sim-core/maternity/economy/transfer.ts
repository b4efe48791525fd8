import type { Accounts } from './accounts.ts';
import { incomeLines, givenLines, type PriceList, type QuantityUnit } from './price-list.ts';

/** Money that goes from one payer to another, by its two numbers in the price list. */
export interface Transfer {
  readonly received: number;
  readonly given: number;
}

/** Lists what a payer receives, and the same where it is given. @param price øre for one unit */
export function transferOf(
  priceList: PriceList,
  line: 'activityFunding' | 'grantsReceived' | 'subsidyReceived',
  what: string,
  unit: QuantityUnit,
  price: number,
): Transfer {
  return {
    received: priceList.add(line, what, unit, price),
    given: priceList.add(givenLines[incomeLines.indexOf(line)]!, what, unit, price),
  };
}

/** Books it with both. @param year index of the year @param amount in whole øre */
export function bookTransfer(
  accounts: Accounts,
  year: number,
  { received, given }: Transfer,
  giver: number,
  receiver: number,
  quantity: number,
  amount: number,
): void {
  accounts.at(year, receiver).book(received, quantity, amount);
  accounts.at(year, giver).book(given, quantity, amount);
}
