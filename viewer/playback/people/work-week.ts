import { teamLabels } from '../../../sim-core/maternity/model-inputs.ts';
import { ShiftTimes } from '../../../sim-core/maternity/staff/shift-times.ts';
import { ShiftCode } from '../../../sim-core/maternity/staff/unit.ts';
import { unitsOf } from '../../../sim-core/maternity/staff/units.ts';
import { WorkKind } from '../../../sim-core/maternity/staff/worked-time.ts';
import { minutesPerDay, minutesPerHour, type Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { rowsOfKey } from './row-index.ts';

const daysPerWeek = 7;

/** A day of somebody's roster. Minutes of the clock; on days off `from` and `to` are its midnight. */
export interface PlannedDay {
  day: number;
  shift: ShiftCode;
  /** Index of the unit where the roster has her, or −1. */
  unit: number;
  /** `AbsenceKind` */
  absence: number;
  from: number;
  to: number;
}

/** Time worked without a change of terms. Minutes of the clock. */
export interface WorkedSpell {
  unit: number;
  kind: WorkKind;
  from: number;
  to: number;
}

/** A stretch of time in minutes of the clock. */
export interface Span {
  from: number;
  to: number;
}

/** A week of somebody's work, Monday to Sunday; shifts and spells belong to the day on which they begin. */
export interface WorkWeek {
  monday: number;
  from: number;
  to: number;
  planned: readonly PlannedDay[];
  spells: readonly WorkedSpell[];
  /** Free time between spells, of which some lies in the week. */
  rests: readonly Span[];
  /** Turns as the first on call for her team. */
  onCall: readonly Span[];
  /** Rows of `playback.contacts`, in order of their start. */
  contacts: readonly number[];
  /** Rows of `playback.breaches`. */
  breaches: readonly number[];
  sums: WeekSums;
}

/** Hours of a week. */
export interface WeekSums {
  planned: number;
  worked: number;
  /** Hours worked by kind: beyond the roster at ordinary pay, overtime, and called out from home. */
  extra: number;
  overtime: number;
  calledOut: number;
  callOuts: number;
  /** Hours of the shortest daily rest; NaN without work. */
  shortestRest: number;
}

const shiftTimesOf = new WeakMap<object, ShiftTimes>();

/** When the shifts of a recording's days begin and end. */
export function shiftTimes({ inputs, calendar, playback }: Recorded): ShiftTimes {
  let times = shiftTimesOf.get(playback);
  if (times === undefined) shiftTimesOf.set(playback, (times = new ShiftTimes(inputs, calendar)));
  return times;
}

/** The Monday on or before the day of an instant, as the number of a day. */
export function mondayOf({ calendar }: Pick<Recorded, 'calendar'>, time: number): number {
  const day = calendar.dayOf(time);
  return day - calendar.weekday(day);
}

/** Everything that somebody has worked, in order; spells that touch are joined if they are of one kind and unit. */
export function spellsOf({ playback: { work } }: Recorded, index: RecordingIndex, person: number): WorkedSpell[] {
  return Array.from(rowsOfKey(index.workOfPerson, person), (row) => ({
    unit: work.unit[row]!,
    kind: work.kind[row]! as WorkKind,
    from: work.start[row]!,
    to: work.end[row]!,
  }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .reduce<WorkedSpell[]>((joined, spell) => {
      const before = joined.at(-1);
      if (before && before.kind === spell.kind && before.unit === spell.unit && spell.from <= before.to)
        before.to = Math.max(before.to, spell.to);
      else joined.push(spell);
      return joined;
    }, []);
}

/** Free time between spells of work, in order. @param spells in order of their start */
export function restsBetween(spells: readonly Span[]): Span[] {
  const rests: Span[] = [];
  let until = NaN;
  for (const { from, to } of spells) {
    if (from > until) rests.push({ from: until, to: from });
    until = Number.isNaN(until) ? to : Math.max(until, to);
  }
  return rests;
}

/**
 * The shortest daily rest as the rules measure it: of each 24 hours that begin with a spell, the longest free stretch. Minutes;
 * NaN when no spell begins between `from` and `to`. @param spells in order of their start
 */
export function shortestDailyRest(spells: readonly Span[], from: number, to: number): number {
  let shortest = NaN;
  for (const begun of spells) {
    if (begun.from < from || begun.from >= to) continue;
    const ends = begun.from + minutesPerDay;
    let longest = 0;
    let until = begun.from;
    for (const spell of spells) {
      if (spell.to <= until || spell.from >= ends) continue;
      longest = Math.max(longest, spell.from - until);
      until = spell.to;
    }
    longest = Math.max(longest, ends - until);
    if (!(longest >= shortest)) shortest = longest;
  }
  return shortest;
}

/** What the roster says of somebody on one day. */
export function plannedDay(recorded: Recorded, person: number, day: number): PlannedDay {
  const { roster } = recorded.playback;
  const times = shiftTimes(recorded);
  const at = day - roster.firstDay;
  const isKnown = at >= 0 && at < roster.days;
  const cell = person * roster.days + at;
  const shift = (isKnown ? roster.planned[cell]! : ShiftCode.off) as ShiftCode;
  return {
    day,
    shift,
    unit: isKnown ? roster.plannedUnit[cell]! : -1,
    absence: isKnown ? roster.absence[cell]! : 0,
    from: times.start(shift, day),
    to: times.end(shift, day),
  };
}

/** One week of somebody's work. @param monday the number of its first day */
export function workWeek(recorded: Recorded, index: RecordingIndex, person: number, monday: number): WorkWeek {
  const { calendar, playback } = recorded;
  const from = calendar.midnight(monday);
  const to = calendar.midnight(monday + daysPerWeek);
  const planned = Array.from({ length: daysPerWeek }, (_, day) => plannedDay(recorded, person, monday + day));
  const all = spellsOf(recorded, index, person);
  const spells = all.filter((spell) => spell.from < to && spell.to > from);
  const rests = restsBetween(all).filter((rest) => rest.from < to && rest.to > from);
  const { contacts, breaches } = playback;
  const begun = spells.filter((spell) => spell.from >= from);
  const hours = (kind?: WorkKind): number =>
    begun.reduce((sum, spell) => (kind === undefined || spell.kind === kind ? sum + hoursOf(spell) : sum), 0);
  return {
    monday,
    from,
    to,
    planned,
    spells,
    rests,
    onCall: onCallTurns(recorded, index, person).filter((turn) => turn.from < to && turn.to > from),
    contacts: Array.from(rowsOfKey(index.contactsOfPerson, person))
      .filter((row) => contacts.start[row]! < to && contacts.end[row]! > from)
      .sort((a, b) => contacts.start[a]! - contacts.start[b]!),
    breaches: Array.from(rowsOfKey(index.breachesOfPerson, person)).filter(
      (row) => breaches.day[row]! >= monday && breaches.day[row]! < monday + daysPerWeek,
    ),
    sums: {
      planned: planned.reduce((sum, day) => sum + (day.shift === ShiftCode.off ? 0 : hoursOf(day)), 0),
      worked: hours(),
      extra: hours(WorkKind.extraShift),
      overtime: hours(WorkKind.overtime),
      calledOut: hours(WorkKind.callOut),
      callOuts: begun.filter(({ kind }) => kind === WorkKind.callOut).length,
      shortestRest: shortestDailyRest(all, from, to) / minutesPerHour,
    },
  };
}

/** Hours worked in each whole week of the horizon, by the day on which spells begin. */
export function hoursPerWeek(
  recorded: Recorded,
  index: RecordingIndex,
  person: number,
): { monday: number; hours: number }[] {
  const { calendar, playback } = recorded;
  const first = mondayOf(recorded, playback.from + daysPerWeek * 1440 - 1);
  const weeks: { monday: number; hours: number }[] = [];
  for (let monday = first; calendar.midnight(monday + daysPerWeek) <= playback.to; monday += daysPerWeek)
    weeks.push({ monday, hours: 0 });
  for (const spell of spellsOf(recorded, index, person)) {
    const week = weeks[Math.floor((calendar.dayOf(spell.from) - first) / daysPerWeek)];
    if (week) week.hours += hoursOf(spell);
  }
  return weeks;
}

/** The turns that somebody has as first on call for her team. */
function onCallTurns({ inputs, playback }: Recorded, { onCallRows }: RecordingIndex, person: number): Span[] {
  const { trace, people } = playback;
  const unit = people.unit[person]!;
  const team = unitsOf(inputs)[unit]?.team ?? -1;
  if (team < 0 || teamLabels(inputs)[team] === undefined) return [];
  // Within a team people are numbered in the order of their numbers in the service.
  const number = people.unit.subarray(0, person).reduce((count, other) => (other === unit ? count + 1 : count), 0);
  const turns: Span[] = [];
  let since = NaN;
  for (const row of onCallRows) {
    if (trace.place[row] !== team) continue;
    const time = trace.time[row]!;
    if (!Number.isNaN(since)) turns.push({ from: since, to: time });
    since = trace.other[row] === number ? time : NaN;
  }
  if (!Number.isNaN(since)) turns.push({ from: since, to: playback.to });
  return turns;
}

/** Length in hours. */
export function hoursOf({ from, to }: Span): number {
  return (to - from) / minutesPerHour;
}
