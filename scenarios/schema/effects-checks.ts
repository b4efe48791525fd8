import type { Report } from './data-checks.ts';
import { rounded } from './posts-checks.ts';
import { same, type Finding } from './problems.ts';
import type { Intervention, Scenario } from './scenario.ts';

type Data = Scenario['data'];
type Effects = Extract<Intervention, { model: 'continuity-effects' }>['effects'];

const parities = ['nulliparous', 'multiparous'] as const;
const tolerance = 1e-9;

/** A probability that a relative risk is applied to, as it is reckoned from the base data, and where it stands there. */
interface Risk {
  probability: number;
  source: string;
}

/** Reports published effects that make a probability of the base data more than certain, or a labour shorter than nothing. */
export function checkEffects(effects: Effects, data: Data, own: Report): void {
  if (Object.keys(effects).length === 0) {
    own(['effects'], {
      found: { en: 'found no effect', nb: 'fant ingen effekt' },
      allowed: same('caesareanInLabour, instrumental, epidural, preterm, firstStage'),
    });
  }
  const caesarean = effects.caesareanInLabour?.value;
  const risks = {
    caesareanInLabour: caesareansInLabour(data),
    // The relative risk of instrumental birth is of all women in labour, of whom fewer or more now give birth vaginally.
    instrumental: instrumentalBirths(data, caesarean ?? 1),
    epidural: Object.entries(data.sectors).flatMap(([id, { epiduralShare }]) =>
      parities.map((parity) => ({
        probability: epiduralShare[parity].value,
        source: `sectors.${id}.epiduralShare.${parity}`,
      })),
    ),
    preterm: pretermBirths(data),
  };
  for (const [key, ofKey] of Object.entries(risks)) {
    const effect = effects[key as keyof typeof risks];
    const highest = ofKey.toSorted((a, b) => b.probability - a.probability)[0];
    if (effect === undefined || highest === undefined || effect.value * highest.probability <= 1 + tolerance) continue;
    own(['effects', key, 'value'], tooLikely(effect.value, highest));
  }
  checkFirstStage(effects, data, own);
}

/** A certain outcome stays certain under any relative risk, so groups with probability 1 say nothing. */
function caesareansInLabour({ clinical }: Data): Risk[] {
  return parities.flatMap((parity) =>
    Object.entries(clinical.groups[parity])
      .map(([group, { caesareanInLabour }]) => ({
        probability: caesareanInLabour.value,
        source: `clinical.groups.${parity}.${group}.caesareanInLabour`,
      }))
      .filter(({ probability }) => probability < 1),
  );
}

/** Share of a group that gives birth vaginally without effects ÷ with them × the share of these that is instrumental. */
function instrumentalBirths({ clinical, hospitals }: Data, caesareanRisk: number): Risk[] {
  return parities.flatMap((parity) =>
    Object.entries(clinical.groups[parity]).flatMap(([group, { caesareanInLabour }]) => {
      const before = 1 - caesareanInLabour.value;
      const after = 1 - caesareanRisk * caesareanInLabour.value;
      // Nobody of the group gives birth vaginally.
      if (before <= tolerance || after <= tolerance) return [];
      const factor = before / after;
      return Object.entries(hospitals).map(([id, { instrumentalShare }]) => ({
        probability: factor * instrumentalShare[parity].value,
        source:
          `hospitals.${id}.instrumentalShare.${parity}` +
          (caesareanRisk === 1 ? '' : ` × ${shown(before)} ÷ ${shown(after)} of group ${group}`),
      }));
    }),
  );
}

/** Over all groups of women of one parity with so many children, as the groups themselves are told by preterm birth. */
function pretermBirths({ clinical }: Data): Risk[] {
  return parities.flatMap((parity) =>
    [1, 2].flatMap((plurality) => {
      const alike = Object.values(clinical.groups[parity]).filter((group) => group.plurality === plurality);
      const all = alike.reduce((sum, { share }) => sum + share.value, 0);
      if (all === 0) return [];
      const probability = alike.reduce((sum, { share, preterm }) => sum + share.value * preterm.value, 0) / all;
      return [{ probability, source: `clinical.groups.${parity}, ${plurality === 1 ? 'singletons' : 'twins'}` }];
    }),
  );
}

function tooLikely(risk: number, { probability, source }: Risk): Finding {
  const product = `${risk} × ${shown(probability)} = ${rounded(risk * probability)}`;
  const most = Math.floor(1000 / probability) / 1000;
  return {
    found: { en: `${product} (${source}), more than certain`, nb: `${product} (${source}), mer enn sikkert` },
    allowed: { en: `a relative risk up to ${most}`, nb: `en relativ risiko opp til ${most}` },
  };
}

/** Hours less than half of the women have would leave the others without a first stage. */
function checkFirstStage({ firstStage }: Effects, { clinical }: Data, own: Report): void {
  if (firstStage === undefined || firstStage.value >= 0) return;
  const middles = parities.map((parity) => ({
    parity,
    hours: middleOf(clinical.labour.activeFirstStage[parity].value),
  }));
  const { parity, hours } = middles[0]!.hours < middles[1]!.hours ? middles[0]! : middles[1]!;
  if (-firstStage.value < hours) return;
  own(['effects', 'firstStage', 'value'], {
    found: {
      en: `${shown(hours)} − ${-firstStage.value} = ${rounded(hours + firstStage.value)} hours for the average woman (clinical.labour.activeFirstStage.${parity})`,
      nb: `${shown(hours)} − ${-firstStage.value} = ${rounded(hours + firstStage.value)} timer for gjennomsnittskvinnen (clinical.labour.activeFirstStage.${parity})`,
    },
    allowed: { en: `more than −${shown(hours)} hours`, nb: `mer enn −${shown(hours)} timer` },
  });
}

type Law = Data['clinical']['labour']['activeFirstStage']['nulliparous']['value'];

/** Median of a law where it stands in the law itself, else its mean. */
function middleOf(law: Law): number {
  switch (law.law) {
    case 'constant':
      return law.value;
    case 'exponential':
    case 'gamma':
      return law.mean;
    case 'lognormal':
      return law.median;
    case 'triangular':
      return (law.minimum + law.mode + law.maximum) / 3;
    case 'uniform':
      return (law.minimum + law.maximum) / 2;
  }
}

function shown(value: number): number {
  return Number(value.toPrecision(4));
}
