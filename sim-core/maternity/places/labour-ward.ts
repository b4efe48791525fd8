import { SimulationError, TimeWeighted, type Calendar, type Simulation } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { WardPhase, Woman } from '../women/woman.ts';
import { assign, leastLoaded, type AssignmentRules } from './labour-ward-assignment.ts';
import { WardBreaks } from './labour-ward-breaks.ts';
import { WardMidwife } from './labour-ward-midwife.ts';
import { CareState, Rank, WardStay } from './labour-ward-stay.ts';
import { midwivesLacking } from './one-to-one-gap.ts';
import { WomenPerMidwife } from './women-per-midwife.ts';

/** The golden ratio's fractional part: its multiples fall evenly between 0 and 1, however many are taken. */
const golden = 0.6180339887498949;
/** Whoever goes first changes from one shift to the next. */
const turnMinutes = 480;

/** What a ward tells about who takes care of whom. Called when everything is in place again after a change. */
export interface CareEvents {
  /** A ward midwife had this woman from `from` to now (her care ends, or another takes over). */
  cared(woman: Woman, midwife: number, from: number, to: number): void;
  /** A second midwife was at the birth. */
  assisted(woman: Woman, midwife: number, from: number, to: number): void;
  /** The pair changed: midwife (or −1) has the woman from now on. */
  paired(woman: Woman, midwife: number): void;
}

/**
 * The midwives on duty of one labour ward and the women in their care: who has whom.
 *
 * Active labour wants a midwife who has nobody else; latent labour and recovery take up part of one. A pair is kept until
 * the midwife leaves, unless another woman has to have her or a woman in active labour gets a midwife to herself by the
 * change. When there are too few, a midwife has several women, up to a limit beyond which a woman has nobody, and the
 * neediest come first: second stage, active first stage, recovery, latent. A woman with a midwife of her team needs none of
 * the ward.
 *
 * Minutes of active labour are booked on `woman.care`: own (a midwife present who is with nobody else, or her team's),
 * shared and alone. A midwife who covers for a colleague on her break or helps at a birth is with those women too. A
 * hand-over is counted when a woman in active labour gets another midwife than she had last in this ward, her team's
 * counting as one; a move to another site is none.
 *
 * A change takes time in proportion to the women and midwives of the ward.
 */
export class LabourWard {
  /** Women in active labour, and of those the women with a midwife to themselves, of the ward or of a team, over time. */
  readonly active: TimeWeighted;
  readonly oneToOne: TimeWeighted;
  /** Ward midwives that would be needed, over time. */
  readonly need: TimeWeighted;
  /** Women who need the ward's midwives, for each midwife on duty. */
  readonly womenPerMidwife: WomenPerMidwife;
  /** Births with fewer than two midwives. */
  birthsWithoutSecondMidwife = 0;
  /**
   * Told after each change how many more midwives would give every woman in active labour one of her own. It must not change
   * the ward at once.
   */
  onLacking: ((midwives: number) => void) | undefined;

  private readonly simulation: Simulation;
  private readonly care: ModelInputs['data']['labourWardCare'];
  private rules: AssignmentRules;
  private readonly events: CareEvents;
  /** In the order in which they came on duty; of those who came together see `precedes`. */
  private readonly midwives: WardMidwife[] = [];
  /** In the order in which they came. */
  private readonly stays: WardStay[] = [];
  private readonly breaks: WardBreaks;

  constructor(
    simulation: Simulation,
    care: ModelInputs['data']['labourWardCare'],
    events: CareEvents,
    calendar: Calendar,
  ) {
    const { now } = simulation;
    this.simulation = simulation;
    this.care = care;
    this.rules = care;
    this.events = events;
    this.active = new TimeWeighted(now);
    this.oneToOne = new TimeWeighted(now);
    this.need = new TimeWeighted(now);
    this.womenPerMidwife = new WomenPerMidwife(calendar, now);
    this.breaks = new WardBreaks(simulation, this.midwives, care.breaks, () => this.settle());
  }

