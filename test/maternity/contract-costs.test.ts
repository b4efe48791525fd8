import { describe, expect, test } from 'vitest';
import { contractCosts } from '../../sim-core/maternity/economy/contract-costs.ts';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { changed, clockOf, shippedInputs } from '../support/scenarios.ts';

describe('what contracts cost by arithmetic', () => {
  for (const scenario of ['dagens', 'stockholm-ahus-sektor', 'kombinasjon-nordre-aker']) {
    test(`is what the books of ${scenario} have for a year, within the rounding of positions to whole sizes`, () => {
      // People and prices are the same whatever is simulated, so that a few women will do.
      const inputs = changed(shippedInputs(scenario), ({ data }) => {
        for (const origin of Object.values(data.origins)) origin.births /= 50;
      });
      const { calendar, from } = clockOf(inputs);
      const arithmetic = contractCosts(inputs, calendar, calendar.dayOf(from));
      const { ledger } = simulate(inputs, '1', 0, false);
      const lines = ledger.breakdown();
      const booked = (payer: string, line: string): number =>
        lines.reduce((sum, entry) => (entry.payer === payer && entry.line === line ? sum + entry.amount : sum), 0);
      for (const { payer, pay, teamBases } of arithmetic) {
        expect(teamBases, payer).toBeCloseTo(booked(payer, 'teamBase'), 0);
        if (pay === 0) continue;
        expect(booked(payer, 'contractPay') / (pay / (1 + inputs.data.economy.onCost)), payer).toBeCloseTo(1, 2);
      }
    });
  }

  test('a grant is told at the rate of a year while it lasts, and what one gets another gives', () => {
    const inputs = changed(shippedInputs('dagens'), ({ interventions }) => {
      interventions.push({
        model: 'grant',
        start: '2027-03-01',
        end: '2027-04-29',
        payer: 'ahus',
        giver: 'state',
        kroner: 6_000_000,
        source: 'test',
      });
    });
    const { calendar } = clockOf(inputs);
    const received = (date: string, payer: string): number =>
      contractCosts(inputs, calendar, calendar.dayNumber(date)).find((costs) => costs.payer === payer)!.received;
    // Sixty days at 100,000 kroner.
    expect(received('2027-03-15', 'ahus') - received('2027-02-28', 'ahus')).toBeCloseTo(36_500_000, 2);
    expect(received('2027-04-30', 'ahus')).toBe(received('2027-02-28', 'ahus'));
    for (const date of ['2027-02-28', '2027-03-15']) {
      const all = contractCosts(inputs, calendar, calendar.dayNumber(date));
      expect(all.reduce((sum, costs) => sum + costs.received, 0)).toBeCloseTo(0, 4);
    }
  });
});
