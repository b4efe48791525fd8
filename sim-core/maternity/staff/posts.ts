import type { Calendar } from '../../kernel/index.ts';
import { interventionsOf, type DatedIntervention, type InterventionOf } from '../interventions.ts';
import { siteIds, type ModelInputs } from '../model-inputs.ts';
import { postChangesOf, type PostChange } from './moved-posts.ts';
import { proportionalPosts, weeklyHours } from './shift-posts.ts';
import type { ShiftTimes } from './shift-times.ts';
import type { ShiftCode, Unit } from './unit.ts';
import { unitIdOf } from './unit-references.ts';
import { teamKeys, type SiteUnitKind } from './units.ts';

/** Kinds of day by the posts that they have. */
export const DayKind = { weekday: 0, weekend: 1, publicHoliday: 2 } as const;
export type DayKind = (typeof DayKind)[keyof typeof DayKind];
const dayKinds = ['weekday', 'weekend', 'publicHoliday'] as const;
const shiftKeys = ['day', 'evening', 'night'] as const;

/** What kind of day a day is: a public holiday is one whatever its weekday. */
export function dayKindOf(calendar: Calendar, day: number): DayKind {
  if (calendar.isPublicHoliday(day)) return DayKind.publicHoliday;
  return calendar.isWeekend(day) ? DayKind.weekend : DayKind.weekday;
}

/** A span of days over which the posts of a unit stay the same. */
export interface Era {
  /** First day, and the day after the last; the first era begins at −Infinity and the last ends at Infinity. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Posts by kind of day × 4 + shift. */
  readonly posts: Int32Array;
  /** Full-time posts that the unit's people together may fill. */
  readonly fullTimePosts: number;
}

/**
 * The eras of a unit, one after the other, at least one; the first has the posts of the base data.
 *
 * Interventions with ward posts change its posts, none below 0, and its full-time posts in the same proportion as the
 * hours of its posts in an ordinary week. A change of weekend posts holds on public holidays too. Then full-time posts
 * that are moved, and those that people in combined positions bring, change the posts of its shifts in proportion; what
 * is moved or stands vacant changes its full-time posts. Health stations and continuity teams have people but no posts.
 */
export function erasOf(inputs: ModelInputs, calendar: Calendar, times: ShiftTimes, unit: Unit): Era[] {
  const team = teamOf(inputs, unit);
  const base = basePosts(team);
  const basePeople = team === undefined ? stationPosts(inputs, unit) : team.fullTimePosts;
  const shiftHours = [0, 1, 2, 3].map((shift) => times.usualHours(shift as ShiftCode));
  const baseHours = weeklyHours(base, shiftHours);
  const wardPosts = interventionsOf(inputs, calendar, 'ward-posts').filter(({ intervention }) =>
    isOf(intervention, unit),
  );
  const moved = postChangesOf(inputs, calendar).filter(({ unitId }) => unitId === unit.id);
  const bounds = [...wardPosts, ...moved].flatMap(({ fromDay, endDay }) => [fromDay, endDay]);
  const starts = [-Infinity, ...new Set(bounds.filter((day) => day < Infinity).sort((a, b) => a - b))];
  return starts.map((fromDay, index) => {
    const changes = wardPosts.filter((change) => change.fromDay <= fromDay && fromDay < change.endDay);
    const posts = withWardPosts(base, changes, unit);
    const people = baseHours === 0 ? basePeople : (basePeople * weeklyHours(posts, shiftHours)) / baseHours;
    const now = moved.filter((change) => change.fromDay <= fromDay && fromDay < change.endDay);
    const wanted = people + sumOf(now, ({ kind }) => kind !== 'vacant');
    return {
      fromDay,
      toDay: starts[index + 1] ?? Infinity,
      posts: people > 0 && now.length > 0 ? proportionalPosts(posts, Math.max(0, wanted / people), shiftHours) : posts,
      fullTimePosts: now.length > 0 ? Math.max(0, people + sumOf(now, ({ kind }) => kind !== 'combined')) : people,
    };
  });
}

/** Full-time posts of those changes that are wanted. */
function sumOf(changes: readonly PostChange[], isWanted: (change: PostChange) => boolean): number {
  const sum = changes.reduce((posts, change) => (isWanted(change) ? posts + change.posts : posts), 0);
  return Math.round(sum * postGrains) / postGrains;
}

/** What is given and taken again leaves nothing, however the sums are rounded. */
const postGrains = 1_000_000;

function basePosts(team: TeamPosts | undefined): Int32Array {
  const base = new Int32Array(12);
  if (team === undefined) return base;
  for (const [kind, key] of dayKinds.entries()) {
    for (const [index, shift] of shiftKeys.entries()) base[kind * 4 + index + 1] = team.posts[key]?.[shift] ?? 0;
  }
  return base;
}

function isOf({ site, unit: kind, profession }: InterventionOf<'ward-posts'>, unit: Unit): boolean {
  return unitIdOf({ site, unit: kind, profession }) === unit.id;
}

function withWardPosts(base: Int32Array, changes: readonly DatedIntervention<'ward-posts'>[], unit: Unit): Int32Array {
  const posts = Int32Array.from(base);
  for (const { intervention } of changes) {
    for (const kind of [DayKind.weekday, DayKind.weekend, DayKind.publicHoliday]) {
      if (unit.pattern === 'day' && kind !== DayKind.weekday) continue;
      const by = kind === DayKind.weekday ? intervention.weekday : intervention.weekend;
      for (const [shift, key] of shiftKeys.entries()) {
        const at = kind * 4 + shift + 1;
        posts[at] = Math.max(0, posts[at]! + by[key]);
      }
    }
  }
  return posts;
}

interface TeamPosts {
  posts: Partial<Record<(typeof dayKinds)[number], Partial<Record<(typeof shiftKeys)[number], number>>>>;
  fullTimePosts: number;
}

function teamOf(inputs: ModelInputs, unit: Unit): TeamPosts | undefined {
  if (unit.site < 0 || unit.profession === 'healthNurse') return undefined;
  const siteId = siteIds(inputs)[unit.site]!;
  return inputs.data.staff.sites[siteId]?.[unit.kind as SiteUnitKind]?.[teamKeys[unit.profession]];
}

function stationPosts(inputs: ModelInputs, unit: Unit): number {
  const station = inputs.data.staff.districts[Object.keys(inputs.data.origins)[unit.origin]!];
  if (unit.kind !== 'healthStation' || station === undefined) return 0;
  if (unit.profession === 'assistant') return 0;
  return unit.profession === 'midwife' ? station.midwives : station.healthNurses;
}
