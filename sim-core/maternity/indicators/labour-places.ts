import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';
import { census, censusMean, censusQuantile, inUse, waits } from './place-use.ts';
import { highQuantile, siteIndex, sumOverSites, veryHighQuantile } from './sites.ts';

const minutesPerHour = 60;
const none = { nb: 'ingen', en: 'none' };
const overTime = { nb: 'tid', en: 'time' };
const perArrival = { nb: 'kvinner som kommer i fødsel', en: 'women who arrive in labour' };

const roomsDefinition = {
  nb: 'Ved alle sykehusets fødesteder samlet, talt hver time; med rengjøring etter fødselen.',
  en: 'At all sites of the hospital together, counted every hour; with cleaning after the birth.',
};
/** Reception, labour rooms and theatres: who waits, who is moved, and what is in use. */
export const labourPlaceIndicators: Indicator<MeasuredService>[] = [
  ...waits(
    'labour',
    ['waitForReception', 'waitedForReception'],
    { nb: 'undersøkelse i mottaket', en: 'assessment in the reception' },
    {
      nb: 'Tid fra hun kommer i fødsel til noen i mottaket tar imot henne; ventetid null er regnet med.',
      en: 'Time from arrival in labour until somebody in the reception sees to her; waits of zero are included.',
    },
    perArrival,
    ({ receptionWaits }) => receptionWaits,
  ),
  ...waits(
    'labour',
    ['waitForRoom', 'waitedForRoom'],
    { nb: 'fødestue', en: 'a labour room' },
    {
      nb: 'Tid fra hun trenger en fødestue til hun får den eller føder uten; ventetid null er regnet med.',
      en: 'Time from when she needs a labour room until she has it or gives birth without; waits of zero are included.',
    },
    perArrival,
    ({ roomWaits }) => roomWaits,
    true,
  ),
  ...(['nulliparous', 'multiparous'] as const).map((parity): Indicator<MeasuredService> => {
    const isFirst = parity === 'nulliparous';
    return {
      id: isFirst ? 'waitForRoomNulliparous' : 'waitForRoomMultiparous',
      phase: 'labour',
      unit: 'minutes',
      direction: 'lower',
      name: isFirst
        ? { nb: 'Venting på fødestue, førstegangsfødende', en: 'Wait for a labour room, nulliparous' }
        : { nb: 'Venting på fødestue, flergangsfødende', en: 'Wait for a labour room, multiparous' },
      definition: {
        nb: 'Tid fra hun trenger en fødestue til hun får den eller føder uten.',
        en: 'Time from when she needs a labour room until she has it or gives birth without.',
      },
      denominator: perArrival,
      value: ({ observations }) =>
        (isFirst ? observations.nulliparousRoomWaits : observations.multiparousRoomWaits).mean,
    };
  }),
  ...waits(
    'labour',
    ['waitForTheatreAcute', 'waitedForTheatreAcute'],
    { nb: 'operasjonsstue, akutt keisersnitt', en: 'theatre, acute caesarean' },
    {
      nb: 'Tid fra keisersnittet er bestemt til operasjonsstue og team er ledige.',
      en: 'Time from the decision until theatre and team are free.',
    },
    { nb: 'akutte keisersnitt', en: 'acute caesareans' },
    ({ acuteTheatreWaits }) => acuteTheatreWaits,
  ),
  ...waits(
    'labour',
    ['waitForTheatrePlanned', 'waitedForTheatrePlanned'],
    { nb: 'operasjonsstue, planlagt keisersnitt', en: 'theatre, planned caesarean' },
    {
      nb: 'Tid fra avtalt tidspunkt til operasjonsstue og team er ledige.',
      en: 'Time from the appointed time until theatre and team are free.',
    },
    { nb: 'planlagte keisersnitt', en: 'planned caesareans' },
    ({ plannedTheatreWaits }) => plannedTheatreWaits,
  ),
  {
    id: 'caesareansPutOff',
    phase: 'labour',
    unit: 'women',
    direction: 'lower',
    name: { nb: 'Planlagte keisersnitt utsatt til en annen dag', en: 'Planned caesareans put off to another day' },
    definition: {
      nb: 'Ganger operasjonsstue og team ikke ble ledige før dagen var over.',
      en: 'Times that theatre and team did not come free before the day was over.',
    },
    denominator: none,
    value: ({ observations }) => observations.caesareansPutOff,
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
    denominator: none,
    value: ({ observations }) => observations.diversions,
  },
  {
    id: 'diversionsFromSite',
    phase: 'labour',
    unit: 'women',
    direction: 'lower',
    by: 'site',
    name: { nb: 'Flyttet herfra i fødsel', en: 'Moved away in labour' },
    definition: {
      nb: 'Kvinner som ble flyttet fra fødestedet fordi det ikke hadde ledig stue.',
      en: 'Women who were moved away from the site because it had no free room.',
    },
    denominator: none,
    value: (service, id) => service.observations.diversionsFrom[siteIndex(service, id)]!,
  },
  {
    id: 'diversionsToSite',
    phase: 'labour',
    unit: 'women',
    direction: 'none',
    by: 'site',
    name: { nb: 'Flyttet hit i fødsel', en: 'Moved here in labour' },
    definition: {
      nb: 'Kvinner som fødestedet tok imot fra et annet.',
      en: 'Women whom the site took over from another.',
    },
    denominator: none,
    value: (service, id) => service.observations.diversionsTo[siteIndex(service, id)]!,
  },
  {
    id: 'bornWithoutRoom',
    phase: 'labour',
    unit: 'births',
    direction: 'lower',
    name: { nb: 'Født uten fødestue', en: 'Born without a labour room' },
    definition: {
      nb: 'Vaginale fødsler i mottaket eller i en seng fordi ingen fødestue ble ledig i tide.',
      en: 'Vaginal births in the reception or in a bed because no labour room came free in time.',
    },
    denominator: none,
    value: ({ observations }) => observations.birthsWithoutRoom,
  },
  {
    id: 'roomsClosed',
    phase: 'labour',
    unit: 'rooms',
    direction: 'lower',
    by: 'site',
    name: { nb: 'Fødestuer stengt for mangel på jordmødre', en: 'Labour rooms closed for lack of midwives' },
    definition: {
      nb: 'Gjennomsnitt over tid av stuer som var planlagt åpne.',
      en: 'Average over time of rooms that were planned to be open.',
    },
    denominator: overTime,
    value: (service, id) => service.capacities[siteIndex(service, id)]!.closedRooms.mean(service.simulation.now),
  },
  {
    id: 'roomHoursClosed',
    phase: 'labour',
    unit: 'hours',
    direction: 'lower',
    name: { nb: 'Stuetimer stengt for mangel på jordmødre', en: 'Room hours closed for lack of midwives' },
    definition: {
      nb: 'Stuer som var planlagt åpne, men stengt, ganger timer; alle fødestedene.',
      en: 'Rooms that were planned to be open but closed, times hours; all sites.',
    },
    denominator: none,
    value: (service) =>
      sumOverSites(service, (_, index) => service.capacities[index]!.closedRooms.integral(service.simulation.now)) /
      minutesPerHour,
  },
  ...inUse(
    'labourRooms',
    'labour',
    'rooms',
    { nb: 'Fødestuer i bruk', en: 'Labour rooms in use' },
    { nb: 'Med rengjøring etter fødselen.', en: 'With cleaning after the birth.' },
    ({ labourRooms }) => labourRooms.usage,
  ),
  ...inUse(
    'receptionPlaces',
    'labour',
    'beds',
    { nb: 'Plasser i mottaket i bruk', en: 'Places in the reception in use' },
    { nb: 'Senger og undersøkelsesrom.', en: 'Beds and examination rooms.' },
    ({ receptionPlaces }) => receptionPlaces.usage,
  ),
  ...inUse(
    'antenatalBeds',
    'labour',
    'beds',
    { nb: 'Senger for gravide i bruk', en: 'Antenatal beds in use' },
    { nb: 'Observasjon og igangsetting.', en: 'Observation and induction.' },
    ({ antenatalBeds }) => antenatalBeds.usage,
  ),
  ...inUse(
    'theatres',
    'labour',
    'rooms',
    { nb: 'Operasjonsstuer i bruk', en: 'Theatres in use' },
    { nb: 'Keisersnitt ved modellens fødesteder.', en: 'Caesareans at the sites of the model.' },
    ({ theatres }) => theatres.usage,
  ),
  ...inUse(
    'recoveryPlaces',
    'labour',
    'beds',
    { nb: 'Plasser på oppvåkning i bruk', en: 'Recovery places in use' },
    { nb: 'Etter keisersnitt.', en: 'After caesarean.' },
    ({ recoveryPlaces }) => recoveryPlaces.usage,
  ),
  census(
    'labourRoomsByHospital',
    'labour',
    'rooms',
    { nb: 'Fødestuer i bruk', en: 'Labour rooms in use' },
    roomsDefinition,
    censusMean('labourRooms'),
  ),
  census(
    'labourRoomsHighByHospital',
    'labour',
    'rooms',
    { nb: 'Fødestuer i bruk, 95-prosentil', en: 'Labour rooms in use, 95th percentile' },
    roomsDefinition,
    censusQuantile('labourRooms', highQuantile),
  ),
  census(
    'labourRoomsVeryHighByHospital',
    'labour',
    'rooms',
    { nb: 'Fødestuer i bruk, 99-prosentil', en: 'Labour rooms in use, 99th percentile' },
    roomsDefinition,
    censusQuantile('labourRooms', veryHighQuantile),
  ),
];
