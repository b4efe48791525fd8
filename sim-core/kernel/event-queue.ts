/**
 * The pending events, ordered by (time, priority, insertion): a packed 4-ary heap in typed arrays, with a slot for each
 * event so that it can be cancelled or moved in O(log n). Ties never depend on chance: of two events at the same time the
 * one with the lower priority number comes first, and of two with the same number the one that was pushed first.
 *
 * The same structure serves as a waiting line, with the priority in the place of the time.
 *
 * Memory: 44 bytes an event and a reference to its handler. At most 2^24 events can be pending. Times are any numbers but NaN.
 */

export type EventHandler = (payload: number) => void;

/** Names one pending event. It is never reused, so a handle of an event that is gone is recognised as such. */
export type EventHandle = number;

/** Priority and insertion number share the 53 exact bits of a double: 2^8 priorities on either side of 0, then 2^44 events. */
const priorityStep = 2 ** 44;
const slotCount = 2 ** 24;
const arity = 4;

export const lowestPriority = 255;
export const highestPriority = -255;

const noHandler: EventHandler = () => {};

export class EventQueue {
  /** Number of pending events. */
  size = 0;
  /** Time, handler and payload of the event taken by the last `pop`. */
  time = 0;
  handler: EventHandler = noHandler;
  payload = 0;

  private inserted = 0;
  private firstFree = -1;
  private usedSlots = 0;
  // By position in the heap.
  private heapTime: Float64Array;
  private heapOrder: Float64Array;
  private heapSlot: Int32Array;
  // By slot. `position` is the place in the heap of a pending event, or the next free slot of a free one.
  private position: Int32Array;
  private generation: Uint32Array;
  private payloads: Int32Array;
  private handlers: EventHandler[] = [];

  /** @param capacity how many events to reserve memory for; it grows by doubling. */
  constructor(capacity = 64) {
    this.heapTime = new Float64Array(capacity);
    this.heapOrder = new Float64Array(capacity);
    this.heapSlot = new Int32Array(capacity);
    this.position = new Int32Array(capacity);
    this.generation = new Uint32Array(capacity);
    this.payloads = new Int32Array(capacity);
  }

  /** Time of the next event, or Infinity when none is pending. */
  get nextTime(): number {
    return this.size > 0 ? this.heapTime[0]! : Infinity;
  }

  /** Adds an event. The payload is a signed 32-bit integer, the priority an integer in −255…255. O(log n). */
  push(time: number, priority: number, handler: EventHandler, payload: number): EventHandle {
    let slot = this.firstFree;
    if (slot >= 0) {
      this.firstFree = this.position[slot]!;
    } else {
      slot = this.usedSlots++;
      if (slot === this.position.length) this.grow();
    }
    this.payloads[slot] = payload;
    this.handlers[slot] = handler;
    this.siftUp(this.size++, time, priority * priorityStep + this.inserted++, slot);
    return this.generation[slot]! * slotCount + slot;
  }

  /** Takes the next event out and leaves it in `time`, `handler` and `payload`. False when none is pending. O(log n). */
  pop(): boolean {
    if (this.size === 0) return false;
    const slot = this.heapSlot[0]!;
    this.time = this.heapTime[0]!;
    this.handler = this.handlers[slot]!;
    this.payload = this.payloads[slot]!;
    this.free(slot);
    const last = --this.size;
    if (last > 0) this.siftDown(0, this.heapTime[last]!, this.heapOrder[last]!, this.heapSlot[last]!);
    return true;
  }

  /** True while the event is pending. O(1). */
  has(handle: EventHandle): boolean {
    const slot = handle % slotCount;
    return slot < this.usedSlots && this.generation[slot] === Math.floor(handle / slotCount);
  }

  /** Time of a pending event; NaN when it is gone. */
  timeOf(handle: EventHandle): number {
    return this.has(handle) ? this.heapTime[this.position[handle % slotCount]!]! : NaN;
  }

  /** Removes a pending event; false when it has happened or was cancelled already. O(log n). */
  cancel(handle: EventHandle): boolean {
    if (!this.has(handle)) return false;
    const slot = handle % slotCount;
    const hole = this.position[slot]!;
    this.free(slot);
    const last = --this.size;
    if (hole < last) this.place(hole, this.heapTime[last]!, this.heapOrder[last]!, this.heapSlot[last]!);
    return true;
  }

