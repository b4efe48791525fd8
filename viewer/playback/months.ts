/** A first day of a month within the horizon. */
export interface MonthStart {
  /** Minute of the clock at which it begins. */
  midnight: number;
  month: number;
  year: number;
}

/** Months between two names, the closest together first. */
const steps = [1, 2, 3, 6, 12];

/**
 * The months that are named on a timeline: every one, every other and so on, as there is room for, always with January.
 *
 * @param monthWidth width of a month @param nameWidth width that a name needs with the space beside it, in the same unit
 */
export function namedMonths(months: readonly MonthStart[], monthWidth: number, nameWidth: number): MonthStart[] {
  const step = steps.find((candidate) => candidate * monthWidth >= nameWidth) ?? steps.at(-1)!;
  return months.filter(({ month }) => (month - 1) % step === 0);
}

/** Whether the first days lie in more than one calendar year, so that the names of months alone do not tell which is meant. */
export function spansYears(months: readonly MonthStart[]): boolean {
  return months.length > 0 && months[0]!.year !== months.at(-1)!.year;
}
