import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { withPart } from './readme-parts.ts';
import { comparedPlans } from './shipped-inputs.ts';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));
const launcher = fileURLToPath(new URL('../sim-core/cli/launch.mjs', import.meta.url));
const bench = fileURLToPath(new URL('./run.ts', import.meta.url));

const sim = (...args: string[]): string[] => [launcher, ...args];
const section = (name: string): string[] => ['--import', 'tsx', bench, name];

/** What stands between `<!-- begin:name -->` and `<!-- end:name -->`: the output of a command. */
const parts: Record<string, string[]> = {
  compare: sim('compare', 'dagens', ...comparedPlans, '--markdown', '--language', 'en'),
  validate: sim('validate', '--markdown'),
  'bench-oslo-year': section('oslo-year'),
  'bench-variance': section('variance'),
  'bench-page': section('page'),
};

/** `npm run readme [-- name…]`: writes again what commands print in the README, all parts that it has or those named. */
const chosen = process.argv.slice(2);
let text = readFileSync(readme, 'utf8');
const present = Object.keys(parts).filter((name) => text.includes(`<!-- begin:${name} -->`));
for (const name of chosen.length > 0 ? chosen : present) {
  const args = parts[name];
  if (args === undefined) throw new Error(`Unknown part "${name}". Allowed: ${Object.keys(parts).join(', ')}.`);
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`The command for "${name}" ended with ${status}; the README is as it was.`);
  text = withPart(text, name, stdout);
}
writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), parser: 'markdown' }));
