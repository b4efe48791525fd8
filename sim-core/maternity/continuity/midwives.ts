import type { Workforce } from '../staff/workforce.ts';

/** Who of a workforce is a midwife, and which continuity team she belongs to, by person number. */
export interface Midwives {
  /** 1 for a midwife. */
  readonly isMidwife: Uint8Array;
  /** Index of her continuity team, or −1. */
  readonly team: Int16Array;
}

/** The midwives of a workforce. Health nurses, assistants and those who are not people of the model are none. */
export function midwivesOf({ people, units }: Pick<Workforce, 'people' | 'units'>): Midwives {
  const isMidwife = new Uint8Array(people.length);
  const team = new Int16Array(people.length);
  for (const { number, profession, unit } of people) {
    isMidwife[number] = profession === 'midwife' ? 1 : 0;
    team[number] = units[unit]!.team;
  }
  return { isMidwife, team };
}
