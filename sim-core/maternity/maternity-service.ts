import { Simulation, Trace, type Calendar } from '../kernel/index.ts';
import { birthSites, capacityTimetable, type BirthSite } from './places/birth-site.ts';
import { continuityTeams, type ContinuityTeam } from './teams/continuity-team.ts';
import { Ledger } from './economy/economy.ts';
import { changePhase, type LabourWard } from './places/labour-ward.ts';
import { originIds, type ModelInputs } from './model-inputs.ts';
import { Observations } from './observations.ts';
import { postsOfShift, shiftsOfDay } from './staff/shifts.ts';
import { TraceState } from './trace-states.ts';
import type { WardPhase, Woman } from './women/woman.ts';

const minutesPerHour = 60;

/** Everything that the women of one replication share: clock, sites, teams, books and log. */
export class MaternityService {
  readonly inputs: ModelInputs;
  readonly calendar: Calendar;
  readonly simulation = new Simulation();
  readonly sites: BirthSite[];
  readonly wards: LabourWard[];
  readonly teams: ContinuityTeam[];
  readonly observations: Observations;
  readonly ledger: Ledger;
  readonly trace: Trace;
  readonly women: readonly Woman[];
  /** First minute that is counted, and the first minute after the last. */
  readonly horizon: { from: number; to: number };

  private readonly origins: ModelInputs['data']['origins'][string][];
  private readonly siteIdentifiers: string[];

  /** @param from @param to the horizon in minutes of the clock */
  constructor(
    inputs: ModelInputs,
    calendar: Calendar,
    women: readonly Woman[],
    trace: Trace,
    from: number,
    to: number,
  ) {
    this.inputs = inputs;
    this.calendar = calendar;
    this.women = women;
    this.trace = trace;
    this.horizon = { from, to };
    this.sites = birthSites(inputs, this.simulation);
    this.siteIdentifiers = this.sites.map(({ id }) => id);
    this.wards = this.sites.map(({ ward }) => ward);
    this.teams = continuityTeams(inputs, calendar);
    this.observations = new Observations(this.sites.length, calendar);
    this.ledger = new Ledger(inputs, calendar, this.teams, from, to);
    this.origins = originIds(inputs).map((id) => inputs.data.origins[id]!);
    for (const site of this.sites) this.openSite(site);
    for (const team of this.teams) this.keepRota(team);
  }

  /** The warm-up is over: forgets what has been gathered and counts from now on. */
  startCounting(): void {
    const { now } = this.simulation;
    this.observations.counting = true;
    for (const site of this.sites) {
      for (const resource of [site.labourRooms, site.antenatalBeds, site.theatres, site.postnatalBeds]) {
        resource.resetStatistics();
      }
      site.ward.resetStatistics(now);
    }
  }

  /** The horizon is over: books the hours of the team midwives who are out. */
  stopCounting(): void {
    this.observations.counting = false;
    for (const { team, attending } of this.women) {
      if (team === undefined || attending === undefined) continue;
      this.ledger.addTeamAttendance(team, attending.calledAt, this.horizon.to);
    }
  }

  record(woman: Woman, state: TraceState, place: number, other = 0): void {
    this.trace.record(this.simulation.now, woman.number, state, place, other);
  }

  isFromDistrict(woman: Woman): boolean {
    return !this.origins[woman.origin]!.outside;
  }

  /** Minutes from a woman's home to the site where she is, or, while she is at none, where she means to give birth. */
  journey(woman: Woman): number {
    const site = woman.site < 0 ? woman.fate.intendedSite : woman.site;
    return this.origins[woman.origin]!.journey[this.siteIdentifiers[site]!]!;
  }

  enterPhase(woman: Woman, phase: WardPhase): void {
    changePhase(this.wards, this.simulation.now, woman, phase);
  }

  /** She leaves for another site (−1 while on the way), and her care moves with her. */
  moveTo(woman: Woman, site: number): void {
    const { phase } = woman;
    this.enterPhase(woman, 'none');
    woman.site = site;
    this.enterPhase(woman, phase);
  }

  /** Books the midwife hours of her pregnancy, with her team or her district, when the child is born. */
  bookPregnancy(woman: Woman): void {
    if (!this.observations.counting || !this.isFromDistrict(woman)) return;
    if (woman.team !== undefined) {
      const { antenatal, postnatal, contactAndAdministration } = this.inputs.data.continuityTeams.hoursPerWoman;
      this.ledger.teamHours[woman.team.index]! += antenatal + postnatal + contactAndAdministration;
      return;
    }
    const { consultations, duration, documentation } = this.inputs.data.programme.antenatal;
    this.ledger.addDistrictHours((consultations * (duration + documentation)) / minutesPerHour);
  }

