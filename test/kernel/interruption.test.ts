import { describe, expect, it } from 'vitest';
import {
  gaveUp,
  Interruption,
  Resource,
  Signal,
  Simulation,
  type ProcessBody,
  type Wait,
} from '../../sim-core/kernel/index.ts';
import { simulationErrorOf } from './support.ts';

/** A process that tries one wait and notes how it came out of it and when. A unit that it has got stays taken. */
function trial(simulation: Simulation, wait: () => Wait, delay = 0, room?: Resource) {
  const log: (string | number)[] = [];
  function* body(): ProcessBody {
    try {
      const outcome = yield wait();
      log.push(outcome, simulation.now);
      if (outcome !== gaveUp) room?.handOver();
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      log.push(String(error.reason), error.remaining, simulation.now);
    }
  }
  return { process: simulation.start('trial', body(), delay), log };
}

describe('an interruption', () => {
  it('breaks off a delay and tells how much of it was left', () => {
    const simulation = new Simulation();
    const { process, log } = trial(simulation, () => simulation.delay(10));
    simulation.schedule(4, () => process.interrupt('called out'));
    simulation.run();
    expect(log).toEqual(['called out', 6, 4]);
    expect(simulation.now).toBe(4);
  });

  it('lets the process go on and finish what was left', () => {
    const simulation = new Simulation();
    function* body() {
      let left = 10;
      while (left > 0) {
        try {
          yield simulation.delay(left);
          left = 0;
        } catch (error) {
          left = (error as Interruption).remaining;
          yield simulation.delay(3);
        }
      }
      return simulation.now;
    }
    const process = simulation.start('clinic', body());
    simulation.schedule(4, () => process.interrupt());
    simulation.schedule(9, () => process.interrupt());
    simulation.run();
    expect(process.result).toBe(16);
  });

  it('ends a process that does not catch it, after its finally clauses', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    function* body() {
      yield room.seize();
      try {
        yield simulation.delay(10);
      } finally {
        room.release();
      }
    }
    const process = simulation.start('woman', body());
    const { log } = trial(simulation, () => process.join(), 1);
    simulation.schedule(4, () => process.interrupt());
    simulation.run();
    expect([process.ended, process.result, room.inUse]).toEqual([true, undefined, 0]);
    expect(log).toEqual([0, 4]);
  });

  it('ends a process that has not yet started', () => {
    const simulation = new Simulation();
    let began = false;
    function* body() {
      began = true;
      yield simulation.delay(1);
    }
    const process = simulation.start('late', body(), 10);
    simulation.schedule(2, () => process.interrupt());
    simulation.run();
    expect([process.ended, began, simulation.now]).toEqual([true, false, 2]);
  });

  it('comes after the events already scheduled for its time, and only once', () => {
    const simulation = new Simulation();
    const { process, log } = trial(simulation, () => simulation.delay(10));
    simulation.schedule(4, () => {
      process.interrupt('first');
      process.interrupt('second');
    });
    simulation.schedule(4, () => log.push('event'));
    simulation.run();
    expect(log).toEqual(['event', 'first', 6, 4]);
  });

  it('at the very time a delay ends, but before its event, takes the delay away', () => {
    const simulation = new Simulation();
    // Scheduled before the process starts, so the interruption comes first.
    const interrupt = () => process.interrupt('now');
    simulation.schedule(4, interrupt);
    const { process, log } = trial(simulation, () => simulation.delay(4));
    simulation.run();
    expect(log).toEqual(['now', 0, 4]);
  });

  it('takes a process out of the line it stands in', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 0);
    const leaver = trial(simulation, () => room.seize(0, 100), 0, room);
    const stayer = trial(simulation, () => room.seize(), 0, room);
    simulation.schedule(3, () => {
      leaver.process.interrupt('give way');
      expect(room.waiting).toBe(1);
    });
    simulation.schedule(5, () => room.setCapacity(1));
    simulation.run();
    expect(leaver.log).toEqual(['give way', 0, 3]);
    expect(stayer.log).toEqual([0, 5]);
    expect([room.inUse, simulation.now]).toEqual([1, 5]);
  });

  it('between grant and wake gives the unit to the next in line', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 0);
    const unlucky = trial(simulation, () => room.seize(), 0, room);
    const lucky = trial(simulation, () => room.seize(), 0, room);
    simulation.schedule(5, () => {
      room.setCapacity(1);
      expect([room.inUse, room.waiting]).toEqual([1, 1]);
      unlucky.process.interrupt('moved');
      expect([room.inUse, room.waiting]).toEqual([1, 0]);
    });
    simulation.run();
    expect(unlucky.log).toEqual(['moved', 0, 5]);
    expect(lucky.log).toEqual([0, 5]);
    expect(room.inUse).toBe(1);
  });

  it('of a delay leaves alone the unit that was taken before it', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 0);
    function* body() {
      yield room.seize(0, 50);
      try {
        yield simulation.delay(10);
      } catch (error) {
        room.handOver();
        return (error as Interruption).remaining;
      }
      return 0;
    }
    const process = simulation.start('woman', body());
    simulation.schedule(2, () => room.setCapacity(1));
    simulation.schedule(5, () => process.interrupt());
    simulation.run();
    expect([process.result, room.inUse, simulation.now]).toEqual([7, 1, 5]);
  });

  it('takes a process away from a signal, before or just after it was fired', () => {
    const simulation = new Simulation();
    const signal = new Signal(simulation, 'bell');
    const before = trial(simulation, () => signal.wait());
    const after = trial(simulation, () => signal.wait(50));
    simulation.schedule(1, () => before.process.interrupt('before'));
    simulation.schedule(2, () => {
      signal.fire(9);
      after.process.interrupt('after');
    });
    simulation.run();
    expect(before.log).toEqual(['before', 0, 1]);
    expect(after.log).toEqual(['after', 0, 2]);
    expect(simulation.now).toBe(2);
  });

  it('of a process that has ended or is running is an error', () => {
    const simulation = new Simulation();
    const { process } = trial(simulation, () => simulation.delay(1));
    simulation.run();
    expect(simulationErrorOf(() => process.interrupt()).message).toContain('has ended');
    function* body(): Generator<Wait, void, number> {
      yield simulation.delay(1);
      self.interrupt();
    }
    const self = simulation.start('self', body());
    const error = simulationErrorOf(() => simulation.run());
    expect(error.message).toContain("can't interrupt itself");
    expect(error.context).toEqual({ time: 2, process: 'self' });
  });

  it('of the process that runs is an error even when it has just begun to wait', () => {
    const simulation = new Simulation();
    function* body(): Generator<Wait, void, number> {
      const wait = simulation.delay(1);
      self.interrupt();
      yield wait;
    }
    const self = simulation.start('self', body());
    expect(simulationErrorOf(() => simulation.run()).message).toContain("can't interrupt itself");
  });
});

