import { professions } from '../../../sim-core/maternity/staff/person.ts';
import type { Unit } from '../../../sim-core/maternity/staff/unit.ts';
import { unitsOf } from '../../../sim-core/maternity/staff/units.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { originName } from '../../language/origin-name.ts';
import type { Recording } from '../recording.ts';
import type { Zoom } from './zoom.ts';

const units = new WeakMap<Recording, Unit[]>();

/** All units of a recording, by their index. */
export function unitsIn(recording: Recording): Unit[] {
  let found = units.get(recording);
  if (!found) {
    found = unitsOf(recording.inputs);
    units.set(recording, found);
  }
  return found;
}

/** What a person of the service is called: her profession and her number. Whoever has no number is hired. */
export function personName({ playback }: Recording, person: number): string {
  const { stage } = texts();
  const profession = professions[playback.people.profession[person] ?? -1];
  return profession === undefined ? stage.hired : stage.person[profession](String(person));
}

/** What a unit is called beneath the heading of its hospital, or of all health stations or teams. */
export function unitName(
  { inputs, layout, originIds }: Recording,
  { kind, profession, site, origin, team }: Unit,
): string {
  const { stage } = texts();
  const district = originName(inputs.data, originIds[origin] ?? '') ?? '';
  const people = stage.professions[profession];
  if (kind === 'continuityTeam') return stage.team(district, number(layout.teams[team]!.number));
  if (kind === 'healthStation') return stage.unitRow(district, people);
  if (kind === 'combinedPosition') {
    return stage.unitRow(district || (inputs.data.sites[layout.sites[site]?.id ?? '']?.name ?? ''), people);
  }
  return stage.unitRow(stage.units[kind], people);
}

/** The name of a site by its index. */
export function siteName({ inputs, layout }: Recording, site: number): string {
  return inputs.data.sites[layout.sites[site]!.id]!.name;
}

/** What is seen, in words. */
export function zoomName(recording: Recording, zoom: Zoom): string {
  const { stage } = texts();
  switch (zoom.level) {
    case 'city':
      return stage.city;
    case 'hospital':
      return siteName(recording, zoom.site);
    case 'ward':
      return stage.wards[zoom.ward];
    case 'bed':
      return stage.woman(String(zoom.woman));
  }
}

/** A stretch of time: «2 t 15 min». */
export function duration(minutes: number): string {
  const { stage } = texts();
  const whole = Math.max(0, Math.floor(minutes));
  return whole < 60 ? stage.minutes(number(whole)) : stage.hours(number(Math.floor(whole / 60)), number(whole % 60));
}
