import { describe, expect, it } from 'vitest';
import type { TeamParameters } from '../../sim-core/maternity/teams/team-parameters.ts';
import { contactsOutOfHours, incompleteContacts } from '../support/contact-checks.ts';
import { careOffDuty, doubleWork, inTwoPlaces, standings, unpaidHours } from '../support/service-checks.ts';
import {
  attendances,
  attendancesOfWrongLength,
  callsAgainstTheRota,
  enrolmentFaults,
  midwivesCalledTooEarly,
} from '../support/team-checks.ts';
import { teamWorld } from '../support/team-worlds.ts';
import { tracedRun, tracedService } from '../support/trace.ts';
import { birthsOutOfTime, unlawfulSteps, whereaboutsAtEnd } from '../support/ward-checks.ts';

const patterns: Record<string, Partial<TeamParameters>> = {
  'by day': { onCallFrom: '07:00', onCallTo: '23:00', latentPhaseAtHome: 1 },
  'by night, with a second on call': { onCallFrom: '20:00', onCallTo: '06:30', onCallMidwives: 2, wardVisits: 3 },
  'to sixteen weeks': { followUpWeeks: 16, followUpContacts: 4, latentPhaseAtHome: 0.8, onCallMidwives: 2 },
  'for some women, relieved early': { uptake: 0.7, parity: 'multiparous', maximumAttendance: 6, rest: 0, midwives: 3 },
  'with far too many women': { caseload: 500, midwives: 2, followUpWeeks: 12, followUpContacts: 2, wardVisits: 1 },
};

describe.each(Object.entries(patterns))('teams %s', (_, own) => {
  const inputs = teamWorld(2, 500, own);
  const run = tracedRun(inputs);
  const { service } = tracedService(inputs);

  it('keep rota, rest and caseload, and their women every rule of the pathway', () => {
    expect({
      unlawful: unlawfulSteps(run),
      outOfTime: birthsOutOfTime(run),
      tooEarly: midwivesCalledTooEarly(run),
      rota: callsAgainstTheRota(run),
      length: attendancesOfWrongLength(run),
      enrolment: enrolmentFaults(run),
    }).toEqual({ unlawful: [], outOfTime: [], tooEarly: [], rota: [], length: [], enrolment: [] });
    expect(attendances(run).length).toBeGreaterThan(60);
  });

  it('give contacts in their hours and places, nobody is in two of them, and every hour is paid', () => {
    expect(contactsOutOfHours(service)).toEqual([]);
    expect(incompleteContacts(service)).toEqual([]);
    expect(doubleWork(service)).toEqual([]);
    expect(inTwoPlaces(service)).toEqual([]);
    expect(careOffDuty(service)).toEqual([]);
    for (const hours of unpaidHours(service)) expect(Math.abs(hours)).toBeLessThan(1e-6);
  });

  it('lose no woman', () => {
    const { began, bornAtSites, bornElsewhere, inLabour } = whereaboutsAtEnd(run);
    expect(bornAtSites + bornElsewhere + inLabour).toBe(began);
    const { registered, registeredTwice, pregnant, lost, gaveBirth } = standings(service);
    expect(registeredTwice).toBe(0);
    expect(pregnant! + lost! + gaveBirth!).toBe(registered);
  });
});
