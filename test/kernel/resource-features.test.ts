import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  after,
  all,
  any,
  exponential,
  gaveUp,
  Interruption,
  Preemption,
  RandomStream,
  Resource,
  Signal,
  Simulation,
  type Process,
  type ProcessBody,
  type ResourceOptions,
  type Wait,
} from '../../sim-core/kernel/index.ts';
import { simulationErrorOf, zOf } from './support.ts';

function setting(capacity: number, options: ResourceOptions = {}) {
  const simulation = new Simulation();
  const rooms = new Resource(simulation, 'rooms', capacity, options);
  const log: (string | number)[][] = [];
  const note = (name: string, ...what: (string | number)[]) => log.push([simulation.now, name, ...what]);

  /** Takes units, stays, and gives them back; notes every step and why it was thrown out. */
  function* stay(name: string, stays: number, priority = 0, units = 1, patience = Infinity): ProcessBody {
    try {
      if ((yield rooms.seize(priority, patience, units)) === gaveUp) {
        note(name, 'gave up');
        return;
      }
      note(name, 'in');
      yield simulation.delay(stays);
      rooms.release(units);
      note(name, 'out');
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      note(name, kindOf(error), error.remaining);
    }
  }
  const start = (at: number, name: string, ...plan: [number, number?, number?, number?]) =>
    simulation.start(name, stay(name, ...plan), at);
  const entries = () => log.filter(([, , what]) => what === 'in').map(([time, name]) => [time, name]);
  return { simulation, rooms, log, note, start, entries };
}

function kindOf({ reason }: Interruption): string {
  return reason instanceof Preemption ? `${reason.kind} in ${reason.resource}` : String(reason);
}

describe('a request for several units', () => {
  it('is served all at once, and at the head of the line lets nobody past', () => {
    const { simulation, rooms, start, entries } = setting(3);
    start(0, 'one', 4);
    start(0, 'other', 8);
    start(1, 'three', 5, 0, 3);
    start(2, 'small', 1);
    start(2, 'impatient', 1, 0, 1, 3);
    simulation.run();
    expect(entries()).toEqual([
      [0, 'one'],
      [0, 'other'],
      [8, 'three'],
      [13, 'small'],
    ]);
    expect([rooms.inUse, rooms.waiting, rooms.waits.sum]).toEqual([0, 0, 7 + 11]);
  });

  it('that loses patience lets those behind it in', () => {
    const { simulation, start, log, entries } = setting(2);
    start(0, 'long', 100);
    start(1, 'two', 5, 0, 2, 4);
    start(2, 'small', 1);
    simulation.run();
    expect(log).toContainEqual([5, 'two', 'gave up']);
    expect(entries()).toContainEqual([5, 'small']);
  });

  it('can be released in parts, by whoever holds them', () => {
    const { simulation, rooms, start, entries } = setting(3);
    simulation.start(
      'group',
      (function* () {
        yield rooms.seize(0, Infinity, 3);
        for (let left = 3; left > 0; left--) {
          yield simulation.delay(2);
          rooms.release();
        }
      })(),
    );
    start(1, 'a', 10);
    start(1, 'pair', 1, 0, 2);
    start(1, 'b', 1);
    simulation.run();
    expect(entries()).toEqual([
      [2, 'a'],
      [6, 'pair'],
      [7, 'b'],
    ]);
  });

  test.each([0, -1, 0.5, NaN, Infinity])('of %s units is an error, also when units are free', (units) => {
    const { simulation, rooms } = setting(2);
    const actions = [() => rooms.tryTake(units), () => rooms.request(() => {}, 0, 0, units)];
    for (const action of actions) expect(simulationErrorOf(action).context.subject).toBe('rooms');
    for (const make of [
      () => rooms.seize(0, Infinity, units),
      () => any(simulation, [rooms.claim(0, units)]),
      () => any(simulation, [rooms.claim(0, units)], 0),
    ]) {
      simulation.start(
        'wrong',
        (function* () {
          yield make();
        })(),
      );
      expect(simulationErrorOf(() => simulation.run()).message).toContain(`${units} units`);
    }
    rooms.tryTake();
    expect(simulationErrorOf(() => rooms.release(units)).context.subject).toBe('rooms');
    expect([rooms.inUse, rooms.waiting]).toEqual([1, 0]);
  });
});

