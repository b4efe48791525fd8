import { Entity, Queue, Simulation } from 'simscript';

/** M/M/1 in SimScript 1 (ISC): an asynchronous entity per customer, that goes from the line to the server. */
export async function queueInSimScript(gaps: Float64Array, services: Float64Array): Promise<number> {
  // SimScript lets the page breathe by its animation frames, and there are none outside a browser.
  globalThis.requestAnimationFrame ??= (callback) => Number(setTimeout(() => callback(performance.now()), 0));
  const server = new Queue('server', 1);
  const line = new Queue('line');
  class Customer extends Entity {
    private readonly service: number;
    constructor(service: number) {
      super();
      this.service = service;
    }
    override async script(): Promise<void> {
      this.enterQueueImmediately(line);
      await this.enterQueue(server);
      this.leaveQueue(line);
      await this.delay(this.service);
      this.leaveQueue(server);
    }
  }
  class Arrivals extends Entity {
    override async script(): Promise<void> {
      for (const [customer, gap] of gaps.entries()) {
        await this.delay(gap);
        void this.simulation.activate(new Customer(services[customer]!));
      }
    }
  }
  const simulation = new Simulation();
  const finished = new Promise<void>((resolve) => {
    simulation.finished.addEventListener(() => resolve());
  });
  simulation.starting.addEventListener(() => void simulation.activate(new Arrivals()));
  void simulation.start();
  await finished;
  return line.grossDwell.avg;
}
