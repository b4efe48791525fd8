import { GrowingColumn } from '../contacts/growing-column.ts';

/** On what terms hours were worked; decides their price and which limits they count against. */
export const WorkKind = {
  /** By the roster. */
  planned: 0,
  /** A shift beyond the roster within the full-time week, paid as ordinary hours. */
  extraShift: 1,
  overtime: 2,
  /** Called out while on call from home. */
  callOut: 3,
} as const;
export type WorkKind = (typeof WorkKind)[keyof typeof WorkKind];

/** Every spell of work of every person, in the order in which they were booked. Hired staff are not people: see Staffing. */
export class WorkedTime {
  readonly person = new GrowingColumn(Int32Array);
  readonly unit = new GrowingColumn(Int16Array);
  readonly kind = new GrowingColumn(Uint8Array);
  /** Minutes of the clock. */
  readonly start = new GrowingColumn(Float64Array);
  readonly end = new GrowingColumn(Float64Array);

  get length(): number {
    return this.person.length;
  }

  add(person: number, unit: number, kind: WorkKind, start: number, end: number): void {
    this.person.push(person);
    this.unit.push(unit);
    this.kind.push(kind);
    this.start.push(start);
    this.end.push(end);
  }
}
