import { category, cumulativeShares, uniform, type Quantile } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { truncatedNormal } from './truncated-normal.ts';

type Gestation = ModelInputs['data']['clinical']['gestation'];

/** Length of pregnancy at birth, in days from the last period. */
export class GestationLaw {
  private readonly bands: Gestation['pretermBands'];
  private readonly cumulative: number[];
  private readonly gestation: Gestation;
  private readonly term: Quantile;

  constructor(gestation: Gestation) {
    const { pretermBands, mean, standardDeviation, minimum, maximum } = gestation;
    this.gestation = gestation;
    this.bands = pretermBands;
    this.cumulative = cumulativeShares(pretermBands.map(({ share }) => share));
    this.term = truncatedNormal(mean, standardDeviation, minimum, maximum);
  }

  /** The longest pregnancy there is. */
  get longest(): number {
    return Math.max(this.gestation.maximum, ...this.bands.map(({ toDay }) => toDay));
  }

  /**
   * A band of preterm births, evenly within it, or a normal distribution between its bounds.
   * @param preterm share of births before term in the woman's group
   * @param uBand decides on preterm birth and on its band
   */
  draw(preterm: number, uBand: number, u: number): number {
    if (uBand < preterm) {
      const band = this.bands[category(uBand / preterm, this.cumulative)]!;
      return uniform(u, band.fromDay, band.toDay);
    }
    return this.term(u);
  }

  /** Share of preterm births that come before a day of gestation, which lies before term. */
  shareOfPretermBefore(day: number): number {
    return this.bands.reduce((sum, { fromDay, toDay, share }) => {
      const within = toDay === fromDay ? Number(day > fromDay) : (day - fromDay) / (toDay - fromDay);
      return sum + share * Math.min(1, Math.max(0, within));
    }, 0);
  }
}
