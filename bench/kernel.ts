import FlatQueue from 'flatqueue';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { EventQueue, exponential, RandomStream, Simulation, type ProcessBody } from '../sim-core/kernel/index.ts';
import { nanosecondsPerEvent, table, type Work } from './measure.ts';

const sizes = [100, 10_000, 100_000];
const chunk = 20_000;
const draws = 2 ** 16;
const stream = new RandomStream('bench', 0, 'increments');
/** Exponential increments of mean 1, drawn beforehand, so that the queues are measured and not the logarithm. */
const increments = Float64Array.from({ length: draws }, () => exponential(stream.next(), 1));

/** The hold model on the event queue alone: take the next event and put it back a random time later. */
function holdQueue(size: number): Work {
  const queue = new EventQueue(size);
  let draw = 0;
  const handler = () => {};
  for (let event = 0; event < size; event++) queue.push(increments[draw++ % draws]!, 0, handler, event);
  return {
    name: `event queue, ${size}`,
    events: chunk,
    run() {
      for (let hold = 0; hold < chunk; hold++) {
        queue.pop();
        queue.push(queue.time + increments[draw++ & (draws - 1)]!, 0, queue.handler, queue.payload);
      }
    },
  };
}

/** The same on flatqueue with typed arrays: a binary heap without stable ties, handles or cancellation. */
function holdFlatQueue(size: number): Work {
  const queue = new FlatQueue(size);
  let draw = 0;
  for (let event = 0; event < size; event++) queue.push(event, increments[draw++ % draws]!);
  return {
    name: `flatqueue, ${size}`,
    events: chunk,
    run() {
      for (let hold = 0; hold < chunk; hold++) {
        const time = queue.peekValue()!;
        queue.push(queue.pop()!, time + increments[draw++ & (draws - 1)]!);
      }
    },
  };
}

/** The same as events of a simulation, with its clock, its checks and the call of the handler. */
function holdSimulation(size: number): Work {
  const simulation = new Simulation();
  let draw = 0;
  let left = chunk;
  const hold = (event: number) => {
    simulation.schedule(increments[draw++ & (draws - 1)]!, hold, event);
    if (--left === 0) simulation.stop();
  };
  for (let event = 0; event < size; event++) simulation.schedule(increments[draw++ % draws]!, hold, event);
  return {
    name: `simulation, ${size}`,
    events: chunk,
    run() {
      left = chunk;
      simulation.run();
    },
  };
}

/** Processes that do nothing but wait. */
function resumeProcesses(size: number): Work {
  const simulation = new Simulation();
  let draw = 0;
  let left = chunk;
  function* waiter(): ProcessBody {
    for (;;) {
      yield simulation.delay(increments[draw++ & (draws - 1)]!);
      if (--left === 0) simulation.stop();
    }
  }
  for (let number = 0; number < size; number++) simulation.start('waiter', waiter());
  return {
    name: `processes, ${size}`,
    events: chunk,
    run() {
      left = chunk;
      simulation.run();
    },
  };
}

/** Bytes of memory for each of many pending events, the reference to the handler included. */
function bytesPerPendingEvent(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const events = 2 ** 20;
  const handler = () => {};
  const before = used();
  const queue = new EventQueue(events);
  for (let event = 0; event < events; event++) queue.push(event, 0, handler, event);
  const bytes = (used() - before) / queue.size;
  return queue.pop() ? bytes : NaN;
}

const millions = (nanoseconds: number) => (1000 / nanoseconds).toFixed(1);

/** Speed of the kernel as text. */
export function benchKernel(): string {
  const rows = [['hold model, M events/s', 'queue', 'simulation', 'flatqueue', 'queue ÷ flatqueue']];
  for (const size of sizes) {
    const works = [holdQueue(size), holdSimulation(size), holdFlatQueue(size)];
    const [queue, simulation, flatQueue] = nanosecondsPerEvent(works) as [number, number, number];
    const ratio = (flatQueue / queue).toFixed(2);
    rows.push([
      `${size.toLocaleString('en')} pending`,
      millions(queue),
      millions(simulation),
      millions(flatQueue),
      ratio,
    ]);
  }
  const [resumed] = nanosecondsPerEvent([resumeProcesses(10_000)]) as [number];
  return [
    table(rows),
    `processes resumed, 10,000 live: ${millions(resumed)} M/s (${resumed.toFixed(0)} ns each)`,
    `memory per pending event: ${bytesPerPendingEvent().toFixed(1)} bytes`,
  ].join('\n');
}
