/**
 * The pending events, ordered by (time, priority, insertion). Ties never depend on chance: of two events at the same time
 * the one with the lower priority number comes first, and of two with the same number the one that was pushed first.
 *
 * A ladder queue (Tang, Goh & Thng, ACM TOMACS 15, 2005) that stands on a heap. Events that come soon are in a packed 4-ary
 * heap in typed arrays; later ones lie unsorted in buckets of equal width (a rung), the latest in one list. A bucket goes to
 * the heap when its turn comes; one that is too full becomes a finer rung first. So the heap stays small and in the
 * processor's cache, and push and pop take constant time on the average. Where buckets can't help – few events, or all at
 * one time – everything is in the heap, so nothing is ever slower than O(log n).
 *
 * Two things make the heap fast. `pop` leaves a hole at the top, which the next `push` fills on its way down. And entries
 * of events that were cancelled or moved stay in the heap until they come to the top or outnumber the others, so that no
 * entry has to know where it stands.
 *
 * The same structure serves as a waiting line, with the priority in the place of the time.
 *
 * At most 2^24 events can be pending. Times are any finite numbers.
 */

export type EventHandler = (payload: number) => void;

/** Names one pending event. It is never reused, so a handle of an event that is gone is recognised as such. */
export type EventHandle = number;

/** Priority and insertion number share the 53 exact bits of a double: 2^8 priorities on either side of 0, then 2^44 events. */
const priorityStep = 17_592_186_044_416;
const slotCount = 16_777_216;
const largestGeneration = 0xfffffff;
const arity = 4;
/** Entries left behind that are not worth a clean-up. */
const tolerated = 64;

/** Up to so many events a heap alone is the fastest. */
const smallestLadder = 512;
/** A bucket with more events than this becomes a rung. */
const fullBucket = 48;
/** Buckets are made for so many events each. */
const eventsPerBucket = 4;
const deepestLadder = 12;
/** The list of events that are later than the coarsest rung; the lists after it are the buckets. */
const latest = 0;
/** In `previous`: the event is in the heap. */
const inHeap = -1;

export const lowestPriority = 255;
export const highestPriority = -255;

const noHandler: EventHandler = () => {};
const none = -1;

/** A row of buckets. Bucket i holds the times t with ⌊(t − start) · perWidth⌋ = i. */
interface Rung {
  start: number;
  perWidth: number;
  buckets: number;
  /** Buckets before this one have been emptied. */
  current: number;
  /** Number of its first bucket among all lists. */
  firstList: number;
}

export class EventQueue {
  /** Number of pending events. */
  size = 0;
  /** Time, handler and payload of the event taken by the last `pop`. */
  time = 0;
  handler: EventHandler = noHandler;
  payload = 0;

  private inserted = 0;
  // By position in the heap. Beyond `length` stand times and orders of Infinity, so that all groups of children are full.
  private length = 0;
  private leftBehind = 0;
  private hollow = false;
  private heapTime: Float64Array;
  private heapOrder: Float64Array;
  private heapSlot: Int32Array;
  // By slot. `orderOf` is NaN in a free slot, and `payloads` then is the next free one.
  private firstFree = -1;
  private usedSlots = 0;
  private timeBySlot: Float64Array;
  private orderOf: Float64Array;
  private generation: Uint32Array;
  private payloads: Int32Array;
  private readonly handlers: EventHandler[] = [];
  // The ladder: rungs from coarse to fine, and doubly linked lists of slots.
  private readonly rungs: Rung[] = [];
  private depth = 0;
  /** Events in lists. */
  private listed = 0;
  /** The heap becomes a rung when it grows beyond this. */
  private spillAt = smallestLadder;
  private next: Int32Array;
  private previous: Int32Array;
  private heads = new Int32Array(64).fill(none);
  private lengths = new Int32Array(64);

  /** @param capacity how many events to reserve memory for; it grows by doubling. */
  constructor(capacity = 64) {
    const slots = Math.max(1, Math.min(capacity, slotCount));
    this.heapTime = new Float64Array(slots + arity).fill(Infinity);
    this.heapOrder = new Float64Array(slots + arity).fill(Infinity);
    this.heapSlot = new Int32Array(slots + arity);
    this.timeBySlot = new Float64Array(slots);
    this.orderOf = new Float64Array(slots);
    this.generation = new Uint32Array(slots);
    this.payloads = new Int32Array(slots);
    this.next = new Int32Array(slots);
    this.previous = new Int32Array(slots);
  }

  /** Time of the next event, or Infinity when none is pending. */
  get nextTime(): number {
    if (this.hollow || this.leftBehind > 0 || this.length === 0) this.settle();
    return this.heapTime[0]!;
  }

