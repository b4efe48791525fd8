/**
 * Starts the command line, and bundles it first when the bundle is missing or older than its sources: Node 20 can't
 * start worker threads from TypeScript.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bundle = join(root, 'build', 'cli');
const entry = join(bundle, 'main.js');
const sources = ['sim-core', join('scenarios', 'schema'), 'vite.config.ts', 'package.json', 'package-lock.json'];

function newestChange(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

/**
 * Moves a new bundle into place whole, so that another command started at the same time finds the old one or the new
 * one. If that other command has put its own there first, either will do.
 */
function moveIntoPlace(fresh) {
  const old = `${bundle}-old-${process.pid}`;
  try {
    if (existsSync(bundle)) renameSync(bundle, old);
    renameSync(fresh, bundle);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    rmSync(fresh, { recursive: true });
  }
  rmSync(old, { recursive: true, force: true });
}

const stale = !existsSync(entry) || sources.some((path) => newestChange(join(root, path)) > statSync(entry).mtimeMs);
if (stale) {
  const { build } = await import('vite');
  const fresh = `${bundle}-${process.pid}`;
  mkdirSync(join(root, 'build'), { recursive: true });
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'cli',
    logLevel: 'error',
    build: { outDir: fresh },
  });
  moveIntoPlace(fresh);
}
await import(pathToFileURL(entry).href);
