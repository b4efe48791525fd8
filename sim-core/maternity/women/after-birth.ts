import type { Quantile } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { durationQuantile } from './duration.ts';
import type { LaterAdmission } from './fate.ts';

type Clinical = ModelInputs['data']['clinical'];

const minutesPerDay = 1440;
/** Days of gestation at 28, 32 and 34 completed weeks. */
const weeks28 = 196;
const weeks32 = 224;
const weeks34 = 238;

/** A postnatal stay from birth until she is ready to go home: a usual law, and a tail of long stays. */
export class StayLaw {
  private readonly tailShare: number;
  private readonly usual: Quantile;
  private readonly tail: Quantile;

  constructor({ usual, tailShare, tail }: Clinical['postnatalStay']['caesarean']) {
    this.tailShare = tailShare;
    this.usual = durationQuantile(usual, minutesPerDay);
    this.tail = durationQuantile(tail, minutesPerDay);
  }

  /** Minutes. */
  draw(uTail: number, u: number): number {
    return uTail < this.tailShare ? this.tail(u) : this.usual(u);
  }
}

/** Admission to neonatal care at birth, by gestation. */
export class NeonatalLaw {
  private readonly termFrom: number;
  private readonly bands: { before: number; admitted: number; stay: Quantile }[];

  /** @param termFrom first day of gestation at term */
  constructor(care: Clinical['neonatalCare'], termFrom: number) {
    this.termFrom = termFrom;
    const band = (before: number, { admitted, stay }: Clinical['neonatalCare']['term']) => ({
      before,
      admitted,
      stay: durationQuantile(stay, minutesPerDay),
    });
    this.bands = [
      band(weeks28, care.extremelyPreterm),
      band(weeks32, care.veryPreterm),
      band(weeks34, care.moderatelyPreterm),
      band(termFrom, care.latePreterm),
      band(Infinity, care.term),
    ];
  }

  /** Stay in minutes; 0 when the child is not admitted. */
  draw(gestation: number, uAdmission: number, u: number): number {
    let index = gestation >= this.termFrom ? this.bands.length - 1 : 0;
    while (gestation >= this.bands[index]!.before) index++;
    const { admitted, stay } = this.bands[index]!;
    return uAdmission < admitted ? stay(u) : 0;
  }
}

const none: LaterAdmission = Object.freeze({ after: 0, stay: 0 });

/** Readmission of mother or child. */
export class ReadmissionLaw {
  private readonly share: number;
  private readonly after: Quantile;
  private readonly stay: Quantile;

  constructor({ share, after, stay }: Clinical['readmission']['newborn']) {
    this.share = share;
    this.after = durationQuantile(after, minutesPerDay);
    this.stay = durationQuantile(stay, minutesPerDay);
  }

  /** @param ready minutes from birth until both are ready to go home; a day is left for them to get there */
  draw(ready: number, uShare: number, uAfter: number, uStay: number): LaterAdmission {
    if (uShare >= this.share) return none;
    return { after: ready + minutesPerDay + this.after(uAfter), stay: this.stay(uStay) };
  }
}