  /**
   * From now on a woman is given a midwife whom she knows, where one could take her as well as any other; and those who come
   * on duty together take turns at going first, so that those whom women know are as often taken up by others as anybody.
   */
  preferKnown(acquaintance: NonNullable<AssignmentRules['acquaintance']>): void {
    this.rules = { ...this.care, acquaintance };
  }

  get midwivesOnDuty(): number {
    return this.midwives.length;
  }

  /** Midwives who left without the break that was due to them. */
  get breaksMissed(): number {
    return this.breaks.missed;
  }

  /**
   * A midwife comes on duty.
   * @param midwife her number, or the negative one of somebody hired; nobody who is on duty here already
   * @param shiftEnd when she is to leave; what counts is when she does
   */
  arrive(midwife: number, shiftEnd: number): void {
    const { now } = this.simulation;
    if (midwife === -1 || this.midwives.some(({ number }) => number === midwife)) {
      this.fail(midwife, 'cannot come on duty: she is on duty already, or no person');
    }
    const arrived = new WardMidwife(midwife, now, shiftEnd);
    let at = this.midwives.length;
    while (at > 0 && this.midwives[at - 1]!.arrivedAt === now && this.precedes(midwife, this.midwives[at - 1]!.number))
      at--;
    this.midwives.splice(at, 0, arrived);
    this.breaks.plan(arrived);
    this.womenPerMidwife.midwives.add(now, 1);
    this.settle();
  }

  /** A midwife goes off duty; her women are handed over, the neediest first. */
  leave(midwife: number): void {
    const index = this.midwives.findIndex(({ number }) => number === midwife);
    if (index < 0) this.fail(midwife, 'cannot go off duty: she is not on duty');
    const [left] = this.midwives.splice(index, 1);
    if (left!.assistEvent !== undefined) this.simulation.cancel(left!.assistEvent);
    this.endAssistance(left!);
    this.breaks.leave(left!);
    for (const stay of left!.women.slice()) stay.give(undefined);
    this.womenPerMidwife.midwives.add(this.simulation.now, -1);
    this.settle();
  }

  /** A woman comes into the ward's care or into another phase of it, or leaves it ('none'). Sets `woman.phase`. */
  enterPhase(woman: Woman, phase: WardPhase): void {
    const { now } = this.simulation;
    woman.phase = phase;
    let stay = this.stayOf(woman);
    if (phase === 'none') {
      if (stay === undefined) return;
      this.stays.splice(this.stays.indexOf(stay), 1);
      stay.close(now, this.events);
    } else {
      if (stay === undefined) {
        stay = new WardStay(woman, now);
        this.stays.push(stay);
      }
      stay.enter(phase, woman.midwifePresent ? 0 : this.care.midwifeNeed[phase], now);
    }
    this.count();
    this.settle();
  }

  /**
   * A midwife of her own team arrives or leaves: with her, she needs none of the ward. Sets `woman.midwifePresent` and
   * `woman.care.byTeam`, also for a woman who is not in the ward's care.
   */
  setTeamMidwife(woman: Woman, present: boolean): void {
    woman.midwifePresent = present;
    woman.care.byTeam = present;
    const stay = this.stayOf(woman);
    if (stay === undefined) return;
    if (present) stay.give(undefined);
    stay.hasChanged = true;
    stay.need = present ? 0 : this.care.midwifeNeed[stay.phase];
    this.count();
    this.settle();
  }

  /** The child is born: the midwife with the least load comes as the second one, if there is anybody else. */
  birth(woman: Woman): void {
    const stay = this.stayOf(woman);
    const own = stay?.midwife;
    const first = own?.isPresent === false ? own.cover : own;
    const second = leastLoaded(this.midwives, (midwife) => midwife !== first && midwife.assists === undefined);
    const isFirst = stay !== undefined && first === undefined && !woman.midwifePresent;
    if (second === undefined || isFirst) this.birthsWithoutSecondMidwife++;
    if (second === undefined) return;
    second.assists = woman;
    second.noteChange();
    second.assistsSince = this.simulation.now;
    second.assistEvent = this.simulation.schedule(this.care.secondMidwife, this.assistanceOver, second.number);
    this.settle();
  }

