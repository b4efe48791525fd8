import { ContactKind, Provider, Setting } from './contacts/contact-kinds.ts';
import type { ContactsContext } from './contacts/contacts-context.ts';
import type { MaternityService } from './maternity-service.ts';
import type { CareEvents } from './places/labour-ward.ts';
import type { UnitKind } from './staff/unit.ts';
import type { ContinuityTeam } from './teams/continuity-team.ts';
import { WorkKind } from './staff/worked-time.ts';
import { TraceState } from './trace-states.ts';
import type { Woman } from './women/woman.ts';

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
export function connectStaff({ workforce, staffing, sites, capacities }: MaternityService): void {
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
    teamProvider: (woman, _kind, day) => teamProvider(service, woman, day),
    onTeamContact: (woman, provider, until) => {
      woman.team?.beginContact(provider, until);
      staffing.book(provider, workforce.people[provider]!.unit, WorkKind.planned, simulation.now, until);
    },
    followUpEnded: (woman) => service.followUpEnded(woman),
  };
}

/**
 * Who of a woman's team sees her on a day, today or before the clock started: her own midwife if she is free, else the one of
 * the others with the lowest number.
 */
function teamProvider({ simulation }: MaternityService, { team, namedMidwife }: Woman, day: number): number {
  if (team === undefined || !team.worksOn(day)) return Provider.nobody;
  const free = team.people.filter((_, midwife) => team.isFree(midwife, simulation.now));
  return (free.find(({ number }) => number === namedMidwife) ?? free[0])?.number ?? Provider.nobody;
}

/** Follows a team's turns: who is first on call goes into the trace, and the hours on call into the books. */
export function keepRota(service: MaternityService, team: ContinuityTeam): void {
  const { simulation, calendar, trace } = service;
  const change = (): void => {
    const { now } = simulation;
    const next = team.nextChange(now);
    if (team.worksOn(calendar.dayOf(now))) {
      trace.record(now, -1, TraceState.onCall, team.index, team.onCall(now, 0));
      for (let turn = 0; turn < team.parameters.onCallMidwives; turn++) {
        service.onCall(team.people[team.onCall(now, turn)]!, now, next);
      }
    }
    simulation.scheduleAt(next, change);
  };
  simulation.schedule(0, change);
}
