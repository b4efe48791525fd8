import type { Woman } from '../women/woman.ts';
import type { WardMidwife } from './labour-ward-midwife.ts';
import { byNeed, type WardStay } from './labour-ward-stay.ts';

/** How well a woman knows a midwife on duty. */
export const Acquaintance = { none: 0, metInPregnancy: 1, named: 2 } as const;
export type Acquaintance = (typeof Acquaintance)[keyof typeof Acquaintance];

/** What decides who gets whom. */
export interface AssignmentRules {
  mostWomenPerMidwife: number;
  /** Minutes before the end of a shift from which on others are preferred. */
  noNewWomenBeforeEnd: number;
  /** How well a woman knows a midwife, by number; without it nobody knows anybody. */
  acquaintance?: ((woman: Woman, midwife: number) => Acquaintance) | undefined;
}

/**
 * Shares the midwives on duty between the women: whoever has nobody is given one, the neediest first, and then women in
 * active labour who share theirs get one to themselves where that is possible. Every pair that need not be broken for one
 * of these two aims is kept.
 *
 * @param midwives in the order in which they came on duty; earlier ones go first when all else is equal
 */
export function assign(
  midwives: readonly WardMidwife[],
  stays: readonly WardStay[],
  rules: AssignmentRules,
  now: number,
): void {
  let alone = false;
  let sharing = false;
  for (let index = 0; index < stays.length; index++) {
    const stay = stays[index]!;
    if (stay.midwife === undefined) alone ||= stay.isAlone;
    else sharing ||= stay.isSharing;
  }
  if (alone && midwives.length > 0) {
    while (serveOne(midwives, stays, rules, now));
    sharing = true;
  }
  if (sharing) while (relieveOne(midwives, stays, rules, now));
}

/**
 * Gives the neediest of those who have nobody to a midwife; when all have the most women, she takes the place of the least
 * needy if that is somebody in another phase. False when nobody was served.
 */
function serveOne(
  midwives: readonly WardMidwife[],
  stays: readonly WardStay[],
  rules: AssignmentRules,
  now: number,
): boolean {
  let neediest: WardStay | undefined;
  for (const stay of stays) {
    if (stay.isAlone && (neediest === undefined || byNeed(stay, neediest) < 0)) neediest = stay;
  }
  if (neediest === undefined) return false;
  const midwife = bestMidwife(midwives, neediest, rules, now);
  if (midwife !== undefined) {
    neediest.give(midwife);
    return true;
  }
  let least: WardStay | undefined;
  for (const other of stays) {
    if (other.rank <= neediest.rank || other.midwife?.isPresent !== true) continue;
    if (least === undefined || byNeed(other, least) > 0) least = other;
  }
  if (least?.midwife === undefined) return false;
  const { midwife: freed } = least;
  least.give(undefined);
  neediest.give(freed);
  return true;
}

/**
 * Who takes her on: a midwife whose one-to-one care would not be spoilt, not at the end of her shift, for active labour one
 * who is free; among these one whom she knows, one who had her before, and then the one with the least load.
 */
function bestMidwife(
  midwives: readonly WardMidwife[],
  stay: WardStay,
  rules: AssignmentRules,
  now: number,
): WardMidwife | undefined {
  let best: WardMidwife | undefined;
  let bestRank = Infinity;
  let bestLoad = Infinity;
  for (const midwife of midwives) {
    if (!midwife.isPresent || midwife.women.length >= rules.mostWomenPerMidwife) continue;
    const rank =
      (midwife.shiftEnd <= now ? 64 : 0) +
      (midwife.isOneToOne ? 32 : 0) +
      (midwife.shiftEnd <= now + rules.noNewWomenBeforeEnd ? 16 : 0) +
      (stay.isActive && midwife.commitments > 0 ? 8 : 0) +
      (rules.acquaintance === undefined
        ? 0
        : 2 * (Acquaintance.named - rules.acquaintance(stay.woman, midwife.number))) +
      (stay.hadBefore(midwife.number) ? 0 : 1);
    if (rank > bestRank) continue;
    const { load } = midwife;
    if (rank === bestRank && load >= bestLoad) continue;
    best = midwife;
    bestRank = rank;
    bestLoad = load;
  }
  return best;
}

