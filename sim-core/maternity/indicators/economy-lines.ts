import type { Line } from '../economy/price-list.ts';
import { accountOf, inKroner } from './accounts-of-service.ts';
import type { Indicator, LocalisedText } from './indicator.ts';

type Direction = Indicator['direction'];

/** Id, line of the account, direction, name and definition. */
type Row = [id: string, line: Line, direction: Direction, name: LocalisedText, definition: LocalisedText];

const onTop = { nb: ' Uten feriepenger og sosiale kostnader.', en: ' Without holiday pay and on-cost.' };
const pay = (nb: string, en: string): LocalisedText => ({ nb: nb + onTop.nb, en: en + onTop.en });

const rows: Row[] = [
  [
    'basePay',
    'contractPay',
    'none',
    { nb: 'Fastlønn', en: 'Base pay' },
    {
      nb: 'Lønn i avtalt stilling for de dagene folk er ansatt, ferie og sykdom medregnet. Uten tillegg og sosiale kostnader.',
      en: 'Salaries of contract positions for the days on which people are employed, with holidays and sickness. Without supplements and on-cost.',
    },
  ],
  [
    'supplementCost',
    'supplements',
    'none',
    { nb: 'Tillegg for kveld, natt, helg og helgedag', en: 'Supplements for unsocial hours' },
    {
      nb: 'Tillegg for arbeid på kveld og natt, i helg og på helgedag, uten feriepenger og sosiale kostnader.',
      en: 'Supplements for work in the evening and at night, at weekends and on public holidays, without holiday pay and on-cost.',
    },
  ],
  [
    'onCallPay',
    'onCall',
    'none',
    { nb: 'Beredskapsvakt hjemme', en: 'On call from home' },
    pay('Betaling for timer på vakt hjemmefra.', 'Pay for hours on call from home.'),
  ],
  [
    'overtimePay',
    'overtime',
    'lower',
    { nb: 'Overtidsbetaling', en: 'Overtime pay' },
    pay(
      'Timer på overtid, ordinær timelønn og overtidstillegg.',
      'Hours of overtime, ordinary hourly pay and the addition.',
    ),
  ],
  [
    'extraShiftPay',
    'extraShifts',
    'none',
    { nb: 'Lønn for ekstravakter', en: 'Pay for extra shifts' },
    pay(
      'Timer på vakter utenom egen turnus, med bonus eller sommerpris. Tillegg står for seg der sommerprisen ikke gjelder.',
      'Hours of shifts beyond the roster, with bonus or the price of summer. Supplements stand on their own line where the price of summer does not hold.',
    ),
  ],
  [
    'hiredCost',
    'hired',
    'lower',
    { nb: 'Kostnad til innleie', en: 'Cost of hired staff' },
    { nb: 'Timer dekket av byrå, med alt.', en: 'Hours covered by an agency, with everything.' },
  ],
  [
    'holidayPay',
    'holidayPay',
    'none',
    { nb: 'Feriepenger', en: 'Holiday pay' },
    {
      nb: 'Feriepenger av det som er tjent utover fastlønnen, som selv dekker ferien.',
      en: 'Holiday pay on what is earned beyond the base pay, which itself covers holidays.',
    },
  ],
  [
    'onCost',
    'onCost',
    'none',
    { nb: 'Sosiale kostnader', en: 'On-cost' },
    {
      nb: 'Arbeidsgiveravgift, pensjon og forsikring, av lønn og feriepenger.',
      en: 'Payroll tax, pension and insurance, on pay and holiday pay.',
    },
  ],
  [
    'travelCost',
    'travel',
    'none',
    { nb: 'Reiser', en: 'Travel' },
    {
      nb: 'Bil og billetter på hjemmebesøk og på teamenes besøk på barsel. Tiden er arbeidstid. Reiser til fødsler er ikke med.',
      en: 'Car and fares on home visits and on visits of teams to the postnatal ward. The time is working time. Journeys to births are left out.',
    },
  ],
  [
    'bedDayCost',
    'bedDays',
    'none',
    { nb: 'Liggedøgn', en: 'Bed-days' },
    {
      nb: 'Døgn med seng i bruk på observasjonspost, barselpost og barselhotell, ganget med pris uten jordmødre og barnepleiere. Nyfødtavdelingen er ikke med.',
      en: 'Days with a bed in use on the antenatal ward, the postnatal ward and in the postnatal hotel, times the price without midwives and assistants. Neonatal care is left out.',
    },
  ],
  [
    'consumableCost',
    'consumables',
    'none',
    { nb: 'Forbruk ved fødsel', en: 'Consumables at birth' },
    {
      nb: 'Fødsler på sykehuset ganget med pris etter forløsningsmåte, for keisersnitt med operasjonsteam.',
      en: 'Births at the hospital times a price by mode of birth, for a caesarean with the theatre team.',
    },
  ],
  [
    'teamBaseCost',
    'teamBase',
    'none',
    { nb: 'Lokaler og utstyr til team', en: 'Rooms and equipment of teams' },
    {
      nb: 'Pris for et team i året, for den tiden noen er ansatt i det.',
      en: 'Price of a team a year, for as long as somebody is employed in it.',
    },
  ],
  [
    'trainingCost',
    'training',
    'none',
    { nb: 'Opplæring til team', en: 'Training for teams' },
    {
      nb: 'Kurs for hver jordmor som ansettes i et team i perioden. Lønnen under opplæring er fastlønn.',
      en: 'A course for each midwife who is employed in a team within the period. Her pay while she is trained is base pay.',
    },
  ],
  [
    'doulaCost',
    'doula',
    'none',
    { nb: 'Doulaer', en: 'Doulas' },
    { nb: 'Timer hos kvinner i fødsel, med alt.', en: 'Hours with women in labour, with everything.' },
  ],
  [
    'practitionerFees',
    'practitionerFees',
    'none',
    { nb: 'Fastlegehonorar', en: 'Fees of general practitioners' },
    {
      nb: 'Takst for hver konsultasjon hos fastlege i svangerskapet og for seksukerskontrollen. Staten betaler.',
      en: 'Fee of each consultation with a general practitioner in pregnancy and of the six-week check. The state pays.',
    },
  ],
  [
    'activityFunding',
    'activityFunding',
    'none',
    { nb: 'Innsatsstyrt finansiering mottatt', en: 'Activity-based funding received' },
    {
      nb: 'For hver mor som skrives ut etter fødsel: DRG-vekt ganget med enhetspris og ISF-andel. Barnets egen DRG er ikke med.',
      en: "For each mother discharged after birth: DRG weight times unit price and the share paid by activity (ISF). The child's own DRG is left out.",
    },
  ],
  [
    'grantsReceived',
    'grantsReceived',
    'none',
    { nb: 'Tilskudd mottatt', en: 'Grants received' },
    {
      nb: 'Tilskudd i perioden, jevnt fordelt over tilskuddets egen periode.',
      en: 'Grants in the period, spread evenly over the period of the grant.',
    },
  ],
  [
    'subsidyReceived',
    'subsidyReceived',
    'none',
    { nb: 'Statstilskudd til jordmorårsverk mottatt', en: 'State subsidy of midwife posts received' },
    {
      nb: 'Jordmorårsverk i avtalt stilling hos bydelene ganget med tilskuddet for et årsverk.',
      en: 'Midwife posts by contract of the districts times the subsidy of a post a year.',
    },
  ],
];

/** Every line of the accounts by payer, so that each krone can be seen; costs, then income. */
export const economyLineIndicators: Indicator[] = rows.map(([id, line, direction, name, definition]) => ({
  id,
  phase: 'economy',
  unit: 'kroner',
  direction,
  by: 'payer',
  name,
  definition,
  denominator: { nb: 'ingen', en: 'none' },
  value: (service, payer) => inKroner(accountOf(service, payer).amountOf(line)),
}));
