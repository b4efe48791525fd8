import type { Simulation } from '../../kernel/index.ts';
import { Outcome, type Appointments } from './appointments.ts';
import type { ContactDays } from './contact-days.ts';

/**
 * Appointments by day. Only those of today are events: the pending set of the simulation stays small and quick to reach,
 * while some hundred thousand appointments wait for their day here, and those that are dropped meanwhile cost nothing.
 */
export class DayList {
  private readonly simulation: Simulation;
  private readonly days: ContactDays;
  private readonly appointments: Appointments;
  private readonly begin: (index: number) => void;
  /** Appointments of each day that is still to come. */
  private readonly lists: (number[] | undefined)[];

  constructor(simulation: Simulation, days: ContactDays, appointments: Appointments, begin: (index: number) => void) {
    this.simulation = simulation;
    this.days = days;
    this.appointments = appointments;
    this.begin = begin;
    this.lists = Array.from({ length: days.count });
  }

  /** Has an appointment begin at an instant, not before now. */
  add(index: number, start: number): void {
    const { simulation, days, lists } = this;
    const day = days.dayOf(start);
    const midnight = days.midnight(day);
    if (midnight <= simulation.now) {
      simulation.scheduleAt(start, this.begin, index);
      return;
    }
    const at = day - days.first;
    let list = lists[at];
    if (list === undefined) {
      lists[at] = list = [];
      simulation.scheduleAt(midnight, this.openDay, at);
    }
    list.push(index);
  }

  private readonly openDay = (at: number): void => {
    const { simulation, appointments } = this;
    const list = this.lists[at]!;
    // Rows lie far apart in memory. Asked for one after the other without work between, they are fetched together.
    let pending = 0;
    for (const index of list) {
      if (appointments.outcome.at(index) === Outcome.pending) list[pending++] = index;
    }
    for (let place = 0; place < pending; place++) {
      const index = list[place]!;
      simulation.scheduleAt(appointments.start.at(index), this.begin, index);
    }
    this.lists[at] = undefined;
  };
}
