import type { Calendar, Simulation } from '../kernel/index.ts';
import type { ModelInputs } from './model-inputs.ts';

const monthsPerYear = 12;
const interval = 60;

/** A site as far as the census counts it. */
export interface CountedSite {
  readonly labourRooms: { readonly inUse: number };
  readonly postnatalBeds: { readonly inUse: number };
  readonly hotelBeds: { readonly inUse: number };
}

/** What is counted, for each hospital over its sites together. Beds of the postnatal hotel count as postnatal beds. */
export type CensusSubject = 'labourRooms' | 'postnatalBeds';

/**
 * How many rooms and beds of each hospital are in use, counted at equal intervals. Where a hospital has several sites, the
 * quantiles of what they use together cannot be had from the statistics of each.
 */
export class Census {
  /** Identifiers of the hospitals. */
  private readonly hospitals: string[];
  private readonly calendar: Calendar;
  private readonly hospitalOfSite: readonly number[];
  private readonly counts: Record<CensusSubject, LevelCounts[]>;

  constructor({ data }: ModelInputs, calendar: Calendar) {
    this.calendar = calendar;
    this.hospitals = Object.keys(data.hospitals);
    this.hospitalOfSite = Object.values(data.sites).map(({ hospital }) => this.hospitals.indexOf(hospital));
    const levels = (): LevelCounts[] => this.hospitals.map(() => new LevelCounts());
    this.counts = { labourRooms: levels(), postnatalBeds: levels() };
  }

  /** Counts every hour from now on, first half an hour from now: between the full hours at which much happens at once. */
  start(simulation: Simulation, sites: readonly CountedSite[]): void {
    const count = (): void => {
      this.take(simulation.now, sites);
      simulation.schedule(interval, count);
    };
    simulation.schedule(interval / 2, count);
  }

  /** Counts what is in use at this moment. @param now minutes of the clock */
  take(now: number, sites: readonly CountedSite[]): void {
    const month = this.calendar.dateOf(now).month - 1;
    const { labourRooms, postnatalBeds } = this.counts;
    for (let hospital = 0; hospital < labourRooms.length; hospital++) {
      let rooms = 0;
      let beds = 0;
      for (let site = 0; site < sites.length; site++) {
        if (this.hospitalOfSite[site] !== hospital) continue;
        rooms += sites[site]!.labourRooms.inUse;
        beds += sites[site]!.postnatalBeds.inUse + sites[site]!.hotelBeds.inUse;
      }
      labourRooms[hospital]!.add(rooms, month);
      postnatalBeds[hospital]!.add(beds, month);
    }
  }

  /** Mean over all counts, or over those of a month (0 to 11); NaN without any. */
  mean(subject: CensusSubject, hospital: string, month?: number): number {
    return this.of(subject, hospital).mean(month);
  }

  /** The lowest level that at least `share` of the counts did not exceed; NaN without any. */
  quantile(subject: CensusSubject, hospital: string, share: number): number {
    return this.of(subject, hospital).quantile(share);
  }

  private of(subject: CensusSubject, hospital: string): LevelCounts {
    return this.counts[subject][this.hospitals.indexOf(hospital)]!;
  }
}

/** How often each level was counted, and sums by month. */
class LevelCounts {
  private readonly times: number[] = [];
  private readonly sums = new Float64Array(monthsPerYear);
  private readonly numbers = new Float64Array(monthsPerYear);

  add(level: number, month: number): void {
    while (this.times.length <= level) this.times.push(0);
    this.times[level]!++;
    this.sums[month]! += level;
    this.numbers[month]!++;
  }

  mean(month?: number): number {
    if (month !== undefined) return this.sums[month]! / this.numbers[month]!;
    return this.sums.reduce((sum, value) => sum + value, 0) / this.total;
  }

  quantile(share: number): number {
    const { total } = this;
    let seen = 0;
    for (let level = 0; level < this.times.length; level++) {
      seen += this.times[level]!;
      if (seen >= share * total) return level;
    }
    return NaN;
  }

  private get total(): number {
    return this.numbers.reduce((sum, value) => sum + value, 0);
  }
}