  /** Adds an event. The payload is a signed 32-bit integer, the priority an integer in −255…255. O(log n). */
  push(time: number, priority: number, handler: EventHandler, payload: number): EventHandle {
    let slot = this.firstFree;
    if (slot >= 0) {
      this.firstFree = this.payloads[slot]!;
    } else {
      slot = this.usedSlots;
      if (slot === this.payloads.length) this.growSlots();
      this.usedSlots = slot + 1;
    }
    this.payloads[slot] = payload;
    this.handlers[slot] = handler;
    this.size++;
    this.insert(time, priority * priorityStep + this.inserted++, slot);
    return this.generation[slot]! * slotCount + slot;
  }

  /** Takes the next event out and leaves it in `time`, `handler` and `payload`. False when none is pending. O(log n). */
  pop(): boolean {
    if (this.hollow || this.leftBehind > 0 || this.length === 0) this.settle();
    if (this.size === 0) return false;
    const slot = this.heapSlot[0]!;
    this.time = this.heapTime[0]!;
    this.handler = this.handlers[slot]!;
    this.payload = this.payloads[slot]!;
    this.free(slot);
    this.hollow = true;
    return true;
  }

  /** True while the event is pending. O(1). */
  has(handle: EventHandle): boolean {
    const slot = handle % slotCount;
    return slot < this.usedSlots && this.generation[slot] === Math.floor(handle / slotCount);
  }

  /** Time of a pending event; NaN when it is gone. */
  timeOf(handle: EventHandle): number {
    return this.has(handle) ? this.timeBySlot[handle % slotCount]! : NaN;
  }

  /** Removes a pending event; false when it has happened or was cancelled already. O(1) on average. */
  cancel(handle: EventHandle): boolean {
    if (!this.has(handle)) return false;
    const slot = handle % slotCount;
    const listed = this.previous[slot] !== inHeap;
    if (listed) this.unlink(slot);
    this.free(slot);
    if (!listed) this.leaveBehind();
    return true;
  }

  /** Moves a pending event to another time and behind those already there with its priority; false when it is gone. O(log n). */
  reschedule(handle: EventHandle, time: number): boolean {
    if (!this.has(handle)) return false;
    const slot = handle % slotCount;
    const priority = Math.floor(this.orderOf[slot]! / priorityStep);
    const listed = this.previous[slot] !== inHeap;
    if (listed) this.unlink(slot);
    this.insert(time, priority * priorityStep + this.inserted++, slot);
    if (!listed) this.leaveBehind();
    return true;
  }

  /** The slot of a handle: an integer below the largest number of events ever pending, for data kept beside the queue. */
  slotOf(handle: EventHandle): number {
    return handle % slotCount;
  }

  /** Slot of the next event; only meaningful when `size` > 0. */
  get nextSlot(): number {
    if (this.hollow || this.leftBehind > 0 || this.length === 0) this.settle();
    return this.heapSlot[0]!;
  }

  private free(slot: number): void {
    this.size--;
    this.generation[slot] = (this.generation[slot]! + 1) & largestGeneration;
    this.orderOf[slot] = NaN;
    // The handler stays until the slot is used again: clearing it costs a twentieth of a hold step.
    this.payloads[slot] = this.firstFree;
    this.firstFree = slot;
  }

  private insert(time: number, order: number, slot: number): void {
    this.timeBySlot[slot] = time;
    this.orderOf[slot] = order;
    if (this.depth > 0 && this.putInBucket(time, slot)) return;
    this.previous[slot] = inHeap;
    this.enter(time, order, slot);
    if (this.length > this.spillAt) this.spill();
  }

  private enter(time: number, order: number, slot: number): void {
    if (this.hollow) {
      this.hollow = false;
      this.siftDown(0, time, order, slot);
    } else {
      if (this.length + arity === this.heapTime.length) this.growHeap();
      this.siftUp(this.length++, time, order, slot);
    }
  }

  /** Counts an entry whose event was cancelled or moved; when they are too many, clears them all away. */
  private leaveBehind(): void {
    if (++this.leftBehind > this.size + tolerated) this.clearLeftBehind();
  }

