import { describe, expect, it } from 'vitest';
import { Interruption, Resource, Simulation, type ProcessBody } from '../../sim-core/kernel/index.ts';
import { kindOf, setting } from './rooms.ts';

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
