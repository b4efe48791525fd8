import seedrandom from 'seedrandom';

/** The state of a stream, to be saved and restored; a fifth part, `true`, belongs to an antithetic stream. */
export type RandomState = readonly [s0: number, s1: number, s2: number, s3: number, antithetic?: boolean];

/**
 * A stream of uniform random numbers: xoshiro128** (Blackman & Vigna, ACM Trans. Math. Softw. 47, 2021), whose state is
 * drawn by seedrandom's ARC4 from the stream's name. Streams with different names are independent for all practical
 * purposes; streams with the same name are equal, in every JavaScript engine.
 *
 * ```ts
 * const stays = new RandomStream('2027', 0, 'stays');
 * const mirrored = stays.antithetic(); // 1 − u wherever `stays` gives u
 * const saved = stays.save();
 * const first = stays.next();
 * stays.restore(saved);
 * stays.next() === first; // true
 * ```
 */
export class RandomStream {
  private s0 = 0;
  private s1 = 0;
  private s2 = 0;
  private s3 = 0;
  private mirrored = false;

  /**
   * @param seed chosen by the user
   * @param replication 0, 1, 2, …
   * @param purpose what is drawn from it, e.g. "births/north"; one stream per purpose keeps scenarios paired
   */
  constructor(seed: string, replication: number, purpose: string) {
    const source = seedrandom(latin1(JSON.stringify([seed, replication, purpose])));
    this.restore([source.int32(), source.int32(), source.int32(), source.int32()]);
  }

  /** A number between 0 and 1, both excluded, in steps of 2^−52. */
  next(): number {
    // Two outputs make 52 random bits; the half step keeps 0 and 1 out, so that every quantile is finite.
    const u = ((this.bits() >>> 6) * 67_108_864 + (this.bits() >>> 6) + 0.5) * 2.220446049250313e-16;
    // Exact: like u, 1 − u is an odd number of steps of 2^−53.
    return this.mirrored ? 1 - u : u;
  }

  /**
   * A stream that goes on from here with 1 − u wherever this one gives u, exactly; this one is left as it is. The mean of
   * a run and its mirror varies less than that of two independent runs, where figures rise or fall with each draw
   * (Hammersley & Morton, Proc. Camb. Phil. Soc. 52, 1956). The antithetic of an antithetic stream is the stream itself.
   */
  antithetic(): RandomStream {
    const mirror = new RandomStream('', 0, '');
    mirror.restore([this.s0, this.s1, this.s2, this.s3, !this.mirrored]);
    return mirror;
  }

  save(): RandomState {
    const { s0, s1, s2, s3 } = this;
    return this.mirrored ? [s0, s1, s2, s3, true] : [s0, s1, s2, s3];
  }

  /** Goes on as the stream did whose state was saved, mirrored if that one was. */
  restore([s0, s1, s2, s3, antithetic = false]: RandomState): void {
    if ((s0 | s1 | s2 | s3) === 0) throw new RangeError('The state of a random stream must not be all zero');
    this.s0 = s0 | 0;
    this.s1 = s1 | 0;
    this.s2 = s2 | 0;
    this.s3 = s3 | 0;
    this.mirrored = antithetic;
  }

  /** 32 random bits as a signed integer. */
  private bits(): number {
    const scrambled = Math.imul(rotateLeft(Math.imul(this.s1, 5), 7), 9);
    const shifted = this.s1 << 9;
    this.s2 ^= this.s0;
    this.s3 ^= this.s1;
    this.s1 ^= this.s2;
    this.s0 ^= this.s3;
    this.s2 ^= shifted;
    this.s3 = rotateLeft(this.s3, 11);
    return scrambled;
  }
}

/** Escapes letters beyond Latin-1: seedrandom sees only the lowest byte of each, and would take "š" for "a". */
function latin1(json: string): string {
  return json.replace(/[\u0100-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
