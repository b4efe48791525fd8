/** Where a woman is, as far as the picture is concerned. */
export const Place = {
  /** At home, or in a hospital outside the model. */
  away: 0,
  reception: 1,
  antenatalBed: 2,
  labourRoom: 3,
  theatre: 4,
  recovery: 5,
  postnatalBed: 6,
  hotel: 7,
  betweenSites: 8,
} as const;

export type Place = (typeof Place)[keyof typeof Place];

/** Number of places. */
export const placeCount = 9;

/** How far she has come. */
export const Stage = {
  /** Not registered yet. */
  unknown: 0,
  /** Pregnant, until active labour or a caesarean; the trace does not tell when an induction becomes labour. */
  pregnant: 1,
  active: 2,
  born: 3,
  /** Ready for the postnatal ward, but keeps the place she has. */
  waitingForBed: 4,
  /** The last check is over. */
  followedUp: 5,
  /** Lost to follow-up before birth. */
  lost: 6,
} as const;

/** What a team midwife does, apart from being on call. */
export const MidwifeTask = { none: 0, called: 1, attending: 2 } as const;

/** Stands where a woman, a midwife or a site would have a number. */
export const nobody = -1;
