import type { Profession } from '../maternity/staff/person.ts';
import type { BudgetJudgement } from './budget.ts';
import type { Language } from './text-table.ts';
import type { Judgement } from './verdict.ts';

interface Words {
  judgement: Record<Judgement, string>;
  /** The same after a figure in a sentence of its own. */
  notJudgedBecause: string;
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
  beds: (level: string) => string;
  /** What stands after the name of a payer, and after that of a profession. */
  payerBudget: (year: string) => Record<BudgetJudgement, string>;
  staffBudget: Record<BudgetJudgement, string>;
  profession: Record<Profession, string>;
  added: (profession: string) => string;
  more: string;
  less: string;
  /** The same of posts. */
  fewer: string;
  percentSign: string;
  same: string;
  inYear: (year: string) => string;
  million: string;
  millions: (number: string) => string;
  fullTimePosts: string;
  againstToday: string;
  noBudget: (payer: string) => string;
  runsWouldTell: (number: string) => string;
  moreRunsThan: (number: string) => string;
  oneRun: string;
  figure: string;
}

/** Words of the verdicts in both languages. */
export const verdictWords: Record<Language, Words> = {
  nb: {
    judgement: { better: 'bedre', worse: 'dårligere', unclear: 'ingen klar forskjell', notJudged: 'ikke vurdert' },
    notJudgedBecause: 'ikke vurdert fordi antallet senger endres',
    budget: { holds: 'holder', exceeds: 'holder ikke', undecided: 'kan ikke si ennå' },
    overall: {
      holds: 'Holder seg innenfor dagens ramme',
      exceeds: 'Holder seg ikke innenfor dagens ramme',
      undecided: 'Kan ikke si ennå om den holder seg innenfor dagens ramme',
    },
    kroner: {
      holds: 'budsjettet holder',
      exceeds: 'budsjettet holder ikke',
      undecided: 'uavklart om budsjettet holder',
    },
    posts: {
      holds: 'årsverkene holder',
      exceeds: 'årsverkene holder ikke',
      undecided: 'uavklart om årsverkene holder',
    },
    betterIn: 'Bedre:',
    worseIn: 'Dårligere:',
    noDifference: 'Ingen klar forskjell i omsorg, senger, stuer eller arbeidstid.',
    today: 'i dag',
    women: 'av 100 kvinner',
    means: 'Innenfor dagens ramme',
    capacity: (number) => `av ${number}`,
    beds: (level) => `${level} senger`,
    payerBudget: (year) => ({
      holds: `holder budsjettet i ${year}`,
      exceeds: `holder ikke budsjettet i ${year}`,
      undecided: `kan ikke si ennå om budsjettet i ${year} holder`,
    }),
    staffBudget: {
      holds: 'årsverkene holder',
      exceeds: 'årsverkene holder ikke',
      undecided: 'kan ikke si ennå om årsverkene holder',
    },
    profession: { midwife: 'jordmødre', healthNurse: 'helsesykepleiere', assistant: 'barnepleiere' },
    added: (profession) => `ekstravakter, overtid og innleie av ${profession}`,
    more: 'mer',
    less: 'mindre',
    fewer: 'mindre',
    percentSign: ' %',
    same: 'som i dag',
    inYear: (year) => `i ${year}`,
    million: 'mill. kr',
    millions: (number) => `${number} mill. kr`,
    fullTimePosts: 'årsverk',
    againstToday: 'mot',
    noBudget: (payer) => `${payer} (uten eget budsjett)`,
    runsWouldTell: (number) => `${number} gjentakelser ville vise det`,
    moreRunsThan: (number) => `mer enn ${number} gjentakelser trengs`,
    oneRun: 'én gjentakelse har ikke noe intervall',
    figure: 'Størrelse',
  },
  en: {
    judgement: { better: 'better', worse: 'worse', unclear: 'no clear difference', notJudged: 'not judged' },
    notJudgedBecause: 'not judged because the number of beds changes',
    budget: { holds: 'holds', exceeds: 'does not hold', undecided: 'cannot tell yet' },
    overall: {
      holds: 'Stays within today’s means',
      exceeds: 'Does not stay within today’s means',
      undecided: 'Cannot tell yet whether it stays within today’s means',
    },
    kroner: {
      holds: 'the budget holds',
      exceeds: 'the budget does not hold',
      undecided: 'undecided whether the budget holds',
    },
    posts: { holds: 'the posts hold', exceeds: 'the posts do not hold', undecided: 'undecided whether the posts hold' },
    betterIn: 'Better:',
    worseIn: 'Worse:',
    noDifference: 'No clear difference in care, beds, rooms or working time.',
    today: 'today',
    women: 'of 100 women',
    means: 'Within today’s means',
    capacity: (number) => `of ${number}`,
    beds: (level) => `${level} beds`,
    payerBudget: (year) => ({
      holds: `the budget of ${year} holds`,
      exceeds: `the budget of ${year} does not hold`,
      undecided: `cannot tell yet whether the budget of ${year} holds`,
    }),
    staffBudget: {
      holds: 'the full-time posts hold',
      exceeds: 'the full-time posts do not hold',
      undecided: 'cannot tell yet whether the full-time posts hold',
    },
    profession: { midwife: 'midwives', healthNurse: 'health nurses', assistant: 'assistants' },
    added: (profession) => `extra shifts, overtime and hired ${profession}`,
    more: 'more',
    less: 'less',
    fewer: 'fewer',
    percentSign: '%',
    same: 'as today',
    inYear: (year) => `in ${year}`,
    million: 'NOK million',
    millions: (number) => `NOK ${number} million`,
    fullTimePosts: 'full-time posts',
    againstToday: 'against',
    noBudget: (payer) => `${payer} (without a budget of its own)`,
    runsWouldTell: (number) => `${number} replications would tell`,
    moreRunsThan: (number) => `more than ${number} replications are needed`,
    oneRun: 'one replication has no interval',
    figure: 'Figure',
  },
};
