import { SimulationError, type Calendar, type Simulation } from '../../kernel/index.ts';
import type { Woman } from '../women/woman.ts';
import type { CareEvents } from './labour-ward.ts';
import { WomenPerMidwife } from './women-per-midwife.ts';

const nobody = -1;

/** A woman on the ward and who has her. */
interface Stay {
  readonly woman: Woman;
  midwife: PostnatalMidwife | undefined;
  since: number;
  /** Numbers of those who have had her, the latest last. */
  readonly earlier: number[];
}

interface PostnatalMidwife {
  readonly number: number;
  readonly shiftEnd: number;
  readonly women: Stay[];
}

/**
 * The midwives on duty of a postnatal ward and the women in its beds. Each woman has one midwife of the shift, the one
 * with the fewest women when she comes. When that midwife leaves, one who had her before takes over if she is on duty again
 * and has not yet her even share of the women, and otherwise the one with the fewest; of those whose shift ends no later
 * than that of the one who leaves only if there is nobody else. Assistants help all and are only counted.
 *
 * Admission, discharge and arrival take time in proportion to the midwives, leaving to her women times the midwives.
 */
export class PostnatalWard {
  readonly womenPerMidwife: WomenPerMidwife;
  assistantsOnDuty = 0;

  private readonly simulation: Simulation;
  private readonly events: Pick<CareEvents, 'cared' | 'paired'>;
  /** In the order in which they came on duty: the earlier goes first when all else is equal. */
  private readonly midwives: PostnatalMidwife[] = [];
  private readonly stays = new Map<Woman, Stay>();

  constructor(simulation: Simulation, events: Pick<CareEvents, 'cared' | 'paired'>, calendar: Calendar) {
    this.simulation = simulation;
    this.events = events;
    this.womenPerMidwife = new WomenPerMidwife(calendar, simulation.now);
  }

  get midwivesOnDuty(): number {
    return this.midwives.length;
  }

  /** Number of women on the ward. */
  get women(): number {
    return this.stays.size;
  }

  /**
   * A midwife comes on duty. She takes over from those who leave, and from nobody else, unless there were women without:
   * those are shared evenly by all who come at that moment.
   * @param midwife her number, or the negative one of somebody hired; nobody who is on duty here already
   * @param shiftEnd when she is to leave; what counts is when she does
   */
  arrive(midwife: number, shiftEnd: number): void {
    if (midwife === nobody || this.midwives.some(({ number }) => number === midwife)) {
      this.fail(`Midwife ${midwife} cannot come on duty: she is on duty already, or no person`);
    }
    const { now } = this.simulation;
    const arrived: PostnatalMidwife = { number: midwife, shiftEnd, women: [] };
    this.midwives.push(arrived);
    this.womenPerMidwife.midwives.add(now, 1);
    // Only while nobody is on duty can a woman be without.
    if (this.midwives.length === 1) {
      for (const stay of this.stays.values()) this.give(stay, arrived);
      return;
    }
    for (;;) {
      const { women } = withMost(this.midwives);
      const latest = women.at(-1);
      if (latest?.since !== now || women.length <= arrived.women.length + 1) return;
      women.pop();
      this.give(latest, arrived);
    }
  }

  /** A midwife goes off duty, and her women get another. */
  leave(midwife: number): void {
    const index = this.midwives.findIndex(({ number }) => number === midwife);
    if (index < 0) this.fail(`Midwife ${midwife} cannot go off duty: she is not on duty`);
    const [left] = this.midwives.splice(index, 1);
    this.womenPerMidwife.midwives.add(this.simulation.now, -1);
    const staying = this.midwives.filter(({ shiftEnd }) => shiftEnd > left!.shiftEnd);
    const candidates = staying.length > 0 ? staying : this.midwives;
    const evenShare = Math.ceil(this.stays.size / candidates.length);
    const without = left!.women.filter((stay) => {
      const before = hadBefore(stay, candidates, evenShare);
      if (before !== undefined) this.give(stay, before);
      return before === undefined;
    });
    for (const stay of without) this.give(stay, withFewest(candidates));
  }

  /** A woman comes to the ward. */
  admit(woman: Woman): void {
    if (this.stays.has(woman)) this.fail(`Woman ${woman.number} cannot be admitted: she is on the ward already`);
    const stay: Stay = { woman, midwife: undefined, since: NaN, earlier: [] };
    this.stays.set(woman, stay);
    this.womenPerMidwife.women.add(this.simulation.now, 1);
    this.give(stay, withFewest(this.midwives));
  }

  /** A woman leaves the ward. */
  discharge(woman: Woman): void {
    const stay = this.stays.get(woman);
    if (stay === undefined) this.fail(`Woman ${woman.number} cannot be discharged: she is not on the ward`);
    this.stays.delete(woman);
    this.womenPerMidwife.women.add(this.simulation.now, -1);
    const women = stay.midwife?.women;
    women?.splice(women.indexOf(stay), 1);
    this.give(stay, undefined);
  }

  /** Number of the midwife with the fewest women, for somebody who is not on the ward; −1 when nobody is on duty. */
  anyMidwife(): number {
    return withFewest(this.midwives)?.number ?? nobody;
  }

  arriveAssistant(): void {
    this.assistantsOnDuty++;
  }

  leaveAssistant(): void {
    if (this.assistantsOnDuty === 0) this.fail('No assistant can go off duty: none is on duty');
    this.assistantsOnDuty--;
  }

  /** Forgets the statistics gathered so far; women and staff stay. */
  resetStatistics(now: number): void {
    this.womenPerMidwife.reset(now);
  }

  /** Gives a woman to a midwife, and tells of the care that ends. The one who had her has her off her list already. */
  private give(stay: Stay, midwife: PostnatalMidwife | undefined): void {
    const { woman, midwife: before } = stay;
    const { now } = this.simulation;
    if (before !== undefined && now > stay.since) {
      if (!stay.earlier.includes(before.number)) stay.earlier.push(before.number);
      this.events.cared(woman, before.number, stay.since, now);
    }
    stay.midwife = midwife;
    stay.since = now;
    midwife?.women.push(stay);
    const number = midwife?.number ?? nobody;
    if (number === woman.postnatalMidwife) return;
    woman.postnatalMidwife = number;
    this.events.paired(woman, number);
  }

  private fail(message: string): never {
    throw new SimulationError(message, this.simulation.context('postnatal ward'));
  }
}

/** The first of some midwives who has had a woman before and has not yet her even share of the women. */
function hadBefore(
  { earlier }: Stay,
  candidates: readonly PostnatalMidwife[],
  evenShare: number,
): PostnatalMidwife | undefined {
  if (earlier.length === 0) return undefined;
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index]!;
    if (candidate.women.length < evenShare && earlier.includes(candidate.number)) return candidate;
  }
  return undefined;
}

function withFewest(midwives: readonly PostnatalMidwife[]): PostnatalMidwife | undefined {
  let best: PostnatalMidwife | undefined;
  for (const midwife of midwives) if (best === undefined || midwife.women.length < best.women.length) best = midwife;
  return best;
}

function withMost(midwives: readonly PostnatalMidwife[]): PostnatalMidwife {
  return midwives.reduce((most, midwife) => (midwife.women.length > most.women.length ? midwife : most));
}
