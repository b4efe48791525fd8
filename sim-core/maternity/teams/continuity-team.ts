import { clockMinutes, type Calendar } from '../../kernel/index.ts';
import type { Person } from '../staff/person.ts';
import type { Workforce } from '../staff/workforce.ts';
import { originIds, teamLabels, type ModelInputs } from '../model-inputs.ts';
import type { Woman } from '../women/woman.ts';

/** The women of a team are counted by the four-week period in which they are due. */
const daysPerPeriod = 28;
const daysPerYear = 365.25;
const minutesPerDay = 1440;
const minutesPerHour = 60;

/** A team midwife who has been called to a birth. */
export interface AttendingMidwife {
  /** Number within the team. */
  midwife: number;
  /** When she sets out: when she is called, or when the contact is over that she is in then. */
  setsOutAt: number;
  /** When she came to the woman; NaN while she is on the way. */
  arrivedAt: number;
}

/** What decides how a team works; see the scenario schema for meaning and unit. */
export interface TeamParameters {
  midwives: number;
  caseload: number;
  onCallMidwives: number;
  attendanceAfterBirth: number;
  maximumAttendance: number;
  rest: number;
  enrolmentUntilWeek: number;
  homeVisitShare: number;
}

/**
 * A continuity team: midwives who share the women of a caseload and take turns to be on call around the clock.
 *
 * Turns change once a day and go round: on day d midwife d mod n is first on call, the next one second. A midwife who is
 * with a woman in labour, or who rests after having been, does not answer; one who is in another contact comes when it is
 * over, if nobody else on call can come at once. If nobody on call answers, the ward's staff attend.
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
  private readonly changeClock: number;
  private readonly busy: boolean[];
  private readonly restsUntil: number[];
  private readonly inContactUntil: number[];
  private readonly dueInPeriod = new Map<number, number[]>();

  constructor(
    index: number,
    origin: number,
    people: readonly Person[],
    parameters: TeamParameters,
    period: { start: string; end?: string | undefined },
    changeAt: string,
    calendar: Calendar,
  ) {
    this.index = index;
    this.origin = origin;
    this.people = people;
    this.parameters = parameters;
    this.firstDay = calendar.dayNumber(period.start);
    this.endDay = period.end === undefined ? Infinity : calendar.dayNumber(period.end) + 1;
    this.calendar = calendar;
    this.changeClock = clockMinutes(changeAt);
    this.busy = Array.from({ length: parameters.midwives }, () => false);
    this.restsUntil = Array.from({ length: parameters.midwives }, () => -Infinity);
    this.inContactUntil = Array.from({ length: parameters.midwives }, () => -Infinity);
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

  /** The midwife who is on call at a time; turn 0 is first on call, turn 1 second. */
  onCall(time: number, turn: number): number {
    const day = this.calendar.dayOf(time) - (this.calendar.clockOf(time) < this.changeClock ? 1 : 0);
    const { midwives } = this.parameters;
    return (((day + turn) % midwives) + midwives) % midwives;
  }

  /** Next instant after `time` at which the turns change. */
  nextChange(time: number): number {
    const day = this.calendar.dayOf(time);
    const today = this.calendar.timeAt(day, this.changeClock);
    return today > time ? today : this.calendar.timeAt(day + 1, this.changeClock);
  }

  /**
   * Calls a midwife and holds her: the first on call who can set out at once, or else the first who is in a contact that
   * she ends before she sets out; −1 when none can come.
   */
  call(now: number): number {
    if (!this.worksOn(this.calendar.dayOf(now))) return -1;
    let called = -1;
    for (let turn = 0; turn < Math.min(this.parameters.onCallMidwives, this.parameters.midwives); turn++) {
      const midwife = this.onCall(now, turn);
      if (!this.isFree(midwife, now)) continue;
      if (called < 0) called = midwife;
      if (this.setsOutAt(midwife, now) > now) continue;
      called = midwife;
      break;
    }
    if (called >= 0) this.busy[called] = true;
    return called;
  }

  /** When a midwife who is called now can set out. */
  setsOutAt(midwife: number, now: number): number {
    return Math.max(now, this.inContactUntil[midwife]!);
  }

  /** One of the team, a person by her number, is in a contact outside labour until an instant. */
  beginContact(person: number, until: number): void {
    this.inContactUntil[this.people.findIndex(({ number }) => number === person)] = until;
  }

  /** Whether a midwife is neither with a woman in labour nor resting after one. */
  isFree(midwife: number, now: number): boolean {
    return !this.busy[midwife] && this.restsUntil[midwife]! <= now;
  }

  /** A midwife is home again, and rests before she can be called anew. */
  release(midwife: number, home: number): void {
    this.busy[midwife] = false;
    this.restsUntil[midwife] = home + this.parameters.rest * minutesPerHour;
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

/** The teams of a scenario, in the order in which the trace numbers them. */
export function continuityTeams(inputs: ModelInputs, calendar: Calendar, workforce: Workforce): ContinuityTeam[] {
  const origins = originIds(inputs);
  const defaults = inputs.data.continuityTeams;
  return teamLabels(inputs).map((label, index) => {
    const intervention = inputs.interventions[label.interventionIndex]!;
    if (intervention.model !== 'continuity-teams') throw new TypeError('A team label must point to its intervention');
    const parameters: TeamParameters = {
      midwives: intervention.midwives ?? defaults.midwives,
      caseload: intervention.caseload ?? defaults.caseload,
      onCallMidwives: intervention.onCallMidwives ?? defaults.onCallMidwives,
      attendanceAfterBirth: intervention.attendanceAfterBirth ?? defaults.attendanceAfterBirth,
      maximumAttendance: intervention.maximumAttendance ?? defaults.maximumAttendance,
      rest: intervention.rest ?? defaults.rest,
      enrolmentUntilWeek: intervention.enrolmentUntilWeek ?? defaults.enrolmentUntilWeek,
      homeVisitShare: intervention.homeVisitShare ?? defaults.homeVisitShare,
    };
    return new ContinuityTeam(
      index,
      origins.indexOf(label.originId),
      workforce.peopleOf[workforce.units.findIndex((unit) => unit.team === index)]!,
      parameters,
      intervention,
      defaults.onCallChange,
      calendar,
    );
  });
}
