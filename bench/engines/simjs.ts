/** The part of simjs 2 (MIT) that is raced. */
export interface Simjs {
  Sim: new () => {
    addEntity: (entity: new (...args: never[]) => SimjsEntity, name: string) => void;
    /** Runs until the end time or so many events. */
    simulate: (endTime: number, events?: number) => boolean;
    time: () => number;
  };
  Entity: new (...args: never[]) => SimjsEntity;
  Facility: new (name: string) => SimjsFacility;
}

interface SimjsEntity {
  setTimer: (duration: number) => SimjsRequest;
  useFacility: (facility: SimjsFacility, duration: number) => SimjsRequest;
}

interface SimjsRequest {
  done: (callback: () => void) => void;
}

interface SimjsFacility {
  /** Times in line of everybody, zero for those who did not have to wait. */
  queueStats: () => { durationSeries: { average: () => number } };
}

/** simjs is bundled for the browser: it exports nothing and hands its classes to `window`, so it needs one to load. */
export async function loadSimjs(): Promise<Simjs> {
  const page: { Sim?: Simjs } = {};
  Object.assign(globalThis, { window: page });
  try {
    await import('simjs');
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
  }
  if (page.Sim === undefined) throw new Error('simjs did not hand over its classes');
  return page.Sim;
}

/** M/M/1 as the manual of simjs has it: one entity that sends a request to a facility for each customer. */
export function queueInSimjs({ Sim, Entity, Facility }: Simjs, gaps: Float64Array, services: Float64Array): number {
  const server = new Facility('server');
  let arrived = 0;
  class Arrivals extends Entity {
    readonly arrive = (): void => {
      this.useFacility(server, services[arrived]!);
      arrived++;
      if (arrived < gaps.length) this.setTimer(gaps[arrived]!).done(this.arrive);
    };
    start(): void {
      this.setTimer(gaps[0]!).done(this.arrive);
    }
  }
  const simulation = new Sim();
  simulation.addEntity(Arrivals, 'arrivals');
  simulation.simulate(Infinity);
  return server.queueStats().durationSeries.average();
}

/** The same with an entity per customer. */
export function queueOfSimjsEntities(
  { Sim, Entity, Facility }: Simjs,
  gaps: Float64Array,
  services: Float64Array,
): number {
  const server = new Facility('server');
  let arrived = 0;
  class Customer extends Entity {
    start(): void {
      this.useFacility(server, services[arrived]!);
    }
  }
  class Arrivals extends Entity {
    readonly arrive = (): void => {
      simulation.addEntity(Customer, 'customer');
      arrived++;
      if (arrived < gaps.length) this.setTimer(gaps[arrived]!).done(this.arrive);
    };
    start(): void {
      this.setTimer(gaps[0]!).done(this.arrive);
    }
  }
  const simulation = new Sim();
  simulation.addEntity(Arrivals, 'arrivals');
  simulation.simulate(Infinity);
  return server.queueStats().durationSeries.average();
}
