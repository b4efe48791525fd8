import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { employmentSpells } from '../staff/employment-spells.ts';
import { professions, type Person } from '../staff/person.ts';
import type { Workforce } from '../staff/workforce.ts';
import type { Accounts } from './accounts.ts';
import type { Bearers } from './bearers.ts';
import { yearsOfDays } from './employment.ts';
import type { PayItems } from './pay-items.ts';
import type { PriceList } from './price-list.ts';
import { roundedOere, type Tariff } from './tariff.ts';
import { bookTransfer, transferOf } from './transfer.ts';

const oerePerKrone = 100;

/** What the books of contract positions are made of. */
interface Contracts {
  inputs: ModelInputs;
  calendar: Calendar;
  workforce: Workforce;
  accounts: Accounts;
  tariff: Tariff;
  items: PayItems;
  bearersOfPerson: readonly Bearers[];
}

/**
 * Books the salaries of all positions, year by year, for the days on which people are employed, and those of the leading
 * midwives of the sites, who are no people of the model.
 * @param costs øre by number of the person, to which hers are added
 */
export function bookContracts(contracts: Contracts, costs: Float64Array): void {
  const { inputs, calendar, workforce, accounts, tariff, items, bearersOfPerson } = contracts;
  const book = (year: number, bearers: Bearers, profession: Person['profession'], postYears: number): number => {
    const pay = roundedOere(tariff.salary(profession, 1, postYears));
    const onCost = tariff.onCost(pay);
    accounts.charge(year, bearers, items.contract[profession], postYears, pay);
    accounts.charge(year, bearers, items.onCost, pay / oerePerKrone, onCost);
    const place = professions.indexOf(profession);
    for (const [index, payer] of bearers.payers.entries()) {
      accounts.at(year, payer).contractPostYears[place]! += postYears * bearers.shares[index]!;
    }
    return pay + onCost;
  };
  for (const [year, { firstDay, endDay, length }] of accounts.years.entries()) {
    for (const [index, person] of workforce.people.entries()) {
      const years = yearsEmployed(calendar, person, firstDay, endDay);
      if (years > 0) costs[index]! += book(year, bearersOfPerson[index]!, person.profession, person.position * years);
    }
    for (const [site, { leadership }] of Object.entries(inputs.data.staff.sites)) {
      const payer = accounts.payer(inputs.data.sites[site]!.hospital);
      if (leadership > 0) book(year, { payers: [payer], shares: [1] }, 'midwife', leadership * length);
    }
  }
}

/** What the teams cost beside pay: a base for as long as somebody is employed in them, and a course for each newly employed. */
export class TeamItems {
  private readonly base: number;
  private readonly training: number;
  private readonly basePrice: number;
  private readonly trainingPrice: number;

  constructor({ data: { economy } }: ModelInputs, priceList: PriceList) {
    this.basePrice = roundedOere(economy.teamBase * oerePerKrone);
    this.trainingPrice = roundedOere(economy.teamTraining * oerePerKrone);
    this.base = priceList.add('teamBase', 'team', 'years', this.basePrice);
    this.training = priceList.add('training', 'midwife new in a team', 'persons', this.trainingPrice);
  }

  book({ calendar, workforce, accounts, bearersOfPerson }: Contracts): void {
    for (const unit of workforce.units) {
      if (unit.kind !== 'continuityTeam') continue;
      const people = workforce.people.filter((person) => person.unit === unit.index);
      const fromDay = people.reduce((first, person) => Math.min(first, person.fromDay), Infinity);
      const toDay = people.reduce((last, person) => Math.max(last, person.toDay), -Infinity);
      const employer: Bearers = { payers: [accounts.payer(unit.employer)], shares: [1] };
      for (const [year, { firstDay, endDay }] of accounts.years.entries()) {
        const years = yearsEmployed(calendar, { fromDay, toDay }, firstDay, endDay);
        if (years > 0) accounts.charge(year, employer, this.base, years, roundedOere(this.basePrice * years));
        for (const person of people) {
          if (person.fromDay < firstDay || person.fromDay >= endDay) continue;
          accounts.charge(year, bearersOfPerson[person.number]!, this.training, 1, this.trainingPrice);
        }
      }
    }
  }
}

/** What the state gives to the payer of the districts for each post of a midwife whom it employs. */
export class PostSubsidy {
  private readonly transfer: ReturnType<typeof transferOf>;
  private readonly price: number;

  constructor({ data: { economy } }: ModelInputs, priceList: PriceList) {
    this.price = roundedOere(economy.midwifeSubsidy * oerePerKrone);
    this.transfer = transferOf(priceList, 'subsidyReceived', 'midwife post of a district', 'posts × years', this.price);
  }

  /** The contracts must have been booked. */
  book(accounts: Accounts, { data: { economy } }: ModelInputs): void {
    if (this.price === 0) return;
    const payer = accounts.payer(economy.districtPayer);
    const giver = accounts.payer(economy.statePayer);
    const midwife = professions.indexOf('midwife');
    for (const year of accounts.years.keys()) {
      const postYears = accounts.at(year, payer).contractPostYears[midwife]!;
      bookTransfer(accounts, year, this.transfer, giver, payer, postYears, roundedOere(this.price * postYears));
    }
  }
}

/** Years of employment between two days. */
function yearsEmployed(
  calendar: Calendar,
  employment: Parameters<typeof employmentSpells>[0],
  firstDay: number,
  endDay: number,
): number {
  return employmentSpells(employment, firstDay, endDay).reduce(
    (years, { fromDay, toDay }) => years + yearsOfDays(calendar, fromDay, toDay),
    0,
  );
}
