import { ContactKind, Provider } from '../contacts/contact-kinds.ts';
import type { ContactLog } from '../contacts/contact-log.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { BirthMode } from '../trace-states.ts';
import type { Accounts } from './accounts.ts';
import type { PriceList } from './price-list.ts';
import { roundedOere } from './tariff.ts';

const oerePerKrone = 100;
const minutesPerHour = 60;
/** By number of the mode. */
const modes = ['spontaneous', 'instrumental', 'plannedCaesarean', 'acuteCaesarean'] as const;

/** Beds with a price a day. */
export const pricedBeds = ['antenatalWard', 'postnatalWard', 'postnatalHotel'] as const;
export type PricedBed = (typeof pricedBeds)[number];

/** What one of something costs, as listed. */
interface Price {
  readonly item: number;
  readonly oere: number;
}

/** What care costs beside the people of the model: beds without their staff, consumables, doulas, practitioners' fees. */
export class CareCosts {
  private readonly prices: CarePrices;
  private readonly accounts: Accounts;

  constructor(prices: CarePrices, accounts: Accounts) {
    this.prices = prices;
    this.accounts = accounts;
  }

  /** Beds of a hospital were in use for a number of days in a year. @param year index of the year */
  bedDays(year: number, payer: number, bed: PricedBed, days: number): void {
    const { item, oere } = this.prices.beds[bed];
    this.charge(year, payer, item, days, roundedOere(oere * days));
  }

  /** A child was born in a hospital. */
  birth(payer: number, mode: BirthMode, time: number): void {
    const { item, oere } = this.prices.births[mode]!;
    this.charge(this.accounts.yearOf(time), payer, item, 1, oere);
  }

  /** A doula was with a woman. @param start @param end within the horizon */
  doula(payer: number, start: number, end: number): void {
    const { item, oere } = this.prices.doulaHour;
    const hours = (end - start) / minutesPerHour;
    this.charge(this.accounts.yearOf(start), payer, item, hours, roundedOere(oere * hours));
  }

  /** The fees of general practitioners for the contacts of a log that began between two instants. */
  practitionerFees(log: ContactLog, women: number, from: number, to: number): void {
    const seen = new Uint8Array(women);
    const payer = this.accounts.payer(this.prices.statePayer);
    const providers = log.provider.view();
    for (let index = 0; index < providers.length; index++) {
      if (providers[index] !== Provider.generalPractitioner) continue;
      const woman = log.woman.at(index);
      const start = log.start.at(index);
      const isCheck = log.kind.at(index) === ContactKind.sixWeekCheck;
      const consultation = seen[woman] === 1 ? 'laterConsultation' : 'firstConsultation';
      if (!isCheck) seen[woman] = 1;
      if (start < from || start >= to) continue;
      const { item, oere } = this.prices.fees[isCheck ? 'sixWeekCheck' : consultation];
      this.charge(this.accounts.yearOf(start), payer, item, 1, oere);
    }
  }

  private charge(year: number, payer: number, item: number, quantity: number, amount: number): void {
    this.accounts.at(year, payer).book(item, quantity, amount);
  }
}

/** The prices of care, entered in the price list. */
export class CarePrices {
  readonly statePayer: string;
  readonly beds: Record<PricedBed, Price>;
  readonly births: readonly Price[];
  readonly doulaHour: Price;
  readonly fees: Record<'firstConsultation' | 'laterConsultation' | 'sixWeekCheck', Price>;

  constructor({ data: { economy } }: ModelInputs, priceList: PriceList) {
    const price = (
      line: Parameters<PriceList['add']>[0],
      what: string,
      unit: Parameters<PriceList['add']>[2],
      kroner: number,
    ): Price => {
      const oere = roundedOere(kroner * oerePerKrone);
      return { item: priceList.add(line, what, unit, oere), oere };
    };
    const { bedDay, consumables, practitionerFees } = economy;
    const bed = (kind: PricedBed): Price => price('bedDays', kind, 'days', bedDay[kind]);
    const fee = (kind: keyof typeof practitionerFees): Price =>
      price('practitionerFees', kind, 'contacts', practitionerFees[kind]);
    this.statePayer = economy.statePayer;
    this.beds = {
      antenatalWard: bed('antenatalWard'),
      postnatalWard: bed('postnatalWard'),
      postnatalHotel: bed('postnatalHotel'),
    };
    this.births = modes.map((mode) => price('consumables', mode, 'births', consumables[mode]));
    this.doulaHour = price('doula', 'with women in labour', 'hours', economy.doulaHour);
    this.fees = {
      firstConsultation: fee('firstConsultation'),
      laterConsultation: fee('laterConsultation'),
      sixWeekCheck: fee('sixWeekCheck'),
    };
  }
}
