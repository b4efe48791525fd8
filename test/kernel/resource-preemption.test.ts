import { describe, expect, it } from 'vitest';
import {
  any,
  exponential,
  Interruption,
  RandomStream,
  Resource,
  Simulation,
  type ProcessBody,
} from '../../sim-core/kernel/index.ts';
import { kindOf, setting } from './rooms.ts';
import { zOf } from './support.ts';

describe('pre-emption', () => {
  it('takes the unit of the least urgent, of equals of the last that came, and tells it what was left', () => {
    const { simulation, rooms, start, log } = setting(3, { preemptive: true });
    start(0, 'calm', 20, 5);
    start(1, 'calmer', 20, 7);
    start(2, 'also calmer', 20, 7);
    start(5, 'urgent', 4, 0);
    start(6, 'equal', 4, 0);
    start(7, 'late', 1, 5);
    simulation.run();
    expect(log).toEqual([
      [0, 'calm', 'in'],
      [1, 'calmer', 'in'],
      [2, 'also calmer', 'in'],
      [5, 'also calmer', 'pre-empted in rooms', 17],
      [5, 'urgent', 'in'],
      [6, 'calmer', 'pre-empted in rooms', 15],
      [6, 'equal', 'in'],
      [9, 'urgent', 'out'],
      [9, 'late', 'in'],
      [10, 'equal', 'out'],
      [10, 'late', 'out'],
      [20, 'calm', 'out'],
    ]);
    expect(rooms.inUse).toBe(0);
  });

  it('knows the priority of those who had to wait for their unit', () => {
    const { simulation, start, log } = setting(1, { preemptive: true });
    start(0, 'first', 5, -5);
    start(1, 'very urgent', 10, -3);
    start(1, 'calm', 10, 4);
    start(6, 'urgent', 10, -2);
    start(26, 'less calm', 10, 3);
    simulation.run();
    // −2 must not push out −3, although that one came from the line; 3 must push out 4.
    expect(log).toEqual([
      [0, 'first', 'in'],
      [5, 'first', 'out'],
      [5, 'very urgent', 'in'],
      [15, 'very urgent', 'out'],
      [15, 'urgent', 'in'],
      [25, 'urgent', 'out'],
      [25, 'calm', 'in'],
      [26, 'calm', 'pre-empted in rooms', 9],
      [26, 'less calm', 'in'],
      [36, 'less calm', 'out'],
    ]);
  });

  it('takes nothing when it would not be enough, or when somebody more urgent is first in line', () => {
    const { simulation, rooms, start, log } = setting(3, { preemptive: true });
    start(0, 'top', 10, -9);
    start(0, 'calm', 30, 5);
    start(0, 'calm too', 30, 5);
    start(1, 'all', 1, -5, 3);
    start(2, 'one', 1, 0, 1, 3);
    simulation.run(9);
    expect(log.slice(3)).toEqual([[5, 'one', 'gave up']]);
    expect([rooms.inUse, rooms.waiting]).toEqual([3, 1]);
    // With the unit of the most urgent, the two of the calm ones are enough.
    simulation.run();
    expect(log.filter(([time]) => time === 10).map(([, name, what]) => [name, what])).toEqual([
      ['top', 'out'],
      ['calm too', 'pre-empted in rooms'],
      ['calm', 'pre-empted in rooms'],
      ['all', 'in'],
    ]);
  });

  it('never takes more than it needs, nor from the more urgent, when those it takes from stand in line as well', () => {
    const { simulation, rooms, log, start, note } = setting(2, { preemptive: true });
    function* greedy(): ProcessBody {
      yield rooms.seize(5);
      try {
        yield rooms.seize(5);
      } catch (error) {
        note('greedy', kindOf(error as Interruption));
      }
    }
    start(0, 'top', 20, -9);
    simulation.start('greedy', greedy());
    start(3, 'urgent', 4, 0);
    simulation.run();
    expect(log).toEqual([
      [0, 'top', 'in'],
      [3, 'greedy', 'pre-empted in rooms'],
      [3, 'urgent', 'in'],
      [7, 'urgent', 'out'],
      [20, 'top', 'out'],
    ]);
  });

  it('does not take the units of the process that asks, nor then those of the more urgent', () => {
    const { simulation, rooms, start, log } = setting(2, { preemptive: true });
    start(0, 'top', 10, -9);
    function* both(): ProcessBody<number> {
      yield rooms.seize(5);
      yield rooms.seize(0);
      const { now } = simulation;
      rooms.release(2);
      return now;
    }
    const process = simulation.start('both', both());
    simulation.run();
    expect(process.result).toBe(10);
    expect(log.at(-1)).toEqual([10, 'top', 'out']);
  });

  it('takes a granted unit away before its process has learned of it, and only that one', () => {
    const { simulation, rooms, start, log } = setting(2, { preemptive: true });
    function* twice(): ProcessBody<number> {
      yield rooms.seize(1);
      try {
        yield rooms.seize(9);
      } catch (error) {
        log.push([simulation.now, 'twice', kindOf(error as Interruption)]);
      }
      yield simulation.delay(10);
      rooms.release();
      return rooms.inUse;
    }
    start(0, 'first', 4);
    const process = simulation.start('twice', twice(), 1);
    start(2, 'calm', 100, 9, 1, 1);
    // At 4 the unit goes to the second request of "twice", and before that wakes to the urgent one.
    simulation.schedule(3, () => start(1, 'urgent', 3, -1));
    simulation.run();
    expect(log.filter(([time]) => Number(time) >= 4)).toEqual([
      [4, 'first', 'out'],
      [4, 'twice', 'pre-empted in rooms'],
      [4, 'urgent', 'in'],
      [7, 'urgent', 'out'],
    ]);
    expect([process.result, simulation.now]).toEqual([0, 14]);
  });

  it('after an interruption at the same time is told after it', () => {
    const { simulation, rooms, start, log } = setting(1, { preemptive: true });
    function* calm(): ProcessBody {
      yield rooms.seize(5);
      for (let left = 10; left > 0;) {
        try {
          yield simulation.delay(left);
          left = 0;
        } catch (error) {
          log.push([simulation.now, 'calm', kindOf(error as Interruption)]);
          left = (error as Interruption).remaining;
        }
      }
    }
    const process = simulation.start('calm', calm());
    simulation.schedule(4, () => process.interrupt('telephone'));
    start(4, 'urgent', 1);
    simulation.run();
    expect(log).toEqual([
      [4, 'calm', 'telephone'],
      [4, 'calm', 'pre-empted in rooms'],
      [4, 'urgent', 'in'],
      [5, 'urgent', 'out'],
    ]);
    expect(rooms.inUse).toBe(0);
  });

  it('serves requests of events and claims as well', () => {
    const { simulation, rooms, start, log, note } = setting(1, { preemptive: true });
    start(0, 'calm', 10, 5);
    simulation.schedule(2, () =>
      rooms.request(
        () => {
          note('event', 'in');
          simulation.schedule(1, () => rooms.release());
        },
        0,
        0,
      ),
    );
    start(4, 'calm again', 10, 5);
    function* claimant(): ProcessBody {
      yield any(simulation, [rooms.claim(1)]);
      note('claimant', 'in');
      rooms.release();
    }
    simulation.start('claimant', claimant(), 6);
    simulation.run();
    expect(log).toEqual([
      [0, 'calm', 'in'],
      [2, 'calm', 'pre-empted in rooms', 8],
      [2, 'event', 'in'],
      [4, 'calm again', 'in'],
      [6, 'claimant', 'in'],
      [6, 'calm again', 'pre-empted in rooms', 8],
    ]);
  });
});

