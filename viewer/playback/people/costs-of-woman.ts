import { womanCosts, type WomanCostLine } from '../../../sim-core/maternity/economy/woman-costs.ts';
import type { ContactColumns } from '../../../sim-core/maternity/record/columns.ts';
import type { Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { rowsOfKey } from './row-index.ts';

/**
 * What the care of a woman costs, as `womanCosts` has it, read from the few rows that bear on it: her own, and those of the
 * people whom she met. The whole record takes longer than the page may be kept waiting.
 */
export function costsOfWoman({ inputs, playback }: Recorded, index: RecordingIndex, woman: number): WomanCostLine[] {
  const { contacts, trace } = playback;
  const mine = rowsOfKey(index.contactsOfWoman, woman);
  const providers = new Set(Array.from(mine, (row) => contacts.provider[row]!));
  const wanted = new Set<number>(mine);
  for (const provider of providers) {
    if (provider >= 0) for (const row of rowsOfKey(index.contactsOfPerson, provider)) wanted.add(row);
  }
  for (const row of index.hiredContacts) if (providers.has(contacts.provider[row]!)) wanted.add(row);
  const rows = Int32Array.from(wanted).sort();
  const traceRows = rowsOfKey(index.traceOfWoman, woman);
  return womanCosts(
    inputs,
    {
      ...playback,
      contacts: picked(contacts, rows),
      trace: {
        time: Float64Array.from(traceRows, (row) => trace.time[row]!),
        entity: Int32Array.from(traceRows, (row) => trace.entity[row]!),
        state: Uint8Array.from(traceRows, (row) => trace.state[row]!),
        place: Int16Array.from(traceRows, (row) => trace.place[row]!),
        other: Int32Array.from(traceRows, (row) => trace.other[row]!),
      },
    },
    woman,
  );
}

function picked(contacts: ContactColumns, rows: Int32Array): ContactColumns {
  return {
    woman: Int32Array.from(rows, (row) => contacts.woman[row]!),
    kind: Uint8Array.from(rows, (row) => contacts.kind[row]!),
    setting: Uint8Array.from(rows, (row) => contacts.setting[row]!),
    place: Int16Array.from(rows, (row) => contacts.place[row]!),
    provider: Int32Array.from(rows, (row) => contacts.provider[row]!),
    payer: Uint8Array.from(rows, (row) => contacts.payer[row]!),
    start: Float64Array.from(rows, (row) => contacts.start[row]!),
    end: Float64Array.from(rows, (row) => contacts.end[row]!),
  };
}
