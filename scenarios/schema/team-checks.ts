import { checkCostShares } from './cost-shares-checks.ts';
import type { Report } from './data-checks.ts';
import { overlap } from './dated-changes.ts';
import { rounded } from './posts-checks.ts';
import type { Finding, Path } from './problems.ts';
import type { Intervention, Scenario } from './scenario.ts';

type Plan = Pick<Scenario, 'data' | 'interventions'>;
type Teams = Extract<Intervention, { model: 'continuity-teams' }>;

const hoursPerDay = 24;
const daysPerWeek = 7;
const minutesPerHour = 60;

/** Checks that teams have women enough for their places, and that their midwives can be on call within the law. */
export function checkTeams(plan: Plan, report: Report): void {
  for (const [index, intervention] of plan.interventions.entries()) {
    if (intervention.model !== 'continuity-teams') continue;
    const own: Report = (path, finding, part) => report(['interventions', index, ...path], finding, part);
    if (Object.keys(intervention.teams).length === 0) {
      own(['teams'], {
        found: { en: 'found no district', nb: 'fant ingen bydel' },
        allowed: { en: 'teams in at least one district', nb: 'team i minst én bydel' },
      });
    }
    checkPlaces(intervention, plan, own);
    checkOnCall(intervention, plan.data, own);
    checkHoursAndWeeks(intervention, plan.data, own);
    checkCostShares(intervention.costShares, plan.data.economy, own);
  }
}

/** Reports teams with more places than their district has births: some midwives would never have women enough. */
function checkPlaces(intervention: Teams, { data, interventions }: Plan, own: Report): void {
  const caseload = intervention.caseload ?? data.continuityTeams.caseload.value;
  for (const [district, teams] of Object.entries(intervention.teams)) {
    const origin = Object.hasOwn(data.origins, district) ? data.origins[district] : undefined;
    if (origin === undefined || origin.outside) continue;
    const births = rounded(origin.births.value * increase(district, intervention, interventions));
    const places = teams * caseload;
    if (places <= births) continue;
    const { en, nb } = narrower(intervention);
    own(['teams', district], {
      found: {
        en: `${teams} teams × ${caseload} women a year = ${rounded(places)} places, and ${district} has ${births} births a year${en}`,
        nb: `${teams} team × ${caseload} kvinner i året = ${rounded(places)} plasser, og ${district} har ${births} fødsler i året${nb}`,
      },
      allowed: { en: 'no more places than births', nb: 'høyst så mange plasser som fødsler' },
    });
  }
}

/** The women whom a team is not for are not subtracted: how many they are is for the simulation to show. */
function narrower({ groups, parity, uptake }: Teams) {
  if (groups === undefined && parity === undefined && (uptake ?? 1) === 1) return { en: '', nb: '' };
  return { en: ', even before groups, parity and uptake', nb: ', selv før grupper, paritet og oppslutning' };
}

/** Times as many births in a district as in the base data while some teams are there, at most. */
function increase(district: string, teams: Teams, interventions: readonly Intervention[]): number {
  return interventions.reduce((factor, change) => {
    if (change.model !== 'births-change' || !overlap(change, teams)) return factor;
    return change.origins?.includes(district) === false ? factor : factor * Math.max(1, change.factor);
  }, 1);
}

function checkOnCall(intervention: Teams, data: Scenario['data'], own: Report): void {
  const { onCallFrom, onCallTo } = intervention;
  if ((onCallFrom === undefined) !== (onCallTo === undefined)) {
    const [given, missing] =
      onCallTo === undefined ? (['onCallFrom', 'onCallTo'] as const) : (['onCallTo', 'onCallFrom'] as const);
    own([given], {
      found: { en: `${given} without ${missing}`, nb: `${given} uten ${missing}` },
      allowed: {
        en: 'both, or neither for on call around the clock',
        nb: 'begge, eller ingen av dem for vakt hele døgnet',
      },
    });
    return;
  }
  if (onCallFrom !== undefined && onCallFrom === onCallTo) {
    own(['onCallTo'], {
      found: { en: `found ${onCallTo}, when the hours on call begin`, nb: `fant ${onCallTo}, da vakten begynner` },
      allowed: {
        en: 'another clock time, or neither for on call around the clock',
        nb: 'et annet klokkeslett, eller ingen av dem for vakt hele døgnet',
      },
    });
    return;
  }
  const midwives = intervention.midwives ?? data.continuityTeams.midwives.value;
  const onCall = intervention.onCallMidwives ?? data.continuityTeams.onCallMidwives.value;
  const path: Path = [intervention.onCallMidwives === undefined ? 'midwives' : 'onCallMidwives'];
  if (onCall > midwives) {
    own(path, {
      found: { en: `${onCall} on call in a team of ${midwives}`, nb: `${onCall} på vakt i et team på ${midwives}` },
      allowed: { en: 'no more on call than there are midwives', nb: 'høyst så mange på vakt som det er jordmødre' },
    });
    return;
  }
  const rota = { midwives, onCall, hours: hoursOnCall(onCallFrom, onCallTo) };
  const fault = weeklyRestFault(rota, data) ?? weeklyHoursFault(rota, data);
  if (fault !== undefined) own(path, fault);
}

