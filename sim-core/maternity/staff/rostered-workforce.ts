import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { CombinedPlaces } from './combined-positions.ts';
import { CombinedRoster } from './combined-roster.ts';
import { layStationDays, type StationRules } from './combined-station-days.ts';
import { stationPeople } from './combined-ward-plans.ts';
import type { Person } from './person.ts';
import { DayKind, dayKindOf, type Era } from './posts.ts';
import type { RotaTask } from './rota-draft.ts';
import type { RepeatingPlan } from './rota-plan.ts';
import { ShiftCode, type Unit } from './unit.ts';
import type { Workforce } from './workforce.ts';

/** Days before the clock starts that have rosters: contacts of pregnancies under way, of up to 330 days, are looked up in them. */
const daysBefore = 352;
/** Days after the horizon that have rosters. */
const daysAfter = 60;
const shifts = 3;

/** A span of days with one plan for those people of a unit who are employed then, in the order of its rows. */
export interface PlannedEra extends Era {
  readonly employed: readonly Person[];
  readonly plan: RepeatingPlan;
  /** Numbers of people of other units who come after them in the plan, ascending. */
  readonly shared?: readonly number[];
}

/** A unit with its people and the plans that they work by. */
export interface UnitRoster {
  readonly unit: Unit;
  readonly people: readonly Person[];
  readonly eras: readonly PlannedEra[];
}

/** The days that have rosters, and what kind of day each is. */
export class RosterCalendar {
  readonly firstDay = -daysBefore;
  readonly days: number;
  /** Kinds of day, from the first. */
  readonly kinds: Uint8Array;
  /** Days since some Monday at or before the first day. */
  readonly mondayOffset: number;

  constructor(inputs: ModelInputs, calendar: Calendar) {
    this.days = calendar.dayNumber(inputs.horizon.end) + daysAfter - this.firstDay + 1;
    this.kinds = Uint8Array.from({ length: this.days }, (_, index) => dayKindOf(calendar, this.firstDay + index));
    this.mondayOffset = calendar.weekday(this.firstDay);
  }

  /** Whether any day of a span has a roster. */
  reaches({ fromDay, toDay }: Pick<Era, 'fromDay' | 'toDay'>): boolean {
    return fromDay < this.firstDay + this.days && toDay > this.firstDay;
  }

  /** Place of a day in the arrays. @throws RangeError when the day has no roster */
  indexOf(day: number): number {
    const index = day - this.firstDay;
    if (index >= 0 && index < this.days) return index;
    throw new RangeError(
      `Day ${day} has no roster: rosters reach from day ${this.firstDay} to day ${this.firstDay + this.days - 1}`,
    );
  }
}

/** Rosters laid out day by day, so that every question is answered from an array. */
export class RosteredWorkforce implements Workforce {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly peopleOf: readonly (readonly Person[])[];
  private readonly rosters: readonly UnitRoster[];
  private readonly calendar: RosterCalendar;
  /** Shift codes, by place of the day × people + person: most questions are about many people on one day. */
  private readonly plan: Uint8Array;
  /** Numbers of those planned, by (place of the day × units + unit) × 3 + shift − 1. */
  private readonly lists: (readonly number[])[];
  /** People in combined positions, with what they work where. */
  private readonly combined: CombinedRoster;
  private readonly shared: readonly (readonly Person[])[];

  constructor(
    rosters: readonly UnitRoster[],
    calendar: RosterCalendar,
    rules: StationRules,
    places: readonly CombinedPlaces[] = [],
  ) {
    this.rosters = rosters;
    this.calendar = calendar;
    this.units = rosters.map(({ unit }) => unit);
    this.peopleOf = rosters.map(({ people }) => people);
    this.people = this.peopleOf.flat();
    this.plan = new Uint8Array(this.people.length * calendar.days);
    this.lists = Array.from({ length: rosters.length * calendar.days * shifts }, () => nobody);
    this.combined = new CombinedRoster(places, this.peopleOf, calendar);
    this.shared = stationPeople(rosters, places);
    for (const roster of rosters) {
      for (const era of roster.eras) {
        this.layOut(roster, era);
        this.restAtStart(roster, era, rules);
      }
    }
    for (const station of new Set(places.map((place) => place.station))) this.layStation(station, rules);
  }

  posts(unit: number, shift: ShiftCode, day: number): number {
    const kind = this.calendar.kinds[this.calendar.indexOf(day)]!;
    const { eras } = this.rosters[unit]!;
    let era = 0;
    while (day >= eras[era]!.toDay) era++;
    return eras[era]!.posts[kind * 4 + shift]!;
  }

  plannedShift(person: number, day: number): ShiftCode {
    return this.plan[this.calendar.indexOf(day) * this.people.length + person] as ShiftCode;
  }

  planned(unit: number, shift: ShiftCode, day: number): readonly number[] {
    if (shift === ShiftCode.off) return nobody;
    return this.lists[(this.calendar.indexOf(day) * this.units.length + unit) * shifts + shift - 1]!;
  }

  plannedUnit(person: number, day: number): number {
    if (this.plannedShift(person, day) === ShiftCode.off) return -1;
    const unit = this.combined.unitOf(person, this.calendar.indexOf(day));
    return unit < 0 ? this.people[person]!.unit : unit;
  }

  sharedPeopleOf(unit: number): readonly Person[] {
    return this.shared[unit]!;
  }

