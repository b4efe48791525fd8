import { describe, expect, it } from 'vitest';
import { gaveUp, Resource, Signal, Simulation, type ProcessBody, type Wait } from '../../sim-core/kernel/index.ts';
import { runProcess, simulationErrorOf } from './support.ts';

describe('processes', () => {
  it('interleave exactly as a table made by hand says', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    const log: [number, string, string][] = [];
    function* woman(name: string, walk: number, stay: number) {
      log.push([simulation.now, name, 'leaves home']);
      yield simulation.delay(walk);
      log.push([simulation.now, name, 'at the door']);
      yield room.seize();
      log.push([simulation.now, name, 'inside']);
      yield simulation.delay(stay);
      room.release();
      log.push([simulation.now, name, 'gone']);
    }
    simulation.start('Ada', woman('Ada', 3, 4));
    simulation.start('Berit', woman('Berit', 3, 2));
    simulation.start('Cecilie', woman('Cecilie', 0, 5), 1);
    simulation.run();
    expect(log).toEqual([
      [0, 'Ada', 'leaves home'],
      [0, 'Berit', 'leaves home'],
      [1, 'Cecilie', 'leaves home'],
      [1, 'Cecilie', 'at the door'],
      [1, 'Cecilie', 'inside'],
      [3, 'Ada', 'at the door'],
      [3, 'Berit', 'at the door'],
      [6, 'Cecilie', 'gone'],
      [6, 'Ada', 'inside'],
      [10, 'Ada', 'gone'],
      [10, 'Berit', 'inside'],
      [12, 'Berit', 'gone'],
    ]);
    expect(room.waits.mean).toBeCloseTo((0 + 3 + 7) / 3, 12);
  });

  it('start later when they are told to, and end with what they return', () => {
    const simulation = new Simulation();
    function* body() {
      yield simulation.delay(2);
      return simulation.now;
    }
    const process = simulation.start('late', body(), 5);
    simulation.run(7);
    expect([process.ended, process.result]).toEqual([false, undefined]);
    simulation.run();
    expect([process.ended, process.result]).toEqual([true, 7]);
  });

  it('delegate to parts of a pathway with yield*', () => {
    const times: number[] = [];
    runProcess(function* (simulation) {
      function* part(minutes: number): Generator<Wait, number, number> {
        yield simulation.delay(minutes);
        return minutes * 10;
      }
      times.push(yield* part(1), yield* part(2), simulation.now);
    });
    expect(times).toEqual([10, 20, 3]);
  });

  it('reuse numbers without ever waking a process that took one over', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    const log: string[] = [];
    function* impatient(name: string): ProcessBody {
      log.push(`${name} ${yield room.seize(0, 1)}`);
    }
    function* holder() {
      yield room.seize();
      yield simulation.delay(50);
      room.release();
    }
    function* sleeper(name: string) {
      yield simulation.delay(100);
      log.push(`${name} slept until ${simulation.now}`);
    }
    simulation.start('holder', holder());
    const first = simulation.start('first', impatient('first'));
    simulation.run(2);
    const second = simulation.start('second', sleeper('second'));
    expect(second.number).toBe(first.number);
    simulation.run();
    expect(log).toEqual(['first -1', 'second slept until 102']);
  });

  it('wait for the end of another, at once when it has ended', () => {
    const simulation = new Simulation();
    const log: [string, number, number][] = [];
    function* worker() {
      yield simulation.delay(5);
      return 'done';
    }
    const work = simulation.start('worker', worker());
    function* waiter(name: string, patience?: number) {
      log.push([name, yield work.join(patience), simulation.now]);
    }
    simulation.start('a', waiter('a'));
    simulation.start('b', waiter('b', 3));
    simulation.start('c', waiter('c', 6));
    simulation.start('d', waiter('d', 1), 8);
    simulation.run();
    expect(log).toEqual([
      ['b', gaveUp, 3],
      ['a', 0, 5],
      ['c', 0, 5],
      ['d', 0, 8],
    ]);
    expect(work.result).toBe('done');
  });

  it('wait for a signal and are woken in order of arrival with what it was fired with', () => {
    const simulation = new Simulation();
    const signal = new Signal(simulation, 'full dilation');
    const log: [string, number, number][] = [];
    function* waiter(name: string, patience?: number) {
      log.push([name, yield signal.wait(patience), simulation.now]);
      if (name === 'a') log.push(['a again', yield signal.wait(), simulation.now]);
    }
    simulation.start('a', waiter('a'));
    simulation.start('b', waiter('b', 1));
    simulation.start('c', waiter('c'));
    simulation.schedule(2, () => signal.fire(7));
    simulation.schedule(4, () => signal.fire());
    simulation.schedule(5, () => signal.fire());
    simulation.run();
    expect(log).toEqual([
      ['b', gaveUp, 1],
      ['a', 7, 2],
      ['c', 7, 2],
      ['a again', 0, 4],
    ]);
  });
});

