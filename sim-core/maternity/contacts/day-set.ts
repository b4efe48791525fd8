/** A few days, kept without a new array for each woman. */
export class DaySet {
  private days = new Int32Array(32);
  private count = 0;

  clear(): void {
    this.count = 0;
  }

  add(day: number): void {
    if (this.count === this.days.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.days);
      this.days = larger;
    }
    this.days[this.count++] = day;
  }

  has(day: number): boolean {
    for (let index = 0; index < this.count; index++) if (this.days[index] === day) return true;
    return false;
  }
}
