import {
  exponential,
  RandomStream,
  Resource,
  Simulation,
  Tally,
  type CapacityChange,
  type ProcessBody,
} from '../index.ts';

export interface Ward {
  beds: number;
  /** Midwives on duty from 7, 15 and 23 o'clock. */
  midwives: readonly [day: number, evening: number, night: number];
  urgentPerHour: number;
  ordinaryPerHour: number;
  meanCareHours: number;
  /** Hours of arrivals; the simulation goes on until the last woman has left. */
  horizonHours: number;
}

export interface WardFigures {
  women: number;
  /** Time in a bed and time in the ward, from arrival to departure, of those who are urgent and of the others. */
  hoursInBed: Tally;
  urgentHours: Tally;
  ordinaryHours: Tally;
  meanBedsInUse: number;
  meanMidwivesInUse: number;
  endHour: number;
}

/** Bed first, then a midwife: an urgent woman takes one away from an ordinary, who keeps her bed until one is free again. */
export function runWard(ward: Ward, seed: string, replication: number): WardFigures {
  const simulation = new Simulation();
  const beds = new Resource(simulation, 'beds', ward.beds);
  const midwives = new Resource(simulation, 'midwives', ward.midwives[2], {
    preemptive: true,
    whenClosing: 'pre-empt',
  });
  midwives.followTimetable(shifts(ward.midwives));
  const cares = new RandomStream(seed, replication, 'cares');
  const hoursInBed = new Tally();
  const hours = { urgent: new Tally(), ordinary: new Tally() };

  function* woman(kind: 'urgent' | 'ordinary'): ProcessBody {
    const came = simulation.now;
    const priority = kind === 'urgent' ? 0 : 1;
    yield beds.seize(priority);
    const inBed = simulation.now;
    yield* midwives.use(exponential(cares.next(), ward.meanCareHours), priority);
    beds.release();
    hoursInBed.add(simulation.now - inBed);
    hours[kind].add(simulation.now - came);
  }
  function* arrivals(kind: 'urgent' | 'ordinary', perHour: number): ProcessBody {
    const gaps = new RandomStream(seed, replication, `gaps ${kind}`);
    for (;;) {
      yield simulation.delay(exponential(gaps.next(), 1 / perHour));
      if (simulation.now >= ward.horizonHours) return;
      simulation.start(`${kind} woman`, woman(kind));
    }
  }

  simulation.start('urgent arrivals', arrivals('urgent', ward.urgentPerHour));
  simulation.start('ordinary arrivals', arrivals('ordinary', ward.ordinaryPerHour));
  simulation.run(ward.horizonHours);
  while (beds.inUse + beds.waiting > 0) simulation.step();
  return {
    women: hours.urgent.count + hours.ordinary.count,
    hoursInBed,
    urgentHours: hours.urgent,
    ordinaryHours: hours.ordinary,
    meanBedsInUse: beds.usage.mean(simulation.now),
    meanMidwivesInUse: midwives.usage.mean(simulation.now),
    endHour: simulation.now,
  };
}

function* shifts([day, evening, night]: Ward['midwives']): Generator<CapacityChange> {
  for (let midnight = 0; ; midnight += 24) {
    yield { at: midnight + 7, capacity: day };
    yield { at: midnight + 15, capacity: evening };
    yield { at: midnight + 23, capacity: night };
  }
}
