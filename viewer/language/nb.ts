import { charts } from './nb/charts.ts';
import { compare } from './nb/compare.ts';
import { form } from './nb/form.ts';
import { labels } from './nb/labels.ts';
import { page } from './nb/page.ts';
import { paper } from './nb/paper.ts';
import { people } from './nb/people.ts';
import { plan } from './nb/plan.ts';
import { planMap } from './nb/planMap.ts';
import { playback } from './nb/playback.ts';
import { posts } from './nb/posts.ts';
import { run } from './nb/run.ts';
import { stage } from './nb/stage.ts';
import { tour } from './nb/tour.ts';

/** Every text of the page in bokmål. Texts with values in them are functions of values that are already formatted. */
export const nb = {
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
