import { describe, expect, it } from 'vitest';
import { ContactKind, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import type { MaternityService } from '../../sim-core/maternity/maternity-service.ts';
import { originIds } from '../../sim-core/maternity/model-inputs.ts';
import { Acquaintance } from '../../sim-core/maternity/places/labour-ward-assignment.ts';
import { indicatorValues } from '../../sim-core/maternity/registry.ts';
import { runHorizon, simulate, warmedUp } from '../../sim-core/maternity/run-replication.ts';
import { WorkKind } from '../../sim-core/maternity/staff/worked-time.ts';
import { withCombinedPositions } from '../support/combined-positions.ts';
import { contactsOutOfHours } from '../support/contact-checks.ts';
import { shippedInputs } from '../support/scenarios.ts';
import { careOffDuty, doubleWork, inTwoPlaces } from '../support/service-checks.ts';

const district = 'nordre-aker';
const today = shippedInputs('dagens');
const origin = originIds(today).indexOf(district);
const run = simulate(withCombinedPositions(today), '1', 0, false);
const base = simulate(today, '1', 0, false);
const values = indicatorValues(run);
const baseValues = indicatorValues(base);
const combined = run.workforce.peopleOf.at(-1)!.map(({ number }) => number);

/** Spells of work of the people in combined positions, with the unit where they were. */
function spells({ staffing: { worked }, workforce }: MaternityService) {
  return Array.from({ length: worked.length }, (_, index) => ({
    person: worked.person.at(index),
    unit: workforce.units[worked.unit.at(index)]!,
    kind: worked.kind.at(index),
    start: worked.start.at(index),
    end: worked.end.at(index),
  })).filter(({ person }) => combined.includes(person));
}

describe('a year with people who work in a district and on a ward', () => {
  it('has nobody in two places, off duty or out of hours', () => {
    expect(doubleWork(run)).toEqual([]);
    expect(inTwoPlaces(run)).toEqual([]);
    expect(careOffDuty(run)).toEqual([]);
    expect(contactsOutOfHours(run)).toEqual([]);
  });

  it('has them at work by their roster in both places, and in no other', () => {
    const worked = spells(run);
    expect([...new Set(worked.map(({ unit }) => unit.id))].sort()).toEqual([
      'nordre-aker/healthStation/midwife',
      'ullevaal/labourWard/midwife',
    ]);
    expect(worked.every(({ kind }) => kind === WorkKind.planned)).toBe(true);
    const hours = worked.reduce((sum, { start, end }) => sum + (end - start) / 60, 0) / combined.length;
    // 35.5 hours a week, less holidays and absence of the base data: two thirds to nine tenths of 1,851.
    expect(hours).toBeGreaterThan(1200);
    expect(hours).toBeLessThan(1650);
    expect(values['combinedWardShare']).toBeCloseTo(0.5, 1);
    expect(run.breaches.filter(({ person }) => combined.includes(person))).toEqual([]);
  });

  it('has consultations and visits of theirs on days in the station only', () => {
    const { contactLog: log, calendar, workforce } = run;
    const outpatient = new Set<number>([
      ContactKind.antenatalConsultation,
      ContactKind.supportConsultation,
      ContactKind.midwifeHomeVisit,
      ContactKind.extraHomeVisit,
    ]);
    let given = 0;
    for (let index = 0; index < log.length; index++) {
      const provider = log.provider.at(index);
      if (!combined.includes(provider) || !outpatient.has(log.kind.at(index))) continue;
      given++;
      expect([Setting.healthStation, Setting.home]).toContain(log.setting.at(index));
      expect(log.place.at(index)).toBe(origin);
      const unit = workforce.units[workforce.plannedUnit(provider, calendar.dayOf(log.start.at(index)))];
      expect(unit?.kind).toBe('healthStation');
    }
    // Three posts, at some three contacts a day.
    expect(given).toBeGreaterThan(1000);
  });

  it('makes them the named midwives of women of the district, and of no others', () => {
    const theirs = run.women.filter(({ namedMidwife }) => combined.includes(namedMidwife));
    expect(theirs.length).toBeGreaterThan(100);
    expect(new Set(theirs.map((woman) => woman.origin))).toEqual(new Set([origin]));
  });

  it('lets more women have a midwife they know at the birth, by the chance of who is on duty', () => {
    const [known, knownBefore] = [values, baseValues].map((all) => all[`knownMidwifeByDistrict.${district}`] ?? NaN);
    expect(knownBefore).toBe(0);
    expect(known).toBeGreaterThan(0.005);
    // About one of ten of six people is on duty at a time, and teams around the clock reach over a half.
    expect(known).toBeLessThan(0.2);
    expect(values['metMidwifeCombined']).toBeGreaterThan(known!);
    expect(values['metMidwifeCombined']).toBeLessThan(0.4);
    const births = run.observations.districtBirths.filter((woman) => woman.origin === origin);
    const withThem = births.filter(({ bornWith }) => combined.includes(bornWith));
    expect(values['combinedMidwifeAtBirth']).toBe(withThem.length / births.length);
    expect(withThem.length).toBeGreaterThan(births.length * known!);
  });

  it('has more women with a midwife they know than if the ward did not know whom they know, and no less one-to-one care', () => {
    const blind = warmedUp(withCombinedPositions(today), '1', 0, false);
    for (const { ward } of blind.sites) ward.preferKnown(() => Acquaintance.none);
    runHorizon(blind);
    const without = indicatorValues(blind);
    expect(values['metMidwifeCombined']).toBeGreaterThan(without['metMidwifeCombined']! * 1.2);
    expect(values['oneToOne']).toBeGreaterThan(without['oneToOne']! - 0.01);
    expect(values['oneToOne']).toBeGreaterThan(baseValues['oneToOne']! - 0.01);
  });
});

describe('women of other districts', () => {
  it('keep the midwife they have today', () => {
    const others = run.women.filter((woman) => woman.origin !== origin);
    for (const { number, namedMidwife } of others) expect(base.women[number]!.namedMidwife).toBe(namedMidwife);
    expect(others.length).toBeGreaterThan(10_000);
  });
});
