import { ContactKind, Provider } from '../contacts/contact-kinds.ts';
import { siteIds, teamLabels, type ModelInputs } from '../model-inputs.ts';
import type { Playback } from '../record/columns.ts';
import { careMinutes } from '../record/care-minutes.ts';
import { combinedLabels } from '../staff/combined-positions.ts';
import { firstHired } from '../staff/cover.ts';
import { costSharesOf, professions, type CostShare, type Profession } from '../staff/person.ts';
import type { Unit } from '../staff/unit.ts';
import { unitsOf } from '../staff/units.ts';
import { CarePrices, type PricedBed } from './care-costs.ts';
import { PriceList } from './price-list.ts';
import { roundedOere, Tariff } from './tariff.ts';
import { bedStays, modeOfBirth } from './woman-stays.ts';

const oerePerKrone = 100;
const minutesPerHour = 60;
const minutesPerDay = 1440;

type Economy = ModelInputs['data']['economy'];

/** What a woman's care consists of, as far as it has a price. */
export type WomanCostItem =
  Profession | 'hired' | 'doula' | PricedBed | keyof Economy['consumables'] | keyof Economy['practitionerFees'];

/** What a payer bears of a woman's care. */
export interface WomanCostLine {
  what: WomanCostItem;
  /** A key of `economy.payers`. */
  payer: string;
  quantity: number;
  unit: 'hours' | 'days' | 'pieces';
  /** Kroner for one unit. */
  price: number;
  /** Quantity × price, in whole øre. */
  kroner: number;
}

/**
 * What the recorded care of one woman costs by the prices of the ledger, line by line in the order in which it came about:
 * from the first contact that is known of her, be it before the horizon, to its end.
 *
 * - Hours that people of the model, and hired staff, were in contact with her. One who has several women at a time is divided
 *   equally between them. An hour of a person is a year's salary with on-cost, divided by the hours that somebody in a
 *   full-time position is at work in a year. Those who bear the cost of her post between them bear her hours so too.
 * - Days in beds with a price; of a readmission all of it, as if it had a postnatal bed from the first minute.
 * - Consumables by mode of birth, hours of a doula, and the fees of general practitioners.
 *
 * The ledger pays posts whether or not anybody is in contact with a woman, and supplements, overtime, journeys and documentation
 * beside; doctors of the hospitals, assistants on the wards and labour rooms have no price of their own. So the lines of all
 * women do not sum to the cost of the service: they tell what the care of one is worth beside that of another.
 *
 * @param woman her number
 */
export function womanCosts(inputs: ModelInputs, playback: Playback, woman: number): WomanCostLine[] {
  const bill = new Bill();
  addHours(bill, inputs, playback, woman);
  addCare(bill, inputs, playback, woman);
  return bill.lines();
}

/** Adds up quantities of the same thing at the same price for the same payer. */
class Bill {
  private readonly sums = new Map<string, Omit<WomanCostLine, 'kroner' | 'price'> & { oere: number }>();

  add(what: WomanCostItem, payer: string, quantity: number, unit: WomanCostLine['unit'], oere: number): void {
    const key = `${what} ${payer} ${oere}`;
    const sum = this.sums.get(key);
    if (sum === undefined) this.sums.set(key, { what, payer, quantity, unit, oere });
    else sum.quantity += quantity;
  }

  lines(): WomanCostLine[] {
    return [...this.sums.values()].map(({ oere, ...line }) => ({
      ...line,
      price: oere / oerePerKrone,
      kroner: roundedOere(oere * line.quantity) / oerePerKrone,
    }));
  }
}

/** The hours of people and of hired staff, who are midwives. */
function addHours(bill: Bill, inputs: ModelInputs, { contacts, people }: Playback, woman: number): void {
  const tariff = new Tariff(inputs);
  const payers = Object.keys(inputs.data.economy.payers);
  const units = unitsOf(inputs);
  const shares = costSharesOfUnits(inputs, units);
  for (const { contact, minutes } of careMinutes(contacts, woman)) {
    const provider = contacts.provider[contact]!;
    const payer = payers[contacts.payer[contact]!]!;
    const hours = minutes / minutesPerHour;
    if (provider <= firstHired) {
      bill.add('hired', payer, hours, 'hours', tariff.hiredHour('midwife'));
    } else if (provider >= 0) {
      const unit = people.unit[provider]!;
      const profession = professions[people.profession[provider]!]!;
      const oere = hourAtWork(tariff, profession, units[unit]!.pattern);
      for (const bearer of shares[unit] ?? [{ payer, share: 1 }]) {
        bill.add(profession, bearer.payer, hours * bearer.share, 'hours', oere);
      }
    }
  }
}

/** What does not depend on who is at work. */
function addCare(bill: Bill, inputs: ModelInputs, { trace, contacts, to }: Playback, woman: number): void {
  const priceList = new PriceList();
  const prices = new CarePrices(inputs, priceList);
  const { payers, statePayer } = inputs.data.economy;
  const payerIds = Object.keys(payers);
  const hospitals = siteIds(inputs).map((id) => inputs.data.sites[id]!.hospital);
  for (const { bed, site, minutes } of bedStays(trace, woman, to)) {
    bill.add(bed, hospitals[site]!, minutes / minutesPerDay, 'days', prices.beds[bed].oere);
  }
  const birth = modeOfBirth(trace, woman);
  if (birth !== undefined) {
    const { item, oere } = prices.births[birth.mode]!;
    const what = priceList.items[item]!.what as keyof Economy['consumables'];
    bill.add(what, hospitals[birth.site]!, 1, 'pieces', oere);
  }
  let hasConsulted = false;
  for (let contact = 0; contact < contacts.woman.length; contact++) {
    if (contacts.woman[contact] !== woman) continue;
    if (contacts.kind[contact] === ContactKind.doulaSupport) {
      const hours = (contacts.end[contact]! - contacts.start[contact]!) / minutesPerHour;
      bill.add('doula', payerIds[contacts.payer[contact]!]!, hours, 'hours', prices.doulaHour.oere);
    } else if (contacts.provider[contact] === Provider.generalPractitioner) {
      const isCheck = contacts.kind[contact] === ContactKind.sixWeekCheck;
      const fee = isCheck ? 'sixWeekCheck' : hasConsulted ? 'laterConsultation' : 'firstConsultation';
      hasConsulted ||= !isCheck;
      bill.add(fee, statePayer, 1, 'pieces', prices.fees[fee].oere);
    }
  }
}

/** Øre for an hour at work of somebody in a contract position, with on-cost. */
function hourAtWork(tariff: Tariff, profession: Profession, pattern: Unit['pattern']): number {
  const salary = tariff.salary(profession, 1, 1);
  return roundedOere((salary + tariff.onCost(salary)) / tariff.productiveHours(pattern));
}

/** Who bears the cost of the people of each unit between them; undefined where their employer does. */
function costSharesOfUnits(inputs: ModelInputs, units: readonly Unit[]): (readonly CostShare[] | undefined)[] {
  const teams = teamLabels(inputs);
  const combined = combinedLabels(inputs);
  const firstCombined = units.findIndex(({ kind }) => kind === 'combinedPosition');
  return units.map(({ index, kind, team }) => {
    const label = kind === 'combinedPosition' ? combined[index - firstCombined] : teams[team];
    const plan = label === undefined ? undefined : inputs.interventions[label.interventionIndex]!;
    if (plan?.model !== 'continuity-teams' && plan?.model !== 'combined-positions') return undefined;
    return costSharesOf(plan);
  });
}
