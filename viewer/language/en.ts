import type { Dictionary } from './dictionary.ts';
import { charts } from './en/charts.ts';
import { compare } from './en/compare.ts';
import { form } from './en/form.ts';
import { labels } from './en/labels.ts';
import { page } from './en/page.ts';
import { paper } from './en/paper.ts';
import { people } from './en/people.ts';
import { plan } from './en/plan.ts';
import { planMap } from './en/planMap.ts';
import { playback } from './en/playback.ts';
import { posts } from './en/posts.ts';
import { run } from './en/run.ts';
import { stage } from './en/stage.ts';
import { tour } from './en/tour.ts';

/** Every text of the page in English. The type makes it hold exactly the keys of the Norwegian dictionary. */
export const en: Dictionary = {
  page,
  tour,
  plan,
  planMap,
  form,
  labels,
  posts,
  run,
  compare,
  charts,
  paper,
  playback,
  stage,
  people,
};
