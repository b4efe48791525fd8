import { clockMinutes, triangular, uniform, type Calendar, type Quantile } from '../../kernel/index.ts';
import { siteIds, type ModelInputs } from '../model-inputs.ts';
import { BirthMode } from '../trace-states.ts';
import { NeonatalLaw, ReadmissionLaw, StayLaw } from './after-birth.ts';
import { Beginnings } from './beginnings.ts';
import { vulnerabilityOf } from './circumstances.ts';
import { durationQuantile } from './duration.ts';
import { Draw, type DrawVector } from './fate-draws.ts';
import type { Fate, Onset, RipeningPlace } from './fate.ts';
import { GestationLaw } from './gestation.ts';
import { drawOnset, GroupTable, isCaesarean, riskOf, type ObstetricGroup, type Parity } from './obstetric-groups.ts';
import { PlacesOfBirth } from './place-of-birth.ts';
import { truncatedNormal } from './truncated-normal.ts';

const minutesPerDay = 1440;
const daysPerWeek = 7;
const minutesPerHour = 60;
const twoToThe32 = 4_294_967_296;

type Data = ModelInputs['data'];
type Uncomplicated = Data['clinical']['uncomplicated'][Parity];

/** What depends on parity, made ready to draw from. */
interface ParityLaws {
  groups: GroupTable;
  /** In years. */
  age: Quantile;
  activeFirstStage: Quantile;
  inducedFactor: number;
  ripening: Quantile;
  secondStage: Quantile;
  vaginalStay: StayLaw;
  /** Probability that an otherwise eligible birth has no complication. */
  uncomplicated: number;
  /** By index of the site; 0 elsewhere. */
  instrumental: number[];
}

/** Who she is obstetrically, and how labour is to begin. */
interface ObstetricCourse {
  laws: ParityLaws;
  groupIndex: number;
  group: ObstetricGroup;
  onset: Onset;
}

/** What depends on where she lives, made ready to draw from. */
export interface SectorLaws {
  nulliparousShare: number;
  epiduralShare: { nulliparous: number; multiparous: number };
  places: PlacesOfBirth;
}

/** When a pregnancy begins to be followed and when labour begins, the induction starts or the caesarean is planned. */
type PregnancyTime = Pick<Fate, 'gestation' | 'beginsAt' | 'registersAt'>;

/** Turns vectors of uniform numbers into fates. */
export class FateMaker {
  private readonly inputs: ModelInputs;
  private readonly calendar: Calendar;
  private readonly nulliparous: ParityLaws;
  private readonly multiparous: ParityLaws;
  private readonly beginnings: Beginnings;
  private readonly gestation: GestationLaw;
  private readonly assessment: Quantile;
  private readonly latentInRoom: Quantile;
  private readonly recovery: Quantile;
  private readonly theatre: Quantile;
  private readonly caesareanStay: StayLaw;
  private readonly neonatal: NeonatalLaw;
  private readonly newbornReadmission: ReadmissionLaw;
  private readonly maternalReadmission: ReadmissionLaw;
  private readonly loss: Quantile;
  private readonly dischargeClocks: { opens: number; mode: number; closes: number };
  private readonly visitClocks: { opens: number; closes: number };

  constructor(inputs: ModelInputs, calendar: Calendar) {
    const { data } = inputs;
    const { clinical, programme } = data;
    const { labour, postnatalStay, readmission, gestation } = clinical;
    this.inputs = inputs;
    this.calendar = calendar;
    this.nulliparous = parityLaws(inputs, 'nulliparous');
    this.multiparous = parityLaws(inputs, 'multiparous');
    this.beginnings = new Beginnings(data.timePattern, calendar);
    this.gestation = new GestationLaw(gestation);
    this.assessment = durationQuantile(labour.assessment, minutesPerHour);
    this.latentInRoom = durationQuantile(labour.latentInRoom, minutesPerHour);
    this.recovery = durationQuantile(labour.recovery, minutesPerHour);
    this.theatre = durationQuantile(labour.theatre, minutesPerHour);
    this.caesareanStay = new StayLaw(postnatalStay.caesarean);
    this.neonatal = new NeonatalLaw(clinical.neonatalCare, gestation.minimum);
    this.newbornReadmission = new ReadmissionLaw(readmission.newborn);
    this.maternalReadmission = new ReadmissionLaw(readmission.mother);
    this.loss = durationQuantile(clinical.lossToFollowUp.after, minutesPerDay);
    const { opens, mode, closes } = postnatalStay.dischargeWindow;
    this.dischargeClocks = { opens: clockMinutes(opens), mode: clockMinutes(mode), closes: clockMinutes(closes) };
    const { homeVisit } = programme;
    this.visitClocks = { opens: clockMinutes(homeVisit.opens), closes: clockMinutes(homeVisit.closes) };
  }

