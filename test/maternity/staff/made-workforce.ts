import type { Person, Profession } from '../../../sim-core/maternity/staff/person.ts';
import { ShiftCode, type Unit, type UnitKind } from '../../../sim-core/maternity/staff/unit.ts';
import type { Workforce } from '../../../sim-core/maternity/staff/workforce.ts';

/** First day with a plan: so many before the clock starts that cycles of one, two or three weeks begin on its first day. */
const firstDay = -42;

export interface MadeUnit {
  kind?: UnitKind;
  profession?: Profession;
  employer?: string;
  site?: number;
  pattern?: Unit['pattern'];
  people: number;
  /** Shares of a position, taken in turn. */
  positions?: readonly number[];
  /** Posts on every shift of every day. */
  posts: number;
  /** Plan of one person, repeated; each person is `shiftBy` days further on in it than the one before. */
  cycle?: readonly ShiftCode[];
  shiftBy?: number;
  /** By index of the unit; what each of its people may work in beside it. */
  otherUnits?: readonly number[];
}

/** Three shifts in turn over three weeks, without a short rest: 11 shifts in 21 days. */
export const restfulCycle: readonly ShiftCode[] = [1, 1, 2, 2, 0, 0, 0, 1, 1, 0, 3, 3, 3, 0, 0, 0, 2, 2, 0, 0, 0];

/** A small workforce made by hand, the same for the same description. */
export function madeWorkforce(described: readonly MadeUnit[], days: number): Workforce {
  const units = described.map(
    ({ kind = 'labourWard', profession = 'midwife', employer = 'ous', site = 0, pattern = 'rota' }, index): Unit => ({
      index,
      id: `unit-${index}/${kind}/${profession}`,
      kind,
      profession,
      employer,
      site,
      origin: site < 0 ? 0 : -1,
      team: -1,
      pattern,
    }),
  );
  const people: Person[] = [];
  const plans: Uint8Array[] = [];
  const length = days - firstDay;
  const peopleOf = described.map((unit, index) =>
    Array.from({ length: unit.people }, (_, place): Person => {
      const cycle = unit.cycle ?? restfulCycle;
      const offset = place * (unit.shiftBy ?? 2);
      plans.push(Uint8Array.from({ length }, (_unused, day) => cycle[(day + offset) % cycle.length]!));
      const person: Person = {
        number: people.length,
        profession: units[index]!.profession,
        employer: units[index]!.employer,
        unit: index,
        otherUnits: unit.otherUnits ?? [],
        position: unit.positions?.[place % unit.positions.length] ?? 1,
        skills: [],
        fromDay: -Infinity,
        toDay: Infinity,
      };
      people.push(person);
      return person;
    }),
  );
  const plannedShift = (person: number, day: number): ShiftCode => (plans[person]![day - firstDay] ?? 0) as ShiftCode;
  const lists = new Map<number, number[]>();
  return {
    units,
    people,
    peopleOf,
    posts: (unit) => described[unit]!.posts,
    plannedShift,
    plannedUnit: (person, day) => (plannedShift(person, day) === ShiftCode.off ? -1 : people[person]!.unit),
    sharedPeopleOf: () => [],
    planned(unit, shift, day) {
      const key = (unit * 4 + shift) * 4096 + (day - firstDay);
      let list = lists.get(key);
      if (list === undefined) {
        list = peopleOf[unit]!.filter(({ number }) => plannedShift(number, day) === shift).map(({ number }) => number);
        lists.set(key, list);
      }
      return list;
    },
  };
}
