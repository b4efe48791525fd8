import { Preemption } from './errors.ts';

/** What happens to those who hold a unit that closes: see `UnitPool.close`. */
export type ClosingRule = 'finish' | 'leave' | 'pre-empt';

export interface UnitPoolOptions<Unit> {
  /** How much load a unit can carry at once, more than zero. Default 1 for every unit. */
  loadCapacity?: (unit: Unit, index: number) => number;
  /** What happens to those who hold a unit when it closes, unless `close` says otherwise. Default 'finish'. */
  whenClosing?: ClosingRule;
}

export interface UnitRequest<Unit> {
  /** Which units will do. Default: all. */
  acceptable?: (unit: Unit, index: number) => boolean;
  /** Among the free units that will do, the one with the lowest number is taken; of equals the first. Default: the first. */
  prefer?: (unit: Unit, index: number) => number;
  /** −255…255, lowest first. Default 0. */
  priority?: number;
  /** How long to wait before giving up; 0 takes what is free and does not wait. Default: for ever. */
  patience?: number;
  /** How much of the unit's load capacity is wanted, more than zero. Default: all of it. */
  load?: number;
}

/** From `at` on, the unit is open or closed. */
export interface UnitChange {
  at: number;
  open: boolean;
}

/** The reason of an `Interruption` when a unit of a pool closes under a process, which then no longer holds it. */
export class UnitPreemption extends Preemption {
  readonly unit: number;

  constructor(pool: string, kind: 'pre-empted' | 'closed', unit: number) {
    super(pool, kind);
    this.unit = unit;
  }
}
