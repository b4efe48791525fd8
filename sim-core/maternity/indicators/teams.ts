import { Offer } from '../teams/team-offers.ts';
import type { Indicator, LocalisedText } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const minutesPerHour = 60;
const none: LocalisedText = { nb: 'ingen', en: 'none' };
const perWoman: LocalisedText = {
  nb: 'fødsler ved modellens fødesteder blant kvinner med plass i et team',
  en: 'births at the sites of the model among women with a place in a team',
};

/** Women of a district who gave birth and whose last offer of a place ended in a certain way. */
const withOffer =
  (offer: Offer) =>
  ({ observations, teamOffers }: MeasuredService): number =>
    observations.districtBirths.filter((woman) => teamOffers.of(woman) === offer).length;

function birthsWithTeam({ observations }: MeasuredService): number {
  return observations.births.filter(({ team }) => team !== undefined).length;
}

const offers = { phase: 'continuity', unit: 'women', denominator: none } as const;
const contacts = { phase: 'continuity', unit: 'contacts', denominator: none } as const;
const hours = { phase: 'staff', unit: 'hours', direction: 'none', denominator: perWoman } as const;

/** What a planner needs to see of continuity teams: who gets a place, who gives the contacts, and where the hours go. */
export const teamIndicators: Indicator<MeasuredService>[] = [
  {
    ...offers,
    id: 'teamTurnedAway',
    direction: 'lower',
    name: { nb: 'Kvinner teamet ikke hadde plass til', en: 'Women whom the team had no room for' },
    definition: {
      nb: 'Kvinner fra bydelene som fødte i perioden, ville ha plass i et team og fikk det ordinære tilbudet fordi teamene var fulle.',
      en: 'Women from the districts who gave birth in the period, wanted a place in a team and got the ordinary service because the teams were full.',
    },
    value: withOffer(Offer.turnedAway),
  },
  {
    ...offers,
    id: 'teamDeclined',
    direction: 'none',
    name: { nb: 'Kvinner som ikke ville ha plass i et team', en: 'Women who did not want a place in a team' },
    definition: {
      nb: 'Kvinner fra bydelene som fødte i perioden, ble spurt om de ville ha plass i et team og sa nei.',
      en: 'Women from the districts who gave birth in the period, were asked whether they wanted a place in a team and said no.',
    },
    value: withOffer(Offer.declined),
  },
  {
    ...contacts,
    id: 'teamContactsByNamed',
    direction: 'higher',
    name: { nb: 'Teamkontakter med egen jordmor', en: 'Team contacts with the own midwife' },
    definition: {
      nb: 'Kontakter utenom fødselen som kvinnens egen jordmor i teamet ga.',
      en: 'Contacts outside the birth that the woman’s own midwife of the team gave.',
    },
    value: ({ contacts: { teamContacts } }) => teamContacts.byNamed,
  },
  {
    ...contacts,
    id: 'teamContactsByColleague',
    direction: 'none',
    name: { nb: 'Teamkontakter med en kollega', en: 'Team contacts with a colleague' },
    definition: {
      nb: 'Kontakter utenom fødselen som en annen jordmor i teamet ga, fordi kvinnens egen var borte, hos en fødende, hadde hviletid eller var opptatt.',
      en: 'Contacts outside the birth that another midwife of the team gave, because the woman’s own was away, with a woman in labour, resting or taken up.',
    },
    value: ({ contacts: { teamContacts } }) => teamContacts.byColleague,
  },
  {
    ...contacts,
    id: 'teamContactsMoved',
    direction: 'lower',
    name: { nb: 'Teamkontakter flyttet til en annen dag', en: 'Team contacts moved to another day' },
    definition: {
      nb: 'Ganger en kontakt ble flyttet fordi ingen i teamet hadde tid den dagen.',
      en: 'Times a contact was moved because nobody of the team had time that day.',
    },
    value: ({ contacts: { teamContacts } }) => teamContacts.moved,
  },
  {
    ...contacts,
    id: 'teamContactsToOrdinaryService',
    direction: 'lower',
    name: { nb: 'Teamkontakter overlatt til det ordinære tilbudet', en: 'Team contacts left to the ordinary service' },
    definition: {
      nb: 'Kontakter som bydelens jordmødre tok fordi ingen i teamet hadde tid.',
      en: 'Contacts that the midwives of the district took because nobody of the team had time.',
    },
    value: ({ contacts: { teamContacts } }) => teamContacts.toOrdinaryService,
  },
  {
    ...contacts,
    id: 'latentVisitsAtHome',
    direction: 'none',
    name: { nb: 'Hjemmebesøk i latensfasen', en: 'Visits at home in the latent phase' },
    definition: {
      nb: 'Ganger en jordmor på vakt kom hjem til kvinnen, i stedet for at hun kom til mottaket.',
      en: 'Times a midwife on call came home to the woman, instead of her coming to the reception.',
    },
    value: ({ contacts: { teamContacts } }) => teamContacts.latentVisits,
  },
  {
    ...contacts,
    id: 'latentVisitsMissed',
    direction: 'lower',
    name: { nb: 'Hjemmebesøk i latensfasen ingen kunne ta', en: 'Visits in the latent phase nobody could make' },
    definition: {
      nb: 'Ganger kvinnen måtte til mottaket fordi ingen på vakt i teamet var ledig.',
      en: 'Times the woman had to go to the reception because nobody on call in the team was free.',
    },
    value: ({ contacts: { teamContacts } }) => teamContacts.latentVisitsMissed,
  },
  {
    id: 'onCallBusyShare',
    phase: 'staff',
    unit: 'share',
    direction: 'none',
    name: {
      nb: 'Andel av teamenes vakttid brukt på utrykning',
      en: 'Share of the teams’ on-call time spent on call-outs',
    },
    definition: {
      nb: 'Timer hos fødende og i latensfasen hjemme, med reiser, delt på timer med hjemmevakt.',
      en: 'Hours with women in labour and at home in the latent phase, with journeys, divided by hours on call.',
    },
    denominator: { nb: 'timer med hjemmevakt', en: 'hours on call' },
    value: ({ teamWork }) => teamWork.callOutHours / teamWork.onCallHours,
  },
  {
    id: 'womenPerTeamMidwife',
    phase: 'staff',
    unit: 'women',
    direction: 'none',
    name: { nb: 'Kvinner per teamjordmor i året', en: 'Women per team midwife a year' },
    definition: {
      nb: 'Fødsler blant kvinner med plass i et team, per årsverk i teamene.',
      en: 'Births among women with a place in a team, per full-time post of the teams.',
    },
    denominator: { nb: 'årsverk i teamene', en: 'full-time posts of the teams' },
    value: (service) => birthsWithTeam(service) / service.teamWork.midwifeYears,
  },
  {
    ...hours,
    id: 'teamHoursAntenatal',
    name: { nb: 'Teamets timer i svangerskapet, per kvinne', en: 'Hours of the team in pregnancy, per woman' },
    definition: {
      nb: 'Konsultasjoner med dokumentasjon, uten hjemmebesøk i latensfasen.',
      en: 'Consultations with their notes, without visits at home in the latent phase.',
    },
    value: (service) => service.contacts.teamContacts.antenatalMinutes / minutesPerHour / birthsWithTeam(service),
  },
  {
    ...hours,
    id: 'teamHoursBirth',
    name: { nb: 'Teamets timer ved fødselen, per kvinne', en: 'Hours of the team at the birth, per woman' },
    definition: {
      nb: 'Utrykninger med reiser, til fødsler og i latensfasen hjemme.',
      en: 'Call-outs with journeys, to births and at home in the latent phase.',
    },
    value: (service) => service.teamWork.callOutHours / birthsWithTeam(service),
  },
  {
    ...hours,
    id: 'teamHoursPostnatal',
    name: { nb: 'Teamets timer i barseltiden, per kvinne', en: 'Hours of the team after the birth, per woman' },
    definition: {
      nb: 'Besøk på barsel og hjemme, kontroller og samtaler, med dokumentasjon og reiser.',
      en: 'Visits on the ward and at home, checks and talks, with notes and journeys.',
    },
    value: (service) => service.contacts.teamContacts.postnatalMinutes / minutesPerHour / birthsWithTeam(service),
  },
  {
    ...hours,
    id: 'teamHoursDesk',
    name: {
      nb: 'Teamets timer ved telefon, pult og møter, per kvinne',
      en: 'Hours of the team at telephone, desk and meetings, per woman',
    },
    definition: {
      nb: 'Administrasjon per kvinne og møter per jordmor, som i inndataene.',
      en: 'Administration for each woman and meetings for each midwife, as in the inputs.',
    },
    value: (service) => {
      const { administration, meetings } = service.inputs.data.continuityTeams;
      return administration + (meetings * service.teamWork.midwifeYears) / birthsWithTeam(service);
    },
  },
];
