import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar, RandomStream, Simulation } from '../../sim-core/kernel/index.ts';
import { LabourWard } from '../../sim-core/maternity/places/labour-ward.ts';
import type { Fate } from '../../sim-core/maternity/women/fate.ts';
import { Woman, type WardPhase } from '../../sim-core/maternity/women/woman.ts';

const womenCount = 9;
const midwifeCount = 6;
const phases: WardPhase[] = ['none', 'latent', 'activeFirstStage', 'secondStage', 'recovery'];
const never = { duration: 30, from: 100_000, to: 100_000, mostAway: 1 };
const often = { duration: 30, from: 0.5, to: 1.5, mostAway: 0.5 };
const calendar = new Calendar('2027-01-04');

const command = fc.record({
  wait: fc.constantFrom(0, 0, 1, 7, 31, 64),
  kind: fc.constantFrom('phase', 'phase', 'phase', 'duty', 'duty', 'team', 'birth'),
  who: fc.nat(),
  phase: fc.constantFrom(...phases),
  shift: fc.constantFrom<number>(20, 60, 240, 480),
});
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

function isActive({ phase }: Woman): boolean {
  return phase === 'activeFirstStage' || phase === 'secondStage';
}

/** A ward that carries out commands, and beside it an account of our own of what must be so. */
class Witnessed {
  readonly simulation = new Simulation();
  readonly women = Array.from({ length: womenCount }, (_, number) => new Woman(number, 0, {} as Fate));
  readonly onDuty = new Set<number>();
  readonly cared: { woman: Woman; midwife: number; from: number; to: number }[] = [];
  readonly ward: LabourWard;
  readonly most: number;
  /** Minutes by our account: active, and of those own, shared and alone as the pairs tell. */
  readonly minutes = this.women.map(() => ({ active: 0, own: 0, shared: 0, alone: 0 }));

  constructor(most: number, breaks: typeof never) {
    this.most = most;
    const care = {
      midwifeNeed: { latent: 0.3, activeFirstStage: 1, secondStage: 1.3, recovery: 0.7 },
      mostWomenPerMidwife: most,
      noNewWomenBeforeEnd: 30,
      breaks,
      secondMidwife: 20,
    };
    const events = {
      cared: (woman: Woman, midwife: number, from: number, to: number) =>
        void this.cared.push({ woman, midwife, from, to }),
      assisted: () => {},
      paired: () => {},
    };
    this.ward = new LabourWard(this.simulation, care, events, calendar);
  }

  pairs(): number[] {
    return this.women.map((woman) => this.ward.midwifeOf(woman));
  }

  womenOf(midwife: number, pairs: readonly number[] = this.pairs()): number {
    return pairs.filter((other) => other === midwife).length;
  }

  isAlone(woman: Woman): boolean {
    return woman.phase !== 'none' && !woman.midwifePresent && this.ward.midwifeOf(woman) < 0;
  }

  /** Women in active labour who would have a midwife to themselves by some pairs, as far as those women are still here. */
  oneToOne(pairs: readonly number[]): number {
    const standing = pairs.map((midwife, number) => {
      const woman = this.women[number]!;
      return woman.phase === 'none' || woman.midwifePresent || !this.onDuty.has(midwife) ? -1 : midwife;
    });
    return standing.filter(
      (midwife, number) => midwife >= 0 && isActive(this.women[number]!) && this.womenOf(midwife, standing) === 1,
    ).length;
  }

  wait(minutes: number): void {
    const pairs = this.pairs();
    for (const [number, woman] of this.women.entries()) {
      if (!isActive(woman)) continue;
      const account = this.minutes[number]!;
      account.active += minutes;
      if (woman.midwifePresent || this.womenOf(pairs[number]!, pairs) === 1) account.own += minutes;
      else if (pairs[number]! < 0) account.alone += minutes;
      else account.shared += minutes;
    }
    this.simulation.run(this.simulation.now + minutes);
  }

  carryOut({ kind, who, phase, shift }: Command): void {
    const woman = this.women[who % womenCount]!;
    const midwife = who % midwifeCount;
    if (kind === 'phase') {
      this.ward.enterPhase(woman, phase);
    } else if (kind === 'team') {
      this.ward.setTeamMidwife(woman, !woman.midwifePresent);
    } else if (kind === 'birth') {
      this.ward.birth(woman);
    } else if (this.onDuty.delete(midwife)) {
      this.ward.leave(midwife);
    } else {
      this.onDuty.add(midwife);
      this.ward.arrive(midwife, this.simulation.now + shift);
    }
  }

