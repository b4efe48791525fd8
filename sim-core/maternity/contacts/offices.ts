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
  /** Rounds of the midwives by origin, then of the health nurses by origin; undefined where nobody works. */
  readonly rounds: readonly (HomeRound | undefined)[];
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
    const people: readonly Person[] = unit === undefined ? [] : workforce.peopleOf[unit.index]!;
    return unit === undefined || people.length === 0 ? undefined : { unit, people };
  };
  const healthStations: (Clinic | undefined)[] = [];
  const midwifeRounds: (HomeRound | undefined)[] = [];
  const healthNurseRounds: (HomeRound | undefined)[] = [];
  Object.entries(inputs.data.origins).forEach(([id, { consultingHours, homeVisitLeg }], origin) => {
    const midwives = staffed('healthStation', 'midwife', (unit) => unit.origin === origin);
    const healthNurses = staffed('healthStation', 'healthNurse', (unit) => unit.origin === origin);
    let clinic: Clinic | undefined;
    let midwifeRound: HomeRound | undefined;
    if (midwives !== undefined) {
      if (consultingHours === undefined) throw new RangeError(`${id} has midwives but no consultingHours`);
      const shares = programme.data.healthStation.homeVisitShare;
      const duties = new Duties(midwives.people, days, workforce, attendance, shares);
      const { from, to } = consultingHours;
      clinic = new Clinic(midwives.unit, duties, days, clockMinutes(from), clockMinutes(to), slot);
      midwifeRound = new HomeRound(midwives.unit, duties, days, programme.homeVisits, legs, homeVisitLeg);
    }
    healthStations.push(clinic);
    midwifeRounds.push(midwifeRound);
    if (healthNurses === undefined) {
      healthNurseRounds.push(undefined);
      return;
    }
    const duties = new Duties(healthNurses.people, days, workforce, attendance, onlyVisits);
    healthNurseRounds.push(new HomeRound(healthNurses.unit, duties, days, programme.homeVisits, legs, homeVisitLeg));
  });
  const outpatientClinics = siteIds(inputs).map((_, site) => {
    const midwives = staffed('outpatientClinic', 'midwife', (unit) => unit.site === site);
    if (midwives === undefined) return undefined;
    const duties = new Duties(midwives.people, days, workforce, attendance, noVisits);
    const { opens, closes } = programme.outpatientClinic;
    return new Clinic(midwives.unit, duties, days, opens, closes, slot);
  });
  return { clinics: [...healthStations, ...outpatientClinics], rounds: [...midwifeRounds, ...healthNurseRounds] };
}
