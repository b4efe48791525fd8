import type { Simulation } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { leastLoaded } from './labour-ward-assignment.ts';
import type { WardMidwife } from './labour-ward-midwife.ts';

const minutesPerHour = 60;

/**
 * The breaks of the midwives of a ward. When the time for it has come a midwife goes as soon as she has nobody; from the
 * end of that time on she goes although she has women, unless one of them is in the second stage, and the colleague with
 * the least load looks after them. Nobody goes who helps at a birth, covers for another, or would leave the ward empty, nor
 * while too many are away.
 */
export class WardBreaks {
  /** Midwives who left without a break that they should have had. */
  missed = 0;

  private readonly simulation: Simulation;
  private readonly midwives: readonly WardMidwife[];
  private readonly rules: ModelInputs['data']['labourWardCare']['breaks'];
  /** Told when somebody is back and there is work to be shared anew. */
  private readonly onChange: () => void;
  private waiting = 0;
  /** How many of how many midwives may be away at once. */
  private mostAway = 0;
  private counted = -1;

  constructor(
    simulation: Simulation,
    midwives: readonly WardMidwife[],
    rules: ModelInputs['data']['labourWardCare']['breaks'],
    onChange: () => void,
  ) {
    this.simulation = simulation;
    this.midwives = midwives;
    this.rules = rules;
    this.onChange = onChange;
  }

  /** Plans the break of a midwife who has come; a shift that is over before it has none. */
  plan(midwife: WardMidwife): void {
    const { from, duration } = this.rules;
    const opens = midwife.arrivedAt + from * minutesPerHour;
    if (opens + duration > midwife.shiftEnd) return;
    midwife.restEvent = this.simulation.scheduleAt(opens, this.open, midwife.number);
  }

  /** Sends those on their break who can go. */
  start(): void {
    if (this.waiting === 0) return;
    const { midwives } = this;
    let away = 0;
    for (let index = 0; index < midwives.length; index++) if (!midwives[index]!.isPresent) away++;
    if (midwives.length !== this.counted) {
      this.counted = midwives.length;
      // Somebody may always go, or breaks would be missed in a small ward.
      this.mostAway = Math.max(1, Math.floor(midwives.length * this.rules.mostAway));
    }
    // This is asked at every change in the ward: nothing is made anew until somebody can go.
    for (let index = 0; index < midwives.length; index++) {
      if (away >= this.mostAway || midwives.length - away < 2) return;
      const midwife = midwives[index]!;
      if (midwife.rest !== 'due' && midwife.rest !== 'overdue') continue;
      if (!canGo(midwife)) continue;
      away++;
      this.send(midwife);
    }
  }

  /** A midwife who is off the list already leaves: her break is over or missed, and those she covers for get another. */
  leave(midwife: WardMidwife): void {
    if (midwife.restEvent !== undefined) this.simulation.cancel(midwife.restEvent);
    if (midwife.rest === 'due' || midwife.rest === 'overdue') {
      this.waiting--;
      this.missed++;
    }
    back(midwife);
    for (const colleague of midwife.covers.slice()) {
      uncover(colleague);
      const other = leastLoaded(this.midwives, () => true);
      if (other !== undefined) {
        coverBy(colleague, other);
        continue;
      }
      this.simulation.cancel(colleague.restEvent!);
      back(colleague);
    }
  }

  private readonly open = (number: number): void => {
    const midwife = this.numbered(number);
    const { from, to, duration } = this.rules;
    const latest = Math.min(midwife.arrivedAt + to * minutesPerHour, midwife.shiftEnd - duration);
    const opened = midwife.arrivedAt + from * minutesPerHour;
    midwife.rest = 'due';
    midwife.restEvent = this.simulation.scheduleAt(Math.max(opened, latest), this.press, number);
    this.waiting++;
    this.trySome();
  };

  private readonly press = (number: number): void => {
    const midwife = this.numbered(number);
    midwife.rest = 'overdue';
    midwife.restEvent = undefined;
    this.trySome();
  };

  private readonly end = (number: number): void => {
    back(this.numbered(number));
    this.onChange();
  };

  /** Apart from the search for her: a function that knows her would be made ready for every midwife who is looked at. */
  private send(midwife: WardMidwife): void {
    this.waiting--;
    if (midwife.restEvent !== undefined) this.simulation.cancel(midwife.restEvent);
    midwife.rest = 'now';
    midwife.noteChange();
    midwife.restEvent = this.simulation.schedule(this.rules.duration, this.end, midwife.number);
    if (midwife.women.length === 0) return;
    const colleague = leastLoaded(this.midwives, (other) => other !== midwife);
    if (colleague !== undefined) coverBy(midwife, colleague);
  }

  /** Work is shared anew only if somebody goes: most of the time nobody can. */
  private trySome(): void {
    const before = this.waiting;
    this.start();
    if (this.waiting !== before) this.onChange();
  }

  private numbered(number: number): WardMidwife {
    return this.midwives.find((midwife) => midwife.number === number)!;
  }
}

function canGo(midwife: WardMidwife): boolean {
  if (midwife.assists !== undefined || midwife.looksAfterOthers()) return false;
  if (midwife.women.length === 0) return true;
  if (midwife.rest !== 'overdue') return false;
  for (let index = 0; index < midwife.women.length; index++) {
    if (midwife.women[index]!.phase === 'secondStage') return false;
  }
  return true;
}

function coverBy(midwife: WardMidwife, colleague: WardMidwife): void {
  midwife.cover = colleague;
  colleague.covers.push(midwife);
  midwife.noteChange();
}

function uncover(midwife: WardMidwife): void {
  midwife.noteChange();
  const covers = midwife.cover?.covers;
  covers?.splice(covers.indexOf(midwife), 1);
  midwife.cover = undefined;
}

function back(midwife: WardMidwife): void {
  uncover(midwife);
  midwife.rest = 'none';
  midwife.restEvent = undefined;
}