describe('the discipline', () => {
  const names = ['a', 'b', 'c', 'd'];
  const orderOf = (options: ResourceOptions, priorities = [0, 0, 0, 0]) => {
    const { simulation, start, entries } = setting(1, options);
    start(0, 'first', 10);
    names.forEach((name, index) => start(1 + index, name, 10, priorities[index]!));
    simulation.run();
    return entries()
      .slice(1)
      .map(([, name]) => name)
      .join('');
  };

  it('last come serves the last that came, within its priority', () => {
    expect(orderOf({ discipline: 'last come' })).toBe('dcba');
    expect(orderOf({ discipline: 'last come' }, [0, -255, 255, -255])).toBe('dbac');
  });

  it('of your own decides alone, ties going to the first that came', () => {
    const discipline = ({ priority, time }: { priority: number; time: number }) => priority * (time % 2);
    // Keys: a 5·1, b 0, c 1·1, d 0.
    expect(orderOf({ discipline }, [5, 9, 1, 7])).toBe('bdca');
    expect(orderOf({ discipline: ({ number }) => -number })).toBe('dcba');
  });

  test.each([NaN, Infinity, -Infinity])('that gives %s is an error, since nobody can be ordered by it', (key) => {
    const { simulation, start } = setting(0, { discipline: () => key });
    start(0, 'a', 1);
    expect(simulationErrorOf(() => simulation.run()).message).toContain(String(key));
  });
});

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

describe('closing', () => {
  it('makes the least urgent leave, the last that came first, down to the new capacity', () => {
    const { simulation, rooms, start, log } = setting(3, { whenClosing: 'leave' });
    start(0, 'calm', 20, 5);
    start(1, 'urgent', 20, 0);
    start(2, 'urgent too', 20, 0);
    start(3, 'waiting', 5, 0);
    simulation.schedule(10, () => rooms.setCapacity(1));
    simulation.schedule(15, () => rooms.setCapacity(2));
    simulation.run();
    expect(log.slice(3)).toEqual([
      [10, 'calm', 'closed in rooms', 10],
      [10, 'urgent too', 'closed in rooms', 12],
      [15, 'waiting', 'in'],
      [20, 'waiting', 'out'],
      [21, 'urgent', 'out'],
    ]);
  });

  it('leaves alone what nobody holds, and tells the one who closes at its next wait', () => {
    const { simulation, rooms, start, log, note } = setting(3, { whenClosing: 'leave' });
    rooms.tryTake();
    function* closer(): ProcessBody {
      yield rooms.seize();
      yield simulation.delay(2);
      rooms.setCapacity(0);
      note('closer', rooms.inUse);
      try {
        yield simulation.delay(4);
      } catch (error) {
        note('closer', kindOf(error as Interruption), (error as Interruption).remaining);
      }
    }
    simulation.start('closer', closer());
    start(1, 'guest', 9);
    simulation.run();
    expect(log).toEqual([
      [1, 'guest', 'in'],
      [2, 'closer', 2],
      [2, 'guest', 'closed in rooms', 8],
      [2, 'closer', 'closed in rooms', 4],
    ]);
    expect([rooms.inUse, rooms.free, rooms.capacity]).toEqual([1, 0, 0]);
  });

  it('by a timetable crosses with pre-emption without losing anybody or any work', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 2, { preemptive: true, whenClosing: 'pre-empt' });
    room.followTimetable([
      { at: 4, capacity: 1 },
      { at: 7, capacity: 0 },
      { at: 9, capacity: 2 },
    ]);
    const ends: Record<string, number> = {};
    function* work(name: string, duration: number, priority: number): ProcessBody {
      yield* room.use(duration, priority);
      ends[name] = simulation.now;
    }
    simulation.start('calm', work('calm', 6, 5));
    simulation.start('usual', work('usual', 6, 3));
    simulation.start('urgent', work('urgent', 3, 0), 5);
    simulation.run();
    // At 4 calm loses its unit with 2 left, at 5 usual with 1 left; urgent works 5–7 and 9–10, usual 9–10, calm 10–12.
    expect(ends).toEqual({ usual: 10, urgent: 10, calm: 12 });
    expect([room.inUse, room.waiting]).toEqual([0, 0]);
  });

  it('takes two units from one process, and tells it twice', () => {
    const { simulation, rooms, log } = setting(2, { whenClosing: 'leave' });
    function* both(): ProcessBody {
      yield rooms.seize(0, Infinity, 2);
      for (let told = 0; told < 2; told++) {
        try {
          yield simulation.delay(10);
        } catch (error) {
          log.push([simulation.now, kindOf(error as Interruption), rooms.inUse]);
        }
      }
    }
    simulation.start('both', both());
    simulation.schedule(3, () => rooms.setCapacity(0));
    simulation.run();
    expect(log).toEqual([
      [3, 'closed in rooms', 1],
      [3, 'closed in rooms', 0],
    ]);
  });
});

