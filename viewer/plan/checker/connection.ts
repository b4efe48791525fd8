import { wrap } from 'comlink';
import type { RemotePlanChecker } from './messages.ts';

/** A check takes far less than a second; a worker that is silent for so long, in milliseconds, has died. */
const longestWait = 60_000;

/** A worker and what tells that it has died. */
interface Connection {
  remote: RemotePlanChecker;
  /** Rejected when the worker dies. */
  death: Promise<never>;
  end: (reason: string) => void;
}

let connection: Connection | undefined;

/**
 * The worker that reads and checks scenarios; started the first time it is asked for. If it dies, what was asked is asked
 * once more of a new one; if that dies too, the answer is an error that says why.
 */
export function checker(): RemotePlanChecker {
  return remoteChecker;
}

const remoteChecker: RemotePlanChecker = {
  headings: () => asked((remote) => remote.headings()),
  shipped: (id) => asked((remote) => remote.shipped(id)),
  documentOf: (id) => asked((remote) => remote.documentOf(id)),
  check: (document, id) => asked((remote) => remote.check(document, id)),
  read: (text, label) => asked((remote) => remote.read(text, label)),
  textOf: (document) => asked((remote) => remote.textOf(document)),
};

class WorkerDied extends Error {}

async function asked<Answer>(question: (remote: RemotePlanChecker) => Promise<Answer>): Promise<Answer> {
  try {
    return await askedOnce(question);
  } catch (error) {
    if (error instanceof WorkerDied) return askedOnce(question);
    throw error;
  }
}

async function askedOnce<Answer>(question: (remote: RemotePlanChecker) => Promise<Answer>): Promise<Answer> {
  const { remote, death, end } = (connection ??= connected());
  const timer = setTimeout(() => end(`no answer in ${longestWait / 1000} s`), longestWait);
  try {
    return await Promise.race([question(remote), death]);
  } finally {
    clearTimeout(timer);
  }
}

function connected(): Connection {
  const worker = new Worker(new URL('./checker-worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<RemotePlanChecker>(worker) as unknown as RemotePlanChecker;
  let die!: (reason: Error) => void;
  const death = new Promise<never>((_, reject) => (die = reject));
  // Whoever waits for an answer hears of it; that nobody does is no error.
  death.catch(() => undefined);
  const end = (reason: string) => {
    if (connection?.death === death) connection = undefined;
    die(new WorkerDied(reason));
    worker.terminate();
  };
  worker.addEventListener('error', (event) => end(event.message || 'error'));
  worker.addEventListener('messageerror', () => end('messageerror'));
  return { remote, death, end };
}
