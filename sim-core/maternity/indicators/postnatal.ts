import type { Woman } from '../women/woman.ts';
import { isCaesarean } from './clinical.ts';
import type { Indicator, LocalisedText } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const minutesPerDay = 1440;
const longStay = 4;

const perDischarge = { nb: 'kvinner som reiser hjem', en: 'women who go home' };
const stayDefinition = {
  nb: 'Utskrivingsdato minus fødselsdato, i hele dager, som i Medisinsk fødselsregister.',
  en: 'Date of discharge minus date of birth, in whole days, as in the Medical Birth Registry of Norway.',
};

const isVaginal = (woman: Woman): boolean => !isCaesarean(woman);
const isNulliparousVaginal = (woman: Woman): boolean => isVaginal(woman) && woman.fate.nulliparous;

/** The mean stay of some of the women who went home. */
function stay(
  id: string,
  name: LocalisedText,
  denominator: LocalisedText,
  among: (woman: Woman) => boolean = () => true,
): Indicator<MeasuredService> {
  return {
    id,
    phase: 'postnatal',
    unit: 'days',
    direction: 'none',
    name,
    definition: stayDefinition,
    denominator,
    value: (service) => meanOverDischarges(service, among, (days) => days),
  };
}

/** The stay in hospital after birth. */
export const postnatalIndicators: Indicator<MeasuredService>[] = [
  { ...stay('stay', { nb: 'Liggetid etter fødsel', en: 'Stay after birth' }, perDischarge), headline: true },
  stay(
    'stayVaginal',
    { nb: 'Liggetid etter vaginal fødsel', en: 'Stay after vaginal birth' },
    { nb: 'vaginale fødsler', en: 'vaginal births' },
    isVaginal,
  ),
  stay(
    'stayCaesarean',
    { nb: 'Liggetid etter keisersnitt', en: 'Stay after caesarean' },
    { nb: 'keisersnitt', en: 'caesareans' },
    isCaesarean,
  ),
  stay(
    'stayNulliparousVaginal',
    { nb: 'Liggetid, førstegangsfødende vaginalt', en: 'Stay, nulliparous vaginal birth' },
    { nb: 'vaginale fødsler, førstegangsfødende', en: 'vaginal births, nulliparous' },
    isNulliparousVaginal,
  ),
  stay(
    'stayMultiparousVaginal',
    { nb: 'Liggetid, flergangsfødende vaginalt', en: 'Stay, multiparous vaginal birth' },
    { nb: 'vaginale fødsler, flergangsfødende', en: 'vaginal births, multiparous' },
    (woman) => isVaginal(woman) && !woman.fate.nulliparous,
  ),
  {
    id: 'fourDays',
    phase: 'postnatal',
    unit: 'share',
    direction: 'none',
    name: {
      nb: 'Fire dager eller mer, førstegangsfødende vaginalt',
      en: 'Four days or more, nulliparous vaginal birth',
    },
    definition: stayDefinition,
    denominator: { nb: 'vaginale fødsler, førstegangsfødende', en: 'vaginal births, nulliparous' },
    value: (service) => meanOverDischarges(service, isNulliparousVaginal, (days) => (days >= longStay ? 1 : 0)),
  },
  {
    id: 'leftWithin24Hours',
    phase: 'postnatal',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Hjem innen 24 timer', en: 'Home within 24 hours' },
    definition: {
      nb: 'Mindre enn 24 timer fra fødsel til hjemreise.',
      en: 'Less than 24 hours from birth to going home.',
    },
    denominator: perDischarge,
    value: (service) =>
      meanOverDischarges(
        service,
        () => true,
        (_, { bornAt, dischargedAt }) => (dischargedAt - bornAt < minutesPerDay ? 1 : 0),
      ),
  },
  {
    id: 'earlyDischarges',
    phase: 'postnatal',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Tidlig hjemreise etter tilbud', en: 'Early discharge as offered' },
    definition: {
      nb: 'Kvinner som reiser hjem tidligere enn de ellers ville, med avtale om hjemmebesøk, der det tilbys.',
      en: 'Women who go home earlier than they otherwise would, with home visits agreed, where that is offered.',
    },
    denominator: perDischarge,
    value: ({ observations }) => observations.earlyDischarges / observations.discharges.length,
  },
  {
    id: 'earlyDischargeOffers',
    phase: 'postnatal',
    unit: 'women',
    direction: 'none',
    name: { nb: 'Kvinner som tilbys tidlig hjemreise', en: 'Women offered early discharge' },
    definition: {
      nb: 'Kvinner fra bydelene med tilbudet, av de paritetene det gjelder, som har hatt en ukomplisert fødsel.',
      en: 'Women from the districts with the offer, of the parities it holds for, whose birth was uncomplicated.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ observations }) => observations.earlyDischargeOffers,
  },
  {
    id: 'earlyDischargesWithoutVisits',
    phase: 'postnatal',
    unit: 'women',
    direction: 'lower',
    name: {
      nb: 'Kvinner som må bli fordi hjemmebesøk ikke kan avtales',
      en: 'Women who must stay because home visits cannot be agreed',
    },
    definition: {
      nb: 'Kvinner som vil reise tidlig hjem, men blir som vanlig fordi det ikke er tid til besøkene de er lovet.',
      en: 'Women who want to go home early but stay as usual, as there is no time for the visits that are promised.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: ({ observations }) => observations.earlyDischargesWithoutVisits,
  },
  {
    id: 'neonatalAdmissions',
    phase: 'postnatal',
    unit: 'share',
    direction: 'none',
    name: { nb: 'Innlagt på nyfødtintensiv', en: 'Admitted to neonatal care' },
    definition: {
      nb: 'Fødsler der barnet trenger nyfødtintensiv.',
      en: 'Births after which the child needs neonatal care.',
    },
    denominator: { nb: 'alle fødsler ved modellens fødesteder', en: 'all births at the sites of the model' },
    value: ({ observations }) => observations.neonatalAdmissions / observations.births.length,
  },
  {
    id: 'neonatalDays',
    phase: 'postnatal',
    unit: 'days',
    direction: 'none',
    name: { nb: 'Døgn på nyfødtintensiv per fødsel', en: 'Days of neonatal care per birth' },
    definition: {
      nb: 'Samlet opphold som barna trenger, delt på fødsler.',
      en: 'Total stay that the children need, divided by births.',
    },
    denominator: { nb: 'alle fødsler ved modellens fødesteder', en: 'all births at the sites of the model' },
    value: ({ observations }) => observations.neonatalDays / observations.births.length,
  },
];

/** NaN when none of the women who went home is among them. */
function meanOverDischarges(
  { observations: { discharges, stayDays } }: MeasuredService,
  among: (woman: Woman) => boolean,
  value: (days: number, woman: Woman) => number,
): number {
  let sum = 0;
  let count = 0;
  for (let row = 0; row < discharges.length; row++) {
    if (!among(discharges[row]!)) continue;
    sum += value(stayDays[row]!, discharges[row]!);
    count++;
  }
  return sum / count;
}
