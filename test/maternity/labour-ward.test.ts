import { describe, expect, it } from 'vitest';
import { changePhase, LabourWard } from '../../sim-core/maternity/places/labour-ward.ts';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { Woman, type Fate, type WardPhase } from '../../sim-core/maternity/women/woman.ts';
import { changed, shippedInputs, smallInputs } from '../support/scenarios.ts';

const need = { latent: 0.3, activeFirstStage: 1, secondStage: 1.3, recovery: 0.7 };

function ward(midwives: number): LabourWard {
  const labourWard = new LabourWard(0, need);
  labourWard.setMidwivesOnDuty(0, midwives);
  return labourWard;
}

/** Levels that the ward holds now. */
function levels({ active, oneToOne, need: wanted }: LabourWard): number[] {
  return [active.level, oneToOne.level, wanted.level];
}

describe('a labour ward', () => {
  it('gives each woman in active labour a midwife while there are enough', () => {
    const labourWard = ward(3);
    labourWard.enter(0, 'activeFirstStage', false);
    labourWard.enter(0, 'activeFirstStage', false);
    labourWard.enter(0, 'latent', false);
    labourWard.enter(0, 'recovery', false);
    expect(levels(labourWard)).toEqual([2, 2, 3]);
  });

  it('shares what latent labour and recovery leave', () => {
    const labourWard = ward(2);
    for (let woman = 0; woman < 2; woman++) labourWard.enter(0, 'recovery', false);
    for (let woman = 0; woman < 2; woman++) labourWard.enter(0, 'activeFirstStage', false);
    const [active, oneToOne, wanted] = levels(labourWard);
    expect(active).toBe(2);
    expect(oneToOne).toBeCloseTo(2 - 1.4, 12);
    expect(wanted).toBeCloseTo(3.4, 12);
  });

  it('counts the need of the second stage, but women and not needs as served', () => {
    const labourWard = ward(2);
    labourWard.enter(0, 'activeFirstStage', false);
    labourWard.enter(0, 'secondStage', false);
    const [active, oneToOne] = levels(labourWard);
    expect(active).toBe(2);
    expect(oneToOne).toBeCloseTo((2 * 2) / 2.3, 12);
  });

  it('serves nobody one to one when it has nobody on duty', () => {
    const labourWard = ward(0);
    labourWard.enter(0, 'activeFirstStage', false);
    expect(levels(labourWard)).toEqual([1, 0, 1]);
  });

  it('is relieved by a team midwife in every phase', () => {
    const labourWard = ward(0);
    for (const phase of ['latent', 'activeFirstStage', 'secondStage', 'recovery'] as const) {
      labourWard.enter(0, phase, true);
      const isActive = phase === 'activeFirstStage' || phase === 'secondStage';
      expect(levels(labourWard)).toEqual(isActive ? [1, 1, 0] : [0, 0, 0]);
      labourWard.leave(0, phase, true);
    }
  });

  it('adds up minutes as they pass', () => {
    const labourWard = ward(1);
    labourWard.enter(10, 'activeFirstStage', false);
    labourWard.enter(40, 'activeFirstStage', false);
    labourWard.setMidwivesOnDuty(50, 2);
    labourWard.leave(70, 'activeFirstStage', false);
    expect(labourWard.active.integral(100)).toBe(30 + 60 + 30);
    expect(labourWard.oneToOne.integral(100)).toBe(30 + 10 + 40 + 30);
  });

  it('forgets the warm-up but not the women', () => {
    const labourWard = ward(1);
    labourWard.enter(0, 'activeFirstStage', false);
    labourWard.resetStatistics(60);
    expect(labourWard.active.integral(90)).toBe(30);
  });
});

describe('a woman who changes phase', () => {
  it('leaves every ward as empty as she found it', () => {
    const wards = [ward(1), ward(1)];
    const woman = new Woman(0, 0, {} as Fate);
    woman.site = 0;
    const phases: WardPhase[] = ['latent', 'activeFirstStage', 'secondStage', 'recovery', 'none'];
    for (const phase of phases) changePhase(wards, 0, woman, phase);
    expect(wards.map(levels)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('takes up nobody’s time while she is between two sites', () => {
    const wards = [ward(1)];
    const woman = new Woman(0, 0, {} as Fate);
    woman.site = -1;
    changePhase(wards, 0, woman, 'activeFirstStage');
    expect(levels(wards[0]!)).toEqual([0, 0, 0]);
    expect(woman.phase).toBe('activeFirstStage');
  });
});

describe('one-to-one care', () => {
  it('is whole with enough posts and nothing without any', () => {
    const withPosts = (posts: number): number => {
      const inputs = changed(smallInputs(4000, 60), ({ data }) => {
        for (const { labourWardPosts } of Object.values(data.sites)) {
          labourWardPosts.weekday = { day: posts, evening: posts, night: posts };
          labourWardPosts.weekend = { day: posts, evening: posts, night: posts };
        }
      });
      return runReplication(inputs, '1', 0, false).indicators.oneToOne!;
    };
    expect(withPosts(500)).toBe(1);
    expect(withPosts(0)).toBe(0);
    expect(withPosts(2)).toBeGreaterThan(0.1);
    expect(withPosts(2)).toBeLessThan(0.95);
  });

  it('does not count the warm-up', () => {
    const inputs = changed(smallInputs(4000, 20, 14), ({ data, interventions }) => {
      for (const [site, { labourWardPosts }] of Object.entries(data.sites)) {
        labourWardPosts.weekday = { day: 0, evening: 0, night: 0 };
        labourWardPosts.weekend = { day: 0, evening: 0, night: 0 };
        const plenty = { day: 50, evening: 50, night: 50 };
        interventions.push({ model: 'ward-posts', site, start: '2026-12-31', weekday: plenty, weekend: plenty });
      }
    });
    expect(runReplication(inputs, '1', 0, false).indicators.oneToOne).toBe(1);
  });

  it('grows where teams come, and the ward needs fewer', () => {
    const teams = changed(shippedInputs('team-ahus-sektor'), ({ interventions }) => {
      interventions.splice(1);
    });
    const [today, relieved] = [shippedInputs('dagens'), teams].map(
      (inputs) => runReplication(inputs, '1', 0, false).indicators,
    );
    expect(relieved!['wardMidwivesNeeded.ahus']!).toBeLessThan(today!['wardMidwivesNeeded.ahus']! - 0.3);
    expect(relieved!['oneToOneBySite.ahus']!).toBeGreaterThan(today!['oneToOneBySite.ahus']!);
  });
});
