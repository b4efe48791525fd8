import type { RandomStream } from '../../kernel/index.ts';
import { drawPositions, employedFor, type PositionShare } from './people.ts';

/** The people of a unit over the levels of full-time posts that it has. */
export interface EmployedPeople {
  /** Positions of all who are ever employed. */
  readonly positions: readonly number[];
  /** Places on that list of those employed at each level, ascending. */
  readonly employed: readonly (readonly number[])[];
}

/** What people do to come to other posts: places of those who leave, and positions of those who come. */
interface Exchange {
  readonly leaving: readonly number[];
  readonly coming: readonly number[];
}

/** The people who fill the most full-time posts, of whom so many of the first as fill each level most nearly are employed. */
export function longestList(
  levels: readonly number[],
  shares: readonly PositionShare[],
  random: RandomStream,
): EmployedPeople {
  const positions = drawPositions(Math.max(...levels), shares, random);
  return { positions, employed: levels.map((level) => [...Array(employedFor(level, positions)).keys()]) };
}

/**
 * The people of a unit whose full-time posts are moved: those whom it usually has, less those who leave, and newcomers. At
 * each level their positions sum to exactly as much less or more than usually as the level is below or above the usual
 * one, where the sizes of position allow. Those at the end of the list leave first. Where nobody's positions sum to what is
 * to go, such as a quarter of a post, somebody leaves for a newcomer with another position: her own is made smaller.
 * @param levels full-time posts, the usual ones first; others may come again
 */
export function movedPeople(
  levels: readonly number[],
  shares: readonly PositionShare[],
  random: RandomStream,
): EmployedPeople {
  const usualPosts = levels[0]!;
  const positions = drawPositions(usualPosts, shares, random);
  const usual = [...positions.keys()];
  const usualSum = sumOf(positions);
  const grid = shares.filter(({ share }) => share > 0).map(({ position }) => position);
  const employedAt = new Map<number, readonly number[]>([[usualPosts, usual]]);
  const follow = (ordered: readonly number[]): void => {
    let people: readonly number[] = usual;
    for (const level of ordered) {
      const wanted = level <= 0 ? 0 : Math.max(0, usualSum + level - usualPosts);
      const gain = wanted - sumOf(people.map((place) => positions[place]!));
      const drawn = gain >= 1 ? drawPositions(gain, shares, random) : [];
      const { leaving, coming } = nearestExchange(positions, people, sumOf(drawn) - gain, grid);
      const gone = new Set(leaving);
      const added = [...drawn, ...coming];
      people = [...people.filter((place) => !gone.has(place)), ...added.map((_, index) => positions.length + index)];
      positions.push(...added);
      employedAt.set(level, people);
    }
  };
  const ascending = [...new Set(levels)].sort((a, b) => a - b);
  follow(ascending.filter((level) => level < usualPosts).reverse());
  follow(ascending.filter((level) => level > usualPosts));
  return { positions, employed: levels.map((level) => employedAt.get(level)!) };
}

/**
 * Who of some people leaves, and who comes, so that their positions sum to as nearly as can be so much less. Nobody comes
 * unless it leads nearer, and at most two.
 */
function nearestExchange(
  positions: readonly number[],
  people: readonly number[],
  less: number,
  grid: readonly number[],
): Exchange {
  const fromEnd = people.toReversed();
  const sizes = fromEnd.map((place) => positions[place]!);
  let best: Exchange = { leaving: [], coming: [] };
  let nearest = Infinity;
  for (const coming of newcomers(grid)) {
    const wanted = less + sumOf(coming);
    const leaving = nearestSubset(sizes, wanted).map((index) => fromEnd[index]!);
    const miss = Math.abs(wanted - sumOf(leaving.map((place) => positions[place]!)));
    if (miss > nearest - tolerance) continue;
    nearest = miss;
    best = { leaving, coming };
    if (miss < tolerance) break;
  }
  return best;
}

/** Nobody, each position alone, then two of them. */
function newcomers(grid: readonly number[]): number[][] {
  const pairs = grid.flatMap((first, index) => grid.slice(index).map((second) => [first, second]));
  return [[], ...grid.map((position) => [position]), ...pairs];
}

/**
 * Which of some sizes have the sum nearest to a wanted one, as far to the front as possible: the subset-sum problem by
 * dynamic programming over the sums that can be had, which on a grid of quarters are few.
 */
function nearestSubset(sizes: readonly number[], wanted: number): number[] {
  const goal = Math.round(wanted * grains);
  const most = goal + Math.round(Math.max(0, ...sizes) * grains);
  const reached = new Map<number, { item: number; before: number }>([[0, { item: -1, before: 0 }]]);
  for (let item = 0; item < sizes.length && !reached.has(goal); item++) {
    const size = Math.round(sizes[item]! * grains);
    const sums = [...reached.keys()];
    for (const before of sums) {
      const sum = before + size;
      if (sum <= most && !reached.has(sum)) reached.set(sum, { item, before });
    }
  }
  let nearest = 0;
  for (const sum of reached.keys()) {
    if (Math.abs(sum - goal) < Math.abs(nearest - goal)) nearest = sum;
  }
  const chosen: number[] = [];
  for (let sum = nearest; sum > 0;) {
    const { item, before } = reached.get(sum)!;
    chosen.push(item);
    sum = before;
  }
  return chosen;
}

/** Sums are told apart to the ten-thousandth of a post. */
const grains = 10_000;
const tolerance = 1 / grains;

function sumOf(positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum + position, 0);
}
