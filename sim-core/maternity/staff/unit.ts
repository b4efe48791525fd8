import type { Profession } from './person.ts';

/** What a unit does. */
export const unitKinds = [
  'reception',
  'antenatalWard',
  'labourWard',
  'postnatalWard',
  'outpatientClinic',
  'healthStation',
  'continuityTeam',
  'combinedPosition',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A place of work with its own posts and its own people of one profession. */
export interface Unit {
  /** 0, 1, 2, … in the order of `unitsOf(inputs)`: sites, then origins, then continuity teams, then combined positions. */
  readonly index: number;
  /** e.g. "north/labourWard/midwife"; unique. */
  readonly id: string;
  readonly kind: UnitKind;
  readonly profession: Profession;
  readonly employer: string;
  /** Index of the site, of the origin (district) and of the team it belongs to, or −1. */
  readonly site: number;
  readonly origin: number;
  readonly team: number;
  /** `rota`: three shifts round the clock; `day`: by day on working days; `onCall`: a team's own turns. */
  readonly pattern: 'rota' | 'day' | 'onCall';
}

/** A shift in a plan: 0 is a day off. */
export const ShiftCode = { off: 0, day: 1, evening: 2, night: 3 } as const;
export type ShiftCode = (typeof ShiftCode)[keyof typeof ShiftCode];
