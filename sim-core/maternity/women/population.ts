import normalCumulative from '@stdlib/stats-base-dists-normal-cdf';
import {
  category,
  clockMinutes,
  cumulativeShares,
  gamma,
  lognormal,
  nextThinnedArrival,
  normal,
  RandomStream,
  triangular,
  uniform,
  type Calendar,
} from '../../kernel/index.ts';
import { cos } from '../../kernel/elementary.ts';
import { siteIds, type ModelInputs } from '../model-inputs.ts';
import { BirthMode } from '../trace-states.ts';
import { Woman, type Fate, type Onset } from './woman.ts';

const minutesPerDay = 1440;
const minutesPerHour = 60;
const daysPerWeek = 7;
const daysPerYear = 365.25;

/** One uniform number for each decision; the order is part of the model's random streams and must only be added to. */
function drawVector(stream: RandomStream) {
  return {
    parity: stream.next(),
    group: stream.next(),
    onset: stream.next(),
    caesareanInLabour: stream.next(),
    instrumental: stream.next(),
    gestationBand: stream.next(),
    gestation: stream.next(),
    placeOfBirth: stream.next(),
    weekday: stream.next(),
    window: stream.next(),
    clock: stream.next(),
    ripening: stream.next(),
    latent: stream.next(),
    firstStage: stream.next(),
    secondStage: stream.next(),
    recovery: stream.next(),
    theatre: stream.next(),
    stayTail: stream.next(),
    stay: stream.next(),
    dischargeClock: stream.next(),
    homeVisit: stream.next(),
    homeVisitDay: stream.next(),
    homeVisitClock: stream.next(),
  };
}

type Draws = ReturnType<typeof drawVector>;

type Clinical = ModelInputs['data']['clinical'];
type Group = Clinical['groups']['nulliparous'][string];
type Stay = Clinical['postnatalStay']['caesarean'];

/**
 * All women whose labour begins between the start of the clock and `until`, in order of registration.
 *
 * Each origin (district or area outside) has a Poisson process of births whose rate follows the month. A woman's day is
 * then moved within its week as far as her onset asks: inductions and planned caesareans avoid weekends and holidays.
 * Births are therefore drawn to the end of the week in which `until` falls.
 *
 * @param until minutes of the clock
 */
export function drawPopulation(
  inputs: ModelInputs,
  calendar: Calendar,
  seed: string,
  replication: number,
  until: number,
): Woman[] {
  const maker = new FateMaker(inputs, calendar);
  const { monthFactors } = inputs.data.timePattern;
  const highestFactor = Math.max(...monthFactors);
  const lastDay = calendar.dayOf(until);
  const endOfWeek = calendar.midnight(lastDay + daysPerWeek - calendar.weekday(lastDay));
  const women: { origin: number; fate: Fate }[] = [];
  Object.entries(inputs.data.origins).forEach(([originId, origin], originIndex) => {
    const arrivals = new RandomStream(seed, replication, `births/${originId}`);
    const fates = new RandomStream(seed, replication, `fates/${originId}`);
    const rate = origin.births / (daysPerYear * minutesPerDay);
    if (rate === 0) return;
    const rateAt = (time: number): number => rate * monthFactors[calendar.dateOf(time).month - 1]!;
    let day = 0;
    while ((day = nextThinnedArrival(arrivals, day, rate * highestFactor, rateAt, endOfWeek)) < endOfWeek) {
      const fate = maker.make(originId, calendar.dayOf(day), drawVector(fates));
      if (fate.beginsAt < until) women.push({ origin: originIndex, fate });
    }
  });
  // Array sort is stable, so women who register at the same minute keep the order of their origins.
  women.sort((a, b) => a.fate.registersAt - b.fate.registersAt);
  return women.map(({ origin, fate }, number) => new Woman(number, origin, fate));
}

/** Turns vectors of uniform numbers into fates. */
class FateMaker {
  private readonly data: ModelInputs['data'];
  private readonly calendar: Calendar;
  private readonly sites: string[];
  private readonly groups: { nulliparous: GroupTable; multiparous: GroupTable };
  private readonly places: Map<string, { sites: number[]; cumulative: number[] }>;
  private readonly hours: number[];
  private readonly weekdays: number[];
  private readonly windows: number[];
  private readonly pretermBands: number[];
  private readonly dischargeClocks: { opens: number; mode: number; closes: number };
  private readonly visitClocks: { opens: number; closes: number };

