import { SimulationError } from './errors.ts';
import { gaveUp, type Process, type Wait, type WaitingPlace } from './process.ts';
import type { Resource } from './resource.ts';
import type { Simulation } from './simulation.ts';

/** Units of one resource, as part of what is taken together. */
export interface Part {
  resource: Resource;
  /** Default 1. */
  units?: number;
}

interface Request {
  readonly process: Process;
  readonly parts: readonly Part[];
  readonly priority: number;
  /** What gives the units back; empty while waiting. */
  readonly giveBack: (() => void)[];
}

/**
 * Takes units of several resources at one instant, or waits and holds none of them meanwhile; so processes that take what
 * they need together can never wait for each other in a circle. The outcome is 0, or `gaveUp` after `patience`. Every
 * resource is released by itself.
 *
 * ```ts
 * yield seizeTogether(simulation, [{ resource: theatres }, { resource: midwives, units: 2 }], { priority: -1 });
 * ```
 *
 * Requests for several resources are looked at by priority, then first come, first served, at the end of the event in which
 * one of them has become free. One that can't be served keeps nothing from the others: a later one whose resources are all free goes first. And
 * those in a resource's own line come before them. So where a resource is always wanted, a request for many can wait long.
 * @param options priority −255…255, lowest first, default 0; patience zero or more, default for ever
 */
export function seizeTogether(
  simulation: Simulation,
  parts: readonly Part[],
  options: { priority?: number; patience?: number } = {},
): Wait {
  const { priority = 0, patience = Infinity } = options;
  const process = simulation.waitingProcess();
  simulation.checkPriority(priority);
  check(simulation, parts);
  let line = lines.get(simulation);
  if (line === undefined) lines.set(simulation, (line = new LineForSeveral(simulation)));
  return line.seize({ process, parts, priority, giveBack: [] }, patience);
}

function check(simulation: Simulation, parts: readonly Part[]): void {
  const resources = new Set(parts.map(({ resource }) => resource));
  for (const { resource, units = 1 } of parts) {
    if (Number.isInteger(units) && units >= 1) continue;
    const remedy = 'it must be a whole number of one or more';
    throw new SimulationError(
      `A request for ${units} units is not possible: ${remedy}`,
      simulation.context(resource.name),
    );
  }
  if (parts.length > 0 && resources.size === parts.length) return;
  const remedy = 'name each resource once, with the number of units';
  throw new SimulationError(`Nothing, or a resource twice, can't be taken together: ${remedy}`, simulation.context());
}

/** Those who wait for several resources of one simulation. */
class LineForSeveral implements WaitingPlace {
  readonly name = 'several resources together';
  private readonly line: Request[] = [];
  /** The last request of each process, by its number. */
  private readonly requests: (Request | undefined)[] = [];
  /** The resources that anybody in line needs, and what ends the call that tells when they are free. */
  private readonly watched = new Map<Resource, () => void>();
  private readonly simulation: Simulation;
  private isScheduled = false;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
  }

  seize(request: Request, patience: number): Wait {
    const { process, parts, priority } = request;
    // Those in line come first when they are about to be looked at.
    if (areFree(parts) && (!this.isScheduled || patience === 0)) {
      take(request);
      return process.continueWith(0);
    }
    if (patience === 0) return process.continueWith(gaveUp);
    let at = this.line.length;
    while (at > 0 && this.line[at - 1]!.priority > priority) at--;
    this.line.splice(at, 0, request);
    this.requests[process.number] = request;
    for (const { resource } of parts) {
      if (!this.watched.has(resource)) this.watched.set(resource, resource.whenFree(this.scheduleService));
    }
    return process.standInLine(this, patience);
  }

  withdraw(process: Process): void {
    const request = this.requests[process.number];
    if (request === undefined) return;
    const at = this.line.indexOf(request);
    if (at >= 0) {
      this.line.splice(at, 1);
      this.endWatch();
    }
    for (const giveBack of request.giveBack) giveBack();
  }

  /** Service waits for the end of the event, since one who releases several resources does so one after the other. */
  private readonly scheduleService = (): void => {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.simulation.schedule(0, this.serve);
  };

  private readonly serve = (): void => {
    const { line } = this;
    for (let at = 0; at < line.length;) {
      const request = line[at]!;
      if (!areFree(request.parts)) {
        at++;
        continue;
      }
      line.splice(at, 1);
      take(request);
      request.process.wakeWith(0);
    }
    this.isScheduled = false;
    this.endWatch();
  };

  private endWatch(): void {
    if (this.line.length > 0) return;
    for (const end of this.watched.values()) end();
    this.watched.clear();
  }
}

function areFree(parts: readonly Part[]): boolean {
  for (const { resource, units = 1 } of parts) if (resource.free < units || resource.waiting > 0) return false;
  return true;
}

function take({ process, parts, priority, giveBack }: Request): void {
  for (const { resource, units = 1 } of parts) {
    giveBack.push(resource.claim(priority, units).begin(process, () => {}));
  }
}

const lines = new WeakMap<Simulation, LineForSeveral>();
