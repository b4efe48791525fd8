import type { Path } from './problems.ts';

/** The part of JSON Schema that the two schemas use. */
export interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  pattern?: string;
  format?: string;
}

/** The keys by which a mapping tells which alternative it is: a care model, or the law of a duration. */
const choosingKeys = ['model', 'law'] as const;

/** The key by which the alternatives of a choice are told apart. */
export function choosingKey({ oneOf = [] }: JsonSchema): string {
  return (
    choosingKeys.find((key) => oneOf.every(({ properties }) => properties?.[key] !== undefined)) ?? choosingKeys[0]
  );
}

/** The schema of the value at a path; of a choice, the alternative that the value itself names. */
export function schemaAt(schema: JsonSchema, path: Path, value: unknown): JsonSchema | undefined {
  let here: JsonSchema | undefined = schema;
  let inner = value;
  for (const step of path) {
    here = here && chosen(here, inner);
    if (here === undefined) return undefined;
    if (typeof step === 'number') here = here.items;
    else if (here.properties !== undefined && Object.hasOwn(here.properties, step)) here = here.properties[step];
    else here = typeof here.additionalProperties === 'object' ? here.additionalProperties : undefined;
    inner = childOf(inner, step);
  }
  return here && chosen(here, inner);
}

/** The value under a key or at a list position; undefined when there is none. */
export function childOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string | number, unknown>)[step]
    : undefined;
}

function chosen(schema: JsonSchema, value: unknown): JsonSchema | undefined {
  if (schema.oneOf === undefined) return schema;
  const key = choosingKey(schema);
  const chosenName = childOf(value, key);
  return schema.oneOf.find((alternative) => alternative.properties?.[key]?.const === chosenName) ?? schema;
}
