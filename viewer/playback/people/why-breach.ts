import { dayKindOf, erasOf } from '../../../sim-core/maternity/staff/posts.ts';
import { ShiftCode } from '../../../sim-core/maternity/staff/unit.ts';
import { unitsOf } from '../../../sim-core/maternity/staff/units.ts';
import { WorkKind } from '../../../sim-core/maternity/staff/worked-time.ts';
import {
  workingTimeLimits,
  workingTimeRules,
  type WorkingTimeRule,
} from '../../../sim-core/maternity/staff/working-time-rules.ts';
import { minutesPerHour, type Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { rowsOfKey } from './row-index.ts';
import {
  plannedDay,
  restsBetween,
  shiftTimes,
  spellsOf,
  type PlannedDay,
  type Span,
  type WorkedSpell,
} from './work-week.ts';

const daysPerWeek = 7;

/** How a shift of a unit was staffed. */
export interface ShiftStaffing {
  day: number;
  shift: ShiftCode;
  unit: number;
  /** By the scenario; NaN for units without posts of their own, such as health stations and teams. */
  posts: number;
  /** People by the roster, and those of them who were absent. */
  planned: number;
  absent: number;
  /** People of the service who worked in the middle of the shift, hired staff not counted. */
  worked: number;
}

/** A spell of work, and why it was worked as far as the record tells. */
export interface ExplainedSpell extends WorkedSpell {
  /** The woman whose contact lasted to the end of work beyond the roster, or −1. */
  woman: number;
  /** `ContactKind` of that contact, or −1. */
  contactKind: number;
  /** How the shift stood in which work beyond the roster fell. */
  staffing: ShiftStaffing | undefined;
}

/** What led to a breach. */
export interface BreachExplained {
  rule: WorkingTimeRule;
  person: number;
  day: number;
  /** By the roster, or in the hours that were worked. */
  isWorked: boolean;
  /** The limit in force, and what was reached: hours, or Sundays in a row; of contracts, the hours a week that are too many. */
  limit: number;
  reached: number;
  /** Weeks of the average, for the rule on averages. */
  over: number;
  /** When it shows: the shortest rest, the long spell, or the beginning of the week. Minutes of the clock. */
  moment: number;
  /** Work around it, in order. */
  spells: readonly ExplainedSpell[];
  /** Rests between those spells. */
  rests: readonly Span[];
  /** Her roster over the same days. */
  planned: readonly PlannedDay[];
}

/** Explains a breach of the rules on working time. @param row its row in `playback.breaches` */
export function whyBreach(recorded: Recorded, index: RecordingIndex, row: number): BreachExplained {
  const { calendar, inputs, playback } = recorded;
  const { breaches } = playback;
  const rule = workingTimeRules[breaches.rule[row]!]!;
  const person = breaches.person[row]!;
  const day = breaches.day[row]!;
  const isWorked = breaches.worked[row] === 1;
  const limits = workingTimeLimits(inputs);
  const size = breaches.size[row]!;
  const isRest = rule === 'dailyRest' || rule === 'weeklyRest';
  const unitSize = rule === 'sundays' ? 1 : minutesPerHour;
  const limit = limits[rule] / unitSize;
  const [first, days] = daysAround(
    rule,
    day,
    limits.averageOver,
    limits.sundays + Math.round(size),
    calendar.weekday(day),
  );
  const from = calendar.midnight(first);
  const to = calendar.midnight(first + days);
  const planned = Array.from({ length: days }, (_, at) => plannedDay(recorded, person, first + at));
  const worked = isWorked
    ? spellsOf(recorded, index, person).filter((spell) => spell.from < to && spell.to > from)
    : planned
        .filter(({ shift }) => shift !== ShiftCode.off)
        .map((shift) => ({ unit: shift.unit, kind: WorkKind.planned, from: shift.from, to: shift.to }));
  const spells = worked.map((spell) => explained(recorded, index, person, spell));
  const rests = restsBetween(spells);
  return {
    rule,
    person,
    day,
    isWorked,
    limit,
    reached: rule === 'contractHours' ? size / unitSize : isRest ? limit - size / unitSize : limit + size / unitSize,
    over: limits.averageOver,
    moment: momentOf(rule, rests, spells, calendar.midnight(day)),
    spells,
    rests,
    planned,
  };
}

/** The first day to look at and how many days there are. */
function daysAround(
  rule: WorkingTimeRule,
  day: number,
  over: number,
  sundays: number,
  weekday: number,
): [number, number] {
  switch (rule) {
    case 'contractHours':
      // It is about the whole period, which the days of a week say nothing of.
      return [day, 0];
    case 'dailyRest':
    case 'shiftLength':
      return [day - 1, 4];
    case 'averageWeek':
      return [day, over * daysPerWeek];
    case 'sundays':
      return [day - weekday - (sundays - 1) * daysPerWeek, sundays * daysPerWeek];
    default:
      return [day - weekday, daysPerWeek];
  }
}

function momentOf(rule: WorkingTimeRule, rests: readonly Span[], spells: readonly Span[], midnight: number): number {
  const length = ({ from, to }: Span): number => to - from;
  if (rule === 'dailyRest') {
    // The rest that is too short begins within a day of the work that it should have followed.
    const near = rests.filter(({ from }) => from >= midnight && from < midnight + 2 * 1440);
    return near.sort((a, b) => length(a) - length(b))[0]?.from ?? midnight;
  }
  if (rule === 'shiftLength') {
    const near = spells.filter(({ from }) => from >= midnight && from < midnight + 1440);
    return near.sort((a, b) => length(b) - length(a))[0]?.from ?? midnight;
  }
  return midnight;
}

function explained(recorded: Recorded, index: RecordingIndex, person: number, spell: WorkedSpell): ExplainedSpell {
  const { contacts } = recorded.playback;
  if (spell.kind === WorkKind.planned) return { ...spell, woman: -1, contactKind: -1, staffing: undefined };
  const during = Array.from(rowsOfKey(index.contactsOfPerson, person)).filter(
    (row) => contacts.start[row]! < spell.to && contacts.end[row]! > spell.from,
  );
  const last = during.sort((a, b) => contacts.end[b]! - contacts.end[a]!)[0];
  return {
    ...spell,
    woman: last === undefined ? -1 : contacts.woman[last]!,
    contactKind: last === undefined ? -1 : contacts.kind[last]!,
    staffing:
      spell.kind === WorkKind.callOut ? undefined : staffingAt(recorded, spell.unit, (spell.from + spell.to) / 2),
  };
}

/** How the shift of a unit was staffed in which an instant lies; undefined when the unit has no shift then. */
export function staffingAt(recorded: Recorded, unit: number, time: number): ShiftStaffing | undefined {
  const times = shiftTimes(recorded);
  const today = recorded.calendar.dayOf(time);
  for (const day of [today, today - 1]) {
    for (const shift of [ShiftCode.day, ShiftCode.evening, ShiftCode.night]) {
      if (time >= times.start(shift, day) && time < times.end(shift, day))
        return staffingOf(recorded, unit, day, shift);
    }
  }
  return undefined;
}

function staffingOf(recorded: Recorded, unit: number, day: number, shift: ShiftCode): ShiftStaffing {
  const { inputs, calendar, playback } = recorded;
  const { roster, work, people } = playback;
  const times = shiftTimes(recorded);
  const about = unitsOf(inputs)[unit];
  const era =
    about && erasOf(inputs, calendar, times, about).find(({ fromDay, toDay }) => fromDay <= day && day < toDay);
  let planned = 0;
  let absent = 0;
  for (let person = 0; person < people.unit.length; person++) {
    const cell = person * roster.days + day - roster.firstDay;
    if (roster.plannedUnit[cell] !== unit || roster.planned[cell] !== shift) continue;
    planned++;
    if (roster.absence[cell] !== 0) absent++;
  }
  const middle = (times.start(shift, day) + times.end(shift, day)) / 2;
  const atWork = new Set<number>();
  for (let row = 0; row < work.person.length; row++) {
    if (work.unit[row] === unit && work.start[row]! <= middle && work.end[row]! > middle) atWork.add(work.person[row]!);
  }
  return {
    day,
    shift,
    unit,
    posts: about?.pattern === 'rota' && era ? era.posts[4 * dayKindOf(calendar, day) + shift]! : NaN,
    planned,
    absent,
    worked: atWork.size,
  };
}
