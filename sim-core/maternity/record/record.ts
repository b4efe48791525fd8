import { formatDate } from '../../kernel/index.ts';
import type { ContactLog } from '../contacts/contact-log.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { Absence } from '../staff/absence.ts';
import type { Breach } from '../staff/breach.ts';
import { professions } from '../staff/person.ts';
import type { WorkedTime } from '../staff/worked-time.ts';
import type { Workforce } from '../staff/workforce.ts';
import { workingTimeRules } from '../staff/working-time-rules.ts';
import type { Woman } from '../women/woman.ts';
import type {
  BreachColumns,
  ContactColumns,
  PeopleColumns,
  Playback,
  RosterColumns,
  WomenColumns,
  WorkColumns,
} from './columns.ts';

/**
 * What is kept of a replication whose horizon is over. Shares no memory with the service. Rosters reach from the first day
 * of the clock to the last of the horizon.
 * @param service run with its trace kept
 */
export function recordOf(service: MaternityService): Playback {
  const { calendar, horizon, trace, women, contactLog, workforce, staffing, breaches } = service;
  return {
    clockStart: formatDate(calendar.dateOfDay(0)),
    ...horizon,
    trace: trace.rows(),
    women: womenColumns(women),
    contacts: contactColumns(contactLog),
    people: peopleColumns(workforce),
    roster: rosterColumns(workforce, staffing.absence, calendar.dayOf(horizon.to)),
    work: workColumns(staffing.worked),
    breaches: breachColumns(breaches),
  };
}

function womenColumns(women: readonly Woman[]): WomenColumns {
  return {
    origin: Int16Array.from(women, ({ origin }) => origin),
    birthNumber: Int32Array.from(women, ({ birthNumber }) => birthNumber),
    nulliparous: Uint8Array.from(women, ({ fate }) => (fate.nulliparous ? 1 : 0)),
    age: Uint8Array.from(women, ({ fate }) => fate.age),
    plurality: Uint8Array.from(women, ({ fate }) => fate.plurality),
    vulnerability: Uint8Array.from(women, ({ fate }) => fate.vulnerability),
    team: Int16Array.from(women, ({ team }) => team?.index ?? -1),
    namedMidwife: Int32Array.from(women, ({ namedMidwife }) => namedMidwife),
    bornAt: Float64Array.from(women, ({ birthSite, bornAt }) => (birthSite < 0 ? NaN : bornAt)),
    bornWith: Int32Array.from(women, ({ bornWith }) => bornWith),
  };
}

function contactColumns(log: ContactLog): ContactColumns {
  return {
    woman: log.woman.view().slice(),
    kind: log.kind.view().slice(),
    setting: log.setting.view().slice(),
    place: log.place.view().slice(),
    provider: log.provider.view().slice(),
    payer: log.payer.view().slice(),
    start: log.start.view().slice(),
    end: log.end.view().slice(),
  };
}

function peopleColumns({ people }: Workforce): PeopleColumns {
  return {
    profession: Uint8Array.from(people, ({ profession }) => professions.indexOf(profession)),
    unit: Int16Array.from(people, ({ unit }) => unit),
    position: Float32Array.from(people, ({ position }) => position),
  };
}

function rosterColumns(workforce: Workforce, absence: Absence, days: number): RosterColumns {
  const people = workforce.people.length;
  const roster = {
    firstDay: 0,
    days,
    planned: new Uint8Array(people * days),
    plannedUnit: new Int16Array(people * days),
    absence: new Uint8Array(people * days),
  };
  for (let day = 0; day < days; day++) {
    for (let person = 0; person < people; person++) {
      const cell = person * days + day;
      roster.planned[cell] = workforce.plannedShift(person, day);
      roster.plannedUnit[cell] = workforce.plannedUnit(person, day);
      roster.absence[cell] = absence.of(person, day);
    }
  }
  return roster;
}

function workColumns(worked: WorkedTime): WorkColumns {
  return {
    person: worked.person.view().slice(),
    unit: worked.unit.view().slice(),
    kind: worked.kind.view().slice(),
    start: worked.start.view().slice(),
    end: worked.end.view().slice(),
  };
}

function breachColumns(breaches: readonly Breach[]): BreachColumns {
  return {
    rule: Uint8Array.from(breaches, ({ rule }) => workingTimeRules.indexOf(rule)),
    person: Int32Array.from(breaches, ({ person }) => person),
    day: Int32Array.from(breaches, ({ day }) => day),
    size: Float32Array.from(breaches, ({ size }) => size),
    worked: Uint8Array.from(breaches, ({ basis }) => (basis === 'worked' ? 1 : 0)),
  };
}
