import { Tally, type Calendar } from '../kernel/index.ts';
import { BirthMode } from './trace-states.ts';
import { isCaesarean } from './women/population.ts';
import type { Woman } from './women/woman.ts';

const minutesPerDay = 1440;
const officeOpens = 9 * 60;
const officeCloses = 17 * 60;

/** What is counted during the horizon of one replication. Indicators are made from it when the run is over. */
export class Observations {
  /** False during the warm-up. */
  counting = false;

  readonly birthsBySite: number[];
  readonly birthsByMonth = Array.from({ length: 12 }, () => 0);
  birthsElsewhere = 0;
  weekendBirths = 0;
  officeHoursBirths = 0;
  nulliparousBirths = 0;
  induced = 0;
  plannedCaesareans = 0;
  acuteCaesareans = 0;
  instrumental = 0;

  /** Births at the sites to women from the districts, i.e. not from outside. */
  districtBirths = 0;
  enrolledBirths = 0;
  birthsWithTeamMidwife = 0;
  birthsWithNamedMidwife = 0;
  teamCalls = 0;
  unansweredCalls = 0;

  readonly roomWaits = new Tally();
  waitedForRoom = 0;
  diversions = 0;
  bornWithoutRoom = 0;
  readonly bedWaits = new Tally();
  waitedForBed = 0;

  readonly stay = new Tally();
  readonly stayVaginal = new Tally();
  readonly stayCaesarean = new Tally();
  readonly stayNulliparousVaginal = new Tally();
  readonly stayMultiparousVaginal = new Tally();
  fourDaysNulliparousVaginal = 0;
  leftWithin24Hours = 0;

  /** Women from the districts who left hospital, and those of them visited by a midwife in time. */
  districtDischarges = 0;
  homeVisits = 0;
  /** Midwife hours of the districts. */
  districtHours = 0;

  private readonly calendar: Calendar;

  constructor(sites: number, calendar: Calendar) {
    this.calendar = calendar;
    this.birthsBySite = Array.from({ length: sites }, () => 0);
  }

  birth(woman: Woman, now: number, fromDistrict: boolean): void {
    if (!this.counting) return;
    const { fate, site } = woman;
    const day = this.calendar.dayOf(now);
    const clock = this.calendar.clockOf(now);
    this.birthsBySite[site]!++;
    this.birthsByMonth[this.calendar.dateOfDay(day).month - 1]!++;
    if (this.calendar.isWeekend(day)) this.weekendBirths++;
    else if (clock >= officeOpens && clock < officeCloses) this.officeHoursBirths++;
    if (fate.nulliparous) this.nulliparousBirths++;
    if (fate.onset === 'induced') this.induced++;
    if (fate.mode === BirthMode.plannedCaesarean) this.plannedCaesareans++;
    if (fate.mode === BirthMode.acuteCaesarean) this.acuteCaesareans++;
    if (fate.mode === BirthMode.instrumental) this.instrumental++;
    if (fromDistrict) this.districtBirths++;
    if (woman.team !== undefined) {
      this.enrolledBirths++;
      if (woman.midwifePresent) this.birthsWithTeamMidwife++;
      if (woman.midwifePresent && woman.attending?.midwife === woman.namedMidwife) this.birthsWithNamedMidwife++;
    }
  }

  roomWait(minutes: number): void {
    if (!this.counting) return;
    this.roomWaits.add(minutes);
    if (minutes > 0) this.waitedForRoom++;
  }

  bedWait(minutes: number): void {
    if (!this.counting) return;
    this.bedWaits.add(minutes);
    if (minutes > 0) this.waitedForBed++;
  }

  discharge(woman: Woman, now: number, fromDistrict: boolean): void {
    if (!this.counting) return;
    const { fate, bornAt } = woman;
    // Whole days from date to date, as the Medical Birth Registry counts a stay.
    const days = this.calendar.dayOf(now) - this.calendar.dayOf(bornAt);
    this.stay.add(days);
    if (now - bornAt < minutesPerDay) this.leftWithin24Hours++;
    if (fromDistrict) this.districtDischarges++;
    if (isCaesarean(fate.mode)) {
      this.stayCaesarean.add(days);
      return;
    }
    this.stayVaginal.add(days);
    if (!fate.nulliparous) {
      this.stayMultiparousVaginal.add(days);
      return;
    }
    this.stayNulliparousVaginal.add(days);
    if (days >= 4) this.fourDaysNulliparousVaginal++;
  }
}
