import { DayKind } from './posts.ts';
import { ShiftCode } from './unit.ts';

const daysPerWeek = 7;
const weekdays = 5;
const minutesPerDay = 1440;
const minutesPerHour = 60;
/** Days off after a night: as in the plans of the wards, or, where no other day is left, the one that begins with sleep. */
const restDaysAfterNight = [2, 1];

/** The rules and lengths that days in a health station are laid by. */
export interface StationRules {
  /** Start and end of each shift code in minutes after midnight; a night ends after 1,440. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Hours: least rest between shifts, least time off on end from Monday to Sunday, most work in one week. */
  readonly dailyRest: number;
  readonly weeklyRest: number;
  readonly longestWeek: number;
  readonly mostDaysInARow: number;
  /** Hours a week of a full-time position, and hours of a day in the station that are no working time. */
  readonly fullTimeWeek: number;
  readonly unpaidBreak: number;
}

/** Somebody in a combined position, with the days of her employment as places in the roster. */
export interface StationPerson {
  readonly number: number;
  readonly position: number;
  readonly wardShare: number;
  readonly from: number;
  readonly end: number;
}

/** The roster that the days are laid into; days are told by their place in it. */
interface StationRoster {
  readonly days: number;
  /** Day of the week on which it begins: 0 for a Monday. */
  readonly mondayOffset: number;
  kind(day: number): DayKind;
  /** What she works on a day so far. */
  shift(person: number, day: number): number;
  /** What the plan of the ward has for her on a day, also where a public holiday has given it off. */
  wardShift(person: number, day: number): number;
  /** People at the station on a day so far. */
  present(day: number): number;
  place(person: number, day: number): void;
}

/**
 * Lays the days in the health station around the ward shifts of some people, week by week, as the ward's plan has them:
 * together they come to the hours of the contract, so that weeks with little on the ward have more days in the station.
 * A day is laid only on a weekday that is no public holiday, with the daily rest on both sides, with two days off after a
 * night or one if need be, and such that the week keeps its rest and its longest hours; of several the one with fewest
 * people in the station.
 * What finds no room is carried over to the next week. A public holiday from Monday to Friday is a fifth of the week's hours
 * in the station, off with pay.
 */
export function layStationDays(people: readonly StationPerson[], roster: StationRoster, rules: StationRules): void {
  const { starts, ends, fullTimeWeek, unpaidBreak } = rules;
  const lengths = starts.map((start, shift) => (ends[shift]! - start) / minutesPerHour);
  const stationDay = lengths[ShiftCode.day]! - unpaidBreak;
  const owed = new Float64Array(people.length);
  for (let monday = -roster.mondayOffset; monday < roster.days; monday += daysPerWeek) {
    for (const [index, person] of people.entries()) {
      const { number, position, wardShare, from, end } = person;
      for (let day = Math.max(monday, from); day < Math.min(monday + daysPerWeek, end); day++) {
        owed[index]! += (position * fullTimeWeek) / daysPerWeek - lengths[roster.wardShift(number, day)]!;
        if (day - monday < weekdays && roster.kind(day) === DayKind.publicHoliday) {
          owed[index]! -= (position * (1 - wardShare) * fullTimeWeek) / weekdays;
        }
      }
      for (let wanted = Math.round(owed[index]! / stationDay); wanted > 0; wanted--) {
        let day = -1;
        for (const restDays of restDaysAfterNight) {
          if (day < 0) day = bestDay(person, monday, roster, rules, restDays, index);
        }
        if (day < 0) break;
        roster.place(number, day);
        owed[index]! -= stationDay;
      }
    }
  }
}

/** The day of a week that suits best, or −1. */
function bestDay(
  person: StationPerson,
  monday: number,
  roster: StationRoster,
  rules: StationRules,
  restDays: number,
  turn: number,
): number {
  let best = -1;
  let fewest = Infinity;
  for (let step = 0; step < weekdays; step++) {
    const day = monday + ((step + turn) % weekdays);
    if (day < person.from || day >= person.end) continue;
    const present = roster.present(day);
    if (present >= fewest || !suits(person.number, day, monday, roster, rules, restDays)) continue;
    best = day;
    fewest = present;
  }
  return best;
}

function suits(
  person: number,
  day: number,
  monday: number,
  roster: StationRoster,
  { starts, ends, dailyRest, weeklyRest, longestWeek, mostDaysInARow }: StationRules,
  restDays: number,
): boolean {
  const at = (other: number): number =>
    other === day ? ShiftCode.day : other < 0 || other >= roster.days ? ShiftCode.off : roster.shift(person, other);
  if (roster.kind(day) === DayKind.publicHoliday || roster.shift(person, day) !== ShiftCode.off) return false;
  for (let back = 1; back <= restDays; back++) if (at(day - back) === ShiftCode.night) return false;
  const before = at(day - 1);
  const after = at(day + 1);
  const restBefore = minutesPerDay + starts[ShiftCode.day]! - ends[before]!;
  const restAfter = minutesPerDay + starts[after]! - ends[ShiftCode.day]!;
  if (before !== ShiftCode.off && restBefore < dailyRest * minutesPerHour) return false;
  if (after !== ShiftCode.off && restAfter < dailyRest * minutesPerHour) return false;
  let run = 1;
  for (let other = day - 1; run <= mostDaysInARow && at(other) !== ShiftCode.off; other--) run++;
  for (let other = day + 1; run <= mostDaysInARow && at(other) !== ShiftCode.off; other++) run++;
  if (run > mostDaysInARow) return false;
  const sunday = at(monday - 1);
  let free = Math.max(0, sunday === ShiftCode.off ? 0 : ends[sunday]! - minutesPerDay);
  let minutes = free;
  let rest = 0;
  for (let index = 0; index < daysPerWeek; index++) {
    const shift = at(monday + index);
    if (shift === ShiftCode.off) continue;
    rest = Math.max(rest, index * minutesPerDay + starts[shift]! - free);
    free = index * minutesPerDay + ends[shift]!;
    minutes += ends[shift]! - starts[shift]!;
  }
  rest = Math.max(rest, daysPerWeek * minutesPerDay - free);
  return rest >= weeklyRest * minutesPerHour && minutes <= longestWeek * minutesPerHour;
}
