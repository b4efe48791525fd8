/** The phases of care that continuity is measured over. */
export const CarePhase = { pregnancy: 0, birth: 1, postnatal: 2 } as const;
export type CarePhase = (typeof CarePhase)[keyof typeof CarePhase];

/** What a contact is for. */
export const ContactKind = {
  antenatalConsultation: 0,
  ultrasound: 1,
  hospitalConsultation: 2,
  /** Extra consultation for a woman of a vulnerable group. */
  supportConsultation: 3,
  /** Comes to the reception in the latent phase and goes home again. */
  latentPhaseContact: 4,
  inductionCare: 5,
  /** Assessment on arrival in labour. */
  arrivalAssessment: 6,
  labourCare: 7,
  /** The second midwife at the birth. */
  secondMidwife: 8,
  postnatalWardCare: 9,
  paediatricExamination: 10,
  midwifeHomeVisit: 11,
  healthNurseHomeVisit: 12,
  extraHomeVisit: 13,
  /** Contact with the postnatal ward without referral in the first week. */
  returnToWard: 14,
  readmission: 15,
  sixWeekCheck: 16,
  /** Of a continuity team, after the six-week check. */
  teamFollowUp: 17,
  /** By video. */
  digitalContact: 18,
  /** A midwife of her team comes to see her on the postnatal ward. */
  teamWardVisit: 19,
  /** A doula is with her in labour. */
  doulaSupport: 20,
} as const;
export type ContactKind = (typeof ContactKind)[keyof typeof ContactKind];

/** Phase of each kind, by its number. */
export const phaseOfKind: readonly CarePhase[] = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1];

/** What sort of place a contact happens in; `place` beside it is the index of a site, or of an origin. */
export const Setting = { site: 0, healthStation: 1, home: 2, generalPractice: 3, video: 4 } as const;
export type Setting = (typeof Setting)[keyof typeof Setting];

/** Providers who are not people of the model. Each woman's general practitioner is one and the same person to her. */
export const Provider = {
  generalPractitioner: -2,
  obstetrician: -3,
  paediatrician: -4,
  doula: -5,
  nobody: -1,
} as const;
