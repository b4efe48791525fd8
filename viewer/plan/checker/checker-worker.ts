import { expose } from 'comlink';
import { planChecker } from './checker.ts';
import type { RemotePlanChecker } from './messages.ts';

// In a file of its own, so that a new version of the page need not fetch the data again if only the program has changed.
const ready = import('./shipped-files.ts').then(({ shippedTexts }) => planChecker(shippedTexts));

// Without the data the worker is of no use: told to the page as an error, it is started anew.
ready.catch((error: unknown) =>
  setTimeout(() => {
    throw error;
  }),
);

const remote: RemotePlanChecker = {
  headings: async () => (await ready).headings(),
  shipped: async (id) => (await ready).shipped(id),
  documentOf: async (id) => (await ready).documentOf(id),
  check: async (document, id) => (await ready).check(document, id),
  read: async (text, label) => (await ready).read(text, label),
  textOf: async (document) => (await ready).textOf(document),
};

expose(remote);
