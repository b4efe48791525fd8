import {
  gaveUp,
  Interruption,
  Preemption,
  Resource,
  Simulation,
  type ProcessBody,
  type ResourceOptions,
} from '../../sim-core/kernel/index.ts';

/** Rooms, and processes that take some, stay and give them back, with a log of every step. */
export function setting(capacity: number, options: ResourceOptions = {}) {
  const simulation = new Simulation();
  const rooms = new Resource(simulation, 'rooms', capacity, options);
  const log: (string | number)[][] = [];
  const note = (name: string, ...what: (string | number)[]) => log.push([simulation.now, name, ...what]);

  /** Takes units, stays, and gives them back; notes every step and why it was thrown out. */
  function* stay(name: string, stays: number, priority = 0, units = 1, patience = Infinity): ProcessBody {
    try {
      if ((yield rooms.seize(priority, patience, units)) === gaveUp) {
        note(name, 'gave up');
        return;
      }
      note(name, 'in');
      yield simulation.delay(stays);
      rooms.release(units);
      note(name, 'out');
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      note(name, kindOf(error), error.remaining);
    }
  }
  const start = (at: number, name: string, ...plan: [number, number?, number?, number?]) =>
    simulation.start(name, stay(name, ...plan), at);
  const entries = () => log.filter(([, , what]) => what === 'in').map(([time, name]) => [time, name]);
  return { simulation, rooms, log, note, start, entries };
}

/** Why a process was interrupted, in words. */
export function kindOf({ reason }: Interruption): string {
  return reason instanceof Preemption ? `${reason.kind} in ${reason.resource}` : String(reason);
}
