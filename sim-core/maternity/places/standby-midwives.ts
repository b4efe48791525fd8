import type { Calendar, EventHandle, Simulation } from '../../kernel/index.ts';
import { interventionsOf, type DatedIntervention } from '../interventions.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { Person } from '../staff/person.ts';
import type { ShiftTimes } from '../staff/shift-times.ts';
import type { Staffing } from '../staff/staffing.ts';
import { ShiftCode, type Unit } from '../staff/unit.ts';
import type { Workforce } from '../staff/workforce.ts';
import type { BirthSite } from './birth-site.ts';

const minutesPerHour = 60;

/** What standby needs of the rest of the service. */
interface StandbyContext {
  simulation: Simulation;
  calendar: Calendar;
  inputs: ModelInputs;
  workforce: Workforce;
  shiftTimes: ShiftTimes;
  staffing: Pick<Staffing, 'mayBeCalledIn' | 'callIn'>;
  /** Somebody is on call from home from one instant to another. */
  onCall(person: Person, start: number, end: number): void;
}

/**
 * Midwives of a labour ward who are at home on standby. In each shift those whose turn it is, of the people who are off and
 * may work the whole of it by the working-time rules. When the ward has lacked a midwife for some time for women in active
 * labour, one is called: she comes after a journey and works on overtime until the shift ends in which she was called. Who
 * could not arrive before that is not called; the next shift has its own standby.
 */
export class StandbyMidwives {
  /** Times somebody was called in, and times somebody was wanted and could not be had. */
  calls = 0;
  unanswered = 0;
  /** Hours of those who were called in, journey included. */
  hours = 0;

  private readonly context: StandbyContext;
  private readonly norms: readonly DatedIntervention<'one-to-one-norm'>[];
  private readonly unit: number;
  private readonly people: readonly Person[];
  private readonly rules: ModelInputs['data']['oneToOneNorm'];
  private readonly lastDay: number;
  /** Place on the list of the person whose turn it is next. */
  private next = 0;
  private day = 0;
  private shiftEnd = -Infinity;
  private wanted = 0;
  /** Those of the running shift who are still at home. */
  private atHome: number[] = [];
  private onTheWay = 0;
  /** Called in, and not home again. */
  private out = 0;
  private lacking = 0;
  /** Midwives for whom there was nobody to be called, since when they have been lacking. */
  private inVain = 0;
  private check: EventHandle | undefined;

  constructor(context: StandbyContext, norms: readonly DatedIntervention<'one-to-one-norm'>[], unit: Unit) {
    const { inputs, calendar, workforce } = context;
    this.context = context;
    this.norms = norms;
    this.unit = unit.index;
    this.people = workforce.peopleOf[unit.index]!;
    this.rules = inputs.data.oneToOneNorm;
    this.lastDay = calendar.dayNumber(inputs.horizon.end);
    this.scheduleTurn(ShiftCode.day, Math.max(0, Math.min(...norms.map(({ fromDay }) => fromDay))));
  }

  /** The ward lacks so many midwives for its women in active labour from now on. */
  setLacking(midwives: number): void {
    if (midwives === this.lacking) return;
    this.lacking = midwives;
    this.consider();
  }

  /** Forgets what was counted so far. */
  startCounting(): void {
    this.calls = 0;
    this.unanswered = 0;
    this.hours = 0;
  }

  private consider(): void {
    const missing = this.lacking - this.onTheWay;
    if (missing < this.inVain) this.inVain = Math.max(0, missing);
    if (missing > this.inVain && this.wanted > 0) {
      this.check ??= this.context.simulation.schedule(this.rules.callAfter, this.call);
    } else if (this.check !== undefined) {
      this.context.simulation.cancel(this.check);
      this.check = undefined;
    }
  }

  /** Midwives have been lacking for long enough: calls as many as there are. */
  private readonly call = (): void => {
    const { simulation, staffing } = this.context;
    this.check = undefined;
    const arrivesAt = simulation.now + this.rules.journey;
    const { shiftEnd } = this;
    if (arrivesAt >= shiftEnd) return;
    for (let missing = this.lacking - this.onTheWay; missing > this.inVain; missing--) {
      const person = this.out < this.wanted ? this.atHome.shift() : undefined;
      if (person === undefined) {
        this.unanswered += missing - this.inVain;
        this.inVain = missing;
        return;
      }
      this.calls++;
      this.hours += (shiftEnd - simulation.now) / minutesPerHour;
      this.out++;
      this.onTheWay++;
      staffing.callIn(person, this.unit, this.day, arrivesAt, shiftEnd);
      simulation.scheduleAt(arrivesAt, this.arrives);
      simulation.scheduleAt(shiftEnd, this.leaves);
    }
  };

  private readonly arrives = (): void => {
    this.onTheWay--;
    this.consider();
  };

  private readonly leaves = (): void => {
    this.out--;
  };

  private scheduleTurn(shift: ShiftCode, day: number): void {
    if (day > this.lastDay) return;
    const { simulation, shiftTimes } = this.context;
    simulation.scheduleAt(shiftTimes.start(shift, day), () => this.turn(shift, day));
  }

  /** A shift begins: those on standby in it, who are paid until the next one begins. */
  private turn(shift: ShiftCode, day: number): void {
    const { shiftTimes, staffing } = this.context;
    const start = shiftTimes.start(shift, day);
    const end = shiftTimes.end(shift, day);
    const nextShift = shift === ShiftCode.night ? ShiftCode.day : ((shift + 1) as ShiftCode);
    const nextDay = shift === ShiftCode.night ? day + 1 : day;
    this.day = day;
    this.shiftEnd = end;
    this.wanted = this.standbyOn(day);
    this.atHome = [];
    const { people, next } = this;
    for (let asked = 0; asked < people.length && this.atHome.length < this.wanted; asked++) {
      const index = (next + asked) % people.length;
      const person = people[index]!;
      if (!staffing.mayBeCalledIn(person.number, day, start, end)) continue;
      this.atHome.push(person.number);
      this.next = (index + 1) % people.length;
      this.context.onCall(person, start, shiftTimes.start(nextShift, nextDay));
    }
    this.inVain = 0;
    this.consider();
    this.scheduleTurn(nextShift, nextDay);
  }

  private standbyOn(day: number): number {
    const norm = this.norms.find(({ fromDay, endDay }) => fromDay <= day && day < endDay);
    return norm === undefined ? 0 : (norm.intervention.standby ?? this.rules.standby);
  }
}

/** Standby for the labour wards of sites where the norm of one-to-one care is in force at some time. */
export function standbyMidwives(context: StandbyContext, sites: readonly BirthSite[]): StandbyMidwives[] {
  const norms = interventionsOf(context.inputs, context.calendar, 'one-to-one-norm');
  return sites.flatMap((site) => {
    const ofSite = norms.filter(({ intervention }) => intervention.site === site.id);
    const unit = context.workforce.units.find(
      ({ kind, profession, site: index }) => kind === 'labourWard' && profession === 'midwife' && index === site.index,
    );
    if (ofSite.length === 0 || unit === undefined) return [];
    const standby = new StandbyMidwives(context, ofSite, unit);
    site.ward.onLacking = (midwives) => standby.setLacking(midwives);
    return [standby];
  });
}
