import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

/** What shows a shock that other indicators show only together with something else. */
export const shockIndicators: Indicator<MeasuredService>[] = [
  {
    id: 'sicknessShare',
    phase: 'staff',
    unit: 'share',
    direction: 'lower',
    name: { nb: 'Sykefravær', en: 'Sickness absence' },
    definition: {
      nb: 'Vakter i turnus, ferie trukket fra, som ikke ble gått på grunn av sykdom.',
      en: 'Rostered shifts, holidays taken out, that were not worked because of sickness.',
    },
    denominator: { nb: 'vakter i turnus', en: 'rostered shifts' },
    value: ({ staffing: { counts } }) => sum(counts.sick) / (sum(counts.planned) - sum(counts.onHoliday)),
  },
];

function sum(byUnit: Int32Array): number {
  return byUnit.reduce((total, count) => total + count, 0);
}
