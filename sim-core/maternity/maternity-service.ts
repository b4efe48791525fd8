import { Simulation, type Calendar, type Trace } from '../kernel/index.ts';
import type { ContactKind, Setting } from './contacts/contact-kinds.ts';
import { Census } from './census.ts';
import { ContactLog } from './contacts/contact-log.ts';
import { Contacts } from './contacts/contacts.ts';
import { BedDays } from './economy/bed-days.ts';
import { Ledger } from './economy/ledger.ts';
import { originIds, type ModelInputs } from './model-inputs.ts';
import { Observations } from './observations.ts';
import { Doulas } from './pathway/doula.ts';
import { EarlyDischarges } from './pathway/early-discharge.ts';
import { planReadmissions } from './pathway/newborn.ts';
import { birthSites, resourcesOf, type BirthSite } from './places/birth-site.ts';
import { SiteCapacity } from './places/site-capacity.ts';
import { standbyMidwives, type StandbyMidwives } from './places/standby-midwives.ts';
import type { Breach } from './staff/breach.ts';
import type { Person } from './staff/person.ts';
import { ShiftTimes } from './staff/shift-times.ts';
import { Staffing } from './staff/staffing.ts';
import { makeWorkforce } from './staff/make-workforce.ts';
import type { Workforce } from './staff/workforce.ts';
import { breachesOfRoster } from './staff/roster-breaches.ts';
import { WorkedTime, WorkKind } from './staff/worked-time.ts';
import { workedBreaches } from './staff/working-time-breaches.ts';
import { teamHours, teamWork, type TeamWork } from './teams/team-hours.ts';
import { CallOuts } from './teams/call-outs.ts';
import type { ContinuityTeam } from './teams/continuity-team.ts';
import { continuityTeams } from './teams/make-teams.ts';
import { TeamOffers } from './teams/team-offers.ts';
import { TraceState } from './trace-states.ts';
import { ContinuityEffects } from './women/continuity-effects.ts';
import { Standing, type WardPhase, type Woman } from './women/woman.ts';
import { careEvents, connectStaff, contactsContext, keepRota } from './wiring.ts';

/** Everything that the women of one replication share: clock, sites, people, teams, books and log. */
export class MaternityService {
  readonly inputs: ModelInputs;
  readonly calendar: Calendar;
  readonly simulation = new Simulation();
  readonly women: readonly Woman[];
  readonly trace: Trace;
  /** First minute that is counted, and the first minute after the last. */
  readonly horizon: { from: number; to: number };
  readonly workforce: Workforce;
  readonly staffing: Staffing;
  /** Of the sites where the norm of one-to-one care calls for them. */
  readonly standby: readonly StandbyMidwives[];
  readonly sites: BirthSite[];
  readonly capacities: SiteCapacity[];
  readonly teams: ContinuityTeam[];
  readonly teamOffers: TeamOffers;
  readonly callOuts: CallOuts;
  /** Only where a scenario assumes that continuity changes outcomes. */
  readonly continuityEffects: ContinuityEffects | undefined;
  readonly contactLog: ContactLog;
  readonly contacts: Contacts;
  readonly observations: Observations;
  readonly ledger: Ledger;
  readonly earlyDischarges: EarlyDischarges;
  readonly doulas: Doulas;
  readonly census: Census;
  /** What the rosters and what was worked broke of the working-time rules within the horizon; known when it is over. */
  breaches: readonly Breach[] = [];

  private bedDays: BedDays | undefined;
  private readonly shiftTimes: ShiftTimes;
  private workOfTeams: TeamWork | undefined;
  private readonly onCallTurns = new WorkedTime();
  private readonly origins: ModelInputs['data']['origins'][string][];
  private readonly payerOfPerson: Uint8Array;
  private readonly payerOfSite: Uint8Array;
  private readonly siteIdentifiers: string[];

