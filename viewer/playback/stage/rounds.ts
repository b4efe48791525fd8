import { ContactKind, Setting } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import type { ContactColumns } from '../../../sim-core/maternity/record/columns.ts';

/** One home visit; the times are minutes of the clock. */
export interface Visit {
  /** Its index among the contacts. */
  contact: number;
  woman: number;
  start: number;
  end: number;
  byHealthNurse: boolean;
}

/** The home visits of one person on one day, in the order of time. */
export interface Round {
  person: number;
  /** Index of the origin of the first woman; whoever visits has her station or team base there. */
  origin: number;
  visits: Visit[];
}

/** Where somebody on her round is: at a visit, or between two of them. Stops are visits; −1 and the number of visits are her base. */
type RoundPosition = { at: number } | { from: number; to: number; share: number };

/** How long before the first visit she leaves her base, and how long the way back takes (minutes). */
const baseJourney = 15;

/** Home visits in the order of their begin. Made once for each recording. */
export class HomeVisits {
  private readonly contacts: ContactColumns;
  private readonly byStart: Int32Array;

  constructor(contacts: ContactColumns) {
    this.contacts = contacts;
    const { setting, start } = contacts;
    const chosen: number[] = [];
    for (let contact = 0; contact < setting.length; contact++) {
      if (setting[contact] === Setting.home) chosen.push(contact);
    }
    this.byStart = Int32Array.from(chosen).sort((a, b) => start[a]! - start[b]! || a - b);
  }

  /** The rounds of a stretch of time, by person. Visits by those who are not people of the service belong to none. */
  between(from: number, to: number): Round[] {
    const { woman, provider, place, kind, start, end } = this.contacts;
    const rounds = new Map<number, Round>();
    for (let index = this.firstFrom(from); index < this.byStart.length; index++) {
      const contact = this.byStart[index]!;
      if (start[contact]! >= to) break;
      const person = provider[contact]!;
      if (person < 0) continue;
      const round = rounds.get(person) ?? { person, origin: place[contact]!, visits: [] };
      rounds.set(person, round);
      round.visits.push({
        contact,
        woman: woman[contact]!,
        start: start[contact]!,
        end: end[contact]!,
        byHealthNurse: kind[contact] === ContactKind.healthNurseHomeVisit,
      });
    }
    return [...rounds.values()];
  }

  private firstFrom(time: number): number {
    const { start } = this.contacts;
    let low = 0;
    let high = this.byStart.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start[this.byStart[middle]!]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Where somebody is on her round, or undefined when she has not left her base yet or is back. */
export function positionOnRound({ visits }: Round, time: number): RoundPosition | undefined {
  for (let stop = 0; stop <= visits.length; stop++) {
    const leaves = stop === 0 ? visits[0]!.start - baseJourney : visits[stop - 1]!.end;
    const arrives = stop === visits.length ? leaves + baseJourney : visits[stop]!.start;
    if (time < leaves) return undefined;
    if (time < arrives) return { from: stop - 1, to: stop, share: (time - leaves) / (arrives - leaves) };
    if (stop < visits.length && time < visits[stop]!.end) return { at: stop };
  }
  return undefined;
}

/** Whether somebody's round shows: from when she leaves until she is back. */
export function isUnderWay({ visits }: Round, time: number): boolean {
  return visits[0]!.start - baseJourney <= time && time < visits.at(-1)!.end + baseJourney;
}