describe('a claim', () => {
  function claims() {
    const simulation = new Simulation();
    const beds = new Resource(simulation, 'beds', 0);
    const chairs = new Resource(simulation, 'chairs', 0);
    const bell = new Signal(simulation, 'bell');
    const log: unknown[] = [];
    const trial = (wait: () => Wait) => {
      function* body(): ProcessBody {
        try {
          const outcome = yield wait();
          log.push([simulation.now, outcome, beds.inUse, chairs.inUse]);
          yield simulation.delay(1);
          for (const each of [beds, chairs]) if (each.inUse > 0) each.release();
        } catch (error) {
          log.push([simulation.now, kindOf(error as Interruption), beds.inUse, chairs.inUse]);
        }
      }
      return simulation.start('trial', body());
    };
    const idle = () => expect([beds.inUse, beds.waiting, chairs.inUse, chairs.waiting]).toEqual([0, 0, 0, 0]);
    return { simulation, beds, chairs, bell, log, trial, idle };
  }

  it('in any: the first to come free wins, and the others leave their lines', () => {
    const { simulation, beds, chairs, bell, log, trial, idle } = claims();
    trial(() => any(simulation, [beds.claim(), bell.next(), chairs.claim(), after(simulation, 50)]));
    simulation.schedule(7, () => chairs.setCapacity(1));
    simulation.schedule(7.5, () => expect([beds.waiting, simulation.pendingEvents]).toEqual([0, 1]));
    simulation.run();
    expect(log).toEqual([[7, 2, 0, 1]]);
    idle();
  });

  it('in any that come free at once: only the first is held', () => {
    const { simulation, beds, chairs, log, trial, idle } = claims();
    trial(() => any(simulation, [beds.claim(), chairs.claim()]));
    simulation.schedule(7, () => {
      chairs.setCapacity(1);
      beds.setCapacity(1);
      expect([beds.inUse, chairs.inUse]).toEqual([0, 1]);
    });
    simulation.run();
    expect(log).toEqual([[7, 1, 0, 1]]);
    idle();
  });

  it('in any of free units takes the first of them only', () => {
    const { simulation, beds, chairs, log, trial, idle } = claims();
    beds.setCapacity(1);
    chairs.setCapacity(1);
    trial(() => any(simulation, [chairs.claim(), beds.claim()]));
    simulation.run();
    expect(log).toEqual([[0, 0, 0, 1]]);
    idle();
  });

  it('in any and all gives up with the patience, and gives back what came early', () => {
    for (const combine of [any, all]) {
      const { simulation, beds, chairs, log, trial, idle } = claims();
      trial(() => combine(simulation, [beds.claim(), chairs.claim()], 5));
      if (combine === all) simulation.schedule(2, () => beds.setCapacity(1));
      simulation.schedule(3, () => expect(beds.inUse).toBe(combine === all ? 1 : 0));
      simulation.run();
      expect(log).toEqual([[5, gaveUp, 0, 0]]);
      idle();
    }
  });

  it('in all holds what came early and ends with the last', () => {
    const { simulation, beds, chairs, log, trial, idle } = claims();
    trial(() => all(simulation, [beds.claim(), chairs.claim()]));
    simulation.schedule(7, () => chairs.setCapacity(1));
    simulation.schedule(9, () => beds.setCapacity(1));
    simulation.run();
    expect(log).toEqual([[9, 0, 1, 1]]);
    idle();
  });

  it('gives back what it was granted when its process is interrupted, also before it has learned of it', () => {
    for (const combine of [any, all]) {
      const { simulation, beds, chairs, log, trial, idle } = claims();
      const process = trial(() => combine(simulation, [beds.claim(), chairs.claim()]));
      simulation.schedule(4, () => {
        beds.setCapacity(1);
        expect(beds.inUse).toBe(1);
        process.interrupt('fire');
        expect(beds.inUse).toBe(0);
      });
      simulation.run();
      expect(log).toEqual([[4, 'fire', 0, 0]]);
      idle();
    }
  });

  it('that came early in all is pre-empted like any other, and the other lines are left', () => {
    const simulation = new Simulation();
    const beds = new Resource(simulation, 'beds', 1, { preemptive: true });
    const chairs = new Resource(simulation, 'chairs', 0);
    const log: unknown[] = [];
    function* patient(): ProcessBody {
      try {
        yield all(simulation, [beds.claim(5), chairs.claim()]);
      } catch (error) {
        log.push([simulation.now, kindOf(error as Interruption), chairs.waiting]);
      }
    }
    simulation.start('patient', patient());
    function* urgent(): ProcessBody {
      yield* beds.use(2, 0);
      log.push([simulation.now, 'urgent']);
    }
    simulation.start('urgent', urgent(), 3);
    simulation.run();
    expect(log).toEqual([
      [3, 'pre-empted in beds', 0],
      [5, 'urgent'],
    ]);
    expect([beds.inUse, beds.waits.count]).toEqual([0, 2]);
  });

  it('stands in the same line as other requests, by priority', () => {
    const { simulation, beds, chairs, log, trial } = claims();
    const order: string[] = [];
    const seize = (name: string, priority: number) => {
      function* body(): ProcessBody {
        yield beds.seize(priority);
        order.push(name);
        beds.release();
      }
      simulation.start(name, body());
    };
    seize('before', 0);
    trial(() => any(simulation, [chairs.claim(), beds.claim(0)]));
    seize('after', 0);
    seize('urgent', -1);
    simulation.schedule(3, () => beds.setCapacity(1));
    simulation.run();
    expect(order).toEqual(['urgent', 'before', 'after']);
    expect(log).toEqual([[3, 1, 1, 0]]);
  });
});

