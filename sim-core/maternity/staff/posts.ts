import type { Calendar } from '../../kernel/index.ts';
import { siteIds, type ModelInputs } from '../model-inputs.ts';
import type { ShiftTimes } from './shift-times.ts';
import type { Unit } from './unit.ts';
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
 * The eras of a unit, one after the other, at least one. Interventions with ward posts change its posts, none below 0,
 * and its full-time posts in the same proportion as the hours of its posts in an ordinary week. A change of weekend posts
 * holds on public holidays too. Health stations and continuity teams have people but no posts.
 */
export function erasOf(inputs: ModelInputs, calendar: Calendar, times: ShiftTimes, unit: Unit): Era[] {
  const team = teamOf(inputs, unit);
  if (team === undefined) {
    return [
      { fromDay: -Infinity, toDay: Infinity, posts: new Int32Array(12), fullTimePosts: stationPosts(inputs, unit) },
    ];
  }
  const siteId = siteIds(inputs)[unit.site]!;
  const base = new Int32Array(12);
  for (const [kind, key] of dayKinds.entries()) {
    for (const [index, shift] of shiftKeys.entries()) base[kind * 4 + index + 1] = team.posts[key]?.[shift] ?? 0;
  }
  const changes = inputs.interventions.flatMap((intervention) =>
    intervention.model === 'ward-posts' &&
    intervention.site === siteId &&
    (intervention.unit ?? 'labourWard') === unit.kind &&
    (intervention.profession ?? 'midwife') === unit.profession
      ? [
          {
            change: intervention,
            from: calendar.dayNumber(intervention.start),
            to: intervention.end === undefined ? Infinity : calendar.dayNumber(intervention.end) + 1,
          },
        ]
      : [],
  );
  const bounds = changes.flatMap(({ from, to }) => (to === Infinity ? [from] : [from, to]));
  const starts = [-Infinity, ...[...new Set(bounds)].sort((a, b) => a - b)];
  const baseHours = weeklyHours(base, times);
  return starts.map((fromDay, index) => {
    const posts = Int32Array.from(base);
    for (const { change, from, to } of changes) {
      if (fromDay < from || fromDay >= to) continue;
      for (const kind of [DayKind.weekday, DayKind.weekend, DayKind.publicHoliday]) {
        if (unit.pattern === 'day' && kind !== DayKind.weekday) continue;
        const by = kind === DayKind.weekday ? change.weekday : change.weekend;
        for (const [shift, key] of shiftKeys.entries()) {
          const at = kind * 4 + shift + 1;
          posts[at] = Math.max(0, posts[at]! + by[key]);
        }
      }
    }
    return {
      fromDay,
      toDay: starts[index + 1] ?? Infinity,
      posts,
      fullTimePosts:
        baseHours === 0 ? team.fullTimePosts : (team.fullTimePosts * weeklyHours(posts, times)) / baseHours,
    };
  });
}

/** Hours of the posts of a week without public holidays. */
function weeklyHours(posts: Int32Array, times: ShiftTimes): number {
  let hours = 0;
  for (const shift of [1, 2, 3] as const) {
    hours += (5 * posts[shift]! + 2 * posts[DayKind.weekend * 4 + shift]!) * times.usualHours(shift);
  }
  return hours;
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
  return unit.profession === 'midwife' ? station.midwives : station.healthNurses;
}
