import { shareOfDaysAtWork } from '../teams/continuity-team.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { Indicator } from './indicator.ts';

const hoursPerYear = 8766;

const perDistrictBirth = {
  nb: 'fødsler ved modellens fødesteder blant kvinner fra bydelene',
  en: 'births at the sites of the model among women from the districts',
};
const perEnrolledBirth = {
  nb: 'fødsler ved modellens fødesteder blant kvinner med plass i et team',
  en: 'births at the sites of the model among women with a place in a team',
};

export const continuityIndicators: Indicator[] = [
  {
    id: 'knownMidwife',
    phase: 'continuity',
    unit: 'share',
    direction: 'higher',
    headline: true,
    name: { nb: 'Kjent jordmor ved fødselen', en: 'Known midwife at birth' },
    definition: {
      nb: 'En jordmor fra kvinnens eget team er hos henne når barnet blir født. Uten team regnes ingen som kjent: dagens vakter er ikke personer i modellen ennå.',
      en: 'A midwife of the woman’s own team is with her when the child is born. Without a team nobody counts as known: today’s shifts are not yet people in the model.',
    },
    denominator: perDistrictBirth,
    value: ({ observations }) => observations.birthsWithTeamMidwife / observations.districtBirths,
  },
  {
    id: 'enrolled',
    phase: 'continuity',
    unit: 'share',
    direction: 'higher',
    name: { nb: 'Kvinner med plass i et team', en: 'Women with a place in a team' },
    definition: {
      nb: 'Kvinner som er tatt opp i et kontinuitetsteam før fødselen.',
      en: 'Women who were taken on by a continuity team before the birth.',
    },
    denominator: perDistrictBirth,
    value: ({ observations }) => observations.enrolledBirths / observations.districtBirths,
  },
  {
    id: 'knownMidwifeEnrolled',
    phase: 'continuity',
    unit: 'share',
    direction: 'higher',
    headline: true,
    name: { nb: 'Kjent jordmor ved fødselen, kvinner med team', en: 'Known midwife at birth, women with a team' },
    definition: {
      nb: 'En jordmor fra kvinnens eget team er hos henne når barnet blir født.',
      en: 'A midwife of the woman’s own team is with her when the child is born.',
    },
    denominator: perEnrolledBirth,
    value: ({ observations }) => observations.birthsWithTeamMidwife / observations.enrolledBirths,
  },
  {
    id: 'namedMidwifeEnrolled',
    phase: 'continuity',
    unit: 'share',
    direction: 'higher',
    name: {
      nb: 'Egen navngitt jordmor ved fødselen, kvinner med team',
      en: 'Own named midwife at birth, women with a team',
    },
    definition: {
      nb: 'Jordmoren som er kvinnens egen i teamet, er hos henne når barnet blir født.',
      en: 'The midwife who is the woman’s own within the team is with her when the child is born.',
    },
    denominator: perEnrolledBirth,
    value: ({ observations }) => observations.birthsWithNamedMidwife / observations.enrolledBirths,
  },
  {
    id: 'unansweredCalls',
    phase: 'continuity',
    unit: 'share',
    direction: 'lower',
    name: { nb: 'Utkallinger ingen i teamet kunne svare på', en: 'Calls that nobody in the team could answer' },
    definition: {
      nb: 'Jordmoren på vakt var hos en annen kvinne eller hadde hviletid.',
      en: 'The midwife on call was with another woman or was resting.',
    },
    denominator: { nb: 'alle utkallinger til teamene', en: 'all calls to the teams' },
    value: ({ observations }) => observations.unansweredCalls / observations.teamCalls,
  },
  {
    id: 'teamWorkload',
    phase: 'continuity',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Teamenes arbeidstid brukt', en: 'Working time of the teams that is used' },
    definition: {
      nb: 'Timer ved fødsler og på vei, timer per kvinne ellers, og vakttid hjemme omregnet, delt på teamenes netto arbeidstid. Over 1 betyr at teamet ikke rekker arbeidet innenfor stillingene.',
      en: 'Hours at births and on the way, hours per woman otherwise and converted on-call time, divided by the net working time of the teams. Above 1 the work does not fit into the posts.',
    },
    denominator: { nb: 'netto arbeidstid i teamstillingene', en: 'net working time of the team posts' },
    value: teamWorkload,
  },
];

function teamWorkload({ ledger, teams, inputs, calendar, horizon }: MaternityService): number {
  const { onCallCredit, yearlyHours } = inputs.data.economy;
  let used = 0;
  let available = 0;
  for (const team of teams) {
    const years = ledger.years * shareOfDaysAtWork(team, calendar.dayOf(horizon.from), calendar.dayOf(horizon.to));
    used += ledger.teamHours[team.index]! + team.parameters.onCallMidwives * onCallCredit * hoursPerYear * years;
    available += team.parameters.midwives * yearlyHours.productiveRota * years;
  }
  return used / available;
}
