import type { Accounts } from './accounts.ts';
import type { Line, PriceList, QuantityUnit } from './price-list.ts';

const oerePerKrone = 100;

/** What a payer paid, got or gave in a year for one thing: quantity × price, each booking rounded to whole øre. */
export interface BreakdownLine {
  readonly payer: string;
  /** Calendar year. */
  readonly year: number;
  readonly line: Line;
  /** What it is, e.g. `midwife/rota/weekend`. */
  readonly what: string;
  readonly quantity: number;
  readonly unit: QuantityUnit;
  /** Kroner for one unit. */
  readonly price: number;
  /** Kroner; differs from quantity × price by half an øre a booking at most, and an øre where payers share. */
  readonly amount: number;
  readonly bookings: number;
}

/** Everything that has been booked, payer by payer and year by year; the amounts of a line sum to the account's. */
export function breakdownOf(accounts: Accounts, { items }: PriceList): BreakdownLine[] {
  return [...accounts.entries()].flatMap(({ payer, year, account }) =>
    items.flatMap(({ line, what, unit, price }, index): BreakdownLine[] => {
      const bookings = account.bookings[index]!;
      if (bookings === 0) return [];
      const quantity = account.quantities[index]!;
      const amount = account.amounts[index]! / oerePerKrone;
      return [{ payer, year, line, what, quantity, unit, price: price / oerePerKrone, amount, bookings }];
    }),
  );
}
