import { ContactKind } from '../contacts/contact-kinds.ts';
import { antenatalContacts, contactsOfKind, type AntenatalPlace } from './contact-counts.ts';
import type { Indicator, LocalisedText } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const minutesPerHour = 60;

const perDistrictBirth = {
  nb: 'kvinner fra bydelene som fødte ved modellens fødesteder',
  en: 'women from the districts who gave birth at the sites of the model',
};

function antenatal(
  id: string,
  name: LocalisedText,
  definition: LocalisedText,
  place?: AntenatalPlace,
): Indicator<MeasuredService> {
  return {
    id,
    phase: 'pregnancy',
    unit: 'contacts',
    direction: 'none',
    name,
    definition,
    denominator: perDistrictBirth,
    value: (service) => antenatalContacts(service, place),
  };
}

/** Contacts in pregnancy, by who gives them. */
export const pregnancyIndicators: Indicator<MeasuredService>[] = [
  antenatal(
    'antenatalContacts',
    { nb: 'Svangerskapskontroller per kvinne', en: 'Antenatal contacts per woman' },
    {
      nb: 'Konsultasjoner, ultralyd og støttesamtaler fra registrering til fødsel, og kontakter i latensfasen.',
      en: 'Consultations, ultrasound and support consultations from registration to birth, and contacts in the latent phase.',
    },
  ),
  antenatal(
    'generalPractitionerContacts',
    { nb: 'Kontroller hos fastlege per kvinne', en: 'Antenatal contacts with the general practitioner per woman' },
    { nb: 'Svangerskapskontroller hos fastlegen.', en: 'Antenatal contacts at the general practitioner’s.' },
    'generalPractice',
  ),
  antenatal(
    'districtMidwifeContacts',
    {
      nb: 'Kontroller hos jordmor utenfor sykehus per kvinne',
      en: 'Antenatal contacts with a midwife outside hospital per woman',
    },
    {
      nb: 'Svangerskapskontroller på helsestasjonen eller hjemme, hos bydelens eller teamets jordmor.',
      en: 'Antenatal contacts at the health station or at home, with a midwife of the district or the team.',
    },
    'district',
  ),
  antenatal(
    'hospitalAntenatalContacts',
    { nb: 'Kontroller på sykehus per kvinne', en: 'Antenatal contacts in hospital per woman' },
    {
      nb: 'Poliklinikk, ultralyd og kontakter i latensfasen på sykehuset.',
      en: 'Outpatient clinic, ultrasound and contacts in the latent phase in hospital.',
    },
    'hospital',
  ),
  {
    id: 'latentPhaseContacts',
    phase: 'pregnancy',
    unit: 'contacts',
    direction: 'none',
    name: { nb: 'Kontakter i latensfasen per kvinne', en: 'Contacts in the latent phase per woman' },
    definition: {
      nb: 'Ganger hun kommer til mottaket i latensfasen og reiser hjem igjen.',
      en: 'Times that she comes to the reception in the latent phase and goes home again.',
    },
    denominator: perDistrictBirth,
    value: (service) => contactsOfKind(service, service.observations.districtBirths, ContactKind.latentPhaseContact),
  },
  {
    id: 'contactsNotGiven',
    phase: 'pregnancy',
    unit: 'contacts',
    direction: 'lower',
    name: { nb: 'Kontakter som ikke ble gitt', en: 'Contacts not given' },
    definition: {
      nb: 'Kontakter programmet ber om i perioden, fra svangerskap til barsel, som ingen hadde tid til å gi.',
      en: 'Contacts that the programme asks for in the period, from pregnancy to after birth, and nobody had time to give.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ contacts }) => total(contacts.statistics.notGiven),
  },
  {
    id: 'contactsNotGivenShare',
    phase: 'pregnancy',
    unit: 'share',
    direction: 'lower',
    name: { nb: 'Andel av kontaktene som ikke ble gitt', en: 'Share of contacts not given' },
    definition: {
      nb: 'Kontakter ingen hadde tid til å gi, av alle programmet ber om.',
      en: 'Contacts that nobody had time to give, of all that the programme asks for.',
    },
    denominator: { nb: 'kontakter programmet ber om', en: 'contacts that the programme asks for' },
    value: ({ contacts: { statistics } }) => total(statistics.notGiven) / total(statistics.wanted),
  },
  {
    id: 'noShows',
    phase: 'pregnancy',
    unit: 'contacts',
    direction: 'lower',
    name: { nb: 'Ikke møtt til avtalt kontakt', en: 'Contacts to which the woman did not come' },
    definition: {
      nb: 'Avtalte kontakter i perioden som kvinnen ikke møtte til.',
      en: 'Appointments in the period to which the woman did not come.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ contacts }) => total(contacts.statistics.noShows),
  },
  {
    id: 'travelHours',
    phase: 'pregnancy',
    unit: 'hours',
    direction: 'lower',
    name: { nb: 'Reisetid til hjemmebesøk', en: 'Travel to home visits' },
    definition: {
      nb: 'Timer som jordmødre og helsesykepleiere bruker på vei mellom hjem og helsestasjon i perioden.',
      en: 'Hours that midwives and health nurses spend on the way between homes and health station in the period.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ contacts }) => contacts.statistics.travelMinutes / minutesPerHour,
  },
];

function total(byKind: Int32Array): number {
  return byKind.reduce((sum, count) => sum + count, 0);
}