  /** What to draw from for the women of a sector. @param id one of the sectors of the base data */
  sectorLaws(id: string): SectorLaws {
    const sector = this.inputs.data.sectors[id]!;
    const { nulliparousShare, epiduralShare } = sector;
    return { nulliparousShare, epiduralShare, places: new PlacesOfBirth(this.inputs, sector) };
  }

  /**
   * The fate of a woman, or undefined when she has not registered by then.
   * @param sector where she lives
   * @param day day of the clock on which the process of births has put her birth
   * @param u only read
   * @param isLost she is lost to follow-up before birth
   * @param until minutes of the clock
   */
  make(sector: SectorLaws, day: number, u: DrawVector, isLost: boolean, until: number): Fate | undefined {
    const course = this.courseOf(sector, u);
    const { group, onset } = course;
    const gestation = this.gestation.draw(group.preterm, u[Draw.gestationBand]!, u[Draw.gestation]!);
    const beginsAt = this.beginnings.draw(onset, day, u);
    const registersAt = beginsAt - (gestation - this.inputs.data.clinical.gestation.registration) * minutesPerDay;
    if (registersAt >= until) return undefined;
    return this.complete(sector, course, u, { gestation, beginsAt, registersAt }, isLost);
  }

  /**
   * The fate of a woman with other uniform numbers than at first: what does not hang on those that were changed stays, and
   * so does the time of her pregnancy.
   * @param time as it is to be; she is not lost to follow-up
   */
  remake(sector: SectorLaws, u: DrawVector, time: PregnancyTime): Fate {
    return this.complete(sector, this.courseOf(sector, u), u, time, false);
  }

  /**
   * A pregnancy that began when hers did and lasts as long as other uniform numbers say, or undefined when labour would
   * have begun before `now`. An induction or a planned caesarean that its pattern of the week would move across the limit
   * between preterm and term is put a week later or earlier instead.
   */
  retime(sector: SectorLaws, u: DrawVector, { registersAt }: Fate, now: number): PregnancyTime | undefined {
    const { registration, minimum: termFrom, maximum } = this.inputs.data.clinical.gestation;
    const { group, onset } = this.courseOf(sector, u);
    const preterm = u[Draw.gestationBand]! < group.preterm;
    let wanted = this.gestation.draw(group.preterm, u[Draw.gestationBand]!, u[Draw.gestation]!);
    for (;;) {
      const at = registersAt + (wanted - registration) * minutesPerDay;
      if (at <= now) return undefined;
      const beginsAt = this.beginnings.draw(onset, this.calendar.dayOf(at), u);
      if (beginsAt <= now) return undefined;
      const gestation = registration + (beginsAt - registersAt) / minutesPerDay;
      if (preterm ? gestation >= termFrom : gestation > maximum) wanted -= daysPerWeek;
      else if (!preterm && gestation < termFrom) wanted += daysPerWeek;
      else return { gestation, beginsAt, registersAt };
    }
  }

