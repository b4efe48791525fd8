/**
 * The states written to the trace of a maternity run, i.e. what a playback can show. `entity` is the woman's number,
 * `place` the index of a site in `siteIds(inputs)` unless the comment says otherwise.
 */
export const TraceState = {
  /**
   * Registered for antenatal care, or, later, with a team that starts. place: index of her origin; other: index of her
   * team, or −1.
   */
  registered: 1,
  /** Admitted to an antenatal bed for induction. */
  antenatalBed: 2,
  /** In triage, labour has begun; waits for a labour room if none is free. */
  triage: 3,
  /** Sent to another site in labour. place: the site she leaves; other: index of the site she goes to. */
  diverted: 4,
  /** Takes a labour room. */
  labourRoom: 5,
  /** Active labour begins: from now on she should have a midwife of her own. */
  activeLabour: 6,
  /** Taken to theatre, from home (planned caesarean) or from labour. */
  theatre: 7,
  /** The child is born. other: mode of birth, see BirthMode. */
  birth: 8,
  /** Ready for the postnatal ward but keeps her place because no bed is free. */
  waitingForPostnatalBed: 9,
  postnatalBed: 10,
  /** Leaves hospital. */
  discharged: 11,
  /** A labour room is being cleaned after her. */
  cleaningBegins: 13,
  cleaningEnds: 14,
  /** Gives birth outside the model's sites. place: index of her origin. */
  birthElsewhere: 15,
  /** A team midwife is called to her birth. place: index of the team; other: number of the midwife within the team. */
  midwifeCalled: 16,
  /** The team midwife is with her. place and other as above. */
  midwifeArrived: 17,
  /** The team midwife leaves her. place and other as above. */
  midwifeLeft: 18,
  /** entity −1: number of open labour rooms changes to `other`. */
  labourRoomsOpen: 20,
  /** entity −1: number of open postnatal beds changes to `other`. */
  postnatalBedsOpen: 21,
  /** entity −1: place: index of a team; other: number of its midwife who is first on call from now. */
  onCall: 22,
  /**
   * entity −1: somebody comes on duty. place: index of a unit in `workforce.units`; other: number of the person, or of hired
   * staff, −100 and below.
   */
  shiftBegins: 23,
  /** entity −1: somebody goes off duty. place and other as above. */
  shiftEnds: 24,
  /** In recovery beside the theatre, after a caesarean. */
  recovery: 25,
  /** Moves from the postnatal ward to the postnatal hotel. */
  hotelBed: 26,
  /** Her child is admitted to neonatal care. */
  neonatalAdmission: 27,
  /** Her child leaves neonatal care. */
  neonatalDischarge: 28,
  /** She or her child is admitted again. other: 0 the child, 1 she. */
  readmitted: 29,
  readmissionEnds: 30,
  /** A midwife of the labour ward takes care of her from now. other: number of the person, or −1 when nobody does. */
  wardMidwife: 31,
  /** Lost to follow-up before birth. place: index of her origin. */
  lostToFollowUp: 32,
  /** The last check is over. place: index of her origin. */
  followUpEnded: 33,
  /** Her planned caesarean is put off to the next working day. */
  caesareanPutOff: 34,
  /**
   * A contact begins; `contact` + the number of its ContactKind. place: index of the site or of the origin; other: number of
   * the person, or a `Provider`.
   */
  contact: 40,
} as const;

export type TraceState = (typeof TraceState)[keyof typeof TraceState];

export const BirthMode = { spontaneous: 0, instrumental: 1, plannedCaesarean: 2, acuteCaesarean: 3 } as const;

export type BirthMode = (typeof BirthMode)[keyof typeof BirthMode];
