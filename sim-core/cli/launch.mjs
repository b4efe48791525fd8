/**
 * Starts the command line, and bundles it first when there is no bundle of the sources as they are: Node 20 can't start
 * worker threads from TypeScript. A bundle lies in a folder named after the newest change of its sources and is moved there
 * whole, so commands that start at the same time never replace what another is running.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bundles = join(root, 'build', 'cli');
const sources = ['sim-core', join('scenarios', 'schema'), 'vite.config.ts', 'package.json', 'package-lock.json'];
/** Bundles of earlier sources are kept this long, for commands that still run them. */
const keptMilliseconds = 24 * 60 * 60 * 1000;

function newestChange(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

async function makeBundle(bundle) {
  const { build } = await import('vite').catch(() => {
    process.stderr.write('The libraries are not installed yet. Run `npm ci` in the project’s folder first.\n');
    process.exit(1);
  });
  const fresh = `${bundle}-${process.pid}`;
  mkdirSync(bundles, { recursive: true });
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'cli',
    logLevel: 'error',
    build: { outDir: fresh },
  });
  try {
    renameSync(fresh, bundle);
  } catch (error) {
    // Another command was first; its bundle is as good.
    if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    rmSync(fresh, { recursive: true });
  }
  for (const name of readdirSync(bundles)) {
    const path = join(bundles, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > keptMilliseconds) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

const newest = Math.max(...sources.map((path) => newestChange(join(root, path))));
const bundle = join(bundles, String(Math.round(newest)));
if (!existsSync(bundle)) await makeBundle(bundle);
await import(pathToFileURL(join(bundle, 'main.js')).href);
