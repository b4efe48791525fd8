import { Calendar, exponential, RandomStream, Simulation } from '../../kernel/index.ts';
import type { Person } from '../../maternity/staff/person.ts';
import { ContinuityTeam } from '../../maternity/teams/continuity-team.ts';
import { plainFollowUp, type TeamParameters } from '../../maternity/teams/team-parameters.ts';
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
  /** Share of the time that somebody is with a woman. */
  busy: number;
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
 * Births of a team whose midwives are all on call, all the time unless hours are given, and need no rest, one birth at a time.
 * @param turnsChange false to leave the same midwife first on call throughout
 * @param births of the team in a year @param own what is different about the team
 */
function attendBirths(
  midwives: number,
  attendance: (stream: RandomStream) => number,
  stream: RandomStream,
  turnsChange: boolean,
  births = birthsPerYear,
  own: Partial<TeamParameters> = {},
): TeamFigures {
  const simulation = new Simulation();
  const team = new ContinuityTeam(
    0,
    0,
    Array.from({ length: midwives }, (_, number) => teamMidwife(number)),
    {
      midwives,
      caseload: births,
      onCallMidwives: midwives,
      attendanceAfterBirth: 0,
      maximumAttendance: Infinity,
      rest: 0,
      enrolmentUntilWeek: 0,
      homeVisitShare: 0,
      ...plainFollowUp,
      ...own,
    },
    { start: '2027-01-01' },
    '08:00',
    new Calendar('2027-01-01'),
  );
  // A team that is always asked as of the first instant never sees a change of turns.
  const asOf = (): number => (turnsChange ? simulation.now : 0);
  let all = 0;
  let known = 0;
  let first = 0;
  let attended = 0;
  const end = hoursPerYear * minutesPerHour * years;
  const birth = (): void => {
    all++;
    const midwife = team.call(asOf());
    if (midwife >= 0) {
      known++;
      if (midwife === team.onCall(asOf(), 0)) first++;
      const length = attendance(stream) * minutesPerHour;
      attended += Math.min(length, end - simulation.now);
      simulation.schedule(length, () => team.release(midwife, asOf()));
    }
    simulation.schedule(exponential(stream.next(), hoursPerYear / births) * minutesPerHour, birth);
  };
  simulation.schedule(0, birth);
  simulation.run(end);
  return { known: known / all, firstOnCall: first / all, busy: attended / end };
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

const byDayOnly: ValidationCase = {
  id: 'C4',
  title: `one on call from 7 to 23 for ${birthsPerYear} births a year of ${meanAttendance} h that may run past 23, one birth at a time`,
  source: 'Erlang’s loss system whose arrivals are let in for 16 hours a day, solved as a differential equation',
  references: [
    { figure: 'P(known midwife), exponential attendance', value: 0.608354, unit: 'probability' },
    // Little's law: those attended a year, by the length of an attendance.
    { figure: 'share of all hours spent with women, exponential attendance', value: 0.083279, unit: 'share' },
  ],
  replications: 40,
  replicate(seed, replication) {
    const stream = new RandomStream(seed, replication, 'C4');
    const hours = { onCallFrom: '07:00', onCallTo: '23:00' };
    const { known, busy } = attendBirths(1, attendances.exponential!, stream, true, birthsPerYear, hours);
    return [known, busy];
  },
};

/** The caseload of a team of four. */
const womenOfTeam = 150;

const busyOnCall: ValidationCase = {
  id: 'busy-on-call',
  title: `one on call at any time for ${womenOfTeam} births a year of ${meanAttendance} h, one birth at a time`,
  source,
  references: laws.map((law) => ({
    figure: `share of the time on call spent with women, ${law} attendance`,
    value: 0.146118,
    unit: 'share',
  })),
  replications: 40,
  replicate: (seed, replication) =>
    Object.entries(attendances).map(
      ([law, attendance]) =>
        attendBirths(1, attendance, new RandomStream(seed, replication, `busy/${law}`), true, womenOfTeam).busy,
    ),
};

/** A team's own midwives on call, the share of births that they reach, and how much of their time it takes. */
export const teamCases: ValidationCase[] = [oneOnCall, twoOnCall, byDayOnly, busyOnCall];
