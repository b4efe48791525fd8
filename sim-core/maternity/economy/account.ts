import type { Profession } from '../staff/person.ts';

const minutesPerHour = 60;

/**
 * What one payer pays for work over a horizon, what it gives and gets in grants, and the work it pays for.
 *
 * Amounts are in whole øre: each booking is rounded once, so payers and people sum to the same to the øre, in any order.
 */
export class Account {
  /** Salaries of positions; holiday and sickness are paid within them. */
  contractPay = 0;
  /** For evening and night, weekend and public holiday. */
  supplements = 0;
  overtime = 0;
  /** Extra shifts at ordinary pay, without supplements, with bonus or the summer price. */
  extraShifts = 0;
  /** Hours on call from home. */
  onCall = 0;
  /** Earned on the four lines above. */
  holidayPay = 0;
  /** On everything above. */
  onCost = 0;
  /** Hired staff, with everything. */
  hired = 0;
  /** Car and fares between homes. */
  travel = 0;
  grantsReceived = 0;
  grantsGiven = 0;

  /** Minutes worked on each kind of terms, by `WorkKind`, and those of hired staff. */
  readonly minutesWorked = new Float64Array(4);
  hiredMinutes = 0;
  onCallMinutes = 0;

  /** Full-time posts on average over the horizon: contract positions, and what work beyond them is equal to. */
  readonly contractPosts: Record<Profession, number> = { midwife: 0, healthNurse: 0, assistant: 0 };
  readonly addedPosts: Record<Profession, number> = { midwife: 0, healthNurse: 0, assistant: 0 };

  /** What the work costs, in øre, without grants. */
  get staffCost(): number {
    return (
      this.contractPay +
      this.supplements +
      this.overtime +
      this.extraShifts +
      this.onCall +
      this.holidayPay +
      this.onCost +
      this.hired +
      this.travel
    );
  }

  /** Hours worked on some terms. @param kind a `WorkKind` */
  hours(kind: number): number {
    return this.minutesWorked[kind]! / minutesPerHour;
  }

  get hiredHours(): number {
    return this.hiredMinutes / minutesPerHour;
  }

  /** Full-time posts that the work of a profession is equal to. */
  posts(profession: Profession): number {
    return this.contractPosts[profession] + this.addedPosts[profession];
  }
}
