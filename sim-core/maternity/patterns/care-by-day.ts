import type { MaternityService } from '../maternity-service.ts';

/**
 * Minutes of active labour of each day, and those in which the woman had a midwife to herself, by site. They are read from
 * the books of the labour wards at every midnight: breaks, and midwives who help at other births, are not in the trace.
 */
export class CareByDay {
  /** By site, day after day. */
  readonly active: readonly number[][];
  readonly own: readonly number[][];
  private readonly service: MaternityService;
  private readonly activeBefore: Float64Array;
  private readonly ownBefore: Float64Array;

  /** @param service whose horizon is about to begin */
  constructor(service: MaternityService) {
    const { sites } = service;
    this.service = service;
    this.active = sites.map(() => []);
    this.own = sites.map(() => []);
    this.activeBefore = new Float64Array(sites.length);
    this.ownBefore = new Float64Array(sites.length);
  }

  /** A day of the horizon is over. */
  endDay(): void {
    const { sites, simulation } = this.service;
    for (const [site, { ward }] of sites.entries()) {
      const active = ward.active.integral(simulation.now);
      const own = ward.oneToOne.integral(simulation.now);
      this.active[site]!.push(active - this.activeBefore[site]!);
      this.own[site]!.push(own - this.ownBefore[site]!);
      this.activeBefore[site] = active;
      this.ownBefore[site] = own;
    }
  }

  /** Share of active labour with a midwife to herself on each day, at one site or at all; NaN without labour. */
  shares(site?: number): Float64Array {
    const sites = site === undefined ? [...this.active.keys()] : [site];
    const sumOf = (minutes: readonly number[][], day: number): number =>
      sites.reduce((sum, index) => sum + minutes[index]![day]!, 0);
    // Both integrals are rounded, so that a day on which everybody had one could come out above 1.
    return Float64Array.from({ length: this.active[0]?.length ?? 0 }, (_, day) =>
      Math.min(1, sumOf(this.own, day) / sumOf(this.active, day)),
    );
  }
}