describe('patience', () => {
  it('runs out after its time, and the process leaves the line', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    room.tryTake();
    const renegingAt3 = trial(simulation, () => room.seize(0, 3), 0, room);
    const patient = trial(simulation, () => room.seize(0, 10), 0, room);
    simulation.schedule(4, () => {
      expect(room.waiting).toBe(1);
      room.release();
    });
    simulation.run();
    expect(renegingAt3.log).toEqual([gaveUp, 3]);
    expect(patient.log).toEqual([0, 4]);
    expect(simulation.now).toBe(4);
  });

  it('that runs out at the moment of the grant loses or wins by the order of events', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    room.tryTake();
    const release = () => room.release();
    const tooLate = trial(simulation, () => room.seize(0, 4), 0, room);
    simulation.schedule(0, () => simulation.schedule(4, release));
    const inTime = trial(simulation, () => room.seize(0, 4), 0, room);
    simulation.run();
    expect(tooLate.log).toEqual([gaveUp, 4]);
    expect(inTime.log).toEqual([0, 4]);
  });

  it('of zero balks: it takes what is free and waits for nothing', () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 1);
    const first = trial(simulation, () => room.seize(0, 0), 0, room);
    const second = trial(simulation, () => room.seize(0, 0), 0, room);
    const release = () => room.release();
    simulation.schedule(0, release);
    simulation.run();
    expect(first.log).toEqual([0, 0]);
    expect(second.log).toEqual([gaveUp, 0]);
    expect([room.queueLength.maximum, room.waits.count, room.inUse]).toEqual([0, 1, 0]);
  });

  it.each([-1, NaN])('of %s is an error', (patience) => {
    const simulation = new Simulation();
    const room = new Resource(simulation, 'room', 0);
    trial(simulation, () => room.seize(0, patience), 0, room);
    const error = simulationErrorOf(() => simulation.run());
    expect(error.message).toContain(`patience of ${patience}`);
    expect(error.context.process).toBe('trial');
    expect(room.waiting).toBe(0);
  });
});
