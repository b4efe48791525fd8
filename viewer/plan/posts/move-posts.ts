import {
  interventionsIn,
  valueAt,
  withValueAt,
  type Json,
  type JsonObject,
  type PlanDocument,
} from '../plan-document.ts';
import { keyOf, professionOf, type PlaceOfWork } from './place-of-work.ts';

/** What keeps posts from being moved. `most` is how many there are at most. */
export type MoveFault =
  | { kind: 'too few' | 'same place' | 'other profession' | 'between teams' }
  | { kind: 'too many' | 'not taken'; most: number };

/** A move of full-time posts that a planner asks for. */
export interface Move {
  from: PlaceOfWork;
  to: PlaceOfWork;
  /** Above 0. */
  posts: number;
  /** First day, yyyy-mm-dd. */
  start: string;
}

/** Posts are told to the millionth, so that 0.1 + 0.2 is 0.3; fewer are none. */
const grains = 1_000_000;

/**
 * The plan with posts moved. Posts given to teams or combined positions are added to those that these are formed of; posts
 * given back by them are taken from there; between units it is a change of its own, joined with one of the same day and places.
 * @param present full-time posts where they are moved from, on the first day; of wards and stations only
 */
export function withMovedPosts(
  document: PlanDocument,
  { from, to, posts, start }: Move,
  present: number,
): PlanDocument | MoveFault {
  if (rounded(posts) <= 0) return { kind: 'too few' };
  if (keyOf(from) === keyOf(to)) return { kind: 'same place' };
  if (professionOf(from) !== professionOf(to)) return { kind: 'other profession' };
  if (from.kind === 'formed') {
    if (to.kind === 'formed') return { kind: 'between teams' };
    const taken = postsTaken(document, from.intervention, to);
    return posts > taken
      ? { kind: 'not taken', most: taken }
      : withPostsTaken(document, from.intervention, to, taken - posts);
  }
  if (posts > present) return { kind: 'too many', most: present };
  if (to.kind === 'formed') {
    return withPostsTaken(document, to.intervention, from, postsTaken(document, to.intervention, from) + posts);
  }
  return withMove(document, from, to, posts, start);
}

type Unit = Exclude<PlaceOfWork, { kind: 'formed' }>;

function withMove(document: PlanDocument, from: Unit, to: Unit, posts: number, start: string): PlanDocument {
  const interventions = interventionsIn(document);
  const isSame = (written: unknown): boolean => {
    const { model, start: begins, end, from: taken, to: given } = mapping(written);
    return (
      model === 'move-posts' && begins === start && end === undefined && names([taken], from) && names([given], to)
    );
  };
  const index = interventions.findIndex(isSame);
  if (index < 0) {
    const move = { model: 'move-posts', start, from: [entry(from, posts)], to: [entry(to, posts)] };
    return withValueAt(document, ['interventions'], [...interventions, move]);
  }
  const sum = rounded(Number(valueAt(document, ['interventions', index, 'from', 0, 'posts'])) + posts);
  return ['from', 'to'].reduce(
    (changed, key) => withValueAt(changed, ['interventions', index, key, 0, 'posts'], sum),
    document,
  );
}

/** Whether a list of posts is one entry, for this unit, with a number. */
function names([list]: [unknown], unit: Unit): boolean {
  if (!Array.isArray(list) || list.length !== 1) return false;
  return typeof mapping(list[0])['posts'] === 'number' && keyOfEntry(list[0]) === keyOf(unit);
}

function postsTaken(document: PlanDocument, intervention: number, unit: Unit): number {
  const { posts } = mapping(entries(document, intervention).find((taken) => keyOfEntry(taken) === keyOf(unit)));
  return typeof posts === 'number' ? posts : 0;
}

function withPostsTaken(document: PlanDocument, intervention: number, unit: Unit, posts: number): PlanDocument {
  const taken = entries(document, intervention);
  const others = taken.filter((one) => keyOfEntry(one) !== keyOf(unit));
  const index = taken.findIndex((one) => keyOfEntry(one) === keyOf(unit));
  const whole = rounded(posts);
  const next =
    whole === 0 ? others : index < 0 ? [...taken, entry(unit, whole)] : taken.with(index, entry(unit, whole));
  const path = ['interventions', intervention, 'postsFrom'];
  return withValueAt(document, path, next.length === 0 ? undefined : next);
}

function entries(document: PlanDocument, intervention: number): readonly Json[] {
  const taken = valueAt(document, ['interventions', intervention, 'postsFrom']);
  return Array.isArray(taken) ? (taken as readonly Json[]) : [];
}

/** What is written, if it is a mapping, as it is in a plan without faults; else an empty one. */
function mapping(written: unknown): JsonObject {
  return typeof written === 'object' && written !== null ? (written as JsonObject) : {};
}

function entry(unit: Unit, posts: number): JsonObject {
  const profession = unit.profession === 'midwife' ? {} : { profession: unit.profession };
  return unit.kind === 'ward'
    ? { site: unit.site, unit: unit.unit, ...profession, posts: rounded(posts) }
    : { district: unit.district, ...profession, posts: rounded(posts) };
}

function keyOfEntry(written: unknown): string {
  const { site, unit, district, profession } = mapping(written);
  const who = (profession ?? 'midwife') as Unit['profession'];
  return typeof site === 'string'
    ? keyOf({ kind: 'ward', site, unit: (unit ?? 'labourWard') as 'labourWard', profession: who })
    : keyOf({ kind: 'station', district: typeof district === 'string' ? district : '', profession: who });
}

function rounded(posts: number): number {
  return Math.round(posts * grains) / grains;
}
