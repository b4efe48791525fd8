/**
 * Counts of observations in cells of equal width, with counts of what lies below and above, and shares and quantiles by
 * linear interpolation within a cell. As long as a quantile lies in the range, its error is less than a cell's width, in
 * constant memory for any number of observations; where a thousand cells serve, there is no need of a quantile sketch.
 * (For exact quantiles of observations that were kept, see `empirical`; for time at each level, `LevelTimes`.)
 *
 * ```ts
 * const waits = new Histogram(0, 480, 960); // minutes, in halves
 * waits.add(37.2);
 * waits.quantile(0.95);
 * 1 - waits.shareBelow(30);
 * ```
 */
export class Histogram {
  readonly low: number;
  readonly high: number;
  /** Width of a cell. */
  readonly width: number;
  /** Observations in each cell; cell i covers low + i·width up to, not including, low + (i + 1)·width. */
  readonly cells: Float64Array;
  /** Observations less than `low`, and `high` or more. */
  below = 0;
  above = 0;
  /** All observations. */
  count = 0;

  /**
   * @param low @param high range of the cells, low < high, both finite
   * @param cells number of cells, 1 or more
   * @throws RangeError for other values
   */
  constructor(low: number, high: number, cells: number) {
    if (!(low < high && high - low < Infinity && Number.isInteger(cells) && cells > 0)) {
      throw new RangeError(`A histogram of ${cells} cells from ${low} to ${high} is not possible`);
    }
    this.low = low;
    this.high = high;
    this.cells = new Float64Array(cells);
    this.width = (high - low) / cells;
  }

  /** @throws RangeError for NaN */
  add(value: number): void {
    if (value < this.low) this.below++;
    else if (value >= this.high) this.above++;
    else if (Number.isNaN(value)) throw new RangeError('NaN has no place in a histogram');
    // The division may round up to the number of cells just below the end of the range.
    else this.cells[Math.min(this.cells.length - 1, Math.floor((value - this.low) / this.width))]!++;
    this.count++;
  }

  /**
   * Value below which a share of the observations lies; −Infinity or Infinity when that is outside the range, NaN without
   * observations. @param share 0…1
   */
  quantile(share: number): number {
    if (this.count === 0) return NaN;
    const rank = share * this.count;
    let seen = this.below;
    if (rank < seen) return -Infinity;
    for (let cell = 0; cell < this.cells.length; cell++) {
      const inCell = this.cells[cell]!;
      if (inCell > 0 && rank <= seen + inCell) return this.low + (cell + (rank - seen) / inCell) * this.width;
      seen += inCell;
    }
    return Infinity;
  }

  /** Share of the observations less than a value in the range; NaN outside the range and without observations. */
  shareBelow(value: number): number {
    if (!(value >= this.low && value <= this.high)) return NaN;
    const position = (value - this.low) / this.width;
    const cell = Math.min(this.cells.length - 1, Math.floor(position));
    let seen = this.below;
    for (let index = 0; index < cell; index++) seen += this.cells[index]!;
    return (seen + (position - cell) * this.cells[cell]!) / this.count;
  }

  /** Adds the observations of another histogram, e.g. of another replication. @throws RangeError when its cells differ */
  merge(other: Histogram): void {
    if (other.low !== this.low || other.high !== this.high || other.cells.length !== this.cells.length) {
      throw new RangeError(
        `Histograms of ${this.cells.length} cells in ${this.low}…${this.high} and ${other.cells.length} in ` +
          `${other.low}…${other.high} can't be merged`,
      );
    }
    other.cells.forEach((count, cell) => (this.cells[cell]! += count));
    this.below += other.below;
    this.above += other.above;
    this.count += other.count;
  }

  /** Forgets all observations, e.g. those of the warm-up. */
  reset(): void {
    this.cells.fill(0);
    this.below = 0;
    this.above = 0;
    this.count = 0;
  }
}
