import type { Report } from './data-checks.ts';
import { addDays } from './dated-changes.ts';
import { rounded } from './posts-checks.ts';
import type { Path } from './problems.ts';
import type { Scenario } from './scenario.ts';

type Plan = Pick<Scenario, 'horizon' | 'data' | 'interventions'>;

/** Times as many births as in the base data that a district may have, however many interventions change them. */
const mostBirths = 5;
const tolerance = 1e-9;

/** Checks that shocks happen in the time that is simulated, and that together they leave shares below 1 and births in bounds. */
export function checkShocks(plan: Plan, report: Report): void {
  checkPeriods(plan, report);
  checkSickness(plan, report);
  checkBirths(plan, report);
}

/** Reports interventions that are over before anything is simulated. */
function checkPeriods({ horizon, interventions }: Plan, report: Report): void {
  const first = addDays(horizon.start, -horizon.warmUpDays);
  for (const [index, { model, start, end }] of interventions.entries()) {
    // Grants are of the days that are counted, and have their own check; what ends before it starts is reported as that.
    if (end === undefined || end < start || end >= first || model === 'grant' || model === 'known-grant') continue;
    report(['interventions', index, 'end'], {
      found: {
        en: `found ${end}, before the first day that is simulated: nothing would come of it`,
        nb: `fant ${end}, før første dag som simuleres: det ville ikke bli noe av det`,
      },
      allowed: {
        en: `a date from ${first} (${horizon.start} and ${horizon.warmUpDays} days of warm-up before it)`,
        nb: `en dato fra ${first} (${horizon.start} og ${horizon.warmUpDays} dagers innkjøring før den)`,
      },
    });
  }
}

/** A change that is in force, with its place in the plan. */
interface Factor {
  index: number;
  factor: number;
  start: string;
  end?: string | undefined;
}

/**
 * The first of the factors with which the product of those in force at a time is beyond a limit, and the factors. A product
 * is highest on the first day of some factor or on the day after the end of one below 1.
 */
function beyond(factors: readonly Factor[], limit: number): { last: Factor; together: Factor[] } | undefined {
  const days = factors.flatMap(({ start, end }) => (end === undefined ? [start] : [start, addDays(end, 1)]));
  const toStart = factors.toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  let started = 0;
  let inForce: Factor[] = [];
  for (const day of [...new Set(days)].sort()) {
    const before = started;
    while (started < toStart.length && toStart[started]!.start <= day) started += 1;
    inForce = [...inForce, ...toStart.slice(before, started)].filter(({ end }) => end === undefined || day <= end);
    if (productOf(inForce) <= limit + tolerance) continue;
    const together = inForce.toSorted((a, b) => a.index - b.index);
    const last = together.findLast(({ factor }) => factor > 1);
    if (last !== undefined) return { last, together };
  }
  return undefined;
}

function productOf(factors: readonly Factor[]): number {
  return factors.reduce((product, { factor }) => product * factor, 1);
}

function wordsOf(factors: readonly Factor[]): string {
  return factors.map(({ factor }) => factor).join(' × ');
}

/** Nobody can be ill on more than all of her days. */
function checkSickness({ data, interventions }: Plan, report: Report): void {
  const { sickness } = data.absence;
  const reported = new Set<number>();
  for (const employer of Object.keys(data.economy.payers)) {
    const isOfDistricts = employer === data.economy.districtPayer;
    const usual = isOfDistricts ? sickness.districts.value : sickness.hospitals.value;
    const waves = interventions.flatMap((intervention, index): Factor[] =>
      intervention.model === 'sickness-wave' && intervention.employers?.includes(employer) !== false
        ? [{ ...intervention, index }]
        : [],
    );
    const fault = beyond(waves, 1 / usual);
    if (fault === undefined || reported.has(fault.last.index)) continue;
    reported.add(fault.last.index);
    const product = `${wordsOf(fault.together)} × ${usual} = ${rounded(productOf(fault.together) * usual)}`;
    const source = `absence.sickness.${isOfDistricts ? 'districts' : 'hospitals'}`;
    const path: Path = ['interventions', fault.last.index, 'factor'];
    report(path, {
      found: {
        en: `${product} of the days of ${employer} (${source}), more than all`,
        nb: `${product} av dagene til ${employer} (${source}), mer enn alle`,
      },
      allowed: {
        en: `together at most ${Math.floor(100 / usual) / 100} times the usual sickness`,
        nb: `til sammen høyst ${Math.floor(100 / usual) / 100} ganger det vanlige sykefraværet`,
      },
    });
  }
}

/** Several changes multiply, and every time as many women again takes its time and memory. */
function checkBirths({ data, interventions }: Plan, report: Report): void {
  const reported = new Set<number>();
  for (const origin of Object.keys(data.origins)) {
    const changes = interventions.flatMap((intervention, index): Factor[] =>
      intervention.model === 'births-change' && intervention.origins?.includes(origin) !== false
        ? [{ ...intervention, index }]
        : [],
    );
    const fault = beyond(changes, mostBirths);
    if (fault === undefined || reported.has(fault.last.index)) continue;
    reported.add(fault.last.index);
    const product = `${wordsOf(fault.together)} = ${rounded(productOf(fault.together))}`;
    report(['interventions', fault.last.index, 'factor'], {
      found: {
        en: `${product} times as many births in ${origin}`,
        nb: `${product} ganger så mange fødsler i ${origin}`,
      },
      allowed: { en: `together at most ${mostBirths} times`, nb: `til sammen høyst ${mostBirths} ganger` },
    });
  }
}
