import type { Profession } from '../maternity/staff/person.ts';
import type { BudgetJudgement } from './budget.ts';
import type { Language } from './text-table.ts';
import type { Judgement } from './verdict.ts';

interface Words {
  judgement: Record<Judgement, string>;
  /** The same of a budget, in a table. */
  budget: Record<BudgetJudgement, string>;
  /** The whole plan: then kroner and posts. */
  overall: Record<BudgetJudgement, string>;
  kroner: Record<BudgetJudgement, string>;
  posts: Record<BudgetJudgement, string>;
  betterIn: string;
  worseIn: string;
  noDifference: string;
  today: string;
  women: string;
  /** Heading of the row that says whether a plan keeps within today's kroner and posts. */
  means: string;
  capacity: (number: string) => string;
  /** What stands before the name of a payer, and before that of a profession. */
  payerBudget: Record<BudgetJudgement, string>;
  staffBudget: Record<BudgetJudgement, string>;
  profession: Record<Profession, string>;
  added: (profession: string) => string;
  more: string;
  less: string;
  same: string;
  in: string;
  million: string;
  fullTimePosts: string;
  againstToday: string;
  noBudget: string;
  runsWouldTell: (number: string) => string;
  moreRunsThan: (number: string) => string;
  oneRun: string;
  figure: string;
}

/** Words of the verdicts in both languages. */
export const verdictWords: Record<Language, Words> = {
  nb: {
    judgement: { better: 'bedre', worse: 'dårligere', unclear: 'ingen klar forskjell' },
    budget: { holds: 'holder', exceeds: 'holder ikke', undecided: 'kan ikke si ennå' },
    overall: {
      holds: 'Holder seg innenfor dagens ramme',
      exceeds: 'Holder seg ikke innenfor dagens ramme',
      undecided: 'Kan ikke si ennå om den holder seg innenfor dagens ramme',
    },
    kroner: { holds: 'kronene holder', exceeds: 'kronene holder ikke', undecided: 'kronene er uavklart' },
    posts: { holds: 'årsverkene holder', exceeds: 'årsverkene holder ikke', undecided: 'årsverkene er uavklart' },
    betterIn: 'Bedre:',
    worseIn: 'Dårligere:',
    noDifference: 'Ingen klar forskjell i omsorg, senger, stuer eller arbeidstid.',
    today: 'i dag',
    women: 'av 100 kvinner',
    means: 'Innenfor dagens ramme',
    capacity: (number) => `av ${number} senger`,
    payerBudget: {
      holds: 'Holder budsjettet hos',
      exceeds: 'Holder ikke budsjettet hos',
      undecided: 'Kan ikke si ennå om budsjettet holder hos',
    },
    staffBudget: {
      holds: 'Holder bemanningen av',
      exceeds: 'Holder ikke bemanningen av',
      undecided: 'Kan ikke si ennå om bemanningen holder av',
    },
    profession: { midwife: 'jordmødre', healthNurse: 'helsesykepleiere', assistant: 'barnepleiere' },
    added: (profession) => `ekstravakter, overtid og innleie av ${profession}`,
    more: 'mer',
    less: 'mindre',
    same: 'som i dag',
    in: 'i',
    million: 'mill. kr',
    fullTimePosts: 'årsverk',
    againstToday: 'mot',
    noBudget: 'Uten eget budsjett:',
    runsWouldTell: (number) => `${number} kjøringer ville vise det`,
    moreRunsThan: (number) => `mer enn ${number} kjøringer trengs`,
    oneRun: 'én kjøring har ikke noe intervall',
    figure: 'Størrelse',
  },
  en: {
    judgement: { better: 'better', worse: 'worse', unclear: 'no clear difference' },
    budget: { holds: 'holds', exceeds: 'does not hold', undecided: 'cannot tell yet' },
    overall: {
      holds: 'Stays within today’s means',
      exceeds: 'Does not stay within today’s means',
      undecided: 'Cannot tell yet whether it stays within today’s means',
    },
    kroner: { holds: 'the kroner hold', exceeds: 'the kroner do not hold', undecided: 'the kroner cannot be told yet' },
    posts: { holds: 'the posts hold', exceeds: 'the posts do not hold', undecided: 'the posts cannot be told yet' },
    betterIn: 'Better:',
    worseIn: 'Worse:',
    noDifference: 'No clear difference in care, beds, rooms or working time.',
    today: 'today',
    women: 'of 100 women',
    means: 'Within today’s means',
    capacity: (number) => `of ${number} beds`,
    payerBudget: {
      holds: 'Holds the budget of',
      exceeds: 'Does not hold the budget of',
      undecided: 'Cannot tell yet whether it holds the budget of',
    },
    staffBudget: {
      holds: 'Holds the number of',
      exceeds: 'Does not hold the number of',
      undecided: 'Cannot tell yet whether it holds the number of',
    },
    profession: { midwife: 'midwives', healthNurse: 'health nurses', assistant: 'assistants' },
    added: (profession) => `extra shifts, overtime and hired ${profession}`,
    more: 'more',
    less: 'less',
    same: 'as today',
    in: 'in',
    million: 'NOK million',
    fullTimePosts: 'full-time posts',
    againstToday: 'against',
    noBudget: 'Without a budget of its own:',
    runsWouldTell: (number) => `${number} replications would tell`,
    moreRunsThan: (number) => `more than ${number} replications are needed`,
    oneRun: 'one replication has no interval',
    figure: 'Figure',
  },
};
