import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  all,
  any,
  exponential,
  gaveUp,
  Interruption,
  RandomStream,
  Resource,
  Simulation,
  UnitPool,
  UnitPreemption,
  type ClosingRule,
  type Process,
  type ProcessBody,
  type UnitPoolOptions,
  type UnitRequest,
  type Wait,
} from '../../sim-core/kernel/index.ts';
import { simulationErrorOf } from './support.ts';

interface Midwife {
  name: string;
}
const staff: Midwife[] = [{ name: 'Anna' }, { name: 'Berit' }, { name: 'Cecilie' }];

function setting(options: UnitPoolOptions<Midwife> = {}, units = staff) {
  const simulation = new Simulation();
  const pool = new UnitPool(simulation, 'midwives', units, options);
  const log: (string | number)[][] = [];
  function* visit(name: string, stays: number, request: UnitRequest<Midwife>): ProcessBody {
    try {
      const unit = yield pool.seize(request);
      log.push([simulation.now, name, unit]);
      if (unit === gaveUp) return;
      yield simulation.delay(stays);
      pool.release(unit);
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      const { reason } = error;
      log.push([
        simulation.now,
        name,
        reason instanceof UnitPreemption ? `${reason.kind} ${reason.unit}` : String(reason),
      ]);
    }
  }
  const start = (at: number, name: string, stays: number, request: UnitRequest<Midwife> = {}) =>
    simulation.start(name, visit(name, stays, request), at);
  return { simulation, pool, log, start };
}
const only = (...names: string[]) => ({ acceptable: ({ name }: Midwife) => names.includes(name) });

describe('a pool of units', () => {
  it('gives the free unit that is liked best, of equals the first', () => {
    const { simulation, start, log } = setting();
    start(0, 'a', 10, { prefer: ({ name }) => -name.length });
    start(1, 'b', 10);
    start(2, 'c', 10, { prefer: (_, index) => index });
    start(3, 'd', 1, { prefer: ({ name }) => (name === 'Berit' ? 0 : 1) });
    simulation.run();
    expect(log).toEqual([
      [0, 'a', 2],
      [1, 'b', 0],
      [2, 'c', 1],
      [10, 'd', 2],
    ]);
  });

  it('serves by priority, then first come, and passes over only whom no free unit suits', () => {
    const { simulation, start, log } = setting();
    for (const name of ['x', 'y', 'z']) start(0, name, name === 'x' ? 10 : 30);
    start(1, 'wants Berit', 1, only('Berit'));
    start(2, 'wants Anna', 5, only('Anna'));
    start(3, 'anybody', 1);
    start(4, 'urgent', 1, { ...only('Anna', 'Berit'), priority: -1 });
    simulation.run();
    expect(log.slice(3)).toEqual([
      [10, 'urgent', 0],
      [11, 'wants Anna', 0],
      [16, 'anybody', 0],
      [30, 'wants Berit', 1],
    ]);
  });

  it('lets nobody past a large load on a unit that will do, but on others', () => {
    const { simulation, pool, start, log } = setting({ loadCapacity: () => 2 }, staff.slice(0, 2));
    start(0, 'a', 10, { ...only('Anna'), load: 1 });
    start(0, 'b', 12, { ...only('Anna'), load: 1 });
    start(0, 'c', 6, { ...only('Berit'), load: 1 });
    start(1, 'whole Anna', 3, only('Anna'));
    start(2, 'half Anna', 1, { ...only('Anna'), load: 1 });
    start(3, 'half anybody', 2, { load: 1 });
    simulation.run(11);
    expect([pool.loadOf(0), pool.roomOf(0), pool.roomOf(1), pool.inUse]).toEqual([1, 1, 2, 1]);
    simulation.run();
    expect(log.slice(3)).toEqual([
      [3, 'half anybody', 1],
      [12, 'whole Anna', 0],
      [15, 'half Anna', 0],
    ]);
  });

  it('fills a unit with thirds, and ends at exactly nothing', () => {
    const { simulation, pool, start } = setting({}, staff.slice(0, 1));
    for (const name of ['a', 'b', 'c', 'd']) start(0, name, 1, { load: 1 / 3 });
    simulation.run(0.5);
    expect([pool.waiting, pool.inUse]).toEqual([1, 1]);
    simulation.run();
    expect([pool.waiting, pool.inUse, pool.loadOf(0), simulation.now]).toEqual([0, 0, 0, 2]);
  });

  it('keeps statistics of each unit and of all that equal a calculation by hand', () => {
    const { simulation, pool, start } = setting({}, staff.slice(0, 2));
    start(0, 'a', 4);
    start(1, 'b', 5);
    start(2, 'c', 2);
    simulation.run(10);
    // Anna 0–4 and 4–6, Berit 1–6; in line: c 2–4.
    expect(pool.loads.map((load) => load.mean(10))).toEqual([0.6, 0.5]);
    expect(pool.usage.mean(10)).toBeCloseTo(1.1, 12);
    expect(pool.queueLength.mean(10)).toBeCloseTo(0.2, 12);
    expect([pool.waits.count, pool.waits.sum, pool.queueLength.maximum]).toEqual([3, 2, 1]);
    pool.resetStatistics();
    simulation.run(20);
    expect([pool.usage.mean(20), pool.waits.count, pool.loads[0]!.mean(20)]).toEqual([0, 0, 0]);
  });

  it('asks again who will do when told to', () => {
    const { simulation, pool, start, log } = setting();
    let known = false;
    start(0, 'shy', 1, { acceptable: () => known });
    simulation.schedule(5, () => (known = true));
    simulation.schedule(7, () => pool.reconsider());
    simulation.run();
    expect(log).toEqual([[7, 'shy', 0]]);
  });
});

