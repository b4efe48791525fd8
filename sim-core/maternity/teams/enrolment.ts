import type { EventHandle } from '../../kernel/index.ts';
import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import type { ContinuityTeam } from './continuity-team.ts';
import { Offer } from './team-offers.ts';
import { isFor } from './team-parameters.ts';
import { birthPathway } from '../pathway/birth-pathway.ts';
import type { MaternityService } from '../maternity-service.ts';
import { TraceState } from '../trace-states.ts';
import { Standing, type Woman } from '../women/woman.ts';

const minutesPerDay = 1440;
const daysPerWeek = 7;

/**
 * Registration for antenatal care, and with it the choice of a team. A woman who wants a place is taken on by the team of
 * her district with the fewest women due in the weeks when she is due, if one that is meant for her has room; else she has
 * the ordinary service. When teams start, women already registered are
 * offered a place in the order of registration, unless they are past the week of gestation up to which a team takes women on.
 */
export function startRegistration(service: MaternityService): void {
  const { simulation, women, teams, calendar, horizon, continuityEffects } = service;
  const teamsOf = new Map<number, ContinuityTeam[]>();
  for (const team of teams) teamsOf.set(team.origin, [...(teamsOf.get(team.origin) ?? []), team]);
  /** When each woman's labour is to begin; kept only where that may change. */
  const labours = new Map<number, EventHandle>();
  const record = (woman: Woman): void =>
    service.record(woman, TraceState.registered, woman.origin, woman.team?.index ?? -1);
  const register = (number: number): void => {
    const woman = women[number]!;
    service.observations.registered(woman);
    enrol(service, teamsOf.get(woman.origin), woman);
    if (woman.team !== undefined) continuityEffects?.hasTeam(woman, simulation.now);
    record(woman);
    service.contacts.register(woman);
    const { lostAt, beginsAt } = woman.fate;
    if (!Number.isNaN(lostAt)) simulation.scheduleAt(Math.max(0, lostAt), lose, number);
    else scheduleLabour(number, beginsAt);
  };
  const scheduleLabour = (number: number, beginsAt: number): void => {
    if (beginsAt >= horizon.to) return;
    const handle = simulation.scheduleAt(beginsAt, beginLabour, number);
    if (continuityEffects !== undefined) labours.set(number, handle);
  };
  const beginLabour = (number: number): void => {
    labours.delete(number);
    const woman = women[number]!;
    if (woman.team !== undefined) continuityEffects?.laboursWithTeam(woman, simulation.now);
    simulation.start(`woman ${number}`, birthPathway(service, woman));
  };
  const lose = (number: number): void => service.lost(women[number]!);
  // One at a time: events that lie far ahead would only make the pending set large and slow.
  const registerFrom = (first: number): void => {
    let number = first;
    for (; number < women.length && women[number]!.fate.registersAt <= simulation.now; number++) register(number);
    if (number < women.length) simulation.scheduleAt(women[number]!.fate.registersAt, registerFrom, number);
  };
  simulation.schedule(0, registerFrom, 0);
  for (const firstDay of new Set(teams.map((team) => team.firstDay))) {
    if (firstDay <= 0) continue;
    simulation.scheduleAt(calendar.midnight(firstDay), () => {
      for (const woman of women) {
        if (woman.fate.registersAt > simulation.now) break;
        if (woman.team !== undefined || woman.standing !== Standing.pregnant || woman.inLabour) continue;
        enrol(service, teamsOf.get(woman.origin), woman);
        if (woman.team === undefined) continue;
        if (continuityEffects?.hasTeam(woman, simulation.now) === true) {
          const planned = labours.get(woman.number);
          if (planned !== undefined) simulation.cancel(planned);
          labours.delete(woman.number);
          scheduleLabour(woman.number, woman.fate.beginsAt);
        }
        record(woman);
        service.contacts.switchToTeam(woman);
      }
    });
  }
}

/**
 * Offers a woman a place. The teams that are meant for her and take women on ask her; whether she wants one is the same in
 * every scenario with the same uptake, and who wants one at some uptake wants one at every higher.
 */
function enrol(service: MaternityService, teams: readonly ContinuityTeam[] | undefined, woman: Woman): void {
  if (teams === undefined) return;
  const { teamOffers } = service;
  const open = teams.filter((team) => isFor(team.parameters, woman) && takesOn(service, team, woman));
  if (open.length === 0) return;
  const wish = contactDraw(woman.fate, ContactDraw.teamWish);
  const candidates = open
    .filter(({ parameters }) => wish < parameters.uptake)
    .sort((a, b) => a.womenDueWith(woman.fate.dueAt) - b.womenDueWith(woman.fate.dueAt) || a.index - b.index);
  if (candidates.some((team) => team.accept(woman))) teamOffers.note(woman, Offer.accepted);
  else teamOffers.note(woman, candidates.length === 0 ? Offer.declined : Offer.turnedAway);
}

/** Whether a team takes women on at this time, and this woman is not too far gone. */
function takesOn(service: MaternityService, team: ContinuityTeam, woman: Woman): boolean {
  const { simulation, calendar, inputs } = service;
  const day = calendar.dayOf(simulation.now);
  if (!team.worksOn(day) || team.endDay <= calendar.dayOf(Math.max(0, woman.fate.dueAt))) return false;
  const { registersAt } = woman.fate;
  const teamStart = team.firstDay < 0 ? team.firstDay * minutesPerDay : calendar.midnight(team.firstDay);
  const sinceRegistration = Math.max(0, teamStart - registersAt) / minutesPerDay;
  const gestation = inputs.data.clinical.gestation.registration + sinceRegistration;
  return gestation <= team.parameters.enrolmentUntilWeek * daysPerWeek;
}
