import { siteIds } from '../model-inputs.ts';
import type { Woman } from '../women/woman.ts';
import { Outcome, Source, type Appointments } from './appointments.ts';
import { isHomeVisit } from './booking.ts';
import type { ContactDays } from './contact-days.ts';
import { ContactKind } from './contact-kinds.ts';
import type { ContactsContext } from './contacts-context.ts';
import { wantsTeamAtHome } from './latent-phase.ts';
import type { Programme } from './programme.ts';
import { TeamContactCounts } from './team-contact-counts.ts';

/** What the course of contacts does for those of a team. */
export interface TeamContactActions {
  /** The contact takes place now. */
  give(woman: number, index: number, provider: number): void;
  /** She is in hospital or lost when the midwife comes. */
  drop(index: number): void;
  /** Begins it again at an instant later today. */
  beginAt(index: number, start: number): void;
  /** Books it on the next day on which there is time. */
  move(index: number): void;
  toOrdinaryService(woman: Woman, index: number): void;
  travelled(person: number, minutes: number): void;
  isInHospital(woman: number): boolean;
}

/**
 * Contacts that a continuity team gives. Her own midwife has the first claim, as long as she has time for it that day and
 * does not begin a turn on call; else a colleague who has. A contact that has to wait for a midwife keeps the time when she
 * is free. When everybody is with women in labour, rests or is taken up, it is moved to the next working day,
 * some days at most, and then left to the ordinary service; what only a team gives is moved until somebody has time.
 */
export class TeamContacts {
  readonly counts = new TeamContactCounts();
  private readonly context: ContactsContext;
  private readonly appointments: Appointments;
  private readonly days: ContactDays;
  private readonly closes: number;
  private readonly actions: TeamContactActions;
  private readonly movedWithinDays: number;
  /** Minutes from the base to a home, and to a site, by origin. */
  private readonly legs: Float64Array;
  private readonly journeys: readonly Float64Array[];
  /** When each person has no contact any more, by her number. Those who wait for her have their time in it. */
  private readonly freeAt: Float64Array;
  /** Whom contacts wait for that are to begin when she is free, by index. */
  private readonly reserved = new Map<number, number>();

  constructor(
    context: ContactsContext,
    { homeVisits }: Programme,
    days: ContactDays,
    appointments: Appointments,
    actions: TeamContactActions,
  ) {
    this.context = context;
    this.appointments = appointments;
    this.days = days;
    this.closes = homeVisits.closes;
    this.actions = actions;
    const { data } = context.inputs;
    const sites = siteIds(context.inputs);
    const origins = Object.values(data.origins);
    this.movedWithinDays = data.continuityTeams.movedWithinDays;
    this.legs = Float64Array.from(origins, ({ homeVisitLeg }) => homeVisitLeg);
    this.journeys = origins.map(({ journey }) => Float64Array.from(sites, (site) => journey[site]!));
    this.freeAt = new Float64Array(context.workforce.people.length).fill(-Infinity);
  }

  /** The time of a contact with the team has come: gives it, puts it off or leaves it to others. */
  begin(woman: Woman, index: number): void {
    const { appointments, context, actions, freeAt } = this;
    const { now } = context.simulation;
    const day = appointments.day.at(index);
    const kind = appointments.kind.at(index) as ContactKind;
    const minutes = appointments.minutes.at(index);
    const latest = Math.max(now, this.days.timeAt(day, this.closes) - minutes);
    const journey = this.journeyTo(woman, index, kind);
    // Two legs keep her from the next woman: the one back from this place and the one on to the next.
    const taken = minutes + appointments.documentation.at(index) + 2 * journey;
    let provider = this.takeReserved(woman, index, taken);
    if (provider < 0) {
      provider = context.teamProvider?.(woman, day, freeAt, latest, taken) ?? -1;
      if (provider < 0 || freeAt[provider]! > latest) {
        this.putOff(woman, index, kind);
        return;
      }
      const start = Math.max(now, freeAt[provider]!);
      freeAt[provider] = start + taken;
      if (start > now) {
        this.reserved.set(index, provider);
        actions.beginAt(index, start);
        return;
      }
    }
    if (journey > 0) actions.travelled(provider, 2 * journey);
    context.onTeamContact?.(woman, provider, now + taken);
    this.counts.given(kind, provider === woman.namedMidwife, taken);
    actions.give(woman.number, index, provider);
  }

  /**
   * A midwife on call sets out to a woman in the latent phase who would else come to the reception, if the team does that and
   * somebody can set out at once. Journey there and back belong to the call-out, which counts in full even if the woman has
   * gone to hospital meanwhile.
   * @returns whether somebody comes
   */
  visitInLatentPhase(woman: Woman, index: number): boolean {
    const { appointments, context, actions, freeAt } = this;
    const { team, fate } = woman;
    if (team === undefined || context.teamOnCall === undefined) return false;
    if (!wantsTeamAtHome(fate, appointments.draw.at(index), team.parameters.latentPhaseAtHome)) return false;
    const { simulation } = context;
    const leg = this.legs[woman.origin]!;
    const taken = appointments.minutes.at(index) + 2 * leg;
    const provider = context.teamOnCall(woman, taken);
    if (provider < 0 || freeAt[provider]! > simulation.now) {
      this.counts.missedLatentVisit();
      return false;
    }
    appointments.source.set(index, Source.team);
    freeAt[provider] = simulation.now + taken;
    actions.travelled(provider, 2 * leg);
    context.onTeamCallOut?.(woman, provider, simulation.now + taken);
    this.counts.given(ContactKind.latentPhaseContact, provider === woman.namedMidwife, taken);
    simulation.schedule(leg, () => {
      if (appointments.outcome.at(index) !== Outcome.pending) return;
      if (actions.isInHospital(woman.number)) actions.drop(index);
      else actions.give(woman.number, index, provider);
    });
    return true;
  }

  /** The midwife whose next free time was kept for a contact, if she has not been called to a birth meanwhile; or −1. */
  private takeReserved(woman: Woman, index: number, minutes: number): number {
    const provider = this.reserved.get(index);
    if (provider === undefined) return -1;
    this.reserved.delete(index);
    return this.context.teamCanGive?.(woman, provider, minutes) === false ? -1 : provider;
  }

  private putOff(woman: Woman, index: number, kind: ContactKind): void {
    const { appointments, counts, actions, days } = this;
    const onlyTeam = kind === ContactKind.teamFollowUp || kind === ContactKind.teamWardVisit;
    const next = days.nextWorkingDay(appointments.day.at(index) + 1);
    const lastDay = appointments.lastDay.at(index) + (isHomeVisit(kind) ? 0 : this.movedWithinDays);
    if (onlyTeam || (next <= lastDay && woman.team?.worksOn(next) === true)) {
      counts.movedToAnotherDay();
      actions.move(index);
    } else {
      counts.leftToOrdinaryService();
      actions.toOrdinaryService(woman, index);
    }
  }

  private journeyTo(woman: Woman, index: number, kind: ContactKind): number {
    if (isHomeVisit(kind)) return this.legs[woman.origin]!;
    if (kind !== ContactKind.teamWardVisit) return 0;
    return this.journeys[woman.origin]![this.appointments.place.at(index)]!;
  }
}
