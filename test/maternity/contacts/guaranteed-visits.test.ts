import { describe, expect, it } from 'vitest';
import { Outcome, Source } from '../../../sim-core/maternity/contacts/appointments.ts';
import { ContactKind } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { originIds } from '../../../sim-core/maternity/model-inputs.ts';
import type { Woman } from '../../../sim-core/maternity/women/woman.ts';
import { smallInputs } from '../../support/scenarios.ts';
import { amplySized, districtService, type Service } from './district-service.ts';

const inputs = smallInputs(1500, 120, 30);
const origin = originIds(inputs).indexOf('sagene');
// A week without public holidays.
const monday = '2027-02-01';

/** A service as it stands on a Monday, and the women of one district who are pregnant then. */
function onMonday(size = amplySized): { service: Service; women: Woman[]; monday: number } {
  const service = districtService(inputs, size);
  const { calendar, simulation } = service;
  const first = calendar.dayNumber(monday);
  simulation.run(calendar.midnight(first));
  const women = service.women.filter(
    (woman) => woman.origin === origin && Number.isNaN(woman.bornAt) && woman.fate.registersAt < simulation.now,
  );
  // What is booked of pregnancy is dropped at the birth.
  for (const woman of women) service.contacts.stopPregnancy(woman);
  return { service, women, monday: first };
}

function visitsOf({ contacts: { appointments } }: Service, { number }: Woman) {
  const found = [];
  for (let index = appointments.latestOf(number); index >= 0; index = appointments.before(index)) {
    const kind = appointments.kind.at(index);
    if (kind !== ContactKind.midwifeHomeVisit && kind !== ContactKind.extraHomeVisit) continue;
    expect(appointments.outcome.at(index)).toBe(Outcome.pending);
    found.unshift({ kind, source: appointments.source.at(index), day: appointments.day.at(index) });
  }
  return found;
}

/** The instant at which she would leave: at noon, some days after Monday. */
function noon({ calendar }: Service, day: number): number {
  return calendar.timeAt(day, 720);
}

describe('visits promised before a woman leaves hospital', () => {
  it('are booked on different days in time, first the one of the midwife', () => {
    const { service, women, monday: first } = onMonday();
    const woman = women[0]!;
    expect(service.contacts.bookGuaranteedVisits(woman, noon(service, first), 3, 3)).toBe(true);
    const visits = visitsOf(service, woman);
    const { midwifeHomeVisit, extraHomeVisit } = ContactKind;
    expect(visits.map(({ kind }) => kind)).toEqual([midwifeHomeVisit, extraHomeVisit, extraHomeVisit]);
    expect(visits.map(({ day }) => day - first).sort((a, b) => a - b)).toEqual([1, 2, 3]);
    expect(new Set(visits.map(({ source }) => source))).toEqual(new Set([Source.homeRound]));
  });

  it.each([
    ['Wednesday', 2, true],
    ['Thursday', 3, false],
    ['Friday', 4, false],
    ['Saturday', 5, true],
  ])('on %s: two in three days, on the weekdays of the rounds', (_, weekday, possible) => {
    const { service, women, monday: first } = onMonday();
    const before = service.contacts.appointments.length;
    expect(service.contacts.bookGuaranteedVisits(women[0]!, noon(service, first + weekday), 2, 3)).toBe(possible);
    expect(service.contacts.appointments.length - before).toBe(possible ? 2 : 0);
  });

  it('are booked all or none until there is no more room', () => {
    const { service, women, monday: first } = onMonday({ ...amplySized, districtMidwives: 2 });
    const { appointments, statistics } = service.contacts;
    service.contacts.startCounting();
    let promised = 0;
    for (const woman of women) {
      const before = appointments.length;
      const booked = service.contacts.bookGuaranteedVisits(woman, noon(service, first), 2, 3);
      if (booked) promised++;
      expect(appointments.length - before).toBe(booked ? 2 : 0);
    }
    // One of two midwives is on the road each day; four visits of an hour and a half fill her day.
    expect(promised).toBeGreaterThanOrEqual(4);
    expect(promised).toBeLessThanOrEqual(8);
    expect(women.length).toBeGreaterThan(promised);
    expect(statistics.wanted[ContactKind.midwifeHomeVisit]).toBe(promised);
    expect(statistics.wanted[ContactKind.extraHomeVisit]).toBe(promised);
  });

  it('are for her team if she has one, on working days', () => {
    const { service, women, monday: first } = onMonday({ ...amplySized, districtMidwives: 0, teamProvider: () => -1 });
    const [woman, other] = women as [Woman, Woman];
    for (const one of [woman, other]) {
      one.team = {
        worksOn: () => true,
        startsOnCall: () => false,
        parameters: { homeVisitShare: 0.95 },
      } as unknown as NonNullable<Woman['team']>;
    }
    expect(service.contacts.bookGuaranteedVisits(woman, noon(service, first), 2, 3)).toBe(true);
    expect(visitsOf(service, woman).map(({ source }) => source)).toEqual([Source.team, Source.team]);
    expect(service.contacts.bookGuaranteedVisits(other, noon(service, first + 3), 2, 3)).toBe(false);
    expect(visitsOf(service, other)).toEqual([]);
  });
});
