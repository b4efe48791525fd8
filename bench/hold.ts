import FlatQueue from 'flatqueue';
import { EventQueue, Simulation, type ProcessBody } from '../sim-core/kernel/index.ts';
import { loadSimjs, type Simjs } from './engines/simjs.ts';
import { draws, incrementLaws, type IncrementLaw } from './increments.ts';
import { millions, nanosecondsPerEvent, table, type Work } from './measure.ts';

const sizes = [100, 10_000, 100_000];
const manyPending = 1_000_000;
const chunk = 20_000;

/** The hold model on the event queue alone: take the next event and put it back some time later. */
function holdQueue(size: number, law: IncrementLaw): Work {
  const queue = new EventQueue(size);
  const increments = law.increments(size);
  const handler = (): void => {};
  let draw = 0;
  law.initialTimes(size).forEach((time, event) => queue.push(time, 0, handler, event));
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

/** The same on flatqueue: a binary heap in typed arrays, without stable ties, handles or cancellation. */
function holdFlatQueue(size: number, law: IncrementLaw): Work {
  const queue = new FlatQueue(size);
  const increments = law.increments(size);
  let draw = 0;
  law.initialTimes(size).forEach((time, event) => queue.push(event, time));
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
function holdSimulation(size: number, law: IncrementLaw): Work {
  const simulation = new Simulation();
  const increments = law.increments(size);
  let draw = 0;
  let left = chunk;
  const hold = (event: number): void => {
    simulation.schedule(increments[draw++ & (draws - 1)]!, hold, event);
    if (--left === 0) simulation.stop();
  };
  law.initialTimes(size).forEach((time, event) => simulation.schedule(time, hold, event));
  return {
    name: `simulation, ${size}`,
    events: chunk,
    run() {
      left = chunk;
      simulation.run();
    },
  };
}

/** The same as processes that do nothing but wait. */
function holdProcesses(size: number, law: IncrementLaw): Work {
  const simulation = new Simulation();
  const increments = law.increments(size);
  let draw = 0;
  let left = chunk;
  function* waiter(): ProcessBody {
    for (;;) {
      yield simulation.delay(increments[draw++ & (draws - 1)]!);
      if (--left === 0) simulation.stop();
    }
  }
  for (const time of law.initialTimes(size)) simulation.start('waiter', waiter(), time);
  return {
    name: `processes, ${size}`,
    events: chunk,
    run() {
      left = chunk;
      simulation.run();
    },
  };
}

/** The same as timers of simjs. */
function holdSimjs(size: number, law: IncrementLaw, { Sim, Entity }: Simjs): Work {
  const increments = law.increments(size);
  const initialTimes = law.initialTimes(size);
  const events = chunk / 10;
  let draw = 0;
  class Holder extends Entity {
    readonly hold = (): void => {
      this.setTimer(increments[draw++ & (draws - 1)]!).done(this.hold);
    };
    start(): void {
      for (const time of initialTimes) this.setTimer(time).done(this.hold);
    }
  }
  const simulation = new Sim();
  simulation.addEntity(Holder, 'holder');
  return {
    name: `simjs, ${size}`,
    events,
    run: () => void simulation.simulate(Infinity, events),
  };
}

function ratio(theirs: number, ours: number): string {
  return (theirs / ours).toFixed(2);
}

/** Speed of the pending events as text. */
export async function benchHold(): Promise<string> {
  const simjs = await loadSimjs();
  const exponential = incrementLaws[0]!;
  const rows = [['hold model, M events/s', 'queue', 'simulation', 'flatqueue', 'queue ÷ flatqueue', 'of exponential']];
  for (const size of sizes) {
    let exponentialQueue = NaN;
    for (const law of incrementLaws) {
      const works = [holdQueue(size, law), holdSimulation(size, law), holdFlatQueue(size, law)];
      const [queue, simulation, flatQueue] = nanosecondsPerEvent(works) as [number, number, number];
      if (law === exponential) exponentialQueue = queue;
      rows.push([
        `${size.toLocaleString('en')} pending, ${law.name}`,
        millions(queue),
        millions(simulation),
        millions(flatQueue),
        ratio(flatQueue, queue),
        ratio(exponentialQueue, queue),
      ]);
    }
  }
  const works = [holdQueue(manyPending, exponential), holdSimulation(manyPending, exponential)];
  const [queue, simulation, flatQueue] = nanosecondsPerEvent([...works, holdFlatQueue(manyPending, exponential)]);
  rows.push([
    `${manyPending.toLocaleString('en')} pending, exponential`,
    millions(queue!),
    millions(simulation!),
    millions(flatQueue!),
    ratio(flatQueue!, queue!),
    '',
  ]);
  return `${table(rows)}\n\n${processTable(simjs, exponential)}`;
}

function processTable(simjs: Simjs, law: IncrementLaw): string {
  const rows = [['exponential increments, M/s', 'processes resumed', 'simjs timers', 'processes ÷ simjs']];
  for (const size of sizes) {
    const [resumed, timers] = nanosecondsPerEvent([holdProcesses(size, law), holdSimjs(size, law, simjs)]);
    rows.push([size.toLocaleString('en'), millions(resumed!), millions(timers!), ratio(timers!, resumed!)]);
  }
  return table(rows);
}
