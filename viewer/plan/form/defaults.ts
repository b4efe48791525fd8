import type { Path } from '../../../scenarios/schema/problems.ts';

const ofTeams = [
  'midwives',
  'caseload',
  'onCallMidwives',
  'attendanceAfterBirth',
  'maximumAttendance',
  'rest',
  'enrolmentUntilWeek',
  'homeVisitShare',
  'uptake',
  'followUpWeeks',
  'followUpContacts',
  'latentPhaseAtHome',
  'wardVisits',
  'trainingWeeks',
];

/** Fields that a base figure of the same name takes the place of, by model: the part of the base data and the fields. */
const figuresOf: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'continuity-teams': ['continuityTeams', ofTeams],
  'combined-positions': ['combinedPositions', ['wardShare']],
  'early-discharge': [
    'earlyDischarge',
    [
      'uptake',
      'fromHour',
      'toHour',
      'opens',
      'closes',
      'guaranteedVisits',
      'visitsWithinDays',
      'examinationWithin',
      'returnShare',
      'newbornReadmissionFactor',
    ],
  ],
  'digital-follow-up': ['digitalFollowUp', ['contacts', 'withinDays', 'replacesExtraVisits']],
  'open-return': ['openReturn', ['share', 'withinDays']],
  'one-to-one-norm': ['oneToOneNorm', ['standby']],
  doula: ['doula', ['uptake']],
};

/** The base figure that holds where a field of an intervention is left out; undefined if none does. */
export function defaultFigure(model: string, key: string): Path | undefined {
  if (model === 'roll-out') {
    return key === 'recruitmentWeeks' ? ['rollOut', key] : defaultFigure('continuity-teams', key);
  }
  const found = figuresOf[model];
  return found?.[1].includes(key) === true ? [found[0], key] : undefined;
}

/** Today's figure beside a field that must be filled in. */
export function figureToday(model: string, key: string): Path | undefined {
  return model === 'financing' && key === 'activityShare' ? ['economy', 'activityFunding', 'activityShare'] : undefined;
}

/** Units of fields that no base figure gives the unit of. */
const ownUnits: Readonly<Record<string, string>> = {
  months: 'months',
  hours: 'hours a pregnancy',
  posts: 'full-time posts',
  'districts[]': 'full-time posts',
  kroner: 'NOK',
  labourRooms: 'rooms',
  postnatalBeds: 'beds',
  receptionPlaces: 'places',
  antenatalBeds: 'beds',
  recoveryPlaces: 'places',
  hotelBeds: 'beds',
  neonatalCots: 'cots',
  day: 'people on duty',
  evening: 'people on duty',
  night: 'people on duty',
  factor: 'ratio',
};

/** The unit of a field as the base data write units, for fields that have no base figure. */
export function ownUnit(key: string): string | undefined {
  return ownUnits[key];
}
