import { exponential, gamma, gaveUp, RandomStream, Resource, Simulation, Tally } from '../../kernel/index.ts';
import type { ValidationCase } from './case.ts';
import { startArrivals } from './poisson-arrivals.ts';

const hoursPerYear = 8760;

/** Kinds of operations, the most urgent first: how many an hour, mean length in hours, squared coefficient of variation. */
const operationKinds = [
  { rate: 0.05, mean: 0.9, variation: 0.25 },
  { rate: 0.15, mean: 1, variation: 0.25 },
  { rate: 0.2, mean: 1.25, variation: 0.16 },
];

/** A4: one theatre, three priorities, nobody interrupted. */
const theatrePriorities: ValidationCase = {
  id: 'A4',
  title: 'one theatre, three priorities, nobody interrupted (M/G/1 with priorities)',
  source: 'Cobham, Operations Research 2, 1954',
  references: [
    { figure: 'mean wait, most urgent', value: 0.314463, unit: 'h' },
    { figure: 'mean wait, urgent', value: 0.390638, unit: 'h' },
    { figure: 'mean wait, planned', value: 0.672178, unit: 'h' },
  ],
  replications: 80,
  replicate(seed, replication) {
    const simulation = new Simulation();
    const theatre = new Resource(simulation, 'theatre', 1);
    const waits = operationKinds.map(() => new Tally());
    operationKinds.forEach(({ rate, mean, variation }, priority) => {
      const arrivals = new RandomStream(seed, replication, `A4/arrivals/${priority}`);
      const operations = new RandomStream(seed, replication, `A4/operations/${priority}`);
      startArrivals(simulation, arrivals, rate, function* () {
        const since = simulation.now;
        yield theatre.seize(priority);
        waits[priority]!.add(simulation.now - since);
        yield simulation.delay(gamma(operations.next(), mean, mean * Math.sqrt(variation)));
        theatre.release();
      });
    });
    simulation.run(hoursPerYear / 12);
    for (const tally of waits) tally.reset();
    simulation.run(hoursPerYear * 8);
    return waits.map((tally) => tally.mean);
  },
};

/** A11: women who give up waiting. */
const givingUp: ValidationCase = {
  id: 'A11',
  title: '4 rooms, 1 arrival an hour of 4 h on average, gives up after 2 h on average (Erlang-A)',
  source: 'Palm (1957); Garnett, Mandelbaum & Reiman, Manufacturing & Service Operations Management 4, 2002',
  references: [
    { figure: 'P(wait)', value: 0.497256, unit: 'probability' },
    { figure: 'mean line', value: 0.453178, unit: 'women' },
    { figure: 'P(gives up)', value: 0.226589, unit: 'probability' },
  ],
  replications: 80,
  replicate(seed, replication) {
    const simulation = new Simulation();
    const rooms = new Resource(simulation, 'rooms', 4);
    const stays = new RandomStream(seed, replication, 'A11/stays');
    const patience = new RandomStream(seed, replication, 'A11/patience');
    const waited = new Tally();
    const left = new Tally();
    startArrivals(simulation, new RandomStream(seed, replication, 'A11/arrivals'), 1, function* () {
      waited.add(rooms.free === 0 ? 1 : 0);
      const outcome = yield rooms.seize(0, exponential(patience.next(), 2));
      left.add(outcome === gaveUp ? 1 : 0);
      if (outcome === gaveUp) return;
      yield simulation.delay(exponential(stays.next(), 4));
      rooms.release();
    });
    simulation.run(hoursPerYear / 12);
    rooms.resetStatistics();
    waited.reset();
    left.reset();
    simulation.run(hoursPerYear * 3);
    return [waited.mean, rooms.queueLength.mean(simulation.now), left.mean];
  },
};

/** A14: three units in line, no blocking. */
const unitsInLine: ValidationCase = {
  id: 'A14',
  title: 'observation → labour → postnatal, exponential stays, no blocking (M/M/c in tandem)',
  source: 'Jackson, Operations Research 5, 1957',
  references: [
    { figure: 'women in observation', value: 1.045455, unit: 'women' },
    { figure: 'women in labour', value: 4.890998, unit: 'women' },
    { figure: 'women on the postnatal ward', value: 19.251351, unit: 'women' },
    { figure: 'mean time in all', value: 50.375607, unit: 'h' },
  ],
  replications: 80,
  replicate(seed, replication) {
    const simulation = new Simulation();
    const units = [
      { unit: new Resource(simulation, 'observation', 3), stay: 2 },
      { unit: new Resource(simulation, 'labour', 7), stay: 9 },
      { unit: new Resource(simulation, 'postnatal', 22), stay: 36 },
    ];
    const stays = new RandomStream(seed, replication, 'A14/stays');
    const time = new Tally();
    startArrivals(simulation, new RandomStream(seed, replication, 'A14/arrivals'), 0.5, function* () {
      const since = simulation.now;
      for (const { unit, stay } of units) {
        yield unit.seize();
        yield simulation.delay(exponential(stays.next(), stay));
        unit.release();
      }
      time.add(simulation.now - since);
    });
    simulation.run(hoursPerYear / 4);
    for (const { unit } of units) unit.resetStatistics();
    time.reset();
    simulation.run(hoursPerYear * 5);
    const { now } = simulation;
    return [...units.map(({ unit }) => unit.usage.mean(now) + unit.queueLength.mean(now)), time.mean];
  },
};

/** A4, A11 and A14: priorities, patience and units in line. */
export const lineCases: ValidationCase[] = [theatrePriorities, givingUp, unitsInLine];
