import { describe, expect, it } from 'vitest';
import { ContactKind, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import type { MaternityService } from '../../sim-core/maternity/maternity-service.ts';
import type { MeasuredService } from '../../sim-core/maternity/indicators/measured-service.ts';
import { originIds } from '../../sim-core/maternity/model-inputs.ts';
import { indicatorKeys, indicators } from '../../sim-core/maternity/registry.ts';
import type { Breach } from '../../sim-core/maternity/staff/breach.ts';
import { BirthMode } from '../../sim-core/maternity/trace-states.ts';
import { Vulnerability } from '../../sim-core/maternity/women/fate.ts';
import { Standing, type Woman } from '../../sim-core/maternity/women/woman.ts';
import { measuredService, womanOf, type UnitSketch } from '../support/measured-service.ts';
import { changed, shippedInputs } from '../support/scenarios.ts';

const hour = 60;
const day = 24 * hour;
const inputs = shippedInputs('dagens');
const hospitals = Object.keys(inputs.data.hospitals);
const sites = Object.keys(inputs.data.sites);
const districts = originIds(inputs).filter((id) => !inputs.data.origins[id]!.outside);
const base = measuredService(inputs);
const { from, to } = base.horizon;

/** The value of an indicator, by its key. */
function valueOf(service: MeasuredService, key: string): number {
  const [id, group = ''] = key.split('.');
  // Those of the economy read more of the service than there is here.
  return indicators.find((indicator) => indicator.id === id)!.value(service as MaternityService, group);
}

function withBirths(women: Woman[], units?: UnitSketch[]): ReturnType<typeof measuredService> {
  const service = measuredService(inputs, women, units);
  for (const woman of women) {
    service.observations.registered(woman);
    service.observations.birth(woman, woman.bornAt, true);
  }
  return service;
}

const birth = (number: number, changes: Parameters<typeof womanOf>[1] = {}): Woman =>
  womanOf(number, { standing: Standing.gaveBirth, bornAt: from + day, birthSite: 0, ...changes });

describe('the registry', () => {
  const keys = indicatorKeys(inputs);

  it('has each id and each key once, and every text in two languages', () => {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
    for (const { id, name, definition, denominator } of indicators) {
      for (const text of [name, definition, denominator]) {
        expect(text.nb.length, id).toBeGreaterThan(2);
        expect(text.en.length, id).toBeGreaterThan(2);
      }
    }
  });

  it('spells indicators by group out, districts without the areas outside', () => {
    const groups = keys.filter(({ indicator }) => indicator.id === 'knownMidwifeByDistrict');
    expect(groups.map(({ key }) => key)).toEqual(districts.map((id) => `knownMidwifeByDistrict.${id}`));
    expect(groups[0]!.group).toEqual({
      nb: inputs.data.origins[districts[0]!]!.name,
      en: inputs.data.origins[districts[0]!]!.name,
    });
    for (const { indicator, group } of keys) expect(group === undefined, indicator.id).toBe(indicator.by === undefined);
  });

  it('gives a number for a run in which nothing happened, NaN where nothing can be said', () => {
    for (const { key, indicator } of keys) {
      if (indicator.phase !== 'economy') expect(typeof valueOf(base, key), key).toBe('number');
    }
    expect(valueOf(base, 'knownMidwife')).toBeNaN();
    expect(valueOf(base, 'birthsTotal')).toBe(0);
  });
});

describe('the known midwife at birth', () => {
  const unit = (positions: number[], changes: Partial<UnitSketch> = {}): UnitSketch => ({ positions, ...changes });
  // People 0 and 1 on the ward, 2 in a district, 3 and 4 in a team.
  const units = [
    unit([1, 1]),
    unit([1], { kind: 'healthStation', origin: 0, site: -1 }),
    unit([1, 1], { kind: 'continuityTeam', team: 0, site: -1 }),
  ];
  const team = { index: 0 } as Woman['team'];
  const women = [
    birth(0, { namedMidwife: 3, bornWith: 3, team, origin: 0, fate: { vulnerability: Vulnerability.violence } }),
    birth(1, { namedMidwife: 3, bornWith: 4, team, origin: 1 }),
    birth(2, { namedMidwife: 2, bornWith: 0, origin: 1, fate: { nulliparous: false } }),
    birth(3, {
      namedMidwife: 2,
      bornWith: 1,
      origin: 1,
      fate: { vulnerability: Vulnerability.violence | Vulnerability.newlyArrived },
    }),
  ];
  const service = withBirths(women, units);
  service.contactLog.add(2, ContactKind.latentPhaseContact, Setting.site, 0, 0, 0, from, from + hour);

  it('is named, of the team, met before or none, which together are all', () => {
    const parts = ['namedMidwife', 'teamMidwife', 'metMidwife', 'unknownMidwife'].map((key) => valueOf(service, key));
    expect(parts).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(valueOf(service, 'knownMidwife')).toBe(0.5);
    expect(valueOf(service, 'knownMidwifeEnrolled')).toBe(1);
    expect(valueOf(service, 'namedMidwifeEnrolled')).toBe(0.5);
    expect(valueOf(service, 'enrolled')).toBe(0.5);
  });

  it('is told by district, parity and each vulnerable group a woman belongs to', () => {
    const by = (key: string): number => valueOf(service, `knownMidwifeBy${key}`);
    expect(by(`District.${districts[0]}`)).toBe(1);
    expect(by(`District.${districts[1]}`)).toBeCloseTo(1 / 3, 12);
    expect(by(`District.${districts[2]}`)).toBeNaN();
    expect([by('Parity.nulliparous'), by('Parity.multiparous')]).toEqual([2 / 3, 0]);
    expect([by('Vulnerability.none'), by('Vulnerability.violence')]).toEqual([0.5, 0.5]);
    expect([by('Vulnerability.newly-arrived'), by('Vulnerability.fear-of-birth')]).toEqual([0, NaN]);
  });
});

describe('the contacts of a woman', () => {
  it('count towards continuity when there was time for those after the birth', () => {
    const women = [birth(0, { namedMidwife: 0 }), birth(1, { namedMidwife: 0, bornAt: to - 13 * day })];
    const service = withBirths(women, [{ positions: [1, 1] }]);
    const add = (woman: number, kind: ContactKind, provider: number): void =>
      service.contactLog.add(woman, kind, Setting.site, 0, provider, 0, from, from);
    add(0, ContactKind.antenatalConsultation, 0);
    add(0, ContactKind.labourCare, 0);
    add(0, ContactKind.labourCare, 1);
    add(0, ContactKind.midwifeHomeVisit, 0);
    add(1, ContactKind.labourCare, 1);
    expect(valueOf(service, 'midwivesMet')).toBe(2);
    expect(valueOf(service, 'midwivesMetAtBirth')).toBe(2);
    expect(valueOf(service, 'namedMidwifeContacts')).toBe(0.75);
    // (9 + 1 − 4) / 12
    expect(valueOf(service, 'biceBoxerman')).toBe(0.5);
    expect(valueOf(service, 'biceBoxermanByParity.multiparous')).toBeNaN();
    expect(valueOf(service, 'sameMidwifeThroughout')).toBe(1);
    // The last of the year is not among them.
    expect(valueOf(service, 'midwivesMetAfterBirth')).toBe(1);
  });

  it('in pregnancy are told apart by where they are had, those of the latent phase included', () => {
    const service = withBirths([birth(0), birth(1)]);
    const add = (woman: number, kind: ContactKind, setting: Setting): void =>
      service.contactLog.add(woman, kind, setting, 0, -1, 0, 0, 0);
    add(0, ContactKind.antenatalConsultation, Setting.generalPractice);
    add(0, ContactKind.antenatalConsultation, Setting.healthStation);
    add(0, ContactKind.supportConsultation, Setting.home);
    add(1, ContactKind.ultrasound, Setting.site);
    add(1, ContactKind.latentPhaseContact, Setting.site);
    add(1, ContactKind.labourCare, Setting.site);
    expect(valueOf(service, 'antenatalContacts')).toBe(2.5);
    expect(valueOf(service, 'generalPractitionerContacts')).toBe(0.5);
    expect(valueOf(service, 'districtMidwifeContacts')).toBe(1);
    expect(valueOf(service, 'hospitalAntenatalContacts')).toBe(1);
    expect(valueOf(service, 'latentPhaseContacts')).toBe(0.5);
  });
});

describe('active labour', () => {
  it('is divided into minutes with an own midwife, a shared one and none', () => {
    const women = [birth(0), birth(1, { birthSite: 1, fate: { nulliparous: false } })];
    Object.assign(women[0]!.care, { ownMinutes: 300, sharedMinutes: 80, aloneMinutes: 20, handovers: 2 });
    Object.assign(women[1]!.care, { ownMinutes: 0, sharedMinutes: 60, aloneMinutes: 40, handovers: 1 });
    const service = withBirths(women);
    expect(valueOf(service, 'oneToOne')).toBe(0.6);
    expect(valueOf(service, 'sharedMidwife')).toBe(0.28);
    expect(valueOf(service, 'aloneInLabour')).toBe(0.12);
    expect(valueOf(service, `oneToOneBySite.${sites[0]}`)).toBe(0.75);
    expect(valueOf(service, 'oneToOneByParity.multiparous')).toBe(0);
    expect(valueOf(service, 'handovers')).toBe(1.5);
  });
});

describe('births', () => {
  const { spontaneous, instrumental, plannedCaesarean, acuteCaesarean } = BirthMode;
  const fates = [
    { group: '1', mode: spontaneous, activeFirstStage: 240, secondStage: 60 },
    { group: '1', mode: instrumental, activeFirstStage: 540, secondStage: 60, epidural: true },
    { group: '1', mode: acuteCaesarean, activeFirstStage: 6000 },
    { group: '2a', mode: acuteCaesarean, onset: 'induced' },
    { group: '2b', mode: plannedCaesarean, onset: 'planned caesarean' },
    { group: '3', mode: spontaneous, nulliparous: false },
    { group: '3', mode: spontaneous, nulliparous: false },
    { group: '5', mode: acuteCaesarean, nulliparous: false },
  ] as const;
  const service = withBirths(fates.map((fate, number) => birth(number, { fate })));

  it('are told by how they begin and end', () => {
    expect(valueOf(service, 'caesareanShare')).toBe(0.5);
    expect(valueOf(service, 'caesareanShareByParity.multiparous')).toBeCloseTo(1 / 3, 12);
    expect(valueOf(service, 'plannedCaesareanShare')).toBe(0.25);
    expect(valueOf(service, 'caesareanRobson1')).toBeCloseTo(1 / 3, 12);
    expect(valueOf(service, 'caesareanRobson1and2')).toBe(0.6);
    expect(valueOf(service, 'instrumentalShare')).toBe(0.25);
    expect(valueOf(service, 'inductionShare')).toBe(0.125);
    expect(valueOf(service, 'epiduralShare')).toBe(0.125);
    expect(valueOf(service, 'labourNulliparous')).toBe(7.5);
    expect(valueOf(service, `nulliparousShareByHospital.${inputs.data.sites[sites[0]!]!.hospital}`)).toBe(0.625);
  });

  it('have quiet and busy days: the first and the last hundredth of them', () => {
    // As many births on a day as its number in the month, 0 on the others: 365 days, of which 4 are beyond either end.
    const women = Array.from({ length: 31 }, (_, index) => index + 1).flatMap((date) =>
      Array.from({ length: date }, () => birth(0, { bornAt: from + (date - 1) * day + hour })),
    );
    const busy = withBirths(women);
    expect(busy.inputs.horizon).toMatchObject({ start: '2027-01-01', end: '2027-12-31' });
    // 0.99 × 364 = 360.36: between the day with 27 births, the fifth from above, and that with 28.
    expect(valueOf(busy, `busyDay.${sites[0]}`)).toBeCloseTo(27.36, 9);
    expect(valueOf(busy, `quietDay.${sites[0]}`)).toBe(0);
    expect(valueOf(busy, `busyDay.${sites[1]}`)).toBe(0);
  });
});

describe('who has gone home', () => {
  const leaving = [0, 1, 2, 3].map((number) =>
    birth(number, {
      dischargedAt: [from + 2 * day, from + 2 * day, from + 2 * day, to - day][number]!,
      fate: { mode: number === 1 ? BirthMode.acuteCaesarean : BirthMode.spontaneous },
    }),
  );
  const service = withBirths(leaving);
  for (const woman of leaving) service.observations.discharge(woman, woman.dischargedAt, true);
  const visit = (woman: number, kind: ContactKind, after: number): void => {
    const start = leaving[woman]!.dischargedAt + after;
    service.contactLog.add(woman, kind, Setting.home, 0, 0, 0, start, start + hour);
  };
  visit(0, ContactKind.midwifeHomeVisit, 3 * day);
  visit(0, ContactKind.midwifeHomeVisit, 3 * day + hour);
  visit(1, ContactKind.midwifeHomeVisit, 4 * day);
  visit(1, ContactKind.healthNurseHomeVisit, 14 * day);
  visit(2, ContactKind.returnToWard, day);
  visit(3, ContactKind.midwifeHomeVisit, hour);

  it('is visited in time or not, as far as the days after are observed', () => {
    expect(valueOf(service, 'homeVisit')).toBeCloseTo(1 / 3, 12);
    expect(valueOf(service, 'healthNurseVisit')).toBeCloseTo(1 / 3, 12);
    expect(valueOf(service, 'returnsToWard')).toBeCloseTo(1 / 3, 12);
  });

  it('and may come back to the ward for as long as the longest opening lasts', () => {
    const open = changed(inputs, ({ interventions }) =>
      interventions.push(
        { model: 'open-return', start: '2027-01-01', districts: districts.slice(0, 1), withinDays: 14 },
        { model: 'open-return', start: '2027-01-01', districts: districts.slice(1, 2) },
      ),
    );
    const [early, late] = [14, 13].map((days) => birth(14 - days, { dischargedAt: to - days * day }));
    const longer = measuredService(open, [early!, late!]);
    for (const woman of [early!, late!]) {
      longer.observations.discharge(woman, woman.dischargedAt, true);
      longer.contactLog.add(woman.number, ContactKind.returnToWard, Setting.site, 0, 0, 0, woman.dischargedAt, to);
    }
    longer.contactLog.add(0, ContactKind.returnToWard, Setting.site, 0, 0, 0, to - hour, to);
    expect(valueOf(longer, 'returnsToWard')).toBe(2);
  });

  it('stayed so many days', () => {
    const early = withBirths(leaving.slice(0, 2));
    early.observations.discharge(leaving[0]!, from + 2 * day, true);
    early.observations.discharge(leaving[1]!, from + 6 * day, true);
    expect(valueOf(early, 'stay')).toBe(3);
    expect(valueOf(early, 'stayVaginal')).toBe(1);
    expect(valueOf(early, 'stayCaesarean')).toBe(5);
    expect(valueOf(early, 'fourDays')).toBe(0);
  });
});

describe('the staff', () => {
  it('is counted in full-time posts by employer, and their shifts by what became of them', () => {
    const employer = hospitals[1]!;
    const units: UnitSketch[] = [
      { positions: [1, 0.5] },
      { positions: [0.5], kind: 'postnatalWard' },
      { positions: [1], employer, profession: 'assistant' },
      { positions: [0.8], employer },
    ];
    const women = Array.from({ length: 12 }, (_, number) => birth(number));
    const service = withBirths(women, units);
    const years = (service.calendar.dayOf(to) - service.calendar.dayOf(from)) / 365.25;
    // Leaders are posts of the sites, though they have neither shifts nor women.
    const leadersOf = (hospital?: string): number =>
      Object.entries(inputs.data.staff.sites).reduce(
        (sum, [site, { leadership }]) =>
          hospital === undefined || inputs.data.sites[site]!.hospital === hospital ? sum + leadership : sum,
        0,
      );
    expect(valueOf(service, 'birthsPerMidwifePost')).toBeCloseTo(12 / ((2.8 + leadersOf()) * years), 9);
    const own = Object.values(inputs.data.sites)[0]!.hospital;
    expect(own).toBe(hospitals[0]);
    expect(valueOf(service, `birthsPerMidwifePostByHospital.${own}`)).toBeCloseTo(
      12 / ((2 + leadersOf(own)) * years),
      9,
    );
    expect(valueOf(service, `labourWardPostShare.${own}`)).toBeCloseTo(0.75, 12);
    const { counts } = service;
    counts.posts.set([80, 0, 0, 20]);
    counts.open.set([3, 0, 0, 1]);
    counts.planned.set([90, 0, 0, 20]);
    counts.onHoliday.set([10, 0, 0, 0]);
    counts.sick.set([8, 0, 0, 0]);
    counts.inTraining.set([0, 0, 0, 2]);
    counts.extraShifts.set([5, 0, 0, 0]);
    counts.overtimeShifts.set([0, 0, 0, 5]);
    counts.hiredShifts.set([2, 0, 0, 0]);
    const breach = (basis: Breach['basis']): Breach => ({ rule: 'dailyRest', person: 0, day: 0, size: 30, basis });
    const broken = { ...service, breaches: [breach('planned'), breach('worked'), breach('worked')] };
    expect(valueOf(broken, 'openShiftShare')).toBe(0.04);
    expect(valueOf(broken, 'absenceShare')).toBe(0.1);
    expect(valueOf(broken, 'plannedBreaches')).toBe(10);
    expect(valueOf(broken, 'workedBreaches')).toBe(20);
    const withTeam = { ...broken, teamWork: { ...broken.teamWork, workingDays: 100 } };
    expect(valueOf(withTeam, 'workedBreaches')).toBe(10);
    expect(['extraShifts', 'overtimeShifts', 'hiredShifts'].map((key) => valueOf(broken, key))).toEqual([5, 5, 2]);
  });
});

describe('nobody vanishes', () => {
  it('as who registered has given birth, was lost or is still pregnant', () => {
    const women = [
      birth(0),
      womanOf(1),
      womanOf(2, { standing: Standing.lostToFollowUp }),
      womanOf(3, { fate: { registersAt: Infinity } }),
    ];
    const service = measuredService(inputs, women);
    const { observations } = service;
    for (const woman of women.slice(0, 3)) observations.registered(woman);
    observations.birth(women[0]!, women[0]!.bornAt, true);
    expect(valueOf(service, 'unaccountedFor')).toBe(1);
    observations.lost(women[2]!);
    expect(valueOf(service, 'unaccountedFor')).toBe(0);
    expect(
      ['registrations', 'registeredGaveBirth', 'registeredLost', 'stillPregnant'].map((key) => valueOf(service, key)),
    ).toEqual([3, 1, 1, 1]);
  });
});

describe('places', () => {
  it('are in use at each site over time, and at each hospital by the census', () => {
    const two = changed(inputs, ({ data }) => {
      const [first, second, third] = Object.values(data.sites);
      [first!.hospital, second!.hospital, third!.hospital] = [hospitals[0]!, hospitals[0]!, hospitals[1]!];
    });
    const service = measuredService(two);
    const rooms = service.sites[0]!.labourRooms.usage;
    rooms.set(from + (to - from) / 4, 8);
    service.sites[1]!.ward.need.set(from + (to - from) / 2, 3);
    service.sites[0]!.ward.need.set(from, 1);
    service.census.take(
      from,
      [5, 2, 1].map((inUse) => ({ labourRooms: { inUse }, postnatalBeds: { inUse: 0 }, hotelBeds: { inUse: 0 } })),
    );
    expect(valueOf(service, `labourRooms.${sites[0]}`)).toBeCloseTo(6, 9);
    expect(valueOf(service, `labourRoomsHigh.${sites[0]}`)).toBe(8);
    expect(valueOf(service, `labourRoomsByHospital.${hospitals[0]}`)).toBe(7);
    expect(valueOf(service, `labourRoomsByHospital.${hospitals[1]}`)).toBe(1);
    expect(valueOf(service, `midwivesNeededByHospital.${hospitals[0]}`)).toBeCloseTo(2.5, 9);
  });
});
