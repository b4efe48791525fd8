import { category, cumulativeShares } from '../../kernel/index.ts';
import { siteIds, type ModelInputs } from '../model-inputs.ts';
import { GestationLaw } from './gestation.ts';
import type { ObstetricGroup, Parity, Risk } from './obstetric-groups.ts';

type Data = ModelInputs['data'];

/** Where the women of a sector are to give birth: its sites, or the regional unit because of their risk. */
export class PlacesOfBirth {
  private readonly sites: number[];
  private readonly cumulative: number[];
  private readonly regionalUnit: Data['clinical']['regionalUnit'];
  private readonly regionalSite: number;

  constructor(inputs: ModelInputs, { placeOfBirth }: Data['sectors'][string]) {
    const sites = siteIds(inputs);
    const { clinical } = inputs.data;
    this.sites = Object.keys(placeOfBirth).map((site) => sites.indexOf(site));
    this.cumulative = cumulativeShares(Object.values(placeOfBirth));
    this.regionalUnit = clinical.regionalUnit;
    this.regionalSite = clinical.regionalUnit === undefined ? -1 : sites.indexOf(clinical.regionalUnit.site);
  }

  /** Index of a site, or −1 for a place outside the model. @param uRegional decides whether the regional unit takes her */
  draw(gestation: number, risk: Risk, uPlace: number, uRegional: number): number {
    if (this.regionalUnit !== undefined && uRegional < this.regionalShare(gestation, risk)) return this.regionalSite;
    return this.sites[category(uPlace, this.cumulative)]!;
  }

  private regionalShare(gestation: number, risk: Risk): number {
    const { veryPretermBefore, veryPretermShare, highRiskShare } = this.regionalUnit!;
    if (gestation < veryPretermBefore) return veryPretermShare;
    return risk === 'high' ? highRiskShare : 0;
  }
}

/** Births a year that are intended at each site, in the order of the sites: sectors, and what goes to the regional unit. */
export function expectedBirths(inputs: ModelInputs): number[] {
  const { data } = inputs;
  const sites = siteIds(inputs);
  const births = sites.map(() => 0);
  const regionalSite = data.clinical.regionalUnit === undefined ? -1 : sites.indexOf(data.clinical.regionalUnit.site);
  const toRegionalUnit = {
    nulliparous: regionalShareOf('nulliparous', data),
    multiparous: regionalShareOf('multiparous', data),
  };
  for (const origin of Object.values(data.origins)) {
    const sector = data.sectors[origin.sector]!;
    const { nulliparousShare, placeOfBirth } = sector;
    const moved = nulliparousShare * toRegionalUnit.nulliparous + (1 - nulliparousShare) * toRegionalUnit.multiparous;
    sites.forEach((site, index) => {
      births[index]! += origin.births * (1 - moved) * (placeOfBirth[site] ?? 0);
    });
    if (regionalSite >= 0) births[regionalSite]! += origin.births * moved;
  }
  return births;
}

/** Share of the women of one parity whom the regional unit takes, wherever they live. */
function regionalShareOf(parity: Parity, { clinical }: Data): number {
  const { regionalUnit, risk } = clinical;
  if (regionalUnit === undefined) return 0;
  const veryPreterm = new GestationLaw(clinical.gestation).shareOfPretermBefore(regionalUnit.veryPretermBefore);
  const shareOf = (group: ObstetricGroup): number => {
    const before = group.preterm * veryPreterm;
    const high = group.risk === 'high' ? 1 - before : group.preterm - before + (1 - group.preterm) * risk.illness.high;
    return group.share * (before * regionalUnit.veryPretermShare + high * regionalUnit.highRiskShare);
  };
  return Object.values(clinical.groups[parity]).reduce((sum, group) => sum + shareOf(group), 0);
}
