import { exponential, gaveUp, RandomStream, Resource, Simulation, type ProcessBody } from '../index.ts';

export interface Bank {
  /** Customers per hour. */
  arrivalRate: number;
  meanServiceHours: number;
  meanPatienceHours: number;
  tellers: number;
  /** Hours left out of the statistics, from empty, and hours counted after them. */
  warmUpHours: number;
  horizonHours: number;
}

export interface BankFigures {
  /** Share of the customers who found all tellers busy. */
  shareWhoWait: number;
  shareWhoGiveUp: number;
  meanLineLength: number;
}

/** A bank whose customers leave the line when their patience, drawn from an exponential law, runs out (Erlang-A). */
export function visitBank(bank: Bank, seed: string, replication: number): BankFigures {
  const simulation = new Simulation();
  const tellers = new Resource(simulation, 'tellers', bank.tellers);
  const draws = (purpose: string) => new RandomStream(seed, replication, purpose);
  const [gaps, services, patiences] = [draws('gaps'), draws('services'), draws('patiences')];
  let came = 0;
  let waited = 0;
  let left = 0;

  function* customer(): ProcessBody {
    came++;
    if (tellers.free === 0) waited++;
    const outcome = yield tellers.seize(0, exponential(patiences.next(), bank.meanPatienceHours));
    if (outcome === gaveUp) {
      left++;
      return;
    }
    yield simulation.delay(exponential(services.next(), bank.meanServiceHours));
    tellers.release();
  }
  function* arrivals(): ProcessBody {
    for (;;) {
      yield simulation.delay(exponential(gaps.next(), 1 / bank.arrivalRate));
      simulation.start('customer', customer());
    }
  }

  simulation.start('arrivals', arrivals());
  simulation.run(bank.warmUpHours);
  tellers.resetStatistics();
  came = waited = left = 0;
  simulation.run(bank.warmUpHours + bank.horizonHours);
  return {
    shareWhoWait: waited / came,
    shareWhoGiveUp: left / came,
    meanLineLength: tellers.queueLength.mean(simulation.now),
  };
}
