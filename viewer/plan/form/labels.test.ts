import { describe, expect, test } from 'vitest';
import schemaText from '../../../scenarios/schema/scenario.schema.json?raw';
import type { JsonSchema } from '../../../scenarios/schema/schema-at.ts';
import { en } from '../../language/en.ts';
import { nb } from '../../language/nb.ts';
import { ownUnit } from './defaults.ts';
import { schemasIn } from './schemas.ts';

const schemas = schemasIn(schemaText);

describe.each([
  ['bokmål', nb.labels],
  ['English', en.labels],
])('labels in %s', (_, labels) => {
  test('every care model has a name and a sentence, and nothing else has', () => {
    expect(Object.keys(labels.models).toSorted()).toEqual([...schemas.interventions.keys()].toSorted());
    for (const { name, sentence } of Object.values(labels.models)) {
      expect(name).not.toBe('');
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  test('every field of every care model has a name, and no name is unused', () => {
    const keys = fieldKeys();
    const used = new Set<string>();
    for (const [model, key] of keys) {
      const found = [`${model}.${key}`, key].find((label) => label in labels.fields);
      expect(found, `${model} ${key}`).toBeDefined();
      used.add(found!);
    }
    expect(Object.keys(labels.fields).filter((key) => !used.has(key))).toEqual([]);
  });

  test('what a field means, and what holds while it is empty, is said of fields that there are', () => {
    const known = new Set(fieldKeys().flatMap(([model, key]) => [key, `${model}.${key}`]));
    for (const key of [...Object.keys(labels.meanings), ...Object.keys(labels.absent)]) expect(known).toContain(key);
  });

  test('every step on the way to a figure has words, and no words are unused', () => {
    const used = new Set<string>();
    for (const path of figurePaths(schemas.baseData)) {
      for (const [index, step] of path.entries()) {
        if (step === '*') continue;
        const found = [`${path[index - 1]}.${step}`, step].find((label) => label in labels.figures);
        expect(found, path.join('.')).toBeDefined();
        used.add(found!);
      }
    }
    expect(Object.keys(labels.figures).filter((key) => !used.has(key))).toEqual([]);
  });

  test('every unit has words, and no words are unused', () => {
    const units = new Set(figuresIn(schemas.baseData).map(({ properties }) => String(properties?.['unit']?.const)));
    const ownUnits = fieldKeys().flatMap(([, key]) => ownUnit(key) ?? []);
    expect(Object.keys(labels.units).toSorted()).toEqual([...new Set([...units, ...ownUnits])].toSorted());
  });

  test('every value of a choice and every part of a figure has words, and no words are unused', () => {
    const options = new Set<string>();
    const parts = new Set<string>();
    for (const schema of schemas.interventions.values()) collect(schema, options, new Set());
    for (const { properties } of figuresIn(schemas.baseData)) collect(properties?.['value'] ?? {}, options, parts);
    expect(Object.keys(labels.options).toSorted()).toEqual([...options].toSorted());
    expect(Object.keys(labels.parts).toSorted()).toEqual([...parts].toSorted());
  });
});

/** Model and key of every field that a form of an intervention has, those of groups and rows too. */
function fieldKeys(): [string, string][] {
  const keysOf = (schema: JsonSchema): string[] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
      inner.const === undefined ? [key, ...keysOf(inner)] : [],
    ),
    ...(schema.items === undefined ? [] : keysOf(schema.items)),
  ];
  return [...schemas.interventions].flatMap(([model, schema]) =>
    [...new Set(keysOf(schema))].map((key): [string, string] => [model, key]),
  );
}

function isFigure({ properties }: JsonSchema): boolean {
  return properties?.['value'] !== undefined && properties['unit']?.const !== undefined;
}

/** The keys on the way to every figure that base data can have; `*` for a name or a place in a list. */
function figurePaths(schema: JsonSchema, path: string[] = []): string[][] {
  if (isFigure(schema)) return [path];
  const named = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => figurePaths(inner, [...path, key])),
    ...[...named, ...(schema.items === undefined ? [] : [schema.items])].flatMap((inner) =>
      figurePaths(inner, [...path, '*']),
    ),
  ];
}

function figuresIn(schema: JsonSchema): JsonSchema[] {
  if (isFigure(schema)) return [schema];
  return inside(schema).flatMap(figuresIn);
}

function inside({ properties = {}, additionalProperties, items, anyOf = [], oneOf = [] }: JsonSchema): JsonSchema[] {
  const named = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  return [...Object.values(properties), ...named, ...(items === undefined ? [] : [items]), ...anyOf, ...oneOf];
}

/** The values of every choice below a schema, laws of durations among them, and the keys of every mapping. */
function collect(schema: JsonSchema, options: Set<string>, parts: Set<string>): void {
  for (const option of schema.enum ?? []) options.add(String(option));
  for (const [key, { const: only }] of Object.entries(schema.properties ?? {})) {
    parts.add(key);
    if (key === 'law') options.add(String(only));
  }
  for (const inner of inside(schema)) collect(inner, options, parts);
}
