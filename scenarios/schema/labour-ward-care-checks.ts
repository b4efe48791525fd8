import type { BaseData } from './base-data.ts';
import type { Report } from './data-checks.ts';

/** The time for a break must not end before it begins. */
export function checkLabourWardCare({ labourWardCare }: BaseData, report: Report): void {
  const { from, to } = labourWardCare.breaks;
  if (from.value <= to.value) return;
  report(['labourWardCare', 'breaks', 'to', 'value'], {
    found: { en: `found ${to.value} hours`, nb: `fant ${to.value} timer` },
    allowed: { en: `${from.value} hours (breaks.from) or more`, nb: `${from.value} timer (breaks.from) eller mer` },
  });
}