describe('patience and interruption', () => {
  it('leave the line, and a patience of zero does not wait', () => {
    const { simulation, pool, start, log } = setting({}, staff.slice(0, 1));
    start(0, 'a', 10);
    start(1, 'balks', 1, { patience: 0 });
    start(2, 'impatient', 1, { patience: 3 });
    const called = start(2, 'called', 1);
    start(3, 'last', 1);
    simulation.schedule(6, () => called.interrupt('called away'));
    simulation.run();
    expect(log.slice(1)).toEqual([
      [1, 'balks', gaveUp],
      [5, 'impatient', gaveUp],
      [6, 'called', 'called away'],
      [10, 'last', 0],
    ]);
    expect(pool.queueLength.maximum).toBe(3);
  });

  it('between grant and wake give the unit to the next', () => {
    const { simulation, pool, start, log } = setting({}, staff.slice(0, 1));
    pool.close(0);
    const unlucky = start(0, 'unlucky', 1);
    start(0, 'lucky', 1);
    simulation.schedule(3, () => {
      pool.open(0);
      unlucky.interrupt('called away');
    });
    simulation.run();
    expect(log).toEqual([
      [3, 'lucky', 0],
      [3, 'unlucky', 'called away'],
    ]);
    expect(pool.inUse).toBe(0);
  });
});

describe('a unit that closes', () => {
  test.each<[ClosingRule, (string | number)[][]]>([
    [
      'finish',
      [
        [0, 'a', 0],
        [20, 'b', 0],
      ],
    ],
    [
      'leave',
      [
        [0, 'a', 0],
        [5, 'a', 'closed 0'],
        [20, 'b', 0],
      ],
    ],
    [
      'pre-empt',
      [
        [0, 'a', 0],
        [5, 'a', 'pre-empted 0'],
        [20, 'b', 0],
      ],
    ],
  ])('lets those inside %s, and takes nobody until it opens', (whenClosing, expected) => {
    const { simulation, pool, start, log } = setting({ whenClosing }, staff.slice(0, 1));
    start(0, 'a', 10);
    start(1, 'b', 1);
    pool.followTimetable(0, [
      { at: -3, open: false },
      { at: 0, open: true },
      { at: 5, open: false },
      { at: 20, open: true },
    ]);
    simulation.run();
    expect(log).toEqual(expected);
    expect([pool.inUse, pool.isOpen(0)]).toEqual([0, true]);
  });

  it('tells a process once for each of its units, and leaves what was handed over', () => {
    const { simulation, pool, log } = setting({ whenClosing: 'leave' });
    function* several(): ProcessBody {
      for (let count = 0; count < 3; count++) yield pool.seize();
      pool.handOver(1);
      for (let told = 0; told < 2; told++) {
        try {
          yield simulation.delay(50);
        } catch (error) {
          log.push([
            simulation.now,
            String(((error as Interruption).reason as UnitPreemption).unit),
            ...pool.heldUnits(),
          ]);
        }
      }
    }
    simulation.start('several', several());
    simulation.schedule(4, () => [0, 1, 2].forEach((unit) => pool.close(unit)));
    simulation.schedule(5, () => pool.release(1));
    simulation.run();
    expect(log).toEqual([
      [4, '0', 2],
      [4, '2'],
    ]);
    expect(pool.inUse).toBe(0);
  });

  it('under the one who closes it is told at the next wait', () => {
    const { simulation, pool } = setting({ whenClosing: 'leave' });
    function* closer(): ProcessBody<boolean[]> {
      const unit = yield pool.seize();
      pool.close(unit);
      const before = pool.holds(unit);
      try {
        yield simulation.delay(5);
      } catch {
        return [before, pool.holds(unit)];
      }
      return [];
    }
    const process = simulation.start('closer', closer());
    simulation.run();
    expect(process.result).toEqual([true, false]);
  });
});

