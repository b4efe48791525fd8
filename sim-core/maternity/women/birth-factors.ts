import type { Calendar } from '../../kernel/index.ts';
import { interventionsOf, type DatedIntervention } from '../interventions.ts';
import { originIds, type ModelInputs } from '../model-inputs.ts';

/**
 * How many times as many births as in the base data an origin has, by the day on which labour begins, the induction starts
 * or the caesarean is planned. Factors multiply where several hold.
 *
 * The women come in layers, each drawn like those of the base data: layer 0 has today's women, layer 1 as many again, and
 * so on. A factor of 1.3 keeps all of layer 0 and each woman of layer 1 with probability 0.3; one of 0.8 keeps each of
 * layer 0 with probability 0.8. Whether she is kept hangs on a uniform number of her own, so that the women of a lower
 * factor are among those of a higher one.
 */
export class BirthFactors {
  private readonly ofOrigin: readonly (readonly DatedIntervention<'births-change'>[])[];

  constructor(inputs: ModelInputs, calendar: Calendar) {
    const all = interventionsOf(inputs, calendar, 'births-change');
    this.ofOrigin = originIds(inputs).map((id) =>
      all.filter(({ intervention: { origins } }) => origins === undefined || origins.includes(id)),
    );
  }

  /** Whether anything changes the births of an origin, by its index. */
  changes(origin: number): boolean {
    return this.ofOrigin[origin]!.length > 0;
  }

  /** Number of layers that an origin needs: the highest factor of any day, rounded up, and at least 1. */
  layers(origin: number): number {
    const days = this.ofOrigin[origin]!.flatMap(({ fromDay, endDay }) => [fromDay, endDay]);
    return Math.max(1, ...days.map((day) => Math.ceil(this.at(origin, day))));
  }

  /** Whether a woman of a layer is among the women of her origin. @param day of the clock @param u her uniform number */
  keeps(origin: number, layer: number, day: number, u: number): boolean {
    return u < this.at(origin, day) - layer;
  }

  /** Times as many births on a day as in the base data. */
  at(origin: number, day: number): number {
    const changes = this.ofOrigin[origin]!;
    let factor = 1;
    for (let index = 0; index < changes.length; index++) {
      const { fromDay, endDay, intervention } = changes[index]!;
      if (fromDay <= day && day < endDay) factor *= intervention.factor;
    }
    return factor;
  }
}
