import type { Report } from './data-checks.ts';
import { rounded } from './posts-checks.ts';
import { checkEffects } from './effects-checks.ts';
import { listed } from './problems.ts';
import type { Intervention, Scenario } from './scenario.ts';

type Plan = Pick<Scenario, 'data' | 'interventions'>;
const tolerance = 1e-9;

/** Checks the parameters of single care models against the base data: hours, people on standby, published effects. */
export function checkCare({ data, interventions }: Plan, report: Report): void {
  for (const [index, intervention] of interventions.entries()) {
    const own: Report = (path, finding) => report(['interventions', index, ...path], finding);
    if (intervention.model === 'early-discharge') checkEarlyDischarge(intervention, data, own);
    if (intervention.model === 'one-to-one-norm') checkNorm(intervention, data, own);
    if (intervention.model === 'digital-follow-up') checkDigital(intervention, data, own);
    if (intervention.model === 'task-shift') checkAssistants(intervention, own);
    if (intervention.model === 'continuity-effects') checkEffects(intervention.effects, data, own);
  }
}

function checkEarlyDischarge(
  intervention: Extract<Intervention, { model: 'early-discharge' }>,
  { earlyDischarge, clinical }: Scenario['data'],
  own: Report,
): void {
  const readmitted = clinical.readmission.newborn.share.value;
  const factor = intervention.newbornReadmissionFactor ?? earlyDischarge.newbornReadmissionFactor.value;
  if (factor * readmitted > 1 + tolerance) {
    const product = `${factor} × ${readmitted} = ${rounded(factor * readmitted)}`;
    const source = 'clinical.readmission.newborn.share';
    own(intervention.newbornReadmissionFactor === undefined ? [] : ['newbornReadmissionFactor'], {
      found: {
        en: `${product} (${source}), more than all newborns`,
        nb: `${product} (${source}), mer enn alle nyfødte`,
      },
      allowed: { en: `a factor up to ${rounded(1 / readmitted)}`, nb: `en faktor opp til ${rounded(1 / readmitted)}` },
    });
  }
  const fromHour = intervention.fromHour ?? earlyDischarge.fromHour.value;
  const toHour = intervention.toHour ?? earlyDischarge.toHour.value;
  if (fromHour >= toHour) {
    own([intervention.toHour === undefined ? 'fromHour' : 'toHour'], {
      found: {
        en: `from hour ${fromHour} to hour ${toHour} after the birth leaves no time to go home in`,
        nb: `fra time ${fromHour} til time ${toHour} etter fødselen gir ingen tid å reise hjem i`,
      },
      allowed: { en: 'fromHour before toHour', nb: 'fromHour før toHour' },
    });
  }
  const visits = intervention.guaranteedVisits ?? earlyDischarge.guaranteedVisits.value;
  const days = intervention.visitsWithinDays ?? earlyDischarge.visitsWithinDays.value;
  if (visits > days) {
    own([intervention.guaranteedVisits === undefined ? 'visitsWithinDays' : 'guaranteedVisits'], {
      found: {
        en: `${visits} visits on different days within ${days} ${days === 1 ? 'day' : 'days'}: nobody could go home early`,
        nb: `${visits} besøk på ulike dager innen ${days} ${days === 1 ? 'dag' : 'dager'}: ingen kunne reise hjem tidlig`,
      },
      allowed: { en: 'at most one visit a day', nb: 'høyst ett besøk om dagen' },
    });
  }
  const opens = intervention.opens ?? earlyDischarge.opens.value;
  const closes = intervention.closes ?? earlyDischarge.closes.value;
  if (opens < closes) return;
  own([intervention.closes === undefined ? 'opens' : 'closes'], {
    found: {
      en: `opens at ${opens} and closes at ${closes}: nobody could go home`,
      nb: `åpner ${opens} og stenger ${closes}: ingen kunne reise hjem`,
    },
    allowed: { en: 'opens before closes', nb: 'opens før closes' },
  });
}

function checkDigital(
  intervention: Extract<Intervention, { model: 'digital-follow-up' }>,
  { digitalFollowUp }: Scenario['data'],
  own: Report,
): void {
  const contacts = intervention.contacts ?? digitalFollowUp.contacts.value;
  const days = intervention.withinDays ?? digitalFollowUp.withinDays.value;
  if (contacts <= days) return;
  own([intervention.contacts === undefined ? 'withinDays' : 'contacts'], {
    found: {
      en: `${contacts} contacts within ${days} ${days === 1 ? 'day' : 'days'}`,
      nb: `${contacts} kontakter innen ${days} ${days === 1 ? 'dag' : 'dager'}`,
    },
    allowed: { en: 'at most one contact a day', nb: 'høyst én kontakt om dagen' },
  });
}

/** Home visits can be given by the assistants that the task shift itself gives to districts. */
function checkAssistants({ homeVisitShare, to }: Extract<Intervention, { model: 'task-shift' }>, own: Report): void {
  if (homeVisitShare === undefined) return;
  if (to.some(({ district, profession }) => district !== undefined && profession === 'assistant')) return;
  own(['homeVisitShare'], {
    found: {
      en: `a share of ${homeVisitShare} of home visits, and no assistants are given to a district`,
      nb: `en andel på ${homeVisitShare} av hjemmebesøkene, men ingen barnepleiere gis til en bydel`,
    },
    allowed: {
      en: 'posts of assistants in a district in `to`, or no homeVisitShare',
      nb: 'årsverk av barnepleiere i en bydel i `to`, eller ingen homeVisitShare',
    },
  });
}

/** The standby is of the labour ward's own midwives. */
function checkNorm(
  { site, ...norm }: Extract<Intervention, { model: 'one-to-one-norm' }>,
  { staff, oneToOneNorm }: Scenario['data'],
  own: Report,
): void {
  const standby = norm.standby ?? oneToOneNorm.standby.value;
  if (!Object.hasOwn(staff.sites, site)) return;
  const posts = staff.sites[site]?.labourWard?.midwives?.fullTimePosts.value ?? 0;
  const staffed = Object.keys(staff.sites).filter((id) => staff.sites[id]?.labourWard?.midwives !== undefined);
  if (posts === 0) {
    own(['site'], {
      found: {
        en: `the labour ward of ${site} has no midwives to be on standby`,
        nb: `fødeavdelingen ved ${site} har ingen jordmødre som kan ha hjemmevakt`,
      },
      allowed: listed(staffed),
    });
  } else if (standby > posts) {
    own(['standby'], {
      found: {
        en: `${standby} on standby of ${posts} full-time posts in the labour ward of ${site}`,
        nb: `${standby} på hjemmevakt av ${posts} årsverk på fødeavdelingen ved ${site}`,
      },
      allowed: { en: 'no more on standby than there are posts', nb: 'høyst så mange på hjemmevakt som det er årsverk' },
    });
  }
}
