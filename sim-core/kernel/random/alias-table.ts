/**
 * Draws one of many categories in constant time, by Walker's alias method in Vose's form (IEEE Trans. Softw. Eng. 17,
 * 1991). A category of weight zero never comes. The result doesn't rise with u: for a handful of categories, or where a
 * larger uniform number must mean a later category (paired scenarios, antithetic streams), use `category`.
 *
 * ```ts
 * const districts = new AliasTable([41_000, 37_500, 60_200]); // inhabitants
 * const district = districts.draw(stream.next()); // 0, 1 or 2
 * ```
 */
export class AliasTable {
  /** Cell i gives category i on its lower part, as far as `share[i]`, and category `alias[i]` above it. */
  private readonly share: Float64Array;
  private readonly alias: Int32Array;

  /** @param weights zero or more each, not all zero; they need not sum to 1 @throws RangeError for other weights */
  constructor(weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0 && total < Infinity) || weights.some((weight) => !(weight >= 0))) {
      const found = weights.length > 0 ? weights.join(', ') : 'none';
      throw new RangeError(`Weights must be zero or more, finite and not all zero; found ${found}`);
    }
    const cells = weights.length;
    this.share = new Float64Array(cells).fill(1);
    this.alias = new Int32Array(cells);
    this.fill(weights.map((weight) => (weight / total) * cells));
  }

  /** Index of a category, by one uniform number (0 < u < 1). */
  draw(u: number): number {
    const position = u * this.share.length;
    const cell = Math.floor(position);
    return position - cell < this.share[cell]! ? cell : this.alias[cell]!;
  }

  /** Fills up every cell that is less than full from one that is more than full. @param content 1 is a full cell */
  private fill(content: number[]): void {
    const { share, alias } = this;
    const small: number[] = [];
    const large: number[] = [];
    content.forEach((value, cell) => (value < 1 ? small : large).push(cell));
    while (small.length > 0 && large.length > 0) {
      const less = small.pop()!;
      const more = large.at(-1)!;
      share[less] = content[less]!;
      alias[less] = more;
      content[more]! -= 1 - content[less]!;
      if (content[more]! < 1) small.push(large.pop()!);
    }
    // The cells left over on either side differ from full ones by rounding only, and stay full of their own category.
  }
}
