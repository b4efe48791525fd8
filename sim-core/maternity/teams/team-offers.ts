import type { Woman } from '../women/woman.ts';

/** What came of a woman's wish for a place in a team of her district. */
export const Offer = {
  /** No team was meant for her, or none took women on at her time. */
  none: 0,
  accepted: 1,
  /** She was asked and does not want a place. */
  declined: 2,
  /** She wants a place, and every team was full. */
  turnedAway: 3,
} as const;
export type Offer = (typeof Offer)[keyof typeof Offer];

/** What the teams have offered to whom. A later answer takes the place of an earlier one. */
export class TeamOffers {
  private readonly latest: Uint8Array;

  /** @param women number of women */
  constructor(women: number) {
    this.latest = new Uint8Array(women);
  }

  of({ number }: Woman): Offer {
    return this.latest[number] as Offer;
  }

  note({ number }: Woman, offer: Offer): void {
    this.latest[number] = offer;
  }
}
