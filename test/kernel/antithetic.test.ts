import { describe, expect, it } from 'vitest';
import { exponential, RandomStream } from '../../sim-core/kernel/index.ts';
import { deviationOf, meanOf } from './support.ts';

const draw = (stream: RandomStream, count: number) => Array.from({ length: count }, () => stream.next());

describe('an antithetic stream', () => {
  it('gives exactly 1 − u wherever the stream gives u, and leaves the stream as it is', () => {
    const stream = new RandomStream('antithetic', 0, 'x');
    const again = new RandomStream('antithetic', 0, 'x');
    const mirror = stream.antithetic();
    for (let index = 0; index < 10_000; index++) {
      const u = stream.next();
      const mirrored = mirror.next();
      // In whole steps of 2^−53, where sums are exact.
      if (u * 2 ** 53 + mirrored * 2 ** 53 !== 2 ** 53) throw new Error(`${u} and ${mirrored}`);
      if (!(mirrored > 0 && mirrored < 1)) throw new Error(`${mirrored}`);
      if (again.next() !== u) throw new Error('The stream has changed');
    }
  });

  it('goes on from where the stream is', () => {
    const stream = new RandomStream('antithetic', 0, 'later');
    draw(stream, 17);
    const mirror = stream.antithetic();
    expect(draw(mirror, 5)).toEqual(draw(stream, 5).map((u) => 1 - u));
  });

  it('is the stream itself when mirrored again', () => {
    const stream = new RandomStream('antithetic', 0, 'twice');
    expect(draw(stream.antithetic().antithetic(), 20)).toEqual(draw(stream, 20));
  });

  it('is saved and restored as what it is, also by way of JSON and into a stream of the other kind', () => {
    const plain = new RandomStream('antithetic', 0, 'saved');
    const mirror = plain.antithetic();
    const saved = { plain: plain.save(), mirror: mirror.save() };
    const ahead = { plain: draw(plain, 20), mirror: draw(mirror, 20) };
    plain.restore(JSON.parse(JSON.stringify(saved.mirror)));
    mirror.restore(JSON.parse(JSON.stringify(saved.plain)));
    expect([draw(plain, 20), draw(mirror, 20)]).toEqual([ahead.mirror, ahead.plain]);
    expect([saved.plain.length, saved.mirror.length]).toEqual([4, 5]);
  });

  it('keeps away from 0 and 1 where the stream comes closest to them', () => {
    const stream = new RandomStream('x', 0, 'x');
    stream.restore([5, 0, 5, 0]);
    expect(stream.antithetic().next()).toBe(1 - 2 ** -53);
    expect(stream.next()).toBe(2 ** -53);
  });

  it('makes the mean of a pair vary less than that of independent runs', () => {
    const pairs = Array.from({ length: 2000 }, (_, replication) => {
      const stream = new RandomStream('pairs', replication, 'x');
      const mirror = stream.antithetic();
      const other = new RandomStream('pairs', replication, 'y');
      const [u, mirrored, independent] = [stream.next(), mirror.next(), other.next()].map((v) => exponential(v, 1));
      return { antithetic: (u! + mirrored!) / 2, independent: (u! + independent!) / 2 };
    });
    const spread = (key: 'antithetic' | 'independent') => deviationOf(pairs.map((pair) => pair[key])) ** 2;
    // The correlation of −ln u and −ln (1 − u) is 1 − π²/6.
    expect(spread('antithetic') / spread('independent')).toBeCloseTo(2 - Math.PI ** 2 / 6, 1);
    expect(meanOf(pairs.map(({ antithetic }) => antithetic))).toBeCloseTo(1, 1);
  });
});
