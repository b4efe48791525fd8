import type { Calendar } from '../kernel/index.ts';
import { Waits } from './waits.ts';
import type { Woman } from './women/woman.ts';

const minutesPerHour = 60;
const minutesPerDay = 1440;
const officeOpens = 9 * minutesPerHour;
const officeCloses = 17 * minutesPerHour;

/** Who is admitted again after going home. */
export type ReadmissionKind = 'newborn' | 'maternal';

/**
 * What is noted during a replication; indicators are made from it when the run is over. Only the tally of who has
 * registered and how her pregnancy ended runs from the start of the clock; all else is noted while `counting`.
 */
export class Observations {
  /** False during the warm-up. */
  counting = false;

  /** All women since the start of the clock, by what has become of them; each registered woman is in one of the others, or still pregnant. */
  readonly registeredWomen: Woman[] = [];
  readonly womenLost: Woman[] = [];
  readonly womenWhoGaveBirth: Woman[] = [];

  /** Women who gave birth at the sites, in order of birth, the calendar day of each birth, and those of the women who live in a district of the model. */
  readonly births: Woman[] = [];
  readonly birthDays: number[] = [];
  readonly districtBirths: Woman[] = [];
  readonly birthsBySite: number[];
  readonly birthsByMonth = Array.from({ length: 12 }, () => 0);
  birthsElsewhere = 0;
  weekendBirths = 0;
  officeHoursBirths = 0;
  birthsWithoutRoom = 0;
  lostToFollowUp = 0;

  /** Women who left hospital, in order, their stays after birth, and those of them who live in a district of the model. */
  readonly discharges: Woman[] = [];
  /** Whole days from date to date, as the Medical Birth Registry of Norway counts a stay. */
  readonly stayDays: number[] = [];
  readonly districtDischarges: Woman[] = [];
  /** Women to whom early discharge was offered, who left early, and who wanted to but got no visits in time. */
  earlyDischargeOffers = 0;
  earlyDischarges = 0;
  earlyDischargesWithoutVisits = 0;
  /** Women whose follow-up ended. */
  readonly womenFollowedUp: Woman[] = [];

  readonly receptionWaits = new Waits();
  readonly roomWaits = new Waits();
  readonly nulliparousRoomWaits = new Waits();
  readonly multiparousRoomWaits = new Waits();
  readonly plannedTheatreWaits = new Waits();
  readonly acuteTheatreWaits = new Waits();
  readonly bedWaits = new Waits();
  readonly neonatalWaits = new Waits();
  /** Women moved in labour from one site, by index, to another. */
  readonly diversionsFrom: number[];
  readonly diversionsTo: number[];
  /** Planned caesareans put off to another day. */
  caesareansPutOff = 0;

  neonatalAdmissions = 0;
  neonatalDays = 0;
  readonly readmissions: Record<ReadmissionKind, number> = { newborn: 0, maternal: 0 };
  readonly readmissionDays: Record<ReadmissionKind, number> = { newborn: 0, maternal: 0 };

  teamCalls = 0;
  unansweredCalls = 0;

  private readonly calendar: Calendar;

  /** @param sites number of sites */
  constructor(sites: number, calendar: Calendar) {
    this.calendar = calendar;
    const zeros = (): number[] => Array.from({ length: sites }, () => 0);
    this.birthsBySite = zeros();
    this.diversionsFrom = zeros();
    this.diversionsTo = zeros();
  }

  /** Women moved in labour from one site to another. */
  get diversions(): number {
    return this.diversionsFrom.reduce((sum, count) => sum + count, 0);
  }

  /** She registers for antenatal care; women registered before the clock started, at its start. */
  registered(woman: Woman): void {
    this.registeredWomen.push(woman);
  }

  /** She is lost to follow-up before birth. */
  lost(woman: Woman): void {
    this.womenLost.push(woman);
    if (this.counting) this.lostToFollowUp++;
  }

