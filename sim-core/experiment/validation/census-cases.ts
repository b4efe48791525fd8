import { cos } from '../../kernel/elementary.ts';
import {
  exponential,
  nextThinnedArrival,
  RandomStream,
  Resource,
  Simulation,
  Tally,
  type ProcessBody,
} from '../../kernel/index.ts';
import type { ValidationCase } from './case.ts';
import { startArrivals, withoutLimit } from './poisson-arrivals.ts';

const hoursPerDay = 24;
const hoursPerYear = 8760;
const warmUpDays = 30;
const days = 1500;

/** A3: postnatal beds without limit; the census is Poisson whatever the law of the stays (M/G/∞). */
const postnatalCensus: ValidationCase = {
  id: 'A3b',
  title: 'postnatal beds without limit, 20 women a day, Erlang-3 stays of 2.2 days on average (M/G/∞)',
  source: 'Takács, Introduction to the Theory of Queues, 1962',
  references: [
    { figure: 'mean census', value: 44, unit: 'women' },
    { figure: 'variance of the census', value: 44, unit: 'women²' },
    // A quantile of whole numbers is a whole number in every replication, so its mean has no standard error to go by.
    { figure: '95th percentile', value: 55, unit: 'women', tolerance: 0.5 },
    { figure: 'P(census > 50)', value: 0.163109, unit: 'probability' },
  ],
  replications: 80,
  replicate(seed, replication) {
    const meanDays = 2.2;
    const womenPerDay = 20;
    const phases = 3;
    const simulation = new Simulation();
    const beds = new Resource(simulation, 'postnatal beds', withoutLimit);
    const arrivals = new RandomStream(seed, replication, 'A3b/arrivals');
    const stays = new RandomStream(seed, replication, 'A3b/stays');
    startArrivals(simulation, arrivals, womenPerDay / hoursPerDay, function* () {
      beds.tryTake();
      for (let phase = 0; phase < phases; phase++) {
        yield simulation.delay(exponential(stays.next(), (meanDays * hoursPerDay) / phases));
      }
      beds.release();
    });
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

const censusHours = [0, 6, 12, 18];
const birthsPerHour = 28 / hoursPerDay;
/** How far the rate of births swings to either side of its mean, as a share of it. */
const swing = 0.3;

/** Births an hour: a sine over the day that is highest at six. */
function birthRate(time: number): number {
  return birthsPerHour * (1 + swing * cos((2 * Math.PI * (time - hoursPerDay / 4)) / hoursPerDay));
}

/** Mean number of women present at each of the hours. */
function censusByHour(
  seed: string,
  replication: number,
  law: string,
  stay: (stream: RandomStream) => number,
): number[] {
  const simulation = new Simulation();
  const beds = new Resource(simulation, 'beds', withoutLimit);
  const arrivals = new RandomStream(seed, replication, `A6/${law}/arrivals`);
  const stays = new RandomStream(seed, replication, `A6/${law}/stays`);
  function* woman(): ProcessBody {
    beds.tryTake();
    yield simulation.delay(stay(stays));
    beds.release();
  }
  const expectNext = (): void => {
    const next = nextThinnedArrival(arrivals, simulation.now, birthsPerHour * (1 + swing), birthRate, Infinity);
    simulation.scheduleAt(next, arrive);
  };
  const arrive = (): void => {
    simulation.start('woman', woman());
    expectNext();
  };
  expectNext();
  const observed = censusHours.map(() => new Tally());
  for (let day = warmUpDays; day < days; day++) {
    observed.forEach((tally, index) => {
      simulation.scheduleAt(day * hoursPerDay + censusHours[index]!, () => tally.add(beds.inUse));
    });
  }
  simulation.run(days * hoursPerDay);
  return observed.map((tally) => tally.mean);
}

/** A6: births vary by hour, beds without limit; the census at 0, 6, 12 and 18 o'clock. */
const hourOfDayCensus: ValidationCase = {
  id: 'A6',
  title: 'births that vary by hour, beds without limit: census by hour of day (Mt/G/∞)',
  source: 'Eick, Massey & Whitt, Management Science 39, 1993',
  references: [
    ...[9.367154, 10.980795, 11.632846, 10.019205].map((value, index) => ({
      figure: `mean census at ${censusHours[index]} h, exponential stay of 9 h`,
      value,
      unit: 'women',
    })),
    ...censusHours.map((hour) => ({
      figure: `mean census at ${hour} h, constant stay of 48 h`,
      value: 56,
      unit: 'women',
    })),
  ],
  replications: 80,
  replicate: (seed, replication) => [
    ...censusByHour(seed, replication, 'exponential', (stream) => exponential(stream.next(), 9)),
    ...censusByHour(seed, replication, 'constant', () => 48),
  ],
};

/** A7: ready after 48 h on average, leaves at the next 11:00. */
const dischargeRound: ValidationCase = {
  id: 'A7',
  title: '20 births a day, ready after 48 h on average, home at the next 11:00',
  source: 'half a day more than the stay on average, and Little’s law',
  references: [
    { figure: 'mean stay', value: 60, unit: 'h' },
    { figure: 'mean census just after 11:00', value: 40, unit: 'women' },
    { figure: 'mean census just before 11:00', value: 60, unit: 'women' },
  ],
  replications: 80,
  replicate(seed, replication) {
    const round = 11;
    const simulation = new Simulation();
    const beds = new Resource(simulation, 'beds', withoutLimit);
    const births = new RandomStream(seed, replication, 'A7/births');
    const ready = new RandomStream(seed, replication, 'A7/ready');
    const stay = new Tally();
    startArrivals(simulation, births, 20 / hoursPerDay, function* () {
      const bornAt = simulation.now;
      beds.tryTake();
      const readyAt = bornAt + exponential(ready.next(), 48);
      const leavesAt = Math.ceil((readyAt - round) / hoursPerDay) * hoursPerDay + round;
      if (bornAt > warmUpDays * hoursPerDay) stay.add(leavesAt - bornAt);
      yield simulation.delay(leavesAt - bornAt);
      beds.release();
    });
    const before = new Tally();
    const after = new Tally();
    for (let day = warmUpDays; day < days; day++) {
      // Women leave a rounding error before or after the stroke of eleven, so the count is taken a second to either side.
      const second = 1 / 3600;
      const at = day * hoursPerDay + round;
      simulation.scheduleAt(at - second, () => before.add(beds.inUse));
      simulation.scheduleAt(at + second, () => after.add(beds.inUse));
    }
    simulation.run(days * hoursPerDay);
    return [stay.mean, after.mean, before.mean];
  },
};

/** A3, A6 and A7: beds without limit, and how many women are in them when. */
export const censusCases: ValidationCase[] = [postnatalCensus, hourOfDayCensus, dischargeRound];
