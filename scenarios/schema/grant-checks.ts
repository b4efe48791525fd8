import type { Report } from './data-checks.ts';
import { unknownName, type Wording } from './problems.ts';
import type { Scenario } from './scenario.ts';

const knownGrant: Wording = { en: 'grant', nb: 'tilskudd' };

/** A hundred thousand million: beyond it the øre of an account are no longer exact, and no maternity service costs as much. */
const mostKroner = 1e11;

/** Checks that money is given in a time that the budgets of the horizon see, and known grants within their own period. */
export function checkGrants(
  { horizon, data, interventions }: Pick<Scenario, 'horizon' | 'data' | 'interventions'>,
  report: Report,
): void {
  for (const [index, intervention] of interventions.entries()) {
    if (intervention.model !== 'grant' && intervention.model !== 'known-grant') continue;
    if (intervention.end < horizon.start) {
      report(['interventions', index, 'end'], {
        found: {
          en: `found ${intervention.end}, before the first day of the horizon: no year that is counted would have the money`,
          nb: `fant ${intervention.end}, før første dag i perioden som simuleres: ingen år som telles ville få pengene`,
        },
        allowed: { en: `a date from ${horizon.start}`, nb: `en dato fra ${horizon.start}` },
      });
    }
    if (intervention.model === 'grant') {
      if (intervention.kroner > mostKroner) {
        report(['interventions', index, 'kroner'], {
          found: { en: `found ${intervention.kroner}`, nb: `fant ${intervention.kroner}` },
          allowed: { en: `at most ${mostKroner}`, nb: `høyst ${mostKroner}` },
        });
      }
      if (intervention.giver === intervention.payer) {
        report(['interventions', index, 'giver'], {
          found: {
            en: `${intervention.payer} gives the grant to itself`,
            nb: `${intervention.payer} gir tilskuddet til seg selv`,
          },
          allowed: { en: 'another payer than the one who gets it', nb: 'en annen betaler enn den som får det' },
        });
      }
      continue;
    }
    const { grants } = data.economy;
    const grant = Object.hasOwn(grants, intervention.grant) ? grants[intervention.grant] : undefined;
    if (grant === undefined) {
      report(['interventions', index, 'grant'], unknownName(knownGrant, intervention.grant, Object.keys(grants)));
      continue;
    }
    const from = grant.start.value;
    const to = grant.end.value;
    for (const key of ['start', 'end'] as const) {
      const day = intervention[key];
      if (from <= day && day <= to) continue;
      report(['interventions', index, key], {
        found: {
          en: `found ${day}, outside the period of ${intervention.grant}, ${from} to ${to} (${grant.kroner.value} NOK)`,
          nb: `fant ${day}, utenfor perioden for ${intervention.grant}, ${from} til ${to} (${grant.kroner.value} kroner)`,
        },
        allowed: { en: `a date from ${from} to ${to}`, nb: `en dato fra ${from} til ${to}` },
      });
    }
  }
}
