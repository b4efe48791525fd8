import type { Calendar } from '../../kernel/index.ts';
import { interventionsOf, type DatedIntervention, type InterventionOf } from '../interventions.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { contactDraw, ContactDraw } from './contact-draw.ts';
import { Draw, type DrawVector } from './fate-draws.ts';
import { FateMaker, type SectorLaws } from './fate-maker.ts';
import type { Woman } from './woman.ts';

type Effects = InterventionOf<'continuity-effects'>['effects'];

const minutesPerHour = 60;

/**
 * Published effects of continuity on women who have a team. Without such an intervention nothing is changed.
 *
 * Relative risks: when the risk is to be lower, a woman who would have had the outcome keeps it with that probability; when
 * it is to be higher, one who would not have had it gets it with the probability that makes up for the rest. One uniform
 * number of hers decides, and her fate is made anew from her other numbers: who avoids a caesarean has the second stage
 * and the stay that were hers all along. All probabilities are those of the base data for women like her.
 *
 * Preterm birth is decided when she gets her team, the rest when labour begins, if she still has one.
 */
export class ContinuityEffects {
  private readonly effects: readonly DatedIntervention<'continuity-effects'>[];
  private readonly calendar: Calendar;
  private readonly maker: FateMaker;
  private readonly lawsOfOrigin: SectorLaws[];
  private readonly epiduralShares: ModelInputs['data']['sectors'][string]['epiduralShare'][];

  constructor(inputs: ModelInputs, calendar: Calendar) {
    const { origins, sectors } = inputs.data;
    this.effects = interventionsOf(inputs, calendar, 'continuity-effects');
    this.calendar = calendar;
    this.maker = new FateMaker(inputs, calendar);
    this.lawsOfOrigin = Object.values(origins).map(({ sector }) => this.maker.sectorLaws(sector));
    this.epiduralShares = Object.values(origins).map(({ sector }) => sectors[sector]!.epiduralShare);
  }

  /**
   * She has got a team: whether she gives birth preterm. Tells whether her labour begins at another time than before. No
   * effect when labour would have begun before now.
   */
  hasTeam(woman: Woman, now: number): boolean {
    const { draws, fate } = woman;
    const risk = this.at(now)?.preterm?.value;
    if (risk === undefined || draws === undefined || !Number.isNaN(fate.lostAt)) return false;
    const laws = this.lawsOfOrigin[woman.origin]!;
    const preterm = draws[Draw.gestationBand]! < this.maker.groupOf(laws, draws).preterm;
    const u = contactDraw(fate, ContactDraw.pretermEffect);
    const changes = preterm ? 1 - risk : additional(this.maker.pretermShare(laws, draws), risk);
    // Who keeps a preterm birth has a low number, as does who gets one.
    const uOfChange = preterm ? 1 - u : u;
    if (uOfChange >= changes) return false;
    const uBand = contactDraw(fate, ContactDraw.pretermEffect, 1);
    const changed = this.maker.givenPreterm(laws, draws, !preterm, uOfChange / changes, uBand);
    const time = this.maker.retime(laws, changed, fate, now);
    if (time === undefined) return false;
    draws.set(changed);
    woman.fate = this.maker.remake(laws, draws, time);
    return true;
  }

  /** Her labour begins, or her induction or planned caesarean, and she has a team. */
  laboursWithTeam(woman: Woman, now: number): void {
    const effects = this.at(now);
    const { draws, fate } = woman;
    if (effects === undefined || draws === undefined || fate.onset === 'planned caesarean') return;
    const laws = this.lawsOfOrigin[woman.origin]!;
    const before = draws.slice();
    this.decideMode(effects, laws, draws, woman);
    if (effects.epidural !== undefined) {
      const { nulliparous, multiparous } = this.epiduralShares[woman.origin]!;
      const share = fate.nulliparous ? nulliparous : multiparous;
      const u = contactDraw(fate, ContactDraw.epiduralEffect);
      draws[Draw.epidural] = decide(draws[Draw.epidural]!, share, effects.epidural.value, u);
    }
    if (draws.some((u, index) => u !== before[index])) woman.fate = this.maker.remake(laws, draws, fate);
    const longer = effects.firstStage?.value ?? 0;
    if (longer === 0) return;
    const activeFirstStage = Math.max(0, woman.fate.activeFirstStage + longer * minutesPerHour);
    woman.fate = { ...woman.fate, activeFirstStage };
  }

  /**
   * Caesarean, and then instrumental birth. The relative risk of the latter is of all women in labour, so that it allows
   * for those who now give birth vaginally.
   */
  private decideMode(
    { caesareanInLabour, instrumental }: Effects,
    laws: SectorLaws,
    draws: DrawVector,
    { fate }: Woman,
  ): void {
    const { caesareanInLabour: ofGroup } = this.maker.groupOf(laws, draws);
    const risk = caesareanInLabour?.value ?? 1;
    const u = contactDraw(fate, ContactDraw.caesareanEffect);
    draws[Draw.caesareanInLabour] = decide(draws[Draw.caesareanInLabour]!, ofGroup, risk, u);
    const vaginal = 1 - risk * ofGroup;
    if (instrumental === undefined || fate.intendedSite < 0 || vaginal <= 0) return;
    const share = this.maker.instrumentalShare(laws, draws, fate.intendedSite);
    const ofVaginal = (instrumental.value * (1 - ofGroup)) / vaginal;
    const uInstrumental = contactDraw(fate, ContactDraw.instrumentalEffect);
    draws[Draw.instrumental] = decide(draws[Draw.instrumental]!, share, ofVaginal, uInstrumental);
  }

  /** The effects in force at an instant; no two interventions have any at the same time. */
  private at(now: number): Effects | undefined {
    const day = this.calendar.dayOf(now);
    return this.effects.find(({ fromDay, endDay }) => fromDay <= day && day < endDay)?.intervention.effects;
  }
}

/**
 * The uniform number that decides on an outcome (which she has when it is below `probability`), changed if a relative risk
 * changes her outcome.
 * @param u the number as it is @param risk relative risk, 0 or more
 * @param uEffect another uniform number of hers
 */
function decide(u: number, probability: number, risk: number, uEffect: number): number {
  if (u < probability) return uEffect < risk ? u : (1 + probability) / 2;
  return uEffect < additional(probability, risk) ? probability / 2 : u;
}

/** Probability with which one who would not have had an outcome gets it, for a relative risk; 0 or less for one below 1. */
function additional(probability: number, risk: number): number {
  return probability < 1 ? (probability * (risk - 1)) / (1 - probability) : 0;
}
