import { poissonCount, type Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import { Vulnerability } from '../women/fate.ts';
import type { Woman } from '../women/woman.ts';
import { Source, type Wanted } from './appointments.ts';
import type { ContactDays } from './contact-days.ts';
import { ContactKind } from './contact-kinds.ts';
import { lengthAbout } from './contact-lengths.ts';
import { extraSupportByOrigin, firstGroup, type ExtraSupport } from './extra-support.ts';
import { byMidwife, preferenceOf, type Programme } from './programme.ts';

const minutesPerDay = 1440;
const minutesPerHour = 60;
const daysPerWeek = 7;
/** First draws of each sort of contact; a sort has room for as many as lie between. */
const draws = { consultation: 1, ultrasound: 40, extra: 60, support: 120, perGroup: 30, extraSupport: 500 };
/** Draws of the same purpose that decide other things than the number of contacts. */
const dayDraws = 100;
const providerDraws = 200;
const mostContacts = 30;
const mostExtraSupport = 200;
const vulnerabilities = Object.entries(Vulnerability) as [keyof typeof Vulnerability, number][];

/** Where a woman's contacts take place. */
export interface Places {
  /** Index of the clinic of her district and of her hospital, or −1 if she has none in the model. */
  healthStation: number;
  hospitalClinic: number;
}

/** What a woman is to have during pregnancy, by her programme, her risk and her needs. */
export class AntenatalPlan {
  private readonly programme: Programme;
  private readonly days: ContactDays;
  private readonly extraSupport: readonly (readonly ExtraSupport[])[];
  private readonly wanted: Wanted = {
    kind: ContactKind.antenatalConsultation,
    source: Source.clinic,
    place: 0,
    draw: 0,
    day: 0,
    lastDay: 0,
    minutes: 0,
    documentation: 0,
  };

  constructor(programme: Programme, days: ContactDays, inputs: ModelInputs, calendar: Calendar) {
    this.programme = programme;
    this.days = days;
    this.extraSupport = extraSupportByOrigin(inputs, calendar);
  }

  /**
   * Tells of everything she is to have after her registration, in no order. Contacts whose week is past by then are left
   * out; only the first consultation is made up for. A woman without a health station has hospital contacts only.
   * @param tell is given the same object every time, with other values: some hundred thousand contacts are planned a year
   */
  each(woman: Woman, places: Places, tell: (wanted: Wanted) => void): void {
    const registered = this.days.dayOf(woman.fate.registersAt);
    if (places.healthStation >= 0) this.addConsultations(woman, places.healthStation, registered, tell);
    if (places.hospitalClinic >= 0) this.addHospitalContacts(woman, places.hospitalClinic, registered, tell);
    if (woman.fate.vulnerability === 0) return;
    this.addSupport(woman, places, registered, tell);
    this.addExtraSupport(woman, places, registered, tell);
  }

  private addConsultations({ fate }: Woman, place: number, registered: number, tell: (wanted: Wanted) => void): void {
    const { antenatal } = this.programme.data;
    const preference = preferenceOf(this.programme, fate);
    antenatal.consultationWeeks.forEach((week, visit) => {
      const draw = draws.consultation + visit;
      let day = this.dayOfWeek(fate, week, draw);
      if (day <= registered) {
        if (visit > 0) return;
        day = registered + 1 + Math.floor(contactDraw(fate, ContactDraw.dayOfVisit, draw) * antenatal.firstWithinDays);
      }
      const mean = visit === 0 ? antenatal.firstDuration : antenatal.duration;
      tell(
        this.fill(
          ContactKind.antenatalConsultation,
          byMidwife(this.programme, fate, preference, visit + 1) ? Source.clinic : Source.practitioner,
          place,
          draw,
          day,
          this.minutes(fate, draw, mean, visit === 0 ? 0 : antenatal.durationStandardDeviation),
          antenatal.documentation,
        ),
      );
    });
  }

  private addHospitalContacts(
    { fate }: Woman,
    place: number,
    registered: number,
    tell: (wanted: Wanted) => void,
  ): void {
    const { antenatal, outpatientClinic } = this.programme.data;
    antenatal.ultrasoundWeeks.forEach((week, visit) => {
      const draw = draws.ultrasound + visit;
      const day = this.dayOfWeek(fate, week, draw);
      if (day <= registered) return;
      tell(
        this.fill(
          ContactKind.ultrasound,
          Source.clinic,
          place,
          draw,
          day,
          this.minutes(fate, draw, antenatal.ultrasoundDuration, 0),
          antenatal.documentation,
        ),
      );
    });
    const mean = outpatientClinic.extraConsultations[fate.risk];
    const count = Math.min(mostContacts, poissonCount(contactDraw(fate, ContactDraw.extraConsultations), mean));
    const { fromWeek, toWeek, obstetricianShare } = outpatientClinic;
    for (let visit = 0; visit < count; visit++) {
      const draw = draws.extra + visit;
      const u = contactDraw(fate, ContactDraw.extraConsultations, dayDraws + visit);
      const obstetrician = contactDraw(fate, ContactDraw.extraConsultations, providerDraws + visit) < obstetricianShare;
      const day = this.days.dayOf(instantOf(fate, fromWeek + u * (toWeek - fromWeek)));
      tell(
        this.fill(
          ContactKind.hospitalConsultation,
          obstetrician ? Source.obstetrician : Source.clinic,
          place,
          draw,
          Math.max(day, registered + 1),
          this.minutes(fate, draw, antenatal.duration, antenatal.durationStandardDeviation),
          antenatal.documentation,
        ),
      );
    }
  }

  private addSupport({ fate }: Woman, places: Places, registered: number, tell: (wanted: Wanted) => void): void {
    const { support } = this.programme.data;
    vulnerabilities.forEach(([name, bit], group) => {
      if ((fate.vulnerability & bit) === 0) return;
      const { hours, setting } = support.groups[name];
      const place = setting === 'site' ? places.hospitalClinic : places.healthStation;
      if (place < 0) return;
      const mean = (hours * minutesPerHour) / support.duration;
      const count = Math.min(
        mostContacts,
        Math.floor(mean + contactDraw(fate, ContactDraw.supportConsultation, group)),
      );
      for (let visit = 0; visit < count; visit++) {
        const draw = draws.support + group * draws.perGroup + visit;
        tell(this.supportConsultation(fate, place, draw, visit, count, registered));
      }
    });
  }

  /** Beside the programme: once for a woman who is in several of the groups, and only on days on which it is given. */
  private addExtraSupport(
    { fate, origin }: Woman,
    places: Places,
    registered: number,
    tell: (wanted: Wanted) => void,
  ): void {
    const { support } = this.programme.data;
    let draw = draws.extraSupport;
    this.extraSupport[origin]!.forEach(({ fromDay, endDay, hours, groups }, index) => {
      const group = firstGroup(groups, fate.vulnerability);
      if (group === undefined) return;
      const place = support.groups[group].setting === 'site' ? places.hospitalClinic : places.healthStation;
      if (place < 0) return;
      const mean = (hours * minutesPerHour) / support.duration;
      const room = draws.extraSupport + mostExtraSupport - draw;
      const count = Math.min(room, Math.floor(mean + contactDraw(fate, ContactDraw.extraSupport, index)));
      for (let visit = 0; visit < count; visit++, draw++) {
        const wanted = this.supportConsultation(fate, place, draw, visit, count, registered);
        if (fromDay <= wanted.day && wanted.day < endDay) tell(wanted);
      }
    });
  }

  /** One of so many, spread evenly over the weeks of support. */
  private supportConsultation(
    fate: Fate,
    place: number,
    draw: number,
    visit: number,
    count: number,
    registered: number,
  ): Wanted {
    const { support, antenatal } = this.programme.data;
    const u = (visit + contactDraw(fate, ContactDraw.dayOfVisit, draw)) / count;
    const day = this.days.dayOf(instantOf(fate, support.fromWeek + u * (support.toWeek - support.fromWeek)));
    return this.fill(
      ContactKind.supportConsultation,
      Source.clinic,
      place,
      draw,
      Math.max(day, registered + 1),
      this.minutes(fate, draw, support.duration, 0),
      antenatal.documentation,
    );
  }

  private fill(
    kind: ContactKind,
    source: Source,
    place: number,
    draw: number,
    day: number,
    minutes: number,
    documentation: number,
  ): Wanted {
    const { wanted } = this;
    wanted.kind = kind;
    wanted.source = source;
    wanted.place = place;
    wanted.draw = draw;
    wanted.day = day;
    wanted.lastDay = day;
    wanted.minutes = minutes;
    wanted.documentation = documentation;
    return wanted;
  }

  private dayOfWeek(fate: Fate, week: number, draw: number): number {
    const { spreadDays } = this.programme.data.antenatal;
    const shift = Math.floor(contactDraw(fate, ContactDraw.dayOfVisit, draw) * (2 * spreadDays + 1)) - spreadDays;
    return this.days.dayOf(instantOf(fate, week)) + shift;
  }

  private minutes(fate: Fate, draw: number, mean: number, standardDeviation: number): number {
    const factor = fate.needsInterpreter ? this.programme.data.antenatal.interpreterFactor : 1;
    return factor * lengthAbout(contactDraw(fate, ContactDraw.durationOfVisit, draw), mean, standardDeviation);
  }
}

type Fate = Woman['fate'];

/** The instant at which a pregnancy is so many weeks old, which the ultrasound tells. */
function instantOf(fate: Fate, week: number): number {
  return fate.beginsAt + (week * daysPerWeek - fate.gestation) * minutesPerDay;
}
