import type { Appointments } from './appointments.ts';

/** Appointments that lie before the clock's start, of the woman who is being registered. */
export class PastAppointments {
  private readonly appointments: Appointments;
  private readonly indices: number[] = [];

  constructor(appointments: Appointments) {
    this.appointments = appointments;
  }

  push(index: number): void {
    this.indices.push(index);
  }

  /** Takes out the one that begins first, or tells −1 when there is none left. */
  takeEarliest(): number {
    const { appointments, indices } = this;
    if (indices.length === 0) return -1;
    let earliest = 0;
    for (let place = 1; place < indices.length; place++) {
      if (appointments.start.at(indices[place]!) < appointments.start.at(indices[earliest]!)) earliest = place;
    }
    const index = indices[earliest]!;
    indices[earliest] = indices[indices.length - 1]!;
    indices.pop();
    return index;
  }
}
