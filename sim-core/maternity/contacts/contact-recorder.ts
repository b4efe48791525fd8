import type { Woman } from '../women/woman.ts';
import { Source, type Appointments } from './appointments.ts';
import { isHomeVisit } from './booking.ts';
import { ContactKind, Provider, Setting } from './contact-kinds.ts';
import type { ContactStatistics } from './contact-statistics.ts';
import type { ContactsContext } from './contacts-context.ts';
import type { Offices } from './offices.ts';
import { Payers } from './payers.ts';
import { byVideo } from './team-follow-up-plan.ts';

/** Knows who gives an appointment, where, and who pays, and writes contacts to the log and the statistics. */
export class ContactRecorder {
  private readonly context: ContactsContext;
  private readonly offices: Offices;
  private readonly appointments: Appointments;
  private readonly statistics: ContactStatistics;
  private readonly payers: Payers;
  private readonly origins: number;
  private readonly originOf: Int16Array;
  /** Nobody is taken up by anything, by number of the person. */
  private readonly free: Float64Array;

  constructor(context: ContactsContext, offices: Offices, appointments: Appointments, statistics: ContactStatistics) {
    this.context = context;
    this.offices = offices;
    this.appointments = appointments;
    this.statistics = statistics;
    this.payers = new Payers(context.inputs, context.workforce);
    this.origins = Object.keys(context.inputs.data.origins).length;
    this.free = new Float64Array(context.workforce.people.length);
    this.originOf = Int16Array.from(context.women, ({ origin }) => origin);
  }

  /** @param woman her number */
  record(woman: number, index: number, provider: number, start: number, end: number): void {
    const kind = this.appointments.kind.at(index) as ContactKind;
    const setting = this.settingOf(index);
    const place = this.placeOf(woman, index, setting);
    const payer = this.payers.of(provider, setting === Setting.site ? place : -1);
    this.context.log.add(woman, kind, setting, place, provider, payer, start, end);
    this.statistics.countGiven(woman, kind);
    this.countUse(index);
  }

  /** Counts the time that an appointment with a clinic takes. */
  countUse(index: number): void {
    const { appointments } = this;
    if (appointments.source.at(index) !== Source.clinic) return;
    const minutes = appointments.minutes.at(index) + appointments.documentation.at(index);
    this.statistics.countUse(appointments.place.at(index), minutes);
  }

  /** Who is to give a booked contact: a person or a `Provider`. */
  providerOf(index: number): number {
    const { appointments, offices } = this;
    const place = appointments.place.at(index);
    const local = appointments.local.at(index);
    switch (appointments.source.at(index)) {
      case Source.clinic:
        return offices.clinics[place]!.duties.people[local]!.number;
      case Source.homeRound:
        return offices.rounds[place]!.duties.people[local]!.number;
      case Source.practitioner:
        return Provider.generalPractitioner;
      case Source.obstetrician:
        return Provider.obstetrician;
      case Source.postnatalWard:
        return this.context.wardProvider(place);
      default:
        return Provider.nobody;
    }
  }

  /** Who gave a contact before the clock's start. */
  pastProvider(woman: Woman, index: number): number {
    if (this.appointments.source.at(index) !== Source.team) return this.providerOf(index);
    const day = this.appointments.day.at(index);
    return this.context.teamProvider?.(woman, day, this.free, Infinity, 0) ?? Provider.nobody;
  }

  settingOf(index: number): Setting {
    const { appointments } = this;
    if (appointments.kind.at(index) === ContactKind.digitalContact) return Setting.video;
    switch (appointments.source.at(index)) {
      case Source.clinic:
        return appointments.place.at(index) < this.origins ? Setting.healthStation : Setting.site;
      case Source.homeRound:
        return Setting.home;
      case Source.practitioner:
        return Setting.generalPractice;
      case Source.team:
        return settingWithTeam(appointments.kind.at(index) as ContactKind, appointments.place.at(index));
      default:
        return Setting.site;
    }
  }

  /** Index of the site, or of her district. */
  placeOf(woman: number, index: number, setting: Setting): number {
    if (setting !== Setting.site) return this.originOf[woman]!;
    const place = this.appointments.place.at(index);
    // Outpatient clinics come after the health stations.
    const source = this.appointments.source.at(index);
    return source === Source.clinic || source === Source.obstetrician ? place - this.origins : place;
  }
}

function settingWithTeam(kind: ContactKind, place: number): Setting {
  if (isHomeVisit(kind) || kind === ContactKind.latentPhaseContact) return Setting.home;
  if (kind === ContactKind.teamWardVisit) return Setting.site;
  return kind === ContactKind.teamFollowUp && place === byVideo ? Setting.video : Setting.healthStation;
}
