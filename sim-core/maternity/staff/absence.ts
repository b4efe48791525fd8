import { RandomStream, type Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { holidayWeeks, scatteredOrder } from './absence-holiday.ts';
import { sicknessSpells, type SicknessRules } from './absence-sickness.ts';
import { furtherSpells, keptDays, SicknessWaves } from './absence-wave.ts';
import type { Person } from './person.ts';
import { ShiftCode } from './unit.ts';
import type { Workforce } from './workforce.ts';

/** Why somebody is away on a day. */
export const AbsenceKind = { none: 0, holiday: 1, sickness: 2, training: 3 } as const;
export type AbsenceKind = (typeof AbsenceKind)[keyof typeof AbsenceKind];

/** Bits of a day: the kind, and whether she was to be in training, which holds when she falls ill too. */
const kindBits = 3;
const trainingBit = 4;
const daysPerWeek = 7;
/** Days from the first over which the roster is read to see how many of the shifts can be used for training. */
const sampleDays = 56;
const twoToThe32 = 4_294_967_296;

/**
 * Who is away on which day, and why, for one replication. Drawn before the run from streams that belong to the unit, with
 * the same number of values for each person, so that a person is away on the same days in every scenario but for periods
 * with more or less sickness than usual.
 *
 * A holiday hides sickness on its days, and sickness hides training. Days before `firstDay` and after `lastDay` have no
 * absence.
 */
export class Absence {
  private readonly firstDay: number;
  private readonly days: number;
  private readonly people: number;
  /** A byte for each person, day by day: most questions are about many people on one day. */
  private readonly states: Uint8Array;

  constructor(
    inputs: ModelInputs,
    calendar: Calendar,
    workforce: Workforce,
    seed: string,
    replication: number,
    firstDay: number,
    lastDay: number,
  ) {
    this.firstDay = firstDay;
    this.days = Math.max(0, lastDay - firstDay + 1);
    this.people = workforce.people.length;
    this.states = new Uint8Array(this.people * this.days);
    const { sickness, holiday, training } = inputs.data.absence;
    const { districtPayer } = inputs.data.economy;
    const workingDays = Array.from({ length: this.days }, (_, day) => calendar.isWorkingDay(firstDay + day));
    const years = [calendar.dateOfDay(firstDay).year, calendar.dateOfDay(firstDay + this.days).year] as const;
    const own = new RandomStream(seed, replication, 'absence');
    const waves = new SicknessWaves(inputs, calendar);
    for (const unit of workforce.units) {
      const people = workforce.peopleOf[unit.index]!;
      if (people.length === 0) continue;
      const stream = new RandomStream(seed, replication, `absence/${unit.id}`);
      const trainingChance = chanceOfTraining(training, workforce, people, workingDays, firstDay);
      const waveStreams = waves.any
        ? {
            choice: new RandomStream(seed, replication, `less-sickness/${unit.id}`),
            further: new RandomStream(seed, replication, `more-sickness/${unit.id}`),
          }
        : undefined;
      const order = scatteredOrder(people.length);
      for (const [index, person] of people.entries()) {
        restart(own, stream);
        this.markTraining(workforce, person, workingDays, trainingChance, own);
        restart(own, stream);
        const share = person.employer === districtPayer ? sickness.districts : sickness.hospitals;
        this.markSickness(person, { ...sickness, share }, own, waves.of(person.employer), waveStreams);
        for (let year = years[0] - 1; year <= years[1]; year++) {
          for (const monday of holidayWeeks(holiday, calendar, year, order[index]!, people.length)) {
            this.markHoliday(person.number, monday);
          }
        }
      }
    }
  }

  /** Why a person is away on a day; a night belongs to the day on which it begins. */
  of(person: number, day: number): AbsenceKind {
    return (this.stateOf(person, day) & kindBits) as AbsenceKind;
  }

  /** Whether it is known when appointments are made that she will be away: on holiday or in training, not when ill. */
  knownBefore(person: number, day: number): boolean {
    const state = this.stateOf(person, day);
    return (state & kindBits) === AbsenceKind.holiday || (state & trainingBit) !== 0;
  }

  private stateOf(person: number, day: number): number {
    const index = day - this.firstDay;
    return index >= 0 && index < this.days ? this.states[index * this.people + person]! : AbsenceKind.none;
  }

  private markTraining(
    workforce: Workforce,
    person: Person,
    workingDays: readonly boolean[],
    chance: number,
    stream: RandomStream,
  ): void {
    for (let index = 0; index < this.days; index++) {
      if (!workingDays[index] || stream.next() >= chance) continue;
      if (workforce.plannedShift(person.number, this.firstDay + index) !== ShiftCode.day) continue;
      this.states[index * this.people + person.number] = AbsenceKind.training | trainingBit;
    }
  }

  /** @param stream at the state from which her usual spells begin @param streams of the unit, where there are waves */
  private markSickness(
    person: Person,
    rules: SicknessRules,
    stream: RandomStream,
    stretches: ReturnType<SicknessWaves['of']>,
    streams: { choice: RandomStream; further: RandomStream } | undefined,
  ): void {
    const { firstDay, days } = this;
    const mark = (from: number, to: number): void => {
      for (let day = from; day < to; day++) {
        const cell = day * this.people + person.number;
        this.states[cell] = (this.states[cell]! & trainingBit) | AbsenceKind.sickness;
      }
    };
    if (streams === undefined) {
      sicknessSpells(rules, stream, days, mark);
      return;
    }
    const markDays = (from: number, to: number): void => mark(from - firstDay, to - firstDay);
    const own = new RandomStream('', 0, '');
    restart(own, streams.choice);
    sicknessSpells(rules, stream, days, (from, to) =>
      keptDays(stretches, firstDay + from, firstDay + to, own.next(), markDays),
    );
    restart(own, streams.further);
    furtherSpells(stretches, rules, own, firstDay, firstDay + days, markDays);
  }

  private markHoliday(person: number, monday: number): void {
    const from = Math.max(0, monday - this.firstDay);
    const to = Math.min(this.days, monday - this.firstDay + daysPerWeek);
    for (let day = from; day < to; day++) this.states[day * this.people + person] = AbsenceKind.holiday;
  }
}

/** Chance of training on a day shift of a working day, such that it is the given share of all shifts of a unit. */
function chanceOfTraining(
  share: number,
  workforce: Workforce,
  people: readonly Person[],
  workingDays: readonly boolean[],
  firstDay: number,
): number {
  let planned = 0;
  let suited = 0;
  for (const [index, workingDay] of workingDays.slice(0, sampleDays).entries()) {
    for (const person of people) {
      const shift = workforce.plannedShift(person.number, firstDay + index);
      if (shift === ShiftCode.off) continue;
      planned++;
      if (workingDay && shift === ShiftCode.day) suited++;
    }
  }
  return planned === 0 ? share : suited === 0 ? 0 : Math.min(1, (share * planned) / suited);
}

/** Lets `own` begin anew with a state of four values from the stream of the unit. */
function restart(own: RandomStream, stream: RandomStream): void {
  const word = (): number => Math.floor(stream.next() * twoToThe32) | 0;
  own.restore([word(), word(), word(), word()]);
}
