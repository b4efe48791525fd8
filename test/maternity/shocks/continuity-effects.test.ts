import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../../scenarios/schema/index.ts';
import { originIds, siteIds } from '../../../sim-core/maternity/model-inputs.ts';
import { runReplication, simulate } from '../../../sim-core/maternity/run-replication.ts';
import { BirthMode } from '../../../sim-core/maternity/trace-states.ts';
import { ContinuityEffects } from '../../../sim-core/maternity/women/continuity-effects.ts';
import type { Fate } from '../../../sim-core/maternity/women/fate.ts';
import { drawPopulation } from '../../../sim-core/maternity/women/population.ts';
import type { Woman } from '../../../sim-core/maternity/women/woman.ts';
import { changed, clockOf, shippedInputs } from '../../support/scenarios.ts';

type Effects = Extract<ModelInputs['interventions'][number], { model: 'continuity-effects' }>['effects'];
type Outcome = Exclude<keyof Effects, 'firstStage'>;

const source = 'Made for the test';
const today = shippedInputs('dagens');
const { calendar, to } = clockOf(today);
const termFrom = today.data.clinical.gestation.minimum;
const beforeTheRun = '2000-01-01';
const largestDeviation = 4;

function risk(value: number): NonNullable<Effects[Outcome]> {
  return { value, source, confidence: 'U' };
}

function withEffects(inputs: ModelInputs, effects: Effects, start = beforeTheRun): ModelInputs {
  return changed(
    inputs,
    ({ interventions }) => void interventions.push({ model: 'continuity-effects', start, effects }),
  );
}

/** Women who would have laboured, each with her fate without and with the effects, as if all had a team from registration on. */
function fates(effects: Effects, replications = 2): { woman: Woman; before: Fate; after: Fate }[] {
  const inputs = withEffects(today, effects);
  const effect = new ContinuityEffects(inputs, calendar);
  return Array.from({ length: replications }, (_, replication) =>
    drawPopulation(inputs, calendar, '1', replication, to)
      .filter(({ fate }) => Number.isNaN(fate.lostAt) && fate.registersAt >= 0)
      .map((woman) => {
        const before = woman.fate;
        effect.hasTeam(woman, before.registersAt);
        effect.laboursWithTeam(woman, woman.fate.beginsAt);
        return { woman, before, after: woman.fate };
      }),
  ).flat();
}

const { data } = today;
const origins = originIds(today);
const sites = siteIds(today);
type Parity = 'nulliparous' | 'multiparous';
const parityOf = ({ nulliparous }: Fate): Parity => (nulliparous ? 'nulliparous' : 'multiparous');
const groupOf = (fate: Fate) => data.clinical.groups[parityOf(fate)][fate.group]!;
const labours = ({ onset }: Fate): boolean => onset !== 'planned caesarean';

/** Whether she has the outcome, and her probability of it by the base data. */
const outcomes: Record<Outcome, { has: (fate: Fate) => boolean; probability: (fate: Fate, origin: number) => number }> =
  {
    caesareanInLabour: {
      has: ({ mode }) => mode === BirthMode.acuteCaesarean,
      probability: (fate) => (labours(fate) ? groupOf(fate).caesareanInLabour : 0),
    },
    instrumental: {
      has: ({ mode }) => mode === BirthMode.instrumental,
      probability(fate) {
        const hospital = data.sites[sites[fate.intendedSite] ?? '']?.hospital;
        if (!labours(fate) || hospital === undefined) return 0;
        const share = data.hospitals[hospital]!.instrumentalShare[parityOf(fate)];
        return (1 - groupOf(fate).caesareanInLabour) * share;
      },
    },
    epidural: {
      has: ({ epidural }) => epidural,
      probability: (fate, origin) =>
        labours(fate) ? data.sectors[data.origins[origins[origin]!]!.sector]!.epiduralShare[parityOf(fate)] : 0,
    },
    preterm: {
      has: ({ gestation }) => gestation < termFrom,
      probability(fate) {
        const alike = Object.values(data.clinical.groups[parityOf(fate)]).filter(
          ({ plurality }) => plurality === fate.plurality,
        );
        const all = alike.reduce((sum, { share }) => sum + share, 0);
        return alike.reduce((sum, { share, preterm }) => sum + share * preterm, 0) / all;
      },
    },
  };
