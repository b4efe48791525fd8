const osloClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hourCycle: 'h23',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Milliseconds in a minute. */
export const minute = 60_000;

/** What a clock in Oslo shows at an instant, by the time zone database of the JavaScript engine. */
export function oslo(instant: number): { date: string; clock: number; weekday: number } {
  const parts: Record<string, string> = {};
  for (const { type, value } of osloClock.formatToParts(instant)) parts[type] = value;
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    clock: Number(parts.hour) * 60 + Number(parts.minute),
    weekday: weekdays.indexOf(parts.weekday!),
  };
}

/** The instant of local midnight in Oslo at the beginning of a date. */
export function osloMidnight(date: string): number {
  const utc = Date.parse(`${date}T00:00Z`);
  const found = [1, 2].map((hours) => utc - hours * 60 * minute).find((instant) => oslo(instant).clock === 0);
  if (found === undefined) throw new Error(`No midnight at ${date}`);
  return found;
}

/** What a clock in Oslo shows in each minute of a number of days from a date on. */
export function osloMinutes(date: string, days: number): ReturnType<typeof oslo>[] {
  const start = osloMidnight(date);
  const after = new Date(Date.parse(date) + days * 1440 * minute).toISOString().slice(0, 10);
  const end = osloMidnight(after);
  const shown: ReturnType<typeof oslo>[] = [];
  for (let instant = start; instant < end; instant += minute) shown.push(oslo(instant));
  return shown;
}
