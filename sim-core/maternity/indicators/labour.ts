import type { BirthSite } from '../places/birth-site.ts';
import type { MaternityService } from '../maternity-service.ts';
import { births } from './births.ts';
import type { Indicator } from './indicator.ts';

const minutesPerHour = 60;
const high = 0.95;

const perActiveMinute = { nb: 'minutter i aktiv fødsel', en: 'minutes of active labour' };
const perArrival = { nb: 'kvinner som kommer i fødsel', en: 'women who arrive in labour' };

export const labourIndicators: Indicator[] = [
  {
    id: 'oneToOne',
    phase: 'labour',
    unit: 'share',
    direction: 'higher',
    headline: true,
    name: { nb: 'Én-til-én-omsorg i aktiv fødsel', en: 'One-to-one care in active labour' },
    definition: {
      nb: 'Tid i aktiv fødsel der kvinnen har en jordmor for seg selv, fra fødeavdelingen eller fra teamet sitt.',
      en: 'Time in active labour when the woman has a midwife to herself, from the ward or from her team.',
    },
    denominator: perActiveMinute,
    value: ({ sites, simulation: { now } }) =>
      sum(sites, ({ ward }) => ward.oneToOne.integral(now)) / sum(sites, ({ ward }) => ward.active.integral(now)),
  },
  {
    id: 'oneToOneBySite',
    phase: 'labour',
    unit: 'share',
    direction: 'higher',
    by: 'site',
    name: { nb: 'Én-til-én-omsorg', en: 'One-to-one care' },
    definition: {
      nb: 'Tid i aktiv fødsel der kvinnen har en jordmor for seg selv.',
      en: 'Time in active labour when the woman has a midwife to herself.',
    },
    denominator: perActiveMinute,
    value: (service, id) => {
      const { ward } = site(service, id);
      return ward.oneToOne.integral(service.simulation.now) / ward.active.integral(service.simulation.now);
    },
  },
  {
    id: 'wardMidwivesNeeded',
    phase: 'labour',
    unit: 'midwives',
    direction: 'none',
    by: 'site',
    name: { nb: 'Behov for jordmødre på føden', en: 'Need of midwives on the labour ward' },
    definition: {
      nb: 'Gjennomsnittlig behov til enhver tid, etter fasen hver kvinne er i. Kvinner med jordmor fra teamet trenger ingen fra avdelingen.',
      en: 'Average need at any time, by the phase each woman is in. Women with a midwife of their team need none of the ward.',
    },
    denominator: { nb: 'tid', en: 'time' },
    value: (service, id) => site(service, id).ward.need.mean(service.simulation.now),
  },
  {
    id: 'midwifeHoursPerBirth',
    phase: 'labour',
    unit: 'hours',
    direction: 'none',
    name: { nb: 'Jordmortimer på føden per fødsel', en: 'Labour-ward midwife hours per birth' },
    definition: {
      nb: 'Behovet for avdelingens jordmødre gjennom perioden, i timer, delt på fødsler.',
      en: 'The need of ward midwives over the period, in hours, divided by births.',
    },
    denominator: { nb: 'alle fødsler ved modellens fødesteder', en: 'all births at the sites of the model' },
    value: (service) =>
      sum(service.sites, ({ ward }) => ward.need.integral(service.simulation.now)) / minutesPerHour / births(service),
  },
  {
    id: 'waitForRoom',
    phase: 'labour',
    unit: 'minutes',
    direction: 'lower',
    name: { nb: 'Venting på fødestue', en: 'Wait for a labour room' },
    definition: {
      nb: 'Gjennomsnittlig tid fra kvinnen kommer i fødsel til hun får en fødestue, der ventetid null er regnet med.',
      en: 'Average time from arrival in labour to a labour room, with waits of zero included.',
    },
    denominator: perArrival,
    value: ({ observations }) => observations.roomWaits.mean,
  },
  {
    id: 'waitedForRoom',
    phase: 'labour',
    unit: 'share',
    direction: 'lower',
    headline: true,
    name: { nb: 'Måtte vente på fødestue', en: 'Had to wait for a labour room' },
    definition: {
      nb: 'Kvinner som kom i fødsel mens alle fødestuene var opptatt.',
      en: 'Women who arrived in labour when all labour rooms were taken.',
    },
    denominator: perArrival,
    value: ({ observations }) => observations.waitedForRoom / observations.roomWaits.count,
  },
  {
    id: 'diversions',
    phase: 'labour',
    unit: 'women',
    direction: 'lower',
    name: { nb: 'Flyttet til et annet fødested i fødsel', en: 'Moved to another site in labour' },
    definition: {
      nb: 'Kvinner som ventet for lenge på fødestue og ble flyttet til et fødested med ledig stue.',
      en: 'Women who waited too long for a labour room and were moved to a site that had one.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ observations }) => observations.diversions,
  },
  {
    id: 'bornWithoutRoom',
    phase: 'labour',
    unit: 'births',
    direction: 'lower',
    name: { nb: 'Født uten fødestue', en: 'Born without a labour room' },
    definition: {
      nb: 'Vaginale fødsler i mottaket fordi ingen fødestue ble ledig i tide.',
      en: 'Vaginal births in triage because no labour room came free in time.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ observations }) => observations.bornWithoutRoom,
  },
  {
    id: 'labourRooms',
    phase: 'labour',
    unit: 'rooms',
    direction: 'none',
    by: 'site',
    name: { nb: 'Fødestuer i bruk', en: 'Labour rooms in use' },
    definition: {
      nb: 'Gjennomsnitt over tid, med rengjøring etter fødselen.',
      en: 'Average over time, with cleaning after the birth.',
    },
    denominator: { nb: 'tid', en: 'time' },
    value: (service, id) => site(service, id).labourRooms.usage.mean(service.simulation.now),
  },
  {
    id: 'labourRoomsHigh',
    phase: 'labour',
    unit: 'rooms',
    direction: 'none',
    by: 'site',
    name: { nb: 'Fødestuer i bruk, 95-prosentil', en: 'Labour rooms in use, 95th percentile' },
    definition: {
      nb: 'Så mange stuer eller færre er i bruk 95 % av tiden.',
      en: 'So many rooms or fewer are in use 95 % of the time.',
    },
    denominator: { nb: 'tid', en: 'time' },
    value: (service, id) => site(service, id).labourRooms.usage.quantile(service.simulation.now, high),
  },
];

export function site(service: MaternityService, id: string): BirthSite {
  return service.sites.find((candidate) => candidate.id === id)!;
}

function sum(sites: readonly BirthSite[], value: (site: BirthSite) => number): number {
  return sites.reduce((total, birthSite) => total + value(birthSite), 0);
}
