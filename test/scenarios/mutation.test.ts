import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkScenario, scenarioFilesFromRecord } from '../../scenarios/schema/index.ts';
import { loadScenario, ScenarioError } from '../../scenarios/schema/index.ts';
import { resolvedScenario, scenarioFile } from '../../scenarios/schema/scenario.ts';
import { plan, shippedTexts } from './support.ts';

const valid = plan(
  'horizon: { start: 2027-02-01, end: 2027-06-30, warmUpDays: 14 }',
  'inputs:',
  '  sites: { ahus: { labourRooms: { value: 13, unit: rooms, source: Trial, confidence: U } } }',
  'interventions:',
  '  - { model: continuity-teams, start: 2027-02-01, end: 2027-05-31, teams: { alna: 2, grorud: 1 }, payer: ahus, caseload: 120 }',
  '  - { model: capacity, start: 2027-03-01, site: ullevaal, labourRooms: -2 }',
  '  - { model: grant, start: 2027-02-01, end: 2027-04-30, payer: districts, kroner: 100000, source: Trial }',
);

/** Loads `my-plan`; whatever else than a ScenarioError is thrown passes on to the test. */
function load(replaced: Record<string, string>) {
  const files = scenarioFilesFromRecord({ ...shippedTexts, ...replaced });
  try {
    return loadScenario('my-plan', files);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { line, column, message } of error.problems) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message.en).not.toMatch(/undefined|\[object/);
      expect(message.nb).not.toMatch(/undefined|\[object/);
    }
    return undefined;
  }
}

/** Every place in a value: the container and the key or position in it. */
function places(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const container = value as Record<string, unknown>;
  return Object.keys(container).flatMap((key) => [
    [container, key] as [Record<string, unknown>, string],
    ...places(container[key]),
  ]);
}

interface Mutation {
  position: number;
  operation: 'replace' | 'remove' | 'rename';
  replacement: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  position: fc.nat(),
  operation: fc.constantFrom('replace', 'remove', 'rename'),
  replacement: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.double(),
    fc.constantFrom('2027-01-01', '__proto__', 'constructor', -1, 1e9),
  ),
});

/** The value in a YAML text with one change somewhere. */
function mutated(text: string, { position, operation, replacement }: Mutation): unknown {
  const value: unknown = parse(text);
  const all = places(value);
  const [container, key] = all[position % all.length]!;
  const old = container[key];
  if (operation === 'replace') container[key] = replacement;
  else if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete container[key];
  if (operation === 'rename' && !Array.isArray(container)) {
    container[typeof replacement === 'string' ? replacement : 'renamed'] = old;
  }
  return value;
}

describe('a scenario that has been tampered with', () => {
  it('starts from one that is valid', () => {
    const check = checkScenario('my-plan', scenarioFilesFromRecord({ ...shippedTexts, 'my-plan.yaml': valid }));
    expect(check).toHaveProperty('scenario');
  });

  it('is loaded only when it fits the schema, whatever value stands anywhere in it', () => {
    fc.assert(
      fc.property(mutation, (change) => {
        const value = mutated(valid, change);
        const scenario = load({ 'my-plan.yaml': JSON.stringify(value) });
        if (scenario === undefined) return;
        expect(scenarioFile.safeParse(JSON.parse(JSON.stringify(value))).success).toBe(true);
        expect(resolvedScenario.safeParse(scenario).success).toBe(true);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('is loaded only when its base data fits the schema', () => {
    const files = Object.keys(shippedTexts).filter((path) => path.startsWith('oslo/'));
    fc.assert(
      fc.property(fc.constantFrom(...files), mutation, (path, change) => {
        const value = mutated(shippedTexts[path] ?? '', change);
        const scenario = load({ 'my-plan.yaml': valid, [path]: JSON.stringify(value) });
        if (scenario !== undefined) expect(resolvedScenario.safeParse(scenario).success).toBe(true);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('is loaded or refused, whatever text is cut out or put in', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: valid.length }),
        fc.nat({ max: 40 }),
        fc.oneof(
          fc.string({ maxLength: 8 }),
          fc.constantFrom('\t', '- ', ': ', '{', '*a', '&a ', '!!set', '"', '|\n', '? ', '<<: '),
        ),
        (start, length, inserted) => {
          const scenario = load({ 'my-plan.yaml': valid.slice(0, start) + inserted + valid.slice(start + length) });
          if (scenario !== undefined) expect(resolvedScenario.safeParse(scenario).success).toBe(true);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it('is loaded or refused when it breaks off anywhere', () => {
    for (let length = 0; length < valid.length; length += 7) load({ 'my-plan.yaml': valid.slice(0, length) });
  });
});