  /** Clears away the entries left behind and the hole. */
  private clearLeftBehind(): void {
    const { heapTime, heapOrder, heapSlot, orderOf, length } = this;
    let kept = 0;
    for (let at = 0; at < length; at++) {
      const slot = heapSlot[at]!;
      if (orderOf[slot] !== heapOrder[at]) continue;
      heapTime[kept] = heapTime[at]!;
      heapOrder[kept] = heapOrder[at]!;
      heapSlot[kept] = slot;
      kept++;
    }
    heapTime.fill(Infinity, kept, length);
    heapOrder.fill(Infinity, kept, length);
    this.length = kept;
    this.leftBehind = 0;
    this.hollow = false;
    for (let at = (kept - 2) >> 2; at >= 0; at--) this.siftDown(at, heapTime[at]!, heapOrder[at]!, heapSlot[at]!);
  }

  /** Brings the next pending event to the top. */
  private settle(): void {
    for (;;) {
      if (this.hollow) {
        const { heapTime, heapOrder } = this;
        this.hollow = false;
        const last = --this.length;
        const time = heapTime[last]!;
        const order = heapOrder[last]!;
        heapTime[last] = Infinity;
        heapOrder[last] = Infinity;
        if (last > 0) this.siftDown(0, time, order, this.heapSlot[last]!);
      }
      if (this.length === 0) {
        if (this.listed === 0) return;
        this.refill();
      }
      if (this.leftBehind === 0 || this.orderOf[this.heapSlot[0]!] === this.heapOrder[0]) return;
      this.leftBehind--;
      this.hollow = true;
    }
  }

  /** Puts an event into the bucket of its time; false when that bucket has been emptied into the heap. */
  private putInBucket(time: number, slot: number): boolean {
    for (let level = 0; level < this.depth; level++) {
      const rung = this.rungs[level]!;
      const position = (time - rung.start) * rung.perWidth;
      if (level === 0 && position >= rung.buckets) {
        this.link(slot, latest);
        return true;
      }
      const bucket = Math.floor(Math.min(position, rung.buckets - 1));
      if (bucket >= rung.current) {
        this.link(slot, rung.firstList + bucket);
        return true;
      }
    }
    return false;
  }

  /** Puts an event at the head of a list. */
  private link(slot: number, list: number): void {
    const head = this.heads[list]!;
    this.next[slot] = head;
    // What is not a slot names the list: −2 list 0, −3 list 1, …
    this.previous[slot] = -2 - list;
    if (head >= 0) this.previous[head] = slot;
    this.heads[list] = slot;
    this.lengths[list]!++;
    this.listed++;
  }

  /** Takes an event out of its list. The list's length stays: counting one too many costs at most a needless rung. */
  private unlink(slot: number): void {
    const next = this.next[slot]!;
    const previous = this.previous[slot]!;
    if (next >= 0) this.previous[next] = previous;
    if (previous >= 0) this.next[previous] = next;
    else this.heads[-2 - previous] = next;
    this.listed--;
  }

  /** Brings the next bucket into the heap, which is empty while events are in lists. */
  private refill(): void {
    while (this.length === 0) {
      const rung = this.rungs[this.depth - 1];
      if (rung === undefined) {
        this.empty(latest, smallestLadder);
        continue;
      }
      while (rung.current < rung.buckets && this.heads[rung.firstList + rung.current]! < 0) {
        this.lengths[rung.firstList + rung.current++] = 0;
      }
      if (rung.current === rung.buckets) this.depth--;
      else this.empty(rung.firstList + rung.current++, fullBucket);
    }
    this.rungs.length = this.depth;
    this.spillAt = Math.max(smallestLadder, 2 * this.length);
  }

  /** Moves the events of a list to the heap, or, when there are more than `full`, to a finer rung. */
  private empty(list: number, full: number): void {
    const head = this.heads[list]!;
    const length = this.lengths[list]!;
    this.heads[list] = none;
    this.lengths[list] = 0;
    if (length > full && this.addRung(head, length)) return;
    for (let slot = head; slot >= 0;) {
      const next = this.next[slot]!;
      this.previous[slot] = inHeap;
      this.listed--;
      this.enter(this.timeBySlot[slot]!, this.orderOf[slot]!, slot);
      slot = next;
    }
  }

  /** The heap has grown large: all of it becomes a rung, unless its events lie too close together for that. */
  private spill(): void {
    this.clearLeftBehind();
    const { heapSlot, length } = this;
    let head = none;
    for (let at = length - 1; at >= 0; at--) {
      this.next[heapSlot[at]!] = head;
      head = heapSlot[at]!;
    }
    this.listed += length;
    if (this.addRung(head, length)) {
      this.heapTime.fill(Infinity, 0, length);
      this.heapOrder.fill(Infinity, 0, length);
      this.length = 0;
      this.spillAt = smallestLadder;
    } else {
      this.listed -= length;
      this.spillAt = 2 * length;
    }
  }