/** Checks attendance at the birth against its limit, and the contacts of the follow-up against its weeks. */
function checkHoursAndWeeks(intervention: Teams, { continuityTeams, programme }: Scenario['data'], own: Report): void {
  const after = intervention.attendanceAfterBirth ?? continuityTeams.attendanceAfterBirth.value;
  const most = intervention.maximumAttendance ?? continuityTeams.maximumAttendance.value;
  if (after > most) {
    own([intervention.attendanceAfterBirth === undefined ? 'maximumAttendance' : 'attendanceAfterBirth'], {
      found: {
        en: `${after} hours with the woman after the birth of ${most} hours away at most`,
        nb: `${after} timer hos kvinnen etter fødselen av høyst ${most} timer ute`,
      },
      allowed: {
        en: 'no more attendanceAfterBirth than maximumAttendance',
        nb: 'høyst så mye attendanceAfterBirth som maximumAttendance',
      },
    });
  }
  const contacts = intervention.followUpContacts ?? continuityTeams.followUpContacts.value;
  const weeks = intervention.followUpWeeks ?? continuityTeams.followUpWeeks.value;
  const check = programme.sixWeekCheck.afterDays.value;
  const days = weeks * daysPerWeek - check;
  if (contacts === 0 || contacts <= days) return;
  own([intervention.followUpContacts === undefined ? 'followUpWeeks' : 'followUpContacts'], {
    found: {
      en: `${contacts} contacts after the six-week check, and ${weeks} × 7 − ${check} = ${rounded(days)} days for them`,
      nb: `${contacts} kontakter etter seksukerskontrollen, og ${weeks} × 7 − ${check} = ${rounded(days)} dager til dem`,
    },
    allowed: { en: 'at most one contact a day', nb: 'høyst én kontakt om dagen' },
  });
}

interface Rota {
  midwives: number;
  onCall: number;
  /** A day. */
  hours: number;
}

function hoursOnCall(from: string | undefined, to: string | undefined): number {
  if (from === undefined || to === undefined) return hoursPerDay;
  const minutes = clockMinutes(to) - clockMinutes(from);
  return (minutes > 0 ? minutes : minutes + hoursPerDay * minutesPerHour) / minutesPerHour;
}

function clockMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * minutesPerHour + Number(clock.slice(3));
}

/** Days on end without a turn give 24 hours each and what is left of the day before; the weekly rest must fit into them. */
function weeklyRestFault({ midwives, onCall, hours }: Rota, { workingTime }: Scenario['data']): Finding | undefined {
  const { limit, byAgreement, agreementInForce, paragraph } = workingTime.weeklyRest;
  const rest = agreementInForce.value ? byAgreement.value : limit.value;
  const free = Math.max(0, Math.ceil((rest + hours) / hoursPerDay) - 1);
  const most = daysPerWeek - free;
  const days = (daysPerWeek * onCall) / midwives;
  if (days <= most) return undefined;
  return {
    found: {
      en: `7 × ${onCall} ÷ ${midwives} = ${rounded(days)} days a week on call for each, ${rounded(hours)} hours a day; ${rest} hours of weekly rest need ${free} days off on end (${paragraph})`,
      nb: `7 × ${onCall} ÷ ${midwives} = ${rounded(days)} vaktdøgn i uken for hver, ${rounded(hours)} timer i døgnet; ${rest} timer ukehvile trenger ${free} fridøgn på rad (${paragraph})`,
    },
    allowed: {
      en: `at most ${most} days a week on call for each: more midwives, or fewer on call`,
      nb: `høyst ${most} vaktdøgn i uken for hver: flere jordmødre, eller færre på vakt`,
    },
  };
}

/** On call counts in part as working time, and alone must not fill more than the week of a full-time position. */
function weeklyHoursFault({ midwives, onCall, hours }: Rota, { workingTime }: Scenario['data']): Finding | undefined {
  const { limit, byAgreement, agreementInForce } = workingTime.onCall;
  const credit = agreementInForce.value ? byAgreement.value : limit.value;
  const week = workingTime.fullTimeWeek.onCall.value;
  const each = (daysPerWeek * hours * onCall) / midwives;
  const counted = each * credit;
  if (counted <= week) return undefined;
  return {
    found: {
      en: `7 × ${rounded(hours)} × ${onCall} ÷ ${midwives} = ${rounded(each)} hours a week on call for each × ${credit} = ${rounded(counted)} hours of work before any woman`,
      nb: `7 × ${rounded(hours)} × ${onCall} ÷ ${midwives} = ${rounded(each)} timer vakt i uken for hver × ${credit} = ${rounded(counted)} arbeidstimer før noen kvinne`,
    },
    allowed: { en: `at most ${week} hours a week`, nb: `høyst ${week} timer i uken` },
  };
}
