import { ContactKind, Setting } from '../contacts/contact-kinds.ts';
import type { MaternityService } from '../maternity-service.ts';
import { WorkKind } from '../staff/worked-time.ts';
import { TraceState } from '../trace-states.ts';
import type { Woman } from '../women/woman.ts';

const minutesPerHour = 60;

/** Calls team midwives out to births, and sends them home again. */
export class CallOuts {
  private readonly service: MaternityService;

  constructor(service: MaternityService) {
    this.service = service;
  }

  /**
   * Calls the woman's team, if she has one. A midwife who can come sets out at once, or when the contact is over that she
   * is in, and stays until she is sent home or until the longest time allowed has passed since the call; then she is
   * relieved, if the team has somebody else.
   */
  call(woman: Woman): void {
    const { team } = woman;
    if (team === undefined) return;
    const { simulation, observations } = this.service;
    const midwife = team.call(simulation.now);
    observations.teamCall(midwife >= 0);
    if (midwife < 0) return;
    const setsOutAt = team.setsOutAt(midwife, simulation.now);
    const attending = { midwife, setsOutAt, arrivedAt: NaN };
    woman.attending = attending;
    this.service.record(woman, TraceState.midwifeCalled, team.index, midwife);
    simulation.scheduleAt(setsOutAt + this.service.journey(woman), () => {
      if (woman.attending !== attending) return;
      attending.arrivedAt = simulation.now;
      this.setPresent(woman, true);
    });
    simulation.schedule(team.parameters.maximumAttendance * minutesPerHour, () => {
      if (woman.attending !== attending) return;
      this.sendHome(woman);
      if (woman.inLabour) this.call(woman);
    });
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
    woman.attending = undefined;
    const { setsOutAt } = attending;
    const home = Math.max(simulation.now, setsOutAt) + this.service.journey(woman);
    team.release(attending.midwife, home);
    // Who is still in her other contact has not been out.
    if (setsOutAt < simulation.now) staffing.book(person.number, person.unit, WorkKind.callOut, setsOutAt, home);
  }

  /** The run is over while a midwife is out: her hours so far are booked. */
  bookUnfinished({ attending, team }: Woman, until: number): void {
    if (attending === undefined || team === undefined || attending.setsOutAt >= until) return;
    const { number, unit } = team.people[attending.midwife]!;
    this.service.staffing.book(number, unit, WorkKind.callOut, attending.setsOutAt, until);
  }

  private setPresent(woman: Woman, present: boolean): void {
    const { sites } = this.service;
    const ward = sites[woman.site < 0 ? woman.fate.intendedSite : woman.site]!.ward;
    ward.setTeamMidwife(woman, present);
    const state = present ? TraceState.midwifeArrived : TraceState.midwifeLeft;
    this.service.record(woman, state, woman.team!.index, woman.attending!.midwife);
  }
}
