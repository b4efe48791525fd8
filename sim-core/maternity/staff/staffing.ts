import { RandomStream, type Calendar, type Simulation, type Trace } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { TraceState } from '../trace-states.ts';
import { Absence, AbsenceKind } from './absence.ts';
import { CoverLimits } from './cover-limits.ts';
import { Cover, firstHired, type CoverDraws, type ShiftToCover } from './cover.ts';
import type { ShiftTimes } from './shift-times.ts';
import { StaffingCounts } from './staffing-counts.ts';
import { ShiftCode, type Unit } from './unit.ts';
import { WorkedTime, WorkKind } from './worked-time.ts';
import type { Workforce } from './workforce.ts';

/** Who wants to know when somebody comes on duty in a unit and goes off. */
export interface DutyListener {
  /** @param until when her shift ends, in minutes of the clock */
  arrive(person: number, until: number): void;
  leave(person: number): void;
}

export interface StaffingSetup {
  simulation: Simulation;
  calendar: Calendar;
  inputs: ModelInputs;
  workforce: Workforce;
  shiftTimes: ShiftTimes;
  seed: string;
  replication: number;
  trace: Trace;
  /** Every spell of work when it is booked, whole, whatever part of it lies in the horizon; `unit` is where it is done. */
  onWorked?: (person: number, unit: number, kind: WorkKind, start: number, end: number) => void;
  onHired?: (unit: number, start: number, end: number) => void;
}

/** At one instant shifts begin before they end, so that those who leave can hand over, and before what happens to women. */
const beginsFirst = -2;
const endsNext = -1;
/** A night that began the evening before is under way when the clock starts. */
const firstDay = -1;
/** Days after the horizon over which absence is drawn, for appointments that are made beyond it. */
const margin = 35;
const minutesPerHour = 60;
const shifts = [ShiftCode.day, ShiftCode.evening, ShiftCode.night] as const;
const codeBits = 3;
const bitsOfCode = 2;

/**
 * Who is at work now. When a shift begins those of its roster who are not away come on duty in each unit; if they are
 * fewer than the posts, somebody covers for them as the policy says, and what remains is counted as open. Units with
 * `day` as their pattern have day shifts only; teams on call keep their own turns and book their hours with `book`.
 *
 * Who covers is decided by three random numbers for each unit, day and shift, so that scenarios stay paired.
 */
export class Staffing {
  readonly absence: Absence;
  readonly worked = new WorkedTime();
  readonly counts: StaffingCounts;

  private readonly setup: StaffingSetup;
  private readonly lastDay: number;
  /** Units that have a shift, by its code. */
  private readonly unitsOf: readonly Unit[][];
  private readonly limits: CoverLimits;
  private readonly cover: Cover;
  private readonly streams: (RandomStream | undefined)[];
  private readonly listeners: (DutyListener | undefined)[];
  /** People on duty by unit and shift: index unit × 4 + shift. */
  private readonly duty: number[][];
  /** People who begin now, by unit; empty between shifts. */
  private readonly beginning: number[][];
  private readonly draws: CoverDraws = { first: 0, extraShift: 0, overtime: 0 };
  private readonly beginShift = (payload: number): void => this.begins(payload);
  private readonly endShift = (shift: number): void => this.ends(shift as ShiftCode);

  constructor(setup: StaffingSetup) {
    const { calendar, inputs, workforce, shiftTimes, seed, replication } = setup;
    const { units } = workforce;
    this.setup = setup;
    this.lastDay = calendar.dayNumber(inputs.horizon.end);
    this.unitsOf = Object.values(ShiftCode).map((shift) => units.filter((unit) => hasShift(unit, shift)));
    this.absence = new Absence(inputs, calendar, workforce, seed, replication, firstDay, this.lastDay + margin);
    const { absence, lastDay } = this;
    const context = { inputs, calendar, workforce, shiftTimes, absence, firstDay, lastDay };
    this.limits = new CoverLimits(context);
    this.cover = new Cover(context, this.limits);
    this.counts = new StaffingCounts(units.length);
    this.streams = units.map(({ index, id }) =>
      this.cover.covers(index) ? new RandomStream(seed, replication, `cover/${id}`) : undefined,
    );
    this.listeners = units.map(() => undefined);
    this.duty = Array.from({ length: units.length << bitsOfCode }, () => []);
    this.beginning = units.map(() => []);
  }

  /** Whoever listens to a unit; one listener each. */
  listen(unit: number, listener: DutyListener): void {
    this.listeners[unit] = listener;
  }

  /** Schedules the shifts, from those that are under way. To be called once, at the start of the clock. */
  start(): void {
    const { simulation, shiftTimes } = this.setup;
    for (let day = firstDay; day <= 0; day++) {
      for (const shift of shifts) {
        if (day < 0 && shiftTimes.end(shift, day) <= simulation.now) continue;
        // The chain of each shift starts on one day only: the earliest that has not ended.
        if (day === 0 && shiftTimes.end(shift, firstDay) > simulation.now) continue;
        this.scheduleShift(shift, day);
      }
    }
  }

  startCounting(): void {
    this.counts.counting = true;
  }

  stopCounting(): void {
    this.counts.counting = false;
  }

  /** Whether she is away on a day, be it known beforehand or not. */
  isAway(person: number, day: number): boolean {
    return this.absence.of(person, day) !== AbsenceKind.none;
  }

  /** Whether she is planned to work on a day and not known to be away: when appointments can be made with her. */
  isPlannedToWork(person: number, day: number): boolean {
    return this.setup.workforce.plannedShift(person, day) !== ShiftCode.off && !this.absence.knownBefore(person, day);
  }

