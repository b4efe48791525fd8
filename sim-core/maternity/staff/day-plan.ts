import type { RepeatingPlan } from './rota-plan.ts';
import { ShiftCode } from './unit.ts';

const weeks = 4;
const weekdays = 5;

/**
 * A plan for people who work by day: 20 days in four weeks for a full-time position and in proportion for others, never
 * at weekends. Days are spread evenly over weeks, and over the days of the week as evenly as the people allow.
 */
export function dayPlan(positions: readonly number[]): RepeatingPlan {
  const days = weeks * 7;
  const shifts = new Uint8Array(positions.length * days);
  const present = new Int32Array(days);
  for (const [person, position] of positions.entries()) {
    const all = Math.round(weeks * weekdays * position);
    for (let week = 0; week < weeks; week++) {
      const count = Math.floor((all * (week + 1)) / weeks) - Math.floor((all * week) / weeks);
      const order = Array.from({ length: weekdays }, (_, index) => week * 7 + ((index + person) % weekdays));
      order.sort((a, b) => present[a]! - present[b]!);
      for (const day of order.slice(0, count)) {
        shifts[person * days + day] = ShiftCode.day;
        present[day]!++;
      }
    }
  }
  return { days, shifts };
}
