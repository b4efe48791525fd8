import { exponential, RandomStream, Resource, Simulation, Trace, type ProcessBody } from '../sim-core/kernel/index.ts';
import { runReplication } from '../sim-core/maternity/run-replication.ts';
import { loadScenario, modelInputs } from '../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../scenarios/schema/node-files.ts';
import { fastestInTurn, table } from './measure.ts';

const customers = 200_000;
const stream = new RandomStream('bench', 0, 'trace');
const gaps = Float64Array.from({ length: customers }, () => exponential(stream.next(), 1 / 0.9));
const services = Float64Array.from({ length: customers }, () => exponential(stream.next(), 1));

/** M/M/1 with a process per customer that leaves three rows in a trace, if there is one. */
function traced(trace: Trace | undefined): number {
  const simulation = new Simulation();
  const server = new Resource(simulation, 'server', 1);
  function* customer(number: number): ProcessBody {
    trace?.record(simulation.now, number, 0, 0, 0);
    yield server.seize();
    trace?.record(simulation.now, number, 1, 0, 0);
    yield simulation.delay(services[number]!);
    server.release();
    trace?.record(simulation.now, number, 2, 0, 0);
  }
  function* arrivals(): ProcessBody {
    for (let arrived = 0; arrived < customers; arrived++) {
      yield simulation.delay(gaps[arrived]!);
      simulation.start('customer', customer(arrived));
    }
  }
  simulation.start('arrivals', arrivals());
  simulation.run();
  return trace?.length ?? 0;
}

/** The same without a word about traces. */
function untraced(): number {
  const simulation = new Simulation();
  const server = new Resource(simulation, 'server', 1);
  function* customer(number: number): ProcessBody {
    yield server.seize();
    yield simulation.delay(services[number]!);
    server.release();
  }
  function* arrivals(): ProcessBody {
    for (let arrived = 0; arrived < customers; arrived++) {
      yield simulation.delay(gaps[arrived]!);
      simulation.start('customer', customer(arrived));
    }
  }
  simulation.start('arrivals', arrivals());
  simulation.run();
  return 0;
}

/** What a trace costs as text: on a model that does little else, and on the maternity model. */
export function benchTrace(): string {
  const queues = [untraced, () => traced(undefined), () => traced(new Trace(false)), () => traced(new Trace(true))];
  const names = ['M/M/1, model without trace', 'trace off', 'trace on, hash only', 'trace on, rows kept'];
  const timed = fastestInTurn(queues, 15);
  const inputs = modelInputs(loadScenario('dagens', nodeScenarioFiles()));
  const years = [false, true].map((kept) => () => runReplication(inputs, 'bench', 0, kept).playback?.trace.time.length);
  const [hashed, kept] = fastestInTurn(years, 8);
  return table([
    ['trace', 'rows', 'ms', 'ratio'],
    ...timed.map(({ seconds, result }, index) => [
      names[index]!,
      result.toLocaleString('en'),
      (seconds * 1000).toFixed(0),
      (seconds / timed[0]!.seconds).toFixed(2),
    ]),
    ['one year of Oslo, hash only', '', (hashed!.seconds * 1000).toFixed(0), '1.00'],
    [
      'rows kept and handed over',
      kept!.result!.toLocaleString('en'),
      (kept!.seconds * 1000).toFixed(0),
      (kept!.seconds / hashed!.seconds).toFixed(2),
    ],
  ]);
}