  /** Number of the ward midwife who has a woman, −1 for nobody. Her team's midwife is not given. */
  midwifeOf(woman: Woman): number {
    return this.stayOf(woman)?.midwife?.number ?? -1;
  }

  /** Forgets the statistics gathered so far; women and midwives stay. */
  resetStatistics(now: number): void {
    this.active.reset(now);
    this.oneToOne.reset(now);
    this.need.reset(now);
    this.womenPerMidwife.reset(now);
    this.birthsWithoutSecondMidwife = 0;
    this.breaks.missed = 0;
  }

  private stayOf(woman: Woman): WardStay | undefined {
    for (const stay of this.stays) if (stay.woman === woman) return stay;
    return undefined;
  }

  private readonly assistanceOver = (number: number): void => {
    const helper = this.midwives.find((midwife) => midwife.number === number)!;
    this.endAssistance(helper);
    this.settle();
  };

  private endAssistance(helper: WardMidwife): void {
    const { assists } = helper;
    if (assists === undefined) return;
    helper.assists = undefined;
    helper.noteChange();
    helper.assistEvent = undefined;
    this.events.assisted(assists, helper.number, helper.assistsSince, this.simulation.now);
  }

  /** Which of two who come on duty together goes first: by number, or, where some of them are known to women, in turn. */
  private precedes(midwife: number, other: number): boolean {
    if (this.rules.acquaintance === undefined) return midwife < other;
    const start = (this.simulation.now / turnMinutes) * golden;
    return (start + midwife * golden) % 1 < (start + other * golden) % 1;
  }

  /** Shares the midwives out anew as far as it is called for, and brings the books up to date. */
  private settle(): void {
    const { now } = this.simulation;
    assign(this.midwives, this.stays, this.rules, now);
    this.breaks.start();
    let oneToOne = 0;
    for (let index = 0; index < this.stays.length; index++) {
      const stay = this.stays[index]!;
      if (stay.isAffected) stay.book(now, this.events);
      if (stay.state === CareState.own) oneToOne++;
    }
    for (let index = 0; index < this.midwives.length; index++) this.midwives[index]!.hasChanged = false;
    if (oneToOne !== this.oneToOne.level) this.oneToOne.set(now, oneToOne);
    this.onLacking?.(midwivesLacking(this.midwives, this.stays));
  }

  /** Counts the women in each phase, and what they need, when one has changed. */
  private count(): void {
    const { now } = this.simulation;
    const { midwifeNeed } = this.care;
    let latent = 0;
    let firstStage = 0;
    let secondStage = 0;
    let recovery = 0;
    let active = 0;
    for (let index = 0; index < this.stays.length; index++) {
      const { isActive, rank, woman } = this.stays[index]!;
      if (isActive) active++;
      if (woman.midwifePresent) continue;
      if (rank === Rank.latent) latent++;
      else if (rank === Rank.activeFirstStage) firstStage++;
      else if (rank === Rank.secondStage) secondStage++;
      else recovery++;
    }
    // By phase, so that the sum does not depend on the order of the women.
    const need =
      latent * midwifeNeed.latent +
      firstStage * midwifeNeed.activeFirstStage +
      secondStage * midwifeNeed.secondStage +
      recovery * midwifeNeed.recovery;
    if (active !== this.active.level) this.active.set(now, active);
    if (need !== this.need.level) this.need.set(now, need);
    const women = latent + firstStage + secondStage + recovery;
    if (women !== this.womenPerMidwife.women.level) this.womenPerMidwife.women.set(now, women);
  }

  private fail(midwife: number, what: string): never {
    throw new SimulationError(`Midwife ${midwife} ${what}`, this.simulation.context('labour ward'));
  }
}
