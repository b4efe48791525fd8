import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, RandomStream, Simulation } from '../../sim-core/kernel/index.ts';
import { Desk } from '../../sim-core/maternity/places/desk.ts';

function reception() {
  const simulation = new Simulation();
  const desk = new Desk(simulation, 'reception');
  const log: string[] = [];
  return {
    simulation,
    desk,
    log,
    serve: (name: string, minutes: number) =>
      desk.serve(minutes, (midwife, start, end) => log.push(`${name}: ${midwife}, ${start}–${end}`)),
  };
}

/** Mean wait in an M/M/c queue, by Erlang's formula. */
function erlangWait(arrivalRate: number, serviceRate: number, servers: number): number {
  const offered = arrivalRate / serviceRate;
  let blocking = 1;
  for (let n = 1; n <= servers; n++) blocking = (offered * blocking) / (n + offered * blocking);
  const waiting = blocking / (1 - (offered / servers) * (1 - blocking));
  return waiting / (servers * serviceRate - arrivalRate);
}

describe('a desk', () => {
  it('serves first come, first served, each by whoever has been idle longest', () => {
    const { simulation, desk, log, serve } = reception();
    desk.arrive(8);
    desk.arrive(3);
    serve('a', 30);
    serve('b', 10);
    serve('c', 5);
    serve('d', 40);
    simulation.run(60);
    serve('e', 1);
    expect(log).toEqual(['a: 8, 0–30', 'b: 3, 0–10', 'c: 3, 10–15', 'd: 3, 15–55', 'e: 8, 60–61']);
    expect(desk.waits.count).toBe(5);
    expect(desk.waits.sum).toBeCloseTo(25, 12);
    expect(desk.waiting.integral(60)).toBe(10 + 15);
  });

  it('waits until somebody comes, and lets who leaves finish', () => {
    const { simulation, desk, log, serve } = reception();
    serve('a', 30);
    serve('b', 30);
    simulation.run(100);
    desk.arrive(1);
    simulation.run(110);
    desk.leave(1);
    expect(desk.midwivesOnDuty).toBe(0);
    simulation.run(200);
    expect(log).toEqual(['a: 1, 100–130']);
    desk.arrive(1);
    expect(log.at(-1)).toBe('b: 1, 200–230');
  });

  it('keeps a midwife who comes back while she finishes', () => {
    const { simulation, desk, log, serve } = reception();
    desk.arrive(1);
    serve('a', 30);
    desk.leave(1);
    desk.arrive(1);
    serve('b', 10);
    simulation.run(100);
    expect(log).toEqual(['a: 1, 0–30', 'b: 1, 30–40']);
    desk.leave(1);
    serve('c', 10);
    simulation.run(200);
    expect(log).toHaveLength(2);
  });

  it('forgets a task that is withdrawn before it begins', () => {
    const { simulation, desk, log, serve } = reception();
    desk.arrive(1);
    const begun = serve('a', 10);
    const second = serve('b', 10);
    serve('c', 10);
    expect(desk.withdraw(begun)).toBe(false);
    expect(desk.withdraw(second)).toBe(true);
    expect(desk.withdraw(second)).toBe(false);
    simulation.run(100);
    expect(log).toEqual(['a: 1, 0–10', 'c: 1, 10–20']);
    expect(desk.waits.count).toBe(2);
  });

  it('refuses what makes no sense', () => {
    const { desk, serve } = reception();
    desk.arrive(1);
    expect(() => desk.arrive(1)).toThrow(/on duty already/);
    expect(() => desk.leave(2)).toThrow(/not on duty/);
    expect(() => serve('a', NaN)).toThrow(/NaN minutes/);
    expect(() => serve('a', -1)).toThrow(/zero or more/);
  });

  it.each([
    [1, 0.7],
    [3, 0.8],
  ])('with %i midwives and a load of %f has the wait of queueing theory', (midwives, load) => {
    const means: number[] = [];
    for (let replication = 0; replication < 20; replication++) {
      const { simulation, desk } = reception();
      const arrivals = new RandomStream('1', replication, 'arrivals');
      const services = new RandomStream('1', replication, 'services');
      for (let midwife = 0; midwife < midwives; midwife++) desk.arrive(midwife);
      const next = (): void => {
        desk.serve(exponential(services.next(), 1), () => {});
        simulation.schedule(exponential(arrivals.next(), 1 / (midwives * load)), next);
      };
      simulation.schedule(0, next);
      simulation.run(1000);
      desk.resetStatistics(simulation.now);
      simulation.run(6000);
      means.push(desk.waits.mean);
    }
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (means.length - 1);
    const z = (mean - erlangWait(midwives * load, 1, midwives)) / Math.sqrt(variance / means.length);
    expect(Math.abs(z)).toBeLessThan(3);
  });

  it('serves everybody once, nobody twice at a time, and keeps nobody waiting while somebody is idle', () => {
    const step = fc.record({
      wait: fc.nat(20),
      kind: fc.constantFrom('serve', 'serve', 'duty'),
      who: fc.nat(2),
      minutes: fc.nat(40),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), (steps) => {
        const { simulation, desk } = reception();
        const onDuty = new Set<number>();
        const busyUntil = new Map<number, number>();
        const waits: number[] = [];
        let asked = 0;
        let waitingMinutes = 0;
        for (const { wait, kind, who, minutes } of steps) {
          simulation.run(simulation.now + wait);
          if (kind === 'serve') {
            const since = simulation.now;
            asked++;
            desk.serve(minutes, (midwife, start, end) => {
              expect(onDuty).toContain(midwife);
              expect(start).toBe(simulation.now);
              expect(end).toBe(start + minutes);
              expect(busyUntil.get(midwife) ?? 0).toBeLessThanOrEqual(start);
              busyUntil.set(midwife, end);
              waits.push(start - since);
              waitingMinutes += start - since;
            });
          } else if (onDuty.delete(who)) {
            desk.leave(who);
          } else {
            onDuty.add(who);
            desk.arrive(who);
          }
          if (desk.waiting.level > 0) {
            for (const midwife of onDuty) expect(busyUntil.get(midwife)).toBeGreaterThanOrEqual(simulation.now);
          }
        }
        onDuty.add(9);
        desk.arrive(9);
        simulation.run();
        expect(waits).toHaveLength(asked);
        expect(desk.waits.count).toBe(asked);
        // Little's law, exactly.
        expect(desk.waiting.integral(simulation.now)).toBe(waitingMinutes);
      }),
    );
  });
});
