import { ContactKind } from './contact-kinds.ts';

const kinds = Object.keys(ContactKind).length;
const visitedByMidwife = 1;
const visitedByHealthNurse = 2;

/** What is counted of contacts outside labour, from the end of the warm-up on. */
export class ContactStatistics {
  counting = false;
  /** By kind: contacts that women needed, that took place, that couldn't be given, and to which they didn't come. */
  readonly wanted = new Int32Array(kinds);
  readonly given = new Int32Array(kinds);
  readonly notGiven = new Int32Array(kinds);
  readonly noShows = new Int32Array(kinds);
  /** Women of the districts whose follow-up has ended, and of them those visited in time. */
  followUps = 0;
  visitedByMidwife = 0;
  visitedByHealthNurse = 0;
  travelMinutes = 0;
  /** Minutes of consultations and their notes by clinic, no-shows included. */
  readonly usedMinutes: Float64Array;
  private readonly visits: Uint8Array;

  constructor(women: number, clinics: number) {
    this.visits = new Uint8Array(women);
    this.usedMinutes = new Float64Array(clinics);
  }

  countWanted(kind: ContactKind): void {
    if (this.counting) this.wanted[kind]!++;
  }

  countGiven(woman: number, kind: ContactKind): void {
    if (kind === ContactKind.midwifeHomeVisit) this.visits[woman]! |= visitedByMidwife;
    if (kind === ContactKind.healthNurseHomeVisit) this.visits[woman]! |= visitedByHealthNurse;
    if (this.counting) this.given[kind]!++;
  }

  countNotGiven(kind: ContactKind): void {
    if (this.counting) this.notGiven[kind]!++;
  }

  countNoShow(kind: ContactKind): void {
    if (this.counting) this.noShows[kind]!++;
  }

  countUse(clinic: number, minutes: number): void {
    if (this.counting) this.usedMinutes[clinic]! += minutes;
  }

  countTravel(minutes: number): void {
    if (this.counting) this.travelMinutes += minutes;
  }

  /** The follow-up of a woman from a district has ended. */
  countFollowUp(woman: number): void {
    if (!this.counting) return;
    const visits = this.visits[woman]!;
    this.followUps++;
    if ((visits & visitedByMidwife) !== 0) this.visitedByMidwife++;
    if ((visits & visitedByHealthNurse) !== 0) this.visitedByHealthNurse++;
  }
}
