import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  after,
  any,
  Interruption,
  Preemption,
  Resource,
  Simulation,
  type Process,
  type ProcessBody,
  type ResourceOptions,
} from '../../sim-core/kernel/index.ts';

describe('a resource with everything at once', () => {
  interface Plan {
    arrives: number;
    priority: number;
    patience: number;
    work: number;
    units: number;
    kind: 'seize' | 'use' | 'claim' | 'event';
    interruptedAt: number;
  }
  const plan = fc.record<Plan>({
    arrives: fc.nat(20),
    priority: fc.integer({ min: -2, max: 2 }),
    patience: fc.constantFrom(0, 1, 4, Infinity, Infinity),
    work: fc.nat(6),
    units: fc.constantFrom(1, 1, 1, 2, 3),
    kind: fc.constantFrom('seize', 'use', 'claim', 'event'),
    interruptedAt: fc.oneof(fc.constant(Infinity), fc.nat(25)),
  });
  const options = fc.record({
    preemptive: fc.boolean(),
    whenClosing: fc.constantFrom('finish' as const, 'leave' as const, 'pre-empt' as const),
    discipline: fc.constantFrom<Required<ResourceOptions>['discipline']>(
      'first come',
      'last come',
      ({ number }) => number % 3,
    ),
  });
  const changes = fc
    .array(fc.record({ at: fc.nat(30), capacity: fc.nat(3) }), { maxLength: 6 })
    .map((list) => list.sort((a, b) => a.at - b.at).concat({ at: 31, capacity: 3 }));

  it('is never over capacity, loses nobody, and what processes hold equals what is in use', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 25 }), options, changes, (plans, chosen, timetable) => {
        const simulation = new Simulation();
        const rooms = new Resource(simulation, 'rooms', 2, chosen);
        rooms.followTimetable(timetable);
        // What the visitors believe they hold, apart from grants they have not learned of.
        let believed = 0;
        let worked = 0;
        let asked = 0;
        function* visitor({ kind, priority, patience, work, units }: Plan): ProcessBody {
          let held = 0;
          try {
            if (kind === 'use') {
              asked += work;
              yield* rooms.use(work, priority);
              worked += work;
              return;
            }
            const wait = () =>
              kind === 'seize'
                ? rooms.seize(priority, patience, units)
                : any(simulation, [rooms.claim(priority, units), after(simulation, 9)], patience);
            const outcome = yield wait();
            if (outcome !== 0) return;
            held = units;
            believed += held;
            yield simulation.delay(work);
            rooms.release(units);
            believed -= held;
            held = 0;
          } catch (error) {
            if (!(error instanceof Interruption)) throw error;
            believed -= held;
            asked -= kind === 'use' ? work : 0;
            if (error.reason instanceof Preemption) held--;
            if (held > 0) rooms.release(held);
          }
        }
        const processes: Process[] = [];
        for (const each of plans) {
          if (each.kind === 'event') {
            simulation.schedule(each.arrives, () => {
              const leave = () => simulation.schedule(each.work, () => rooms.release(each.units));
              const request = rooms.request(leave, 0, each.priority, each.units);
              if (each.patience < Infinity) simulation.schedule(each.patience, () => rooms.cancelRequest(request));
            });
            continue;
          }
          const process = simulation.start('visitor', visitor(each), each.arrives);
          processes.push(process);
          if (each.interruptedAt === Infinity) continue;
          simulation.schedule(each.interruptedAt, () => {
            if (!process.ended) process.interrupt('called away');
          });
        }
        for (let before = 0; simulation.step(); before = rooms.inUse) {
          if (rooms.inUse > Math.max(before, rooms.capacity)) throw new Error(`Overfull at ${simulation.now}`);
          if (rooms.inUse < 0) throw new Error(`Less than none in use at ${simulation.now}`);
        }
        expect([rooms.inUse, rooms.waiting, believed]).toEqual([0, 0, 0]);
        expect(processes.filter(({ ended }) => !ended)).toEqual([]);
        expect(worked).toBe(asked);
      }),
      { seed: 11, numRuns: 1500 },
    );
  }, 60_000);
});
