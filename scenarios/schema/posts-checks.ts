import { kinds, type Report } from './data-checks.ts';
import { addDays, dayAfter, overlap } from './dated-changes.ts';
import {
  isOf,
  postLists,
  postsPresentOn,
  staffKey,
  unitKinds,
  type PostList,
  type PostsOfUnit,
} from './posts-of-units.ts';
import { listed, quoted, same, unknownName, type Finding, type Path, type Wording } from './problems.ts';
import type { Intervention, Scenario } from './scenario.ts';

type Plan = Pick<Scenario, 'data' | 'interventions'>;

const tolerance = 1e-9;
const people = {
  midwife: { en: 'midwives', nb: 'jordmødre' },
  healthNurse: { en: 'health nurses', nb: 'helsesykepleiere' },
  assistant: { en: 'assistants', nb: 'barnepleiere' },
} satisfies Record<string, Wording>;

/** Checks that posts are taken from units that have them and given to units that can have them, at every time of the plan. */
export function checkPosts(plan: Plan, report: Report): void {
  const changes = new Map<string, Change[]>();
  for (const [index, intervention] of plan.interventions.entries()) {
    for (const list of postLists(intervention)) {
      for (const [position, posts] of list.posts.entries()) {
        const path: Path = ['interventions', index, list.key, position];
        if (!checkReference(posts, list, path, plan, report)) continue;
        const key = unitKey(posts);
        const by = list.taken ? -posts.posts : posts.posts;
        const change = { intervention, from: firstDay(intervention, plan), path, posts, by };
        changes.set(key, [...(changes.get(key) ?? []), change]);
      }
    }
    if (intervention.model === 'move-posts') checkMove(intervention, ['interventions', index], report);
  }
  for (const own of changes.values()) checkUnit(own, plan, report);
}

/** Posts that an intervention takes from a unit (then below zero) or gives to it while it is in force. */
interface Change {
  intervention: Intervention;
  /** First day on which the posts have moved. */
  from: string;
  path: Path;
  posts: PostsOfUnit;
  by: number;
}

/** Teams have their midwives from the beginning of their training. */
function firstDay(intervention: Intervention, { data }: Plan): string {
  if (intervention.model !== 'continuity-teams') return intervention.start;
  const weeks = intervention.trainingWeeks ?? data.continuityTeams.trainingWeeks.value;
  return addDays(intervention.start, -Math.round(weeks * 7));
}

const unitKey = ({ site, unit, district, profession }: PostsOfUnit): string =>
  [site === undefined ? district : `${site} ${unit ?? 'labourWard'}`, profession ?? 'midwife'].join(' ');

/** Whether an entry names one unit or one district that can have people of its profession. */
function checkReference(posts: PostsOfUnit, list: PostList, path: Path, { data }: Plan, report: Report): boolean {
  const { site, unit, district, profession = 'midwife' } = posts;
  const refuse = (inner: Path, finding: Finding): false => {
    report([...path, ...inner], finding);
    return false;
  };
  const one = { en: 'either a site or a district', nb: 'enten et fødested (site) eller en bydel (district)' };
  if (site !== undefined && district !== undefined) {
    const found = { en: `both ${site} and ${district}`, nb: `både ${site} og ${district}` };
    return refuse([], { found: { en: `found ${found.en}`, nb: `fant ${found.nb}` }, allowed: one });
  }
  if (site === undefined && district === undefined) {
    const found = {
      en: 'found neither a site nor a district',
      nb: 'fant verken fødested (site) eller bydel (district)',
    };
    return refuse([], { found, allowed: one });
  }
  if (district !== undefined) {
    const districts = Object.keys(data.staff.districts);
    if (!districts.includes(district)) return refuse(['district'], unknownName(kinds.district, district, districts));
    if (unit === undefined) return true;
    return refuse(['unit'], {
      found: { en: `a district has no unit ${quoted(unit)}`, nb: `en bydel har ingen enhet ${quoted(unit)}` },
      allowed: { en: 'no unit beside a district', nb: 'ingen enhet (unit) sammen med en bydel' },
    });
  }
  const sites = Object.keys(data.staff.sites);
  if (site === undefined || !sites.includes(site)) {
    return refuse(['site'], unknownName(kinds.site, site ?? '', sites));
  }
  if (profession === 'healthNurse') {
    return refuse(['profession'], {
      found: {
        en: 'health nurses work in districts, not at a site',
        nb: 'helsesykepleiere arbeider i bydeler, ikke på et fødested',
      },
      allowed: same('midwife, assistant'),
    });
  }
  if (list.taken || data.staff.sites[site]?.[unit ?? 'labourWard']?.[staffKey[profession]] !== undefined) return true;
  const staffed = unitKinds.filter((kind) => data.staff.sites[site]?.[kind]?.[staffKey[profession]] !== undefined);
  const kind = unit ?? 'labourWard';
  return refuse(unit === undefined ? [] : ['unit'], {
    found: {
      en: `the ${kind} of ${site} has no shifts for ${people[profession].en}, so they cannot be placed there`,
      nb: `${kind} ved ${site} har ingen vakter for ${people[profession].nb}, så de kan ikke få plass der`,
    },
    allowed: listed(staffed),
  });
}