  private layOut({ unit }: UnitRoster, era: PlannedEra): void {
    const { fromDay, toDay, employed, plan, posts, shared = nobody } = era;
    const { calendar } = this;
    if (unit.pattern === 'onCall' || employed.length + shared.length === 0 || !calendar.reaches(era)) return;
    const numbers = [...employed.map(({ number }) => number), ...shared];
    const cycle = listsOfCycle(plan, numbers);
    const start = Math.max(0, fromDay - calendar.firstDay);
    const end = Math.min(calendar.days, toDay - calendar.firstDay);
    for (const [row, number] of numbers.entries()) {
      const own = plan.shifts.subarray(row * plan.days, (row + 1) * plan.days);
      let planDay = (start + calendar.mondayOffset) % plan.days;
      for (let index = start; index < end; index++) {
        this.plan[index * this.people.length + number] = own[planDay]!;
        if (row >= employed.length) this.combined.setWardShift(number, index, own[planDay]!);
        if (++planDay === plan.days) planDay = 0;
      }
    }
    for (let index = start; index < end; index++) {
      const planDay = (index + calendar.mondayOffset) % plan.days;
      const at = (index * this.units.length + unit.index) * shifts;
      for (let shift = 0; shift < shifts; shift++) this.lists[at + shift] = cycle[planDay * shifts + shift]!;
      if (calendar.kinds[index] === DayKind.publicHoliday) this.thinOut(unit, index, posts);
    }
  }

  /**
   * Gives a public holiday off to those by day and in the evening who are beyond its posts: those with the largest
   * positions first, and among equals others on each holiday. The posts of those who work by day only are 0.
   */
  private thinOut(unit: Unit, index: number, posts: Int32Array): void {
    const first = this.peopleOf[unit.index]![0]?.number ?? 0;
    for (const shift of [ShiftCode.day, ShiftCode.evening]) {
      const at = (index * this.units.length + unit.index) * shifts + shift - 1;
      const planned = this.lists[at]!;
      const beyond = planned.length - posts[DayKind.publicHoliday * 4 + shift]!;
      if (beyond <= 0) continue;
      const turn = (number: number): number => ((number - first) * 7 + index) % planned.length;
      const order = [...planned].sort(
        (a, b) => this.people[b]!.position - this.people[a]!.position || turn(a) - turn(b) || a - b,
      );
      this.dayOff(unit, index, shift, new Set(order.slice(0, beyond)));
    }
  }

  /** Where a new plan takes over, those who would have too little rest after their last shift have the first day off. */
  private restAtStart(
    { unit }: UnitRoster,
    { fromDay }: PlannedEra,
    { starts, ends, dailyRest }: Pick<RotaTask, 'starts' | 'ends' | 'dailyRest'>,
  ): void {
    const { calendar } = this;
    const index = fromDay - calendar.firstDay;
    if (!(index > 0 && index < calendar.days)) return;
    for (const shift of [ShiftCode.day, ShiftCode.evening, ShiftCode.night]) {
      const tired = this.lists[(index * this.units.length + unit.index) * shifts + shift - 1]!.filter((number) => {
        const before = this.plan[(index - 1) * this.people.length + number]!;
        return before !== ShiftCode.off && 1440 + starts[shift]! - ends[before]! < dailyRest * 60;
      });
      if (tired.length > 0) this.dayOff(unit, index, shift, new Set(tired));
    }
  }

  /** Lays the days in a health station of those who are on a ward on their other days. */
  private layStation(station: number, rules: StationRules): void {
    const { calendar, combined, plan, lists } = this;
    const listOf = (day: number): number => (day * this.units.length + station) * shifts + ShiftCode.day - 1;
    layStationDays(
      combined.peopleAt(station),
      {
        days: calendar.days,
        mondayOffset: calendar.mondayOffset,
        kind: (day) => calendar.kinds[day] as DayKind,
        shift: (person, day) => plan[day * this.people.length + person]!,
        wardShift: (person, day) => combined.wardShift(person, day),
        present: (day) => lists[listOf(day)]!.length,
        place: (person, day) => {
          plan[day * this.people.length + person] = ShiftCode.day;
          combined.setStation(person, day);
          lists[listOf(day)] = [...lists[listOf(day)]!, person].sort((a, b) => a - b);
        },
      },
      rules,
    );
  }

  private dayOff(unit: Unit, index: number, shift: ShiftCode, who: ReadonlySet<number>): void {
    const at = (index * this.units.length + unit.index) * shifts + shift - 1;
    this.lists[at] = this.lists[at]!.filter((number) => !who.has(number));
    for (const number of who) this.plan[index * this.people.length + number] = ShiftCode.off;
  }
}

const nobody: readonly number[] = [];

/** Numbers of those planned, by day of the plan × 3 + shift − 1, ascending. @param numbers of the people of the plan's rows */
function listsOfCycle(plan: RepeatingPlan, numbers: readonly number[]): number[][] {
  const lists = Array.from({ length: plan.days * shifts }, (): number[] => []);
  for (const [row, number] of numbers.entries()) {
    for (let day = 0; day < plan.days; day++) {
      const shift = plan.shifts[row * plan.days + day]!;
      if (shift !== ShiftCode.off) lists[day * shifts + shift - 1]!.push(number);
    }
  }
  return lists;
}
