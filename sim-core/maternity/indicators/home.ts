import { ContactKind } from '../contacts/contact-kinds.ts';
import {
  contactsOfKind,
  dischargedBefore,
  promisedVisitsGiven,
  shareByProfession,
  shareVisited,
} from './contact-counts.ts';
import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const midwifeVisitDays = 3;
const healthNurseVisitDays = 14;
const followUpDays = 42;

const perDistrictDischarge = {
  nb: 'kvinner fra bydelene som reiser hjem i tide til at dagene etter er med i perioden',
  en: 'women from the districts who go home in time for the days after to lie in the period',
};
const perDischarge = { nb: 'kvinner som reiser hjem', en: 'women who go home' };

/** After going home: visits, returns to the ward and readmissions. */
export const homeIndicators: Indicator<MeasuredService>[] = [
  {
    id: 'homeVisit',
    phase: 'postnatal',
    unit: 'share',
    direction: 'higher',
    headline: true,
    name: { nb: 'Hjemmebesøk av jordmor innen tre dager', en: 'Home visit by a midwife within three days' },
    definition: {
      nb: 'Kvinner fra bydelene som får besøk av jordmor innen tre dager etter hjemreise.',
      en: 'Women from the districts who are visited by a midwife within three days of going home.',
    },
    denominator: perDistrictDischarge,
    value: (service) => shareVisited(service, ContactKind.midwifeHomeVisit, midwifeVisitDays),
  },
  {
    id: 'healthNurseVisit',
    phase: 'postnatal',
    unit: 'share',
    direction: 'higher',
    name: { nb: 'Hjemmebesøk av helsesykepleier innen 14 dager', en: 'Home visit by a health nurse within 14 days' },
    definition: {
      nb: 'Kvinner fra bydelene som får besøk av helsesykepleier innen 14 dager etter hjemreise.',
      en: 'Women from the districts who are visited by a health nurse within 14 days of going home.',
    },
    denominator: perDistrictDischarge,
    value: (service) => shareVisited(service, ContactKind.healthNurseHomeVisit, healthNurseVisitDays),
  },
  {
    id: 'promisedVisits',
    phase: 'postnatal',
    unit: 'share',
    direction: 'higher',
    name: { nb: 'Lovede hjemmebesøk som er gitt i tide', en: 'Promised home visits given in time' },
    definition: {
      nb: 'Hjemmebesøk innen fristen til kvinner som er reist tidlig hjem, av dem de er lovet.',
      en: 'Home visits in time to women who left early, of those they were promised.',
    },
    denominator: {
      nb: 'besøk lovet kvinner som er reist tidlig hjem i tide til at dagene etter er med i perioden',
      en: 'visits promised to women who left early in time for the days after to lie in the period',
    },
    value: promisedVisitsGiven,
  },
  {
    id: 'extraVisitsByAssistants',
    phase: 'postnatal',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Ekstra hjemmebesøk av barnepleier', en: 'Extra home visits by assistants' },
    definition: {
      nb: 'Andel av de ekstra hjemmebesøkene i perioden som barnepleiere gir.',
      en: 'Share of the extra home visits in the period that assistants give.',
    },
    denominator: { nb: 'ekstra hjemmebesøk', en: 'extra home visits' },
    value: (service) => shareByProfession(service, ContactKind.extraHomeVisit, 'assistant'),
  },
  {
    id: 'digitalContacts',
    phase: 'postnatal',
    unit: 'contacts',
    direction: 'none',
    name: { nb: 'Videokontakter etter hjemreise, per kvinne', en: 'Contacts by video after going home, per woman' },
    definition: {
      nb: 'Videokontakter fram til periodens slutt, også de som gis i stedet for hjemmebesøk.',
      en: 'Contacts by video up to the end of the period, with those given instead of home visits.',
    },
    denominator: {
      nb: 'kvinner fra bydelene som reiser hjem senest 42 dager før periodens slutt',
      en: 'women from the districts who go home at least 42 days before the end of the period',
    },
    value: (service) => contactsOfKind(service, dischargedBefore(service, followUpDays), ContactKind.digitalContact),
  },
  {
    id: 'returnsToWard',
    phase: 'postnatal',
    unit: 'contacts',
    direction: 'none',
    name: {
      nb: 'Kontakter med barselavdelingen etter hjemreise, per kvinne',
      en: 'Contacts with the postnatal ward after going home, per woman',
    },
    definition: {
      nb: 'Kontakter uten henvisning i de dagene etter hjemreise da avdelingen er åpen for henne.',
      en: 'Contacts without referral in the days after going home on which the ward is open to her.',
    },
    denominator: perDistrictDischarge,
    value: (service) =>
      contactsOfKind(service, dischargedBefore(service, longestReturn(service)), ContactKind.returnToWard),
  },
  {
    id: 'newbornReadmissions',
    phase: 'postnatal',
    unit: 'share',
    direction: 'lower',
    name: { nb: 'Nyfødte lagt inn igjen', en: 'Newborns readmitted' },
    definition: {
      nb: 'Innleggelser av barnet etter hjemreise, delt på hjemreiser.',
      en: 'Admissions of the child after going home, divided by those who went home.',
    },
    denominator: perDischarge,
    value: ({ observations }) => observations.readmissions.newborn / observations.discharges.length,
  },
  {
    id: 'maternalReadmissions',
    phase: 'postnatal',
    unit: 'share',
    direction: 'lower',
    name: { nb: 'Mødre lagt inn igjen', en: 'Mothers readmitted' },
    definition: {
      nb: 'Innleggelser av moren etter hjemreise, delt på hjemreiser.',
      en: 'Admissions of the mother after going home, divided by those who went home.',
    },
    denominator: perDischarge,
    value: ({ observations }) => observations.readmissions.maternal / observations.discharges.length,
  },
  {
    id: 'readmissionDays',
    phase: 'postnatal',
    unit: 'days',
    direction: 'lower',
    name: { nb: 'Døgn med nye innleggelser', en: 'Days of readmissions' },
    definition: {
      nb: 'Samlet opphold for barn og mødre som legges inn igjen i perioden.',
      en: 'Total stay of children and mothers readmitted in the period.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ observations: { readmissionDays } }) => readmissionDays.newborn + readmissionDays.maternal,
  },
  {
    id: 'followUpsEnded',
    phase: 'postnatal',
    unit: 'women',
    direction: 'none',
    name: { nb: 'Kvinner som er ferdig fulgt opp', en: 'Women whose follow-up ended' },
    definition: {
      nb: 'Kvinner som har hatt sin siste kontakt i programmet i perioden.',
      en: 'Women who had their last contact of the programme in the period.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ observations }) => observations.womenFollowedUp.length,
  },
];

/** Days after going home on which the ward is open to women without referral, where it is for longest. */
function longestReturn({ inputs: { data, interventions } }: MeasuredService): number {
  const ofInterventions = interventions.flatMap((intervention) =>
    intervention.model === 'open-return' ? [intervention.withinDays ?? data.openReturn.withinDays] : [],
  );
  return Math.max(data.programme.returnToWard.withinDays, ...ofInterventions);
}
