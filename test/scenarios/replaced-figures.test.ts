import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isFigure } from '../../scenarios/schema/passport.ts';
import { checkScenario, modelInputs, scenarioFilesFromRecord } from '../../scenarios/schema/index.ts';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { changed } from '../support/scenarios.ts';
import { plan, shippedTexts } from './support.ts';

const replacements: unknown[] = [0, -1, 1, 1e308, 1e9, '.nan', '', null, [], 1e-9];
const files = Object.keys(shippedTexts).filter((path) => path.startsWith('oslo/') && !path.includes('published'));

interface Replacement {
  file: string;
  path: (string | number)[];
  to: unknown;
}

/** The paths of every number and text below the value of a figure. */
function leaves(value: unknown, path: (string | number)[], inFigure: boolean): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return inFigure ? [path] : [];
  if (!inFigure && isFigure(value)) return leaves(value.value, [...path, 'value'], true);
  return Object.entries(value).flatMap(([key, element]) =>
    leaves(element, [...path, Array.isArray(value) ? Number(key) : key], inFigure),
  );
}

/** Each figure with each of the replacements. */
const all: Replacement[] = files.flatMap((file) =>
  leaves(parse(shippedTexts[file]!), [], false).flatMap((path) => replacements.map((to) => ({ file, path, to }))),
);

function withReplacement({ file, path, to }: Replacement): string {
  const value: unknown = parse(shippedTexts[file]!);
  let container = value as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) container = container[step] as Record<string | number, unknown>;
  container[path.at(-1)!] = to;
  return JSON.stringify(value);
}

describe('a figure of the base data that is replaced', () => {
  it('is refused at its place, or gives a run to the end in which nobody vanishes', { timeout: 300_000 }, () => {
    const horizon = 'horizon: { start: 2027-03-26, end: 2027-03-30, warmUpDays: 2 }';
    // A stride that has no factor in common with the number of replacements, so that each of them has its turn.
    const stride = Math.floor(all.length / 2000) * 10 + 1;
    let refused = 0;
    let run = 0;
    for (let index = 0; index < all.length; index += stride) {
      const replacement = all[index]!;
      const about = `${replacement.path.join('.')} = ${JSON.stringify(replacement.to)}`;
      const texts = {
        ...shippedTexts,
        [replacement.file]: withReplacement(replacement),
        'my-plan.yaml': plan(horizon),
      };
      const check = checkScenario('my-plan', scenarioFilesFromRecord(texts));
      if ('problems' in check) {
        refused++;
        for (const { path, message } of check.problems) {
          expect(path, about).not.toBe('');
          expect(message.en, about).toMatch(/ Allowed: ./);
          expect(message.nb, about).toMatch(/ Tillatt: ./);
        }
        const paragraphs = check.problems.map(({ message }) => message.en);
        expect(new Set(paragraphs).size, about).toBe(paragraphs.length);
        continue;
      }
      run++;
      const inputs = changed(modelInputs(check.scenario), ({ data }) => {
        for (const origin of Object.values(data.origins)) origin.births /= 30;
      });
      const { indicators } = runReplication(inputs, '1', 0, false);
      expect(indicators['unaccountedFor'], about).toBe(0);
    }
    expect(refused).toBeGreaterThan(100);
    expect(run).toBeGreaterThan(30);
  });
});
