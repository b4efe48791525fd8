import type { Calendar } from '../../kernel/index.ts';
import { teamLabels, type ModelInputs } from '../model-inputs.ts';
import { combinedLabels } from '../staff/combined-positions.ts';
import { costSharesOf, type CostShare } from '../staff/person.ts';
import { postsByUnit } from '../staff/post-balance.ts';
import type { Unit } from '../staff/unit.ts';
import { datedGrants } from './grants.ts';

/** What a payer bears a year, at the rate of one day, by arithmetic: nothing that depends on what happens is in it. */
export interface ContractCosts {
  /** A key of `economy.payers`. */
  readonly payer: string;
  /** Salaries of contract positions with on-cost, kroner a year. */
  readonly pay: number;
  /** Bases of continuity teams, kroner a year. */
  readonly teamBases: number;
  /** Grants received less grants given, subsidies of posts among them, kroner a year. */
  readonly received: number;
}

const daysPerYear = 365;
const oerePerKrone = 100;

/**
 * What the contracts of a day cost each payer, at the rate of a year: posts × salary, with on-cost, of units, teams, combined
 * positions and leading midwives; bases of teams; grants and subsidies. Supplements, overtime, call-outs, hired staff,
 * travel, beds and income by activity depend on what happens: only a run can tell them.
 * @param day number of a calendar day
 * @returns one for each payer, in the order of `economy.payers`
 */
export function contractCosts(inputs: ModelInputs, calendar: Calendar, day: number): ContractCosts[] {
  const { economy, sites, staff } = inputs.data;
  const payers = Object.keys(economy.payers);
  const costs = new Map(payers.map((payer) => [payer, { payer, pay: 0, teamBases: 0, received: 0 }]));
  const of = (payer: string) => costs.get(payer)!;
  const salary = (profession: Unit['profession']): number => economy.yearlySalary[profession] * (1 + economy.onCost);
  let districtMidwives = 0;
  const pay = (bearers: readonly CostShare[], profession: Unit['profession'], posts: number): void => {
    for (const { payer, share } of bearers) {
      of(payer).pay += posts * share * salary(profession);
      if (payer === economy.districtPayer && profession === 'midwife') districtMidwives += posts * share;
    }
  };
  for (const { unit, posts } of postsByUnit(inputs, calendar, day)) {
    pay(bearersOf(inputs, unit), unit.profession, posts);
    if (unit.kind === 'continuityTeam' && posts > 0) of(unit.employer).teamBases += economy.teamBase;
  }
  for (const [site, { leadership }] of Object.entries(staff.sites)) {
    pay([{ payer: sites[site]!.hospital, share: 1 }], 'midwife', leadership);
  }
  const transfer = (giver: string, receiver: string, kroner: number): void => {
    of(giver).received -= kroner;
    of(receiver).received += kroner;
  };
  transfer(economy.statePayer, economy.districtPayer, districtMidwives * economy.midwifeSubsidy);
  for (const { giver, payer, fromDay, endDay, perDay } of datedGrants(inputs, calendar)) {
    if (fromDay <= day && day < endDay) transfer(giver, payer, (perDay * daysPerYear) / oerePerKrone);
  }
  return [...costs.values()];
}

/** Who bears the pay of the people of a unit. */
function bearersOf(inputs: ModelInputs, unit: Unit): readonly CostShare[] {
  const own = [{ payer: unit.employer, share: 1 }];
  const label =
    unit.team >= 0
      ? teamLabels(inputs)[unit.team]
      : combinedLabels(inputs).find(({ place }) => unit.id.startsWith(`${place}/`));
  const intervention = label && inputs.interventions[label.interventionIndex];
  return (intervention && 'costShares' in intervention && costSharesOf(intervention)) || own;
}
