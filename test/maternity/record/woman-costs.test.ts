import { describe, expect, it } from 'vitest';
import { ContactKind, Provider, Setting } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { womanCosts, type WomanCostLine } from '../../../sim-core/maternity/economy/woman-costs.ts';
import { siteIds } from '../../../sim-core/maternity/model-inputs.ts';
import type { ContactColumns, Playback } from '../../../sim-core/maternity/record/columns.ts';
import { unitsOf } from '../../../sim-core/maternity/staff/units.ts';
import { BirthMode, TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { shippedInputs } from '../../support/scenarios.ts';
import { runAndKeep, someWeeks } from '../patterns/some-weeks.ts';

const minutesPerDay = 1440;

interface Contact {
  woman: number;
  kind: number;
  provider: number;
  payer: string;
  start: number;
  end: number;
}

describe('what the care of a made-up woman costs', () => {
  const inputs = shippedInputs('stockholm-ahus-sektor');
  const { economy, sites } = inputs.data;
  const payers = Object.keys(economy.payers);
  const units = unitsOf(inputs);
  const ward = units.findIndex(({ kind, profession }) => kind === 'labourWard' && profession === 'midwife');
  const station = units.findIndex(({ kind, profession }) => kind === 'healthStation' && profession === 'healthNurse');
  const team = units.findIndex(({ kind }) => kind === 'continuityTeam');
  const hospital = sites[siteIds(inputs)[0]!]!.hospital;
  /** Person 0 is a midwife of the ward, 1 a health nurse, 2 a midwife of a team. */
  const people = {
    profession: Uint8Array.of(0, 1, 0),
    unit: Int16Array.of(ward, station, team),
    position: Float32Array.of(1, 1, 1),
  };

  function playback(contacts: Contact[], rows: [number, number, number, number, number][]): Playback {
    const column = <T>(make: { from(values: number[]): T }, of: (contact: Contact) => number): T =>
      make.from(contacts.map(of));
    const log: ContactColumns = {
      woman: column(Int32Array, ({ woman }) => woman),
      kind: column(Uint8Array, ({ kind }) => kind),
      setting: column(Uint8Array, () => Setting.site),
      place: column(Int16Array, () => 0),
      provider: column(Int32Array, ({ provider }) => provider),
      payer: column(Uint8Array, ({ payer }) => payers.indexOf(payer)),
      start: column(Float64Array, ({ start }) => start),
      end: column(Float64Array, ({ end }) => end),
    };
    const trace = {
      time: Float64Array.from(rows, ([time]) => time),
      entity: Int32Array.from(rows, ([, entity]) => entity),
      state: Uint8Array.from(rows, ([, , state]) => state),
      place: Int16Array.from(rows, ([, , , place]) => place),
      other: Int32Array.from(rows, ([, , , , other]) => other),
    };
    return { from: 0, to: 100_000, trace, contacts: log, people } as Playback;
  }

  const costs = (contacts: Contact[], rows: [number, number, number, number, number][] = []): WomanCostLine[] =>
    womanCosts(inputs, playback(contacts, rows), 5);
  const labour = { woman: 5, kind: ContactKind.labourCare, provider: 0, payer: hospital } as const;

  it('has an hour of a midwife at a year’s salary with on-cost by the hours at work in a year', () => {
    const { yearlySalary, onCost, yearlyHours } = economy;
    const price = (yearlySalary.midwife * (1 + onCost)) / yearlyHours.productiveRota;
    const [line, ...others] = costs([{ ...labour, start: 0, end: 90 }]);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ what: 'midwife', payer: hospital, quantity: 1.5, unit: 'hours' });
    expect(line!.price).toBeCloseTo(price, 2);
    expect(line!.kroner).toBeCloseTo(1.5 * price, 1);
  });

  it('divides a midwife between the women whom she has at the same time', () => {
    // She has woman 5 for 0–120, woman 6 for 60–180 and woman 7 for 90–120.
    const other = (woman: number, start: number, end: number): Contact => ({ ...labour, woman, start, end });
    const [line] = costs([other(6, 60, 180), { ...labour, start: 0, end: 120 }, other(7, 90, 120)]);
    expect(line!.quantity).toBeCloseTo((60 + 30 / 2 + 30 / 3) / 60, 12);
  });

  it('has the hours of a team with those who bear its posts, and of a health nurse by day', () => {
    const shares = { ahus: 0.71875, districts: 0.28125 };
    const lines = costs([
      { ...labour, provider: 2, payer: 'ahus', start: 0, end: 60 },
      { ...labour, kind: ContactKind.healthNurseHomeVisit, provider: 1, payer: 'districts', start: 100, end: 160 },
    ]);
    const { yearlySalary, onCost, yearlyHours } = economy;
    const ofTeam = (yearlySalary.midwife * (1 + onCost)) / yearlyHours.productiveRota;
    const ofNurse = (yearlySalary.healthNurse * (1 + onCost)) / yearlyHours.productiveDay;
    expect(lines.map(({ what, payer, quantity }) => [what, payer, quantity])).toEqual([
      ['midwife', 'ahus', shares.ahus],
      ['midwife', 'districts', shares.districts],
      ['healthNurse', 'districts', 1],
    ]);
    expect(lines[0]!.kroner + lines[1]!.kroner).toBeCloseTo(ofTeam, 1);
    expect(lines[2]!.kroner).toBeCloseTo(ofNurse, 1);
  });

  it('has hired staff, a doula and the fees of general practitioners at the prices of the data', () => {
    const practice = { ...labour, provider: Provider.generalPractitioner, payer: economy.statePayer, end: 30 };
    const lines = costs([
      { ...practice, kind: ContactKind.antenatalConsultation, start: -300 },
      { ...practice, kind: ContactKind.antenatalConsultation, start: 0 },
      { ...practice, kind: ContactKind.antenatalConsultation, start: 10 },
      { ...practice, kind: ContactKind.sixWeekCheck, start: 20 },
      { ...practice, woman: 6, kind: ContactKind.sixWeekCheck, start: 20 },
      { ...labour, provider: -100, start: 0, end: 30 },
      { ...labour, kind: ContactKind.doulaSupport, provider: Provider.doula, payer: 'state', start: 0, end: 240 },
      { ...labour, kind: ContactKind.readmission, provider: Provider.paediatrician, start: 0, end: 240 },
    ]);
    const { practitionerFees: fees, hiredHour, doulaHour, statePayer } = economy;
    const expected = [
      ['hired', hospital, 0.5, hiredHour.midwife],
      ['firstConsultation', statePayer, 1, fees.firstConsultation],
      ['laterConsultation', statePayer, 2, fees.laterConsultation],
      ['sixWeekCheck', statePayer, 1, fees.sixWeekCheck],
      ['doula', 'state', 4, doulaHour],
    ] as const;
    expect(lines).toHaveLength(expected.length);
    for (const [what, payer, quantity, price] of expected) {
      const line = lines.find((one) => one.what === what);
      expect(line).toMatchObject({ payer, quantity });
      expect(line!.price).toBeCloseTo(price, 2);
      expect(line!.kroner).toBeCloseTo(quantity * price, 1);
    }
  });

  it('has the days of each kind of bed, a readmission among them, and consumables by mode of birth', () => {
    const day = minutesPerDay;
    const lines = costs(
      [],
      [
        [0, 5, TraceState.antenatalBed, 0, 0],
        [0.25 * day, 6, TraceState.antenatalBed, 0, 0],
        [0.5 * day, 5, TraceState.labourRoom, 0, 0],
        [0.75 * day, 5, TraceState.theatre, 0, 0],
        [0.8 * day, 5, TraceState.birth, 0, BirthMode.acuteCaesarean],
        [0.9 * day, 5, TraceState.recovery, 0, 0],
        [1 * day, 5, TraceState.postnatalBed, 0, 0],
        [2 * day, 5, TraceState.hotelBed, 0, 0],
        [4.5 * day, 5, TraceState.discharged, 0, 0],
        [9 * day, 5, TraceState.readmitted, 0, 0],
        [12 * day, 5, TraceState.readmissionEnds, 0, 0],
      ],
    );
    const { bedDay, consumables } = economy;
    expect(lines.map(({ what, payer, unit }) => [what, payer, unit])).toEqual([
      ['antenatalWard', hospital, 'days'],
      ['postnatalWard', hospital, 'days'],
      ['postnatalHotel', hospital, 'days'],
      ['acuteCaesarean', hospital, 'pieces'],
    ]);
    expect(lines.map(({ quantity }) => quantity)).toEqual([0.5, 4, 2.5, 1]);
    const prices = [bedDay.antenatalWard, bedDay.postnatalWard, bedDay.postnatalHotel, consumables.acuteCaesarean];
    for (const [index, { price }] of lines.entries()) expect(price).toBeCloseTo(prices[index]!, 2);
  });

  it('is nothing for a woman without care', () => {
    expect(costs([{ ...labour, woman: 6, start: 0, end: 60 }])).toEqual([]);
  });
});

