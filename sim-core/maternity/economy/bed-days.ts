import type { LevelTimes } from '../../kernel/index.ts';
import type { PricedBed } from './care-costs.ts';
import type { Ledger } from './ledger.ts';

const minutesPerDay = 1440;

type Used = { readonly usage: LevelTimes };

/** A site as far as its beds are counted. */
export interface SiteWithBeds {
  /** A key of `economy.payers`. */
  readonly hospital: string;
  readonly beds: Readonly<Record<PricedBed, Used>>;
}

/**
 * Books the days for which beds have been in use, from what the resources keep of it: by whomever, and for every minute.
 * To be read at the end of each calendar year and of the horizon.
 */
export class BedDays {
  private readonly ledger: Ledger;
  private readonly sites: readonly { site: SiteWithBeds; booked: Map<PricedBed, number> }[];
  private readonly since: number;

  /** @param since when the count of the resources began, in minutes of the clock */
  constructor(ledger: Ledger, sites: readonly SiteWithBeds[], since: number) {
    this.ledger = ledger;
    this.sites = sites.map((site) => ({ site, booked: new Map() }));
    this.since = since;
  }

  /** Books what has been used since it was booked last. @param now after `since`, at the end of the year it belongs to */
  book(now: number): void {
    for (const { site, booked } of this.sites) {
      for (const bed of Object.keys(site.beds) as PricedBed[]) {
        const used = (site.beds[bed].usage.mean(now) * (now - this.since)) / minutesPerDay;
        // A difference of great numbers may be below zero by a rounding error when no bed has been used.
        const days = Math.max(0, used - (booked.get(bed) ?? 0));
        booked.set(bed, used);
        this.ledger.bedDays(site.hospital, bed, days, now);
      }
    }
  }
}
