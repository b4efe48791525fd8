import { CarePhase, phaseOfKind } from '../contacts/contact-kinds.ts';
import type { ContactLog } from '../contacts/contact-log.ts';
import type { ContinuitySubject } from './known-midwife.ts';
import type { Midwives } from './midwives.ts';

const everyPhase = (1 << CarePhase.pregnancy) | (1 << CarePhase.birth) | (1 << CarePhase.postnatal);

/** Measures of continuity over a woman's contacts with midwives, one entry for each woman; NaN where one has no value. */
export interface ContactContinuity {
  /** Different midwives she had contacts with in pregnancy, at the birth, after it and in all. */
  readonly metInPregnancy: Float64Array;
  readonly metAtBirth: Float64Array;
  readonly metAfterBirth: Float64Array;
  readonly met: Float64Array;
  /** Share of her contacts that were with her named midwife, 0 to 1; NaN without contacts. */
  readonly namedMidwifeShare: Float64Array;
  /** Bice–Boxerman index, 0 to 1; NaN with fewer than two contacts. */
  readonly concentration: Float64Array;
  /** 1 when one and the same midwife was with her in pregnancy, at the birth and after it. */
  readonly samePerson: Float64Array;
  /** 1 when that holds of one midwife, or of midwives of her continuity team. */
  readonly sameTeam: Float64Array;
}

/**
 * The measures of each woman, from all contacts of hers that are in the log, in any order. Only contacts with a midwife
 * who is a person of the model count: not those with general practitioners, doctors, health nurses and hired staff.
 *
 * With n_i contacts with midwife i and N in all, the share with the named midwife is the usual provider index of her
 * (Breslau & Reeb, Journal of Medical Education 50:965, 1975), and the Bice–Boxerman index is (Σ n_i² − N) / (N (N − 1))
 * (Bice & Boxerman, Medical Care 15:347, 1977): 1 when all contacts are with one midwife, 0 when each is with another.
 */
export function contactContinuity(
  log: ContactLog,
  midwives: Midwives,
  women: readonly ContinuitySubject[],
): ContactContinuity {
  const column = (): Float64Array => new Float64Array(women.length);
  const measures = {
    metInPregnancy: column(),
    metAtBirth: column(),
    metAfterBirth: column(),
    met: column(),
    namedMidwifeShare: column(),
    concentration: column(),
    samePerson: column(),
    sameTeam: column(),
  };
  const scratch = new ContactScratch(midwives.isMidwife.length);
  const kinds = log.kind.view();
  const providers = log.provider.view();
  const previous = log.previous.view();
  for (let row = 0; row < women.length; row++) {
    const { number, namedMidwife, team } = women[row]!;
    scratch.clear();
    let teamPhases = 0;
    for (let contact = log.lastOf(number); contact >= 0; contact = previous[contact]!) {
      const provider = providers[contact]!;
      if (provider < 0 || midwives.isMidwife[provider] === 0) continue;
      const phase = 1 << phaseOfKind[kinds[contact]!]!;
      scratch.add(provider, phase);
      if (team !== undefined && midwives.team[provider] === team.index) teamPhases |= phase;
    }
    const { contacts } = scratch;
    measures.metInPregnancy[row] = scratch.inPhase(CarePhase.pregnancy);
    measures.metAtBirth[row] = scratch.inPhase(CarePhase.birth);
    measures.metAfterBirth[row] = scratch.inPhase(CarePhase.postnatal);
    measures.met[row] = scratch.midwives;
    measures.namedMidwifeShare[row] = contacts > 0 ? scratch.contactsWith(namedMidwife) / contacts : NaN;
    measures.concentration[row] =
      contacts > 1 ? (scratch.sumOfSquares() - contacts) / (contacts * (contacts - 1)) : NaN;
    measures.samePerson[row] = scratch.oneInEveryPhase() ? 1 : 0;
    measures.sameTeam[row] = measures.samePerson[row] === 1 || teamPhases === everyPhase ? 1 : 0;
  }
  return measures;
}

/** Counts of one woman's contacts by midwife, cleared between women without touching every person. */
class ContactScratch {
  /** Contacts so far, and different midwives. */
  contacts = 0;
  midwives = 0;
  private readonly place: Int32Array;
  private readonly person: Int32Array;
  private readonly count: Int32Array;
  private readonly phases: Uint8Array;

  constructor(people: number) {
    this.place = new Int32Array(people).fill(-1);
    this.person = new Int32Array(people);
    this.count = new Int32Array(people);
    this.phases = new Uint8Array(people);
  }

  clear(): void {
    for (let index = 0; index < this.midwives; index++) this.place[this.person[index]!] = -1;
    this.contacts = 0;
    this.midwives = 0;
  }

  add(person: number, phase: number): void {
    this.contacts++;
    let index = this.place[person]!;
    if (index < 0) {
      index = this.midwives++;
      this.place[person] = index;
      this.person[index] = person;
      this.count[index] = 0;
      this.phases[index] = 0;
    }
    this.count[index]!++;
    this.phases[index]! |= phase;
  }

  contactsWith(person: number): number {
    const index = person < 0 ? -1 : this.place[person]!;
    return index < 0 ? 0 : this.count[index]!;
  }

  inPhase(phase: CarePhase): number {
    let midwives = 0;
    for (let index = 0; index < this.midwives; index++) midwives += (this.phases[index]! >> phase) & 1;
    return midwives;
  }

  sumOfSquares(): number {
    let sum = 0;
    for (let index = 0; index < this.midwives; index++) sum += this.count[index]! * this.count[index]!;
    return sum;
  }

  oneInEveryPhase(): boolean {
    for (let index = 0; index < this.midwives; index++) if (this.phases[index] === everyPhase) return true;
    return false;
  }
}