  /** The visit takes place now. A team's visits are part of its hours per woman. */
  bookHomeVisit(woman: Woman): void {
    this.record(woman, TraceState.homeVisit, woman.origin, woman.team?.index ?? -1);
    if (!this.observations.counting) return;
    this.observations.homeVisits++;
    if (woman.team !== undefined) return;
    const { duration, documentation } = this.inputs.data.programme.homeVisit;
    const { homeVisitLeg } = this.origins[woman.origin]!;
    this.ledger.addDistrictHours((duration + documentation + 2 * homeVisitLeg) / minutesPerHour);
  }

  /**
   * Calls the woman's team, if she has one. A midwife who can come sets out at once and stays until she is sent home or
   * has been out for the longest time allowed.
   */
  callTeam(woman: Woman): void {
    const { team } = woman;
    if (team === undefined) return;
    const { simulation, observations } = this;
    const midwife = team.call(simulation.now);
    if (observations.counting) {
      observations.teamCalls++;
      if (midwife < 0) observations.unansweredCalls++;
    }
    if (midwife < 0) return;
    const attending = { midwife, calledAt: simulation.now };
    woman.attending = attending;
    this.record(woman, TraceState.midwifeCalled, team.index, midwife);
    simulation.schedule(this.journey(woman), () => {
      if (woman.attending === attending) this.setMidwifePresent(woman, true);
    });
    simulation.schedule(team.parameters.maximumAttendance * minutesPerHour, () => {
      if (woman.attending !== attending) return;
      this.sendMidwifeHome(woman);
      if (woman.inLabour) this.callTeam(woman);
    });
  }

  /** The team midwife who is with her, or on her way, goes home and rests. */
  sendMidwifeHome(woman: Woman): void {
    const { attending, team } = woman;
    if (attending === undefined || team === undefined) return;
    // She may have to turn back before she has arrived.
    if (woman.midwifePresent) this.setMidwifePresent(woman, false);
    else this.record(woman, TraceState.midwifeLeft, team.index, attending.midwife);
    woman.attending = undefined;
    const home = this.simulation.now + this.journey(woman);
    team.release(attending.midwife, home);
    this.ledger.addTeamAttendance(team, attending.calledAt, home);
  }

  private setMidwifePresent(woman: Woman, present: boolean): void {
    const { phase } = woman;
    this.enterPhase(woman, 'none');
    woman.midwifePresent = present;
    this.enterPhase(woman, phase);
    const state = present ? TraceState.midwifeArrived : TraceState.midwifeLeft;
    this.record(woman, state, woman.team!.index, woman.attending!.midwife);
  }

  /** Opens rooms and beds by their timetable and staffs the labour ward shift by shift. */
  private openSite(site: BirthSite): void {
    const { simulation, calendar, inputs, trace } = this;
    const timetables = [
      { what: 'labourRooms', resource: site.labourRooms, state: TraceState.labourRoomsOpen },
      { what: 'postnatalBeds', resource: site.postnatalBeds, state: TraceState.postnatalBedsOpen },
    ] as const;
    for (const { what, resource, state } of timetables) {
      for (const { at, capacity } of capacityTimetable(inputs, calendar, site.id, what)) {
        simulation.scheduleAt(at, () => {
          resource.setCapacity(capacity);
          trace.record(simulation.now, -1, state, site.index, capacity);
        });
      }
    }
    const startShift = (day: number, index: number): void => {
      const shifts = shiftsOfDay(inputs, calendar, day);
      const shift = shifts[index];
      if (shift === undefined) {
        startShift(day + 1, 0);
        return;
      }
      simulation.scheduleAt(shift.start, () => {
        const midwives = postsOfShift(inputs, calendar, site.id, shift.name, day);
        site.ward.setMidwivesOnDuty(simulation.now, midwives);
        trace.record(simulation.now, -1, TraceState.midwivesOnDuty, site.index, midwives);
        startShift(day, index + 1);
      });
    };
    // The clock starts at midnight, within a night shift of the day before, which the first night's posts stand for.
    site.ward.setMidwivesOnDuty(0, postsOfShift(inputs, calendar, site.id, 'night', 0));
    startShift(0, 0);
  }

  /** Writes to the trace who is first on call, whenever the turns change. */
  private keepRota(team: ContinuityTeam): void {
    const { simulation, trace, calendar } = this;
    const change = (): void => {
      if (team.worksOn(calendar.dayOf(simulation.now))) {
        trace.record(simulation.now, -1, TraceState.onCall, team.index, team.onCall(simulation.now, 0));
      }
      simulation.scheduleAt(team.nextChange(simulation.now), change);
    };
    simulation.schedule(0, change);
  }
}