const all = Object.keys(outcomes) as Outcome[];

function withAll(value: number): Effects {
  return Object.fromEntries(all.map((outcome) => [outcome, risk(value)]));
}

describe('the relative risk of an outcome', () => {
  it.each([
    { caesareanInLabour: 0.91, instrumental: 0.89, epidural: 0.83, preterm: 0.77 },
    { caesareanInLabour: 0.3, instrumental: 1.3, epidural: 1.2, preterm: 1.5 },
    { caesareanInLabour: 1.4, instrumental: 0.5, epidural: 0, preterm: 0 },
  ])('is what is asked for: %j', (risks) => {
    const effects = Object.fromEntries(all.map((outcome) => [outcome, risk(risks[outcome])]));
    const women = fates(effects);
    for (const outcome of all) {
      const { has, probability } = outcomes[outcome];
      let expected = 0;
      let variance = 0;
      for (const { woman, after } of women) {
        const wanted = probability(after, woman.origin) * risks[outcome];
        expected += wanted;
        variance += wanted * (1 - wanted);
      }
      const observed = women.filter(({ after }) => has(after)).length;
      const deviation = Math.abs(observed - expected);
      expect(deviation, outcome).toBeLessThanOrEqual(largestDeviation * Math.sqrt(variance));
    }
  });

  it('below 1 gives it to nobody who would not have had it, above 1 takes it from nobody', () => {
    for (const outcome of all) {
      const { has } = outcomes[outcome];
      for (const value of [0.6, 1.4]) {
        const women = fates({ [outcome]: risk(value) }, 1);
        const gained = women.filter(({ before, after }) => has(after) && !has(before)).length;
        const lost = women.filter(({ before, after }) => has(before) && !has(after)).length;
        expect(value < 1 ? gained : lost, outcome).toBe(0);
        expect(value < 1 ? lost : gained, outcome).toBeGreaterThan(50);
      }
    }
  });

  it('of 1 changes nobody', () => {
    for (const { before, after } of fates(withAll(1), 1)) expect(after).toEqual(before);
  });
});

describe('a woman whose outcome changes', () => {
  it('has, for a caesarean that is avoided, a second stage and a stay of a vaginal birth', () => {
    const women = fates({ caesareanInLabour: risk(0.5) });
    const avoided = women.filter(({ before, after }) => before.mode !== after.mode);
    expect(avoided.length).toBeGreaterThan(500);
    for (const { before, after } of avoided) {
      expect(before.mode).toBe(BirthMode.acuteCaesarean);
      expect([before.secondStage, after.secondStage > 0]).toEqual([0, true]);
      const { mode, secondStage, stay, uncomplicated, newbornReadmission, maternalReadmission } = before;
      expect({
        ...after,
        mode,
        secondStage,
        stay,
        uncomplicated,
        newbornReadmission,
        maternalReadmission,
      }).toEqual(before);
    }
    const vaginal = women.filter(({ before }) => labours(before) && before.mode !== BirthMode.acuteCaesarean);
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const nulliparous of [true, false]) {
      const isOfParity = ({ before }: { before: Fate }): boolean => before.nulliparous === nulliparous;
      const stays = avoided.filter(isOfParity).map(({ after }) => after.stay);
      const usual = vaginal.filter(isOfParity).map(({ after }) => after.stay);
      const spread = Math.sqrt(mean(usual.map((stay) => (stay - mean(usual)) ** 2)) / stays.length);
      expect(Math.abs(mean(stays) - mean(usual))).toBeLessThan(largestDeviation * spread);
    }
    expect(women.filter(({ before, after }) => before.mode === after.mode && before !== after)).toEqual([]);
  });

  it('goes to term, if preterm birth is avoided, from the same conception, and keeps the pattern of the week', () => {
    const { registration, maximum } = data.clinical.gestation;
    for (const value of [0, 2]) {
      const women = fates({ preterm: risk(value) });
      const moved = women.filter(({ before, after }) => before !== after);
      expect(moved.length).toBeGreaterThan(500);
      for (const { before, after } of moved) {
        expect(after.gestation < termFrom).toBe(value > 1);
        expect(after.gestation).toBeLessThanOrEqual(maximum);
        const { registersAt, dueAt, nulliparous, plurality, age, contactSeed } = before;
        expect(after).toMatchObject({ registersAt, dueAt, nulliparous, plurality, age, contactSeed });
        expect(groupOf(after).preterm).not.toBe(value > 1 ? 0 : 1);
        const minutes = (after.gestation - registration) * 1440;
        expect(Math.abs(after.beginsAt - after.registersAt - minutes)).toBeLessThan(1e-6);
        if (after.onset === 'spontaneous') continue;
        const day = calendar.dayOf(after.beginsAt);
        expect(after.onset === 'induced' ? calendar.isPublicHoliday(day) : !calendar.isWorkingDay(day)).toBe(false);
      }
      const changedStay = moved.filter(({ before, after }) => before.neonatalStay > after.neonatalStay).length;
      if (value === 0) expect(changedStay / moved.length).toBeGreaterThan(0.2);
    }
  });

  it('has a longer first stage of labour by as many hours, and never a negative one', () => {
    for (const hours of [0.5, -10]) {
      for (const { before, after } of fates({ firstStage: risk(hours) }, 1)) {
        const longer = labours(before) ? hours * 60 : 0;
        expect(after).toEqual({ ...before, activeFirstStage: Math.max(0, before.activeFirstStage + longer) });
      }
    }
  });
});

