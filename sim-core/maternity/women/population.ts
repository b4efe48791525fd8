import { nextThinnedArrival, RandomStream, type Calendar } from '../../kernel/index.ts';
import { interventionsOf } from '../interventions.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { BirthFactors } from './birth-factors.ts';
import { emptyDraws, fillDraws, type DrawVector } from './fate-draws.ts';
import { FateMaker } from './fate-maker.ts';
import type { Fate } from './fate.ts';
import { GestationLaw } from './gestation.ts';
import { orderOfTimes } from './registration-order.ts';
import { Woman } from './woman.ts';

export { isCaesarean } from './obstetric-groups.ts';
export { expectedBirths } from './place-of-birth.ts';

const minutesPerDay = 1440;
const daysPerWeek = 7;
const daysPerYear = 365.25;
/** Women whom each stream of an origin has numbers for; streams of births and of losses take turns, layer by layer. */
const numbersPerStream = 2 ** 24;

/**
 * All women who are pregnant, give birth or are lost to follow-up between the start of the clock and `until`, in order of
 * registration: those whose labour begins from the start of the clock on, and who register before `until`.
 *
 * Each origin (district or area outside) has a Poisson process of births whose rate follows the month, and another one of
 * women who are lost before birth. A woman's day is then moved within its week as far as her onset asks: inductions and
 * planned caesareans avoid weekends and holidays. Births are therefore drawn to the end of the week in which the longest
 * pregnancy ends that can be registered before `until`. A longer horizon adds women and changes none. Where interventions
 * change the number of births, women are taken out or further women come from streams of their own; see `BirthFactors`.
 *
 * @param until minutes of the clock
 */
export function drawPopulation(
  inputs: ModelInputs,
  calendar: Calendar,
  seed: string,
  replication: number,
  until: number,
): Woman[] {
  const { clinical, timePattern, origins } = inputs.data;
  const maker = new FateMaker(inputs, calendar);
  const longest = new GestationLaw(clinical.gestation).longest - clinical.gestation.registration;
  const lastDay = calendar.dayOf(until + longest * minutesPerDay);
  const endOfWeek = lastDay + daysPerWeek - calendar.weekday(lastDay);
  const end = calendar.midnight(endOfWeek);
  const factors = Float64Array.from(
    { length: endOfWeek },
    (_, day) => timePattern.monthFactors[calendar.dateOfDay(day).month - 1]!,
  );
  const highestFactor = Math.max(...timePattern.monthFactors);
  const lostPerBirth = clinical.lossToFollowUp.share / (1 - clinical.lossToFollowUp.share);
  const factorsOfOrigins = new BirthFactors(inputs, calendar);
  const keepsDraws = interventionsOf(inputs, calendar, 'continuity-effects').length > 0;
  const draws = emptyDraws();
  const fates: Fate[] = [];
  const originOf: number[] = [];
  const birthNumberOf: number[] = [];
  const drawsOf: DrawVector[] = [];

  Object.entries(origins).forEach(([originId, origin], originIndex) => {
    const laws = maker.sectorLaws(origin.sector);
    const perDay = origin.births / daysPerYear;
    const changes = factorsOfOrigins.changes(originIndex);
    const drawWomen = (
      what: 'births' | 'losses',
      layer: number,
      nextVector: () => void,
      arrivals: RandomStream,
    ): void => {
      const isLost = what === 'losses';
      const rate = (isLost ? perDay * lostPerBirth : perDay) / minutesPerDay;
      if (rate === 0) return;
      const rateAt = (time: number): number => rate * factors[calendar.dayOf(time)]!;
      const firstNumber = (2 * layer + (isLost ? 1 : 0)) * numbersPerStream;
      let drawn = 0;
      const choice = changes ? new RandomStream(seed, replication, `${what}-change/${originId}/${layer}`) : undefined;
      let time = 0;
      while ((time = nextThinnedArrival(arrivals, time, rate * highestFactor, rateAt, end)) < end) {
        const birthNumber = firstNumber + drawn++;
        nextVector();
        const u = choice?.next();
        const fate = maker.make(laws, calendar.dayOf(time), draws, isLost, until);
        if (fate === undefined) continue;
        if (u !== undefined && !factorsOfOrigins.keeps(originIndex, layer, calendar.dayOf(fate.beginsAt), u)) continue;
        fates.push(fate);
        originOf.push(originIndex);
        birthNumberOf.push(birthNumber);
        if (keepsDraws) drawsOf.push(draws.slice());
      }
    };
    for (let layer = 0; layer < factorsOfOrigins.layers(originIndex); layer++) {
      const streamOf = (purpose: string) =>
        new RandomStream(seed, replication, layer === 0 ? `${purpose}/${originId}` : `${purpose}/${originId}/${layer}`);
      const fateStream = streamOf('fates');
      const circumstances = streamOf('circumstances');
      drawWomen('births', layer, () => fillDraws(draws, fateStream, circumstances), streamOf('births'));
      const losses = streamOf('losses');
      drawWomen('losses', layer, () => fillDraws(draws, losses, losses), losses);
    }
  });

  // Women who register at the same minute keep the order of their origins.
  const order = orderOfTimes(Float64Array.from(fates, ({ registersAt }) => registersAt));
  return Array.from(
    order,
    (index, number) => new Woman(number, originOf[index]!, fates[index]!, drawsOf[index], birthNumberOf[index]),
  );
}
