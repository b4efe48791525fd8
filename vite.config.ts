import { defineConfig } from 'vitest/config';
import { precachePage } from './viewer/offline/precache-plugin.ts';

/** The mathematical functions have no side effects but do not declare it; without this the worker carries unused ones. */
const treeshake = { moduleSideEffects: (id: string): boolean => !id.includes('/@stdlib/') };

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
        plugins: [precachePage()],
        build: {
          outDir: '../dist',
          emptyOutDir: true,
          target: 'es2022',
          assetsInlineLimit: 0,
          // One page that needs all of it; test/run-all.sh guards the size as it goes over the wire.
          chunkSizeWarningLimit: 1000,
          rollupOptions: { treeshake },
        },
        worker: { format: 'es' as const, rollupOptions: { treeshake } },
        test: {
          root: '.',
          include: ['test/**/*.test.ts', 'sim-core/**/*.test.ts', 'scenarios/**/*.test.ts', 'viewer/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
);
