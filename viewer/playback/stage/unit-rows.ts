import type { Unit, UnitKind } from '../../../sim-core/maternity/staff/unit.ts';
import type { PersonActivity } from '../activity.ts';
import { personLook, personLooks, type PersonLook } from './person-looks.ts';
import type { WardKind, Zoom } from './zoom.ts';

/** The people of one unit at an instant. */
export interface UnitRow {
  unit: Unit;
  people: { person: number; look: PersonLook }[];
}

/** Rows that belong together: those of a hospital, all health stations, all teams, or all combined positions. */
export interface RowGroup {
  key: string;
  /** Index of the site, or −1. */
  site: number;
  kind: 'site' | 'healthStation' | 'continuityTeam' | 'combinedPosition';
  rows: UnitRow[];
}

/** The units whose people work in a ward. */
const unitsOfWard: Record<WardKind, readonly UnitKind[]> = {
  reception: ['reception'],
  antenatal: ['antenatalWard'],
  labour: ['labourWard'],
  theatre: ['labourWard'],
  recovery: ['labourWard'],
  postnatal: ['postnatalWard'],
  hotel: ['postnatalWard'],
  neonatal: [],
};

/** Whether the people of a unit belong to what is zoomed to. */
export function isInSight({ kind, site }: Unit, zoom: Zoom): boolean {
  if (zoom.level === 'city') return true;
  if (site !== zoom.site || kind === 'combinedPosition') return false;
  return zoom.level === 'hospital' || unitsOfWard[zoom.ward].includes(kind);
}

/**
 * Everybody in the row of the unit where she works just now, or else of her own unit; in each row the busiest first. Rows
 * without people are left out.
 *
 * @param homeUnit per person: index of the unit whose roster she is on
 */
export function unitRows(
  units: readonly Unit[],
  homeUnit: ArrayLike<number>,
  activities: readonly PersonActivity[],
  zoom: Zoom,
): RowGroup[] {
  const rows = units.map((unit): UnitRow => ({ unit, people: [] }));
  for (const [person, activity] of activities.entries()) {
    const row = rows[activity.onShiftIn >= 0 ? activity.onShiftIn : homeUnit[person]!];
    row?.people.push({ person, look: personLook(activity) });
  }
  const groups = new Map<string, RowGroup>();
  for (const row of rows) {
    const { unit, people } = row;
    if (people.length === 0 || !isInSight(unit, zoom)) continue;
    people.sort((a, b) => rank(a.look) - rank(b.look) || a.person - b.person);
    const kind = groupKind(unit.kind);
    const site = kind === 'site' ? unit.site : -1;
    const key = `${kind} ${site}`;
    const group = groups.get(key) ?? { key, kind, site, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}

/** How many people of some rows have each look. */
export function lookCounts(rows: readonly UnitRow[]): Map<PersonLook, number> {
  const counts = new Map<PersonLook, number>();
  for (const { people } of rows) for (const { look } of people) counts.set(look, (counts.get(look) ?? 0) + 1);
  return counts;
}

function rank(look: PersonLook): number {
  return personLooks.indexOf(look);
}

function groupKind(kind: UnitKind): RowGroup['kind'] {
  return kind === 'healthStation' || kind === 'continuityTeam' || kind === 'combinedPosition' ? kind : 'site';
}
