/** What is followed day by day over the horizon. */
export const dailySeries = [
  /** Women in labour rooms, mean of the day; also by site. */
  'labourRooms',
  /** Women in postnatal beds, mean of the day; also by site. */
  'postnatalBeds',
  /** Births of the day; also by site. */
  'births',
  /** Share of the minutes in active labour in which the woman had a midwife to herself; NaN without labour. Also by site. */
  'oneToOne',
  /** Women moved in labour to another site. */
  'diversions',
  /** Home visits of midwives, of teams or districts. */
  'homeVisits',
  /** Calls to team midwives. */
  'teamCalls',
  /** Working-time rules not kept in the hours that were worked, averages left out. */
  'breaches',
] as const;
export type DailySeries = (typeof dailySeries)[number];

/** What is followed hour by hour over the week, by site. */
export const weeklySeries = [
  /** Women in labour rooms. */
  'labourRooms',
  /** Women in postnatal beds. */
  'postnatalBeds',
  /** Midwives on duty in the labour ward. */
  'midwivesOnDuty',
  /** Women in active labour for each midwife of the labour ward on duty; NaN where nobody is. */
  'activePerMidwife',
] as const;
export type WeeklySeries = (typeof weeklySeries)[number];

/** A way that women take through the service: how many went from one step to another. */
export interface Flow {
  /** Keys of `FlowStep`, with the id of a site, separated by a dot, where it has one: `labourRoom.ahus`. */
  from: string;
  to: string;
  women: number;
}

/** Steps of the way, in order of time. */
export const flowSteps = [
  'home',
  'antenatalBed',
  'reception',
  'labourRoom',
  'theatre',
  'recovery',
  'postnatalBed',
  'hotel',
  'homeAfter',
  'elsewhere',
] as const;
export type FlowStep = (typeof flowSteps)[number];

/** Distributions and courses of one replication, over its horizon: what indicators, being single numbers, cannot tell. */
export interface Patterns {
  /** One value for each day of the horizon; keys `series`, and `series.site` where it is told by site. */
  daily: Record<string, Float64Array>;
  /** 168 means, from Monday 00–01 to Sunday 23–24; keys `series.site`. */
  hourOfWeek: Record<string, Float64Array>;
  /** Women who left hospital by length of stay after birth: element i counts from 6 × i to 6 × (i + 1) hours, the last one all longer; by site, `vaginal` and `caesarean`, and by district; `all`. */
  stay: Record<string, Float64Array>;
  /** Women whose follow-up ended by number of different midwives met: element i counts those who met i; keys `all`, `pregnancy`, `birth`, `postnatal`, and `all.<origin id>`. */
  midwivesMet: Record<string, Float64Array>;
  /** Midwives by women they were the named midwife of, per full-time year: element i counts from 5 × i to 5 × (i + 1); keys `team`, `district`. */
  caseload: Record<string, Float64Array>;
  flows: Flow[];
}

/** Hours of a class of stays, and women of a class of caseloads. */
export const stayClassHours = 6;
export const caseloadClassWomen = 5;