  end(): void {
    for (const woman of this.women) this.ward.enterPhase(woman, 'none');
  }
}

const anyMost = fc.integer({ min: 1, max: 4 });
const anyCommands = fc.array(command, { minLength: 10, maxLength: 80, size: 'max' });

describe('whatever happens on a labour ward', () => {
  it('the minutes of active labour add up, woman by woman and for the ward', () => {
    fc.assert(
      fc.property(anyMost, anyCommands, fc.boolean(), (most, commands, withBreaks) => {
        const world = new Witnessed(most, withBreaks ? often : never);
        for (const one of commands) {
          world.wait(one.wait);
          world.carryOut(one);
        }
        world.end();
        const { now } = world.simulation;
        let own = 0;
        for (const [number, { care }] of world.women.entries()) {
          expect(care.ownMinutes + care.sharedMinutes + care.aloneMinutes).toBe(world.minutes[number]!.active);
          expect(Math.min(care.ownMinutes, care.sharedMinutes, care.aloneMinutes, care.handovers)).toBeGreaterThan(-1);
          own += care.ownMinutes;
        }
        expect(world.ward.oneToOne.integral(now)).toBe(own);
        expect(world.ward.active.integral(now)).toBe(world.minutes.reduce((sum, { active }) => sum + active, 0));
      }),
    );
  });

  it('without breaks and births own means a midwife with one woman, shared one with several, and alone none', () => {
    fc.assert(
      fc.property(anyMost, anyCommands, (most, commands) => {
        const world = new Witnessed(most, never);
        for (const one of commands.filter(({ kind }) => kind !== 'birth')) {
          world.wait(one.wait);
          world.carryOut(one);
        }
        world.end();
        for (const [number, { care }] of world.women.entries()) {
          const { own, shared, alone } = world.minutes[number]!;
          expect([care.ownMinutes, care.sharedMinutes, care.aloneMinutes]).toEqual([own, shared, alone]);
        }
      }),
    );
  });

  it('nobody has more than the most women, only those on duty have any, and nobody is alone while one has room', () => {
    fc.assert(
      fc.property(anyMost, anyCommands, (most, commands) => {
        const world = new Witnessed(most, never);
        for (const one of commands) {
          world.wait(one.wait);
          world.carryOut(one);
          const pairs = world.pairs();
          for (const midwife of pairs) if (midwife >= 0) expect(world.onDuty).toContain(midwife);
          const counts = [...world.onDuty].map((midwife) => world.womenOf(midwife, pairs));
          expect(Math.max(0, ...counts)).toBeLessThanOrEqual(most);
          if (world.women.some((woman) => world.isAlone(woman))) {
            for (const count of counts) expect(count).toBe(most);
          }
        }
      }),
    );
  });

  it('those who are alone are the least needy', () => {
    const rank = { secondStage: 0, activeFirstStage: 1, recovery: 2, latent: 3, none: 4 };
    fc.assert(
      fc.property(anyMost, anyCommands, (most, commands) => {
        const world = new Witnessed(most, never);
        for (const one of commands) {
          world.wait(one.wait);
          world.carryOut(one);
          const alone = world.women.filter((woman) => world.isAlone(woman)).map(({ phase }) => rank[phase]);
          const served = world.women
            .filter((woman) => world.ward.midwifeOf(woman) >= 0)
            .map(({ phase }) => rank[phase]);
          expect(Math.min(4, ...alone)).toBeGreaterThanOrEqual(world.onDuty.size === 0 ? 0 : Math.max(0, ...served));
        }
      }),
    );
  });

  it('nobody shares in active labour while a midwife who stays has nobody', () => {
    fc.assert(
      fc.property(anyMost, anyCommands, (most, commands) => {
        const world = new Witnessed(most, never);
        for (const one of commands.filter(({ kind }) => kind !== 'birth')) {
          world.wait(one.wait);
          world.carryOut({ ...one, shift: 100_000 });
          const pairs = world.pairs();
          const hasFree = [...world.onDuty].some((midwife) => world.womenOf(midwife, pairs) === 0);
          if (!hasFree) continue;
          for (const [number, midwife] of pairs.entries()) {
            if (midwife >= 0 && isActive(world.women[number]!)) expect(world.womenOf(midwife, pairs)).toBe(1);
          }
        }
      }),
    );
  });

  it('a pair is only broken to serve somebody who is alone or to give one more woman a midwife to herself', () => {
    fc.assert(
      fc.property(anyMost, anyCommands, (most, commands) => {
        const world = new Witnessed(most, never);
        for (const one of commands.filter(({ kind }) => kind !== 'birth')) {
          world.wait(one.wait);
          const before = world.pairs();
          const inCare = world.women.map(({ phase, midwifePresent }) => phase !== 'none' && !midwifePresent);
          const wasAlone = world.women.some((woman) => world.isAlone(woman));
          const staff = [...world.onDuty];
          world.carryOut(one);
          const hasNew = world.women.some(
            ({ phase, midwifePresent }, number) => phase !== 'none' && !midwifePresent && !inCare[number],
          );
          if (wasAlone || hasNew || staff.some((midwife) => !world.onDuty.has(midwife))) continue;
          const after = world.pairs();
          const isBroken = before.some(
            (midwife, number) =>
              midwife >= 0 &&
              after[number] !== midwife &&
              world.women[number]!.phase !== 'none' &&
              !world.women[number]!.midwifePresent,
          );
          if (isBroken) expect(world.oneToOne(after)).toBeGreaterThan(world.oneToOne(before));
        }
      }),
    );
  });

  it('a midwife tells of each spell of care once, and the spells of a woman do not overlap', () => {
    fc.assert(
      fc.property(anyMost, anyCommands, fc.boolean(), (most, commands, withBreaks) => {
        const world = new Witnessed(most, withBreaks ? often : never);
        for (const one of commands) {
          world.wait(one.wait);
          world.carryOut(one);
        }
        world.end();
        for (const woman of world.women) {
          let end = -1;
          let last = -1;
          for (const { midwife, from, to } of world.cared.filter((spell) => spell.woman === woman)) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            if (from === end) expect(midwife === last && woman.phase !== 'none').toBe(false);
            end = to;
            last = midwife;
          }
        }
      }),
    );
  });
});

