import { exponential, RandomStream, Resource, Simulation, type ProcessBody } from '../sim-core/kernel/index.ts';
import { loadSimjs, queueInSimjs, queueOfSimjsEntities } from './engines/simjs.ts';
import { queueInSimScript } from './engines/simscript.ts';
import { fastestInTurn, table } from './measure.ts';

const customers = 1_000_000;
/** SimScript takes a fortieth of a millisecond for a customer; so many are enough to tell. */
const fewCustomers = 50_000;
const arrivalRate = 0.9;
const stream = new RandomStream('bench', 0, 'M/M/1');
/** Drawn beforehand and the same for every engine, so that all must come to the same mean wait. */
const gaps = Float64Array.from({ length: customers }, () => exponential(stream.next(), 1 / arrivalRate));
const services = Float64Array.from({ length: customers }, () => exponential(stream.next(), 1));

/** M/M/1 made of events alone, the line an array. Gives the mean time in line. */
function withEvents(): number {
  const simulation = new Simulation();
  const arrivedAt = new Float64Array(customers);
  let arrived = 0;
  let served = 0;
  let busy = false;
  let waited = 0;
  const begin = (): void => {
    busy = true;
    waited += simulation.now - arrivedAt[served]!;
    simulation.schedule(services[served]!, leave);
    served++;
  };
  const leave = (): void => {
    if (served < arrived) begin();
    else busy = false;
  };
  const arrive = (): void => {
    arrivedAt[arrived++] = simulation.now;
    if (!busy) begin();
    if (arrived < customers) simulation.schedule(gaps[arrived]!, arrive);
  };
  simulation.schedule(gaps[0]!, arrive);
  simulation.run();
  return waited / customers;
}

/** The same with a resource that keeps the line and the statistics. */
function withEventsAndResource(): number {
  const simulation = new Simulation();
  const server = new Resource(simulation, 'server', 1);
  let arrived = 0;
  const begin = (customer: number): void => {
    simulation.schedule(services[customer]!, leave);
  };
  const leave = (): void => server.release();
  const arrive = (): void => {
    server.request(begin, arrived++);
    if (arrived < customers) simulation.schedule(gaps[arrived]!, arrive);
  };
  simulation.schedule(gaps[0]!, arrive);
  simulation.run();
  return server.waits.mean;
}

/** A process per customer, and a resource. */
function withProcesses(): number {
  const simulation = new Simulation();
  const server = new Resource(simulation, 'server', 1);
  function* customer(service: number): ProcessBody {
    yield server.seize();
    yield simulation.delay(service);
    server.release();
  }
  function* arrivals(): ProcessBody {
    for (let arrived = 0; arrived < customers; arrived++) {
      yield simulation.delay(gaps[arrived]!);
      simulation.start('customer', customer(services[arrived]!));
    }
  }
  simulation.start('arrivals', arrivals());
  simulation.run();
  return server.waits.mean;
}

/** The same with every time drawn when it is needed, as a model does. */
function withProcessesThatDraw(): number {
  const simulation = new Simulation();
  const server = new Resource(simulation, 'server', 1);
  const gapStream = new RandomStream('bench', 0, 'gaps');
  const serviceStream = new RandomStream('bench', 0, 'services');
  function* customer(): ProcessBody {
    yield server.seize();
    yield simulation.delay(exponential(serviceStream.next(), 1));
    server.release();
  }
  function* arrivals(): ProcessBody {
    for (let arrived = 0; arrived < customers; arrived++) {
      yield simulation.delay(exponential(gapStream.next(), 1 / arrivalRate));
      simulation.start('customer', customer());
    }
  }
  simulation.start('arrivals', arrivals());
  simulation.run();
  return server.waits.mean;
}

interface Row {
  name: string;
  customers: number;
  seconds: number;
  meanWait: number;
}

/** M/M/1 at 90 % load on this kernel and the published engines as text. discrete-sim is not in the npm registry. */
export async function benchSingleServer(): Promise<string> {
  const simjs = await loadSimjs();
  const ours = fastestInTurn([withEvents, withEventsAndResource, withProcesses, withProcessesThatDraw], 5);
  const names = ['events', 'events + resource', 'process + resource', 'process + resource, times drawn in the run'];
  const rows: Row[] = ours.map(({ seconds, result }, index) => ({
    name: `fodesim, ${names[index]!}`,
    customers,
    seconds,
    meanWait: result,
  }));
  const theirs = fastestInTurn(
    [() => queueInSimjs(simjs, gaps, services), () => queueOfSimjsEntities(simjs, gaps, services)],
    2,
  );
  theirs.forEach(({ seconds, result }, index) => {
    const name = ['simjs 2.0.3, requests of one entity', 'simjs 2.0.3, entity per customer'][index]!;
    rows.push({ name, customers, seconds, meanWait: result });
  });
  const startedAt = performance.now();
  const meanWait = await queueInSimScript(gaps.subarray(0, fewCustomers), services.subarray(0, fewCustomers));
  const seconds = (performance.now() - startedAt) / 1000;
  rows.push({ name: 'simscript 1.0.37', customers: fewCustomers, seconds, meanWait });
  const [fastest, , process] = rows.map((row) => row.customers / row.seconds);
  return table([
    ['M/M/1, load 0.9', 'customers', 'mean wait', 'M customers/s', 'events ÷ it', 'process + resource ÷ it'],
    ...rows.map((row) => {
      const rate = row.customers / row.seconds;
      return [
        row.name,
        row.customers.toLocaleString('en'),
        row.meanWait.toFixed(3),
        (rate / 1e6).toFixed(rate > 1e6 ? 2 : 3),
        (fastest! / rate).toFixed(1),
        (process! / rate).toFixed(1),
      ];
    }),
  ]);
}
