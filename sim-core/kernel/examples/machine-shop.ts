import {
  exponential,
  Interruption,
  RandomStream,
  Resource,
  Simulation,
  TimeWeighted,
  type ProcessBody,
} from '../index.ts';

export interface MachineShop {
  machines: number;
  repairers: number;
  /** Working time of a machine between two breakdowns, exponential. */
  meanHoursToFailure: number;
  meanRepairHours: number;
  /** Hours of work in one part. */
  partHours: number;
  /** Hours left out of the statistics, from all machines new, and hours counted after them. */
  warmUpHours: number;
  horizonHours: number;
}

export interface MachineShopFigures {
  meanMachinesDown: number;
  /** Time from a breakdown to the beginning of the repair. */
  meanWaitHours: number;
  partsPerHour: number;
}

/** Machines that break down in the middle of a part, wait for a repairer, and then carry on with what was left of it. */
export function runMachineShop(shop: MachineShop, seed: string, replication: number): MachineShopFigures {
  const simulation = new Simulation();
  const repairers = new Resource(simulation, 'repairers', shop.repairers);
  const failures = new RandomStream(seed, replication, 'failures');
  const repairs = new RandomStream(seed, replication, 'repairs');
  const down = new TimeWeighted(0, 0);
  let parts = 0;

  const machines = Array.from({ length: shop.machines }, (_, number) =>
    simulation.start(`machine ${number}`, work(number)),
  );
  const breakDown = (number: number): void => machines[number]!.interrupt('broken down');
  function* work(number: number): ProcessBody {
    simulation.schedule(exponential(failures.next(), shop.meanHoursToFailure), breakDown, number);
    for (let left = shop.partHours; ;) {
      try {
        yield simulation.delay(left);
        left = shop.partHours;
        parts++;
      } catch (error) {
        left = (error as Interruption).remaining;
        down.add(simulation.now, 1);
        yield repairers.seize();
        yield simulation.delay(exponential(repairs.next(), shop.meanRepairHours));
        repairers.release();
        down.add(simulation.now, -1);
        simulation.schedule(exponential(failures.next(), shop.meanHoursToFailure), breakDown, number);
      }
    }
  }

  simulation.run(shop.warmUpHours);
  repairers.resetStatistics();
  down.reset(simulation.now);
  parts = 0;
  simulation.run(shop.warmUpHours + shop.horizonHours);
  return {
    meanMachinesDown: down.mean(simulation.now),
    meanWaitHours: repairers.waits.mean,
    partsPerHour: parts / shop.horizonHours,
  };
}
