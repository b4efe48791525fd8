import { SimulationError, Tally, TimeWeighted, type Simulation } from '../../kernel/index.ts';

/** Called when a task begins: by whom, now, and when it will be over. */
export type TaskBegun = (midwife: number, start: number, end: number) => void;

interface Task {
  readonly ticket: number;
  readonly minutes: number;
  readonly since: number;
  readonly begun: TaskBegun;
}

interface DeskMidwife {
  readonly number: number;
  onDuty: boolean;
}

/**
 * Staff who do short tasks one at a time, first come, first served: the assessments of a reception, the checks of an
 * antenatal ward. Whoever has been idle longest takes the next task. While nobody is on duty the tasks wait; who leaves
 * finishes what she has begun.
 */
export class Desk {
  /** Minutes that each task waited before it began, zero included. */
  readonly waits = new Tally();
  /** Number of tasks that wait, over time. */
  readonly waiting: TimeWeighted;

  private readonly simulation: Simulation;
  private readonly name: string;
  /** On duty, or finishing a task. */
  private readonly midwives = new Map<number, DeskMidwife>();
  private readonly idle: DeskMidwife[] = [];
  private readonly line: Task[] = [];
  private tickets = 0;
  private onDuty = 0;

  /** @param name used in error messages */
  constructor(simulation: Simulation, name: string) {
    this.simulation = simulation;
    this.name = name;
    this.waiting = new TimeWeighted(simulation.now);
  }

  get midwivesOnDuty(): number {
    return this.onDuty;
  }

  /** A midwife comes on duty. @param midwife her number; nobody who is on duty here already */
  arrive(midwife: number): void {
    const known = this.midwives.get(midwife);
    if (known?.onDuty === true) this.fail(`Midwife ${midwife} cannot come on duty: she is on duty already`);
    this.onDuty++;
    if (known !== undefined) {
      // She is still at the last task of the shift before.
      known.onDuty = true;
      return;
    }
    const arrived = { number: midwife, onDuty: true };
    this.midwives.set(midwife, arrived);
    this.takeNext(arrived);
  }

  /** A midwife goes off duty, when she has finished what she does. */
  leave(midwife: number): void {
    const left = this.midwives.get(midwife);
    if (left?.onDuty !== true) this.fail(`Midwife ${midwife} cannot go off duty: she is not on duty`);
    this.onDuty--;
    left.onDuty = false;
    const index = this.idle.indexOf(left);
    if (index < 0) return;
    this.idle.splice(index, 1);
    this.midwives.delete(midwife);
  }

  /**
   * Asks for a task to be done: at once when somebody is idle, otherwise when it is its turn.
   * @param minutes how long it takes, zero or more
   * @param begun called when it begins, which may be before this returns
   * @returns a ticket to withdraw it with
   */
  serve(minutes: number, begun: TaskBegun): number {
    if (!(minutes >= 0 && minutes < Infinity)) {
      this.fail(`A task of ${minutes} minutes is not possible: it must be finite and zero or more`);
    }
    const task: Task = { ticket: ++this.tickets, minutes, since: this.simulation.now, begun };
    const midwife = this.idle.shift();
    if (midwife === undefined) {
      this.line.push(task);
      this.waiting.set(this.simulation.now, this.line.length);
    } else {
      this.begin(midwife, task);
    }
    return task.ticket;
  }

  /** Takes back a task that has not begun; false when it has. */
  withdraw(ticket: number): boolean {
    const index = this.line.findIndex((task) => task.ticket === ticket);
    if (index < 0) return false;
    this.line.splice(index, 1);
    this.waiting.set(this.simulation.now, this.line.length);
    return true;
  }

  /** Forgets the statistics gathered so far; tasks and midwives stay. */
  resetStatistics(now: number): void {
    this.waits.reset();
    this.waiting.reset(now);
  }

  private takeNext(midwife: DeskMidwife): void {
    const task = this.line.shift();
    if (task === undefined) {
      this.idle.push(midwife);
      return;
    }
    this.waiting.set(this.simulation.now, this.line.length);
    this.begin(midwife, task);
  }

  private begin(midwife: DeskMidwife, { minutes, since, begun }: Task): void {
    const { now } = this.simulation;
    this.waits.add(now - since);
    this.simulation.schedule(minutes, this.over, midwife.number);
    begun(midwife.number, now, now + minutes);
  }

  private readonly over = (number: number): void => {
    const midwife = this.midwives.get(number)!;
    if (midwife.onDuty) this.takeNext(midwife);
    else this.midwives.delete(number);
  };

  private fail(message: string): never {
    throw new SimulationError(message, this.simulation.context(this.name));
  }
}