describe('in a run', () => {
  const teams = changed(shippedInputs('min-jordmor-ahus-sektor'), ({ horizon }) => (horizon.end = '2027-06-30'));
  const strong = { ...withAll(0.3), firstStage: risk(1) };

  it('relative risks of 1 leave the trace as it is, and so do effects when there are no teams', () => {
    const { traceHash } = runReplication(teams, '1', 0, false);
    expect(runReplication(withEffects(teams, withAll(1)), '1', 0, false).traceHash).toBe(traceHash);
    const none = changed(today, ({ horizon }) => (horizon.end = '2027-02-28'));
    const withoutTeams = runReplication(withEffects(none, strong), '1', 0, false).traceHash;
    expect(withoutTeams).toBe(runReplication(none, '1', 0, false).traceHash);
  });

  it('women without a team have the fate that they have without effects', () => {
    const [without, withThem] = [teams, withEffects(teams, strong)].map((inputs) => simulate(inputs, '1', 0, false));
    let changedFates = 0;
    for (const [index, woman] of withThem!.women.entries()) {
      const other = without!.women[index]!;
      if (woman.team === undefined) expect(woman.fate).toEqual(other.fate);
      else if (woman.fate.mode !== other.fate.mode || woman.fate.gestation !== other.fate.gestation) changedFates++;
    }
    expect(changedFates).toBeGreaterThan(20);
    // Everybody who was to labour within the run has, at the time of her own fate.
    const { horizon, women } = withThem!;
    for (const { fate, standing, inLabour, bornAt } of women) {
      if (!Number.isNaN(fate.lostAt) || fate.registersAt >= horizon.to) continue;
      if (fate.beginsAt >= horizon.to) expect([standing, inLabour]).toEqual([0, false]);
      else if (!Number.isNaN(bornAt)) expect(bornAt).toBeGreaterThanOrEqual(fate.beginsAt);
      else expect(fate.beginsAt).toBeGreaterThan(horizon.to - 20 * 1440);
    }
  });

  it('also women who were registered when the teams began go to term, and labour only then', () => {
    const later = changed(teams, ({ interventions }) => {
      for (const intervention of interventions) {
        if (intervention.model !== 'continuity-teams') continue;
        intervention.start = '2027-03-01';
        intervention.enrolmentUntilWeek = 40;
      }
    });
    const service = simulate(withEffects(later, { preterm: risk(0) }), '1', 0, false);
    const started = service.calendar.midnight(service.calendar.dayNumber('2027-03-01'));
    const without = simulate(later, '1', 0, false).women;
    const switched = service.women.filter(({ team, fate }) => team !== undefined && fate.registersAt < started);
    const avoided = switched.filter(({ number, fate }) => fate.gestation !== without[number]!.fate.gestation);
    expect(avoided.length).toBeGreaterThan(0);
    expect(switched.filter(({ fate }) => fate.gestation < termFrom)).toEqual([]);
    for (const { bornAt, fate } of avoided) {
      if (fate.beginsAt < service.horizon.to - 5 * 1440) expect(bornAt).toBeGreaterThanOrEqual(fate.beginsAt);
    }
  });
});
