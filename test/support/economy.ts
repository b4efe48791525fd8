import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { absence } from '../../scenarios/schema/base/absence.ts';
import { economy } from '../../scenarios/schema/base/economy.ts';
import { workingTime } from '../../scenarios/schema/base/working-time.ts';
import { plain } from '../../scenarios/schema/passport.ts';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import type { Calendar } from '../../sim-core/kernel/index.ts';
import type { Ledger } from '../../sim-core/maternity/economy/ledger.ts';
import { staffLines, type Line } from '../../sim-core/maternity/economy/price-list.ts';
import type { Person } from '../../sim-core/maternity/staff/person.ts';
import { ShiftCode, type Unit } from '../../sim-core/maternity/staff/unit.ts';
import type { Workforce } from '../../sim-core/maternity/staff/workforce.ts';

const parsed = new Map<string, unknown>();

/** A top-level key of a shipped file of base data. */
function shipped(file: string, key: string): unknown {
  if (!parsed.has(file)) {
    const url = new URL(`../../scenarios/oslo/${file}.yaml`, import.meta.url);
    parsed.set(file, parse(readFileSync(url, 'utf8')));
  }
  return structuredClone((parsed.get(file) as Record<string, unknown>)[key]);
}

/** The shipped tariffs with their passports, a copy of one's own. */
export function shippedEconomy(): z.infer<typeof economy> {
  return economy.parse(shipped('economy', 'economy'));
}

/** The shipped rules on working time, with their passports. */
export function shippedWorkingTime(): z.infer<typeof workingTime> {
  return workingTime.parse(shipped('working-time', 'workingTime'));
}

let bare: Pick<ModelInputs['data'], 'economy' | 'absence'> | undefined;

function shippedData(): Pick<ModelInputs['data'], 'economy' | 'absence'> {
  return (bare ??= {
    economy: plain(shippedEconomy()),
    absence: plain(absence.parse(shipped('absence', 'absence'))),
  });
}

/** Inputs that hold what the books read: the shipped tariffs, changed, sites without leaders, and some interventions. */
export function economyInputs(
  change: (economy: ModelInputs['data']['economy']) => void = () => undefined,
  interventions: ModelInputs['interventions'] = [],
): ModelInputs {
  const data = { ...structuredClone(shippedData()), sites: {}, staff: { sites: {} } };
  change(data.economy);
  return { data, interventions } as unknown as ModelInputs;
}

type SomeUnit = Pick<Unit, 'employer' | 'profession' | 'pattern'>;
type SomePerson = Pick<Person, 'employer' | 'unit' | 'position'> & Partial<Person>;

/** A workforce without rosters, for those who only ask who there is. Numbers and professions follow the units. */
export function workforceOf(someUnits: SomeUnit[], somePeople: SomePerson[]): Workforce {
  const units = someUnits.map((unit, index): Unit => {
    const place = { site: -1, origin: -1, team: -1 };
    return { index, id: `unit-${index}`, kind: 'labourWard', ...place, ...unit };
  });
  const people = somePeople.map((person, number): Person => {
    const { profession } = units[person.unit]!;
    return { profession, otherUnits: [], skills: [], fromDay: -Infinity, toDay: Infinity, ...person, number };
  });
  return {
    units,
    people,
    peopleOf: units.map(({ index }) => people.filter(({ unit }) => unit === index)),
    posts: () => 0,
    plannedShift: () => ShiftCode.off,
    plannedUnit: () => -1,
    sharedPeopleOf: () => [],
    planned: () => [],
  };
}

/** Six people of three professions with three employers, one of whom starts and one of whom leaves in the spring of 2027. */
export function mixedWorkforce(calendar: Calendar): Workforce {
  return workforceOf(
    [
      { employer: 'ous', profession: 'midwife', pattern: 'rota' },
      { employer: 'ahus', profession: 'midwife', pattern: 'rota' },
      { employer: 'districts', profession: 'healthNurse', pattern: 'day' },
      { employer: 'ous', profession: 'assistant', pattern: 'rota' },
      { employer: 'ahus', profession: 'midwife', pattern: 'onCall' },
    ],
    [
      { employer: 'ous', unit: 0, position: 1 },
      { employer: 'ous', unit: 0, position: 0.75, fromDay: calendar.dayNumber('2027-03-01') },
      { employer: 'ahus', unit: 1, position: 0.5, toDay: calendar.dayNumber('2027-04-01') },
      { employer: 'districts', unit: 2, position: 1 },
      { employer: 'ous', unit: 3, position: 0.5 },
      { employer: 'districts', unit: 4, position: 1 },
    ],
  );
}

/** The amounts that make up an account's cost of staff, in øre. */
export type Lines = Partial<Record<Line, number>>;

export function linesOf(books: Ledger, payer: string): Lines {
  const { amountsByLine } = books.accounts.get(payer)!;
  return Object.fromEntries(staffLines.map((line) => [line, amountsByLine[line]]));
}