describe('use', () => {
  function* using(rooms: Resource, log: (string | number)[], plan: [string, number, number], now: () => number) {
    const [name, duration, priority] = plan;
    yield* rooms.use(duration, priority);
    log.push(name, now());
  }

  it('carries on with what was left after pre-emption, before the others of its priority', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1, { preemptive: true });
    const log: (string | number)[] = [];
    for (const [at, ...plan] of [
      [0, 'calm', 10, 5],
      [1, 'also calm', 4, 5],
      [3, 'urgent', 2, 1],
      [4, 'most urgent', 3, 0],
      [12, 'urgent again', 1, 1],
    ] as const) {
      simulation.start(
        plan[0],
        using(room, log, [...plan], () => simulation.now),
        at,
      );
    }
    simulation.run();
    // calm 0–3, urgent 3–4, most urgent 4–7, urgent 7–8, calm 8–12, urgent again 12–13, calm 13–16, also calm 16–20.
    expect(log).toEqual(['most urgent', 7, 'urgent', 8, 'urgent again', 13, 'calm', 16, 'also calm', 20]);
    expect([room.inUse, room.usage.mean(20)]).toEqual([0, 1]);
  });

  it('that is pre-empted at the very time it would end does not begin again', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1, { preemptive: true });
    const log: (string | number)[] = [];
    const now = () => simulation.now;
    // Scheduled first, so its first step comes before the end of the other's delay.
    simulation.start('urgent', using(room, log, ['urgent', 2, 0], now), 10);
    simulation.start('calm', using(room, log, ['calm', 10, 5], now));
    simulation.run();
    expect(log).toEqual(['calm', 10, 'urgent', 12]);
  });

  it('gives its unit back when it is interrupted for another reason', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1, { preemptive: true });
    function* body(): ProcessBody<string> {
      try {
        yield* room.use(10);
      } catch (error) {
        yield simulation.delay(1);
        return `${kindOf(error as Interruption)} ${(error as Interruption).remaining} ${room.inUse}`;
      }
      return 'undisturbed';
    }
    const process = simulation.start('body', body());
    simulation.schedule(4, () => process.interrupt('fire'));
    simulation.run();
    expect(process.result).toBe('fire 6 0');
  });

  it('ends when the unit closes, and comes again when it is pre-empted by closing', () => {
    for (const whenClosing of ['leave', 'pre-empt'] as const) {
      const simulation = new Simulation();
      const room = new Resource(simulation, 'room', 1, { whenClosing });
      function* body(): ProcessBody<string> {
        try {
          yield* room.use(10);
        } catch (error) {
          return `${kindOf(error as Interruption)} at ${simulation.now}`;
        }
        return `done at ${simulation.now}`;
      }
      const process = simulation.start('body', body());
      room.followTimetable([
        { at: 6, capacity: 0 },
        { at: 9, capacity: 1 },
      ]);
      simulation.run();
      expect(process.result).toBe(whenClosing === 'leave' ? 'closed in room at 6' : 'done at 13');
      expect([room.inUse, room.waiting]).toEqual([0, 0]);
    }
  });

  it('has the exact mean times of the M/M/1 queue with pre-emptive resume priorities', () => {
    // Class i: T = (1/μ)/(1−σ') + Σ λ/μ² / ((1−σ')(1−σ)), σ' and σ the load of the more urgent without and with class i.
    const rates = [0.3, 0.4];
    const exact = [1 / 0.7, 1 / 0.7 + 0.7 / (0.7 * 0.3)];
    const times = rates.map((): number[] => []);
    for (let replication = 0; replication < 20; replication++) {
      const simulation = new Simulation();
      const server = new Resource(simulation, 'server', 1, { preemptive: true });
      const sums = rates.map(() => ({ count: 0, time: 0 }));
      const services = new RandomStream('pre-emption', replication, 'services');
      function* customer(priority: number): ProcessBody {
        const came = simulation.now;
        yield* server.use(exponential(services.next(), 1), priority);
        if (came < 500) return;
        sums[priority]!.count++;
        sums[priority]!.time += simulation.now - came;
      }
      function* arrivals(priority: number): ProcessBody {
        const gaps = new RandomStream('pre-emption', replication, `gaps ${priority}`);
        for (;;) {
          yield simulation.delay(exponential(gaps.next(), 1 / rates[priority]!));
          simulation.start('customer', customer(priority));
        }
      }
      rates.forEach((_, priority) => simulation.start('arrivals', arrivals(priority)));
      simulation.run(8000);
      sums.forEach(({ time, count }, priority) => times[priority]!.push(time / count));
    }
    exact.forEach((reference, priority) => expect(Math.abs(zOf(times[priority]!, reference))).toBeLessThan(3));
  });
});
