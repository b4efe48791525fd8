import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { EventQueue, Simulation, type ProcessBody } from '../sim-core/kernel/index.ts';
import { table } from './measure.ts';

/** A power of two, at which arrays that grow by doubling are full. */
const pending = 2 ** 20;
const live = 2 ** 17;

/** Bytes that what `make` builds takes for each of so many. */
function bytesEach(count: number, make: () => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    // The memory of typed arrays is given back by the collection after the one that finds them unused.
    for (let collection = 0; collection < 3; collection++) collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const built = make();
  const bytes = (used() - before) / count;
  if (built === undefined) throw new Error('Nothing was built');
  return bytes;
}

function pendingEvents(): EventQueue {
  const queue = new EventQueue(pending);
  const handler = (): void => {};
  for (let event = 0; event < pending; event++) queue.push(event, 0, handler, event);
  return queue;
}

function scheduledEvents(): Simulation {
  const simulation = new Simulation();
  const handler = (): void => {};
  for (let event = 0; event < pending; event++) simulation.schedule(event, handler, event);
  return simulation;
}

function liveProcesses(): Simulation {
  const simulation = new Simulation();
  function* waiter(): ProcessBody {
    yield simulation.delay(1);
  }
  for (let number = 0; number < live; number++) simulation.start('waiter', waiter());
  simulation.run(0.5);
  return simulation;
}

/** Memory per pending event and per live process as text. */
export function benchMemory(): string {
  const bytes = (count: number, make: () => unknown): string => bytesEach(count, make).toFixed(0);
  return table([
    ['memory', 'number', 'bytes each'],
    ['pending event, space reserved', pending.toLocaleString('en'), bytes(pending, pendingEvents)],
    ['pending event of a simulation', pending.toLocaleString('en'), bytes(pending, scheduledEvents)],
    ['process that waits, its event included', live.toLocaleString('en'), bytes(live, liveProcesses)],
  ]);
}
