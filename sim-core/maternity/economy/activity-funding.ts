import type { Calendar } from '../../kernel/index.ts';
import { interventionsOf } from '../interventions.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { BirthMode } from '../trace-states.ts';
import type { Fate } from '../women/fate.ts';
import { isCaesarean } from '../women/obstetric-groups.ts';
import type { Accounts } from './accounts.ts';
import type { PriceList } from './price-list.ts';
import { roundedOere } from './tariff.ts';
import { bookTransfer, transferOf, type Transfer } from './transfer.ts';

const oerePerKrone = 100;

/** Diagnosis-related groups of birth stays. */
const groups = ['vaginal', 'vaginalComplicated', 'caesarean', 'caesareanComplicated'] as const;
type Group = (typeof groups)[number];

/** What of a birth it depends on whether its stay is in the group with complications. */
type Condition = ModelInputs['data']['economy']['activityFunding']['complicatedBy']['vaginal'][number];

/** A share of the price of a group that is paid per stay, from an instant on until another takes its place. */
interface Period {
  readonly from: number;
  readonly transfers: Record<Group, Transfer>;
  /** Whole øre for a stay. */
  readonly prices: Record<Group, number>;
}

/**
 * Activity-based funding of birth stays: weight of the diagnosis-related group × unit price × the share that is paid by
 * activity. The mother's stay is paid; the child's own group is not.
 */
export class ActivityFunding {
  private readonly periods: readonly Period[];
  private readonly complicatedBy: ModelInputs['data']['economy']['activityFunding']['complicatedBy'];
  private readonly termFrom: number;
  private readonly giver: string;

  /** @param calendar for the days from which another share is paid */
  constructor(inputs: ModelInputs, calendar: Calendar, priceList: PriceList) {
    const { activityFunding, statePayer } = inputs.data.economy;
    this.complicatedBy = activityFunding.complicatedBy;
    this.termFrom = activityFunding.termFrom;
    this.giver = statePayer;
    const known = new Map<number, Pick<Period, 'transfers' | 'prices'>>();
    this.periods = shares(inputs, calendar).map(({ from, share }) => {
      let ofShare = known.get(share);
      if (ofShare === undefined) known.set(share, (ofShare = priced(activityFunding, share, priceList)));
      return { from, ...ofShare };
    });
  }

  /** The stay of a mother ends. @param receiver index of the payer of the hospital */
  book(accounts: Accounts, receiver: number, fate: Fate, time: number): void {
    const group = this.groupOf(fate);
    const { transfers, prices } = this.periods.findLast(({ from }) => from <= time)!;
    const year = accounts.yearOf(time);
    bookTransfer(accounts, year, transfers[group], accounts.payer(this.giver), receiver, 1, prices[group]);
  }

  private groupOf(fate: Fate): Group {
    const mode = isCaesarean(fate.mode) ? 'caesarean' : 'vaginal';
    const complicated = this.complicatedBy[mode].some((condition) => this.holds(condition, fate));
    return complicated ? `${mode}Complicated` : mode;
  }

  private holds(condition: Condition, { risk, gestation, plurality, mode }: Fate): boolean {
    switch (condition) {
      case 'highRisk':
        return risk === 'high';
      case 'preterm':
        return gestation < this.termFrom;
      case 'twins':
        return plurality > 1;
      case 'instrumental':
        return mode === BirthMode.instrumental;
      case 'caesareanInLabour':
        return mode === BirthMode.acuteCaesarean;
    }
  }
}

function priced(
  { unitPrice, weights }: ModelInputs['data']['economy']['activityFunding'],
  share: number,
  priceList: PriceList,
): Pick<Period, 'transfers' | 'prices'> {
  const of = <T>(value: (group: Group) => T): Record<Group, T> =>
    Object.fromEntries(groups.map((group) => [group, value(group)])) as Record<Group, T>;
  const prices = of((group) => roundedOere(weights[group] * unitPrice * share * oerePerKrone));
  const transfers = of((group) =>
    transferOf(priceList, 'activityFunding', `${group} at ${share}`, 'stays', prices[group]),
  );
  return { prices, transfers };
}

/** The shares in force, each from an instant on; no two interventions change it at the same time. */
function shares(inputs: ModelInputs, calendar: Calendar): { from: number; share: number }[] {
  const changes = interventionsOf(inputs, calendar, 'financing');
  const days = [...new Set(changes.flatMap(({ fromDay, endDay }) => [fromDay, endDay]))]
    .filter((day) => day < Infinity)
    .sort((a, b) => a - b);
  const shareOn = (day: number): number =>
    changes.find(({ fromDay, endDay }) => fromDay <= day && day < endDay)?.intervention.activityShare ??
    inputs.data.economy.activityFunding.activityShare;
  return [-Infinity, ...days].map((day) => ({
    from: day === -Infinity ? day : calendar.midnight(day),
    share: shareOn(day),
  }));
}
