/** Where and when in a simulation something went wrong. */
export interface ErrorContext {
  /** Simulated time in minutes. */
  time?: number;
  /** Name of the process that was running. */
  process?: string;
  /** Name of the resource, signal or other part of the model concerned. */
  subject?: string;
}

/** Wrong use of the kernel, or a model that failed while it ran. The message names the time, the process and the subject. */
export class SimulationError extends Error {
  readonly context: ErrorContext;

  constructor(message: string, context: ErrorContext = {}, cause?: unknown) {
    const where = [
      context.time === undefined ? '' : `at simulated time ${context.time}`,
      context.process === undefined ? '' : `in process "${context.process}"`,
      context.subject === undefined ? '' : `with "${context.subject}"`,
    ].filter(Boolean);
    super(where.length > 0 ? `${message} (${where.join(', ')})` : message, cause === undefined ? undefined : { cause });
    this.name = 'SimulationError';
    this.context = context;
  }
}

/**
 * Thrown into a process by `interrupt`. A process that catches it goes on; one that does not, ends.
 * `remaining` is what was left of an interrupted delay, in minutes, and 0 for any other wait.
 */
export class Interruption extends Error {
  readonly reason: unknown;
  readonly remaining: number;

  constructor(reason: unknown, remaining: number) {
    super('Interrupted');
    this.name = 'Interruption';
    this.reason = reason;
    this.remaining = remaining;
  }
}

/**
 * The reason of an `Interruption` when a resource takes its unit away: because somebody more urgent needs it, or because
 * the unit closes. Either way the process no longer holds it.
 */
export class Preemption {
  readonly resource: string;
  readonly kind: 'pre-empted' | 'closed';

  constructor(resource: string, kind: 'pre-empted' | 'closed') {
    this.resource = resource;
    this.kind = kind;
  }
}
