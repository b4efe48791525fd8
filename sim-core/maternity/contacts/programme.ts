import { clockMinutes } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import type { Fate } from '../women/fate.ts';

/** Opening and closing in minutes after midnight. */
export interface Hours {
  opens: number;
  closes: number;
}

/** The programme of the base data with its clock times read. */
export interface Programme {
  readonly data: ModelInputs['data']['programme'];
  readonly outpatientClinic: Hours;
  readonly generalPractice: Hours;
  readonly homeVisits: Hours;
}

export function programmeOf(inputs: ModelInputs): Programme {
  const data = inputs.data.programme;
  const hours = ({ opens, closes }: { opens: string; closes: string }): Hours => ({
    opens: clockMinutes(opens),
    closes: clockMinutes(closes),
  });
  return {
    data,
    outpatientClinic: hours(data.outpatientClinic),
    generalPractice: hours(data.generalPractice),
    homeVisits: hours(data.homeVisit),
  };
}

/** Whom a woman wants to see in pregnancy. */
export type Preference = 'midwife' | 'practitioner' | 'both';

export function preferenceOf({ data: { antenatal } }: Programme, fate: Fate): Preference {
  const u = contactDraw(fate, ContactDraw.providerOfVisit);
  if (u < antenatal.onlyMidwifeShare) return 'midwife';
  return u < antenatal.onlyMidwifeShare + antenatal.onlyPractitionerShare ? 'practitioner' : 'both';
}

/** Whether a midwife gives one of the consultations of a woman. @param visit 1, 2, … */
export function byMidwife(programme: Programme, fate: Fate, preference: Preference, visit: number): boolean {
  if (preference !== 'both') return preference === 'midwife';
  return contactDraw(fate, ContactDraw.providerOfVisit, visit) < programme.data.antenatal.mixedMidwifeShare;
}

/** Whether a woman stays away from one of her appointments. @param draw which of her contacts it is */
export function staysAway({ data }: Programme, fate: Fate, draw: number): boolean {
  return contactDraw(fate, ContactDraw.noShow, draw) < data.booking.noShowShare;
}
