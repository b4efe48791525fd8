import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue, type EventHandle } from '../../sim-core/kernel/index.ts';

const handlers = [() => {}, () => {}, () => {}];

interface Expected {
  time: number;
  priority: number;
  order: number;
  payload: number;
  handle: EventHandle;
}

const byOrder = (a: Expected, b: Expected) => a.time - b.time || a.priority - b.priority || a.order - b.order;

function check(agrees: boolean, what: string): void {
  if (!agrees) throw new Error(`The queue and the sorted list differ in ${what}`);
}

/** The obvious pending set: a list that is searched and sorted, checked against the queue after every operation. */
class SortedList {
  readonly queue: EventQueue;
  private readonly pending: Expected[] = [];
  private readonly gone: EventHandle[] = [];
  private order = 0;

  constructor(capacity: number) {
    this.queue = new EventQueue(capacity);
  }

  push(time: number, priority: number): void {
    const payload = this.order - 2 ** 31;
    const handle = this.queue.push(time, priority, handlers[this.order % 3]!, payload);
    check(!this.pending.some((event) => event.handle === handle), 'a new handle');
    this.pending.push({ time, priority, order: this.order++, payload, handle });
    this.compare();
  }

  pop(): void {
    const next = this.pending.sort(byOrder).shift();
    check(this.queue.pop() === (next !== undefined), 'whether there is an event to pop');
    if (next !== undefined) {
      const { time, payload, handler } = this.queue;
      check(time === next.time && payload === next.payload, 'the event popped');
      check(handler === handlers[(next.payload + 2 ** 31) % 3], 'its handler');
      this.gone.push(next.handle);
    }
    this.compare();
  }

  cancel(pick: number): void {
    if (this.pending.length === 0) return;
    const [event] = this.pending.splice(pick % this.pending.length, 1);
    check(this.queue.cancel(event!.handle), 'cancelling a pending event');
    this.gone.push(event!.handle);
    this.compare();
  }

  reschedule(pick: number, time: number): void {
    if (this.pending.length === 0) return;
    const event = this.pending[pick % this.pending.length]!;
    check(this.queue.reschedule(event.handle, time), 'moving a pending event');
    event.time = time;
    event.order = this.order++;
    this.compare();
    check(this.queue.timeOf(event.handle) === time, 'its new time');
  }

  touchStale(pick: number): void {
    if (this.gone.length === 0) return;
    const handle = this.gone[pick % this.gone.length]!;
    check(!this.queue.has(handle), 'a stale handle');
    check(Number.isNaN(this.queue.timeOf(handle)), 'a stale handle');
    check(!this.queue.cancel(handle), 'a stale handle');
    check(!this.queue.reschedule(handle, 0), 'a stale handle');
    this.compare();
  }

  drain(): void {
    for (const event of this.pending) {
      check(this.queue.has(event.handle), 'a pending event');
      check(this.queue.timeOf(event.handle) === event.time, 'the time of a pending event');
    }
    while (this.pending.length > 0) this.pop();
    this.pop();
  }

  private compare(): void {
    check(this.queue.size === this.pending.length, 'the number of events');
    const nextTime = this.pending.reduce((least, { time }) => Math.min(least, time), Infinity);
    check(this.queue.nextTime === nextTime, 'the time of the next event');
  }
}

const operation = fc.record({
  kind: fc.nat(9),
  time: fc.nat(5),
  priority: fc.constantFrom(-255, -1, 0, 0, 0, 1, 255),
  pick: fc.nat(1000),
});

