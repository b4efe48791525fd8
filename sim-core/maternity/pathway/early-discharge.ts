import { ByDistrict, type InterventionOf } from '../interventions.ts';
import type { MaternityService } from '../maternity-service.ts';
import { ReadmissionLaw } from '../women/after-birth.ts';
import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import type { LaterAdmission } from '../women/fate.ts';
import type { Woman } from '../women/woman.ts';
import { earlyDischargeTerms, type EarlyDischargeTerms } from './early-discharge-terms.ts';

const none: LaterAdmission = { after: 0, stay: 0 };
/** Draws of one purpose. */
const readmissionDraws = { share: 0, after: 1, stay: 2 };

/**
 * Early discharge where it is offered: to women of the district and parity whose birth was uncomplicated. Who wants it
 * leaves some hours after the birth if her home visits can be booked before, and stays as usual if they cannot.
 */
export class EarlyDischarges {
  private readonly service: MaternityService;
  private readonly inForce: ByDistrict<'early-discharge'>;
  private readonly termsOf = new Map<InterventionOf<'early-discharge'>, EarlyDischargeTerms>();
  private readonly newbornShare: number;
  private readonly readmission: ReadmissionLaw;

  constructor(service: MaternityService) {
    const { inputs, calendar } = service;
    this.service = service;
    this.inForce = new ByDistrict(inputs, calendar, 'early-discharge');
    for (const intervention of inputs.interventions) {
      if (intervention.model !== 'early-discharge') continue;
      this.termsOf.set(intervention, earlyDischargeTerms(inputs, intervention));
    }
    const { newborn } = inputs.data.clinical.readmission;
    this.newbornShare = newborn.share;
    this.readmission = new ReadmissionLaw({ ...newborn, share: 1 });
  }

  /**
   * Offers early discharge to a woman who is ready for the postnatal ward and knows when she would leave as usual. If she
   * wants it and her visits have got their times, `leavesAt` is moved forward and `earlyDischarge` is set.
   */
  offer(woman: Woman): void {
    const { calendar, contacts, observations } = this.service;
    const { fate, bornAt, origin } = woman;
    if (!fate.uncomplicated) return;
    const intervention = this.inForce.at(
      origin,
      calendar.dayOf(bornAt),
      ({ parity }) => parity === undefined || (parity === 'nulliparous') === fate.nulliparous,
    );
    if (intervention === undefined) return;
    const terms = this.termsOf.get(intervention)!;
    observations.earlyDischargeOffer();
    if (fate.earlyDischargeDraw >= terms.uptake) return;
    const leavesAt = this.leavesAt(woman, terms);
    if (leavesAt >= woman.leavesAt) return;
    if (!contacts.bookGuaranteedVisits(woman, leavesAt, terms.guaranteedVisits, terms.visitsWithinDays)) {
      observations.earlyDischargeWithoutVisits();
      return;
    }
    woman.leavesAt = leavesAt;
    woman.earlyDischarge = terms;
  }

  /**
   * The admission of the child of a woman who left early, with its share so many times the usual: whoever is admitted at one
   * share is admitted at every higher one, and at the same age.
   */
  newbornReadmission({ fate }: Woman, { newbornReadmissionFactor }: EarlyDischargeTerms): LaterAdmission {
    const { newbornShare: usual } = this;
    const share = Math.min(1, usual * newbornReadmissionFactor);
    const draw = (index: number): number => contactDraw(fate, ContactDraw.earlyDischargeReadmission, index);
    const u = draw(readmissionDraws.share);
    if (fate.newbornReadmission.stay > 0) return u * usual < share ? fate.newbornReadmission : none;
    if (u * (1 - usual) >= share - usual) return none;
    return this.readmission.draw(fate.stay, 0, draw(readmissionDraws.after), draw(readmissionDraws.stay));
  }

  /** Not before now, and at the next opening if it would be at an hour when nobody is sent home. */
  private leavesAt({ fate, bornAt }: Woman, { from, to, opens, closes }: EarlyDischargeTerms): number {
    const { simulation, calendar } = this.service;
    const after = from + contactDraw(fate, ContactDraw.earlyDischargeHour) * (to - from);
    const time = Math.max(bornAt + after, simulation.now);
    const day = calendar.dayOf(time);
    const opening = calendar.timeAt(day, opens);
    if (time < opening) return opening;
    return time <= calendar.timeAt(day, closes) ? time : calendar.timeAt(day + 1, opens);
  }
}
