import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar, Simulation } from '../../sim-core/kernel/index.ts';
import { PostnatalWard } from '../../sim-core/maternity/places/postnatal-ward.ts';
import type { Fate } from '../../sim-core/maternity/women/fate.ts';
import { Woman } from '../../sim-core/maternity/women/woman.ts';

const calendar = new Calendar('2027-01-04');

function story(count: number) {
  const simulation = new Simulation();
  const log: string[] = [];
  const ward = new PostnatalWard(
    simulation,
    {
      cared: (woman, midwife, from, to) => log.push(`${midwife} had ${woman.number} ${from}–${to}`),
      paired: (woman, midwife) => log.push(`${woman.number} → ${midwife}`),
    },
    calendar,
  );
  const women = Array.from({ length: count }, (_, number) => new Woman(number, 0, {} as Fate));
  return {
    simulation,
    ward,
    women,
    log,
    admit: (...numbers: number[]) => numbers.forEach((number) => ward.admit(women[number]!)),
    discharge: (number: number) => ward.discharge(women[number]!),
    midwives: () => women.map(({ postnatalMidwife }) => postnatalMidwife),
    until: (time: number) => simulation.run(time),
  };
}

describe('a postnatal ward', () => {
  it('gives each woman the midwife with the fewest, and keeps her through the shift', () => {
    const { ward, admit, discharge, midwives, until, log } = story(4);
    ward.arrive(5, 480);
    ward.arrive(2, 480);
    admit(0, 1, 2);
    expect(midwives()).toEqual([5, 2, 5, -1]);
    until(60);
    discharge(0);
    discharge(2);
    admit(3);
    expect(midwives()).toEqual([-1, 2, -1, 5]);
    expect(log).toContain('5 had 0 0–60');
    expect(ward.women).toBe(2);
    expect(ward.anyMidwife()).toBe(5);
  });

  it('hands over to the next shift, to the one who had her before as far as that is even', () => {
    const { ward, admit, midwives, until, log } = story(4);
    ward.arrive(1, 480);
    admit(0, 1, 2, 3);
    until(450);
    ward.arrive(2, 930);
    ward.arrive(3, 930);
    until(480);
    ward.leave(1);
    expect(midwives()).toEqual([2, 3, 2, 3]);
    until(900);
    ward.arrive(4, 1440);
    ward.arrive(1, 1440);
    until(930);
    // Two of four is her even share; 3 is about to leave and gets nobody.
    ward.leave(2);
    expect(midwives()).toEqual([1, 3, 1, 3]);
    ward.leave(3);
    expect(midwives()).toEqual([1, 4, 1, 4]);
    expect(log.filter((line) => line.includes('had'))).toEqual([
      '1 had 0 0–480',
      '1 had 1 0–480',
      '1 had 2 0–480',
      '1 had 3 0–480',
      '2 had 0 480–930',
      '2 had 2 480–930',
      '3 had 1 480–930',
      '3 had 3 480–930',
    ]);
  });

  it('leaves women to those who stay when there is no next shift, and without anybody at last', () => {
    const { ward, admit, midwives, until } = story(3);
    admit(0);
    expect(midwives()[0]).toBe(-1);
    ward.arrive(1, 480);
    ward.arrive(2, 480);
    admit(1, 2);
    expect(midwives()).toEqual([1, 2, 1]);
    until(480);
    ward.leave(1);
    expect(midwives()).toEqual([2, 2, 2]);
    ward.leave(2);
    expect(midwives()).toEqual([-1, -1, -1]);
    expect(ward.anyMidwife()).toBe(-1);
  });

  it('shares out women who were without among all who come at the same time', () => {
    const { ward, admit, midwives, until } = story(6);
    admit(0, 1, 2, 3, 4, 5);
    until(30);
    for (const midwife of [1, 2, 3]) ward.arrive(midwife, 480);
    expect([1, 2, 3].map((midwife) => midwives().filter((other) => other === midwife).length)).toEqual([2, 2, 2]);
    until(31);
    // Who comes later takes over from nobody.
    ward.arrive(4, 480);
    expect(midwives()).not.toContain(4);
  });

  it('tells women per midwife by hour of the week, and counts assistants apart', () => {
    const { ward, admit, until } = story(6);
    ward.arrive(1, 480);
    admit(0, 1, 2);
    ward.arriveAssistant();
    ward.arriveAssistant();
    ward.leaveAssistant();
    expect(ward.assistantsOnDuty).toBe(1);
    until(30);
    ward.arrive(2, 480);
    until(60);
    expect(ward.womenPerMidwife.means(60)[0]).toBe(3 / 1.5);
    ward.resetStatistics(60);
    until(90);
    expect(ward.womenPerMidwife.means(90)[1]).toBe(1.5);
  });

  it('refuses what makes no sense', () => {
    const { ward, admit, discharge } = story(2);
    ward.arrive(1, 480);
    admit(0);
    expect(() => ward.arrive(1, 480)).toThrow(/on duty already/);
    expect(() => ward.leave(2)).toThrow(/not on duty/);
    expect(() => admit(0)).toThrow(/Woman 0 cannot be admitted/);
    expect(() => discharge(1)).toThrow(/Woman 1 cannot be discharged/);
    expect(() => ward.leaveAssistant()).toThrow(/none is on duty/);
  });

  it('whatever happens, every woman has somebody on duty if there is anybody, and all her time is told of', () => {
    const step = fc.record({ wait: fc.nat(200), kind: fc.constantFrom('woman', 'duty'), who: fc.nat(7) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 80, size: 'max' }), (steps) => {
        const simulation = new Simulation();
        const told = new Map<Woman, number>();
        const had = new Map<Woman, number>();
        const ward = new PostnatalWard(
          simulation,
          {
            cared: (woman, _, from, to) => void told.set(woman, (told.get(woman) ?? 0) + to - from),
            paired: () => {},
          },
          calendar,
        );
        const women = Array.from({ length: 8 }, (_, number) => new Woman(number, 0, {} as Fate));
        const inside = new Set<Woman>();
        const onDuty = new Set<number>();
        for (const { wait, kind, who } of steps) {
          if (onDuty.size > 0) for (const woman of inside) had.set(woman, (had.get(woman) ?? 0) + wait);
          simulation.run(simulation.now + wait);
          const woman = women[who]!;
          if (kind === 'woman') {
            if (inside.delete(woman)) ward.discharge(woman);
            else ward.admit(inside.add(woman) && woman);
          } else if (onDuty.delete(who)) {
            ward.leave(who);
          } else {
            onDuty.add(who);
            ward.arrive(who, simulation.now + 480);
          }
          for (const other of women) {
            if (inside.has(other) && onDuty.size > 0) expect(onDuty).toContain(other.postnatalMidwife);
            else expect(other.postnatalMidwife).toBe(-1);
          }
          expect(ward.women).toBe(inside.size);
          expect(ward.midwivesOnDuty).toBe(onDuty.size);
        }
        for (const woman of inside) ward.discharge(woman);
        for (const woman of women) expect(told.get(woman) ?? 0).toBe(had.get(woman) ?? 0);
      }),
    );
  });
});
