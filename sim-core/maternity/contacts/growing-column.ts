type NumberArray = Float64Array | Int32Array | Int16Array | Uint8Array;

const firstCapacity = 4096;

/** A column of numbers that grows at the end. */
export class GrowingColumn<T extends NumberArray> {
  private values: T;
  private count = 0;
  private readonly kind: new (length: number) => T;

  constructor(kind: new (length: number) => T) {
    this.kind = kind;
    this.values = new kind(firstCapacity);
  }

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    if (this.count === this.values.length) {
      const larger = new this.kind(this.count * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = value;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  /** The values so far, without a copy; valid until the next push. */
  view(): T {
    return this.values.subarray(0, this.count) as T;
  }
}
