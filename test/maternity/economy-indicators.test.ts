import { describe, expect, it } from 'vitest';
import { indicatorKeys, indicatorValues } from '../../sim-core/maternity/registry.ts';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { BirthMode } from '../../sim-core/maternity/trace-states.ts';
import { changed, smallInputs } from '../support/scenarios.ts';

// Six weeks around new year, with an eighth of the births.
const inputs = changed(smallInputs(1800, 42, 28), ({ horizon, interventions }) => {
  horizon.start = '2027-12-10';
  horizon.end = '2028-01-20';
  interventions.push(
    { model: 'grant', start: '2027-12-25', end: '2028-01-05', payer: 'ahus', kroner: 1_000_000, source: 'a test' },
    { model: 'financing', start: '2028-01-01', activityShare: 0.4 },
  );
});
const service = simulate(inputs, 'economy', 0, false);
const values = indicatorValues(service);
const payers = Object.keys(inputs.data.economy.payers);
const sumOf = (ids: readonly string[], payer: string): number =>
  ids.reduce((sum, id) => sum + values[`${id}.${payer}`]!, 0);
const total = (id: string): number => payers.reduce((sum, payer) => sum + sumOf([id], payer), 0);

const staffLines = [
  'basePay',
  'supplementCost',
  'onCallPay',
  'overtimePay',
  'extraShiftPay',
  'hiredCost',
  'holidayPay',
  'onCost',
  'travelCost',
];
const otherLines = ['bedDayCost', 'consumableCost', 'teamBaseCost', 'trainingCost', 'doulaCost', 'practitionerFees'];
const incomeLines = ['activityFunding', 'grantsReceived', 'subsidyReceived'];

describe('what a payer pays', () => {
  it.each(payers)('by %s is the sum of its lines, and of its years', (payer) => {
    const of = (id: string): number => values[`${id}.${payer}`]!;
    expect(sumOf(staffLines, payer)).toBeCloseTo(of('staffCost'), 4);
    expect(sumOf(otherLines, payer)).toBeCloseTo(of('otherCost'), 4);
    expect(sumOf(incomeLines, payer)).toBeCloseTo(of('income'), 4);
    expect(of('grossCost')).toBeCloseTo(of('staffCost') + of('otherCost'), 4);
    expect(of('netCost')).toBeCloseTo(of('grossCost') + of('transfersGiven') - of('income'), 4);
    for (const id of ['grossCost', 'income', 'netCost']) {
      const years = [2027, 2028].map((year) => values[`${id}ByYear.${payer}-${year}`]!);
      expect(years[0]! + years[1]!).toBeCloseTo(of(id), 4);
    }
  });

  it('is what the service costs: what one gives another cancels', () => {
    expect(total('netCost')).toBeCloseTo(values.netCostTotal!, 4);
    expect(values.staffCostTotal! + values.otherCostTotal!).toBeCloseTo(values.netCostTotal!, 4);
    expect(total('income')).toBeCloseTo(total('transfersGiven'), 4);
    expect(values['grantsReceived.ahus']).toBe(1_000_000);
  });

  it('has a key for each payer and year', () => {
    const keys = indicatorKeys(inputs).filter(({ indicator }) => indicator.id === 'netCostByYear');
    expect(keys.map(({ key }) => key)).toContain('netCostByYear.ahus-2028');
    expect(keys).toHaveLength(2 * payers.length);
    expect(keys.find(({ key }) => key.endsWith('.rhf-2027'))!.group!.nb).toBe('Helse Sør-Øst RHF, 2027');
  });
});

