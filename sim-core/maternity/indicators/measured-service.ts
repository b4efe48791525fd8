import type { Calendar, LevelTimes, TimeWeighted } from '../../kernel/index.ts';
import type { Census } from '../census.ts';
import type { ContactLog } from '../contacts/contact-log.ts';
import type { ContactStatistics } from '../contacts/contact-statistics.ts';
import type { TeamContactCounts } from '../contacts/team-contact-counts.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { Observations } from '../observations.ts';
import type { StandbyMidwives } from '../places/standby-midwives.ts';
import type { WomenPerMidwife } from '../places/women-per-midwife.ts';
import type { Breach } from '../staff/breach.ts';
import type { StaffingCounts } from '../staff/staffing-counts.ts';
import type { Workforce } from '../staff/workforce.ts';
import type { TeamWork } from '../teams/team-hours.ts';
import type { TeamOffers } from '../teams/team-offers.ts';
import type { Woman } from '../women/woman.ts';

type Used = { readonly usage: LevelTimes };

/** A site as far as indicators read it. */
export interface MeasuredSite {
  readonly id: string;
  readonly receptionPlaces: Used;
  readonly antenatalBeds: Used;
  readonly labourRooms: Used;
  readonly theatres: Used;
  readonly recoveryPlaces: Used;
  readonly postnatalBeds: Used;
  readonly hotelBeds: Used;
  readonly neonatalCots: Used;
  readonly ward: {
    /** Women in active labour, those of them with a midwife of their own, and midwives needed, over time. */
    readonly active: TimeWeighted;
    readonly oneToOne: TimeWeighted;
    readonly need: TimeWeighted;
    readonly womenPerMidwife: WomenPerMidwife;
    readonly birthsWithoutSecondMidwife: number;
  };
}

/** What the indicators read when a run is over; the maternity service is one. */
export interface MeasuredService {
  readonly inputs: ModelInputs;
  readonly calendar: Calendar;
  readonly simulation: { readonly now: number };
  /** First minute that is counted, and the first minute after the last. */
  readonly horizon: { readonly from: number; readonly to: number };
  readonly sites: readonly MeasuredSite[];
  readonly women: readonly Woman[];
  readonly observations: Observations;
  readonly workforce: Workforce;
  readonly contactLog: ContactLog;
  readonly contacts: { readonly teamContacts: TeamContactCounts; readonly statistics: ContactStatistics };
  readonly staffing: { readonly counts: StaffingCounts };
  /** Midwives on standby, of the sites that have any. */
  readonly standby: readonly Pick<StandbyMidwives, 'calls' | 'unanswered' | 'hours'>[];
  /** What the rosters and what was worked broke of the working-time rules within the horizon. */
  readonly breaches: readonly Breach[];
  /**
   * Hours that the midwives of the continuity teams worked, and those on call as they count, and the net working time of
   * their positions; both 0 without teams.
   */
  readonly teamWork: TeamWork;
  readonly teamOffers: TeamOffers;
  readonly teamHours: { readonly used: number; readonly available: number };
  readonly census: Census;
  /** Of each site: labour rooms closed for lack of staff, over time. */
  readonly capacities: readonly { readonly closedRooms: TimeWeighted }[];
}
