import type { MeasuredService, MeasuredSite } from './measured-service.ts';

/** The share of the time for which what is in use suffices, in indicators of high occupancy. */
export const highQuantile = 0.95;
export const veryHighQuantile = 0.99;

export function siteIndex({ sites }: MeasuredService, id: string): number {
  return sites.findIndex((site) => site.id === id);
}

export function siteOf(service: MeasuredService, id: string): MeasuredSite {
  return service.sites[siteIndex(service, id)]!;
}

/** Sum over all sites, or over those of one hospital. */
export function sumOverSites(
  { sites, inputs }: MeasuredService,
  value: (site: MeasuredSite, index: number) => number,
  hospital?: string,
): number {
  return sites.reduce(
    (sum, site, index) =>
      hospital === undefined || inputs.data.sites[site.id]!.hospital === hospital ? sum + value(site, index) : sum,
    0,
  );
}
