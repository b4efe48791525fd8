import type { Calendar, Simulation } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { Workforce } from '../staff/workforce.ts';
import type { Woman } from '../women/woman.ts';
import type { ContactKind, Setting } from './contact-kinds.ts';
import type { ContactLog } from './contact-log.ts';
import type { Attendance } from './duties.ts';

/** What the contacts outside labour need of the rest of the service. */
export interface ContactsContext {
  simulation: Simulation;
  calendar: Calendar;
  inputs: ModelInputs;
  workforce: Workforce;
  staffing: Attendance;
  women: readonly Woman[];
  log: ContactLog;
  /** A contact begins now. @param woman her number */
  onContact(woman: number, kind: ContactKind, setting: Setting, place: number, provider: number): void;
  /** Minutes that a person is on the road on a day of home visits. */
  onTravel(person: number, minutes: number): void;
  /** The reception of a site serves a woman for some minutes and tells who did, and when; −1 for nobody. */
  reception(site: number, minutes: number, then: (midwife: number, start: number, end: number) => void): void;
  /** Who of a postnatal ward talks with a woman who comes back: a person, or −1. */
  wardProvider(site: number): number;
  /**
   * The midwife of a woman's team who gives a contact on a day, or −1 when nobody can.
   * @param freeAt when each person has no other contact any more @param latest latest instant at which it can begin
   * @param minutes that it takes, with notes and journeys
   */
  teamProvider?(woman: Woman, day: number, freeAt: Float64Array, latest: number, minutes: number): number;
  /** Whether a midwife of a woman's team, who had time for a contact of so many minutes, can still give it now. */
  teamCanGive?(woman: Woman, provider: number, minutes: number): boolean;
  /** The midwife of a woman's team who is on call and can set out at once for some minutes, or −1. */
  teamOnCall?(woman: Woman, minutes: number): number;
  /** A midwife of the woman's team is taken up by a contact with her, its notes and its journeys until an instant. */
  onTeamContact?(woman: Woman, provider: number, until: number): void;
  /** The same of a midwife on call who sets out now because she is called to a contact outside hospital. */
  onTeamCallOut?(woman: Woman, provider: number, until: number): void;
  /** Her six-week check is over, or the day has come and gone without it. */
  followUpEnded(woman: Woman): void;
}
