import type { JsonSchema } from '../../../scenarios/schema/schema-at.ts';

/** Names that a field may hold, and where in the base data they are defined. */
export type NameSource = 'districts' | 'origins' | 'sites' | 'payers' | 'grants' | 'sectors' | 'hospitals';

/** How a value is asked for. */
export type FieldKind =
  | { kind: 'number'; whole: boolean }
  | { kind: 'share' }
  | { kind: 'boolean' }
  | { kind: 'date' }
  | { kind: 'clock' }
  | { kind: 'text' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'name'; source: NameSource }
  /** Several of some names, in no order. */
  | { kind: 'names'; source: NameSource }
  /** Several of some names, in the order in which they stand. */
  | { kind: 'ordered names'; source: NameSource }
  | { kind: 'several'; options: readonly string[] }
  | { kind: 'ordered'; options: readonly string[] }
  /** A value for each of some names. */
  | { kind: 'mapping'; source: NameSource; value: JsonSchema }
  /** Any number of alike rows. */
  | { kind: 'rows'; row: JsonSchema }
  /** As many values as there are; fixed if the schema says how many. */
  | { kind: 'series'; value: JsonSchema; length: number | undefined }
  | { kind: 'group'; properties: Readonly<Record<string, JsonSchema>> }
  | { kind: 'law'; alternatives: readonly JsonSchema[] };

/** What the fields that hold names name. A key with brackets is that of each element. */
const nameSources: Readonly<Record<string, NameSource>> = {
  site: 'sites',
  district: 'districts',
  districts: 'districts',
  order: 'districts',
  origins: 'origins',
  teams: 'districts',
  payer: 'payers',
  giver: 'payers',
  employer: 'payers',
  employers: 'payers',
  costShares: 'payers',
  grant: 'grants',
  payers: 'sectors',
  'payers[]': 'payers',
  placeOfBirth: 'sites',
  journey: 'sites',
};

/** Lists whose order means something. */
const ordered = new Set(['order', 'policy']);

/** How the value of a key is asked for. @throws Error if the key holds names and it is not known of what */
export function fieldKind(key: string, schema: JsonSchema): FieldKind {
  if (schema.oneOf !== undefined) return { kind: 'law', alternatives: schema.oneOf };
  if (schema.enum !== undefined) return { kind: 'choice', options: schema.enum.map(String) };
  switch (schema.type) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'integer':
      return { kind: 'number', whole: true };
    case 'number':
      return schema.maximum !== undefined && schema.maximum <= 1 && schema.minimum !== undefined && schema.minimum >= 0
        ? { kind: 'share' }
        : { kind: 'number', whole: false };
    case 'string':
      return textKind(key, schema);
    case 'array':
      return listKind(key, schema.items ?? {}, schema);
    default:
      return typeof schema.additionalProperties === 'object'
        ? { kind: 'mapping', source: sourceOf(key), value: schema.additionalProperties }
        : { kind: 'group', properties: schema.properties ?? {} };
  }
}

function textKind(key: string, schema: JsonSchema): FieldKind {
  if (schema.format === 'date') return { kind: 'date' };
  if (schema.pattern?.includes('[01]') === true) return { kind: 'clock' };
  return schema.pattern === undefined ? { kind: 'text' } : { kind: 'name', source: sourceOf(key) };
}

function listKind(key: string, items: JsonSchema, { minItems, maxItems }: JsonSchema): FieldKind {
  if (items.enum !== undefined) {
    return { kind: ordered.has(key) ? 'ordered' : 'several', options: items.enum.map(String) };
  }
  if (items.type === 'object') return { kind: 'rows', row: items };
  if (items.type !== 'string')
    return { kind: 'series', value: items, length: minItems === maxItems ? minItems : undefined };
  return { kind: ordered.has(key) ? 'ordered names' : 'names', source: sourceOf(key) };
}

function sourceOf(key: string): NameSource {
  const source = nameSources[key];
  if (source === undefined) throw new Error(`It is not known what ${key} names.`);
  return source;
}
