import { ContactKind, Setting } from '../contacts/contact-kinds.ts';
import type { MaternityService } from '../maternity-service.ts';
import { WorkKind } from '../staff/worked-time.ts';
import { TraceState } from '../trace-states.ts';
import type { Woman } from '../women/woman.ts';
import type { AttendingMidwife, ContinuityTeam } from './continuity-team.ts';

/** Calls team midwives out to births, and sends them home again. */
export class CallOuts {
  private readonly service: MaternityService;

  constructor(service: MaternityService) {
    this.service = service;
  }

  /**
   * Calls the woman's team, if she has one. A midwife who can come sets out at once, or when the contact is over that she
   * is in, and stays until she is sent home or must go, to be home within the longest attendance and her working day; then
   * she is relieved, if the team has somebody else. As long as she is called to a woman in labour she brings hands for one
   * labour room more.
   */
  call(woman: Woman, isFirst = true): void {
    const { team } = woman;
    if (team === undefined) return;
    const { simulation, observations } = this.service;
    const midwife = team.call(simulation.now, this.service.journey(woman));
    if (isFirst) observations.teamCall(midwife >= 0);
    if (midwife < 0) {
      this.callNextTurn(woman, team);
      return;
    }
    const setsOutAt = team.setsOutAt(midwife, simulation.now);
    const attending: AttendingMidwife = { midwife, setsOutAt, arrivedAt: NaN, keepsRoomAt: -1 };
    woman.attending = attending;
    if (woman.inLabour) this.keepRoom(attending, woman.site);
    this.service.record(woman, TraceState.midwifeCalled, team.index, midwife);
    simulation.scheduleAt(setsOutAt + this.service.journey(woman), () => {
      if (woman.attending !== attending) return;
      attending.arrivedAt = simulation.now;
      this.setPresent(woman, true);
    });
    const leaves = team.latestHome(midwife, setsOutAt) - this.service.journey(woman);
    simulation.scheduleAt(Math.max(simulation.now, leaves), () => {
      if (woman.attending !== attending) return;
      this.sendHome(woman);
      if (woman.inLabour) this.call(woman);
    });
  }

  /** Nobody can come: the ward calls again when another has her turn, if the woman is in labour still. */
  private callNextTurn(woman: Woman, team: ContinuityTeam): void {
    const { simulation } = this.service;
    const next = team.nextChange(simulation.now);
    const before = team.onCall(simulation.now, 0);
    simulation.scheduleAt(next, () => {
      if (!woman.inLabour || woman.attending !== undefined) return;
      if (team.onCall(simulation.now, 0) === before) this.callNextTurn(woman, team);
      else this.call(woman, false);
    });
  }

  /** A woman has come to another site, or is on the way to it (−1): the hands of her midwife go with her. */
  moved({ attending, site }: Woman): void {
    if (attending !== undefined) this.keepRoom(attending, site);
  }

  /** The team midwife who is with her, or on her way, goes home and rests. */
  sendHome(woman: Woman): void {
    const { attending, team } = woman;
    if (attending === undefined || team === undefined) return;
    const { simulation, staffing } = this.service;
    const person = team.people[attending.midwife]!;
    // She may have to turn back before she has arrived.
    if (woman.midwifePresent) {
      this.setPresent(woman, false);
      this.service.contact(
        woman,
        ContactKind.labourCare,
        Setting.site,
        woman.birthSite < 0 ? woman.fate.intendedSite : woman.birthSite,
        person.number,
        attending.arrivedAt,
        simulation.now,
      );
    } else {
      this.service.record(woman, TraceState.midwifeLeft, team.index, attending.midwife);
    }
    this.keepRoom(attending, -1);
    woman.attending = undefined;
    const { setsOutAt } = attending;
    // Who is still in her other contact has not been out.
    if (setsOutAt >= simulation.now) {
      team.callOff(attending.midwife);
      return;
    }
    const home = simulation.now + this.service.journey(woman);
    team.release(attending.midwife, home);
    staffing.book(person.number, person.unit, WorkKind.callOut, setsOutAt, home);
  }

  /** The run is over while a midwife is out: her hours so far are booked. */
  bookUnfinished({ attending, team }: Woman, until: number): void {
    if (attending === undefined || team === undefined || attending.setsOutAt >= until) return;
    const { number, unit } = team.people[attending.midwife]!;
    this.service.staffing.book(number, unit, WorkKind.callOut, attending.setsOutAt, until);
  }

  private keepRoom(attending: AttendingMidwife, site: number): void {
    const { capacities } = this.service;
    capacities[attending.keepsRoomAt]?.teamMidwives(-1);
    attending.keepsRoomAt = site;
    capacities[site]?.teamMidwives(1);
  }

  private setPresent(woman: Woman, present: boolean): void {
    const { sites } = this.service;
    const ward = sites[woman.site < 0 ? woman.fate.intendedSite : woman.site]!.ward;
    ward.setTeamMidwife(woman, present);
    const state = present ? TraceState.midwifeArrived : TraceState.midwifeLeft;
    this.service.record(woman, state, woman.team!.index, woman.attending!.midwife);
  }
}