  /** Takes down hours that are no shift of a roster, such as a call-out of a team. */
  book(person: number, unit: number, kind: WorkKind, start: number, end: number): void {
    this.limits.worksUntil(person, end);
    this.worked.add(person, unit, kind, start, end);
    this.counts.hours(unit, kind, (end - start) / minutesPerHour);
    this.setup.onWorked?.(person, unit, kind, start, end);
  }

  /** Whether she is off on a day and may be called in for some of its hours, or all of them, on overtime. */
  mayBeCalledIn(person: number, day: number, start: number, end: number): boolean {
    return this.cover.mayWorkOvertime(person, day, start, end);
  }

  /**
   * Calls somebody in from home who may come: on overtime from now until the end of a shift of `day`, on duty in a unit
   * from her arrival on.
   * @param arrivesAt @param end minutes of the clock, in this order
   */
  callIn(person: number, unit: number, day: number, arrivesAt: number, end: number): void {
    const { simulation, trace } = this.setup;
    this.limits.took(person, day, simulation.now, end);
    this.book(person, unit, WorkKind.overtime, simulation.now, end);
    simulation.scheduleAt(arrivesAt, () => {
      trace.record(simulation.now, -1, TraceState.shiftBegins, unit, person);
      this.listeners[unit]?.arrive(person, end);
    });
    const leave = (): void => {
      trace.record(simulation.now, -1, TraceState.shiftEnds, unit, person);
      this.listeners[unit]?.leave(person);
    };
    simulation.scheduleAt(end, leave, 0, endsNext);
  }

  private scheduleShift(shift: ShiftCode, day: number): void {
    const { simulation, shiftTimes } = this.setup;
    if (day > this.lastDay) return;
    const start = Math.max(simulation.now, shiftTimes.start(shift, day));
    simulation.scheduleAt(start, this.beginShift, (day << bitsOfCode) + shift, beginsFirst);
  }

  private begins(payload: number): void {
    const { simulation, shiftTimes } = this.setup;
    const shift = (payload & codeBits) as ShiftCode;
    const day = payload >> bitsOfCode;
    const toCover = { shift, day, start: shiftTimes.start(shift, day), end: shiftTimes.end(shift, day) };
    const units = this.unitsOf[shift]!;
    for (const unit of units) this.muster(unit, toCover);
    for (const unit of units) this.fillPosts(unit, toCover);
    for (const unit of units) this.arrive(unit, toCover);
    simulation.scheduleAt(toCover.end, this.endShift, shift, endsNext);
    this.scheduleShift(shift, day + 1);
  }

  /** Those of the roster who are not away. */
  private muster({ index: unit }: Unit, { shift, day }: ShiftToCover): void {
    const { workforce } = this.setup;
    const present = this.beginning[unit]!;
    for (const person of workforce.planned(unit, shift, day)) {
      const absence = this.absence.of(person, day);
      this.counts.plannedShift(unit, absence);
      if (absence === AbsenceKind.none) present.push(person);
    }
  }

  /** Covers the posts for which too few have come. Draws for each shift, whether or not anybody lacks. */
  private fillPosts(unit: Unit, toCover: ShiftToCover): void {
    const { shift, day, start, end } = toCover;
    const { workforce, onHired } = this.setup;
    const present = this.beginning[unit.index]!;
    const posts = workforce.posts(unit.index, shift, day);
    const stream = this.streams[unit.index];
    if (stream !== undefined) {
      const { draws } = this;
      draws.first = stream.next();
      draws.extraShift = stream.next();
      draws.overtime = stream.next();
      const missing = posts - present.length;
      if (missing > 0) {
        for (const { person, kind, from } of this.cover.find(unit, toCover, missing, this.beginning, draws)) {
          present.push(person);
          this.counts.coveredShift(unit.index, kind, from);
          if (kind === 'hired') {
            this.counts.hours(unit.index, kind, (end - start) / minutesPerHour);
            onHired?.(unit.index, start, end);
          } else if (kind !== WorkKind.planned) this.book(person, unit.index, kind, start, end);
        }
      }
    }
    this.counts.shift(unit.index, shift, day, posts, posts - present.length);
  }

  private arrive(unit: Unit, { shift, day, start, end }: ShiftToCover): void {
    const { simulation, trace, workforce } = this.setup;
    const present = this.beginning[unit.index]!;
    const duty = this.duty[(unit.index << bitsOfCode) + shift]!;
    const listener = this.listeners[unit.index];
    for (const person of present) {
      // Whoever was called in was off by the roster, and her hours are booked already.
      if (person > firstHired && workforce.plannedShift(person, day) === shift) {
        this.book(person, unit.index, WorkKind.planned, start, end);
      }
      duty.push(person);
      trace.record(simulation.now, -1, TraceState.shiftBegins, unit.index, person);
      listener?.arrive(person, end);
    }
    present.length = 0;
  }

  private ends(shift: ShiftCode): void {
    const { simulation, trace } = this.setup;
    for (const { index: unit } of this.unitsOf[shift]!) {
      const duty = this.duty[(unit << bitsOfCode) + shift]!;
      const listener = this.listeners[unit];
      for (const person of duty) {
        trace.record(simulation.now, -1, TraceState.shiftEnds, unit, person);
        listener?.leave(person);
      }
      duty.length = 0;
    }
  }
}

function hasShift(unit: Unit, shift: ShiftCode): boolean {
  return unit.pattern === 'rota' || (unit.pattern === 'day' && shift === ShiftCode.day);
}
