import { ContactKind } from '../contacts/contact-kinds.ts';
import { contactsOfKind } from './contact-counts.ts';
import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const minutesPerHour = 60;

const perDistrictBirth = {
  nb: 'kvinner fra bydelene som har født ved modellens fødesteder',
  en: 'women from the districts who gave birth at the sites of the model',
};

/** What women of vulnerable groups have beside the common programme. */
export const supportIndicators: Indicator<MeasuredService>[] = [
  {
    id: 'supportConsultations',
    phase: 'pregnancy',
    unit: 'contacts',
    direction: 'none',
    name: { nb: 'Støttesamtaler i svangerskapet, per kvinne', en: 'Support consultations in pregnancy, per woman' },
    definition: {
      nb: 'Konsultasjoner ut over det vanlige programmet for kvinner i sårbare grupper, fordelt på alle kvinner.',
      en: 'Consultations beyond the common programme for women of vulnerable groups, over all women.',
    },
    denominator: perDistrictBirth,
    value: (service) => contactsOfKind(service, service.observations.districtBirths, ContactKind.supportConsultation),
  },
  {
    id: 'doulaBirths',
    phase: 'labour',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Fødsler med doula', en: 'Births with a doula' },
    definition: {
      nb: 'Kvinner som har hatt en doula hos seg under fødselen.',
      en: 'Women who had a doula with them in labour.',
    },
    denominator: perDistrictBirth,
    value: (service) => contactsOfKind(service, service.observations.districtBirths, ContactKind.doulaSupport),
  },
  {
    id: 'doulaHours',
    phase: 'labour',
    unit: 'hours',
    direction: 'none',
    name: { nb: 'Timer med doula', en: 'Hours of doulas' },
    definition: {
      nb: 'Timer som doulaer er hos kvinner under fødsel, innenfor perioden.',
      en: 'Hours that doulas are with women in labour, within the period.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ contactLog, horizon: { from, to } }) => {
      const kind = contactLog.kind.view();
      let minutes = 0;
      for (let contact = 0; contact < contactLog.length; contact++) {
        if (kind[contact] !== ContactKind.doulaSupport) continue;
        const start = Math.max(from, contactLog.start.at(contact));
        minutes += Math.max(0, Math.min(to, contactLog.end.at(contact)) - start);
      }
      return minutes / minutesPerHour;
    },
  },
];
