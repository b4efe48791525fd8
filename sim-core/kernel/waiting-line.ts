import type { EventHandler } from './event-queue.ts';

/** Names one request in a line. It is never reused, so a request that is gone is recognised as such. */
export type RequestHandle = number;

const slotCount = 16_777_216;
const generationCount = 268_435_456;
const none = -1;

/**
 * The line in front of a resource: lowest key first, within a key lowest rank, within a rank in the order of joining. A
 * doubly linked list in typed arrays. Joining at either end of one's like takes constant time, which is what first come
 * and last come do; elsewhere the place is sought from both ends at once, in time that grows with the nearer one.
 */
export class WaitingLine {
  /** Number of requests in line. */
  size = 0;
  /** The request taken by the last `pop`. */
  handler: EventHandler = noHandler;
  payload = 0;

  private first = none;
  private last = none;
  private firstFree = none;
  private usedSlots = 0;
  private next = new Int32Array(8);
  private previous = new Int32Array(8);
  private keys = new Float64Array(8);
  private ranks = new Int32Array(8);
  private payloads = new Int32Array(8);
  private generation = new Uint32Array(8);
  private readonly handlers: EventHandler[] = [];

  /** Slot of the first in line: a small number, for data kept beside the line. Only meaningful when `size` > 0. */
  get nextSlot(): number {
    return this.first;
  }

  /** Slot of a request that is in line. */
  slotOf(request: RequestHandle): number {
    return request % slotCount;
  }

  /** Joins the line. @param key any finite number @param rank a whole number; both lowest first */
  push(key: number, rank: number, handler: EventHandler, payload: number): RequestHandle {
    let slot = this.firstFree;
    if (slot >= 0) {
      this.firstFree = this.next[slot]!;
    } else {
      slot = this.usedSlots++;
      if (slot === this.next.length) this.grow();
    }
    this.keys[slot] = key;
    this.ranks[slot] = rank;
    this.handlers[slot] = handler;
    this.payloads[slot] = payload;
    this.insertAfter(this.predecessor(key, rank), slot);
    this.size++;
    return this.generation[slot]! * slotCount + slot;
  }

  /** Leaves the line; false when the request has been served or has left. */
  cancel(request: RequestHandle): boolean {
    if (request < 0) return false;
    const slot = request % slotCount;
    if (slot >= this.usedSlots || this.generation[slot] !== Math.floor(request / slotCount)) return false;
    this.remove(slot);
    return true;
  }

  /** Takes the first request out and leaves it in `handler` and `payload`. The line must not be empty. */
  pop(): void {
    const slot = this.first;
    this.handler = this.handlers[slot]!;
    this.payload = this.payloads[slot]!;
    this.remove(slot);
  }

  /** The last request that comes before a new one with this key and rank; `none` when it becomes the first. */
  private predecessor(key: number, rank: number): number {
    let fromEnd = this.last;
    if (fromEnd < 0 || !this.isBehind(fromEnd, key, rank)) return fromEnd;
    let fromStart = this.first;
    while (fromStart >= 0) {
      if (this.isBehind(fromStart, key, rank)) return this.previous[fromStart]!;
      fromStart = this.next[fromStart]!;
      fromEnd = this.previous[fromEnd]!;
      if (fromEnd < 0 || !this.isBehind(fromEnd, key, rank)) return fromEnd;
    }
    return none;
  }

  private isBehind(slot: number, key: number, rank: number): boolean {
    const other = this.keys[slot]!;
    return other > key || (other === key && this.ranks[slot]! > rank);
  }

  private insertAfter(before: number, slot: number): void {
    const behind = before < 0 ? this.first : this.next[before]!;
    this.previous[slot] = before;
    this.next[slot] = behind;
    if (before < 0) this.first = slot;
    else this.next[before] = slot;
    if (behind < 0) this.last = slot;
    else this.previous[behind] = slot;
  }

  private remove(slot: number): void {
    const before = this.previous[slot]!;
    const behind = this.next[slot]!;
    if (before < 0) this.first = behind;
    else this.next[before] = behind;
    if (behind < 0) this.last = before;
    else this.previous[behind] = before;
    this.handlers[slot] = noHandler;
    this.generation[slot] = (this.generation[slot]! + 1) % generationCount;
    this.next[slot] = this.firstFree;
    this.firstFree = slot;
    this.size--;
  }

  private grow(): void {
    const capacity = this.next.length * 2;
    this.next = copyInto(new Int32Array(capacity), this.next);
    this.previous = copyInto(new Int32Array(capacity), this.previous);
    this.keys = copyInto(new Float64Array(capacity), this.keys);
    this.ranks = copyInto(new Int32Array(capacity), this.ranks);
    this.payloads = copyInto(new Int32Array(capacity), this.payloads);
    this.generation = copyInto(new Uint32Array(capacity), this.generation);
  }
}

function noHandler(): void {}

function copyInto<T extends Float64Array | Int32Array | Uint32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
