import {
  exponential,
  lognormal,
  RandomStream,
  Resource,
  Simulation,
  Tally,
  type ProcessBody,
} from '../../kernel/index.ts';
import type { ValidationCase } from './case.ts';

const hoursPerYear = 8760;
const source = 'Erlang (1917); Gross et al., Fundamentals of Queueing Theory, 4th ed. 2008';

/** Draws a length of stay in hours. */
type StayLaw = (stream: RandomStream) => number;

const meanStay = 10;
const exponentialStay: StayLaw = (stream) => exponential(stream.next(), meanStay);

/** A1: labour rooms as M/M/c; women wait for a room. The clock counts hours. */
function waitingForRooms(id: string, rooms: number, birthsPerYear: number, references: number[]): ValidationCase {
  const [probability, wait, women, long] = references;
  return {
    id,
    title: `${rooms} labour rooms, ${birthsPerYear} births a year of 10 h on average (M/M/${rooms})`,
    source,
    references: [
      { figure: 'P(wait)', value: probability!, unit: 'probability' },
      { figure: 'mean wait', value: wait!, unit: 'h' },
      { figure: 'women present', value: women!, unit: 'women' },
      ...(long === undefined ? [] : [{ figure: 'P(wait > 30 min)', value: long, unit: 'probability' }]),
    ],
    replications: 40,
    replicate(seed, replication) {
      const simulation = new Simulation();
      const labourRooms = new Resource(simulation, 'labour rooms', rooms);
      const stays = new RandomStream(seed, replication, `${id}/stays`);
      const halfHour = 0.5;
      let waited = 0;
      let waitedLong = 0;
      let arrived = 0;
      let counting = false;
      function* woman(): ProcessBody {
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
      }
      startArrivals(simulation, new RandomStream(seed, replication, `${id}/arrivals`), birthsPerYear, woman);
      simulation.run(hoursPerYear / 4);
      labourRooms.resetStatistics();
      counting = true;
      simulation.run(hoursPerYear * 8);
      const present = labourRooms.usage.mean(simulation.now) + labourRooms.queueLength.mean(simulation.now);
      const figures = [waited / arrived, labourRooms.waits.mean, present];
      return long === undefined ? figures : [...figures, waitedLong / arrived];
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
    replications: 20,
    replicate: (seed, replication) =>
      Object.entries(stayLaws).flatMap(([law, stay]) => {
        const simulation = new Simulation();
        const labourRooms = new Resource(simulation, 'labour rooms', rooms);
        const stays = new RandomStream(seed, replication, `${id}/${law}/stays`);
        const served = new Tally();
        function* woman(): ProcessBody {
          const hasRoom = labourRooms.tryTake();
          served.add(hasRoom ? 1 : 0);
          if (!hasRoom) return;
          yield simulation.delay(stay(stays));
          labourRooms.release();
        }
        startArrivals(simulation, new RandomStream(seed, replication, `${id}/${law}/arrivals`), birthsPerYear, woman);
        simulation.run(hoursPerYear / 4);
        labourRooms.resetStatistics();
        served.reset();
        simulation.run(hoursPerYear * 6);
        return [1 - served.mean, labourRooms.usage.mean(simulation.now)];
      }),
  };
}

/** A3: postnatal beds without limit; the census is Poisson whatever the law of the stays (M/G/∞). */
const postnatalCensus: ValidationCase = {
  id: 'A3b',
  title: 'postnatal beds without limit, 20 women a day, Erlang-3 stays of 2.2 days on average (M/G/∞)',
  source,
  references: [
    { figure: 'mean census', value: 44, unit: 'women' },
    { figure: 'variance of the census', value: 44, unit: 'women²' },
    // A quantile of whole numbers is a whole number in every replication, so its mean has no standard error to go by.
    { figure: '95th percentile', value: 55, unit: 'women', tolerance: 0.5 },
    { figure: 'P(census > 50)', value: 0.163109, unit: 'probability' },
  ],
  replications: 20,
  replicate(seed, replication) {
    const meanDays = 2.2;
    const womenPerDay = 20;
    const phases = 3;
    const simulation = new Simulation();
    const beds = new Resource(simulation, 'postnatal beds', 1000);
    const stays = new RandomStream(seed, replication, 'A3b/stays');
    function* woman(): ProcessBody {
      yield beds.seize();
      for (let phase = 0; phase < phases; phase++) {
        yield simulation.delay(exponential(stays.next(), (meanDays * 24) / phases));
      }
      beds.release();
    }
    startArrivals(simulation, new RandomStream(seed, replication, 'A3b/arrivals'), womenPerDay * 365, woman);
    simulation.run(hoursPerYear / 12);
    beds.resetStatistics();
    simulation.run(hoursPerYear * 8);
    const { now } = simulation;
    return [
      beds.usage.mean(now),
      beds.usage.variance(now),
      beds.usage.quantile(now, 0.95),
      beds.usage.shareAbove(now, 50),
    ];
  },
};

export const queueCases: ValidationCase[] = [
  waitingForRooms('A1a', 7, 3650, [0.159799, 0.563995, 4.401664, 0.138691]),
  waitingForRooms('A1b', 12, 7300, [0.175973, 0.479927, 8.733272]),
  divertedWomen('A2a', 7, 3650, 0.071479, 3.868836),
  postnatalCensus,
];

/** Poisson arrivals, each the start of a process. */
function startArrivals(
  simulation: Simulation,
  stream: RandomStream,
  perYear: number,
  arrival: () => ProcessBody,
): void {
  const arrive = (): void => {
    simulation.schedule(exponential(stream.next(), hoursPerYear / perYear), () => {
      simulation.start('woman', arrival());
      arrive();
    });
  };
  arrive();
}