  /** The child is born at a site; `bornAt`, `birthSite` and `bornWith` are set. @param now minutes of the clock */
  birth(woman: Woman, now: number, fromDistrict: boolean): void {
    this.womenWhoGaveBirth.push(woman);
    if (!this.counting) return;
    const day = this.calendar.dayOf(now);
    this.births.push(woman);
    this.birthDays.push(day);
    if (fromDistrict) this.districtBirths.push(woman);
    const clock = this.calendar.clockOf(now);
    this.birthsBySite[woman.birthSite]!++;
    this.birthsByMonth[this.calendar.dateOfDay(day).month - 1]!++;
    if (this.calendar.isWeekend(day)) this.weekendBirths++;
    else if (clock >= officeOpens && clock < officeCloses) this.officeHoursBirths++;
  }

  /** She gives birth at a place outside the model. */
  birthElsewhere(woman: Woman): void {
    this.womenWhoGaveBirth.push(woman);
    if (this.counting) this.birthsElsewhere++;
  }

  /** The child is born in the reception or in a bed, because no labour room came free in time. */
  bornWithoutRoom(): void {
    if (this.counting) this.birthsWithoutRoom++;
  }

  /** She goes home. @param now minutes of the clock */
  discharge(woman: Woman, now: number, fromDistrict: boolean): void {
    if (!this.counting) return;
    this.discharges.push(woman);
    this.stayDays.push(this.calendar.dayOf(now) - this.calendar.dayOf(woman.bornAt));
    if (fromDistrict) this.districtDischarges.push(woman);
  }

  /** Early discharge is offered to her. */
  earlyDischargeOffer(): void {
    if (this.counting) this.earlyDischargeOffers++;
  }

  /** She leaves early. */
  earlyDischarge(): void {
    if (this.counting) this.earlyDischarges++;
  }

  /** She wanted to leave early, but her visits couldn't be booked. */
  earlyDischargeWithoutVisits(): void {
    if (this.counting) this.earlyDischargesWithoutVisits++;
  }

  /** Her last contact of the programme is over. */
  followUpEnded(woman: Woman): void {
    if (this.counting) this.womenFollowedUp.push(woman);
  }

  /** Minutes from arrival until somebody in the reception sees to her. */
  receptionWait(minutes: number): void {
    if (this.counting) this.receptionWaits.add(minutes);
  }

  /** Minutes that she waits in labour until she has a labour room, or has given birth without. */
  roomWait(woman: Woman, minutes: number): void {
    if (!this.counting) return;
    this.roomWaits.add(minutes);
    if (woman.fate.nulliparous) this.nulliparousRoomWaits.add(minutes);
    else this.multiparousRoomWaits.add(minutes);
  }

  /** Minutes from the decision, or, when planned, the appointed time, until she is taken to theatre. */
  theatreWait(minutes: number, planned: boolean): void {
    if (this.counting) (planned ? this.plannedTheatreWaits : this.acuteTheatreWaits).add(minutes);
  }

  /** Minutes from when she could leave the labour room or recovery until she has a postnatal bed. */
  bedWait(minutes: number): void {
    if (this.counting) this.bedWaits.add(minutes);
  }

  /** Minutes until a child has a neonatal cot. */
  neonatalWait(minutes: number): void {
    if (this.counting) this.neonatalWaits.add(minutes);
  }

  /** She is moved in labour from one site, by index, to another. */
  diversion(from: number, to: number): void {
    if (!this.counting) return;
    this.diversionsFrom[from]!++;
    this.diversionsTo[to]!++;
  }

  /** A planned caesarean is put off to another day. */
  caesareanPutOff(): void {
    if (this.counting) this.caesareansPutOff++;
  }

  /** The child needs neonatal care. @param stay in minutes */
  neonatalAdmission(stay: number): void {
    if (!this.counting) return;
    this.neonatalAdmissions++;
    this.neonatalDays += stay / minutesPerDay;
  }

  /** A child or a mother is admitted again. @param stay in minutes */
  readmission(kind: ReadmissionKind, stay: number): void {
    if (!this.counting) return;
    this.readmissions[kind]++;
    this.readmissionDays[kind] += stay / minutesPerDay;
  }

  /** A continuity team is called to a birth. @param answered whether one of its midwives can come */
  teamCall(answered: boolean): void {
    if (!this.counting) return;
    this.teamCalls++;
    if (!answered) this.unansweredCalls++;
  }
}
