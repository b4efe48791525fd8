import { Calendar, exponential, RandomStream, Simulation } from '../../kernel/index.ts';
import type { Person } from '../../maternity/staff/person.ts';
import { ContinuityTeam } from '../../maternity/teams/continuity-team.ts';
import type { ValidationCase } from './case.ts';

const minutesPerHour = 60;
const hoursPerYear = 8766;
const meanAttendance = 10;
const birthsPerYear = 120;
const years = 40;

const attendances: Record<string, (stream: RandomStream) => number> = {
  constant: () => meanAttendance,
  exponential: (stream) => exponential(stream.next(), meanAttendance),
};

interface TeamFigures {
  /** Share of the births that a midwife of the team attended. */
  known: number;
  /** Share that the one who is first on call attended. */
  firstOnCall: number;
}

/** A midwife of a team; only her number counts here. */
const teamMidwife = (number: number): Person => ({
  number,
  profession: 'midwife',
  employer: 'payer',
  unit: 0,
  otherUnits: [],
  position: 1,
  skills: [],
  fromDay: -Infinity,
  toDay: Infinity,
});

/**
 * Births of a team whose midwives are all on call all the time and need no rest, one birth at a time.
 * @param turnsChange false to leave the same midwife first on call throughout
 */
function attendBirths(
  midwives: number,
  attendance: (stream: RandomStream) => number,
  stream: RandomStream,
  turnsChange: boolean,
): TeamFigures {
  const simulation = new Simulation();
  const team = new ContinuityTeam(
    0,
    0,
    Array.from({ length: midwives }, (_, number) => teamMidwife(number)),
    {
      midwives,
      caseload: birthsPerYear,
      onCallMidwives: midwives,
      attendanceAfterBirth: 0,
      maximumAttendance: Infinity,
      rest: 0,
      enrolmentUntilWeek: 0,
      homeVisitShare: 0,
    },
    { start: '2027-01-01' },
    '08:00',
    new Calendar('2027-01-01'),
  );
  // A team that is always asked as of the first instant never sees a change of turns.
  const asOf = (): number => (turnsChange ? simulation.now : 0);
  let births = 0;
  let known = 0;
  let first = 0;
  const birth = (): void => {
    births++;
    const midwife = team.call(asOf());
    if (midwife >= 0) {
      known++;
      if (midwife === team.onCall(asOf(), 0)) first++;
      simulation.schedule(attendance(stream) * minutesPerHour, () => team.release(midwife, asOf()));
    }
    simulation.schedule(exponential(stream.next(), hoursPerYear / birthsPerYear) * minutesPerHour, birth);
  };
  simulation.schedule(0, birth);
  simulation.run(hoursPerYear * minutesPerHour * years);
  return { known: known / births, firstOnCall: first / births };
}

const source = 'Erlang’s loss formula';
const laws = Object.keys(attendances);

const oneOnCall: ValidationCase = {
  id: 'C1',
  title: `one on call at any time for ${birthsPerYear} births a year of ${meanAttendance} h, one birth at a time`,
  source,
  references: laws.map((law) => ({
    figure: `P(known midwife), ${law} attendance`,
    value: 0.879591,
    unit: 'probability',
  })),
  replications: 40,
  replicate: (seed, replication) =>
    Object.entries(attendances).map(
      ([law, attendance]) => attendBirths(1, attendance, new RandomStream(seed, replication, `C1/${law}`), true).known,
    ),
};

const twoOnCall: ValidationCase = {
  id: 'C2',
  title: `a first and a second on call at any time for ${birthsPerYear} births a year of ${meanAttendance} h, one birth at a time each`,
  source,
  references: laws.flatMap((law) => [
    { figure: `P(known midwife), ${law} attendance`, value: 0.991826, unit: 'probability' },
    { figure: `P(first on call), ${law} attendance, turns that never change`, value: 0.879591, unit: 'probability' },
  ]),
  replications: 40,
  replicate: (seed, replication) =>
    Object.entries(attendances).flatMap(([law, attendance]) => {
      const births = (turnsChange: boolean): TeamFigures =>
        attendBirths(
          2,
          attendance,
          new RandomStream(seed, replication, `C2/${law}/${turnsChange ? 'turns' : 'no turns'}`),
          turnsChange,
        );
      return [births(true).known, births(false).firstOnCall];
    }),
};

/** C1 and C2: a team's own midwives on call, and the share of births that they reach. */
export const teamCases: ValidationCase[] = [oneOnCall, twoOnCall];
