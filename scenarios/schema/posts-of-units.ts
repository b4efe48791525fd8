import type { BaseData } from './base-data.ts';
import type { Intervention } from './scenario.ts';

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
