import { exponential, lognormal, RandomStream, Resource, Simulation, Tally } from '../../kernel/index.ts';
import type { ValidationCase } from './case.ts';
import { startArrivals } from './poisson-arrivals.ts';

const hoursPerYear = 8760;
const source = 'Erlang (1917); Gross et al., Fundamentals of Queueing Theory, 4th ed. 2008';

/** Draws a length of stay in hours. */
type StayLaw = (stream: RandomStream) => number;

const meanStay = 10;
const exponentialStay: StayLaw = (stream) => exponential(stream.next(), meanStay);

/** Published answers of A1; the share who wait long is published for one of the two only. */
interface WaitingAnswers {
  waits: number;
  meanWait: number;
  present: number;
  waitsLong?: number;
}

/** A1: labour rooms as M/M/c; women wait for a room. The clock counts hours. */
function waitingForRooms(id: string, rooms: number, birthsPerYear: number, answers: WaitingAnswers): ValidationCase {
  const { waits, meanWait, present, waitsLong } = answers;
  return {
    id,
    title: `${rooms} labour rooms, ${birthsPerYear} births a year of 10 h on average (M/M/${rooms})`,
    source,
    references: [
      { figure: 'P(wait)', value: waits, unit: 'probability' },
      { figure: 'mean wait', value: meanWait, unit: 'h' },
      { figure: 'women present', value: present, unit: 'women' },
      ...(waitsLong === undefined ? [] : [{ figure: 'P(wait > 30 min)', value: waitsLong, unit: 'probability' }]),
    ],
    replications: 80,
    replicate(seed, replication) {
      const simulation = new Simulation();
      const labourRooms = new Resource(simulation, 'labour rooms', rooms);
      const arrivals = new RandomStream(seed, replication, `${id}/arrivals`);
      const stays = new RandomStream(seed, replication, `${id}/stays`);
      const halfHour = 0.5;
      let waited = 0;
      let waitedLong = 0;
      let arrived = 0;
      let counting = false;
      startArrivals(simulation, arrivals, birthsPerYear / hoursPerYear, function* () {
        const since = simulation.now;
        const counts = counting;
        yield labourRooms.seize();
        if (counts) {
          arrived++;
          if (simulation.now > since) waited++;
          if (simulation.now > since + halfHour) waitedLong++;
        }
        yield simulation.delay(exponentialStay(stays));
        labourRooms.release();
      });
      simulation.run(hoursPerYear / 4);
      labourRooms.resetStatistics();
      counting = true;
      simulation.run(hoursPerYear * 8);
      const womenPresent = labourRooms.usage.mean(simulation.now) + labourRooms.queueLength.mean(simulation.now);
      const figures = [waited / arrived, labourRooms.waits.mean, womenPresent];
      return waitsLong === undefined ? figures : [...figures, waitedLong / arrived];
    },
  };
}

/** Stays with the same mean: the answer of A2 must not depend on which it is. */
const stayLaws: Record<string, StayLaw> = {
  constant: () => meanStay,
  exponential: exponentialStay,
  lognormal: (stream) => lognormal(stream.next(), meanStay / Math.sqrt(Math.E), 1),
  // One in ten stays nine times as long as the others.
  'hyper-exponential': (stream) => exponential(stream.next(), stream.next() < 0.1 ? meanStay * 5 : (meanStay * 5) / 9),
};

/** A2: a woman who finds all rooms taken goes elsewhere (M/G/c/c, Erlang's loss formula). */
function divertedWomen(
  id: string,
  rooms: number,
  birthsPerYear: number,
  diverted: number,
  busy: number,
): ValidationCase {
  return {
    id,
    title: `${rooms} labour rooms, ${birthsPerYear} births a year; who finds all taken goes elsewhere (M/G/${rooms}/${rooms})`,
    source,
    references: Object.keys(stayLaws).flatMap((law) => [
      { figure: `P(diverted), ${law} stays`, value: diverted, unit: 'probability' },
      { figure: `busy rooms, ${law} stays`, value: busy, unit: 'rooms' },
    ]),
    replications: 80,
    replicate: (seed, replication) =>
      Object.entries(stayLaws).flatMap(([law, stay]) => {
        const simulation = new Simulation();
        const labourRooms = new Resource(simulation, 'labour rooms', rooms);
        const arrivals = new RandomStream(seed, replication, `${id}/${law}/arrivals`);
        const stays = new RandomStream(seed, replication, `${id}/${law}/stays`);
        const served = new Tally();
        startArrivals(simulation, arrivals, birthsPerYear / hoursPerYear, function* () {
          const hasRoom = labourRooms.tryTake();
          served.add(hasRoom ? 1 : 0);
          if (!hasRoom) return;
          yield simulation.delay(stay(stays));
          labourRooms.release();
        });
        simulation.run(hoursPerYear / 4);
        labourRooms.resetStatistics();
        served.reset();
        simulation.run(hoursPerYear * 6);
        return [1 - served.mean, labourRooms.usage.mean(simulation.now)];
      }),
  };
}

/** A1 and A2: labour rooms, with women who wait and with women who go elsewhere. */
export const roomCases: ValidationCase[] = [
  waitingForRooms('A1a', 7, 3650, { waits: 0.159799, meanWait: 0.563995, present: 4.401664, waitsLong: 0.138691 }),
  waitingForRooms('A1b', 12, 7300, { waits: 0.175973, meanWait: 0.479927, present: 8.733272 }),
  divertedWomen('A2a', 7, 3650, 0.071479, 3.868836),
  divertedWomen('A2b', 12, 7300, 0.061255, 7.822874),
];
