/** The lines of an account, in the order in which they are shown. */
export const lines = [
  // Staff: salaries of contract positions, what is paid beyond them, and what comes on top.
  'contractPay',
  'supplements',
  'overtime',
  'extraShifts',
  'onCall',
  'holidayPay',
  'onCost',
  'hired',
  'travel',
  // Beside staff.
  'bedDays',
  'consumables',
  'teamBase',
  'training',
  'doula',
  'practitionerFees',
  // Money that comes in from other payers, and the same money where it goes out.
  'activityFunding',
  'grantsReceived',
  'subsidyReceived',
  'activityFundingGiven',
  'grantsGiven',
  'subsidyGiven',
] as const;
export type Line = (typeof lines)[number];

export const staffLines: readonly Line[] = lines.slice(0, lines.indexOf('bedDays'));
export const otherLines: readonly Line[] = lines.slice(lines.indexOf('bedDays'), lines.indexOf('activityFunding'));
export const incomeLines: readonly Line[] = ['activityFunding', 'grantsReceived', 'subsidyReceived'];
export const givenLines: readonly Line[] = ['activityFundingGiven', 'grantsGiven', 'subsidyGiven'];

/** What the quantity of a price is counted in. */
export type QuantityUnit =
  'hours' | 'minutes' | 'days' | 'years' | 'posts × years' | 'births' | 'stays' | 'persons' | 'contacts' | 'kroner';

/** Something that has a price. */
export interface Item {
  readonly line: Line;
  /** What it is, e.g. `midwife/rota/weekend`; unique within its line. */
  readonly what: string;
  readonly unit: QuantityUnit;
  /** Øre for one unit; for what comes on top of pay, and is counted in kroner, øre for one krone. */
  readonly price: number;
}

/** Everything that can be booked, numbered as it is listed: accounts hold a quantity and an amount of each. */
export class PriceList {
  readonly items: Item[] = [];

  /** @returns its number */
  add(line: Line, what: string, unit: QuantityUnit, price: number): number {
    return this.items.push({ line, what, unit, price }) - 1;
  }
}