/** Follows the posts of one unit through the plan; the first intervention that takes what is not there is reported. */
function checkUnit(changes: readonly Change[], { data, interventions }: Plan, report: Report): void {
  const { posts } = changes[0]!;
  const ofShifts = interventions.flatMap((change) =>
    change.model === 'ward-posts' && isOf(change, posts) ? [{ from: change.start, intervention: change }] : [],
  );
  const days = [...changes, ...ofShifts].flatMap(({ from, intervention: { end } }) =>
    end === undefined ? [from] : [from, dayAfter(end)],
  );
  for (const day of [...new Set(days)].sort()) {
    const inForce = changes.filter(
      ({ from, intervention: { end } }) => from <= day && (end === undefined || day <= end),
    );
    const present = postsPresentOn(day, data, interventions, posts);
    const left = inForce.reduce((sum, { by }) => sum + by, present);
    const last = inForce.findLast(({ by }) => by < 0);
    if (left >= -tolerance || last === undefined) continue;
    const withShifts = ofShifts.some(({ intervention }) => overlap(intervention, { start: day, end: day }));
    report([...last.path, 'posts'], tooMany(posts, { present, withShifts }, left, day, inForce));
    return;
  }
}

function tooMany(
  unit: PostsOfUnit,
  { present, withShifts }: { present: number; withShifts: boolean },
  left: number,
  day: string,
  inForce: readonly Change[],
): Finding {
  const after = withShifts ? { en: ' after ward-posts', nb: ' etter ward-posts' } : { en: '', nb: '' };
  const name = unit.site === undefined ? `${unit.district}` : `${unit.site} ${unit.unit ?? 'labourWard'}`;
  const who = people[unit.profession ?? 'midwife'];
  const shown = inForce.slice(-3).map(({ intervention, from, by }) => {
    const size = rounded(Math.abs(by));
    return by < 0
      ? {
          en: `${size} taken by ${intervention.model} from ${from}`,
          nb: `${size} tatt av ${intervention.model} fra ${from}`,
        }
      : {
          en: `${size} given by ${intervention.model} from ${from}`,
          nb: `${size} gitt av ${intervention.model} fra ${from}`,
        };
  });
  const others = inForce.slice(0, -3).reduce((sum, { by }) => sum - by, 0);
  if (inForce.length > 3)
    shown.unshift({ en: `${rounded(others)} by earlier ones`, nb: `${rounded(others)} av tidligere` });
  const steps = (language: keyof Wording) => shown.map((step) => step[language]).join(', ');
  return {
    found: {
      en: `${name} has ${rounded(present)} full-time posts of ${who.en}${after.en}; ${steps('en')}: ${rounded(left)} left on ${day}`,
      nb: `${name} har ${rounded(present)} årsverk av ${who.nb}${after.nb}; ${steps('nb')}: ${rounded(left)} igjen den ${day}`,
    },
    allowed: { en: 'taking no more posts than there are', nb: 'å ta høyst så mange årsverk som finnes' },
  };
}

/** As many posts of each profession are given as are taken. */
function checkMove({ from, to }: Extract<Intervention, { model: 'move-posts' }>, path: Path, report: Report): void {
  for (const profession of ['midwife', 'healthNurse', 'assistant'] as const) {
    const sum = (list: readonly PostsOfUnit[]) =>
      list.filter((entry) => (entry.profession ?? 'midwife') === profession).reduce((all, { posts }) => all + posts, 0);
    const [taken, given] = [sum(from), sum(to)];
    if (Math.abs(taken - given) <= tolerance) continue;
    const who = people[profession];
    report([...path, 'to'], {
      found: {
        en: `${rounded(taken)} posts of ${who.en} are taken and ${rounded(given)} given`,
        nb: `${rounded(taken)} årsverk av ${who.nb} tas, og ${rounded(given)} gis`,
      },
      allowed: {
        en: 'as many posts of each profession in `to` as in `from`',
        nb: 'like mange årsverk av hver yrkesgruppe i `to` som i `from`',
      },
    });
  }
}

/** Without the last digits of binary arithmetic. */
export function rounded(posts: number): number {
  return Number(posts.toFixed(2));
}
