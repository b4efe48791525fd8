import { stringify } from 'yaml';
import type { PlanDocument } from '../plan-document.ts';

/** The keys of a scenario file in the order in which one reads it. */
const order = ['schemaVersion', 'extends', 'base', 'name', 'description', 'horizon', 'inputs', 'interventions'];

/** A document as the text of a file in YAML 1.2, which reads back as the same document. */
export function planText(document: PlanDocument): string {
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const inOrder = Object.fromEntries(Object.entries(document).toSorted(([a], [b]) => place(a) - place(b)));
  return stringify(inOrder, { version: '1.2', schema: 'core', aliasDuplicateObjects: false, lineWidth: 100 });
}