/** Gets the neediest woman for whom it is possible a midwife to herself; false when there is none such. */
function relieveOne(
  midwives: readonly WardMidwife[],
  stays: readonly WardStay[],
  rules: AssignmentRules,
  now: number,
): boolean {
  if (!isAnybodySharing(stays)) return false;
  let lightest = Infinity;
  for (const midwife of midwives) {
    if (!midwife.isPresent || midwife.women.length >= rules.mostWomenPerMidwife) continue;
    if (!canTakeOver(midwife, rules, now)) continue;
    const { load } = midwife;
    if (load < lightest) lightest = load;
  }
  if (lightest === Infinity) return false;
  const sharing = stays.filter((stay) => stay.isSharing && stay.midwife!.load > lightest);
  if (sharing.length > 1) sharing.sort(byNeed);
  return sharing.some(
    (stay) => moveOthersAway(midwives, stay, rules, now) || (lightest === 0 && moveToFree(midwives, stay, rules, now)),
  );
}

function isAnybodySharing(stays: readonly WardStay[]): boolean {
  for (let index = 0; index < stays.length; index++) if (stays[index]!.isSharing) return true;
  return false;
}

/**
 * Moves the others of her midwife to midwives with less load whose one-to-one care that does not spoil. Not when that
 * would be more hand-overs in active labour than to move her.
 */
function moveOthersAway(
  midwives: readonly WardMidwife[],
  stay: WardStay,
  rules: AssignmentRules,
  now: number,
): boolean {
  const midwife = stay.midwife!;
  // She would not be alone with her midwife even then.
  if (midwife.assists !== undefined || midwife.looksAfterOthers()) return false;
  let active = 0;
  for (const woman of midwife.women) if (woman.isActive) active++;
  if (active > 2) return false;
  const { load } = midwife;
  const receivers: WardMidwife[] = [];
  let room = 0;
  for (const candidate of midwives) {
    const places = rules.mostWomenPerMidwife - candidate.women.length;
    if (places <= 0 || candidate === midwife || !candidate.isPresent || !canTakeOver(candidate, rules, now)) continue;
    if (candidate.load >= load) continue;
    receivers.push(candidate);
    room += places;
  }
  if (room < midwife.women.length - 1) return false;
  const others = midwife.women.filter((other) => other !== stay);
  if (others.length > 1) others.sort(byNeed);
  // There is room for all of them, whoever goes where.
  for (const other of others) other.give(bestMidwife(receivers, other, rules, now));
  return true;
}

/** Would not spoil one-to-one care by another woman, nor leave her soon. */
function canTakeOver(midwife: WardMidwife, rules: AssignmentRules, now: number): boolean {
  return midwife.shiftEnd > now + rules.noNewWomenBeforeEnd && !midwife.isOneToOne;
}

/** Moves her to a midwife who has nobody. */
function moveToFree(midwives: readonly WardMidwife[], stay: WardStay, rules: AssignmentRules, now: number): boolean {
  const free = midwives.filter(
    (midwife) => midwife.isPresent && midwife.commitments === 0 && midwife.shiftEnd > now + rules.noNewWomenBeforeEnd,
  );
  const receiver = bestMidwife(free, stay, rules, now);
  if (receiver === undefined) return false;
  stay.give(receiver);
  return true;
}

/** The midwife present with the least load who fits; the earliest to come on duty among several. */
export function leastLoaded(
  midwives: readonly WardMidwife[],
  fits: (midwife: WardMidwife) => boolean,
): WardMidwife | undefined {
  let best: WardMidwife | undefined;
  for (const midwife of midwives) {
    if (!midwife.isPresent || !fits(midwife)) continue;
    if (best === undefined || midwife.load < best.load) best = midwife;
  }
  return best;
}
