import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** These libraries have no side effects but do not declare it; without this the page carries what it does not use of them. */
const treeshake = {
  moduleSideEffects: (id: string): boolean => !/\/node_modules\/(@stdlib|seedrandom|d3-sankey)\//.test(id),
};

const browserTests = 'test/browser/**/*.test.ts';

const fileName = 'service-worker.js';
/** Stands in the service worker's source where the list of files belongs. */
const placeholder = 'precachedFiles';

/** Adds the service worker to the built page, with the list of all files that it keeps. Does nothing for other pages. */
function precachePage(): Plugin {
  let isPage = false;
  let root = '';
  return {
    name: 'fodesim-precache',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      ({ root } = config);
      isPage = /[\\/]viewer$/.test(root);
    },
    buildStart() {
      if (isPage) this.emitFile({ type: 'chunk', id: join(root, 'offline/service-worker.ts'), fileName });
    },
    generateBundle(_, bundle) {
      const worker = bundle[fileName];
      if (worker?.type !== 'chunk') return;
      const files = Object.values(bundle).flatMap((file) => {
        if (file.fileName === fileName || file.fileName.endsWith('.map')) return [];
        // The name of every other file changes with what is in it.
        const content = file.type === 'chunk' ? file.code : file.source;
        const revision = file.fileName.startsWith('assets/')
          ? null
          : createHash('sha256').update(content).digest('hex');
        return [{ url: file.fileName, revision }];
      });
      worker.code = worker.code.replaceAll(placeholder, JSON.stringify(files));
    },
  };
}

/** A web worker as `new Worker` is given it. */
const workerAddress = /new URL\('(\.\/[\w-]+-worker\.ts)', import\.meta\.url\)/g;

/**
 * Bundles web workers together with the page, so that what several of them use is carried once: left to itself, Vite
 * bundles each worker on its own, with all that it needs.
 */
function workersOfPage(): Plugin {
  return {
    name: 'fodesim-workers',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('-worker.ts')) return null;
      return code.replace(workerAddress, (_, file: string) => {
        const reference = this.emitFile({ type: 'chunk', id: join(dirname(id), file) });
        return `import.meta.ROLLUP_FILE_URL_${reference}`;
      });
    },
  };
}

/**
 * `vite build` makes the static page in dist/; `vite build --mode cli` bundles the command line and its worker into
 * build/cli, because Node 20 cannot start a worker thread from a TypeScript file.
 */
export default defineConfig(({ mode }) =>
  mode === 'cli'
    ? {
        ssr: { noExternal: true as const },
        build: {
          ssr: true,
          target: 'node20',
          outDir: 'build/cli',
          minify: false,
          emptyOutDir: true,
          rollupOptions: {
            input: { main: 'sim-core/cli/main.ts', worker: 'sim-core/experiment/node-worker.ts' },
          },
        },
      }
    : {
        root: 'viewer',
        base: './',
        publicDir: false,
        plugins: [precachePage(), workersOfPage()],
        build: {
          outDir: '../dist',
          emptyOutDir: true,
          target: 'es2022',
          assetsInlineLimit: 0,
          // One page that needs all of it; test/run-all.sh guards the size as it goes over the wire.
          chunkSizeWarningLimit: 2000,
          rollupOptions: { treeshake },
        },
        test: {
          root: '.',
          testTimeout: 120_000,
          // As many as there are cores on the smallest machine: the runner would leave one of two idle.
          maxWorkers: 2,
          projects: [
            {
              extends: true,
              test: {
                name: 'node',
                include: [
                  'test/**/*.test.ts',
                  'sim-core/**/*.test.ts',
                  'scenarios/**/*.test.ts',
                  'viewer/**/*.test.ts',
                ],
                exclude: [browserTests],
              },
            },
            {
              extends: true,
              test: {
                name: 'browser',
                include: [browserTests],
                // In about one of a hundred launches the first page of a browser draws nothing more for minutes.
                retry: 1,
              },
            },
          ],
        },
      },
);
