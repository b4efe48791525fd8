import { describe, expect, it } from 'vitest';
import { indicatorValues } from '../../../sim-core/maternity/registry.ts';
import { simulate } from '../../../sim-core/maternity/run-replication.ts';
import { changed, shippedInputs } from '../../support/scenarios.ts';
import {
  careOffDuty,
  doubleWork,
  inTwoPlaces,
  overfull,
  standings,
  unpaidHours,
} from '../../support/service-checks.ts';
import { enrolmentFaults } from '../../support/team-checks.ts';
import { tracedRun, tracedService } from '../../support/trace.ts';
import { birthsOutOfTime, unlawfulSteps, whereaboutsAtEnd } from '../../support/ward-checks.ts';

const source = 'Made for the test';

const shippedHalfYear = changed(shippedInputs('min-jordmor-ahus-sektor'), ({ horizon }) => {
  horizon.end = '2027-06-30';
});

/** Half a year in which everything that can happen to the service does. */
const inputs = changed(shippedHalfYear, ({ interventions, data }) => {
  const sites = Object.keys(data.sites);
  // A visit at home in the latent phase is a contact within a call-out, which would look like two places.
  for (const plan of interventions) if (plan.model === 'continuity-teams') plan.latentPhaseAtHome = 0;
  const risk = (value: number) => ({ value, source, confidence: 'U' as const });
  interventions.push(
    { model: 'births-change', start: '2027-02-01', end: '2027-04-30', factor: 1.2 },
    { model: 'births-change', start: '2027-04-01', factor: 0.7, origins: ['stovner', 'alna'] },
    { model: 'sickness-wave', start: '2027-02-10', end: '2027-03-20', factor: 2.5 },
    { model: 'sickness-wave', start: '2027-03-10', end: '2027-04-10', factor: 0.5, employers: ['ahus'] },
    {
      model: 'continuity-effects',
      start: '2026-06-01',
      effects: {
        caesareanInLabour: risk(0.6),
        instrumental: risk(1.3),
        epidural: risk(0.7),
        preterm: risk(0.4),
        firstStage: risk(0.5),
      },
    },
    ...sites.map((site) => ({
      model: 'capacity' as const,
      site,
      start: '2027-03-01',
      end: '2027-05-15',
      labourRooms: -2,
      postnatalBeds: -5,
      receptionPlaces: -1,
      antenatalBeds: -2,
      recoveryPlaces: -1,
      hotelBeds: -data.sites[site]!.hotelBeds,
      neonatalCots: -4,
    })),
    ...sites.map((site) => ({
      model: 'ward-posts' as const,
      site,
      start: '2027-03-01',
      end: '2027-05-15',
      weekday: { day: -1, evening: 0, night: 0 },
      weekend: { day: 0, evening: 0, night: 0 },
    })),
    ...sites.map((site) => ({ model: 'one-to-one-norm' as const, site, start: '2027-01-15', standby: 2 })),
  );
});

describe('with every shock at once', () => {
  const { service } = tracedService(inputs);

  it('rooms, beds, women and midwives keep all rules in the trace, and no woman vanishes', () => {
    // Fates as they are when the effects of continuity have had their say.
    const run = { ...tracedRun(inputs), women: [...service.women] };
    expect([unlawfulSteps(run), birthsOutOfTime(run), enrolmentFaults(run)]).toEqual([[], [], []]);
    const { began, bornAtSites, bornElsewhere, inLabour } = whereaboutsAtEnd(run);
    expect(bornAtSites + bornElsewhere + inLabour).toBe(began);
    expect(inLabour).toBeLessThan(80);
  });

  it('everybody is in one place, at work when she cares for somebody, paid, and no place is overfull', () => {
    expect(doubleWork(service)).toEqual([]);
    expect(inTwoPlaces(service)).toEqual([]);
    expect(careOffDuty(service)).toEqual([]);
    expect(overfull(service)).toEqual([]);
    for (const hours of unpaidHours(service)) expect(Math.abs(hours)).toBeLessThan(1e-3);
    const { registered, registeredTwice, pregnant, lost, gaveBirth, neverRegistered } = standings(service);
    expect(registeredTwice).toBe(0);
    expect(pregnant! + lost! + gaveBirth!).toBe(registered);
    expect(neverRegistered).toBe(0);
    expect(service.standby.some(({ calls }) => calls > 50)).toBe(true);
  });

  it('places that closed are open again afterwards', () => {
    for (const site of service.sites) {
      const { receptionPlaces, antenatalBeds, recoveryPlaces, hotelBeds, neonatalCots } =
        service.inputs.data.sites[site.id]!;
      expect([
        site.receptionPlaces.capacity,
        site.antenatalBeds.capacity,
        site.recoveryPlaces.capacity,
        site.hotelBeds.capacity,
        site.neonatalCots.capacity,
      ]).toEqual([receptionPlaces, antenatalBeds, recoveryPlaces, hotelBeds, neonatalCots]);
    }
  });

  it('show in the indicators', () => {
    const values = indicatorValues(service);
    const without = indicatorValues(simulate(shippedHalfYear, '1', 0, false));
    const { observations, standby } = service;
    const preterm = observations.births.filter(({ fate }) => fate.gestation < 37 * 7).length;
    expect(values.pretermShare).toBeCloseTo(preterm / observations.births.length, 12);
    expect(values.standbyCalls).toBe(standby.reduce((sum, { calls }) => sum + calls, 0));
    const called = values.standbyCalls! / (1 - values.standbyUnansweredShare!);
    expect(called).toBeCloseTo(
      standby.reduce((sum, { calls, unanswered }) => sum + calls + unanswered, 0),
      6,
    );
    // Whole or part of an evening, night or day each.
    expect(values.standbyHours! / values.standbyCalls!).toBeGreaterThan(1);
    expect(values.standbyHours! / values.standbyCalls!).toBeLessThan(10);
    // Some two and a half times as much sickness for a quarter of the time, and half of it at one employer for some weeks.
    expect(values.sicknessShare! / without.sicknessShare!).toBeGreaterThan(1.1);
    expect(values.sicknessShare! / without.sicknessShare!).toBeLessThan(1.6);
    expect(without.sicknessShare).toBeLessThan(without.absenceShare!);
    expect(without.standbyCalls).toBe(0);
  });
});
