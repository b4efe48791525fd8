import { TraceState } from '../trace-states.ts';
import { flowSteps, type Flow, type FlowStep } from './patterns.ts';

const stepOfState: Partial<Record<number, FlowStep>> = {
  [TraceState.antenatalBed]: 'antenatalBed',
  [TraceState.triage]: 'reception',
  [TraceState.labourRoom]: 'labourRoom',
  [TraceState.theatre]: 'theatre',
  [TraceState.recovery]: 'recovery',
  [TraceState.postnatalBed]: 'postnatalBed',
  [TraceState.hotelBed]: 'hotel',
};
const stepNumbers = Object.fromEntries(flowSteps.map((step, index) => [step, index])) as Record<FlowStep, number>;

/** A woman's way through hospital so far. */
interface Way {
  arrivedAt: number;
  /** Numbers of steps, in order. */
  steps: number[];
}

/**
 * Counts the women who go from one step to another between home and home. Only those count who both arrive and go home
 * within the horizon, so that as many come to each step in between as go on from it. A woman who is moved in labour goes
 * from the reception, or the bed, of one site to the labour room of another.
 */
export class FlowCounts {
  private readonly sites: readonly string[];
  private readonly from: number;
  /** Ways of the women who are in hospital. */
  private readonly ways = new Map<number, Way>();
  /** Women who are on the way from one site to another. */
  private readonly moved = new Set<number>();
  /** Women by step from and step to, in rows of all steps. */
  private readonly women: Int32Array;
  private readonly steps: number;

  /** @param sites their ids @param from first minute of the horizon */
  constructor(sites: readonly string[], from: number) {
    this.sites = sites;
    this.from = from;
    this.steps = flowSteps.length * (sites.length + 1);
    this.women = new Int32Array(this.steps * this.steps);
  }

  /** Takes the next row of the trace, within the horizon or before it. */
  take(time: number, entity: number, state: number, place: number): void {
    if (state === TraceState.discharged) {
      this.goHome(entity);
      return;
    }
    if (state === TraceState.diverted) {
      this.moved.add(entity);
      return;
    }
    const step = stepOfState[state];
    if (step === undefined) return;
    // She is received at the new site in its labour room.
    if (step === 'reception' && this.moved.delete(entity)) return;
    const number = this.numberOf(step, place);
    const way = this.ways.get(entity);
    if (way === undefined) this.ways.set(entity, { arrivedAt: time, steps: [number] });
    else way.steps.push(number);
  }

  /** A woman gave birth elsewhere, arrived and went home within the horizon. */
  addElsewhere(): void {
    this.count([this.numberOf('elsewhere', -1)]);
  }

  /** What has been counted, in order of steps and sites. */
  flows(): Flow[] {
    const flows: Flow[] = [];
    for (let from = 0; from < this.steps; from++) {
      for (let to = 0; to < this.steps; to++) {
        const women = this.women[from * this.steps + to]!;
        if (women > 0) flows.push({ from: this.nameOf(from), to: this.nameOf(to), women });
      }
    }
    return flows;
  }

  private goHome(woman: number): void {
    const way = this.ways.get(woman);
    this.ways.delete(woman);
    if (way !== undefined && way.arrivedAt >= this.from) this.count(way.steps);
  }

  private count(inner: readonly number[]): void {
    let at = this.numberOf('home', -1);
    for (const step of [...inner, this.numberOf('homeAfter', -1)]) {
      this.women[at * this.steps + step]!++;
      at = step;
    }
  }

  private numberOf(step: FlowStep, site: number): number {
    return stepNumbers[step] * (this.sites.length + 1) + site + 1;
  }

  private nameOf(number: number): string {
    const stride = this.sites.length + 1;
    const step = flowSteps[Math.floor(number / stride)]!;
    const site = this.sites[(number % stride) - 1];
    return site === undefined ? step : `${step}.${site}`;
  }
}
