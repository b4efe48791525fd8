import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScenario, scenarioFilesFromRecord, type Problem } from '../../scenarios/schema/index.ts';

/** The shipped scenarios and base data as the page holds them: texts by path below `scenarios/`. */
export const shippedTexts: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join('scenarios', path), 'utf8')]),
);

/** Names of the shipped scenarios. */
export const shippedNames = Object.keys(shippedTexts)
  .filter((path) => !path.includes('/'))
  .map((path) => path.replace('.yaml', ''));

/** A scenario file that starts from today's service, with further lines from line 5 on. */
export function plan(...lines: string[]): string {
  return [
    'schemaVersion: 1',
    'extends: dagens',
    'name: { nb: Prøve, en: Trial }',
    'description: { nb: Prøve, en: Trial }',
  ]
    .concat(lines, '')
    .join('\n');
}

/** The problems of `my-plan.yaml` beside the shipped files, some of which may be replaced. */
export function problemsOf(text: string, replaced: Record<string, string> = {}): readonly Problem[] {
  const files = scenarioFilesFromRecord({ ...shippedTexts, ...replaced, 'my-plan.yaml': text });
  const check = checkScenario('my-plan', files);
  return 'problems' in check ? check.problems : [];
}

/** The English paragraphs of the problems. */
export function messagesOf(text: string, replaced: Record<string, string> = {}): string[] {
  return problemsOf(text, replaced).map(({ message }) => message.en);
}

/** A shipped file in which one piece of text, which must be there, is replaced. */
export function shippedWith(path: string, from: string, to: string): Record<string, string> {
  const text = shippedTexts[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
  return { [path]: text.replace(from, to) };
}