describe('ownership', () => {
  it('an end with a unit in hand is an error that names process, resource and time', () => {
    const { simulation, rooms } = setting(1);
    simulation.start(
      'careless',
      (function* () {
        yield rooms.seize();
        yield simulation.delay(3);
      })(),
    );
    expect(simulationErrorOf(() => simulation.run()).context).toEqual({
      time: 3,
      process: 'careless',
      subject: 'rooms',
    });
    expect(rooms.inUse).toBe(0);
  });

  it('nobody gives back the unit of somebody else', () => {
    const { simulation, rooms, start } = setting(2);
    start(0, 'owner', 10);
    function* thief(): ProcessBody {
      yield simulation.delay(1);
      rooms.release();
    }
    simulation.start('thief', thief());
    expect(simulationErrorOf(() => simulation.run()).context).toEqual({ time: 1, process: 'thief', subject: 'rooms' });
    expect(simulationErrorOf(() => rooms.release()).context.subject).toBe('rooms');
    expect(simulationErrorOf(() => rooms.handOver()).context.subject).toBe('rooms');
    expect(rooms.inUse).toBe(1);
  });

  it('a unit handed over is released by an event, and cannot be pre-empted', () => {
    const { simulation, rooms, start, entries } = setting(1, { preemptive: true });
    function* woman(): ProcessBody {
      yield rooms.seize(9);
      yield simulation.delay(2);
      rooms.handOver();
      simulation.schedule(3, () => rooms.release());
    }
    simulation.start('woman', woman());
    start(3, 'urgent', 1, -9);
    simulation.run();
    expect(entries()).toEqual([[5, 'urgent']]);
    expect(rooms.inUse).toBe(0);
  });

  it('a process that fails or is interrupted to its end gives back all it holds, and the next is served', () => {
    for (const fails of [true, false]) {
      const { simulation, rooms, start, entries } = setting(3);
      function* unlucky(): ProcessBody {
        yield rooms.seize();
        yield rooms.seize(0, Infinity, 2);
        yield simulation.delay(4);
        throw new Error('out of order');
      }
      const process = simulation.start('unlucky', unlucky());
      start(1, 'next', 1, 0, 3);
      if (fails) {
        expect(simulationErrorOf(() => simulation.run()).message).toContain('out of order');
      } else {
        simulation.run(4);
        process.interrupt();
      }
      expect(rooms.inUse).toBe(3);
      simulation.run();
      expect(entries()).toEqual([[4, 'next']]);
      expect(rooms.inUse).toBe(0);
    }
  });
});