  constructor(inputs: ModelInputs, calendar: Calendar) {
    const { data } = inputs;
    this.data = data;
    this.calendar = calendar;
    this.sites = siteIds(inputs);
    this.groups = {
      nulliparous: groupTable(data.clinical.groups.nulliparous),
      multiparous: groupTable(data.clinical.groups.multiparous),
    };
    this.places = new Map(
      Object.entries(data.sectors).map(([id, sector]) => [
        id,
        {
          sites: Object.keys(sector.placeOfBirth).map((site) => this.sites.indexOf(site)),
          cumulative: cumulativeShares(Object.values(sector.placeOfBirth)),
        },
      ]),
    );
    const { spontaneousOnset, inductionStart } = data.timePattern;
    this.hours = cumulativeShares(hourShares(spontaneousOnset.amplitude, spontaneousOnset.peak));
    this.weekdays = cumulativeShares(inductionStart.weekdays);
    this.windows = cumulativeShares(inductionStart.windows.map((window) => window.share));
    const { dischargeWindow } = data.clinical.postnatalStay;
    this.dischargeClocks = {
      opens: clockMinutes(dischargeWindow.opens),
      mode: clockMinutes(dischargeWindow.mode),
      closes: clockMinutes(dischargeWindow.closes),
    };
    const { homeVisit } = data.programme;
    this.visitClocks = { opens: clockMinutes(homeVisit.opens), closes: clockMinutes(homeVisit.closes) };
    this.pretermBands = cumulativeShares(data.clinical.gestation.pretermBands.map((band) => band.share));
  }

  make(originId: string, day: number, u: Draws): Fate {
    const { data } = this;
    const sector = data.sectors[data.origins[originId]!.sector]!;
    const nulliparous = u.parity < sector.nulliparousShare;
    const parity = nulliparous ? 'nulliparous' : 'multiparous';
    const table = this.groups[parity];
    const group = table.groups[category(u.group, table.cumulative)]!;
    const place = this.places.get(data.origins[originId]!.sector)!;
    const intendedSite = place.sites[category(u.placeOfBirth, place.cumulative)]!;
    const onset = drawOnset(group, u.onset);
    const mode = this.drawMode(onset, group, intendedSite, parity, u);
    const beginsAt = this.drawBeginning(onset, day, u);
    const { gestation, labour, postnatalStay } = data.clinical;
    const registersAt = beginsAt - (this.drawGestation(group, u) - gestation.registration) * minutesPerDay;
    const induced = onset === 'induced';
    const firstStage = labour.activeFirstStage[parity];
    const factor = induced ? labour.inducedFactor[parity] : 1;
    const { dischargeClocks, visitClocks } = this;
    return {
      nulliparous,
      onset,
      mode,
      intendedSite,
      registersAt,
      dueAt: registersAt + (gestation.mean - gestation.registration) * minutesPerDay,
      beginsAt,
      ripening: induced
        ? hours(lognormal(u.ripening, labour.ripening[parity].median, labour.ripening[parity].sigma))
        : 0,
      latentInRoom: triangularHours(u.latent, labour.latentInRoom),
      activeFirstStage: hours(lognormal(u.firstStage, firstStage.median * factor, firstStage.sigma)),
      secondStage:
        mode === BirthMode.acuteCaesarean
          ? 0
          : hours(lognormal(u.secondStage, labour.secondStage[parity].median, labour.secondStage[parity].sigma)),
      recovery: triangularHours(u.recovery, labour.recovery),
      theatre: triangularHours(u.theatre, labour.theatre),
      stay: drawStay(isCaesarean(mode) ? postnatalStay.caesarean : postnatalStay.vaginal[parity], u),
      dischargeClock: triangular(u.dischargeClock, dischargeClocks.opens, dischargeClocks.mode, dischargeClocks.closes),
      homeVisitDraw: u.homeVisit,
      homeVisitAfterDays: 1 + Math.floor(u.homeVisitDay * data.programme.homeVisit.withinDays),
      homeVisitClock: uniform(u.homeVisitClock, visitClocks.opens, visitClocks.closes),
    };
  }

