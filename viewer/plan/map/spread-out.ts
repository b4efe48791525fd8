import { addDays } from '../../../scenarios/schema/dated-changes.ts';
import type { Intervention, Scenario } from '../../../scenarios/schema/index.ts';
import { interventionsIn, type Json, type PlanDocument } from '../plan-document.ts';
import { apportion, quarter } from './apportion.ts';

type Teams = Extract<Intervention, { model: 'continuity-teams' }>;

const daysPerWeek = 7;

/** The most weeks between districts so that the last one starts within the horizon and before the teams end. */
export function mostWeeks({ start, end, teams }: Teams, { horizon }: Scenario): number {
  const last = end !== undefined && end < horizon.end ? end : horizon.end;
  const days = (Date.parse(last) - Date.parse(start)) / 86_400_000;
  return Math.max(0, Math.floor(days / daysPerWeek / Math.max(1, Object.keys(teams).length - 1)));
}

/**
 * Teams of several districts as one intervention a district, each so many weeks after the one before. Posts of a health
 * station go to the teams of its own district; those of wards are divided by what each district then lacks.
 */
export function spreadOut(teams: Teams, weeks: number, { data }: Scenario): Teams[] {
  const midwives = teams.midwives ?? data.continuityTeams.midwives.value;
  const stages = Object.entries(teams.teams).map(([id, number], index) => {
    const { postsFrom: _, ...rest } = teams;
    const own = (teams.postsFrom ?? []).filter(({ district }) => district === id);
    const lacks = number * midwives - own.reduce((sum, { posts }) => sum + posts, 0);
    const stage = { ...rest, start: addDays(teams.start, index * weeks * daysPerWeek), teams: { [id]: number } };
    return { stage, posts: [...own], lacks: Math.max(0, lacks) };
  });
  for (const source of teams.postsFrom ?? []) {
    if (source.district !== undefined && Object.hasOwn(teams.teams, source.district)) continue;
    const pieces = apportion(
      source.posts,
      stages.map(({ lacks }) => ({ weight: lacks, most: lacks })),
    );
    let left = source.posts - pieces.reduce((sum, posts) => sum + posts, 0);
    for (const [index, stage] of stages.entries()) {
      // What is less than a quarter goes to the first that has room for it.
      const rest = left < quarter ? Math.min(left, Math.max(0, stage.lacks - pieces[index]!)) : 0;
      const posts = Number((pieces[index]! + rest).toFixed(6));
      left -= rest;
      stage.lacks -= posts;
      if (posts > 0) stage.posts.push({ ...source, posts });
    }
  }
  return stages.map(({ stage, posts }) => (posts.length === 0 ? stage : { ...stage, postsFrom: posts }));
}

/** The plan with one of its interventions replaced by others, in its place. */
export function withReplaced(document: PlanDocument, index: number, others: readonly Json[]): PlanDocument {
  return { ...document, interventions: interventionsIn(document).toSpliced(index, 1, ...others) };
}