  /** Moves a pending event to another time and behind those already there with its priority; false when it is gone. O(log n). */
  reschedule(handle: EventHandle, time: number): boolean {
    if (!this.has(handle)) return false;
    const slot = handle % slotCount;
    const at = this.position[slot]!;
    const priority = Math.floor(this.heapOrder[at]! / priorityStep);
    this.place(at, time, priority * priorityStep + this.inserted++, slot);
    return true;
  }

  /** The slot of a handle: an integer below the largest number of events ever pending, for data kept beside the queue. */
  slotOf(handle: EventHandle): number {
    return handle % slotCount;
  }

  /** Slot of the next event; only meaningful when `size` > 0. */
  get nextSlot(): number {
    return this.heapSlot[0]!;
  }

  private free(slot: number): void {
    this.generation[slot] = (this.generation[slot]! + 1) % 2 ** 28;
    this.handlers[slot] = noHandler;
    this.position[slot] = this.firstFree;
    this.firstFree = slot;
  }

  /** Puts an event into the hole at `at`, moving it whichever way the order asks. */
  private place(at: number, time: number, order: number, slot: number): void {
    const parent = (at - 1) >> 2;
    if (at > 0 && before(time, order, this.heapTime[parent]!, this.heapOrder[parent]!))
      this.siftUp(at, time, order, slot);
    else this.siftDown(at, time, order, slot);
  }

  private siftUp(hole: number, time: number, order: number, slot: number): void {
    const { heapTime, heapOrder, heapSlot, position } = this;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      const parentTime = heapTime[parent]!;
      if (parentTime < time || (parentTime === time && heapOrder[parent]! < order)) break;
      const parentSlot = heapSlot[parent]!;
      heapTime[hole] = parentTime;
      heapOrder[hole] = heapOrder[parent]!;
      heapSlot[hole] = parentSlot;
      position[parentSlot] = hole;
      hole = parent;
    }
    heapTime[hole] = time;
    heapOrder[hole] = order;
    heapSlot[hole] = slot;
    position[slot] = hole;
  }

  private siftDown(hole: number, time: number, order: number, slot: number): void {
    const { heapTime, heapOrder, heapSlot, position, size } = this;
    for (;;) {
      const firstChild = hole * arity + 1;
      if (firstChild >= size) break;
      const end = Math.min(firstChild + arity, size);
      let child = firstChild;
      let childTime = heapTime[child]!;
      for (let sibling = firstChild + 1; sibling < end; sibling++) {
        const siblingTime = heapTime[sibling]!;
        if (siblingTime < childTime || (siblingTime === childTime && heapOrder[sibling]! < heapOrder[child]!)) {
          child = sibling;
          childTime = siblingTime;
        }
      }
      if (time < childTime || (time === childTime && order < heapOrder[child]!)) break;
      const childSlot = heapSlot[child]!;
      heapTime[hole] = childTime;
      heapOrder[hole] = heapOrder[child]!;
      heapSlot[hole] = childSlot;
      position[childSlot] = hole;
      hole = child;
    }
    heapTime[hole] = time;
    heapOrder[hole] = order;
    heapSlot[hole] = slot;
    position[slot] = hole;
  }

  private grow(): void {
    const capacity = this.position.length * 2;
    if (this.position.length >= slotCount) throw new RangeError(`More than ${slotCount} pending events`);
    this.heapTime = copyInto(new Float64Array(capacity), this.heapTime);
    this.heapOrder = copyInto(new Float64Array(capacity), this.heapOrder);
    this.heapSlot = copyInto(new Int32Array(capacity), this.heapSlot);
    this.position = copyInto(new Int32Array(capacity), this.position);
    this.generation = copyInto(new Uint32Array(capacity), this.generation);
    this.payloads = copyInto(new Int32Array(capacity), this.payloads);
  }
}

function before(time: number, order: number, otherTime: number, otherOrder: number): boolean {
  return time < otherTime || (time === otherTime && order < otherOrder);
}

function copyInto<T extends Float64Array | Int32Array | Uint32Array>(target: T, source: T): T {
  target.set(source as never);
  return target;
}
