import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { Accounts } from './accounts.ts';
import type { PriceList } from './price-list.ts';
import { roundedOere } from './tariff.ts';
import { bookTransfer, transferOf, type Transfer } from './transfer.ts';

const oerePerKrone = 100;

/** Money given to a payer by another, so many øre for each of its days. */
interface DatedGrant {
  readonly what: string;
  readonly giver: string;
  readonly payer: string;
  /** First day, and the day after the last. */
  readonly fromDay: number;
  readonly endDay: number;
  /** Not rounded. */
  readonly perDay: number;
}

/** The grants that a scenario asks for: some of those that are known, by the days of their own period, and free ones. */
export function datedGrants({ data, interventions }: ModelInputs, calendar: Calendar): DatedGrant[] {
  const { economy } = data;
  const day = (date: string): number => calendar.dayNumber(date);
  return interventions.flatMap((intervention, index): DatedGrant[] => {
    if (intervention.model !== 'grant' && intervention.model !== 'known-grant') return [];
    const { start, end, payer } = intervention;
    const own =
      intervention.model === 'grant'
        ? { ...intervention, giver: intervention.giver ?? economy.statePayer, what: `grant ${index + 1}` }
        : { ...knownGrant(economy, intervention.grant), what: intervention.grant };
    return [
      {
        what: `${own.what}/${payer}/${start}`,
        giver: own.giver,
        payer,
        fromDay: Math.max(day(start), day(own.start)),
        endDay: Math.min(day(end), day(own.end)) + 1,
        perDay: (own.kroner * oerePerKrone) / (day(own.end) + 1 - day(own.start)),
      },
    ];
  });
}

/** Books the grants of a scenario. */
export class Grants {
  private readonly grants: readonly (DatedGrant & { readonly transfer: Transfer })[];

  constructor(inputs: ModelInputs, calendar: Calendar, priceList: PriceList) {
    this.grants = datedGrants(inputs, calendar).map((grant) => ({
      ...grant,
      transfer: transferOf(priceList, 'grantsReceived', grant.what, 'days', grant.perDay),
    }));
  }

  book(accounts: Accounts): void {
    for (const { transfer, giver, payer, fromDay, endDay, perDay } of this.grants) {
      for (const [year, { firstDay, endDay: yearEnds }] of accounts.years.entries()) {
        const days = Math.max(0, Math.min(endDay, yearEnds) - Math.max(fromDay, firstDay));
        if (days === 0) continue;
        const amount = roundedOere(perDay * days);
        bookTransfer(accounts, year, transfer, accounts.payer(giver), accounts.payer(payer), days, amount);
      }
    }
  }
}

function knownGrant({ grants }: ModelInputs['data']['economy'], id: string): (typeof grants)[string] {
  const grant = grants[id];
  if (grant === undefined) throw new RangeError(`Unknown grant "${id}"`);
  return grant;
}