describe('posts', () => {
  it('add up from contracts and what is added, by payer and by profession', () => {
    for (const payer of payers) {
      const of = (profession: string): number => values[`postsByPayerProfession.${payer}-${profession}`]!;
      const parts = ['contractPostsByPayerProfession', 'addedPostsByPayerProfession'];
      expect(sumOf(parts, `${payer}-midwife`)).toBeCloseTo(of('midwife'), 10);
      expect(of('midwife')).toBe(values[`midwifePosts.${payer}`]);
      expect(of('midwife') + of('healthNurse') + of('assistant')).toBeCloseTo(values[`staffPosts.${payer}`]!, 10);
      const [before, after] = [2027, 2028].map((year) => values[`midwifePostsByYear.${payer}-${year}`]!);
      // 22 of 365 days and 20 of 366.
      const [early, late] = [22 / 365, 20 / 366];
      expect((before! * early + after! * late) / (early + late)).toBeCloseTo(of('midwife'), 9);
    }
    expect(values['postsByProfession.midwife']).toBeCloseTo(values.midwifePostsTotal!, 10);
    expect(values['contractPostsByPayerProfession.ous-midwife']).toBeGreaterThan(200);
  });
});

describe('care beside staff', () => {
  const { economy } = inputs.data;
  const within = (time: number): boolean => time >= service.horizon.from && time < service.horizon.to;
  const hospitalOf = (site: number): string => inputs.data.sites[service.sites[site]?.id ?? '']?.hospital ?? '';

  it.each(['ous', 'ahus'])(
    'at %s has the consumables of each birth and the funding of each mother who left',
    (hospital) => {
      const { consumables, activityFunding } = economy;
      const price = {
        [BirthMode.spontaneous]: consumables.spontaneous,
        [BirthMode.instrumental]: consumables.instrumental,
        [BirthMode.plannedCaesarean]: consumables.plannedCaesarean,
        [BirthMode.acuteCaesarean]: consumables.acuteCaesarean,
      };
      const own = service.women.filter(({ birthSite }) => birthSite >= 0 && hospitalOf(birthSite) === hospital);
      const born = own.filter(({ bornAt }) => within(bornAt));
      expect(born.length).toBeGreaterThan(50);
      expect(values[`consumableCost.${hospital}`]).toBe(born.reduce((sum, { fate }) => sum + price[fate.mode], 0));
      const newYear = service.calendar.midnight(service.calendar.dayNumber('2028-01-01'));
      const points = (mode: BirthMode, complicated: boolean): number => {
        const { weights } = activityFunding;
        if (mode === BirthMode.spontaneous || mode === BirthMode.instrumental)
          return complicated ? weights.vaginalComplicated : weights.vaginal;
        return complicated ? weights.caesareanComplicated : weights.caesarean;
      };
      const oere = own
        .filter(({ dischargedAt }) => within(dischargedAt))
        .map(({ fate, dischargedAt }) => {
          const isVaginal = fate.mode === BirthMode.spontaneous || fate.mode === BirthMode.instrumental;
          const complicated = fate.plurality === 2 || fate.gestation < 259 || (isVaginal && fate.risk === 'high');
          const share = dischargedAt < newYear ? 0.3 : 0.4;
          return Math.round(points(fate.mode, complicated) * 54_300 * share * 100);
        });
      expect(values[`activityFunding.${hospital}`]).toBe(oere.reduce((sum, stay) => sum + stay, 0) / 100);
    },
  );

  it('has the days of beds that were in use', () => {
    const { from, to } = service.horizon;
    const days = (to - from) / 1440;
    for (const hospital of ['ous', 'ahus']) {
      const expected = service.sites
        .filter((_, site) => hospitalOf(site) === hospital)
        .reduce(
          (sum, { antenatalBeds, postnatalBeds, hotelBeds }) =>
            sum +
            days *
              (antenatalBeds.usage.mean(to) * economy.bedDay.antenatalWard +
                postnatalBeds.usage.mean(to) * economy.bedDay.postnatalWard +
                hotelBeds.usage.mean(to) * economy.bedDay.postnatalHotel),
          0,
        );
      expect(expected).toBeGreaterThan(0);
      expect(Math.abs(values[`bedDayCost.${hospital}`]! - expected)).toBeLessThan(0.1);
    }
  });
});
