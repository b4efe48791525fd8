import { firstHired } from '../staff/cover.ts';
import type { ContactColumns } from './columns.ts';

/** A contact of a woman and the minutes of it that were hers. */
export interface CareMinutes {
  /** Index into the contacts. */
  contact: number;
  minutes: number;
}

interface Span {
  start: number;
  end: number;
}

/**
 * The contacts of a woman with people of the model and hired staff, in the order in which they were booked, each with the
 * minutes that her provider had for her: where one has contacts with several women at the same time (on a ward) each of them
 * has an equal share.
 *
 * Takes time in proportion to the number of all contacts.
 */
export function careMinutes(contacts: ContactColumns, woman: number): CareMinutes[] {
  const { provider, start, end } = contacts;
  const own: number[] = [];
  const spansOf = new Map<number, Span[]>();
  for (let contact = 0; contact < contacts.woman.length; contact++) {
    if (contacts.woman[contact] !== woman || !isSomebody(provider[contact]!)) continue;
    own.push(contact);
    spansOf.set(provider[contact]!, []);
  }
  const from = own.reduce((first, contact) => Math.min(first, start[contact]!), Infinity);
  const to = own.reduce((last, contact) => Math.max(last, end[contact]!), -Infinity);
  for (let contact = 0; contact < provider.length; contact++) {
    if (start[contact]! >= to || end[contact]! <= from) continue;
    spansOf.get(provider[contact]!)?.push({ start: start[contact]!, end: end[contact]! });
  }
  return own.map((contact) => ({
    contact,
    minutes: sharedMinutes({ start: start[contact]!, end: end[contact]! }, spansOf.get(provider[contact]!)!),
  }));
}

function isSomebody(provider: number): boolean {
  return provider >= 0 || provider <= firstHired;
}

/** Each minute of a span divided by the spans that hold it, itself among them. */
function sharedMinutes({ start, end }: Span, spans: readonly Span[]): number {
  const others = spans.filter((span) => span.start < end && span.end > start);
  const bounds = new Set([start, end]);
  for (const span of others) {
    if (span.start > start) bounds.add(span.start);
    if (span.end < end) bounds.add(span.end);
  }
  const sorted = [...bounds].sort((a, b) => a - b);
  let minutes = 0;
  for (let index = 1; index < sorted.length; index++) {
    const from = sorted[index - 1]!;
    const to = sorted[index]!;
    minutes += (to - from) / others.filter((span) => span.start <= from && span.end >= to).length;
  }
  return minutes;
}
