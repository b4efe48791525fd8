import { CarePhase, ContactKind, phaseOfKind } from './contact-kinds.ts';

/** What becomes of the contacts that continuity teams are to give, and the time they take, while `counting`. */
export class TeamContactCounts {
  counting = false;
  /** Given by the woman's own midwife, or by another of the team. */
  byNamed = 0;
  byColleague = 0;
  /** Moved to another day because nobody of the team had time. */
  moved = 0;
  /** Given over to the ordinary service because nobody of the team had time. */
  toOrdinaryService = 0;
  /** Visits at home in the latent phase, and those wanted for which nobody on call was free. */
  latentVisits = 0;
  latentVisitsMissed = 0;
  /** Minutes of contacts with their notes and journeys, without visits in the latent phase. */
  antenatalMinutes = 0;
  postnatalMinutes = 0;

  /** A contact is given. @param minutes with notes and journeys */
  given(kind: ContactKind, isNamed: boolean, minutes: number): void {
    if (!this.counting) return;
    if (isNamed) this.byNamed++;
    else this.byColleague++;
    if (kind === ContactKind.latentPhaseContact) this.latentVisits++;
    else if (phaseOfKind[kind] === CarePhase.pregnancy) this.antenatalMinutes += minutes;
    else this.postnatalMinutes += minutes;
  }

  movedToAnotherDay(): void {
    if (this.counting) this.moved++;
  }

  leftToOrdinaryService(): void {
    if (this.counting) this.toOrdinaryService++;
  }

  missedLatentVisit(): void {
    if (this.counting) this.latentVisitsMissed++;
  }
}
