import type { Woman } from '../women/woman.ts';
import { births } from './births.ts';
import { columnOf, withGroups } from './grouped.ts';
import type { WomanGrouping } from './groups.ts';
import type { Indicator, LocalisedText } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';
import { siteOf, sumOverSites } from './sites.ts';

const minutesPerHour = 60;

const perActiveMinute = { nb: 'minutter i aktiv fødsel', en: 'minutes of active labour' };
const perBirth = { nb: 'alle fødsler ved modellens fødesteder', en: 'all births at the sites of the model' };
const overTime = { nb: 'tid', en: 'time' };

function activeMinutes({ care }: Woman): number {
  return care.ownMinutes + care.sharedMinutes + care.aloneMinutes;
}

/** A share of the minutes of active labour of the women who gave birth. */
function careShare(
  about: {
    id: string;
    direction: 'higher' | 'lower';
    headline?: boolean;
    name: LocalisedText;
    definition: LocalisedText;
  },
  minutes: (woman: Woman) => number,
  groupings: readonly WomanGrouping[] = [],
): Indicator<MeasuredService>[] {
  return withGroups(
    {
      phase: 'labour',
      unit: 'share',
      denominator: perActiveMinute,
      ...about,
      of: ({ observations }) => observations.births,
      mean: ({ observations: { births: women } }, rows) => {
        const parts = columnOf(women, minutes);
        const wholes = columnOf(women, activeMinutes);
        let part = 0;
        let all = 0;
        for (let index = 0; index < rows.length; index++) {
          const row = rows[index]!;
          part += parts[row]!;
          all += wholes[row]!;
        }
        return part / all;
      },
    },
    groupings,
  );
}

/** Midwives in active labour and at birth. */
export const labourIndicators: Indicator<MeasuredService>[] = [
  ...careShare(
    {
      id: 'oneToOne',
      direction: 'higher',
      headline: true,
      name: { nb: 'Én-til-én-omsorg i aktiv fødsel', en: 'One-to-one care in active labour' },
      definition: {
        nb: 'Tid i aktiv fødsel der kvinnen har en jordmor for seg selv, fra fødeavdelingen eller fra teamet sitt.',
        en: 'Time in active labour when the woman has a midwife to herself, from the ward or from her team.',
      },
    },
    ({ care }) => care.ownMinutes,
    ['site', 'origin', 'parity', 'vulnerability'],
  ),
  ...careShare(
    {
      id: 'sharedMidwife',
      direction: 'lower',
      name: { nb: 'Delt jordmor i aktiv fødsel', en: 'Shared midwife in active labour' },
      definition: {
        nb: 'Tid i aktiv fødsel der kvinnens jordmor også har ansvar for andre.',
        en: 'Time in active labour when the woman’s midwife has others in her care as well.',
      },
    },
    ({ care }) => care.sharedMinutes,
  ),
  ...careShare(
    {
      id: 'aloneInLabour',
      direction: 'lower',
      name: { nb: 'Uten jordmor i aktiv fødsel', en: 'Without a midwife in active labour' },
      definition: {
        nb: 'Tid i aktiv fødsel der ingen jordmor har ansvar for kvinnen.',
        en: 'Time in active labour when no midwife has the woman in her care.',
      },
    },
    ({ care }) => care.aloneMinutes,
  ),
  ...withGroups(
    {
      id: 'handovers',
      phase: 'labour',
      unit: 'ratio',
      direction: 'lower',
      name: { nb: 'Jordmorbytter per fødsel', en: 'Hand-overs per birth' },
      definition: {
        nb: 'Ganger en kvinne i fødsel får en ny jordmor i stedet for den hun hadde.',
        en: 'Times that a woman in labour gets another midwife in place of the one she had.',
      },
      denominator: perBirth,
      of: ({ observations }) => observations.births,
      mean: ({ observations: { births: women } }, rows) =>
        rows.reduce((sum, row) => sum + women[row]!.care.handovers, 0) / rows.length,
    },
    ['parity'],
  ),
  {
    id: 'wardMidwivesNeeded',
    phase: 'labour',
    unit: 'midwives',
    direction: 'none',
    by: 'site',
    name: { nb: 'Behov for jordmødre på føden', en: 'Need of midwives on the labour ward' },
    definition: {
      nb: 'Gjennomsnittlig behov til enhver tid, etter fasen hver kvinne er i.',
      en: 'Average need at any time, by the phase each woman is in.',
    },
    denominator: overTime,
    value: (service, id) => siteOf(service, id).ward.need.mean(service.simulation.now),
  },
  {
    id: 'midwivesNeededByHospital',
    phase: 'labour',
    unit: 'midwives',
    direction: 'none',
    by: 'hospital',
    name: { nb: 'Behov for jordmødre på føden', en: 'Need of midwives on the labour ward' },
    definition: {
      nb: 'Gjennomsnittlig behov til enhver tid, etter fasen hver kvinne er i, ved alle sykehusets fødesteder.',
      en: 'Average need at any time, by the phase each woman is in, at all sites of the hospital.',
    },
    denominator: overTime,
    value: (service, hospital) => sumOverSites(service, ({ ward }) => ward.need.mean(service.simulation.now), hospital),
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
    denominator: perBirth,
    value: (service) =>
      sumOverSites(service, ({ ward }) => ward.need.integral(service.simulation.now)) /
      minutesPerHour /
      births(service),
  },
  {
    id: 'womenPerMidwife',
    phase: 'labour',
    unit: 'ratio',
    direction: 'lower',
    by: 'site',
    name: { nb: 'Kvinner per jordmor på føden', en: 'Women per midwife on the labour ward' },
    definition: {
      nb: 'Kvinnetimer i avdelingen delt på jordmortimer på vakt.',
      en: 'Woman hours on the ward divided by midwife hours on duty.',
    },
    denominator: overTime,
    value: (service, id) => {
      const { women, midwives } = siteOf(service, id).ward.womenPerMidwife;
      return finiteSum(women.means(service.simulation.now)) / finiteSum(midwives.means(service.simulation.now));
    },
  },
  {
    id: 'womenPerMidwifeAtWorst',
    phase: 'labour',
    unit: 'ratio',
    direction: 'lower',
    by: 'site',
    name: { nb: 'Kvinner per jordmor, ukens travleste time', en: 'Women per midwife, busiest hour of the week' },
    definition: {
      nb: 'Snittet i den av ukens 168 timer der det er høyest.',
      en: 'The mean in that of the 168 hours of the week in which it is highest.',
    },
    denominator: overTime,
    value: (service, id) =>
      Math.max(...siteOf(service, id).ward.womenPerMidwife.means(service.simulation.now).filter(Number.isFinite)),
  },
  {
    id: 'birthsWithoutSecondMidwife',
    phase: 'labour',
    unit: 'share',
    direction: 'lower',
    name: { nb: 'Fødsler uten en andre jordmor', en: 'Births without a second midwife' },
    definition: {
      nb: 'Vaginale fødsler der ingen annen jordmor kunne være med når barnet ble født.',
      en: 'Vaginal births at which no other midwife could be there when the child was born.',
    },
    denominator: perBirth,
    value: (service) => sumOverSites(service, ({ ward }) => ward.birthsWithoutSecondMidwife) / births(service),
  },
];

/** Sum over hours of the week; those that a short horizon does not have are left out. */
function finiteSum(hours: Float64Array): number {
  return hours.filter(Number.isFinite).reduce((sum, value) => sum + value, 0);
}