describe('the event queue', () => {
  it('does what a sorted list does, over 200,000 random operations with many ties', () => {
    const operations = fc.array(operation, { minLength: 1000, maxLength: 1000 });
    fc.assert(
      fc.property(operations, fc.constantFrom(1, 2, 64), (list, capacity) => {
        const model = new SortedList(capacity);
        for (const { kind, time, priority, pick } of list) {
          if (kind <= 3) model.push(time, priority);
          else if (kind <= 5) model.pop();
          else if (kind === 6) model.cancel(pick);
          else if (kind <= 8) model.reschedule(pick, time);
          else model.touchStale(pick);
        }
        model.drain();
      }),
      { seed: 20_260_101, numRuns: 200 },
    );
  }, 60_000);

  it('keeps the order of insertion within ties while it grows from nothing', () => {
    const queue = new EventQueue(0);
    const expected: [number, number][] = [];
    for (let payload = 0; payload < 50_000; payload++) {
      const time = (payload * 7919) % 97;
      queue.push(time, 0, handlers[0]!, payload);
      expected.push([time, payload]);
    }
    expected.sort(([timeA, a], [timeB, b]) => timeA - timeB || a - b);
    const popped: [number, number][] = [];
    while (queue.pop()) popped.push([queue.time, queue.payload]);
    expect(popped.length).toBe(expected.length);
    expect(
      popped.filter(([time, payload], index) => time !== expected[index]![0] || payload !== expected[index]![1]),
    ).toEqual([]);
  });

  it('never lets a stale handle touch the event that took over its slot', () => {
    const queue = new EventQueue(1);
    const stale: EventHandle[] = [];
    for (let round = 0; round < 1000; round++) {
      const handle = queue.push(round, 0, handlers[0]!, round);
      for (const old of stale) check(!queue.has(old) && !queue.cancel(old), `the handle ${old}`);
      expect(queue.has(handle)).toBe(true);
      if (round % 2 === 0) queue.pop();
      else queue.cancel(handle);
      stale.push(handle);
    }
    expect(queue.size).toBe(0);
  });

  it('knows no handle that it has not given', () => {
    const queue = new EventQueue();
    queue.push(1, 0, handlers[0]!, 0);
    for (const handle of [-1, 1, 63, 64, 2 ** 24, 2 ** 52, NaN, Infinity, 0.5]) {
      expect(queue.has(handle)).toBe(false);
      expect(queue.cancel(handle)).toBe(false);
      expect(queue.timeOf(handle)).toBeNaN();
    }
    expect(queue.size).toBe(1);
  });

  it('moves an event behind those already at its time, within its priority', () => {
    const queue = new EventQueue();
    const moved = queue.push(1, 0, handlers[0]!, 1);
    queue.push(5, 0, handlers[0]!, 2);
    queue.push(5, 1, handlers[0]!, 3);
    const urgent = queue.push(0, -1, handlers[0]!, 4);
    queue.reschedule(moved, 5);
    queue.reschedule(urgent, 5);
    const order = [];
    while (queue.pop()) order.push(queue.payload);
    expect(order).toEqual([4, 2, 1, 3]);
  });

  it('gives every pending event its own small slot, and shows that of the next', () => {
    const queue = new EventQueue(2);
    const slots = new Map<number, number>();
    const handles = [3, 1, 2, 5, 4].map((time) => queue.push(time, 0, handlers[0]!, time));
    handles.forEach((handle, index) => slots.set(queue.slotOf(handle), [3, 1, 2, 5, 4][index]!));
    expect([...slots.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
    queue.cancel(handles[1]!);
    for (const time of [2, 3, 4, 5]) {
      expect(slots.get(queue.nextSlot)).toBe(time);
      queue.pop();
    }
    for (let round = 0; round < 100; round++) {
      expect(queue.slotOf(queue.push(round, 0, handlers[0]!, 0))).toBeLessThan(5);
      queue.pop();
    }
  });

  it('keeps the order when most events are cancelled or moved between two looks at it', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const queue = new EventQueue(4);
      const handles = Array.from({ length: 500 }, (_, payload) =>
        queue.push((payload * seed * 7919) % 10_007, 0, handlers[0]!, payload),
      );
      for (let count = 0; count < seed % 3; count++) queue.pop();
      const kept: number[] = [];
      handles.forEach((handle, payload) => {
        const time = 5000 + ((payload * seed * 31) % 9973);
        const choice = (payload + seed) % 8;
        if (choice > 1) queue.cancel(handle);
        else if (choice === 1 && queue.has(handle)) kept.push(queue.timeOf(handle));
        else if (queue.reschedule(handle, time)) kept.push(time);
      });
      const popped: number[] = [];
      while (queue.pop()) popped.push(queue.time);
      expect(popped).toEqual(kept.sort((a, b) => a - b));
    }
  });

  it('stays small when nearly everything that is pushed is cancelled', () => {
    const queue = new EventQueue();
    for (let round = 0; round < 20_000; round++) {
      const handle = queue.push(1e6 + round, 0, handlers[0]!, round);
      expect(queue.slotOf(handle)).toBe(0);
      queue.cancel(handle);
    }
    expect(queue.size).toBe(0);
    expect(queue.nextTime).toBe(Infinity);
    expect(queue.pop()).toBe(false);
  });
});