describe('ownership of units', () => {
  it('refuses to release what is not held, more than is held, and units that do not exist', () => {
    const { simulation, pool } = setting({ loadCapacity: () => 2 });
    const attempt = (action: () => void) => {
      function* body(): ProcessBody {
        yield pool.seize({ load: 1 });
        action();
      }
      simulation.start('woman', body());
      return simulationErrorOf(() => simulation.run()).message;
    };
    expect(attempt(() => pool.release(1))).toContain('not held');
    expect(attempt(() => pool.release(0, 1.5))).toContain('the last load taken is 1');
    expect(attempt(() => pool.release(0, 0))).toContain('more than zero');
    expect(attempt(() => pool.release(7))).toContain('units are numbered 0…2');
    expect(attempt(() => pool.handOver(2))).toContain('handed over');
    expect(attempt(() => {})).toContain('ended and still holds');
    expect(pool.inUse).toBe(0);
    expect(simulationErrorOf(() => pool.release(0)).context.subject).toBe('midwives, unit 0');
    expect(simulationErrorOf(() => new UnitPool(simulation, 'p', [1], { loadCapacity: () => NaN })).message).toContain(
      'NaN',
    );
  });

  it('gives back part of a load, and all of it when the process is interrupted to its end', () => {
    const { simulation, pool, start, log } = setting({ loadCapacity: () => 2 }, staff.slice(0, 1));
    function* body(): ProcessBody {
      const unit = yield pool.seize();
      yield simulation.delay(3);
      pool.release(unit, 1);
      yield simulation.delay(50);
    }
    const process = simulation.start('body', body());
    start(1, 'half', 1, { load: 1 });
    start(1, 'whole', 1);
    simulation.schedule(9, () => process.interrupt());
    simulation.run();
    expect(log).toEqual([
      [3, 'half', 0],
      [9, 'whole', 0],
    ]);
    expect(pool.inUse).toBe(0);
  });

  it.each([
    [{ load: 0 }, 'load of 0'],
    [{ load: NaN }, 'load of NaN'],
    [{ priority: 0.5 }, 'priority of 0.5'],
    [{ patience: -1 }, 'patience of -1'],
  ])('refuses the request %o', (request, message) => {
    const { simulation, pool, start } = setting({}, staff.slice(0, 1));
    pool.close(0);
    start(0, 'wrong', 1, request);
    expect(simulationErrorOf(() => simulation.run()).message).toContain(message);
    expect(pool.waiting).toBe(0);
  });
});

describe('a claim on a unit', () => {
  it('wins or is called off in any, is held in all, and tells which unit by heldUnits', () => {
    const { simulation, pool, log } = setting();
    staff.forEach((_, unit) => pool.close(unit));
    function* choose(name: string, combine: typeof any): ProcessBody {
      const outcome = yield combine(simulation, [pool.claim(only('Berit')), pool.claim(only('Cecilie'))], 30);
      const held = pool.heldUnits();
      log.push([simulation.now, name, outcome, ...held]);
      yield simulation.delay(1);
      for (const unit of held) pool.release(unit);
    }
    simulation.start('any', choose('any', any));
    simulation.start('all', choose('all', all));
    simulation.start('late', choose('late', all));
    simulation.schedule(5, () => pool.open(2));
    simulation.schedule(9, () => pool.open(1));
    simulation.schedule(9.5, () => pool.close(2));
    simulation.run();
    expect(log).toEqual([
      [5, 'any', 1, 2],
      [9, 'all', 0, 1, 2],
      [30, 'late', gaveUp],
    ]);
    expect([pool.inUse, pool.waiting]).toEqual([0, 0]);
  });
});

