import { describe, expect, it } from 'vitest';
import { ContactKind, Provider, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { originIds } from '../../sim-core/maternity/model-inputs.ts';
import { indicators, indicatorKeys, indicatorValues } from '../../sim-core/maternity/registry.ts';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { BirthMode } from '../../sim-core/maternity/trace-states.ts';
import { Vulnerability } from '../../sim-core/maternity/women/fate.ts';
import { changed, dateAfter, shippedInputs } from '../support/scenarios.ts';
import { contactsOutOfHours, incompleteContacts } from '../support/contact-checks.ts';

const minutesPerHour = 60;
const districts = ['sagene', 'alna', 'gamle-oslo'];
const base = changed(shippedInputs('dagens'), ({ horizon, data }) => {
  horizon.end = dateAfter(horizon.start, 90);
  horizon.warmUpDays = 20;
  data.clinical.circumstances.newlyArrived = 0.5;
});
const withDoulas = (uptake: number) =>
  simulate(
    changed(base, ({ interventions, horizon }) =>
      interventions.push({
        model: 'doula',
        start: dateAfter(horizon.start, -20),
        districts,
        groups: ['newlyArrived'],
        uptake,
        payer: 'districts',
      }),
    ),
    '1',
    0,
    false,
  );
const today = simulate(base, '1', 0, false);
const service = withDoulas(0.6);

const visits = ({ contactLog: log }: typeof service) =>
  Array.from({ length: log.length }, (_, index) => index)
    .filter((index) => log.kind.at(index) === ContactKind.doulaSupport)
    .map((index) => ({
      woman: log.woman.at(index),
      setting: log.setting.at(index),
      place: log.place.at(index),
      provider: log.provider.at(index),
      payer: log.payer.at(index),
      start: log.start.at(index),
      end: log.end.at(index),
    }));

describe('a doula', () => {
  it('is with women of the group in labour, from the labour room until two hours after birth at most', () => {
    const all = visits(service);
    const origins = districts.map((id) => originIds(base).indexOf(id));
    const payer = Object.keys(base.data.economy.payers).indexOf('districts');
    expect(all.length).toBeGreaterThan(30);
    for (const visit of all) {
      const woman = service.women[visit.woman]!;
      expect(origins).toContain(woman.origin);
      expect(woman.fate.vulnerability & Vulnerability.newlyArrived).not.toBe(0);
      expect(woman.fate.mode).not.toBe(BirthMode.plannedCaesarean);
      expect(visit).toMatchObject({ setting: Setting.site, place: woman.birthSite, provider: Provider.doula, payer });
      expect(visit.start).toBeGreaterThanOrEqual(woman.fate.beginsAt);
      expect(visit.start).toBeLessThanOrEqual(woman.bornAt);
      expect(visit.end).toBeGreaterThanOrEqual(woman.bornAt);
      expect(visit.end).toBeLessThanOrEqual(woman.bornAt + 2 * minutesPerHour + 1e-6);
    }
    expect(incompleteContacts(service)).toEqual([]);
    expect(contactsOutOfHours(service)).toEqual([]);
  });

  it('comes to as many of them as want one, the same ones and more', () => {
    const wanted = (one: typeof service) => new Set(visits(one).map(({ woman }) => woman));
    const more = wanted(withDoulas(1));
    const some = wanted(service);
    for (const woman of some) expect(more).toContain(woman);
    const error = 4 * Math.sqrt((0.6 * 0.4) / more.size);
    expect(Math.abs(some.size / more.size - 0.6)).toBeLessThan(error);
  });

  it('takes the place of no midwife: nothing changes but her hours and what they cost', () => {
    expect(service.trace.hash()).toBe(today.trace.hash());
    const phaseOf = new Map(indicatorKeys(base).map(({ key, indicator }) => [key, indicator]));
    const before = indicatorValues(today);
    for (const [key, value] of Object.entries(indicatorValues(service))) {
      const { id, phase } = phaseOf.get(key)!;
      if (phase === 'economy' || id === 'doulaBirths' || id === 'doulaHours') continue;
      expect(value, key).toBe(before[key]);
    }
    expect(indicators.some(({ id }) => id === 'oneToOne')).toBe(true);
  });

  it('is paid for the hours within the horizon', () => {
    const { from, to } = service.horizon;
    const hours = visits(service).reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)) / minutesPerHour,
      0,
    );
    const values = indicatorValues(service);
    const kroner = values['netCost.districts']! - indicatorValues(today)['netCost.districts']!;
    expect(hours).toBeGreaterThan(200);
    expect(values.doulaHours).toBeCloseTo(hours, 6);
    // Each visit is rounded to whole øre.
    expect(Math.abs(kroner - hours * base.data.economy.doulaHour)).toBeLessThan(0.01 * visits(service).length);
  });
});
