import type { Account } from '../economy/account.ts';
import type { MaternityService } from '../maternity-service.ts';
import { professions, type Profession } from '../staff/person.ts';
import { WorkKind } from '../staff/worked-time.ts';
import { accountOf, accountOfYear, inKroner, totalOver } from './accounts-of-service.ts';
import { economyLineIndicators } from './economy-lines.ts';
import { partsOf, type Grouping } from './groups.ts';
import type { Indicator } from './indicator.ts';

const none = { nb: 'ingen', en: 'none' };

type Wording = Pick<Indicator, 'id' | 'direction' | 'name' | 'definition'> & { headline?: boolean };
type Measure = (account: Account) => number;

/** In kroner, by payer over the horizon. */
function kroner(about: Wording, oere: Measure): Indicator {
  return {
    ...about,
    phase: 'economy',
    unit: 'kroner',
    by: 'payer',
    denominator: none,
    value: (service, payer) => inKroner(oere(accountOf(service, payer))),
  };
}

/** In kroner, by payer and calendar year. */
function kronerByYear(about: Wording, oere: Measure): Indicator {
  return {
    ...about,
    phase: 'economy',
    unit: 'kroner',
    by: 'payerYear',
    denominator: none,
    value: (service, group) => inKroner(oere(accountOfYear(service, group))),
  };
}

/** In kroner, over all payers. */
function kronerTotal(about: Wording, oere: Measure): Indicator {
  return {
    ...about,
    phase: 'economy',
    unit: 'kroner',
    denominator: none,
    value: (service) => inKroner(totalOver(service, oere)),
  };
}

function posts(
  about: Omit<Wording, 'direction'> & { by?: Grouping },
  value: (service: MaternityService, group: string) => number,
): Indicator {
  return { ...about, phase: 'economy', unit: 'posts', direction: 'none', denominator: none, value };
}

function hours(about: Wording, value: Measure): Indicator {
  return {
    ...about,
    phase: 'economy',
    unit: 'hours',
    by: 'payer',
    denominator: none,
    value: (service, payer) => value(accountOf(service, payer)),
  };
}

const grossCost: Measure = ({ staffCost, otherCost }) => staffCost + otherCost;

const staffDefinition = {
  nb: 'Lønn til jordmødre, helsesykepleiere og barnepleiere i avtalt stilling, med tillegg, overtid, ekstravakter, beredskap, innleie, reiser, feriepenger og sosiale kostnader.',
  en: 'Pay of midwives, health nurses and assistants in their contract positions, with supplements, overtime, extra shifts, on-call pay, hired staff, travel, holiday pay and on-cost.',
};
const otherDefinition = {
  nb: 'Liggedøgn uten personell, forbruk ved fødsel, lokaler og opplæring til team, doulaer og fastlegehonorar.',
  en: 'Bed-days without staff, consumables at birth, rooms and training of teams, doulas and fees of general practitioners.',
};
const grossDefinition = {
  nb: 'Kostnad til personell og annet, før inntekter og uten det som gis til andre betalere.',
  en: 'Cost of staff and other things, before income and without what is given to other payers.',
};
const incomeDefinition = {
  nb: 'Det andre betalere gir: innsatsstyrt finansiering, prosjekttilskudd og statstilskudd til årsverk.',
  en: 'What other payers give: activity-based funding, grants and the state subsidy of posts.',
};
const netDefinition = {
  nb: 'Kostnad til personell og annet, og det som gis til andre betalere, minus inntekter fra andre betalere.',
  en: 'Cost of staff and other things, and what is given to other payers, less income from other payers.',
};
const ofYear = {
  nb: ' Det som begynner i kalenderåret; lønn etter dager ansatt i året.',
  en: ' What begins in the calendar year; salaries by days of employment in the year.',
};
const inYear = ({ nb, en }: Wording['definition']): Wording['definition'] => ({
  nb: nb + ofYear.nb,
  en: en + ofYear.en,
});
const byContract = {
  nb: 'Årsverk i avtalt stilling, i gjennomsnitt over perioden.',
  en: 'Full-time posts of contract positions, on average over the period.',
};
const beyondContract = {
  nb: 'Det ekstravakter, overtid og innleie svarer til i årsverk: timer delt på arbeidede timer i et årsverk.',
  en: 'What extra shifts, overtime and hired staff are equal to: hours divided by the hours at work of a full-time post.',
};
const allPosts = { nb: `${byContract.nb} ${beyondContract.nb}`, en: `${byContract.en} ${beyondContract.en}` };