describe('wrong use', () => {
  it('who releases more than it holds gives back what it holds, and no more', () => {
    const { simulation, rooms } = setting(3);
    function* body(): ProcessBody {
      yield rooms.seize();
      rooms.release(2);
    }
    simulation.start('body', body());
    expect(simulationErrorOf(() => simulation.run()).message).toContain('not held');
    expect([rooms.inUse, rooms.free]).toEqual([0, 3]);
  });

  it.each([NaN, 256, 0.5])('a priority of %s is an error, also when units are free', (priority) => {
    for (const make of [
      (rooms: Resource) => rooms.seize(priority),
      (rooms: Resource) => rooms.request(() => {}, 0, priority),
    ]) {
      const { simulation, rooms } = setting(1, { preemptive: true });
      function* body(): ProcessBody {
        make(rooms);
        yield simulation.delay(1);
      }
      simulation.start('wrong', body());
      expect(simulationErrorOf(() => simulation.run()).message).toContain(`priority of ${priority}`);
      expect(rooms.inUse).toBe(0);
    }
  });

  it('a process that waits for its own end, among others, is an error', () => {
    const { simulation, rooms } = setting(0);
    function* body(): ProcessBody {
      yield any(simulation, [rooms.claim(), self.end()]);
    }
    const self: Process = simulation.start('self', body());
    expect(simulationErrorOf(() => simulation.run()).message).toContain('its own end');
  });
});

describe('a request that is cancelled', () => {
  it('at the head of the line lets in the one behind it', () => {
    const { simulation, rooms, start, entries } = setting(2);
    start(0, 'one', 20);
    let large = -1;
    simulation.schedule(1, () => (large = rooms.request(() => {}, 0, 0, 2)));
    start(2, 'small', 1);
    simulation.schedule(5, () => expect(rooms.cancelRequest(large)).toBe(true));
    simulation.run();
    expect(entries()).toContainEqual([5, 'small']);
    expect([rooms.inUse, rooms.waiting]).toEqual([0, 0]);
  });
});

describe('whenFree', () => {
  it('calls when units are free that nobody in line could use, until it is ended', () => {
    const { simulation, rooms, start } = setting(2);
    const times: number[] = [];
    const end = rooms.whenFree(() => times.push(simulation.now, rooms.free));
    start(0, 'a', 3);
    start(0, 'b', 5);
    start(1, 'c', 4);
    simulation.schedule(9, end);
    start(10, 'd', 1);
    simulation.run();
    // At 3 the unit goes to c; at 5 and 7 nobody wants it.
    expect(times).toEqual([5, 1, 7, 2]);
  });

  it('does not call while the first in line waits for more', () => {
    const { simulation, rooms, start } = setting(2);
    const times: number[] = [];
    rooms.whenFree(() => times.push(simulation.now));
    start(0, 'a', 3);
    start(0, 'b', 5);
    start(1, 'both', 4, 0, 2);
    simulation.run();
    expect(times).toEqual([9]);
  });
});

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
