import { clockMinutes } from '../../kernel/index.ts';
import type { InterventionOf } from '../interventions.ts';
import type { ModelInputs } from '../model-inputs.ts';

const minutesPerHour = 60;

/** What is offered to a woman who may go home early. Times are in minutes. */
export interface EarlyDischargeTerms {
  uptake: number;
  /** From the birth, at the earliest and at the latest. */
  from: number;
  to: number;
  /** Clock times outside which nobody is sent home. */
  opens: number;
  closes: number;
  guaranteedVisits: number;
  visitsWithinDays: number;
  /** The child is examined before it is so old. */
  examinationWithin: number;
  returnShare: number;
  newbornReadmissionFactor: number;
}

/** The terms of an intervention; what it leaves out is taken from the base data. */
export function earlyDischargeTerms(
  { data }: ModelInputs,
  intervention: InterventionOf<'early-discharge'>,
): EarlyDischargeTerms {
  const defaults = data.earlyDischarge;
  const from = (intervention.fromHour ?? defaults.fromHour) * minutesPerHour;
  const to = (intervention.toHour ?? defaults.toHour) * minutesPerHour;
  return {
    uptake: intervention.uptake ?? defaults.uptake,
    from,
    to: Math.max(from, to),
    opens: clockMinutes(intervention.opens ?? defaults.opens),
    closes: clockMinutes(intervention.closes ?? defaults.closes),
    guaranteedVisits: intervention.guaranteedVisits ?? defaults.guaranteedVisits,
    visitsWithinDays: intervention.visitsWithinDays ?? defaults.visitsWithinDays,
    examinationWithin: (intervention.examinationWithin ?? defaults.examinationWithin) * minutesPerHour,
    returnShare: intervention.returnShare ?? defaults.returnShare,
    newbornReadmissionFactor: intervention.newbornReadmissionFactor ?? defaults.newbornReadmissionFactor,
  };
}
