import { KnownMidwife } from '../continuity/known-midwife.ts';
import { continuityTable, knownShare } from './continuity-table.ts';
import { rowsOf, withGroups } from './grouped.ts';
import type { WomanGrouping } from './groups.ts';
import type { Indicator, LocalisedText } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const perDistrictBirth = {
  nb: 'fødsler ved modellens fødesteder blant kvinner fra bydelene',
  en: 'births at the sites of the model among women from the districts',
};
const perEnrolledBirth = {
  nb: 'fødsler ved modellens fødesteder blant kvinner med plass i et team',
  en: 'births at the sites of the model among women with a place in a team',
};

function known(
  about: {
    id: string;
    direction: 'higher' | 'lower';
    headline?: boolean;
    name: LocalisedText;
    definition: LocalisedText;
  },
  isKnown: (how: KnownMidwife) => boolean,
  groupings: readonly WomanGrouping[] = [],
): Indicator<MeasuredService>[] {
  return withGroups(
    {
      phase: 'continuity',
      unit: 'share',
      denominator: perDistrictBirth,
      ...about,
      of: ({ observations }) => observations.districtBirths,
      mean: (service, rows) => knownShare(service, rows, isKnown),
    },
    groupings,
  );
}

function knownAmongEnrolled(service: MeasuredService, isKnown: (how: KnownMidwife) => boolean): number {
  const { births } = continuityTable(service);
  const rows = rowsOf(service, births).filter((row) => births[row]!.team !== undefined);
  return knownShare(service, rows, isKnown);
}

const isOwn = (how: KnownMidwife): boolean => how === KnownMidwife.named || how === KnownMidwife.team;
const isNamed = (how: KnownMidwife): boolean => how === KnownMidwife.named;

/** Whether the woman knows the midwife who is with her when the child is born. */
export const knownMidwifeIndicators: Indicator<MeasuredService>[] = [
  ...known(
    {
      id: 'knownMidwife',
      direction: 'higher',
      headline: true,
      name: { nb: 'Kjent jordmor ved fødselen', en: 'Known midwife at birth' },
      definition: {
        nb: 'Kvinnens egen navngitte jordmor, eller en jordmor fra teamet hennes, er hos henne når barnet blir født.',
        en: 'The woman’s own named midwife, or a midwife of her team, is with her when the child is born.',
      },
    },
    isOwn,
    ['origin', 'parity', 'vulnerability'],
  ),
  ...known(
    {
      id: 'namedMidwife',
      direction: 'higher',
      name: { nb: 'Egen navngitt jordmor ved fødselen', en: 'Own named midwife at birth' },
      definition: {
        nb: 'Jordmoren som er kvinnens egen i svangerskapet, er hos henne når barnet blir født.',
        en: 'The midwife who is the woman’s own in pregnancy is with her when the child is born.',
      },
    },
    isNamed,
  ),
  ...known(
    {
      id: 'teamMidwife',
      direction: 'higher',
      name: { nb: 'En annen jordmor fra teamet ved fødselen', en: 'Another midwife of the team at birth' },
      definition: {
        nb: 'En jordmor fra kvinnens team, men ikke hennes egen, er hos henne når barnet blir født.',
        en: 'A midwife of the woman’s team, but not her own, is with her when the child is born.',
      },
    },
    (how) => how === KnownMidwife.team,
  ),
  ...known(
    {
      id: 'metMidwife',
      direction: 'higher',
      name: { nb: 'Jordmor hun har møtt før, ved fødselen', en: 'Midwife met before, at birth' },
      definition: {
        nb: 'Verken egen jordmor eller fra teamet, men kvinnen hadde en kontakt med henne i svangerskapet, latensfasen medregnet.',
        en: 'Neither her own nor of her team, but the woman had a contact with her in pregnancy, the latent phase included.',
      },
    },
    (how) => how === KnownMidwife.metBefore,
  ),
  ...known(
    {
      id: 'unknownMidwife',
      direction: 'lower',
      name: { nb: 'Ukjent eller ingen jordmor ved fødselen', en: 'Unknown or no midwife at birth' },
      definition: {
        nb: 'Kvinnen hadde ingen kontakt med jordmoren i svangerskapet, eller ingen jordmor er der. Innleide regnes som ukjente, og det gjør den hun først møtte da fødselen var i gang.',
        en: 'The woman had no contact with the midwife in pregnancy, or no midwife is there. Hired staff count as unknown, and so does one whom she first met in labour.',
      },
    },
    (how) => how === KnownMidwife.none,
  ),
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
    value: ({ observations: { districtBirths } }) =>
      districtBirths.filter(({ team }) => team !== undefined).length / districtBirths.length,
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
    value: (service) => knownAmongEnrolled(service, isOwn),
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
    value: (service) => knownAmongEnrolled(service, isNamed),
  },
  {
    id: 'unansweredCalls',
    phase: 'continuity',
    unit: 'share',
    direction: 'lower',
    name: { nb: 'Utkallinger ingen i teamet kunne svare på', en: 'Calls that nobody in the team could answer' },
    definition: {
      nb: 'Teamet ble kalt da fødselen begynte, og ingen kunne komme: de på vakt var hos en annen kvinne, hadde hviletid eller for lite igjen av arbeidsdagen, eller ingen hadde vakt.',
      en: 'The team was called when labour began and nobody could come: those on call were with another woman, were resting or had too little left of their working day, or nobody was on call.',
    },
    denominator: { nb: 'alle utkallinger til teamene', en: 'all calls to the teams' },
    value: ({ observations }) => observations.unansweredCalls / observations.teamCalls,
  },
];
