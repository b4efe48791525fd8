/** What is followed day by day over the horizon. */
export const dailySeries = [
  /** Women in labour rooms, mean of the day; also by site. */
  'labourRooms',
  /** Women in postnatal beds after birth, those admitted again left out, mean of the day; also by site. */
  'postnatalBeds',
  /** Births of the day; also by site. */
  'births',
  /** Share of the minutes in active labour in which the woman had a midwife to herself; NaN without labour. Also by site. */
  'oneToOne',
  /** Women moved in labour to another site. */
  'diversions',
  /** Home visits of midwives, of teams or districts, in pregnancy or after it; not in labour. */
  'homeVisits',
  /** Times that a midwife of a team was called out to a birth, be it to relieve another. */
  'teamCalls',
  /** Working-time rules not kept in the hours that were worked, averages left out. */
  'breaches',
] as const;
export type DailySeries = (typeof dailySeries)[number];

/** What is followed hour by hour over the week, by site. */
export const weeklySeries = [
  /** Women in labour rooms. */
  'labourRooms',
  /** Women in postnatal beds after birth. */
  'postnatalBeds',
  /** Midwives on duty in the labour ward. */
  'midwivesOnDuty',
  /** Women in active labour on the ward for each of its midwives on duty, mean by mean; NaN where nobody is. */
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
  /**
   * Women by number of different midwives met: element i counts those who met i, the last one those who met most; keys
   * `all`, `pregnancy`, `birth`, `postnatal`, and `all.<district id>`. They are the women of the indicator of midwives met:
   * those from the districts who gave birth so long before the end of the horizon that their contacts are complete.
   */
  midwivesMet: Record<string, Float64Array>;
  /**
   * Midwives by women they were the named midwife of who gave birth within the horizon, per full-time year of hers: element i
   * counts from 5 × i to 5 × (i + 1), the last one those with most; keys `team`, `district`. Of a combined position the part
   * in the district counts.
   */
  caseload: Record<string, Float64Array>;
  /**
   * In order of steps and sites, of the women who both arrived and went home within the horizon: as many come to each step
   * between `home` and `homeAfter` as go on from it.
   */
  flows: Flow[];
}

/** Hours of a class of stays, and women of a class of caseloads. */
export const stayClassHours = 6;
/** Stays from here on are in the last class. */
export const longestStayHours = 168;
export const caseloadClassWomen = 5;