  /** @param from @param to the horizon in minutes of the clock */
  constructor(
    inputs: ModelInputs,
    calendar: Calendar,
    women: readonly Woman[],
    trace: Trace,
    { seed, replication, from, to }: { seed: string; replication: number; from: number; to: number },
  ) {
    this.inputs = inputs;
    this.calendar = calendar;
    this.women = women;
    this.trace = trace;
    this.horizon = { from, to };
    const { simulation } = this;
    const shiftTimes = new ShiftTimes(inputs, calendar);
    this.shiftTimes = shiftTimes;
    this.workforce = makeWorkforce(inputs, calendar, seed);
    this.ledger = new Ledger(inputs, calendar, this.workforce, from, to);
    this.contactLog = new ContactLog(women.length);
    this.sites = birthSites(inputs, simulation, calendar, (site) => careEvents(this, site));
    this.siteIdentifiers = this.sites.map(({ id }) => id);
    this.origins = originIds(inputs).map((id) => inputs.data.origins[id]!);
    const payers = Object.keys(inputs.data.economy.payers);
    this.payerOfPerson = Uint8Array.from(this.workforce.people, ({ employer }) => payers.indexOf(employer));
    this.payerOfSite = Uint8Array.from(this.sites, ({ id }) => payers.indexOf(inputs.data.sites[id]!.hospital));
    this.capacities = this.sites.map((site) => new SiteCapacity(inputs, calendar, shiftTimes, simulation, trace, site));
    this.staffing = new Staffing({
      simulation,
      calendar,
      inputs,
      workforce: this.workforce,
      shiftTimes,
      seed,
      replication,
      trace,
      onWorked: (person, unit, kind, start, end) => this.ledger.worked(person, unit, kind, start, end),
      onHired: (unit, start, end) => this.ledger.hired(unit, start, end),
    });
    this.standby = standbyMidwives(
      {
        simulation,
        calendar,
        inputs,
        workforce: this.workforce,
        shiftTimes,
        staffing: this.staffing,
        onCall: (person, start, end) => this.onCall(person, start, end),
      },
      this.sites,
    );
    this.teams = continuityTeams(inputs, calendar, this.workforce, (person, day) => this.staffing.isAway(person, day));
    this.teamOffers = new TeamOffers(women.length);
    this.callOuts = new CallOuts(this);
    this.continuityEffects = inputs.interventions.some(({ model }) => model === 'continuity-effects')
      ? new ContinuityEffects(inputs, calendar)
      : undefined;
    this.observations = new Observations(this.sites.length, calendar);
    this.census = new Census(inputs, calendar);
    this.contacts = new Contacts(contactsContext(this));
    this.earlyDischarges = new EarlyDischarges(this);
    this.doulas = new Doulas(this);
    connectStaff(this);
    for (const team of this.teams) keepRota(this, team);
  }

  /** The warm-up is over: forgets what has been gathered and counts from now on. */
  startCounting(): void {
    const { now } = this.simulation;
    this.observations.counting = true;
    this.census.start(this.simulation, this.sites);
    this.staffing.startCounting();
    this.contacts.startCounting();
    for (const site of this.sites) {
      for (const resource of resourcesOf(site)) resource.resetStatistics();
      site.ward.resetStatistics(now);
      site.postnatalWard.resetStatistics(now);
      site.reception.resetStatistics(now);
      site.antenatalDesk.resetStatistics(now);
    }
    for (const capacity of this.capacities) capacity.closedRooms.reset(now);
    this.bedDays = new BedDays(
      this.ledger,
      this.sites.map(({ id, antenatalBeds, postnatalBeds, hotelBeds }) => ({
        hospital: this.hospitalOf(id),
        beds: { antenatalWard: antenatalBeds, postnatalWard: postnatalBeds, postnatalHotel: hotelBeds },
      })),
      now,
    );
    for (const end of this.ledger.yearEnds.slice(0, -1)) {
      this.simulation.scheduleAt(end, () => this.bedDays?.book(end));
    }
    for (const standby of this.standby) standby.startCounting();
  }

