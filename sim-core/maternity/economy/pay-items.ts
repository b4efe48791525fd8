import { professions, type Profession } from '../staff/person.ts';
import type { Unit } from '../staff/unit.ts';
import type { PriceList } from './price-list.ts';
import type { HourlyRates, Tariff } from './tariff.ts';

const oerePerKrone = 100;
const patterns = ['rota', 'day'] as const;

/** Numbers in the price list of what the hours of a profession are paid. */
export interface HourItems {
  readonly eveningAndNight: number;
  readonly weekend: number;
  readonly publicHoliday: number;
  readonly overtime: number;
  readonly highOvertime: number;
  readonly extraShift: number;
  readonly summerExtraShift: number;
  readonly onCall: number;
}

/** Numbers in the price list of all that is paid for work. */
export class PayItems {
  readonly holidayPay: number;
  readonly onCost: number;
  readonly travel: number;
  readonly contract: Record<Profession, number>;
  readonly hired: Record<Profession, number>;
  private readonly hours: Record<(typeof patterns)[number], Record<Profession, HourItems>>;

  constructor(priceList: PriceList, tariff: Tariff) {
    const byProfession = <T>(of: (profession: Profession) => T): Record<Profession, T> =>
      Object.fromEntries(professions.map((profession) => [profession, of(profession)])) as Record<Profession, T>;
    this.contract = byProfession((profession) =>
      priceList.add('contractPay', profession, 'posts × years', tariff.salary(profession, 1, 1)),
    );
    const hoursOf = (pattern: (typeof patterns)[number]): Record<Profession, HourItems> =>
      byProfession((profession) => hourItems(priceList, `${profession}/${pattern}`, tariff.rates(profession, pattern)));
    this.hours = { rota: hoursOf('rota'), day: hoursOf('day') };
    this.holidayPay = priceList.add(
      'holidayPay',
      'pay beyond contracts',
      'kroner',
      tariff.holidayPayShare * oerePerKrone,
    );
    this.onCost = priceList.add('onCost', 'pay with holiday pay', 'kroner', tariff.onCostShare * oerePerKrone);
    this.hired = byProfession((profession) =>
      priceList.add('hired', profession, 'hours', tariff.hiredHour(profession)),
    );
    this.travel = priceList.add('travel', 'on visits', 'minutes', tariff.travelMinute);
  }

  /** Those of people on a rota (or on call in turns), or by day. */
  of(profession: Profession, pattern: Unit['pattern']): HourItems {
    return this.hours[pattern === 'day' ? 'day' : 'rota'][profession];
  }
}

function hourItems(priceList: PriceList, who: string, rates: HourlyRates): HourItems {
  const add = (line: Parameters<PriceList['add']>[0], what: string, price: number): number =>
    priceList.add(line, `${who}/${what}`, 'hours', price);
  return {
    eveningAndNight: add('supplements', 'evening and night', rates.eveningAndNight),
    weekend: add('supplements', 'weekend', rates.weekend),
    publicHoliday: add('supplements', 'public holiday', rates.publicHoliday),
    overtime: add('overtime', 'ordinary', rates.overtime),
    highOvertime: add('overtime', 'night and weekend', rates.highOvertime),
    extraShift: add('extraShifts', 'ordinary', rates.extraShift),
    summerExtraShift: add('extraShifts', 'summer', rates.summerExtraShift),
    onCall: add('onCall', 'from home', rates.onCall),
  };
}
