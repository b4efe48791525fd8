import { describe, expect, it, test } from 'vitest';
import { visitBank } from '../../sim-core/kernel/examples/bank-with-reneging.ts';
import { meanWait } from '../../sim-core/kernel/examples/mmc-queue.ts';
import { zOf } from './support.ts';

/** Mean wait of the M/M/c queue by Erlang's C formula. */
function erlangC(arrivalRate: number, meanService: number, servers: number): number {
  const load = arrivalRate * meanService;
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (load * blocked) / (k + load * blocked);
  const waits = blocked / (1 - (load / servers) * (1 - blocked));
  return (waits * meanService) / (servers - load);
}

describe('the M/M/c example', () => {
  test.each([
    { arrivalRate: 3650 / 8760, meanService: 10, servers: 7, published: 0.563995 },
    { arrivalRate: 7300 / 8760, meanService: 10, servers: 12, published: 0.479927 },
    { arrivalRate: 0.7, meanService: 1, servers: 1, published: 0.7 / 0.3 },
  ])('has the mean wait of Erlang with $servers servers', ({ published, ...queue }) => {
    const reference = erlangC(queue.arrivalRate, queue.meanService, queue.servers);
    expect(reference).toBeCloseTo(published, 5);
    const waits = Array.from({ length: 30 }, (_, replication) =>
      meanWait({ ...queue, warmUp: 1000, horizon: 9000 / queue.arrivalRate }, 'theory', replication),
    );
    expect(Math.abs(zOf(waits, reference))).toBeLessThan(3);
  });
});

describe('the bank with reneging', () => {
  it('has the figures of the Erlang-A queue', () => {
    const figures = Array.from({ length: 30 }, (_, replication) =>
      visitBank(
        {
          arrivalRate: 1,
          meanServiceHours: 4,
          meanPatienceHours: 2,
          tellers: 4,
          warmUpHours: 200,
          horizonHours: 8000,
        },
        'theory',
        replication,
      ),
    );
    const z = (reference: number, of: (figure: (typeof figures)[number]) => number) =>
      Math.abs(zOf(figures.map(of), reference));
    expect(z(0.497256, ({ shareWhoWait }) => shareWhoWait)).toBeLessThan(3);
    expect(z(0.226589, ({ shareWhoGiveUp }) => shareWhoGiveUp)).toBeLessThan(3);
    expect(z(0.453178, ({ meanLineLength }) => meanLineLength)).toBeLessThan(3);
  });
});
