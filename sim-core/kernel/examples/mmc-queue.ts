import { exponential, RandomStream, Resource, Simulation, type ProcessBody } from '../index.ts';

export interface MmcQueue {
  /** Customers per unit of time. */
  arrivalRate: number;
  meanService: number;
  servers: number;
  /** Time left out of the statistics, from empty, and time counted after it. */
  warmUp: number;
  horizon: number;
}

/**
 * Mean time in line of the M/M/c queue: Poisson arrivals, exponential service, c servers, one line.
 *
 * ```ts
 * meanWait({ arrivalRate: 0.4, meanService: 10, servers: 7, warmUp: 1000, horizon: 100_000 }, 'a seed', 0);
 * ```
 */
export function meanWait(queue: MmcQueue, seed: string, replication: number): number {
  const simulation = new Simulation();
  const servers = new Resource(simulation, 'servers', queue.servers);
  const gaps = new RandomStream(seed, replication, 'gaps between arrivals');
  const services = new RandomStream(seed, replication, 'services');

  function* customer(): ProcessBody {
    yield servers.seize();
    yield simulation.delay(exponential(services.next(), queue.meanService));
    servers.release();
  }
  function* arrivals(): ProcessBody {
    for (;;) {
      yield simulation.delay(exponential(gaps.next(), 1 / queue.arrivalRate));
      simulation.start('customer', customer());
    }
  }

  simulation.start('arrivals', arrivals());
  simulation.run(queue.warmUp);
  servers.resetStatistics();
  simulation.run(queue.warmUp + queue.horizon);
  return servers.waits.mean;
}
