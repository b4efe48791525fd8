import { describe, expect, it } from 'vitest';
import {
  after,
  all,
  any,
  gaveUp,
  Interruption,
  Resource,
  Signal,
  Simulation,
  type ProcessBody,
  type Wait,
} from '../../sim-core/kernel/index.ts';
import { kindOf } from './rooms.ts';

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
