import { RandomStream } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { Skill } from './person.ts';
import type { Unit } from './unit.ts';

/** How many of the people of a group have positions of some size. */
export interface PositionShare {
  position: number;
  share: number;
}

/** The golden ratio's fractional part: its multiples fall evenly between 0 and 1, however many are taken. */
const golden = 0.6180339887498949;

/**
 * Positions of the people who fill some full-time posts, in the order in which they are employed. They come from the
 * shares by a Weyl sequence that starts at a random place, so that the first so many people always have nearly the
 * published mix; then as few as need be, from the end of the list, are changed until the sum is as near to the posts as
 * the sizes of position allow.
 */
export function drawPositions(fullTimePosts: number, shares: readonly PositionShare[], random: RandomStream): number[] {
  const grid = shares.filter(({ share }) => share > 0).map(({ position }) => position);
  const mean = shares.reduce((sum, { position, share }) => sum + position * share, 0);
  let u = random.next();
  if (grid.length === 0 || fullTimePosts < Math.min(...grid) / 2) return [];
  const positions: number[] = [];
  let left = fullTimePosts;
  for (let people = Math.max(1, Math.round(fullTimePosts / mean)); people > 0; people--) {
    const position = positionAt(shares, u);
    positions.push(position);
    left -= position;
    u = (u + golden) % 1;
  }
  for (let index = positions.length - 1; index >= 0; index--) {
    const position = positions[index]!;
    const better = nearestOf(grid, position + left);
    if (Math.abs(left + position - better) > Math.abs(left) - 1e-9) continue;
    positions[index] = better;
    left += position - better;
  }
  return positions;
}

/** How many of the first people have positions whose sum is nearest to the full-time posts. */
export function employedFor(fullTimePosts: number, positions: readonly number[]): number {
  let sum = 0;
  for (const [index, position] of positions.entries()) {
    if (sum + position / 2 > fullTimePosts) return index;
    sum += position;
  }
  return positions.length;
}

/** The stream that the people of a unit are drawn from: the same in every replication of a seed. */
export function peopleStream(seed: string, unit: Unit): RandomStream {
  return new RandomStream(seed, 0, `people/${unit.id}`);
}

/** Shares of positions among the people of a unit. Assistants of a district have those of hospitals. */
export function positionShares(inputs: ModelInputs, unit: Unit): readonly PositionShare[] {
  const { positions } = inputs.data.staff;
  if (unit.profession === 'assistant') return positions.hospitalAssistants;
  if (unit.profession === 'healthNurse') return positions.healthNurses;
  return unit.site < 0 ? positions.districtMidwives : positions.hospitalMidwives;
}

/**
 * Skills of the person who comes as number `index` (0, 1, …) in a unit. Whoever has a skill is spread evenly over the
 * list, the first person among them.
 */
export function skillsOf(inputs: ModelInputs, unit: Unit, index: number): readonly Skill[] {
  const { ultrasound, outpatientInduction } = inputs.data.staff.skills;
  if (unit.profession !== 'midwife') return [];
  const has = (share: number): boolean => Math.ceil((index + 1) * share) > Math.ceil(index * share);
  const skills: Skill[] = [];
  if (unit.kind === 'outpatientClinic' && has(ultrasound)) skills.push('ultrasound');
  if ((unit.kind === 'outpatientClinic' || unit.kind === 'antenatalWard') && has(outpatientInduction)) {
    skills.push('outpatientInduction');
  }
  return skills;
}

function positionAt(shares: readonly PositionShare[], u: number): number {
  let sum = 0;
  for (const { position, share } of shares) {
    sum += share;
    if (u < sum) return position;
  }
  return shares.at(-1)!.position;
}

function nearestOf(grid: readonly number[], left: number): number {
  return grid.reduce((best, position) => (Math.abs(position - left) < Math.abs(best - left) ? position : best));
}
