import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

function total({ standby }: MeasuredService, of: 'calls' | 'unanswered' | 'hours'): number {
  return standby.reduce((sum, site) => sum + site[of], 0);
}

/** Midwives on standby for the labour wards under the norm of one-to-one care. */
export const standbyIndicators: Indicator<MeasuredService>[] = [
  {
    id: 'standbyCalls',
    phase: 'staff',
    unit: 'shifts',
    direction: 'none',
    name: { nb: 'Innkallinger av hjemmevakt til fødeavdelingen', en: 'Standby midwives called in to labour wards' },
    definition: {
      nb: 'Ganger en jordmor på hjemmevakt ble kalt inn fordi kvinner i aktiv fødsel manglet jordmor for seg selv.',
      en: 'Times a midwife on standby was called in because women in active labour lacked a midwife of their own.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: (service) => total(service, 'calls'),
  },
  {
    id: 'standbyHours',
    phase: 'staff',
    unit: 'hours',
    direction: 'none',
    name: { nb: 'Timer av innkalte fra hjemmevakt', en: 'Hours of midwives called in from standby' },
    definition: {
      nb: 'Overtid fra innkallingen til vakten er over, reisen medregnet.',
      en: 'Overtime from the call until the shift is over, journey included.',
    },
    denominator: { nb: 'ingen', en: 'none' },
    value: (service) => total(service, 'hours'),
  },
  {
    id: 'standbyUnansweredShare',
    phase: 'staff',
    unit: 'share',
    direction: 'lower',
    name: { nb: 'Andel ganger ingen på hjemmevakt kunne komme', en: 'Share of times nobody on standby could come' },
    definition: {
      nb: 'Av alle ganger fødeavdelingen manglet en jordmor lenge nok til å kalle inn: de der ingen på hjemmevakt var ledig.',
      en: 'Of all times a labour ward lacked a midwife for long enough to call one in: those when nobody on standby was left.',
    },
    denominator: { nb: 'ganger en jordmor skulle vært kalt inn', en: 'times a midwife was to be called in' },
    value: (service) => total(service, 'unanswered') / (total(service, 'calls') + total(service, 'unanswered')),
  },
];
