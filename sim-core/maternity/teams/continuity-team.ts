import { clockMinutes, type Calendar } from '../../kernel/index.ts';
import type { Person } from '../staff/person.ts';
import type { Woman } from '../women/woman.ts';
import { OnCallHours } from './on-call-hours.ts';
import type { TeamParameters } from './team-parameters.ts';
import { noWorkLimits, WorkingDays, type WorkLimits } from './working-days.ts';

/** The women of a team are counted by the four-week period in which they are due. */
const daysPerPeriod = 28;
const daysPerYear = 365.25;
const minutesPerDay = 1440;
const minutesPerHour = 60;
/** Minutes that come from rounding. */
const tolerance = 1e-6;

/** A team midwife who has been called to a birth. */
export interface AttendingMidwife {
  /** Number within the team. */
  midwife: number;
  /** When she sets out: when she is called, or when the contact is over that she is in then. */
  setsOutAt: number;
  /** When she came to the woman; NaN while she is on the way. */
  arrivedAt: number;
  /** The site that has a labour room more open because of her, or −1. */
  keepsRoomAt: number;
}

/**
 * A continuity team: midwives who share the women of a caseload and take turns to be on call, around the clock or between
 * two clock times.
 *
 * Turns change once a day and go round: on day d midwife d mod n is first on call, the next one second. Among four midwives
 * the turns repeat after four weeks, in which each of them has every weekday once: a four-week rota. The turns of who is on
 * holiday or ill on the day they begin pass to those after her. A midwife who is
 * with a woman in labour, or who rests after having been, does not answer; one who is in another contact comes when it is
 * over, if nobody else on call can come at once. Who has worked that day is called only as long as her daily rest can still
 * be kept, and then after those who have all their hours before them. If nobody on call answers, the ward's staff attend.
 * Whoever has been called stays after her turn, and the hours on call, are over.
 */
export class ContinuityTeam {
  readonly index: number;
  /** Index of the district in `originIds`. */
  readonly origin: number;
  /** Its midwives, by number within the team. */
  readonly people: readonly Person[];
  readonly parameters: TeamParameters;
  /** First day on which the team works, and the day after the last; Infinity without an end. */
  readonly firstDay: number;
  readonly endDay: number;

  private readonly calendar: Calendar;
  private readonly hours: OnCallHours;
  private readonly isPersonAway: (person: number, day: number) => boolean;
  private readonly busy: boolean[];
  private readonly restsUntil: number[];
  private readonly inContactUntil: number[];
  private readonly workingDays: WorkingDays;
  /** Minutes from setting out until she is home again. */
  private readonly longestAttendance: number;
  private readonly shortestStay: number;
  private readonly dueInPeriod = new Map<number, number[]>();

  constructor(
    index: number,
    origin: number,
    people: readonly Person[],
    parameters: TeamParameters,
    period: { start: string; end?: string | undefined },
    changeAt: string,
    calendar: Calendar,
    isPersonAway: (person: number, day: number) => boolean = () => false,
    workLimits: WorkLimits = noWorkLimits,
  ) {
    this.index = index;
    this.origin = origin;
    this.people = people;
    this.parameters = parameters;
    this.firstDay = calendar.dayNumber(period.start);
    this.endDay = period.end === undefined ? Infinity : calendar.dayNumber(period.end) + 1;
    this.calendar = calendar;
    this.isPersonAway = isPersonAway;
    this.hours = new OnCallHours(parameters, clockMinutes(changeAt), calendar);
    this.busy = Array.from({ length: parameters.midwives }, () => false);
    this.restsUntil = Array.from({ length: parameters.midwives }, () => -Infinity);
    this.inContactUntil = Array.from({ length: parameters.midwives }, () => -Infinity);
    this.workingDays = new WorkingDays(parameters.midwives, workLimits);
    this.longestAttendance = Math.min(parameters.maximumAttendance * minutesPerHour, workLimits.shiftLength);
    this.shortestStay = workLimits.shortestStay;
  }

  worksOn(day: number): boolean {
    return this.firstDay <= day && day < this.endDay;
  }

  /** Women on the team's list who are due in the same four weeks as this instant. */
  womenDueWith(time: number): number {
    return this.due(time).reduce((sum, women) => sum + women, 0);
  }

  /**
   * Takes a woman on if the caseload of the weeks in which she is due has room; tells whether it did. She becomes the
   * named woman of the midwife with the fewest women due in those weeks.
   */
  accept(woman: Woman): boolean {
    const due = this.due(woman.fate.dueAt);
    const period = periodOf(woman.fate.dueAt);
    const perPeriod = (this.parameters.caseload * daysPerPeriod) / daysPerYear;
    // Whole women whose sum over the periods follows the caseload: 11 or 12 in four weeks for 150 a year.
    const room = Math.floor((period + 1) * perPeriod) - Math.floor(period * perPeriod);
    if (this.womenDueWith(woman.fate.dueAt) >= room) return false;
    const midwife = due.indexOf(Math.min(...due));
    due[midwife]!++;
    woman.team = this;
    woman.namedMidwife = this.people[midwife]!.number;
    return true;
  }

  /** Hours a day that somebody is on call, by the wall clock. */
  get onCallHoursADay(): number {
    return this.hours.perDay;
  }

  /** Midwives on call at the same time; there may be fewer in the team than there are turns. */
  get turns(): number {
    return Math.min(this.parameters.onCallMidwives, this.parameters.midwives);
  }

  /** Whether the team works at an instant and somebody of it is on call. */
  isOnCall(time: number): boolean {
    return this.worksOn(this.calendar.dayOf(time)) && this.hours.cover(time);
  }