  /**
   * Uniform numbers of a woman with which she gives birth before term, or at term: her group becomes one of those in which
   * women of her parity with as many children do so.
   * @param u only read @param uGroup @param uBand uniform numbers that decide on the group and on how early it is
   */
  givenPreterm(sector: SectorLaws, u: DrawVector, preterm: boolean, uGroup: number, uBand: number): DrawVector {
    const { laws, group } = this.courseOf(sector, u);
    const changed = u.slice();
    changed[Draw.group] = laws.groups.numberGiven(group.plurality, preterm, uGroup);
    const share = this.groupOf(sector, changed).preterm;
    changed[Draw.gestationBand] = preterm ? share * uBand : share + (1 - share) * uBand;
    return changed;
  }

  /** Share of births before term among women of her parity with as many children. */
  pretermShare(sector: SectorLaws, u: DrawVector): number {
    const { laws, group } = this.courseOf(sector, u);
    return laws.groups.pretermShare(group.plurality);
  }

  /** Her obstetric group. */
  groupOf(sector: SectorLaws, u: DrawVector): ObstetricGroup {
    return this.courseOf(sector, u).group;
  }

  /** Share of women of her parity whose birth is instrumental, of those who give birth vaginally at a site. */
  instrumentalShare(sector: SectorLaws, u: DrawVector, site: number): number {
    return this.courseOf(sector, u).laws.instrumental[site] ?? 0;
  }

  private courseOf(sector: SectorLaws, u: DrawVector): ObstetricCourse {
    const laws = u[Draw.parity]! < sector.nulliparousShare ? this.nulliparous : this.multiparous;
    const groupIndex = laws.groups.draw(u[Draw.group]!);
    const group = laws.groups.group(groupIndex);
    return { laws, groupIndex, group, onset: drawOnset(group, u[Draw.onset]!) };
  }

  private complete(
    sector: SectorLaws,
    { laws, groupIndex, group, onset }: ObstetricCourse,
    u: DrawVector,
    { gestation, beginsAt, registersAt }: PregnancyTime,
    isLost: boolean,
  ): Fate {
    const { clinical, programme } = this.inputs.data;
    const { mean, registration, minimum: termFrom } = clinical.gestation;
    const nulliparous = laws === this.nulliparous;
    const preterm = gestation < termFrom;
    const age = Math.floor(laws.age(u[Draw.age]!));
    const risk = riskOf(group, preterm, age, u[Draw.condition]!, clinical.risk);
    const intendedSite = sector.places.draw(gestation, risk, u[Draw.placeOfBirth]!, u[Draw.regionalUnit]!);
    const mode = drawMode(onset, group, laws, intendedSite, u);
    const caesarean = isCaesarean(mode);
    const induced = onset === 'induced';
    const stay = (caesarean ? this.caesareanStay : laws.vaginalStay).draw(u[Draw.stayTail]!, u[Draw.stay]!);
    const neonatalStay = this.neonatal.draw(gestation, u[Draw.neonatalAdmission]!, u[Draw.neonatalStay]!);
    const ready = Math.max(stay, neonatalStay);
    const { circumstances } = clinical;
    const epidural = nulliparous ? sector.epiduralShare.nulliparous : sector.epiduralShare.multiparous;
    const { dischargeClocks, visitClocks } = this;
    return {
      nulliparous,
      age,
      plurality: group.plurality,
      group: laws.groups.key(groupIndex),
      risk,
      needsInterpreter:
        u[Draw.immigrant]! < circumstances.immigrant && u[Draw.interpreter]! < circumstances.needsInterpreter,
      vulnerability: vulnerabilityOf(u, circumstances),
      epidural: onset !== 'planned caesarean' && u[Draw.epidural]! < epidural,
      onset,
      mode,
      intendedSite,
      registersAt,
      dueAt: registersAt + (mean - registration) * minutesPerDay,
      beginsAt,
      gestation,
      lostAt: isLost ? registersAt + this.drawLoss(u[Draw.loss]!, beginsAt - registersAt) : NaN,
      ripening: induced ? laws.ripening(u[Draw.ripening]!) : 0,
      ripeningPlace: this.drawRipeningPlace(risk === 'high', u[Draw.ripeningPlace]!),
      assessment: this.assessment(u[Draw.assessment]!),
      latentInRoom: this.latentInRoom(u[Draw.latent]!),
      activeFirstStage: laws.activeFirstStage(u[Draw.firstStage]!) * (induced ? laws.inducedFactor : 1),
      secondStage: mode === BirthMode.acuteCaesarean ? 0 : laws.secondStage(u[Draw.secondStage]!),
      recovery: this.recovery(u[Draw.recovery]!),
      theatre: this.theatre(u[Draw.theatre]!),
      uncomplicated:
        !caesarean &&
        !preterm &&
        group.plurality === 1 &&
        neonatalStay === 0 &&
        u[Draw.uncomplicated]! < laws.uncomplicated,
      stay,
      dischargeClock: triangular(
        u[Draw.dischargeClock]!,
        dischargeClocks.opens,
        dischargeClocks.mode,
        dischargeClocks.closes,
      ),
      neonatalStay,
      newbornReadmission: this.newbornReadmission.draw(
        ready,
        u[Draw.newbornReadmission]!,
        u[Draw.newbornReadmissionAfter]!,
        u[Draw.newbornReadmissionStay]!,
      ),
      maternalReadmission: this.maternalReadmission.draw(
        ready,
        u[Draw.maternalReadmission]!,
        u[Draw.maternalReadmissionAfter]!,
        u[Draw.maternalReadmissionStay]!,
      ),
      earlyDischargeDraw: u[Draw.earlyDischarge]!,
      homeVisitDraw: u[Draw.homeVisit]!,
      healthNurseVisitDraw: u[Draw.healthNurseVisit]!,
      homeVisitAfterDays: 1 + Math.floor(u[Draw.homeVisitDay]! * programme.homeVisit.withinDays),
      homeVisitClock: uniform(u[Draw.homeVisitClock]!, visitClocks.opens, visitClocks.closes),
      contactSeed: Math.floor(u[Draw.contactSeed]! * twoToThe32) | 0,
    };
  }

