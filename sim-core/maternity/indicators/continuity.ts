import type { ContactContinuity } from '../continuity/contact-continuity.ts';
import { continuityTable } from './continuity-table.ts';
import { meanOf, withGroups } from './grouped.ts';
import type { WomanGrouping } from './groups.ts';
import type { Indicator, IndicatorUnit, LocalisedText } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const denominator = {
  nb: 'kvinner fra bydelene som fødte ved modellens fødesteder minst 14 dager før periodens slutt',
  en: 'women from the districts who gave birth at the sites of the model at least 14 days before the end of the period',
};

function measure(
  id: string,
  column: keyof ContactContinuity,
  unit: IndicatorUnit,
  direction: 'higher' | 'lower',
  name: LocalisedText,
  definition: LocalisedText,
  groupings: readonly WomanGrouping[] = [],
): Indicator<MeasuredService>[] {
  return withGroups(
    {
      id,
      phase: 'continuity',
      unit,
      direction,
      name,
      definition,
      denominator,
      of: (service) => continuityTable(service).observed,
      mean: (service, rows) => meanOf(continuityTable(service).measures[column], rows),
    },
    groupings,
  );
}

/** How many midwives a woman meets, and how far they are the same. */
export const continuityIndicators: Indicator<MeasuredService>[] = [
  ...measure(
    'midwivesMet',
    'met',
    'midwives',
    'lower',
    { nb: 'Jordmødre kvinnen møter i alt', en: 'Midwives a woman meets in all' },
    {
      nb: 'Ulike jordmødre hun har hatt kontakt med gjennom svangerskap, fødsel og barsel. Innleide er ikke med.',
      en: 'Different midwives with whom she had contacts in pregnancy, at birth and after. Hired staff are left out.',
    },
  ),
  ...measure(
    'midwivesMetInPregnancy',
    'metInPregnancy',
    'midwives',
    'lower',
    { nb: 'Jordmødre kvinnen møter i svangerskapet', en: 'Midwives a woman meets in pregnancy' },
    {
      nb: 'Ulike jordmødre på helsestasjon, poliklinikk, ultralyd og i latensfasen.',
      en: 'Different midwives at the health station, the outpatient clinic, ultrasound and in the latent phase.',
    },
  ),
  ...measure(
    'midwivesMetAtBirth',
    'metAtBirth',
    'midwives',
    'lower',
    { nb: 'Jordmødre kvinnen møter ved fødselen', en: 'Midwives a woman meets at birth' },
    {
      nb: 'Ulike jordmødre fra innleggelsen til to timer etter fødselen, den andre jordmoren ved fødselen medregnet.',
      en: 'Different midwives from admission until two hours after birth, the second midwife at the birth included.',
    },
  ),
  ...measure(
    'midwivesMetAfterBirth',
    'metAfterBirth',
    'midwives',
    'lower',
    { nb: 'Jordmødre kvinnen møter etter fødselen', en: 'Midwives a woman meets after birth' },
    {
      nb: 'Ulike jordmødre på barsel, hjemme og ved ny kontakt med avdelingen.',
      en: 'Different midwives on the postnatal ward, at home and at later contacts with the ward.',
    },
  ),
  ...measure(
    'namedMidwifeContacts',
    'namedMidwifeShare',
    'share',
    'higher',
    { nb: 'Andel av kontaktene med egen jordmor', en: 'Share of contacts with the own midwife' },
    {
      nb: 'Kontakter med kvinnens egen navngitte jordmor, av alle kontaktene hennes med jordmødre; snitt over kvinner (usual provider index, Breslau og Reeb 1975).',
      en: 'Contacts with the woman’s own named midwife, of all her contacts with midwives; mean over women (usual provider index, Breslau and Reeb 1975).',
    },
  ),
  ...measure(
    'biceBoxerman',
    'concentration',
    'ratio',
    'higher',
    { nb: 'Bice–Boxerman-indeks', en: 'Bice–Boxerman index' },
    {
      nb: 'Hvor samlet kvinnens kontakter med jordmødre er: 1 når alle er med samme jordmor, 0 når hver er med en ny (Bice og Boxerman 1977). Kontakter med fastlege, lege og helsesykepleier er ikke med.',
      en: 'How concentrated a woman’s contacts with midwives are: 1 when all are with the same midwife, 0 when each is with another (Bice and Boxerman 1977). Contacts with general practitioners, doctors and health nurses are left out.',
    },
    ['origin', 'parity', 'vulnerability'],
  ),
  ...measure(
    'sameMidwifeThroughout',
    'samePerson',
    'share',
    'higher',
    { nb: 'Samme jordmor i alle tre faser', en: 'Same midwife in all three phases' },
    {
      nb: 'Én og samme jordmor har vært hos kvinnen i svangerskapet, ved fødselen og etter den.',
      en: 'One and the same midwife was with the woman in pregnancy, at birth and after it.',
    },
  ),
  ...measure(
    'sameTeamThroughout',
    'sameTeam',
    'share',
    'higher',
    { nb: 'Samme team i alle tre faser', en: 'Same team in all three phases' },
    {
      nb: 'Én jordmor, eller jordmødre fra kvinnens team, har vært hos henne i svangerskapet, ved fødselen og etter den.',
      en: 'One midwife, or midwives of the woman’s team, were with her in pregnancy, at birth and after it.',
    },
  ),
];