/** What the service costs and who pays, what comes in, and the posts that it takes. */
export const economyIndicators: Indicator[] = [
  kronerTotal(
    {
      id: 'netCostTotal',
      direction: 'lower',
      headline: true,
      name: { nb: 'Kostnad i alt', en: 'Cost in all' },
      definition: {
        nb: 'Kostnad til personell og annet, sum over alle som betaler; det én gir en annen, går ut.',
        en: 'Cost of staff and other things, sum over all payers; what one gives another cancels.',
      },
    },
    ({ netCost }) => netCost,
  ),
  kronerTotal(
    {
      id: 'staffCostTotal',
      direction: 'lower',
      name: { nb: 'Kostnad til personell i alt', en: 'Cost of staff in all' },
      definition: {
        nb: `${staffDefinition.nb} Sum over alle som betaler.`,
        en: `${staffDefinition.en} Over all payers.`,
      },
    },
    ({ staffCost }) => staffCost,
  ),
  kronerTotal(
    {
      id: 'otherCostTotal',
      direction: 'lower',
      name: { nb: 'Annen kostnad i alt', en: 'Other cost in all' },
      definition: {
        nb: `${otherDefinition.nb} Sum over alle som betaler.`,
        en: `${otherDefinition.en} Over all payers.`,
      },
    },
    ({ otherCost }) => otherCost,
  ),
  kroner(
    {
      id: 'staffCost',
      direction: 'lower',
      name: { nb: 'Kostnad til personell', en: 'Cost of staff' },
      definition: staffDefinition,
    },
    ({ staffCost }) => staffCost,
  ),
  kroner(
    {
      id: 'otherCost',
      direction: 'lower',
      name: { nb: 'Annen kostnad', en: 'Other cost' },
      definition: otherDefinition,
    },
    ({ otherCost }) => otherCost,
  ),
  kroner(
    {
      id: 'grossCost',
      direction: 'lower',
      name: { nb: 'Kostnad før inntekter', en: 'Cost before income' },
      definition: grossDefinition,
    },
    grossCost,
  ),
  kroner(
    { id: 'income', direction: 'none', name: { nb: 'Inntekter', en: 'Income' }, definition: incomeDefinition },
    ({ income }) => income,
  ),
  kroner(
    {
      id: 'transfersGiven',
      direction: 'none',
      name: { nb: 'Gitt til andre betalere', en: 'Given to other payers' },
      definition: {
        nb: 'Innsatsstyrt finansiering, prosjekttilskudd og statstilskudd til årsverk som gis til andre betalere.',
        en: 'Activity-based funding, grants and the state subsidy of posts that are given to other payers.',
      },
    },
    ({ given }) => given,
  ),
  kroner(
    {
      id: 'netCost',
      direction: 'lower',
      name: { nb: 'Kostnad etter inntekter', en: 'Cost after income' },
      definition: netDefinition,
    },
    ({ netCost }) => netCost,
  ),
  kronerByYear(
    {
      id: 'grossCostByYear',
      direction: 'lower',
      name: { nb: 'Kostnad før inntekter, per år', en: 'Cost before income, by year' },
      definition: inYear(grossDefinition),
    },
    grossCost,
  ),
  kronerByYear(
    {
      id: 'incomeByYear',
      direction: 'none',
      name: { nb: 'Inntekter, per år', en: 'Income, by year' },
      definition: inYear(incomeDefinition),
    },
    ({ income }) => income,
  ),
  kronerByYear(
    {
      id: 'netCostByYear',
      direction: 'lower',
      name: { nb: 'Kostnad etter inntekter, per år', en: 'Cost after income, by year' },
      definition: inYear(netDefinition),
    },
    ({ netCost }) => netCost,
  ),
  ...economyLineIndicators,
  posts(
    {
      id: 'staffPosts',
      by: 'payer',
      name: { nb: 'Årsverk', en: 'Full-time posts' },
      definition: allPosts,
    },
    (service, payer) => professions.reduce((sum, profession) => sum + accountOf(service, payer).posts(profession), 0),
  ),
  posts(
    {
      id: 'midwifePosts',
      by: 'payer',
      name: { nb: 'Jordmorårsverk', en: 'Midwife full-time posts' },
      definition: allPosts,
    },
    (service, payer) => accountOf(service, payer).posts('midwife'),
  ),
  posts(
    {
      id: 'midwifePostsTotal',
      headline: true,
      name: { nb: 'Jordmorårsverk i alt', en: 'Midwife full-time posts in all' },
      definition: { nb: `${allPosts.nb} Sum over alle som betaler.`, en: `${allPosts.en} Sum over all payers.` },
    },
    (service) => totalOver(service, (account) => account.posts('midwife')),
  ),
  posts(
    {
      id: 'midwifePostsByYear',
      by: 'payerYear',
      name: { nb: 'Jordmorårsverk, per år', en: 'Midwife full-time posts, by year' },
      definition: {
        nb: `${allPosts.nb} Perioden er den delen av kalenderåret som simuleres.`,
        en: `${allPosts.en} The period is the part of the calendar year that is simulated.`,
      },
    },
    (service, group) => accountOfYear(service, group).posts('midwife'),
  ),
  posts(
    {
      id: 'postsByProfession',
      by: 'profession',
      name: { nb: 'Årsverk etter yrke', en: 'Full-time posts by profession' },
      definition: { nb: `${allPosts.nb} Sum over alle som betaler.`, en: `${allPosts.en} Sum over all payers.` },
    },
    (service, profession) => totalOver(service, (account) => account.posts(profession as Profession)),
  ),
  ...postsByPayerProfession(),
  hours(
    {
      id: 'overtimeHours',
      direction: 'lower',
      name: { nb: 'Overtid', en: 'Overtime' },
      definition: { nb: 'Timer arbeidet på overtid.', en: 'Hours worked as overtime.' },
    },
    (account) => account.hours(WorkKind.overtime),
  ),
  hours(
    {
      id: 'extraShiftHours',
      direction: 'none',
      name: { nb: 'Ekstravakter', en: 'Extra shifts' },
      definition: {
        nb: 'Timer på vakter utenom egen turnus, innenfor full stilling.',
        en: 'Hours of shifts beyond the roster, within the full-time week.',
      },
    },
    (account) => account.hours(WorkKind.extraShift),
  ),
  hours(
    {
      id: 'hiredHours',
      direction: 'lower',
      name: { nb: 'Innleie', en: 'Hired staff' },
      definition: {
        nb: 'Timer som er dekket av personell leid inn fra byrå.',
        en: 'Hours covered by staff hired from an agency.',
      },
    },
    (account) => account.hiredHours,
  ),
];

/** Posts of each profession with each payer: all, by contract, and what is added to them. */
function postsByPayerProfession(): Indicator[] {
  const by = (
    id: string,
    name: Wording['name'],
    definition: Wording['definition'],
    value: (account: Account, profession: Profession) => number,
  ): Indicator =>
    posts({ id, by: 'payerProfession', name, definition }, (service, group) => {
      const { payer, other } = partsOf(group);
      return value(accountOf(service, payer), other as Profession);
    });
  return [
    by(
      'postsByPayerProfession',
      { nb: 'Årsverk etter betaler og yrke', en: 'Full-time posts by payer and profession' },
      allPosts,
      (account, profession) => account.posts(profession),
    ),
    by(
      'contractPostsByPayerProfession',
      { nb: 'Avtalte årsverk etter betaler og yrke', en: 'Posts by contract, by payer and profession' },
      byContract,
      (account, profession) => account.contractPosts(profession),
    ),
    by(
      'addedPostsByPayerProfession',
      { nb: 'Årsverk utover avtalte, etter betaler og yrke', en: 'Posts beyond contracts, by payer and profession' },
      beyondContract,
      (account, profession) => account.addedPosts(profession),
    ),
  ];
}
