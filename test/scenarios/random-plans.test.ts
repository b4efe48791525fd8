import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkScenario, modelInputs, scenarioFilesFromRecord, type Problem } from '../../scenarios/schema/index.ts';
import type { MaternityService } from '../../sim-core/maternity/maternity-service.ts';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { isEmployed } from '../../sim-core/maternity/staff/employment-spells.ts';
import { postBalance, postsByUnit } from '../../sim-core/maternity/staff/post-balance.ts';
import { contactsOutOfHours, incompleteContacts } from '../support/contact-checks.ts';
import { randomPlan, type WrittenPlan } from '../support/random-plan.ts';
import { careOffDuty, doubleWork, inTwoPlaces, overfull, standings, unpaidHours } from '../support/service-checks.ts';
import { testSeed } from '../support/trace.ts';
import { shippedTexts } from './support.ts';

const name = { nb: 'Prøve', en: 'Trial' };

/** A plan as the text of a file; JSON is YAML too. */
function textOf(plan: WrittenPlan): string {
  return JSON.stringify({ schemaVersion: 1, extends: 'dagens', name, description: name, ...plan });
}

/** Problems that don't say where in the file they are, or not in whole sentences. */
function unclear(problems: readonly Problem[], plan: WrittenPlan): string[] {
  return problems
    .filter(({ file, line, column, path, message }) => {
      const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
      let value: unknown = plan;
      for (const step of steps) {
        if (typeof value !== 'object' || value === null) return true;
        value = (value as Record<string, unknown>)[step];
      }
      const isThere = value !== undefined && steps.length > 0 && line > 0 && column > 0 && file.includes('my-plan');
      return !isThere || [message.en, message.nb].some((text) => /undefined|NaN|\[object|Infinity/.test(text));
    })
    .map(({ message }) => message.en);
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** What the service breaks of what must hold whatever the plan. */
function faultsOf(service: MaternityService): Record<string, unknown> {
  const { registered, registeredTwice, pregnant, lost, gaveBirth } = standings(service);
  const { ledger, workforce } = service;
  const accounts = [...ledger.accounts.values()];
  const people = sum(workforce.people.map(({ number }) => ledger.costOf(number)));
  return {
    lost: registered! - pregnant! - lost! - gaveBirth!,
    registeredTwice,
    doubleWork: doubleWork(service),
    inTwoPlaces: inTwoPlaces(service),
    careOffDuty: careOffDuty(service),
    outOfHours: contactsOutOfHours(service),
    incomplete: incompleteContacts(service),
    overfull: overfull(service),
    unpaid: unpaidHours(service).filter((hours) => !(Math.abs(hours) < 1e-3)),
    // To the øre: what people and hired staff cost, and what one payer gives another.
    staffCost: sum(accounts.map((account) => account.staffCost - account.amountOf('hired'))) - people,
    transfers: sum(accounts.map(({ income, given }) => income - given)),
    posts: conjured(service),
  };
}

const none = {
  lost: 0,
  registeredTwice: 0,
  doubleWork: [],
  inTwoPlaces: [],
  careOffDuty: [],
  outOfHours: [],
  incomplete: [],
  overfull: [],
  unpaid: [],
  staffCost: 0,
  transfers: 0,
  posts: [],
};

/** Long before any plan. */
const usualDay = -5000;

/**
 * Professions of which the people employed are more or fewer than today's with what the plan gives and less what it takes. Where the
 * posts of shifts change people come and go in whole positions, so that their sum need not come out.
 */
function conjured({ inputs, calendar, workforce }: MaternityService): string[] {
  if (inputs.interventions.some(({ model }) => model === 'ward-posts')) return [];
  const employed = (day: number, of: string): number =>
    sum(
      workforce.people.filter((one) => one.profession === of && isEmployed(one, day)).map(({ position }) => position),
    );
  const days = [inputs.horizon.start, inputs.horizon.end].map((date) => calendar.dayNumber(date));
  return days.flatMap((day) => {
    // Whole positions seldom sum to the posts of a unit, so that one that is emptied had a little more or less to give.
    const emptied = postsByUnit(inputs, calendar, day).filter(({ unit, posts }) => unit.team < 0 && posts < 0.5);
    return postBalance(inputs, calendar, day).professions.flatMap(({ profession, taken, given, vacant }) => {
      const change = employed(day, profession) - employed(usualDay, profession);
      return Math.abs(change - (given - taken - vacant)) > 0.5 * emptied.length + 1e-6
        ? [`${change} posts of ${profession}: ${given} given, ${taken} taken, ${vacant} vacant`]
        : [];
    });
  });
}

it('sound-looking plans are refused with a place in their file, or leave nobody behind and nothing unpaid', () => {
  const met = { refused: 0, births: 0 };
  fc.assert(
    fc.property(randomPlan, fc.nat(1000), (plan, replication) => {
      const written = JSON.parse(JSON.stringify(plan)) as WrittenPlan;
      const files = scenarioFilesFromRecord({ ...shippedTexts, 'my-plan.yaml': textOf(written) });
      const check = checkScenario('my-plan', files);
      if ('problems' in check) {
        expect(check.problems.length).toBeGreaterThan(0);
        expect(unclear(check.problems, written)).toEqual([]);
        met.refused++;
        return;
      }
      const inputs = modelInputs(check.scenario);
      // Leaders are paid, but are no people of the model.
      for (const units of Object.values(inputs.data.staff.sites)) units.leadership = 0;
      const service = simulate(inputs, testSeed, replication, false);
      expect(faultsOf(service)).toEqual(none);
      met.births += service.observations.births.length;
    }),
    { numRuns: 40, seed: 20_270_105 },
  );
  // The property means little if all plans are refused, or none.
  expect(met.refused).toBeGreaterThan(3);
  expect(met.births).toBeGreaterThan(1000);
});
