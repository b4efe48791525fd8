import type { TraceColumns } from '../../kernel/index.ts';

/*
 * What is kept of one replication so that it can be played back and asked about. Everything is in typed arrays, which
 * move between threads without being copied. Times are minutes of the clock, days are numbers of calendar days.
 */

/** Facts about each woman that do not change; index = the woman's number in the trace. */
export interface WomenColumns {
  /** Index into `originIds(inputs)`. */
  origin: Int16Array;
  /**
   * Her number in the streams of her origin: with the origin's id and the replication, what makes her the same woman in
   * every scenario of a seed. She has the same age, parity and number of children whatever interventions there are. One that
   * changes births leaves women out or adds further ones, with numbers that a scenario without it does not have; effects of
   * continuity may change when and how she gives birth, not who she is; a longer horizon adds women. But where the base data
   * differ (births of her origin, months, ages, durations), or the clock starts on another day, the number finds a woman who
   * was drawn in the same turn, who need not be like her.
   */
  birthNumber: Int32Array;
  nulliparous: Uint8Array;
  /** Whole years at birth. */
  age: Uint8Array;
  /** 1, or 2 for twins. */
  plurality: Uint8Array;
  /** Bits of `Vulnerability`. */
  vulnerability: Uint8Array;
  /** Index of her team in `teamLabels(inputs)`, or −1. */
  team: Int16Array;
  /** Person number of the midwife who is her own in pregnancy, or −1. */
  namedMidwife: Int32Array;
  /** Minutes of the clock; NaN if she has not given birth at a site of the model before the end of the horizon. */
  bornAt: Float64Array;
  /** Person number of who was with her when the child was born, or −1. */
  bornWith: Int32Array;
}

/** Every contact between a woman and the service, in the order in which they were booked; see `ContactLog`. */
export interface ContactColumns {
  woman: Int32Array;
  kind: Uint8Array;
  setting: Uint8Array;
  /** Index of the site, or of the origin, by the setting. */
  place: Int16Array;
  /** Number of a person, a `Provider`, or hired staff (−100 and below). */
  provider: Int32Array;
  /** Index of the payer in `economy.payers`. */
  payer: Uint8Array;
  start: Float64Array;
  end: Float64Array;
}

/** The people of the service; index = the person's number in the trace. */
export interface PeopleColumns {
  /** Index into `professions`. */
  profession: Uint8Array;
  /** Index into `unitsOf(inputs)` of the unit whose roster she is on. */
  unit: Int16Array;
  /** Share of a full-time position. */
  position: Float32Array;
}

/** Rosters and absence, day by day: at `person × days + (day − firstDay)`. */
export interface RosterColumns {
  firstDay: number;
  days: number;
  /** `ShiftCode` by the roster. */
  planned: Uint8Array;
  /** Index of the unit where the roster has her; −1 on days off. */
  plannedUnit: Int16Array;
  /** `AbsenceKind`. */
  absence: Uint8Array;
}

/** Every spell of work of every person, in the order in which they were booked; see `WorkedTime`. */
export interface WorkColumns {
  person: Int32Array;
  unit: Int16Array;
  /** `WorkKind`. */
  kind: Uint8Array;
  start: Float64Array;
  end: Float64Array;
}

/** Every working-time rule that was not kept, by the roster or in the hours that were worked; see `Breach`. */
export interface BreachColumns {
  /** Index into `workingTimeRules`. */
  rule: Uint8Array;
  person: Int32Array;
  /** The day of it; of averages, the first day of the period. */
  day: Int32Array;
  /** Minutes of rest that lack, or of work that are too many; Sundays in a row too many. */
  size: Float32Array;
  /** 0 by the roster, 1 in the hours that were worked. */
  worked: Uint8Array;
}

/** Everything that a playback needs beside the scenario itself. */
export interface Playback {
  /** Local date (yyyy-mm-dd) of minute 0 of the clock, i.e. the first day of the warm-up. */
  clockStart: string;
  /** First minute that is counted, and the first minute after the horizon. */
  from: number;
  to: number;
  trace: TraceColumns;
  women: WomenColumns;
  contacts: ContactColumns;
  people: PeopleColumns;
  roster: RosterColumns;
  work: WorkColumns;
  breaches: BreachColumns;
}
