import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../../scenarios/schema/index.ts';
import { clockMinutes } from '../../../sim-core/kernel/index.ts';
import { ContactKind, Setting } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { originIds } from '../../../sim-core/maternity/model-inputs.ts';
import { Vulnerability } from '../../../sim-core/maternity/women/fate.ts';
import type { Woman } from '../../../sim-core/maternity/women/woman.ts';
import { changed, dateAfter, smallInputs } from '../../support/scenarios.ts';
import { amplySized, districtService, finished, logged, type Service, type Size } from './district-service.ts';

const day = 1440;
const base = smallInputs(2000, 300, 60);
const firstDay = dateAfter(base.horizon.start, -400);
const districts = ['sagene', 'alna'];
const origins = districts.map((id) => originIds(base).indexOf(id));
type Intervention = ModelInputs['interventions'][number];

function withModel(
  intervention: Intervention,
  change: (inputs: ModelInputs) => void = () => undefined,
  size: Size = amplySized,
): Service {
  const inputs = changed(base, (copy) => {
    copy.interventions.push(intervention);
    change(copy);
  });
  return finished(districtService(inputs, size));
}

const today = finished(districtService(base));

/** Women of some districts who have been home for some weeks when the horizon ends. */
function atHome(service: Service, of: readonly number[] = origins): Woman[] {
  return service.women.filter(
    ({ origin, dischargedAt }) => of.includes(origin) && dischargedAt > 0 && dischargedAt < service.to - 50 * day,
  );
}

function countOf(service: Service, kind: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const contact of logged(service.log)) {
    if (contact.kind === kind) counts.set(contact.woman, (counts.get(contact.woman) ?? 0) + 1);
  }
  return counts;
}

const professionOf = ({ workforce }: Service, provider: number): string => workforce.people[provider]!.profession;
const travelled = (service: Service): number =>
  [...service.travelled.values()].reduce((sum, minutes) => sum + minutes, 0);

describe('digital follow-up', () => {
  const terms = { model: 'digital-follow-up', start: firstDay, districts, contacts: 3, withinDays: 14 } as const;
  const service = withModel(terms);

  it('gives women of its districts so many contacts by video, by midwives of their station', () => {
    const counts = countOf(service, ContactKind.digitalContact);
    const women = atHome(service);
    expect(women.length).toBeGreaterThan(100);
    const mean = women.reduce((sum, { number }) => sum + (counts.get(number) ?? 0), 0) / women.length;
    // A few find no time.
    expect(mean).toBeGreaterThan(2.8);
    for (const { number } of women) expect(counts.get(number) ?? 0).toBeLessThanOrEqual(3);
    for (const { kind, woman, setting, place, provider, start, end } of logged(service.log)) {
      if (kind !== ContactKind.digitalContact) continue;
      const { origin, dischargedAt, fate } = service.women[woman]!;
      expect(origins).toContain(origin);
      expect([setting, place]).toEqual([Setting.video, origin]);
      expect(professionOf(service, provider)).toBe('midwife');
      const { people, units } = service.workforce;
      expect(units[people[provider]!.unit]!.origin).toBe(origin);
      const { calendar } = service;
      const after = calendar.dayOf(start) - calendar.dayOf(dischargedAt);
      expect(after).toBeGreaterThanOrEqual(1);
      expect(after).toBeLessThanOrEqual(14);
      const { from, to } = Object.values(base.data.origins)[origin]!.consultingHours!;
      expect(calendar.isWorkingDay(calendar.dayOf(start))).toBe(true);
      expect(calendar.clockOf(start)).toBeGreaterThanOrEqual(clockMinutes(from));
      expect(calendar.clockOf(end)).toBeLessThanOrEqual(clockMinutes(to));
      const { duration } = base.data.digitalFollowUp;
      expect(end - start).toBeCloseTo(duration * (fate.needsInterpreter ? 1.5 : 1), 9);
    }
  });

  it('takes no journey, also where it takes the place of visits', () => {
    const onlyExtra = (inputs: ModelInputs): void => {
      inputs.data.programme.homeVisit.share = 0;
      inputs.data.programme.healthNurseVisit.share = 0;
      inputs.data.programme.extraHomeVisits.vulnerable = 3;
    };
    const all = originIds(base).filter((id) => !base.data.origins[id]!.outside);
    const visits = finished(districtService(changed(base, onlyExtra)));
    const video = withModel({ ...terms, districts: all, contacts: 1, replacesExtraVisits: 1 }, onlyExtra);
    expect(travelled(visits)).toBeGreaterThan(10_000);
    expect(travelled(video)).toBe(0);
    const number = (one: Service, kind: number): number => [...countOf(one, kind).values()].reduce((a, b) => a + b, 0);
    expect(number(video, ContactKind.extraHomeVisit)).toBe(0);
    const instead = logged(video.log).filter(
      ({ kind, provider }) => kind === ContactKind.digitalContact && professionOf(video, provider) === 'healthNurse',
    );
    const byHealthNurse = logged(visits.log).filter(
      ({ kind, provider }) => kind === ContactKind.extraHomeVisit && professionOf(visits, provider) === 'healthNurse',
    );
    expect(instead.length).toBeGreaterThan(0.95 * byHealthNurse.length);
    expect(instead.length).toBeLessThan(1.05 * byHealthNurse.length);
  });
});

