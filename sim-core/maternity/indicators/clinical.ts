import { empirical } from '../../kernel/index.ts';
import { BirthMode } from '../trace-states.ts';
import type { Woman } from '../women/woman.ts';
import { shareOf, withGroups, type MeanOverWomen } from './grouped.ts';
import type { WomanGrouping } from './groups.ts';
import type { Indicator, LocalisedText } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const minutesPerHour = 60;
/** Of gestation: 37 completed weeks, by definition (WHO). */
const firstDayAtTerm = 259;

const perBirth = { nb: 'alle fødsler ved modellens fødesteder', en: 'all births at the sites of the model' };
const perVaginalBirth = { nb: 'vaginale fødsler', en: 'vaginal births' };

const everybody = (): boolean => true;

/** A share of births, or of some of them. */
function birthShare(
  about: { id: string; name: LocalisedText; definition: LocalisedText; denominator?: LocalisedText },
  holds: (woman: Woman) => boolean,
  groupings: readonly WomanGrouping[] = [],
  among: (woman: Woman) => boolean = everybody,
): Indicator<MeasuredService>[] {
  const indicator: MeanOverWomen = {
    phase: 'births',
    unit: 'share',
    direction: 'none',
    denominator: perBirth,
    ...about,
    of: ({ observations }) => observations.births,
    mean: ({ observations: { births } }, rows) => shareOf(births, rows, holds, among),
  };
  return withGroups(indicator, groupings);
}

/** How births begin and end. */
export const clinicalIndicators: Indicator<MeasuredService>[] = [
  ...birthShare(
    {
      id: 'nulliparousShare',
      name: { nb: 'Førstegangsfødende', en: 'Nulliparous women' },
      definition: {
        nb: 'Fødsler der kvinnen ikke har født før.',
        en: 'Births to women who have not given birth before.',
      },
    },
    ({ fate }) => fate.nulliparous,
    ['hospital'],
  ),
  ...birthShare(
    {
      id: 'inductionShare',
      name: { nb: 'Igangsatte fødsler', en: 'Induced births' },
      definition: { nb: 'Fødsler som ble satt i gang.', en: 'Births that were induced.' },
    },
    ({ fate }) => fate.onset === 'induced',
    ['parity'],
  ),
  ...birthShare(
    {
      id: 'caesareanShare',
      name: { nb: 'Keisersnitt', en: 'Caesarean births' },
      definition: { nb: 'Fødsler med planlagt eller akutt keisersnitt.', en: 'Births by planned or acute caesarean.' },
    },
    isCaesarean,
    ['hospital', 'parity'],
  ),
  ...birthShare(
    {
      id: 'plannedCaesareanShare',
      name: { nb: 'Andel av keisersnittene som er planlagt', en: 'Share of caesareans that are planned' },
      definition: {
        nb: 'Keisersnitt som var bestemt før fødselen begynte.',
        en: 'Caesareans that were decided before labour began.',
      },
      denominator: { nb: 'alle keisersnitt', en: 'all caesareans' },
    },
    ({ fate }) => fate.mode === BirthMode.plannedCaesarean,
    [],
    isCaesarean,
  ),
  ...birthShare(
    {
      id: 'caesareanRobson1',
      name: { nb: 'Keisersnitt, Robson-gruppe 1', en: 'Caesarean, Robson group 1' },
      definition: {
        nb: 'Førstegangsfødende, ett barn i hodeleie til termin, spontan start.',
        en: 'First birth, one child head down at term, spontaneous onset.',
      },
      denominator: { nb: 'fødsler i gruppen', en: 'births of the group' },
    },
    isCaesarean,
    [],
    isRobson1,
  ),
  ...birthShare(
    {
      id: 'caesareanRobson1and2',
      name: { nb: 'Keisersnitt, Robson-gruppe 1 og 2', en: 'Caesarean, Robson groups 1 and 2' },
      definition: {
        nb: 'Førstegangsfødende, ett barn i hodeleie til termin, uansett hvordan fødselen begynte.',
        en: 'First birth, one child head down at term, however labour began.',
      },
      denominator: { nb: 'fødsler i gruppene', en: 'births of the groups' },
    },
    isCaesarean,
    [],
    (woman) => isRobson1(woman) || woman.fate.group === '2a' || woman.fate.group === '2b',
  ),
  ...birthShare(
    {
      id: 'instrumentalShare',
      name: { nb: 'Operativ vaginal fødsel', en: 'Instrumental births' },
      definition: { nb: 'Vaginale fødsler med vakuum eller tang.', en: 'Vaginal births with vacuum or forceps.' },
      denominator: perVaginalBirth,
    },
    ({ fate }) => fate.mode === BirthMode.instrumental,
    ['parity'],
    (woman) => !isCaesarean(woman),
  ),
  ...birthShare(
    {
      id: 'epiduralShare',
      name: { nb: 'Epidural', en: 'Epidural' },
      definition: {
        nb: 'Kvinner med epidural under fødselen.',
        en: 'Women with an epidural in labour.',
      },
    },
    ({ fate }) => fate.epidural,
    ['parity'],
  ),
  ...birthShare(
    {
      id: 'pretermShare',
      name: { nb: 'For tidlig fødsel', en: 'Preterm births' },
      definition: {
        nb: 'Fødsler som begynte før 37 fullgåtte svangerskapsuker.',
        en: 'Births that began before 37 completed weeks of pregnancy.',
      },
    },
    ({ fate }) => fate.gestation < firstDayAtTerm,
  ),
  {
    id: 'labourNulliparous',
    phase: 'births',
    unit: 'hours',
    direction: 'none',
    name: {
      nb: 'Aktiv fødsel, førstegangsfødende med spontan start, median',
      en: 'Active labour, nulliparous with spontaneous onset, median',
    },
    definition: {
      nb: 'Timer fra 4 cm til fødsel; ett barn i hodeleie til termin, vaginal fødsel.',
      en: 'Hours from 4 cm until birth; one child head down at term, vaginal birth.',
    },
    denominator: perVaginalBirth,
    value: ({ observations }) =>
      empirical(
        0.5,
        Float64Array.from(
          observations.births.filter((woman) => isRobson1(woman) && !isCaesarean(woman)),
          ({ fate }) => (fate.activeFirstStage + fate.secondStage) / minutesPerHour,
        ).sort(),
      ),
  },
];

export function isCaesarean({ fate: { mode } }: Woman): boolean {
  return mode === BirthMode.plannedCaesarean || mode === BirthMode.acuteCaesarean;
}

function isRobson1({ fate: { group } }: Woman): boolean {
  return group === '1';
}
