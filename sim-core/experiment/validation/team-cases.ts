import { Calendar, exponential, RandomStream, Simulation } from '../../kernel/index.ts';
import { ContinuityTeam } from '../../maternity/continuity-team.ts';
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

/** Births of a team whose midwives are all on call all the time and need no rest; shares of them with a team midwife. */
function knownMidwife(id: string, midwives: number, value: number): ValidationCase {
  return {
    id,
    title: `${midwives} on call at any time for ${birthsPerYear} births a year of ${meanAttendance} h, one birth at a time`,
    source: 'Erlang’s loss formula',
    references: Object.keys(attendances).map((law) => ({
      figure: `P(known midwife), ${law} attendance`,
      value,
      unit: 'probability',
    })),
    replications: 40,
    replicate: (seed, replication) =>
      Object.entries(attendances).map(([law, attendance]) => {
        const simulation = new Simulation();
        const team = new ContinuityTeam(
          0,
          0,
          'payer',
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
        const stream = new RandomStream(seed, replication, `${id}/${law}`);
        let births = 0;
        let known = 0;
        const birth = (): void => {
          births++;
          const midwife = team.call(simulation.now);
          if (midwife >= 0) {
            known++;
            simulation.schedule(attendance(stream) * minutesPerHour, () => team.release(midwife, simulation.now));
          }
          simulation.schedule(exponential(stream.next(), hoursPerYear / birthsPerYear) * minutesPerHour, birth);
        };
        simulation.schedule(0, birth);
        simulation.run(hoursPerYear * minutesPerHour * years);
        return known / births;
      }),
  };
}

export const teamCases: ValidationCase[] = [knownMidwife('C1', 1, 0.879591)];
