import type { CombinedPlaces } from './combined-positions.ts';
import type { StationPerson } from './combined-station-days.ts';
import type { Person } from './person.ts';
import { ShiftCode } from './unit.ts';

/** The days that have rosters: the number of the first, and how many there are. */
interface RosterDays {
  readonly firstDay: number;
  readonly days: number;
}

/** What the people in combined positions work on their ward and in their health station, day by day. */
export class CombinedRoster {
  private readonly days: number;
  /** Their units follow each other, and so do their numbers: the first of these, and the places of each. */
  private readonly first: number;
  private readonly placesOf: readonly CombinedPlaces[];
  private readonly people: readonly StationPerson[];
  /** Shift codes that the plan of the ward has, and 1 on days in the station, by person × days + place of the day. */
  private readonly wardShifts: Uint8Array;
  private readonly atStation: Uint8Array;

  constructor(
    places: readonly CombinedPlaces[],
    peopleOf: readonly (readonly Person[])[],
    { firstDay, days }: RosterDays,
  ) {
    const within = (day: number): number => Math.min(days, Math.max(0, day - firstDay));
    const all = places.flatMap((place) => peopleOf[place.unit]!.map((person) => ({ place, person })));
    this.days = days;
    this.first = all[0]?.person.number ?? 0;
    this.placesOf = all.map(({ place }) => place);
    this.people = all.map(({ place, person: { number, position } }) => ({
      number,
      position,
      wardShare: place.wardShare,
      from: within(place.fromDay),
      end: within(place.endDay),
    }));
    this.wardShifts = new Uint8Array(all.length * days);
    this.atStation = new Uint8Array(all.length * days);
  }

  /** Those who are at a health station for a part of their time. */
  peopleAt(station: number): StationPerson[] {
    return this.people.filter((_, index) => this.placesOf[index]!.station === station);
  }

  /** Unit where she is on a day when she works; −1 for somebody who has no combined position. */
  unitOf(person: number, day: number): number {
    const place = this.placesOf[person - this.first];
    if (place === undefined) return -1;
    return this.atStation[this.cell(person, day)] === 1 ? place.station : place.ward;
  }

  wardShift(person: number, day: number): ShiftCode {
    return this.wardShifts[this.cell(person, day)] as ShiftCode;
  }

  setWardShift(person: number, day: number, shift: number): void {
    this.wardShifts[this.cell(person, day)] = shift;
  }

  setStation(person: number, day: number): void {
    this.atStation[this.cell(person, day)] = 1;
  }

  private cell(person: number, day: number): number {
    return (person - this.first) * this.days + day;
  }
}
