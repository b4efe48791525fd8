import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ContactKind } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { contactsOutOfHours, incompleteContacts } from '../support/contact-checks.ts';
import { oddInputs, oddService } from '../support/random-service.ts';
import { dateAfter } from '../support/scenarios.ts';
import { careOffDuty, doubleWork, inTwoPlaces, overfull, standings, unpaidHours } from '../support/service-checks.ts';

const groups = ['newlyArrived', 'mentalIllness'] as const;

const careModels = fc.record({
  start: fc.integer({ min: -20, max: 10 }),
  length: fc.option(fc.integer({ min: 5, max: 30 }), { nil: undefined }),
  uptake: fc.constantFrom(0.2, 1),
  hours: fc.constantFrom([2, 4], [6, 24], [12, 60]),
  window: fc.constantFrom(['08:00', '21:00'], ['00:00', '23:59'], ['10:00', '12:00']),
  guaranteedVisits: fc.integer({ min: 0, max: 3 }),
  examinationWithin: fc.constantFrom(24, 48, 72),
  video: fc.constantFrom(0, 0.5, 1),
  support: fc.constantFrom(0.5, 20),
});

it('care models leave nobody behind, in two places or without pay, whatever is scarce, late or odd', () => {
  let early = 0;
  let video = 0;
  fc.assert(
    fc.property(oddService, careModels, (odd, models) => {
      const inputs = oddInputs(odd);
      const { start, length } = models;
      const period = {
        start: dateAfter(inputs.horizon.start, start),
        ...(length === undefined ? {} : { end: dateAfter(inputs.horizon.start, start + length) }),
      };
      const districts = Object.keys(inputs.data.origins).filter((id) => !inputs.data.origins[id]!.outside);
      const common = { ...period, districts };
      inputs.interventions.push(
        {
          model: 'early-discharge',
          ...common,
          uptake: models.uptake,
          fromHour: models.hours[0],
          toHour: models.hours[1],
          opens: models.window[0],
          closes: models.window[1],
          guaranteedVisits: models.guaranteedVisits,
          examinationWithin: models.examinationWithin,
        },
        { model: 'digital-follow-up', ...common, contacts: 2, replacesExtraVisits: models.video },
        { model: 'open-return', ...common, share: 0.5 },
        { model: 'extra-support', ...common, groups: [...groups], hours: models.support },
        { model: 'doula', ...common, groups: [...groups], uptake: models.uptake, payer: 'districts' },
      );
      const service = simulate(inputs, '1', odd.replication, false);
      const { registered, pregnant, lost, gaveBirth } = standings(service);
      expect(pregnant! + lost! + gaveBirth!).toBe(registered);
      expect(doubleWork(service)).toEqual([]);
      expect(inTwoPlaces(service)).toEqual([]);
      expect(careOffDuty(service)).toEqual([]);
      expect(contactsOutOfHours(service)).toEqual([]);
      expect(incompleteContacts(service)).toEqual([]);
      expect(overfull(service)).toEqual([]);
      for (const hours of unpaidHours(service)) expect(Math.abs(hours)).toBeLessThan(1e-6);
      const { contactLog: log, women } = service;
      for (let index = 0; index < log.length; index++) {
        if (log.kind.at(index) === ContactKind.digitalContact) video++;
        if (log.kind.at(index) !== ContactKind.paediatricExamination) continue;
        const { bornAt, earlyDischarge } = women[log.woman.at(index)]!;
        expect(log.end.at(index) - bornAt).toBeLessThanOrEqual((earlyDischarge?.examinationWithin ?? 72 * 60) + 1e-6);
      }
      early += service.observations.earlyDischarges;
    }),
    { numRuns: 40, seed: 20_270_403 },
  );
  expect(early).toBeGreaterThan(15);
  expect(video).toBeGreaterThan(300);
});