describe('what the care of the women of some weeks costs', () => {
  const { inputs, service, playback } = runAndKeep(someWeeks('stockholm-ahus-sektor'));
  const { women, from, to } = playback;
  const born = [...women.bornAt.keys()].filter((woman) => women.bornAt[woman]! >= from && women.bornAt[woman]! < to);

  it('has the consumables that the ledger has booked', () => {
    const some = born.filter((_, index) => index % 10 === 0);
    for (const woman of some) {
      const pieces = womanCosts(inputs, playback, woman).filter(({ what }) => what in inputs.data.economy.consumables);
      expect(pieces).toHaveLength(1);
    }
    const booked = service.ledger.breakdown().filter(({ line }) => line === 'consumables');
    expect(booked.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(born.length);
  });

  it('has something of hours, days and pieces for nearly everybody, and every amount is quantity × price', () => {
    for (const woman of born.slice(0, 40)) {
      const lines = womanCosts(inputs, playback, woman);
      expect(lines.length).toBeGreaterThan(3);
      for (const { payer, quantity, price, kroner } of lines) {
        expect(Object.keys(inputs.data.economy.payers)).toContain(payer);
        expect(quantity).toBeGreaterThanOrEqual(0);
        expect(Math.abs(kroner - quantity * price)).toBeLessThan(0.0051);
      }
      const total = lines.reduce((sum, { kroner }) => sum + kroner, 0);
      expect(total).toBeGreaterThan(5_000);
      expect(total).toBeLessThan(400_000);
    }
  });
});
