import { exponential, type ProcessBody, type RandomStream, type Simulation } from '../../kernel/index.ts';

/** Units of a resource that never runs out: a ward without limit. */
export const withoutLimit = 10_000;

/**
 * Poisson arrivals from now on, each the start of a process.
 * @param rate arrivals per unit of the simulation's clock
 */
export function startArrivals(
  simulation: Simulation,
  stream: RandomStream,
  rate: number,
  body: () => ProcessBody,
): void {
  const arrive = (): void => {
    simulation.start('woman', body());
    simulation.schedule(exponential(stream.next(), 1 / rate), arrive);
  };
  simulation.schedule(exponential(stream.next(), 1 / rate), arrive);
}
