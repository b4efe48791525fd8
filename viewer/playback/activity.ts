import { Calendar } from '../../sim-core/kernel/calendar.ts';
import { ContactKind, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import type { Playback } from '../../sim-core/maternity/record/columns.ts';
import { WorkKind } from '../../sim-core/maternity/staff/worked-time.ts';
import { Intervals } from './intervals.ts';
import type { PlaybackLayout } from './layout.ts';
import type { Slices } from './slices.ts';
import { MidwifeTask, nobody, Place, Stage, type PlaybackState } from './state.ts';

/** What someone of the service does at an instant. */
export type Doing =
  /** Nothing that is recorded: off duty, or on duty without anybody to attend to. */
  | 'none'
  /** With a woman, in a contact on a ward, at a clinic or by video. */
  | 'contact'
  /** With a woman in labour or at a birth. */
  | 'birth'
  /** Called out while on call from home, and not with the woman. */
  | 'calledOut'
  /** At a woman's home. */
  | 'homeVisit';

/** One person of the service at an instant. */
export interface PersonActivity {
  /** Index in `unitsOf(inputs)` of the unit where she is at work, or −1. */
  onShiftIn: number;
  /** `WorkKind` of the work that she is at, or −1. */
  workKind: number;
  doing: Doing;
  /** The women she is with. */
  women: number[];
  /** The one of them who matters most or, called out, whom she is on her way to; −1 if nobody. */
  woman: number;
  /** `ContactKind` of the contact that is under way, or −1. */
  kind: number;
  /** When the contact or, without one, the work ends (minutes of the clock); NaN if neither is under way. */
  until: number;
  /** First on call for her team. */
  onCall: boolean;
  /** `AbsenceKind` of the day, 0 if none. */
  absence: number;
}

/** A contact that is under way; the numbers are those of `ContactColumns`. */
export interface RunningContact {
  /** Its index in `playback.contacts`. */
  contact: number;
  woman: number;
  kind: number;
  setting: number;
  place: number;
  provider: number;
  start: number;
  end: number;
}

/** Women in the reception of a site. */
export interface ReceptionQueue {
  /** In an assessment that is under way. */
  assessed: number;
  /** Waiting: for the assessment or, after it, for a labour room. */
  waiting: number;
}

/** What everybody does at one instant. It is overwritten when another instant is asked for. */
export interface ActivityMoment {
  time: number;
  /** Per person, by her number. */
  people: readonly PersonActivity[];
  contacts: readonly RunningContact[];
  /** By index of the site. */
  reception: readonly ReceptionQueue[];
}

/** Finds what everybody in the service does at any instant. */
export class Activity {
  /** Person number of each team midwife, by her number over all teams. */
  readonly teamPeople: Int32Array;
  private readonly playback: Playback;
  private readonly calendar: Calendar;
  private readonly contactsAt: Intervals;
  private readonly workAt: Intervals;
  private readonly people: PersonActivity[];
  private readonly layout: PlaybackLayout;
  private moment: ActivityMoment | undefined;

  private constructor(playback: Playback, layout: PlaybackLayout, contactsAt: Intervals, workAt: Intervals) {
    this.playback = playback;
    this.layout = layout;
    this.calendar = new Calendar(playback.clockStart);
    this.contactsAt = contactsAt;
    this.workAt = workAt;
    this.teamPeople = peopleOfTeams(playback, layout);
    this.people = Array.from(playback.people.unit, idle);
  }

  /** Sorts contacts and work by time, in slices. */
  static async of(playback: Playback, layout: PlaybackLayout, slices: Slices): Promise<Activity> {
    const { contacts, work } = playback;
    const contactsAt = await Intervals.sorted(contacts.start, contacts.end, playback, slices);
    const workAt = await Intervals.sorted(work.start, work.end, playback, slices);
    return new Activity(playback, layout, contactsAt, workAt);
  }

  /** @param state the picture at the same instant */
  at(time: number, state: PlaybackState): ActivityMoment {
    if (this.moment?.time === time) return this.moment;
    for (const person of this.people) Object.assign(person, idle());
    this.markAbsence(time);
    this.markWork(time);
    const contacts = this.markContacts(time);
    this.markWards(state);
    this.markTeams(state);
    this.moment = { time, people: this.people, contacts, reception: this.reception(state, contacts) };
    return this.moment;
  }

  private markAbsence(time: number): void {
    const { absence, days, firstDay } = this.playback.roster;
    const day = this.calendar.dayOf(time) - firstDay;
    if (day < 0 || day >= days) return;
    this.people.forEach((person, number) => (person.absence = absence[number * days + day]!));
  }

  private markWork(time: number): void {
    const { work } = this.playback;
    for (const spell of this.workAt.at(time)) {
      const person = this.people[work.person[spell]!];
      if (!person) continue;
      const kind = work.kind[spell]!;
      person.onShiftIn = work.unit[spell]!;
      person.workKind = kind;
      person.until = work.end[spell]!;
      if (kind === WorkKind.callOut) person.doing = 'calledOut';
    }
  }

  private markContacts(time: number): RunningContact[] {
    const { contacts } = this.playback;
    return this.contactsAt.at(time).map((contact) => {
      const running = {
        contact,
        woman: contacts.woman[contact]!,
        kind: contacts.kind[contact]!,
        setting: contacts.setting[contact]!,
        place: contacts.place[contact]!,
        provider: contacts.provider[contact]!,
        start: contacts.start[contact]!,
        end: contacts.end[contact]!,
      };
      const person = this.people[running.provider];
      if (person) {
        join(person, running.woman, doingIn(running.kind, running.setting));
        person.kind = running.kind;
        person.until = running.end;
      }
      return running;
    });
  }

  /** Who has whom on the labour wards. */
  private markWards({ wardMidwife, stage, place }: PlaybackState): void {
    for (let woman = 0; woman < wardMidwife.length; woman++) {
      if (wardMidwife[woman] === nobody || place[woman] === Place.away) continue;
      const person = this.people[wardMidwife[woman]!];
      if (person) join(person, woman, stage[woman] === Stage.active ? 'birth' : 'contact');
    }
  }

  private markTeams({ midwifeTask, midwifeWoman, onCall }: PlaybackState): void {
    midwifeTask.forEach((task, midwife) => {
      const person = this.people[this.teamPeople[midwife]!];
      if (!person || task === MidwifeTask.none) return;
      if (task === MidwifeTask.attending) join(person, midwifeWoman[midwife]!, 'birth');
      else if (person.women.length === 0) {
        person.doing = 'calledOut';
        person.woman = midwifeWoman[midwife]!;
      }
    });
    this.layout.teams.forEach(({ midwifeStart }, team) => {
      const person = this.people[this.teamPeople[midwifeStart + onCall[team]!] ?? nobody];
      if (person && onCall[team] !== nobody) person.onCall = true;
    });
  }

  private reception(state: PlaybackState, contacts: readonly RunningContact[]): ReceptionQueue[] {
    const assessed = new Set(
      contacts.filter(({ kind }) => kind === ContactKind.arrivalAssessment).map(({ woman }) => woman),
    );
    return this.layout.sites.map((_, site) => {
      let underWay = 0;
      for (const woman of assessed) {
        if (state.place[woman] === Place.reception && state.site[woman] === site) underWay++;
      }
      return { assessed: underWay, waiting: state.womenIn(site, Place.reception) - underWay };
    });
  }
}

const inLabour = new Set<number>([ContactKind.labourCare, ContactKind.secondMidwife]);

function doingIn(kind: number, setting: number): Doing {
  if (inLabour.has(kind)) return 'birth';
  return setting === Setting.home ? 'homeVisit' : 'contact';
}

/** Being with a woman in labour counts for more than anything else. */
function join(person: PersonActivity, woman: number, doing: Doing): void {
  if (!person.women.includes(woman)) person.women.push(woman);
  if (person.doing !== 'birth') {
    person.doing = doing;
    person.woman = woman;
  }
}

function idle(): PersonActivity {
  return {
    onShiftIn: nobody,
    workKind: nobody,
    doing: 'none',
    women: [],
    woman: nobody,
    kind: nobody,
    until: NaN,
    onCall: false,
    absence: 0,
  };
}

/** The midwives of a team are numbered within it in the order of their numbers in the service. */
function peopleOfTeams({ people }: Playback, { teams, midwives, teamOfUnit }: PlaybackLayout): Int32Array {
  const found = new Int32Array(midwives).fill(nobody);
  const filled = teams.map(() => 0);
  people.unit.forEach((unit, person) => {
    const team = teamOfUnit[unit] ?? nobody;
    const place = teams[team];
    if (!place || filled[team]! >= place.midwives) return;
    found[place.midwifeStart + filled[team]!] = person;
    filled[team]!++;
  });
  return found;
}
