import { kinds, type Report } from './data-checks.ts';
import { addDays } from './dated-changes.ts';
import { unknownName, type Finding, type Path } from './problems.ts';
import { caseloadOf, leadWeeks, stagesOf } from './roll-out.ts';
import type { Scenario, WrittenIntervention } from './scenario.ts';

type RollOut = Extract<WrittenIntervention, { model: 'roll-out' }>;

/** Teams that a district may have at a time. */
const mostTeams = 40;

/** Checks what the list of teams that a roll-out stands for can no longer show: when it was decided, its order, its payers. */
export function checkRollOut(
  written: RollOut,
  { data, horizon }: Pick<Scenario, 'data' | 'horizon'>,
  own: Report,
): void {
  checkOrder(written, data, own);
  checkStart(written, data, own);
  const caseload = caseloadOf(written, data);
  if (written.coverage === 0) {
    own(['coverage'], {
      found: { en: 'found 0, which leaves no team', nb: 'fant 0, som ikke gir noe team' },
      allowed: { en: 'more than 0, up to 1', nb: 'mer enn 0, høyst 1' },
    });
  }
  const stages = stagesOf(written, data);
  for (const { district, start, teams } of stages) {
    const position: Path = ['order', written.order.indexOf(district)];
    if (start > horizon.end) {
      own(position, {
        found: {
          en: `over ${written.months} months from ${written.start} the turn of ${district} comes on ${start}, after the last day of the horizon`,
          nb: `over ${written.months} måneder fra ${written.start} kommer turen til ${district} ${start}, etter siste dag i perioden som simuleres`,
        },
        allowed: { en: `a date up to ${horizon.end}`, nb: `en dato til og med ${horizon.end}` },
      });
    }
    if (teams > mostTeams) {
      const births = data.origins[district]!.births.value;
      own(['coverage'], {
        found: {
          en: `${births} births × ${written.coverage} ÷ ${caseload} women a team gives ${district} ${teams} teams`,
          nb: `${births} fødsler × ${written.coverage} ÷ ${caseload} kvinner per team gir ${district} ${teams} team`,
        },
        allowed: { en: `at most ${mostTeams} teams in a district`, nb: `høyst ${mostTeams} team i en bydel` },
      });
    }
  }
}

function checkOrder(written: RollOut, data: Scenario['data'], own: Report): void {
  const districts = Object.keys(data.origins).filter((id) => data.origins[id]?.outside === false);
  const caseload = caseloadOf(written, data);
  for (const [index, district] of written.order.entries()) {
    const path: Path = ['order', index];
    const origin = Object.hasOwn(data.origins, district) ? data.origins[district] : undefined;
    if (origin === undefined || origin.outside) {
      own(path, unknownName(kinds.district, district, districts));
      continue;
    }
    const first = written.order.indexOf(district);
    if (first !== index) {
      own(path, {
        found: {
          en: `${district} stands in the order twice, as number ${first + 1} and ${index + 1}`,
          nb: `${district} står to ganger i rekkefølgen, som nummer ${first + 1} og ${index + 1}`,
        },
        allowed: { en: 'each district once', nb: 'hver bydel én gang' },
      });
    }
    if (caseload > origin.births.value) own(path, tooFewBirths(district, origin.births.value, caseload));
    if (!Object.hasOwn(written.payers, origin.sector)) {
      own(['payers'], {
        found: {
          en: `nobody pays the teams of ${district}, which belongs to the sector ${origin.sector}`,
          nb: `ingen betaler teamene i ${district}, som hører til sektoren ${origin.sector}`,
        },
        allowed: { en: 'a payer for each sector of the order', nb: 'en betaler for hver sektor i rekkefølgen' },
      });
    }
  }
  const sectors = Object.keys(data.sectors);
  for (const sector of Object.keys(written.payers)) {
    if (!sectors.includes(sector)) own(['payers', sector], unknownName(kinds.sector, sector, sectors), 'key');
  }
  const payers = Object.keys(data.economy.payers);
  for (const [sector, payer] of Object.entries(written.payers)) {
    if (!payers.includes(payer)) own(['payers', sector], unknownName(kinds.payer, payer, payers));
  }
}

function tooFewBirths(district: string, births: number, caseload: number): Finding {
  return {
    found: {
      en: `a team has room for ${caseload} women a year and ${district} has ${births} births`,
      nb: `et team har plass til ${caseload} kvinner i året, og ${district} har ${births} fødsler`,
    },
    allowed: { en: 'districts with births for at least one team', nb: 'bydeler med fødsler til minst ett team' },
  };
}

function checkStart(written: RollOut, data: Scenario['data'], own: Report): void {
  const { decided, start } = written;
  if (!start.endsWith('-01')) {
    own(['start'], {
      found: {
        en: `found ${start}; districts start on the first of a month`,
        nb: `fant ${start}; bydeler begynner den første i en måned`,
      },
      allowed: { en: `a date such as ${start.slice(0, 8)}01`, nb: `en dato som ${start.slice(0, 8)}01` },
    });
  }
  const { recruitment, training } = leadWeeks(written, data);
  const earliest = addDays(decided, Math.ceil((recruitment + training) * 7));
  if (start >= earliest) return;
  own(['start'], {
    found: {
      en: `found ${start}; decided on ${decided}, with ${recruitment} weeks of recruitment and ${training} of training, the first team can start on ${earliest}`,
      nb: `fant ${start}; vedtatt ${decided}, med ${recruitment} uker til rekruttering og ${training} til opplæring, kan det første teamet begynne ${earliest}`,
    },
    allowed: { en: `a date from ${earliest}`, nb: `en dato fra ${earliest}` },
  });
}
