import { expect } from 'vitest';
import { RandomStream, Simulation, SimulationError, type ProcessBody } from '../../sim-core/kernel/index.ts';

/** The SimulationError that an action ends with; fails the test when it ends otherwise. */
export function simulationErrorOf(action: () => unknown): SimulationError {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(SimulationError);
    return error as SimulationError;
  }
  throw new Error('Expected a SimulationError, but nothing was thrown');
}

/** Starts one process on a new simulation and runs it to its end. */
export function runProcess(
  body: (simulation: Simulation) => ProcessBody<unknown>,
  simulation = new Simulation(),
): Simulation {
  simulation.start('midwife', body(simulation));
  simulation.run();
  return simulation;
}

/** The first numbers of a stream. */
export function uniforms(count: number, purpose: string, seed = 'kernel tests'): Float64Array {
  const stream = new RandomStream(seed, 0, purpose);
  return Float64Array.from({ length: count }, () => stream.next());
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return sum / values.length;
}

/** Sample standard deviation in two passes. */
export function deviationOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += (values[index]! - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/** How many standard errors the mean of independent observations lies from a reference. */
export function zOf(observations: ArrayLike<number>, reference: number): number {
  return (meanOf(observations) - reference) / (deviationOf(observations) / Math.sqrt(observations.length));
}
