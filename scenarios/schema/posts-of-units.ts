import type { BaseData } from './base-data.ts';
import { overlap } from './dated-changes.ts';
import type { Intervention } from './scenario.ts';

type WardPosts = Extract<Intervention, { model: 'ward-posts' }>;
type StaffLeaving = Extract<Intervention, { model: 'staff-leaving' }>;

/** Full-time posts of a unit or a district, as an intervention names them. */
export type PostsOfUnit = StaffLeaving['posts'][number];
export type Unit = NonNullable<PostsOfUnit['unit']>;

export const unitKinds: readonly Unit[] = [
  'reception',
  'antenatalWard',
  'labourWard',
  'postnatalWard',
  'outpatientClinic',
];

/** Key of a profession's people in the staff of a unit or a district. */
export const staffKey = { midwife: 'midwives', healthNurse: 'healthNurses', assistant: 'assistants' } as const;

/** A list of posts that an intervention takes from units or gives to them. */
export interface PostList {
  key: 'postsFrom' | 'from' | 'to' | 'posts';
  taken: boolean;
  posts: readonly PostsOfUnit[];
}

/** The lists of posts of an intervention. */
export function postLists(intervention: Intervention): PostList[] {
  switch (intervention.model) {
    case 'continuity-teams':
    case 'combined-positions':
      return [{ key: 'postsFrom', taken: true, posts: intervention.postsFrom ?? [] }];
    case 'task-shift':
    case 'move-posts':
      return [
        { key: 'from', taken: true, posts: intervention.from ?? [] },
        { key: 'to', taken: false, posts: intervention.to },
      ];
    case 'staff-leaving':
      return [{ key: 'posts', taken: true, posts: intervention.posts }];
    default:
      return [];
  }
}

/** Full-time posts of the base data, as an entry of a list of posts names them; 0 where there are none. */
export function postsPresent({ staff }: BaseData, { site, unit, district, profession }: PostsOfUnit): number {
  const who = profession ?? 'midwife';
  if (site === undefined) {
    const people = staff.districts[district ?? ''];
    return who === 'assistant' ? 0 : (people?.[staffKey[who]].value ?? 0);
  }
  if (who === 'healthNurse') return 0;
  return staff.sites[site]?.[unit ?? 'labourWard']?.[staffKey[who]]?.fullTimePosts.value ?? 0;
}

const shifts = ['day', 'evening', 'night'] as const;
const weekdaysPerWeek = 5;
const weekendDaysPerWeek = 2;

/**
 * Like `postsPresent`, on a day: where interventions change the posts of a unit's shifts its full-time posts change as the
 * hours of its week do.
 */
export function postsPresentOn(
  day: string,
  data: BaseData,
  interventions: readonly Intervention[],
  unit: PostsOfUnit,
): number {
  const present = postsPresent(data, unit);
  const { site, unit: kind = 'labourWard', profession = 'midwife' } = unit;
  const changes = interventions.filter(
    (change) => change.model === 'ward-posts' && isOf(change, unit) && overlap(change, { start: day, end: day }),
  ) as WardPosts[];
  if (site === undefined || changes.length === 0 || profession === 'healthNurse') return present;
  const posts = data.staff.sites[site]?.[kind]?.[staffKey[profession]]?.posts;
  if (posts === undefined) return present;
  let usual = 0;
  let hours = 0;
  for (const shift of shifts) {
    const times = data.staff.shifts[shift];
    const length = (minutesOf(times.end.value) - minutesOf(times.start.value) + minutesPerDay) % minutesPerDay;
    const weekdays = shift === 'day' || 'weekend' in posts ? weekdaysPerWeek : 0;
    const weekday = 'weekend' in posts ? posts.weekday.value[shift] : posts.weekday.value.day;
    const weekend = 'weekend' in posts ? posts.weekend.value[shift] : 0;
    const weekends = 'weekend' in posts ? weekendDaysPerWeek : 0;
    const byWeekday = changes.reduce((sum, change) => sum + change.weekday[shift], 0);
    const byWeekend = changes.reduce((sum, change) => sum + change.weekend[shift], 0);
    usual += length * (weekdays * weekday + weekends * weekend);
    hours += length * (weekdays * (weekday + byWeekday) + weekends * (weekend + byWeekend));
  }
  return usual === 0 ? present : (present * hours) / usual;
}

/** Whether a change of the posts of a ward's shifts is of a unit. */
export function isOf(change: WardPosts, { site, unit, profession }: PostsOfUnit): boolean {
  return (
    change.site === site &&
    (change.unit ?? 'labourWard') === (unit ?? 'labourWard') &&
    (change.profession ?? 'midwife') === (profession ?? 'midwife')
  );
}

const minutesPerHour = 60;
const minutesPerDay = 1440;

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * minutesPerHour + Number(clock.slice(3));
}
