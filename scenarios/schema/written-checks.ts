import type { Report } from './data-checks.ts';
import { rounded } from './posts-checks.ts';
import type { Path } from './problems.ts';
import { checkRollOut } from './roll-out-checks.ts';
import { expanded } from './roll-out.ts';
import type { Intervention, Scenario, WrittenIntervention } from './scenario.ts';

type Teams = Extract<Intervention, { model: 'continuity-teams' }>;
const tolerance = 1e-9;

/** Checks an intervention as it is written in a file, by itself: a roll-out as a whole and not each of its districts. */
export function checkWritten(
  written: WrittenIntervention,
  scenario: Pick<Scenario, 'data' | 'horizon'>,
  report: Report,
): void {
  const { end } = scenario.horizon;
  if (written.model === 'roll-out') {
    checkRollOut(written, scenario, report);
  } else if (written.start > end) {
    report(['start'], {
      found: {
        en: `found ${written.start}, after the last day of the horizon`,
        nb: `fant ${written.start}, etter siste dag i perioden som simuleres`,
      },
      allowed: { en: `a date up to ${end}`, nb: `en dato til og med ${end}` },
    });
  }
  checkPaidFor(written, scenario, report);
}

/** Reports posts taken from units beyond those that they are to pay for: people would vanish. */
function checkPaidFor(written: WrittenIntervention, { data }: Pick<Scenario, 'data'>, report: Report): void {
  if (written.model === 'combined-positions') {
    const posts = sum(Object.values(written.districts));
    const taken = sum((written.postsFrom ?? []).map((entry) => entry.posts));
    if (taken > posts + tolerance) report(['postsFrom'], beyond(taken, posts));
  }
  if (written.model !== 'continuity-teams' && written.model !== 'roll-out') return;
  const pieces = expanded(written, data) as Teams[];
  if (pieces.length === 0) return;
  const teams = sum(pieces.flatMap((piece) => Object.values(piece.teams)));
  const midwives = written.midwives ?? data.continuityTeams.midwives.value;
  const taken = sum(pieces.flatMap(({ postsFrom = [] }) => postsFrom.map((entry) => entry.posts)));
  if (taken <= teams * midwives + tolerance) return;
  const path: Path = written.postsFrom === undefined ? ['districtPostShare'] : ['postsFrom'];
  report(path, beyond(taken, teams * midwives, `${teams} × ${midwives}`));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

function beyond(taken: number, posts: number, product?: string) {
  const shown = product === undefined ? `${rounded(posts)}` : `${product} = ${rounded(posts)}`;
  return {
    found: {
      en: `${rounded(taken)} posts are taken for ${shown} new ones`,
      nb: `${rounded(taken)} årsverk tas for ${shown} nye`,
    },
    allowed: { en: 'no more than the posts that they pay for', nb: 'høyst så mange som årsverkene de betaler for' },
  };
}
