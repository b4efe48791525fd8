/**
 * A worker that does no work but can die. What a job's seed asks of it: `die` every time, `die once <file>` the first
 * time, which it remembers in the file, `fail` with an error, `slow` for ten seconds; anything else is done at once.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';

const tenSeconds = 10_000;

function run({ seed, replication }) {
  const [, file] = /^die once (.*)$/.exec(seed) ?? [];
  if (seed === 'die' || (file !== undefined && !existsSync(file))) {
    if (file !== undefined) writeFileSync(file, '');
    process.exit(3);
  }
  if (seed === 'fail') throw new Error(`The model failed in replication ${replication}`);
  if (seed === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, tenSeconds);
  return { replication, indicators: { value: replication }, traceHash: '', events: 0 };
}

expose({ run }, nodeEndpoint(parentPort));