describe('open return', () => {
  const kind = ContactKind.returnToWard;

  it('brings women of its districts to the ward, for as long as it is open to them, and nobody else', () => {
    const service = withModel({ model: 'open-return', start: firstDay, districts, share: 1, withinDays: 14 });
    const before = countOf(today, kind);
    const after = countOf(service, kind);
    const starts = new Map(logged(service.log).flatMap((one) => (one.kind === kind ? [[one.woman, one.start]] : [])));
    let late = 0;
    for (const { number, origin, dischargedAt, birthSite } of service.women) {
      if (!origins.includes(origin)) {
        expect(after.get(number)).toBe(before.get(number));
        continue;
      }
      if (birthSite < 0 || !(dischargedAt < service.to - 15 * day)) continue;
      expect(after.get(number)).toBe(1);
      if (starts.get(number)! - dischargedAt > 7 * day) late++;
    }
    expect(late).toBeGreaterThan(50);
  });

  it('holds from its first day on', () => {
    const start = dateAfter(base.horizon.start, 100);
    const service = withModel({ model: 'open-return', start, districts, share: 1 });
    const opened = service.calendar.midnight(service.calendar.dayNumber(start));
    const before = countOf(today, kind);
    const after = countOf(service, kind);
    for (const { number, dischargedAt } of atHome(service)) {
      if (dischargedAt < opened) expect(after.get(number)).toBe(before.get(number));
    }
  });
});

describe('extra support', () => {
  const groups = ['newlyArrived', 'fearOfBirth'] as const;
  const bits = Vulnerability.newlyArrived | Vulnerability.fearOfBirth;
  const hours = 4.5;
  const many = (inputs: ModelInputs): void => {
    inputs.data.clinical.circumstances.newlyArrived = 0.5;
    inputs.data.clinical.circumstances.fearOfBirth = 0.2;
  };
  const usual = finished(districtService(changed(base, many)));
  const service = withModel({ model: 'extra-support', start: firstDay, districts, groups: [...groups], hours }, many);
  const more = ({ number }: Woman): number => (countOf2.get(number) ?? 0) - (countOf1.get(number) ?? 0);
  const countOf1 = countOf(usual, ContactKind.supportConsultation);
  const countOf2 = countOf(service, ContactKind.supportConsultation);

  it('gives women of the groups so many hours more, and nobody else', () => {
    const wholePregnancies = service.women.filter(
      ({ fate, dischargedAt }) => dischargedAt > 0 && dischargedAt < service.to && fate.gestation > 259,
    );
    const isIn = ({ origin, fate }: Woman): boolean => origins.includes(origin) && (fate.vulnerability & bits) !== 0;
    const women = wholePregnancies.filter(isIn);
    expect(women.length).toBeGreaterThan(40);
    const mean = women.reduce((sum, woman) => sum + more(woman), 0) / women.length;
    // Consultations of an hour; a few cannot be given.
    expect(mean).toBeGreaterThan(hours - 0.5);
    expect(mean).toBeLessThan(hours + 0.3);
    const others = service.women.filter((woman) => !isIn(woman));
    expect(others.reduce((sum, woman) => sum + Math.abs(more(woman)), 0)).toBeLessThan(0.002 * others.length);
  });

  it('in the place where the group has its support', () => {
    for (const { kind, woman, setting } of logged(service.log)) {
      const { fate, origin } = service.women[woman]!;
      if (kind !== ContactKind.supportConsultation || !origins.includes(origin)) continue;
      if (fate.vulnerability === Vulnerability.newlyArrived) expect(setting).toBe(Setting.healthStation);
      if (fate.vulnerability === Vulnerability.fearOfBirth) expect(setting).toBe(Setting.site);
    }
  });

  it('is given on days on which it is in force', () => {
    const start = dateAfter(base.horizon.start, 100);
    const end = dateAfter(base.horizon.start, 130);
    const short = withModel({ model: 'extra-support', start, end, districts, groups: [...groups], hours: 30 }, many);
    const from = short.calendar.midnight(short.calendar.dayNumber(start));
    const perDay = (one: Service, since: number, until: number): number =>
      logged(one.log).filter(
        ({ kind, woman, start: at }) =>
          kind === ContactKind.supportConsultation &&
          origins.includes(one.women[woman]!.origin) &&
          at >= since &&
          at < until,
      ).length /
      ((until - since) / day);
    const ratio = (since: number, until: number): number => perDay(short, since, until) / perDay(usual, since, until);
    expect(ratio(from, from + 31 * day)).toBeGreaterThan(3);
    expect(Math.abs(ratio(0, from - 14 * day) - 1)).toBeLessThan(0.05);
    expect(Math.abs(ratio(from + 60 * day, short.to) - 1)).toBeLessThan(0.05);
  });
});