describe('wrong use of a process is an error that names process and time:', () => {
  it.each([-1, -1e-9, NaN, Infinity])('a delay of %s', (delay) => {
    const error = simulationErrorOf(() =>
      runProcess(function* (simulation) {
        yield simulation.delay(3);
        yield simulation.delay(delay);
      }),
    );
    expect(error.context).toEqual({ time: 3, process: 'midwife' });
    expect(error.message).toContain(`delay of ${delay}`);
  });

  it('a wait outside any process', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    expect(simulationErrorOf(() => simulation.delay(1)).message).toContain('Only a process can wait');
    expect(simulationErrorOf(() => room.seize()).message).toContain('Only a process can wait');
    expect(room.inUse).toBe(0);
  });

  it('a wait that is not yielded before the next', () => {
    const error = simulationErrorOf(() =>
      runProcess(function* (simulation) {
        yield simulation.delay(1);
        simulation.delay(2);
        yield simulation.delay(3);
      }),
    );
    expect(error.message).toContain('was not yielded');
    expect(error.context).toEqual({ time: 1, process: 'midwife' });
  });

  it('a wait that is not yielded before the end, which leaves nothing behind', () => {
    const simulation = new Simulation();
    const error = simulationErrorOf(() =>
      runProcess(function* () {
        yield simulation.delay(1);
        simulation.delay(2);
      }, simulation),
    );
    expect(error.message).toContain('was not yielded');
    expect(error.context).toEqual({ time: 1, process: 'midwife' });
    expect(simulation.pendingEvents).toBe(0);
  });

  it('a unit that is seized but not yielded before the end, which leaves the line', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 0);
    const error = simulationErrorOf(() =>
      runProcess(function* () {
        yield simulation.delay(1);
        room.seize(0, 5);
      }, simulation),
    );
    expect(error.message).toContain('was not yielded');
    expect([room.waiting, simulation.pendingEvents]).toEqual([0, 0]);
  });

  it('a failure after a wait that was not yielded, which does not wake the dead', () => {
    const simulation = new Simulation();
    const error = simulationErrorOf(() =>
      runProcess(function* () {
        yield simulation.delay(1);
        simulation.delay(2);
        throw new Error('slipped');
      }, simulation),
    );
    expect(error.message).toContain('slipped');
    expect(simulation.pendingEvents).toBe(0);
  });

  it.each([
    ['undefined', undefined],
    ['5', 5],
    ['[object Promise]', Promise.resolve()],
  ])('yielding %s', (shown, value) => {
    const error = simulationErrorOf(() =>
      runProcess(function* (simulation) {
        yield simulation.delay(4);
        yield value as unknown as Wait;
      }),
    );
    expect(error.message).toContain(`yielded ${shown}`);
    expect(error.context).toEqual({ time: 4, process: 'midwife' });
  });

  it('yielding the same wait twice', () => {
    const error = simulationErrorOf(() =>
      runProcess(function* (simulation) {
        const wait = simulation.delay(1);
        yield wait;
        yield wait;
      }),
    );
    expect(error.message).toContain('a wait that was not made for it');
  });

  it('waiting for its own end', () => {
    const simulation = new Simulation();
    function* body(): Generator<Wait, void, number> {
      yield simulation.delay(1);
      yield self.join();
    }
    const self = simulation.start('midwife', body());
    const error = simulationErrorOf(() => simulation.run());
    expect(error.message).toContain('waits for its own end');
    expect(error.context).toEqual({ time: 1, process: 'midwife' });
  });

  it('running the simulation from inside', () => {
    const error = simulationErrorOf(() =>
      runProcess(function* (simulation) {
        yield simulation.delay(1);
        simulation.run();
      }),
    );
    expect(error.message).toContain('running already');
    expect(error.context).toEqual({ time: 1, process: 'midwife' });
  });

  it('a start in the past, which leaves no process behind', () => {
    const simulation = new Simulation();
    function* body() {
      yield simulation.delay(1);
    }
    expect(simulationErrorOf(() => simulation.start('early', body(), -1)).message).toContain('-1');
    expect(simulation.start('next', body()).number).toBe(0);
  });

  it('its own failure, with the cause kept', () => {
    const cause = new TypeError('no such bed');
    const simulation = new Simulation();
    const error = simulationErrorOf(() =>
      runProcess(function* () {
        yield simulation.delay(2);
        throw cause;
      }, simulation),
    );
    expect(error.message).toBe('Process "midwife" failed: no such bed (at simulated time 2, in process "midwife")');
    expect(error.cause).toBe(cause);
    expect(simulation.activeProcess).toBeUndefined();
  });

  it('a failure that is not an Error', () => {
    const error = simulationErrorOf(() =>
      runProcess(function* (simulation) {
        yield simulation.delay(1);
        throw 'plain text';
      }),
    );
    expect([error.message, error.cause]).toEqual([expect.stringContaining('plain text'), 'plain text']);
  });
});
