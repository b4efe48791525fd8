import { expect, test } from 'vitest';
import { AbsenceKind } from '../../../sim-core/maternity/staff/absence.ts';
import type { Unit, UnitKind } from '../../../sim-core/maternity/staff/unit.ts';
import { WorkKind } from '../../../sim-core/maternity/staff/worked-time.ts';
import type { PersonActivity } from '../activity.ts';
import { personLook, worksOverHours } from './person-looks.ts';
import { linksOf, staffHere } from './staff-here.ts';
import { lookCounts, unitRows } from './unit-rows.ts';
import { city } from './zoom.ts';

function unit(index: number, kind: UnitKind, site = -1, team = -1): Unit {
  return { index, id: `${index}`, kind, profession: 'midwife', employer: '', site, origin: -1, team, pattern: 'rota' };
}

function person(changes: Partial<PersonActivity> = {}): PersonActivity {
  const idle = { onShiftIn: -1, workKind: -1, doing: 'none', women: [], woman: -1, kind: -1, until: NaN } as const;
  return { ...idle, onCall: false, absence: 0, ...changes, women: [...(changes.women ?? [])] };
}

const units = [
  unit(0, 'labourWard', 0),
  unit(1, 'postnatalWard', 0),
  unit(2, 'labourWard', 1),
  unit(3, 'healthStation'),
  unit(4, 'continuityTeam', -1, 0),
];
const people = [
  person(),
  person({ onShiftIn: 0, workKind: WorkKind.overtime, doing: 'birth', women: [9], woman: 9 }),
  // Lent to the postnatal ward for this shift.
  person({ onShiftIn: 1, workKind: WorkKind.extraShift }),
  person({ absence: AbsenceKind.sickness }),
  person({ onShiftIn: 3, doing: 'homeVisit', women: [4], woman: 4 }),
  person({ onCall: true }),
  person({ doing: 'birth', women: [9], woman: 9 }),
];
const homeUnits = [0, 0, 0, 2, 3, 4, 4];

test('everybody stands in one row: where she works now, or else in her own unit; the busiest first', () => {
  const groups = unitRows(units, homeUnits, people, city);
  expect(groups.map(({ kind, site }) => [kind, site])).toEqual([
    ['site', 0],
    ['site', 1],
    ['healthStation', -1],
    ['continuityTeam', -1],
  ]);
  const rows = groups.flatMap(({ rows: all }) => all);
  expect(rows.map(({ people: inRow }) => inRow.map((one) => one.person))).toEqual([[1, 0], [2], [3], [4], [6, 5]]);
  expect(Object.fromEntries(lookCounts(rows))).toEqual({
    birth: 2,
    onShift: 1,
    homeVisit: 1,
    onCall: 1,
    sick: 1,
    off: 1,
  });
});

test('only the units of what is zoomed to are shown', () => {
  const shown = (zoom: Parameters<typeof unitRows>[3]) =>
    unitRows(units, homeUnits, people, zoom).flatMap(({ rows }) => rows.map((row) => row.unit.index));
  expect(shown({ level: 'hospital', site: 0 })).toEqual([0, 1]);
  expect(shown({ level: 'ward', site: 0, ward: 'postnatal' })).toEqual([1]);
  expect(shown({ level: 'ward', site: 1, ward: 'neonatal' })).toEqual([]);
});

test('on a ward are those at work there and whoever is with one of its women, each with a line to her', () => {
  const zoom = { level: 'ward', site: 0, ward: 'labour' } as const;
  const here = staffHere(units, people, new Set([9]), zoom);
  expect(here).toEqual([1, 6]);
  expect(linksOf(here, people, new Set([9]))).toEqual([
    { person: 1, woman: 9 },
    { person: 6, woman: 9 },
  ]);
  expect(linksOf(here, people, new Set([8]))).toEqual([]);
});

test('whoever is at work is not shown as away, and overtime is told beside what she does', () => {
  expect(personLook(person({ absence: AbsenceKind.holiday }))).toBe('holiday');
  expect(personLook(person({ absence: AbsenceKind.training }))).toBe('training');
  expect(personLook(person({ absence: AbsenceKind.holiday, onShiftIn: 0 }))).toBe('onShift');
  expect(personLook(person({ doing: 'calledOut', onCall: true }))).toBe('calledOut');
  expect(people.map(worksOverHours)).toEqual([false, true, false, false, false, false, false]);
});
