import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
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

/** A span of days with one plan, for the first so many people of a unit. */
export interface PlannedEra extends Era {
  readonly employed: number;
  readonly plan: RepeatingPlan;
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

  constructor(
    rosters: readonly UnitRoster[],
    calendar: RosterCalendar,
    task: Pick<RotaTask, 'starts' | 'ends' | 'dailyRest'>,
  ) {
    this.rosters = rosters;
    this.calendar = calendar;
    this.units = rosters.map(({ unit }) => unit);
    this.peopleOf = rosters.map(({ people }) => people);
    this.people = this.peopleOf.flat();
    this.plan = new Uint8Array(this.people.length * calendar.days);
    this.lists = Array.from({ length: rosters.length * calendar.days * shifts }, () => nobody);
    for (const roster of rosters) {
      for (const era of roster.eras) {
        this.layOut(roster, era);
        this.restAtStart(roster, era, task);
      }
    }
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

  private layOut({ unit, people }: UnitRoster, { fromDay, toDay, employed, plan, posts }: PlannedEra): void {
    const { calendar } = this;
    if (unit.pattern === 'onCall' || employed === 0) return;
    const first = people[0]!.number;
    const cycle = listsOfCycle(plan, employed, first);
    const start = Math.max(0, fromDay - calendar.firstDay);
    const end = Math.min(calendar.days, toDay - calendar.firstDay);
    for (let person = 0; person < employed; person++) {
      const own = plan.shifts.subarray(person * plan.days, (person + 1) * plan.days);
      let planDay = (start + calendar.mondayOffset) % plan.days;
      for (let index = start; index < end; index++) {
        this.plan[index * this.people.length + first + person] = own[planDay]!;
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
    const first = this.peopleOf[unit.index]![0]!.number;
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

  private dayOff(unit: Unit, index: number, shift: ShiftCode, who: ReadonlySet<number>): void {
    const at = (index * this.units.length + unit.index) * shifts + shift - 1;
    this.lists[at] = this.lists[at]!.filter((number) => !who.has(number));
    for (const number of who) this.plan[index * this.people.length + number] = ShiftCode.off;
  }
}

const nobody: readonly number[] = [];

/** Numbers of those planned, by day of the plan × 3 + shift − 1, ascending. */
function listsOfCycle(plan: RepeatingPlan, people: number, first: number): number[][] {
  const lists = Array.from({ length: plan.days * shifts }, (): number[] => []);
  for (let person = 0; person < people; person++) {
    for (let day = 0; day < plan.days; day++) {
      const shift = plan.shifts[person * plan.days + day]!;
      if (shift !== ShiftCode.off) lists[day * shifts + shift - 1]!.push(first + person);
    }
  }
  return lists;
}