  /**
   * The midwife whose turn it is at a time, or −1 when too many are away; turn 0 is first on call, turn 1 second. Outside the
   * hours on call it is she who had the last turn, though nobody can call her.
   */
  onCall(time: number, turn: number): number {
    const { midwives } = this.parameters;
    const day = this.hours.turnDay(time);
    const first = ((day % midwives) + midwives) % midwives;
    // The turns of one who is away go to each of the others in their order, so that none has them all.
    const shift = midwives > 2 && this.isAway(first, day) ? Math.abs(Math.floor(day / midwives)) % (midwives - 1) : 0;
    let toPass = turn;
    for (let step = 0; step < midwives; step++) {
      const midwife = step === 0 ? first : (first + 1 + ((step - 1 + shift) % (midwives - 1))) % midwives;
      if (this.isAway(midwife, day)) continue;
      if (toPass === 0) return midwife;
      toPass--;
    }
    return -1;
  }

  /** Whether a midwife is on holiday or ill on a day. */
  isAway(midwife: number, day: number): boolean {
    return this.isPersonAway(this.people[midwife]!.number, day);
  }

  /** Next instant after `time` at which it may be another's turn, or the hours on call begin or end. */
  nextChange(time: number): number {
    return this.hours.nextChange(time);
  }

  /**
   * Calls a midwife and holds her; −1 when none can come. The first on call who can set out at once and stay for the longest
   * attendance comes before the one who can stay longest, be it at once or when the contact is over that she is in.
   * @param journey minutes to the woman, and as many home
   */
  call(now: number, journey = 0): number {
    if (!this.isOnCall(now)) return -1;
    let called = -1;
    const full = this.longestAttendance - 2 * journey - tolerance;
    let longest = Math.min(this.shortestStay, full);
    for (let turn = 0; turn < this.turns; turn++) {
      const midwife = this.onCall(now, turn);
      if (midwife < 0 || !this.isFree(midwife, now)) continue;
      const setsOutAt = this.setsOutAt(midwife, now);
      const stays = this.latestHome(midwife, setsOutAt) - setsOutAt - 2 * journey;
      // She would have to turn back at once.
      if (stays <= tolerance) continue;
      if (setsOutAt <= now && stays >= full) {
        called = midwife;
        break;
      }
      if (called < 0 ? stays < longest : stays <= longest) continue;
      called = midwife;
      longest = stays;
    }
    if (called >= 0) {
      this.busy[called] = true;
      const setsOutAt = this.setsOutAt(called, now);
      this.workingDays.begin(called, setsOutAt, setsOutAt);
    }
    return called;
  }

  /** When a midwife who is called out at an instant must be home again at the latest: the longest attendance, and the law. */
  latestHome(midwife: number, setsOutAt: number): number {
    return Math.min(setsOutAt + this.longestAttendance, this.workingDays.latestEnd(midwife, setsOutAt));
  }

  /** The first on call who can set out now for some minutes, without holding her; −1 for nobody. */
  freeAtOnce(now: number, minutes = 0): number {
    if (!this.isOnCall(now)) return -1;
    for (let turn = 0; turn < this.turns; turn++) {
      const midwife = this.onCall(now, turn);
      if (midwife < 0 || this.setsOutAt(midwife, now) > now) continue;
      if (this.canWork(midwife, now, minutes)) return midwife;
    }
    return -1;
  }

  /** When a midwife who is called now can set out. */
  setsOutAt(midwife: number, now: number): number {
    return Math.max(now, this.inContactUntil[midwife]!);
  }

  /** One of the team, a person by her number, is in a contact outside labour until an instant, or back from it then. */
  beginContact(person: number, now: number, until: number): void {
    const midwife = this.people.findIndex(({ number }) => number === person);
    this.inContactUntil[midwife] = until;
    this.workingDays.begin(midwife, now, until);
  }

  /** Whether a midwife is with nobody in labour and does not rest, and may work for some minutes from an instant on. */
  canWork(midwife: number, from: number, minutes: number): boolean {
    return this.isFree(midwife, from) && from + minutes <= this.workingDays.latestEnd(midwife, from);
  }

  /** The same of a person by her number, who may not be of the team. */
  personCanWork(person: number, from: number, minutes: number): boolean {
    const midwife = this.people.findIndex(({ number }) => number === person);
    return midwife >= 0 && this.canWork(midwife, from, minutes);
  }

  /** Whether the first turn on call that begins on a day is a person's, by her number. */
  startsOnCall(person: number, day: number): boolean {
    return this.people[this.beginsOnCall(day)]!.number === person;
  }

  /** Whose first turn on call begins on a day; she has no appointments then if it can be helped. */
  beginsOnCall(day: number): number {
    const { midwives } = this.parameters;
    return ((day % midwives) + midwives) % midwives;
  }

  /** Whether a midwife is neither with a woman in labour nor resting after one. */
  isFree(midwife: number, now: number): boolean {
    return !this.busy[midwife] && this.restsUntil[midwife]! <= now;
  }

  /** A midwife is home again, and rests before she can be called anew. */
  release(midwife: number, home: number): void {
    this.busy[midwife] = false;
    this.restsUntil[midwife] = home + this.parameters.rest * minutesPerHour;
    this.workingDays.end(midwife, home);
  }

  /** A midwife who has not set out yet is not needed any more. */
  callOff(midwife: number): void {
    this.busy[midwife] = false;
  }

  private due(time: number): number[] {
    const period = periodOf(time);
    let due = this.dueInPeriod.get(period);
    if (due === undefined) {
      due = Array.from({ length: this.parameters.midwives }, () => 0);
      this.dueInPeriod.set(period, due);
    }
    return due;
  }
}

function periodOf(time: number): number {
  return Math.floor(time / (daysPerPeriod * minutesPerDay));
}
