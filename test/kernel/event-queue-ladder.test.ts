import { describe, expect, it } from 'vitest';
import { EventQueue, RandomStream, type EventHandle } from '../../sim-core/kernel/index.ts';

interface Entry {
  time: number;
  priority: number;
  order: number;
  payload: number;
  handle: EventHandle;
}

const noHandler = () => {};

/** The pending set as an array kept in order by binary search: slow, plain and independent of the queue. */
class SortedArray {
  private readonly entries: Entry[] = [];

  get size(): number {
    return this.entries.length;
  }

  insert(entry: Entry): void {
    this.entries.splice(this.position(entry), 0, entry);
  }

  remove(entry: Entry): void {
    const [removed] = this.entries.splice(this.position(entry), 1);
    if (removed !== entry) throw new Error('The list has lost an entry');
  }

  first(): Entry | undefined {
    return this.entries[0];
  }

  at(share: number): Entry {
    return this.entries[Math.floor(share * this.entries.length)]!;
  }

  private position({ time, priority, order }: Entry): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.entries[middle]!;
      const isBefore =
        other.time < time ||
        (other.time === time && (other.priority < priority || (other.priority === priority && other.order < order)));
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** How far ahead of the clock events are set, by two uniform numbers: each regime strains the ladder in another way. */
const regimes: Record<string, (u: number, v: number) => number> = {
  'spread evenly': (u) => 1000 * u,
  'with a long tail': (u) => -Math.log(1 - u) * 100,
  'from minutes to forty weeks': (u, v) => -Math.log(1 - u) * (v < 0.6 ? 5 : v < 0.9 ? 1440 : 403_200),
  'on few instants': (u) => Math.floor(8 * u),
  'all at one instant': () => 0,
  'in bursts close together': (u, v) => (v < 0.01 ? 50 : u * 1e-9),
  'so far apart that widths lose meaning': (u, v) => (v < 0.5 ? u * 1e-300 : u * 1e300),
};

const operations = 150_000;

describe('the event queue with thousands of pending events', () => {
  it.each(Object.keys(regimes))(`gives the order of a sorted list over ${operations} operations, times %s`, (name) => {
    const ahead = regimes[name]!;
    const random = new RandomStream('ladder', 0, name);
    const queue = new EventQueue();
    const expected = new SortedArray();
    let clock = 0;
    let order = 0;
    const priority = () => Math.floor(random.next() * 3) - 1;
    for (let operation = 0; operation < operations; operation++) {
      // It grows to some thousands, shrinks to almost nothing, and grows again.
      const growing = Math.floor(operation / 15_000) % 2 === 0;
      const kind = random.next();
      if (expected.size === 0 || kind < (growing ? 0.6 : 0.2)) {
        const entry = {
          time: clock + ahead(random.next(), random.next()),
          priority: priority(),
          order: order++,
          payload: order,
        };
        const handle = queue.push(entry.time, entry.priority, noHandler, entry.payload);
        expected.insert({ ...entry, handle });
      } else if (kind < 0.8) {
        const next = expected.first()!;
        if (queue.nextTime !== next.time) expect(queue.nextTime).toBe(next.time);
        queue.pop();
        expected.remove(next);
        clock = next.time;
        // Plain comparison first: a matcher for each of a million operations would take minutes.
        if (queue.time !== next.time || queue.payload !== next.payload) {
          expect({ time: queue.time, payload: queue.payload }).toEqual({ time: next.time, payload: next.payload });
        }
        if (queue.has(next.handle)) expect(queue.has(next.handle)).toBe(false);
      } else {
        const entry = expected.at(random.next());
        expected.remove(entry);
        if (kind < 0.9) {
          if (!queue.cancel(entry.handle)) throw new Error('A pending event could not be cancelled');
        } else {
          const moved = { ...entry, time: clock + ahead(random.next(), random.next()), order: order++ };
          if (!queue.reschedule(entry.handle, moved.time)) throw new Error('A pending event could not be moved');
          expected.insert(moved);
        }
      }
      if (queue.size !== expected.size) expect(queue.size).toBe(expected.size);
    }
    while (expected.size > 0) {
      const next = expected.first()!;
      expected.remove(next);
      queue.pop();
      if (queue.payload !== next.payload) expect(queue.payload).toBe(next.payload);
    }
    expect(queue.pop()).toBe(false);
    expect(queue.nextTime).toBe(Infinity);
  });

  it('holds a million and gives them in order', () => {
    const random = new RandomStream('ladder', 0, 'million');
    const queue = new EventQueue();
    for (let event = 0; event < 1_000_000; event++) queue.push(random.next(), 0, noHandler, event);
    let last = -1;
    let disorder = 0;
    while (queue.pop()) {
      if (queue.time < last) disorder++;
      last = queue.time;
    }
    expect(disorder).toBe(0);
    expect(queue.size).toBe(0);
  });
});