describe('a pool of like units', () => {
  it('has, woman for woman, the waits of a resource with as many units', () => {
    const waitsWith = (takes: (simulation: Simulation) => { seize: () => Wait; release: (unit: number) => void }) => {
      const simulation = new Simulation();
      const { seize, release } = takes(simulation);
      const draws = new RandomStream('like units', 0, 'draws');
      const waits: number[] = [];
      function* woman(stays: number): ProcessBody {
        const came = simulation.now;
        const unit = yield seize();
        waits.push(simulation.now - came);
        yield simulation.delay(stays);
        release(unit);
      }
      for (let count = 0, at = 0; count < 3000; count++) {
        at += exponential(draws.next(), 1);
        simulation.start('woman', woman(exponential(draws.next(), 2.7)), at);
      }
      simulation.run();
      return waits;
    };
    const withPool = waitsWith((simulation) => {
      const pool = new UnitPool(simulation, 'beds', [0, 1, 2]);
      return { seize: () => pool.seize(), release: (unit) => pool.release(unit) };
    });
    const withResource = waitsWith((simulation) => {
      const beds = new Resource(simulation, 'beds', 3);
      return { seize: () => beds.seize(), release: () => beds.release() };
    });
    expect(withPool).toEqual(withResource);
    expect(Math.max(...withPool)).toBeGreaterThan(5);
  });
});

describe('a pool with everything at once', () => {
  const request = fc.record({
    arrives: fc.nat(15),
    stays: fc.nat(6),
    priority: fc.integer({ min: -1, max: 1 }),
    patience: fc.constantFrom(0, 3, Infinity, Infinity),
    load: fc.constantFrom(1, 1, 2),
    suits: fc.integer({ min: 1, max: 7 }),
    kind: fc.constantFrom('seize', 'any'),
    interruptedAt: fc.oneof(fc.constant(Infinity), fc.nat(20)),
  });
  const closing = fc.record({
    at: fc.nat(20),
    unit: fc.nat(2),
    open: fc.boolean(),
    rule: fc.constantFrom<ClosingRule>('finish', 'leave', 'pre-empt'),
  });

  it('is never over its load capacity, loses nobody, and jumps no queue', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 25 }), fc.array(closing, { maxLength: 8 }), (plans, closings) => {
        const { simulation, pool } = setting({ loadCapacity: () => 2 });
        const held = [0, 0, 0];
        const inLine = new Set<(typeof plans)[number]>();
        const suitsUnit = (plan: (typeof plans)[number], unit: number) => (plan.suits & (1 << unit)) !== 0;
        function* visitor(plan: (typeof plans)[number]): ProcessBody {
          const { load, priority, patience, kind } = plan;
          const wish = { load, priority, acceptable: (_: Midwife, unit: number) => suitsUnit(plan, unit) };
          let unit = -1;
          try {
            inLine.add(plan);
            if (kind === 'seize') unit = yield pool.seize({ ...wish, patience });
            else if ((yield any(simulation, [pool.claim(wish), pool.claim(wish)], patience)) >= 0)
              [unit = -1] = pool.heldUnits();
            inLine.delete(plan);
            if (unit < 0) return;
            if (!suitsUnit(plan, unit)) throw new Error('Served by a unit that does not suit');
            // Those who came at this very time, or are called away at it, may stand in line in name only.
            const { now } = simulation;
            for (const other of inLine) {
              const better = other.priority < priority || (other.priority === priority && other.arrives < plan.arrives);
              if (plan.arrives === now || other.arrives === now || other.interruptedAt === now) continue;
              if (better && suitsUnit(other, unit)) throw new Error(`Somebody jumped the queue at ${now}`);
            }
            held[unit]! += load;
            yield simulation.delay(plan.stays);
            held[unit]! -= load;
            pool.release(unit);
          } catch (error) {
            inLine.delete(plan);
            if (!(error instanceof Interruption)) throw error;
            if (unit < 0) return;
            held[unit]! -= load;
            if (pool.holds(unit)) pool.release(unit);
          }
        }
        const processes = plans.map((plan): Process => {
          const process = simulation.start('visitor', visitor(plan), plan.arrives);
          if (plan.interruptedAt < Infinity)
            simulation.schedule(plan.interruptedAt, () => {
              if (!process.ended) process.interrupt('called away');
            });
          return process;
        });
        for (const { at, unit, open, rule } of closings)
          simulation.schedule(at, () => (open ? pool.open(unit) : pool.close(unit, rule)));
        simulation.schedule(40, () => [0, 1, 2].forEach((unit) => pool.open(unit)));
        while (simulation.step()) {
          for (let unit = 0; unit < 3; unit++)
            if (pool.loadOf(unit) > 2) throw new Error(`Overloaded at ${simulation.now}`);
          if (pool.usage.level !== [0, 1, 2].filter((unit) => pool.loadOf(unit) > 0).length)
            throw new Error('Usage is wrong');
        }
        expect([pool.inUse, pool.waiting, held, inLine.size]).toEqual([0, 0, [0, 0, 0], 0]);
        expect(processes.filter(({ ended }) => !ended)).toEqual([]);
      }),
      { seed: 5, numRuns: 1000 },
    );
  }, 60_000);
});
