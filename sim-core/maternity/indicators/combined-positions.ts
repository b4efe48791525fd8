import { KnownMidwife } from '../continuity/known-midwife.ts';
import { ShiftTimes } from '../staff/shift-times.ts';
import { ShiftCode, type Unit } from '../staff/unit.ts';
import { continuityTable } from './continuity-table.ts';
import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const perBirth = {
  nb: 'fødsler ved modellens fødesteder blant kvinner fra bydeler med kombinasjonsstillinger',
  en: 'births at the sites of the model among women from districts with combined positions',
};

/** What combined positions do in the districts that have them; NaN without any. */
export const combinedPositionIndicators: Indicator<MeasuredService>[] = [
  {
    id: 'combinedMidwifeAtBirth',
    phase: 'continuity',
    unit: 'share',
    direction: 'higher',
    name: { nb: 'Jordmor i kombinasjonsstilling ved fødselen', en: 'Midwife in a combined position at birth' },
    definition: {
      nb: 'En jordmor som arbeider både i kvinnens bydel og på sykehuset, er hos henne når barnet blir født, enten de har møttes før eller ikke.',
      en: 'A midwife who works both in the woman’s district and in hospital is with her when the child is born, whether or not they have met before.',
    },
    denominator: perBirth,
    value: (service) => {
      const { workforce } = service;
      const units = combinedUnits(service);
      return shareOfBirths(service, units, ({ bornWith, origin }) => {
        const unit = units.find(({ index }) => index === workforce.people[bornWith]?.unit);
        return unit?.origin === origin;
      });
    },
  },
  {
    id: 'metMidwifeCombined',
    phase: 'continuity',
    unit: 'share',
    direction: 'higher',
    name: {
      nb: 'Jordmor hun har møtt før, ved fødselen, bydeler med kombinasjonsstillinger',
      en: 'Midwife met before, at birth, districts with combined positions',
    },
    definition: {
      nb: 'Egen jordmor, en fra kvinnens team eller en annen jordmor hun har hatt kontakt med i svangerskapet, er hos henne når barnet blir født.',
      en: 'Her own midwife, one of her team or another midwife with whom she had a contact in pregnancy is with her when the child is born.',
    },
    denominator: perBirth,
    value: (service) => {
      const { known } = continuityTable(service);
      return shareOfBirths(service, combinedUnits(service), (_, row) => known[row] !== KnownMidwife.none);
    },
  },
  {
    id: 'combinedWardShare',
    phase: 'staff',
    unit: 'share',
    direction: 'none',
    name: {
      nb: 'Arbeidstid på avdelingen i kombinasjonsstillinger',
      en: 'Working time on the ward in combined positions',
    },
    definition: {
      nb: 'Timer på avdelingen i turnusen, av alle turnusens timer i kombinasjonsstillinger.',
      en: 'Hours on the ward in the roster, of all hours of the roster in combined positions.',
    },
    denominator: { nb: 'timer i turnusen', en: 'hours in the roster' },
    value: (service) => wardShare(service, combinedUnits(service)),
  },
];

function combinedUnits({ workforce }: MeasuredService): Unit[] {
  return workforce.units.filter(({ kind }) => kind === 'combinedPosition');
}

/** Share of the births of women from the districts of some units, by woman and row of the table, for which something holds. */
function shareOfBirths(
  service: MeasuredService,
  units: readonly Unit[],
  holds: (woman: { bornWith: number; origin: number }, row: number) => boolean,
): number {
  if (units.length === 0) return NaN;
  const origins = new Set(units.map(({ origin }) => origin));
  let births = 0;
  let count = 0;
  for (const [row, woman] of continuityTable(service).births.entries()) {
    if (!origins.has(woman.origin)) continue;
    births++;
    if (holds(woman, row)) count++;
  }
  return count / births;
}

function wardShare({ workforce, inputs, calendar }: MeasuredService, combined: readonly Unit[]): number {
  if (combined.length === 0) return NaN;
  const times = new ShiftTimes(inputs, calendar);
  const fromDay = calendar.dayNumber(inputs.horizon.start);
  const toDay = calendar.dayNumber(inputs.horizon.end) + 1;
  let all = 0;
  let onWard = 0;
  for (const { number } of combined.flatMap(({ index }) => workforce.peopleOf[index]!)) {
    for (let day = fromDay; day < toDay; day++) {
      const shift = workforce.plannedShift(number, day);
      if (shift === ShiftCode.off) continue;
      const hours = times.usualHours(shift);
      all += hours;
      if (workforce.units[workforce.plannedUnit(number, day)]!.pattern === 'rota') onWard += hours;
    }
  }
  return onWard / all;
}
