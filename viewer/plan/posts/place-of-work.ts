import type { Profession } from '../../../sim-core/maternity/staff/person.ts';
import type { UnitKind } from '../../../sim-core/maternity/staff/unit.ts';

/** Where posts can be moved from and to: a unit of a site, the health station of a district, or what the plan forms. */
export type PlaceOfWork =
  | { kind: 'ward'; site: string; unit: UnitKind; profession: Profession }
  | { kind: 'station'; district: string; profession: Profession }
  /** Teams or combined positions, by the index of the intervention in the document. */
  | { kind: 'formed'; intervention: number };

/** The profession of the people there; team midwives and combined positions are midwives. */
export function professionOf(place: PlaceOfWork): Profession {
  return place.kind === 'formed' ? 'midwife' : place.profession;
}

/** A text that tells places apart, for a list to choose from. */
export function keyOf(place: PlaceOfWork): string {
  switch (place.kind) {
    case 'ward':
      return `${place.site}/${place.unit}/${place.profession}`;
    case 'station':
      return `${place.district}/healthStation/${place.profession}`;
    case 'formed':
      return `formed/${place.intervention}`;
  }
}
