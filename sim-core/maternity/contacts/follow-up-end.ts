import type { Appointments } from './appointments.ts';

const noContact = -1;

/** Which of a woman's contacts is the last of her follow-up, known by its draw however often it is moved. */
export class FollowUpEnd {
  private readonly appointments: Appointments;
  private readonly lastDraw: Int32Array;

  /** @param women number of women */
  constructor(appointments: Appointments, women: number) {
    this.appointments = appointments;
    this.lastDraw = new Int32Array(women).fill(noContact);
  }

  /** @param woman her number @param draw −1 when none of her contacts is the last */
  comesWith(woman: number, draw: number): void {
    this.lastDraw[woman] = draw;
  }

  /** Whether her follow-up is over with an appointment. */
  isWith(woman: number, index: number): boolean {
    return this.lastDraw[woman] === this.appointments.draw.at(index);
  }
}
