import type { Report } from './data-checks.ts';
import { firstNegative, negative } from './dated-changes.ts';
import { unitKinds, type Unit } from './posts-of-units.ts';
import { listed, nearest, quoted, type Path, type Wording } from './problems.ts';
import type { Intervention, Scenario } from './scenario.ts';

type WardPosts = Extract<Intervention, { model: 'ward-posts' }>;
interface Change {
  index: number;
  intervention: WardPosts;
}
type Staffing = Scenario['data']['staff']['sites'][string];

const shifts = ['day', 'evening', 'night'] as const;
const kindOfUnit = { en: 'unit of the site', nb: 'enhet ved fødestedet' } satisfies Wording;

/** Checks that changes of ward posts are to units that exist, and leave no shift with fewer than no posts. */
export function checkWardPosts(
  { data, interventions }: Pick<Scenario, 'data' | 'interventions'>,
  report: Report,
): void {
  const changes = interventions.flatMap((intervention, index): Change[] =>
    intervention.model === 'ward-posts' ? [{ index, intervention }] : [],
  );
  for (const [siteId, site] of Object.entries(data.staff.sites)) {
    for (const kind of unitKinds) {
      for (const profession of ['midwife', 'assistant'] as const) {
        const own = changes.filter(
          ({ intervention }) =>
            intervention.site === siteId &&
            (intervention.unit ?? 'labourWard') === kind &&
            (intervention.profession ?? 'midwife') === profession,
        );
        if (own.length > 0) checkUnit(site, kind, profession, own, report);
      }
    }
  }
}

function checkUnit(
  site: Staffing,
  kind: Unit,
  profession: 'midwife' | 'assistant',
  changes: readonly Change[],
  report: Report,
): void {
  const key = profession === 'midwife' ? 'midwives' : 'assistants';
  if (site[kind]?.[key] === undefined) {
    const staffed = unitKinds.filter((other) => site[other]?.[key] !== undefined);
    for (const { index, intervention } of changes) {
      const path: Path = ['interventions', index];
      report(intervention.unit === undefined ? path : [...path, 'unit'], {
        found: {
          en: `${kindOfUnit.en} ${quoted(kind)} has no ${key}`,
          nb: `${kindOfUnit.nb} ${quoted(kind)} har ingen ${profession === 'midwife' ? 'jordmødre' : 'barnepleiere'}`,
        },
        allowed: listed(staffed),
        ...nearest(kind, staffed),
      });
    }
    return;
  }
  if (kind === 'outpatientClinic') {
    const present = site.outpatientClinic?.[key]?.posts.weekday.value.day ?? 0;
    checkShift(['weekday', 'day'], present, changes, (change) => change.weekday.day, report);
    for (const { index, intervention } of changes) reportOutsideOpening(index, intervention, report);
    return;
  }
  const posts = site[kind][key].posts;
  for (const shift of shifts) {
    checkShift(['weekday', shift], posts.weekday.value[shift], changes, (change) => change.weekday[shift], report);
    const fewest = Math.min(posts.weekend.value[shift], posts.publicHoliday.value[shift]);
    checkShift(['weekend', shift], fewest, changes, (change) => change.weekend[shift], report);
  }
}

function checkShift(
  path: Path,
  present: number,
  changes: readonly Change[],
  by: (change: WardPosts) => number,
  report: Report,
): void {
  const fault = firstNegative(changes, present, by);
  if (fault !== undefined) report(['interventions', fault.index, ...path], negative(present, fault));
}

/** An outpatient clinic has posts by day from Monday to Friday only. */
function reportOutsideOpening(index: number, change: WardPosts, report: Report): void {
  for (const days of ['weekday', 'weekend'] as const) {
    for (const shift of shifts) {
      const by = change[days][shift];
      if (by === 0 || (days === 'weekday' && shift === 'day')) continue;
      report(['interventions', index, days, shift], {
        found: {
          en: `found ${by} in an outpatient clinic, which is open by day from Monday to Friday`,
          nb: `fant ${by} i en poliklinikk, som har åpent på dagtid fra mandag til fredag`,
        },
        allowed: { en: '0', nb: '0' },
      });
    }
  }
}