  private drawMode(
    onset: Onset,
    group: Group,
    intendedSite: number,
    parity: 'nulliparous' | 'multiparous',
    u: Draws,
  ): BirthMode {
    if (onset === 'planned caesarean') return BirthMode.plannedCaesarean;
    if (u.caesareanInLabour < group.caesareanInLabour) return BirthMode.acuteCaesarean;
    const siteId = this.sites[intendedSite];
    const hospital = siteId === undefined ? undefined : this.data.hospitals[this.data.sites[siteId]!.hospital];
    const instrumental = hospital === undefined ? 0 : hospital.instrumentalShare[parity];
    return u.instrumental < instrumental ? BirthMode.instrumental : BirthMode.spontaneous;
  }

  private drawBeginning(onset: Onset, day: number, u: Draws): number {
    const { calendar } = this;
    const { inductionStart, plannedCaesarean } = this.data.timePattern;
    const monday = day - calendar.weekday(day);
    if (onset === 'induced') {
      const window = inductionStart.windows[category(u.window, this.windows)]!;
      let start = Math.max(0, monday + category(u.weekday, this.weekdays));
      while (calendar.isPublicHoliday(start)) start++;
      return calendar.timeAt(start, uniform(u.clock, clockMinutes(window.from), clockMinutes(window.to)));
    }
    if (onset === 'planned caesarean') {
      const start = calendar.nextWorkingDay(Math.max(0, monday + Math.floor(u.weekday * 5)));
      return calendar.timeAt(
        start,
        uniform(u.clock, clockMinutes(plannedCaesarean.from), clockMinutes(plannedCaesarean.to)),
      );
    }
    const hour = category(u.clock, this.hours);
    const below = hour === 0 ? 0 : this.hours[hour - 1]!;
    const within = (u.clock - below) / (this.hours[hour]! - below);
    return calendar.timeAt(day, (hour + within) * minutesPerHour);
  }

  /** Length of gestation in days: a band of preterm births, or a normal distribution between its bounds. */
  private drawGestation(group: Group, u: Draws): number {
    const { gestation } = this.data.clinical;
    if (group.preterm) {
      const band = gestation.pretermBands[category(u.gestationBand, this.pretermBands)]!;
      return uniform(u.gestation, band.fromDay, band.toDay);
    }
    const { mean, standardDeviation, minimum, maximum } = gestation;
    const lowest = normalCumulative(minimum, mean, standardDeviation);
    const highest = normalCumulative(maximum, mean, standardDeviation);
    return normal(uniform(u.gestation, lowest, highest), mean, standardDeviation);
  }
}

interface GroupTable {
  groups: Group[];
  cumulative: number[];
}

function groupTable(groups: Record<string, Group>): GroupTable {
  return {
    groups: Object.values(groups),
    cumulative: cumulativeShares(Object.values(groups).map(({ share }) => share)),
  };
}

/** Share of spontaneous onsets in each hour of the day: 1 + a·cos(2π(h − peak)/24), at the middle of the hour. */
function hourShares(amplitude: number, peak: number): number[] {
  return Array.from({ length: 24 }, (_, hour) => (1 + amplitude * cos((2 * Math.PI * (hour + 0.5 - peak)) / 24)) / 24);
}

function drawOnset(group: Group, u: number): Onset {
  if (u < group.plannedCaesarean) return 'planned caesarean';
  return u < group.plannedCaesarean + (1 - group.plannedCaesarean) * group.induced ? 'induced' : 'spontaneous';
}

function drawStay(stay: Stay, u: Draws): number {
  const { mean, standardDeviation } = u.stayTail < stay.tailShare ? stay.tail : stay.usual;
  return gamma(u.stay, mean, standardDeviation) * minutesPerDay;
}

function triangularHours(
  u: number,
  { minimum, mode, maximum }: { minimum: number; mode: number; maximum: number },
): number {
  return hours(triangular(u, minimum, mode, maximum));
}

function hours(value: number): number {
  return value * minutesPerHour;
}

export function isCaesarean(mode: BirthMode): boolean {
  return mode === BirthMode.plannedCaesarean || mode === BirthMode.acuteCaesarean;
}
