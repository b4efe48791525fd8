import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportionalPosts, weeklyHours } from '../../../sim-core/maternity/staff/shift-posts.ts';

/** Off, day, evening, night. */
const hours = [0, 8, 7.5, 10];
const places = [1, 2, 3, 5, 6, 7];

/** Posts of weekdays, weekends and public holidays; each of day, evening and night. */
function postsOf(weekday: number[], weekend: number[], publicHoliday = weekend): Int32Array {
  return Int32Array.from([weekday, weekend, publicHoliday].flatMap((shifts) => [0, ...shifts]));
}

const someone = fc.array(fc.nat(15), { minLength: 3, maxLength: 3 });
const unit = fc.record({
  posts: fc.tuple(someone, someone, someone),
  share: fc.double({ min: 0, max: 3, noNaN: true }),
});

describe('posts in proportion', () => {
  it('are as before for the whole, none for nothing and twice as many for twice', () => {
    const posts = postsOf([9, 9, 8], [8, 8, 8]);
    expect(proportionalPosts(posts, 1, hours)).toEqual(posts);
    expect(proportionalPosts(posts, 0, hours)).toEqual(new Int32Array(12));
    expect(proportionalPosts(posts, 2, hours)).toEqual(posts.map((post) => 2 * post));
  });

  // Of 5 × 80 + 2 × 15 = 430 hours a tenth is 43: one weekday's post by day has 40, and no other has 3.
  it('take from the shift that is highest above its share, and leave public holidays with as many fewer as weekends', () => {
    const posts = postsOf([10, 0, 0], [0, 1, 0], [0, 2, 0]);
    expect(proportionalPosts(posts, 0.9, hours)).toEqual(postsOf([9, 0, 0], [0, 1, 0], [0, 2, 0]));
    // 43 × 2 = 86 hours: two by day leave 6; the evening at weekends has 15.
    expect(proportionalPosts(posts, 0.8, hours)).toEqual(postsOf([8, 0, 0], [0, 1, 0], [0, 2, 0]));
    // 430 × 0.97 = 417.1 hours: the 15 of a weekend evening are nearer to 12.9 than nothing.
    expect(proportionalPosts(posts, 0.97, hours)).toEqual(postsOf([10, 0, 0], [0, 0, 0], [0, 1, 0]));
  });

  it('are of no clinic on days when it is closed', () => {
    // 17 posts by day, 22 full-time; 3.3 of them are 15 %: 2.55 of the 17.
    expect(proportionalPosts(postsOf([17, 0, 0], [0, 0, 0]), 0.85, hours)).toEqual(postsOf([14, 0, 0], [0, 0, 0]));
  });

  it('have the hours wanted within half a post, and no shift ends more than one post beyond its share', () => {
    fc.assert(
      fc.property(unit, ({ posts: [weekday, weekend, publicHoliday], share }) => {
        const posts = postsOf(weekday, weekend, publicHoliday);
        const after = proportionalPosts(posts, share, hours);
        const longest = Math.max(
          ...places.map((place) => (posts[place]! > 0 ? (place > 4 ? 2 : 5) * hours[place % 4]! : 0)),
        );
        const wanted = share * weeklyHours(posts, hours);
        expect(Math.abs(weeklyHours(after, hours) - wanted)).toBeLessThanOrEqual(longest / 2 + 1e-6);
        for (const place of places) {
          const beyond = (after[place]! - share * posts[place]!) * (share < 1 ? -1 : 1);
          expect(beyond).toBeLessThanOrEqual(1 + 1e-6);
          expect(after[place]).toBeGreaterThanOrEqual(0);
          if (posts[place] === 0) expect(after[place]).toBe(0);
        }
        for (const shift of [1, 2, 3]) {
          const by = after[4 + shift]! - posts[4 + shift]!;
          expect(after[8 + shift]).toBe(Math.max(0, posts[8 + shift]! + by));
        }
      }),
      { numRuns: 1000, seed: 2027 },
    );
  });
});
