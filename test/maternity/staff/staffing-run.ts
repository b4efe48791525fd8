import { Simulation, Trace, TraceLog, type Calendar } from '../../../sim-core/kernel/index.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { ShiftTimes } from '../../../sim-core/maternity/staff/shift-times.ts';
import { Staffing } from '../../../sim-core/maternity/staff/staffing.ts';
import type { Workforce } from '../../../sim-core/maternity/staff/workforce.ts';
import { changed, clockOf, dateAfter, shippedInputs } from '../../support/scenarios.ts';
import { madeWorkforce, type MadeUnit } from './made-workforce.ts';

/** Somebody came on duty or went off. */
export interface Duty {
  time: number;
  unit: number;
  person: number;
  /** When her shift ends; NaN when she leaves. */
  until: number;
}

export interface StaffingRun {
  calendar: Calendar;
  inputs: ModelInputs;
  workforce: Workforce;
  shiftTimes: ShiftTimes;
  staffing: Staffing;
  duties: Duty[];
  hired: { unit: number; start: number; end: number }[];
  booked: [person: number, unit: number, kind: number, start: number, end: number][];
  trace: TraceLog;
}

/** Read once: every run has a copy. */
let shipped: ModelInputs | undefined;

/** Runs the staffing of some made units for so many days from a date on, and counts all shifts but the night under way. */
export function runStaffing(
  units: readonly MadeUnit[],
  { start = '2027-01-04', days = 28, seed = 'staff', replication = 0 },
  change: (inputs: ModelInputs) => void = () => {},
): StaffingRun {
  shipped ??= shippedInputs('dagens');
  const inputs = changed(shipped, (copy) => {
    copy.horizon = { start, end: dateAfter(start, days - 1), warmUpDays: 0 };
    change(copy);
  });
  const { calendar, to } = clockOf(inputs);
  const workforce = madeWorkforce(units, days + 100);
  const shiftTimes = new ShiftTimes(inputs, calendar);
  const simulation = new Simulation();
  const trace = new Trace(true);
  const run = { calendar, inputs, workforce, shiftTimes, duties: [], hired: [], booked: [] } as Omit<
    StaffingRun,
    'staffing' | 'trace'
  >;
  const staffing = new Staffing({
    simulation,
    calendar,
    inputs,
    workforce,
    shiftTimes,
    seed,
    replication,
    trace,
    onWorked: (...spell) => run.booked.push(spell),
    onHired: (unit, begin, end) => run.hired.push({ unit, start: begin, end }),
  });
  for (const { index: unit } of workforce.units) {
    staffing.listen(unit, {
      arrive: (person, until) => run.duties.push({ time: simulation.now, unit, person, until }),
      leave: (person) => run.duties.push({ time: simulation.now, unit, person, until: NaN }),
    });
  }
  staffing.start();
  simulation.run(1);
  staffing.startCounting();
  // A day more, so that the last night goes home.
  simulation.run(to + 1440);
  return { ...run, staffing, trace: new TraceLog(trace.rows()) };
}

/** Spells of each person in order of time. */
export function spellsOf({
  staffing,
  workforce,
}: StaffingRun): { start: number; end: number; kind: number; unit: number }[][] {
  const { worked } = staffing;
  const spells: { start: number; end: number; kind: number; unit: number }[][] = workforce.people.map(() => []);
  for (let index = 0; index < worked.length; index++) {
    spells[worked.person.at(index)]!.push({
      start: worked.start.at(index),
      end: worked.end.at(index),
      kind: worked.kind.at(index),
      unit: worked.unit.at(index),
    });
  }
  return spells.map((list) => list.sort((a, b) => a.start - b.start));
}

export const total = (counts: Iterable<number>): number => Array.from(counts).reduce((sum, value) => sum + value, 0);
