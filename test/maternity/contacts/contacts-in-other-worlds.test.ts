import { describe, expect, it } from 'vitest';
import { ContactKind, Setting } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { changed, smallInputs } from '../../support/scenarios.ts';
import { amplySized, districtService, finished, logged } from './district-service.ts';

describe('a team', () => {
  const midwives = 20;
  const inputs = smallInputs(400, 150, 30);
  const run = (teamProvider: (woman: { number: number }) => number) => {
    const service = districtService(inputs, { ...amplySized, teamProvider });
    for (const woman of service.women) {
      woman.team = {
        worksOn: () => true,
        startsOnCall: () => false,
        parameters: { homeVisitShare: 0.95 },
      } as unknown as NonNullable<typeof woman.team>;
      service.contacts.switchToTeam(woman);
    }
    return finished(service);
  };

  it('takes over what was booked with district and practitioner, one woman at a time', () => {
    const service = run(({ number }) => number % midwives);
    const own = logged(service.log).filter((contact) => contact.start >= 0 && contact.setting !== Setting.site);
    expect(own.length).toBeGreaterThan(500);
    const byTeam = own.filter(({ provider, woman }) => provider === woman % midwives);
    // The rest is what she had no time for on a busy day.
    expect(byTeam.length).toBeGreaterThan(0.9 * own.length);
    for (let midwife = 0; midwife < midwives; midwife++) {
      const hers = byTeam.filter(({ provider }) => provider === midwife).sort((a, b) => a.start - b.start);
      const overlaps = hers.filter((contact, index) => index > 0 && contact.start < hers[index - 1]!.end);
      expect(overlaps).toEqual([]);
    }
  });

  it('leaves to the district what it has nobody for', () => {
    const service = run(() => -1);
    const own = logged(service.log).filter(({ start, setting }) => start > 0 && setting !== Setting.site);
    expect(own.length).toBeGreaterThan(500);
    const { units, people } = service.workforce;
    expect(new Set(own.map(({ provider }) => units[people[provider]!.unit]!.kind))).toEqual(new Set(['healthStation']));
    expect(service.ended.length).toBe(service.women.filter(({ dischargedAt }) => dischargedAt > 0).length);
  });
});

describe('determinism and days with 23 and 25 hours', () => {
  it('gives the same contacts again', () => {
    const inputs = smallInputs(500, 60, 20);
    const run = () => logged(finished(districtService(inputs)).log);
    expect(run()).toEqual(run());
  });

  it('keeps clock times when the clock is changed', () => {
    // Both changes lie within the year that has run: contacts before and after begin on whole quarters by the wall clock.
    const year = finished(districtService(smallInputs(1800, 330, 60)));
    const all = logged(year.log);
    const { calendar } = year;
    const march = calendar.dayNumber('2027-03-28');
    const october = calendar.dayNumber('2027-10-31');
    const clinicContacts = all.filter(({ setting, provider }) => setting === Setting.healthStation && provider >= 0);
    for (const change of [march, october]) {
      for (const week of [-5, 1]) {
        const near = clinicContacts.filter(({ start }) => {
          const on = calendar.dayOf(start) - change;
          return on >= week && on < week + 5;
        });
        expect(near.length).toBeGreaterThan(5);
        for (const { start } of near) expect(calendar.clockOf(start) % 15).toBe(0);
      }
    }
  });
});

describe('a world that is bad', () => {
  it('runs on without midwives in the districts and counts what is not given', () => {
    const service = finished(
      districtService(smallInputs(500, 100, 20), { ...amplySized, districtMidwives: 0, healthNurses: 0 }),
    );
    const { notGiven } = service.contacts.statistics;
    expect(notGiven[ContactKind.antenatalConsultation]).toBeGreaterThan(30);
    expect(notGiven[ContactKind.midwifeHomeVisit]).toBeGreaterThan(10);
    expect(service.ended.length).toBe(service.women.filter(({ dischargedAt }) => dischargedAt > 0).length);
  });

  it('refuses midwives without consulting hours', () => {
    const inputs = changed(smallInputs(500, 30, 20), ({ data }) => {
      delete Object.values(data.origins)[0]!.consultingHours;
    });
    expect(() => districtService(inputs)).toThrow(/gamle-oslo has midwives but no consultingHours/);
  });
});
