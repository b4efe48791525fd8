import type { Calendar } from '../kernel/index.ts';
import { ContactKind, Provider, Setting } from './contacts/contact-kinds.ts';
import type { ContactsContext } from './contacts/contacts-context.ts';
import { acquaintanceOnWard } from './continuity/known-on-ward.ts';
import type { MaternityService } from './maternity-service.ts';
import type { CareEvents } from './places/labour-ward.ts';
import type { UnitKind } from './staff/unit.ts';
import { contactProvider } from './teams/contact-provider.ts';
import type { ContinuityTeam } from './teams/continuity-team.ts';
import { WorkKind } from './staff/worked-time.ts';
import { TraceState } from './trace-states.ts';

/** What happens in the wards of a site goes into the contact log and the trace. */
export function careEvents(service: MaternityService, site: number): { labour: CareEvents; postnatal: CareEvents } {
  const at = (kind: ContactKind) =>
    ((woman, midwife, from, to) =>
      service.contact(woman, kind, Setting.site, site, midwife, from, to)) satisfies CareEvents['cared'];
  const nothing = (): void => undefined;
  return {
    labour: {
      cared: at(ContactKind.labourCare),
      assisted: at(ContactKind.secondMidwife),
      paired: (woman, midwife) => service.record(woman, TraceState.wardMidwife, site, midwife),
    },
    postnatal: { cared: at(ContactKind.postnatalWardCare), assisted: nothing, paired: nothing },
  };
}

/** Those on duty in the units of the sites come to the wards and desks where they work. */
export function connectStaff({ workforce, staffing, sites, capacities, contactLog }: MaternityService): void {
  const acquaintance = acquaintanceOnWard(workforce, contactLog);
  if (acquaintance !== undefined) for (const { ward } of sites) ward.preferKnown(acquaintance);
  for (const unit of workforce.units) {
    const site = sites[unit.site];
    if (site === undefined || unit.pattern !== 'rota') continue;
    const capacity = capacities[unit.site]!;
    if (unit.profession === 'assistant') {
      const { postnatalWard } = site;
      staffing.listen(unit.index, {
        arrive: () => postnatalWard.arriveAssistant(),
        leave: () => postnatalWard.leaveAssistant(),
      });
      continue;
    }
    const places: Partial<
      Record<UnitKind, { arrive(person: number, until: number): void; leave(person: number): void }>
    > = {
      reception: site.reception,
      antenatalWard: site.antenatalDesk,
      labourWard: site.ward,
      postnatalWard: site.postnatalWard,
    };
    const place = places[unit.kind];
    if (place === undefined) continue;
    staffing.listen(unit.index, {
      arrive(person, until) {
        place.arrive(person, until);
        if (unit.kind === 'labourWard') capacity.midwivesChanged(site.ward.midwivesOnDuty);
      },
      leave(person) {
        place.leave(person);
        if (unit.kind === 'labourWard') capacity.midwivesChanged(site.ward.midwivesOnDuty);
      },
    });
  }
}

/** What the contacts outside labour need of the rest of the service. */
export function contactsContext(service: MaternityService): ContactsContext {
  const { simulation, calendar, inputs, workforce, staffing, women, contactLog } = service;
  return {
    simulation,
    calendar,
    inputs,
    workforce,
    staffing,
    women,
    log: contactLog,
    onContact: (woman, kind, _setting, place, provider) =>
      service.trace.record(simulation.now, woman, TraceState.contact + kind, place, provider),
    onTravel: (person, minutes) => service.ledger.travelled(person, minutes, simulation.now),
    reception: (site, minutes, then) => service.sites[site]!.reception.serve(minutes, then),
    wardProvider: (site) => service.sites[site]!.postnatalWard.anyMidwife(),
    teamProvider: (woman, day, freeAt, latest, minutes) =>
      contactProvider(woman, day, simulation.now, { freeAt, latest, minutes }),
    teamCanGive: ({ team }, provider, minutes) => team?.personCanWork(provider, simulation.now, minutes) === true,
    onTeamContact: (woman, provider, until) => {
      woman.team?.beginContact(provider, simulation.now, until);
      staffing.book(provider, workforce.people[provider]!.unit, WorkKind.planned, simulation.now, until);
    },
    teamOnCall: ({ team }, minutes) => {
      const midwife = team?.freeAtOnce(simulation.now, minutes) ?? -1;
      return midwife < 0 ? Provider.nobody : team!.people[midwife]!.number;
    },
    onTeamCallOut: (woman, provider, until) => {
      woman.team?.beginContact(provider, simulation.now, until);
      staffing.book(provider, workforce.people[provider]!.unit, WorkKind.callOut, simulation.now, until);
    },
    followUpEnded: (woman) => service.followUpEnded(woman),
  };
}

/**
 * Follows a team's turns: who is first on call goes into the trace (−1 when nobody is), and the hours on call into the
 * books.
 */
export function keepRota(service: MaternityService, team: ContinuityTeam): void {
  const { simulation, calendar, trace } = service;
  let isOnCall = false;
  const change = (): void => {
    const { now } = simulation;
    const next = nextChange(team, calendar, now);
    const wasOnCall = isOnCall;
    isOnCall = team.isOnCall(now);
    if (isOnCall || wasOnCall) {
      trace.record(now, -1, TraceState.onCall, team.index, isOnCall ? team.onCall(now, 0) : Provider.nobody);
    }
    const turns = isOnCall ? team.turns : 0;
    for (let turn = 0; turn < turns; turn++) {
      const midwife = team.onCall(now, turn);
      if (midwife >= 0) service.onCall(team.people[midwife]!, now, next);
    }
    if (next < Infinity) simulation.scheduleAt(next, change);
  };
  simulation.schedule(0, change);
}

/** Turns change, and the team starts and ends at midnight. */
function nextChange(team: ContinuityTeam, calendar: Calendar, now: number): number {
  const today = calendar.dayOf(now);
  if (today >= team.endDay) return Infinity;
  if (today < team.firstDay) return calendar.midnight(team.firstDay);
  const next = team.nextChange(now);
  return team.endDay === Infinity ? next : Math.min(next, calendar.midnight(team.endDay));
}