  /** Spreads a chain of listed events over a new finest rung; false when they lie too close together or it is deep enough. */
  private addRung(head: number, length: number): boolean {
    if (this.depth === deepestLadder) return false;
    let earliest = Infinity;
    let last = -Infinity;
    for (let slot = head; slot >= 0; slot = this.next[slot]!) {
      const time = this.timeBySlot[slot]!;
      if (time < earliest) earliest = time;
      if (time > last) last = time;
    }
    const buckets = Math.max(2, Math.ceil(length / eventsPerBucket));
    const perWidth = (buckets - 1) / (last - earliest);
    if (!(perWidth > 0 && perWidth < Infinity)) return false;
    const above = this.rungs[this.depth - 1];
    const firstList = above === undefined ? latest + 1 : above.firstList + above.buckets;
    this.reserveLists(firstList + buckets);
    this.rungs.length = this.depth;
    this.rungs.push({ start: earliest, perWidth, buckets, current: 0, firstList });
    this.depth++;
    for (let slot = head; slot >= 0;) {
      const next = this.next[slot]!;
      this.listed--;
      this.link(slot, firstList + Math.floor((this.timeBySlot[slot]! - earliest) * perWidth));
      slot = next;
    }
    return true;
  }

  private reserveLists(count: number): void {
    if (count <= this.heads.length) return;
    this.heads = copyInto(new Int32Array(2 * count).fill(none), this.heads);
    this.lengths = copyInto(new Int32Array(2 * count), this.lengths);
  }

  private siftUp(hole: number, time: number, order: number, slot: number): void {
    const { heapTime, heapOrder, heapSlot } = this;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      const parentTime = heapTime[parent]!;
      if (parentTime < time || (parentTime === time && heapOrder[parent]! < order)) break;
      heapTime[hole] = parentTime;
      heapOrder[hole] = heapOrder[parent]!;
      heapSlot[hole] = heapSlot[parent]!;
      hole = parent;
    }
    heapTime[hole] = time;
    heapOrder[hole] = order;
    heapSlot[hole] = slot;
  }

  private siftDown(hole: number, time: number, order: number, slot: number): void {
    const { heapTime, heapOrder, heapSlot, length } = this;
    for (let first = hole * arity + 1; first < length; first = hole * arity + 1) {
      // The least of four without branches that nobody can predict; ties are rare.
      const time0 = heapTime[first]!;
      const time1 = heapTime[first + 1]!;
      const time2 = heapTime[first + 2]!;
      const time3 = heapTime[first + 3]!;
      let left = first + +(time1 < time0);
      if (time1 === time0 && heapOrder[first + 1]! < heapOrder[first]!) left = first + 1;
      let right = first + 2 + +(time3 < time2);
      if (time3 === time2 && heapOrder[first + 3]! < heapOrder[first + 2]!) right = first + 3;
      const leftTime = heapTime[left]!;
      const rightTime = heapTime[right]!;
      let child = left + ((right - left) & -+(rightTime < leftTime));
      if (rightTime === leftTime && heapOrder[right]! < heapOrder[left]!) child = right;
      const childTime = heapTime[child]!;
      if (time < childTime || (time === childTime && order < heapOrder[child]!)) break;
      heapTime[hole] = childTime;
      heapOrder[hole] = heapOrder[child]!;
      heapSlot[hole] = heapSlot[child]!;
      hole = child;
    }
    heapTime[hole] = time;
    heapOrder[hole] = order;
    heapSlot[hole] = slot;
  }

  private growHeap(): void {
    const capacity = (this.heapTime.length - arity) * 2 + arity;
    this.heapTime = copyInto(new Float64Array(capacity).fill(Infinity), this.heapTime);
    this.heapOrder = copyInto(new Float64Array(capacity).fill(Infinity), this.heapOrder);
    this.heapSlot = copyInto(new Int32Array(capacity), this.heapSlot);
  }

  private growSlots(): void {
    if (this.payloads.length >= slotCount) throw new RangeError(`More than ${slotCount} pending events`);
    const capacity = Math.min(this.payloads.length * 2, slotCount);
    this.timeBySlot = copyInto(new Float64Array(capacity), this.timeBySlot);
    this.orderOf = copyInto(new Float64Array(capacity), this.orderOf);
    this.generation = copyInto(new Uint32Array(capacity), this.generation);
    this.payloads = copyInto(new Int32Array(capacity), this.payloads);
    this.next = copyInto(new Int32Array(capacity), this.next);
    this.previous = copyInto(new Int32Array(capacity), this.previous);
  }
}

function copyInto<T extends Float64Array | Int32Array | Uint32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