  /** Minutes from registration; always before the birth would begin. */
  private drawLoss(u: number, pregnancy: number): number {
    const after = this.loss(u);
    return after < pregnancy ? after : u * pregnancy;
  }

  private drawRipeningPlace(highRisk: boolean, u: number): RipeningPlace {
    const { home, labourRoom } = this.inputs.data.clinical.labour.ripeningPlace;
    if (u < home) return highRisk ? 'antenatalBed' : 'home';
    return u < home + labourRoom ? 'labourRoom' : 'antenatalBed';
  }
}

function parityLaws(inputs: ModelInputs, parity: Parity): ParityLaws {
  const { clinical, hospitals, sites } = inputs.data;
  const { labour } = clinical;
  const age = clinical.age[parity];
  const { minimum, maximum } = clinical.age.bounds;
  return {
    groups: new GroupTable(clinical.groups[parity]),
    age: truncatedNormal(age.mean, age.standardDeviation, minimum, maximum),
    activeFirstStage: durationQuantile(labour.activeFirstStage[parity], minutesPerHour),
    inducedFactor: labour.inducedFactor[parity],
    ripening: durationQuantile(labour.ripening[parity], minutesPerHour),
    secondStage: durationQuantile(labour.secondStage[parity], minutesPerHour),
    vaginalStay: new StayLaw(clinical.postnatalStay.vaginal[parity]),
    uncomplicated: shareUncomplicated(clinical.uncomplicated[parity]),
    instrumental: siteIds(inputs).map((id) => hospitals[sites[id]!.hospital]!.instrumentalShare[parity]),
  };
}

function shareUncomplicated({ largeBleeding, largeTear, otherwiseWell }: Uncomplicated): number {
  return (1 - largeBleeding) * (1 - largeTear) * otherwiseWell;
}

function drawMode(onset: Onset, group: ObstetricGroup, laws: ParityLaws, site: number, u: DrawVector): BirthMode {
  if (onset === 'planned caesarean') return BirthMode.plannedCaesarean;
  if (u[Draw.caesareanInLabour]! < group.caesareanInLabour) return BirthMode.acuteCaesarean;
  return u[Draw.instrumental]! < (laws.instrumental[site] ?? 0) ? BirthMode.instrumental : BirthMode.spontaneous;
}