/** Minutes of active labour, and those with a midwife of one's own, on a ward with the same women and some midwives. */
function careWith(midwives: number, instance: number, withBreaks: boolean): { active: number; own: number } {
  const stream = new RandomStream('1', instance, 'labour ward');
  const { simulation, ward, women } = new Witnessed(
    3,
    withBreaks ? { duration: 30, from: 3, to: 5, mostAway: 0.34 } : never,
  );
  for (const woman of women) {
    let time = stream.next() * 1200;
    for (const [phase, mean] of [
      ['latent', 120],
      ['activeFirstStage', 300],
      ['secondStage', 45],
      ['recovery', 120],
      ['none', 0],
    ] as const) {
      simulation.scheduleAt(time, () => {
        if (phase === 'recovery') ward.birth(woman);
        ward.enterPhase(woman, phase);
      });
      time += stream.next() * 2 * mean;
    }
  }
  for (let shift = 0; shift < 6; shift++) {
    for (let number = 0; number < midwives; number++) {
      const midwife = (shift % 3) * 100 + number;
      const start = shift * 480;
      simulation.scheduleAt(start, () => ward.arrive(midwife, start + 510));
      simulation.scheduleAt(start + 510, () => ward.leave(midwife));
    }
  }
  simulation.run(2880);
  let active = 0;
  let own = 0;
  for (const { care } of women) {
    active += care.ownMinutes + care.sharedMinutes + care.aloneMinutes;
    own += care.ownMinutes;
  }
  return { active, own };
}

describe('more midwives', () => {
  const share = (midwives: number, withBreaks = true): number => {
    let active = 0;
    let own = 0;
    for (let instance = 0; instance < 150; instance++) {
      const minutes = careWith(midwives, instance, withBreaks);
      active += minutes.active;
      own += minutes.own;
    }
    return own / active;
  };

  it('never lower the share of one-to-one care on average', () => {
    const shares = [0, 1, 2, 3, 4, 5, 6, 8].map((midwives) => share(midwives));
    for (const [index, value] of shares.entries()) if (index > 0) expect(value).toBeGreaterThan(shares[index - 1]!);
    expect(shares[0]).toBe(0);
    expect(shares[3]).toBeGreaterThan(0.3);
    expect(shares[3]).toBeLessThan(0.95);
  });

  it('make it whole when there are more than enough', () => {
    expect(share(womenCount * 3)).toBe(1);
  });
});
