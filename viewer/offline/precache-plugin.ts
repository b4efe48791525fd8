import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const fileName = 'service-worker.js';
/** Stands in the service worker's source where the list of files belongs. */
const placeholder = 'precachedFiles';

/** Adds the service worker to the built page, with the list of all files that it keeps. Does nothing for other pages. */
export function precachePage(): Plugin {
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
