import { expect, test } from 'vitest';
import { checkScenario, modelInputs, scenarioFilesFromRecord } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import schemaText from '../../../scenarios/schema/scenario.schema.json?raw';
import type { JsonSchema } from '../../../scenarios/schema/schema-at.ts';
import { earlyDischargeTerms } from '../../../sim-core/maternity/pathway/early-discharge-terms.ts';
import { teamParameters } from '../../../sim-core/maternity/teams/team-parameters.ts';
import { planChecker } from '../checker/checker.ts';
import { shippedTexts } from '../checker/shipped-files.ts';
import { modelOf } from '../files/changes.ts';
import { interventionsIn, valueAt, withValueAt, type Json, type JsonObject } from '../plan-document.ts';
import { defaultFigure } from './defaults.ts';
import { fieldKind } from './field-kind.ts';
import { fieldOrder } from './field-order.ts';
import { figuresIn } from './figures.ts';
import { withField } from './intervention-context.ts';
import { namesFrom } from './names.ts';
import { numberIn, numberText } from './number-text.ts';
import { figureValueSchema, schemasIn } from './schemas.ts';

const schemas = schemasIn(schemaText);
const today = checkScenario('dagens', scenarioFilesFromRecord(shippedTexts));
if ('problems' in today) throw new Error('Today’s scenario is unsound.');
const { data } = today.scenario;

test('every field of every shipped scenario shows a value that reads back as it was', () => {
  const checker = planChecker(shippedTexts);
  const models = new Set<string>();
  for (const { id } of checker.headings()) {
    const document = checker.documentOf(id);
    for (const [index, intervention] of interventionsIn(document).entries()) {
      const model = modelOf(intervention);
      models.add(model);
      const schema = schemas.interventions.get(model)!;
      let again = document;
      for (const key of Object.keys(intervention as JsonObject)) {
        const path = ['interventions', index, key];
        const value = valueAt(document, path)!;
        if (key !== 'model') again = withField(again, path, readBack(key, schema.properties![key]!, value));
      }
      expect(again, id).toEqual(document);
    }
  }
  expect(models.size).toBeGreaterThan(12);
});

test('every figure of the base data has a field, and shows a value that reads back as it was', () => {
  for (const { path, figure } of figuresIn(data)) {
    const schema = figureValueSchema(schemas, path, data);
    expect(schema, path.join('.')).toBeDefined();
    expect(readBack(String(path.at(-1)), schema!, figure.value), path.join('.')).toEqual(figure.value);
  }
});

test('no field of a care model is left out of its form, and none stands there twice', () => {
  for (const [model, { properties = {} }] of schemas.interventions) {
    const { usual, others } = fieldOrder(model, Object.keys(properties));
    expect([...usual, ...others, 'model'].toSorted()).toEqual(Object.keys(properties).toSorted());
    expect(usual.length).toBeGreaterThan(1);
  }
});

test('an optional field falls back on a base figure that there is, with a value that the field may have', () => {
  let defaults = 0;
  for (const [model, { properties = {}, required = [] }] of schemas.interventions) {
    for (const [key, schema] of Object.entries(properties)) {
      const path = defaultFigure(model, key);
      if (path === undefined) continue;
      defaults += 1;
      expect(required).not.toContain(key);
      const { value } = valueAt(data as unknown as JsonObject, path) as { value: Json };
      expect(fieldKind(key, schema).kind).toBe(fieldKind(key, figureValueSchema(schemas, path, data)!).kind);
      expect(withinRange(schema, value), `${model} ${key}`).toBe(true);
    }
  }
  expect(defaults).toBeGreaterThan(40);
});

test('the simulation falls back on the same figures', () => {
  const { interventions, ...inputs } = modelInputs(today.scenario);
  const figure = (path: Path) => valueAt(inputs.data as unknown as JsonObject, path);
  const team = { model: 'continuity-teams', start: '2027-01-01', teams: { alna: 1 }, payer: 'ahus' } as const;
  const followed = Object.entries(teamParameters(team, inputs.data.continuityTeams));
  for (const [key, value] of followed.filter(([, used]) => used !== undefined)) {
    expect(value, key).toBe(figure(defaultFigure(team.model, key) ?? []));
  }
  const discharge = { model: 'early-discharge' as const, start: '2027-01-01', districts: ['alna'] };
  const terms = earlyDischargeTerms({ ...inputs, interventions }, discharge);
  for (const key of [
    'uptake',
    'guaranteedVisits',
    'visitsWithinDays',
    'returnShare',
    'newbornReadmissionFactor',
  ] as const) {
    expect(terms[key], key).toBe(figure(defaultFigure(discharge.model, key) ?? []));
  }
});

test('a group that is emptied is left out, an emptied line of a list stays', () => {
  const intervention = { model: 'continuity-effects', start: '2027-01-01', effects: { epidural: { value: 0.9 } } };
  const posts = { model: 'staff-leaving', start: '2027-01-01', posts: [{ posts: 2 }] };
  const document = { interventions: [intervention, posts] };
  const path = ['interventions', 0, 'effects', 'epidural', 'value'];
  expect(valueAt(withField(document, path, undefined), ['interventions', 0])).toEqual({
    model: 'continuity-effects',
    start: '2027-01-01',
  });
  const line = ['interventions', 1, 'posts', 0, 'posts'];
  expect(valueAt(withField(document, line, undefined), ['interventions', 1, 'posts'])).toEqual([{}]);
});

/** The value that a field gives back when nothing is typed in it, by way of what it shows. */
function readBack(key: string, schema: JsonSchema, value: Json): Json {
  const kind = fieldKind(key, schema);
  switch (kind.kind) {
    case 'number':
    case 'share':
      return numberIn(numberText(Number(value), kind.kind === 'share'), kind.kind === 'share')!;
    case 'choice':
      expect(kind.options).toContain(value);
      return value;
    case 'name':
      expect([...namesFrom(kind.source, data).keys()]).toContain(value);
      return value;
    case 'names':
    case 'ordered names':
      for (const name of value as string[]) expect([...namesFrom(kind.source, data).keys()]).toContain(name);
      return value;
    case 'several':
    case 'ordered':
      for (const option of value as string[]) expect(kind.options).toContain(option);
      return value;
    case 'mapping':
      return mapped(value, (inner) => readBack(`${key}[]`, kind.value, inner));
    case 'series':
      return (value as Json[]).map((inner) => readBack(`${key}[]`, kind.value, inner));
    case 'rows':
      return (value as Json[]).map((row) => readFields(row, kind.row));
    case 'group':
      return readFields(value, schema);
    case 'law':
      return readFields(
        value,
        kind.alternatives.find(({ properties }) => properties?.['law']?.const === (value as JsonObject)['law'])!,
      );
    default:
      return value;
  }
}

function readFields(value: Json, { properties = {} }: JsonSchema): Json {
  return mapped(value, (inner, key) => (key === 'law' ? inner : readBack(key, properties[key]!, inner)));
}

function mapped(value: Json, change: (inner: Json, key: string) => Json): Json {
  return Object.keys(value as JsonObject).reduce<JsonObject>(
    (mapping, key) => withValueAt(mapping, [key], change((value as JsonObject)[key]!, key)),
    {},
  );
}

function withinRange({ minimum, exclusiveMinimum, maximum }: JsonSchema, value: Json): boolean {
  if (typeof value !== 'number') return true;
  return value >= (minimum ?? -Infinity) && value > (exclusiveMinimum ?? -Infinity) && value <= (maximum ?? Infinity);
}
