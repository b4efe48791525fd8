import { clockMinutes } from '../../kernel/index.ts';
import { siteIds, type ModelInputs } from '../model-inputs.ts';
import type { Person, Profession } from '../staff/person.ts';
import type { Unit, UnitKind } from '../staff/unit.ts';
import type { Workforce } from '../staff/workforce.ts';
import { Clinic } from './clinic.ts';
import type { ContactDays } from './contact-days.ts';
import { TravelLegs } from './contact-lengths.ts';
import { Duties, type Attendance } from './duties.ts';
import { HomeRound } from './home-round.ts';
import type { Programme } from './programme.ts';

const noVisits = [0, 0, 0, 0, 0, 0, 0];
const onlyVisits = [1, 1, 1, 1, 1, 1, 1];

/** The clinics and the home rounds of the service. */
export interface Offices {
  /** Health stations by origin, then outpatient clinics by site; undefined where nobody works. */
  readonly clinics: readonly (Clinic | undefined)[];
  /** Rounds of the midwives by origin, then of the health nurses and of the assistants; undefined where nobody works. */
  readonly rounds: readonly (HomeRound | undefined)[];
  /** The round that takes over when another has no room, by index; −1 for none. */
  readonly reliefOf: readonly number[];
}

/** @throws RangeError when a health station has midwives but no consulting hours */
export function officesOf(
  inputs: ModelInputs,
  programme: Programme,
  days: ContactDays,
  workforce: Workforce,
  attendance: Attendance,
): Offices {
  const { slot } = programme.data.booking;
  const legs = new TravelLegs(programme.data.travel);
  const staffed = (kind: UnitKind, profession: Profession, place: (unit: Unit) => boolean) => {
    const unit = workforce.units.find((one) => one.kind === kind && one.profession === profession && place(one));
    if (unit === undefined) return undefined;
    const people: readonly Person[] = [...workforce.peopleOf[unit.index]!, ...workforce.sharedPeopleOf(unit.index)];
    return people.length === 0 ? undefined : { unit, people };
  };
  const healthStations: (Clinic | undefined)[] = [];
  const midwifeRounds: (HomeRound | undefined)[] = [];
  const healthNurseRounds: (HomeRound | undefined)[] = [];
  const assistantRounds: (HomeRound | undefined)[] = [];
  Object.entries(inputs.data.origins).forEach(([id, { consultingHours, homeVisitLeg }], origin) => {
    const midwives = staffed('healthStation', 'midwife', (unit) => unit.origin === origin);
    const healthNurses = staffed('healthStation', 'healthNurse', (unit) => unit.origin === origin);
    const assistants = staffed('healthStation', 'assistant', (unit) => unit.origin === origin);
    let clinic: Clinic | undefined;
    let midwifeRound: HomeRound | undefined;
    if (midwives !== undefined) {
      if (consultingHours === undefined) throw new RangeError(`${id} has midwives but no consultingHours`);
      const shares = programme.data.healthStation.homeVisitShare;
      const duties = new Duties(midwives.people, days, workforce, attendance, shares, midwives.unit.index);
      const { from, to } = consultingHours;
      clinic = new Clinic(midwives.unit, duties, days, clockMinutes(from), clockMinutes(to), slot);
      midwifeRound = new HomeRound(midwives.unit, duties, days, programme.homeVisits, legs, homeVisitLeg);
    }
    healthStations.push(clinic);
    midwifeRounds.push(midwifeRound);
    const roundOf = (staff: typeof healthNurses): HomeRound | undefined => {
      if (staff === undefined) return undefined;
      const duties = new Duties(staff.people, days, workforce, attendance, onlyVisits, staff.unit.index);
      return new HomeRound(staff.unit, duties, days, programme.homeVisits, legs, homeVisitLeg);
    };
    healthNurseRounds.push(roundOf(healthNurses));
    assistantRounds.push(roundOf(assistants));
  });
  const outpatientClinics = siteIds(inputs).map((_, site) => {
    const midwives = staffed('outpatientClinic', 'midwife', (unit) => unit.site === site);
    if (midwives === undefined) return undefined;
    const duties = new Duties(midwives.people, days, workforce, attendance, noVisits, midwives.unit.index);
    const { opens, closes } = programme.outpatientClinic;
    return new Clinic(midwives.unit, duties, days, opens, closes, slot);
  });
  return {
    clinics: [...healthStations, ...outpatientClinics],
    rounds: [...midwifeRounds, ...healthNurseRounds, ...assistantRounds],
    // What assistants have no room for, the midwives of the district take.
    reliefOf: [...midwifeRounds, ...healthNurseRounds].map(() => -1).concat(midwifeRounds.map((_, origin) => origin)),
  };
}