describe('a task shift', () => {
  const shift = {
    model: 'task-shift',
    start: firstDay,
    to: [{ district: 'alna', profession: 'assistant', posts: 2 }],
    homeVisitShare: 0.6,
  } as const satisfies Intervention | { to: readonly unknown[] };
  const intervention: Intervention = { ...shift, to: shift.to.map((posts) => ({ ...posts })) };
  const manyVisits = ({ data }: ModelInputs): void => {
    data.programme.extraHomeVisits.vulnerable = 4;
    data.clinical.circumstances.mentalIllness = 0.5;
  };
  const alna = originIds(base).indexOf('alna');
  const extraVisits = (service: Service) =>
    logged(service.log).filter(({ kind, start }) => kind === ContactKind.extraHomeVisit && start > 0);
  const givers = (service: Service): Record<string, number> => {
    const counts: Record<string, number> = { midwife: 0, healthNurse: 0, assistant: 0 };
    for (const { woman, provider } of extraVisits(service)) {
      if (service.women[woman]!.origin === alna) counts[professionOf(service, provider)]!++;
    }
    return counts;
  };

  it('lets assistants of the district give that share of the extra visits, and no others', () => {
    const service = withModel(intervention, manyVisits, { ...amplySized, assistants: { alna: 4, sagene: 4 } });
    const { midwife, healthNurse, assistant } = givers(service) as {
      midwife: number;
      healthNurse: number;
      assistant: number;
    };
    const all = midwife + healthNurse + assistant;
    expect(all).toBeGreaterThan(150);
    expect(Math.abs(assistant / all - 0.6)).toBeLessThan(4 * Math.sqrt(0.24 / all));
    for (const { kind, woman, provider } of logged(service.log)) {
      if (provider < 0 || professionOf(service, provider) !== 'assistant') continue;
      expect(kind).toBe(ContactKind.extraHomeVisit);
      expect(service.women[woman]!.origin).toBe(alna);
    }
  });

  it('leaves to the midwives what assistants have no room for', () => {
    const scarce = withModel(
      { ...intervention, homeVisitShare: 1 },
      (inputs) => {
        manyVisits(inputs);
        // One visit a day has room.
        inputs.data.programme.homeVisit.duration = 200;
      },
      { ...amplySized, assistants: { alna: 1 } },
    );
    const { midwife, healthNurse, assistant } = givers(scarce) as {
      midwife: number;
      healthNurse: number;
      assistant: number;
    };
    expect(healthNurse).toBe(0);
    expect(assistant).toBeGreaterThan(10);
    expect(midwife).toBeGreaterThan(5);
  });

  it('changes nothing without assistants', () => {
    const usual = finished(districtService(changed(base, manyVisits)));
    expect(logged(withModel(intervention, manyVisits).log)).toEqual(logged(usual.log));
  });
});