  /** The horizon is over: books the hours of the team midwives who are out. */
  stopCounting(): void {
    this.observations.counting = false;
    for (const woman of this.women) this.callOuts.bookUnfinished(woman, this.horizon.to);
    this.staffing.stopCounting();
    this.bedDays?.book(this.horizon.to);
    this.ledger.practitionerFees(this.contactLog, this.women.length);
    const { workforce, inputs, calendar, shiftTimes } = this;
    const setting = { inputs, calendar, workforce, shiftTimes };
    this.breaches = [...breachesOfRoster(setting), ...workedBreaches(setting, this.staffing.worked, this.onCallTurns)];
  }

  /** A team midwife is on call from one instant to another. */
  onCall(person: Person, start: number, end: number): void {
    this.ledger.onCall(person.number, start, end);
    this.onCallTurns.add(person.number, person.unit, WorkKind.planned, start, end);
  }

  /**
   * Hours that the midwives of the continuity teams worked, and those on call as they count, and the net working time of
   * their positions.
   */
  get teamHours(): { used: number; available: number } {
    const births = this.observations.births.filter(({ team }) => team !== undefined).length;
    return teamHours(this.inputs, this.teamWork, births);
  }

  /** What the teams did, when the horizon is over. */
  get teamWork(): TeamWork {
    this.workOfTeams ??= teamWork(this.calendar, this.teams, this.horizon, this.staffing.worked);
    return this.workOfTeams;
  }

  record(woman: Woman, state: TraceState, place: number, other = 0): void {
    this.trace.record(this.simulation.now, woman.number, state, place, other);
  }

  /** Puts a contact at a site in the log; the payer is who employs the provider, or runs the site. */
  contact(
    woman: Woman,
    kind: ContactKind,
    setting: Setting,
    place: number,
    provider: number,
    start: number,
    end: number,
  ): void {
    const payer = provider >= 0 ? this.payerOfPerson[provider]! : this.payerOfSite[place]!;
    this.contactLog.add(woman.number, kind, setting, place, provider, payer, start, end);
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
    const site = this.sites[woman.site];
    if (site === undefined) woman.phase = phase;
    else site.ward.enterPhase(woman, phase);
  }

  /** She leaves for another site (−1 while on the way), and her care moves with her. */
  moveTo(woman: Woman, site: number): void {
    const { phase } = woman;
    this.enterPhase(woman, 'none');
    woman.site = site;
    this.callOuts.moved(woman);
    this.enterPhase(woman, phase);
  }

  /** Her pregnancy is over with a birth, here or elsewhere. */
  gaveBirth(woman: Woman): void {
    woman.standing = Standing.gaveBirth;
    this.contacts.gaveBirth(woman);
    const site = this.sites[woman.birthSite];
    if (site !== undefined) this.ledger.birth(this.hospitalOf(site.id), woman.fate.mode, woman.bornAt);
  }

  /** She moves away or loses the pregnancy. */
  lost(woman: Woman): void {
    woman.standing = Standing.lostToFollowUp;
    this.contacts.stopPregnancy(woman);
    this.observations.lost(woman);
    this.record(woman, TraceState.lostToFollowUp, woman.origin);
  }

  /** She is at home with the child. @param site where she gave birth, −1 outside the model */
  leftHospital(woman: Woman, site: number): void {
    woman.dischargedAt = this.simulation.now;
    this.contacts.wentHome(woman);
    const birthSite = this.sites[site];
    if (birthSite === undefined) return;
    this.ledger.birthStay(this.hospitalOf(birthSite.id), woman.fate, this.simulation.now);
    planReadmissions(this, woman, birthSite);
  }

  followUpEnded(woman: Woman): void {
    woman.standing = Standing.followUpEnded;
    this.observations.followUpEnded(woman);
    this.record(woman, TraceState.followUpEnded, woman.origin);
  }

  /** Key of the hospital that a site belongs to. */
  private hospitalOf(site: string): string {
    return this.inputs.data.sites[site]!.hospital;
  }
}
