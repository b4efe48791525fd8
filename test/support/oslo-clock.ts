/**
 * Civil time in Oslo as the platform knows it, and the public holidays of some years typed in by hand: a second opinion
 * on the kernel's calendar.
 */
const minutesPerDay = 1440;
const millisecondsPerMinute = 60_000;

/** Every Norwegian public holiday from 1 December 2026 to 2 March 2028. */
const publicHolidays = new Set([
  '2026-12-25',
  '2026-12-26',
  '2027-01-01',
  '2027-03-25',
  '2027-03-26',
  '2027-03-28',
  '2027-03-29',
  '2027-05-01',
  '2027-05-06',
  '2027-05-16',
  '2027-05-17',
  '2027-12-25',
  '2027-12-26',
  '2028-01-01',
]);

const osloTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});

export interface LocalMinute {
  /** yyyy-mm-dd */
  date: string;
  /** Minutes after midnight as a wall clock shows them. */
  clock: number;
  isWeekend: boolean;
  isPublicHoliday: boolean;
}

/** What date and time it is in Oslo some minutes after local midnight of a date in winter. */
export function localMinute(clockStart: string, minutes: number): LocalMinute {
  const instant = Date.parse(`${clockStart}T00:00:00+01:00`) + minutes * millisecondsPerMinute;
  const [date = '', time = ''] = osloTime.format(instant).split(' ');
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return {
    date,
    clock: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)),
    isWeekend: weekday === 0 || weekday === 6,
    isPublicHoliday: publicHolidays.has(date),
  };
}

const slot = 30;

/** Local time in slots of half an hour, long enough for every clock time that the base data holds. */
export class LocalSlots {
  private readonly slots: LocalMinute[];
  private readonly indexOf = new Map<string, number>();

  constructor(clockStart: string, days: number) {
    this.slots = Array.from({ length: (days * minutesPerDay) / slot }, (_, index) =>
      localMinute(clockStart, index * slot),
    );
    // Of an hour that comes twice the first is meant.
    this.slots.forEach(({ date, clock }, index) => {
      const key = `${date} ${clock}`;
      if (!this.indexOf.has(key)) this.indexOf.set(key, index);
    });
  }

  /** Minutes from the start until a wall clock shows this. @param clock hh:mm, on the half hour */
  minutesAt(date: string, clock: string): number {
    const [hours, minutes] = clock.split(':');
    return this.indexOf.get(`${date} ${Number(hours) * 60 + Number(minutes)}`)! * slot;
  }

  /** Hours between two instants in slots that fulfil a condition. */
  hoursWhere(from: number, to: number, condition: (at: LocalMinute) => boolean): number {
    let minutes = 0;
    for (let index = Math.floor(from / slot); index * slot < to; index++) {
      if (!condition(this.slots[index]!)) continue;
      minutes += Math.min(to, (index + 1) * slot) - Math.max(from, index * slot);
    }
    return minutes / 60;
  }
}
