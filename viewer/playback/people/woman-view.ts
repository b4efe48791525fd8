import { html, nothing, type TemplateResult } from 'lit-html';
import type { WomanCostLine } from '../../../sim-core/maternity/economy/woman-costs.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { kroner, missing, number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { costsOfWoman } from './costs-of-woman.ts';
import { providerLink, timeLink, type Actions } from './links.ts';
import { acquaintancesOf, knownAtBirth, midwivesMet, whomSheMet, type Acquaintance } from './meetings.ts';
import {
  groupNames,
  instant,
  lengthInWords,
  lower,
  originName,
  parityName,
  payerName,
  providerName,
  siteName,
  teamName,
} from './names.ts';
import { pathwayOf, type Pathway } from './pathway.ts';
import type { WomanInPlan } from './plans-compared.ts';
import type { Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { factsOf, tableOf, type Cell } from './tables.ts';

/** Everything that is shown of a woman, read from the recording once. */
export interface WomanDetails {
  recorded: Recorded;
  index: RecordingIndex;
  woman: number;
  pathway: Pathway;
  acquainted: readonly Acquaintance[];
  costs: readonly WomanCostLine[];
}

/** Reads what is shown of a woman. */
export function detailsOfWoman(recorded: Recorded, index: RecordingIndex, woman: number): WomanDetails {
  const pathway = pathwayOf(recorded, index, woman);
  return {
    recorded,
    index,
    woman,
    pathway,
    acquainted: acquaintancesOf(recorded, woman, pathway.contacts),
    costs: costsOfWoman(recorded, index, woman),
  };
}

/** What is held against the other plan. */
export function inPlan({ recorded, index, woman, pathway, costs }: WomanDetails): WomanInPlan {
  return {
    midwives: midwivesMet(recorded, index, woman),
    isKnownAtBirth: knownAtBirth(recorded, index, woman) !== 'unknown',
    bornAt: recorded.playback.women.bornAt[woman]!,
    leftAt: pathway.leftAt,
    kroner: costs.reduce((sum, line) => sum + line.kroner, 0),
  };
}

/** Who she is. */
export function womanFacts({ recorded, woman, pathway }: WomanDetails, actions: Actions): TemplateResult {
  const { facts } = texts().people;
  const { women } = recorded.playback;
  const named = women.namedMidwife[woman]!;
  const birth = pathway.events.find(({ state }) => state === TraceState.birth);
  return factsOf([
    [facts.district, originName(recorded, women.origin[woman]!)],
    [facts.parity, parityName(recorded, woman)],
    [facts.age, facts.years(number(women.age[woman]!))],
    [facts.children, women.plurality[woman] === 2 ? facts.twins : facts.one],
    [facts.groups, groupNames(women.vulnerability[woman]!)],
    [facts.team, teamName(recorded, women.team[woman]!)],
    [facts.named, named < 0 ? facts.noNamed : providerLink(recorded, named, actions)],
    [facts.born, birth ? facts.atSite(instant(recorded, birth.time), siteName(recorded, birth.place)) : facts.notBorn],
    [facts.home, Number.isNaN(pathway.leftAt) ? facts.notHome : instant(recorded, pathway.leftAt)],
  ]);
}

/** Whom she met, with how often and whether they were known at the birth. */
export function metTable({ recorded, index, woman, pathway }: WomanDetails, actions: Actions): TemplateResult {
  const { met, table } = texts().people;
  const list = whomSheMet(recorded, index, woman, pathway.contacts);
  const midwives = list.filter(({ isMidwife }) => isMidwife).length;
  return html`
    <p>${met.sum(number(midwives), number(pathway.contacts.length))}</p>
    ${tableOf(
      met.heading,
      [
        { head: table.who },
        { head: table.relation },
        { head: table.meetings, isFigure: true },
        { head: table.firstMeeting },
        { head: table.atBirth },
      ],
      list.map((one): Cell[] => [
        providerLink(recorded, one.provider, actions),
        met.relation[one.relation],
        number(one.meetings),
        timeLink(recorded, one.first, actions),
        one.atBirth ? (one.knownAtBirth ? met.atBirthKnown : met.atBirthUnknown) : missing,
      ]),
    )}
  `;
}

/** Her waits that took time. */
export function waitsTable({ recorded, pathway }: WomanDetails, actions: Actions): TemplateResult {
  const { waits, table } = texts().people;
  if (pathway.waits.length === 0) return html`<p class="quiet">${waits.none}</p>`;
  return tableOf(
    waits.heading,
    [{ head: table.what }, { head: table.from }, { head: table.to }, { head: table.duration, isFigure: true }],
    pathway.waits.map(({ what, from, to }) => [
      waits[what],
      timeLink(recorded, from, actions),
      timeLink(recorded, to, actions),
      lengthInWords(to - from),
    ]),
  );
}

/** What her care costs, by payer, with its sum. */
export function costsTable({ recorded, costs }: WomanDetails): TemplateResult {
  const { people } = texts();
  const { table } = people;
  if (costs.length === 0) return html`<p class="quiet">${people.costs.missing}</p>`;
  const payers = [...new Set(costs.map(({ payer }) => payer))];
  const byPayer = payers.map((payer) => [payer, costs.filter((line) => line.payer === payer)] as const);
  const sumOf = (lines: readonly WomanCostLine[]): number => lines.reduce((sum, line) => sum + line.kroner, 0);
  return html`
    ${tableOf(
      people.costs.heading,
      [
        { head: table.what },
        { head: table.payer },
        { head: table.quantity, isFigure: true },
        { head: table.price, isFigure: true },
        { head: table.kroner, isFigure: true },
      ],
      [
        ...byPayer.flatMap(([payer, lines]) => [
          ...lines.map((line): Cell[] => [
            people.costs.items[line.what],
            payerName(recorded.inputs, payer),
            people.costs.quantities[line.unit](number(line.quantity, line.unit === 'pieces' ? 0 : 1)),
            kroner(line.price),
            kroner(line.kroner),
          ]),
          ...(byPayer.length > 1
            ? [
                [
                  html`<b>${table.sum}</b>`,
                  html`<b>${payerName(recorded.inputs, payer)}</b>`,
                  '',
                  '',
                  html`<b>${kroner(sumOf(lines))}</b>`,
                ],
              ]
            : []),
        ]),
        [html`<b>${table.sum}</b>`, html`<b>${people.lists.all}</b>`, '', '', html`<b>${kroner(sumOf(costs))}</b>`],
      ],
    )}
    <p class="small quiet">${people.costs.note}</p>
  `;
}

/** Her whole pathway as a table: contacts and what happened to her, in order of time. */
export function pathwayTable(details: WomanDetails, actions: Actions): TemplateResult {
  const { recorded, pathway, acquainted } = details;
  const { people } = texts();
  const rows: { time: number; cells: Cell[] }[] = pathway.contacts.map((contact, at) => ({
    time: contact.start,
    cells: [
      timeLink(recorded, contact.start, actions),
      people.contactKinds[contact.kind] ?? missing,
      people.lanes[contact.lane],
      providerLink(recorded, contact.provider, actions),
      people.acquaintances[acquainted[at]!],
    ],
  }));
  for (const { time, state, place } of pathway.events) {
    const what = eventText(state);
    const lane = pathway.stays.find((stay) => stay.from === time);
    if (what === undefined && lane === undefined) continue;
    const isAtSite = state !== TraceState.registered && lane !== undefined && lane.site >= 0;
    const where = lane === undefined ? missing : people.lanes[lane.lane];
    const text = what ?? lower(where);
    rows.push({
      time,
      cells: [timeLink(recorded, time, actions), text, isAtSite ? siteName(recorded, place) : where, missing, missing],
    });
  }
  for (const { care, from, midwife } of pathway.care) {
    rows.push({
      time: from,
      cells: [
        timeLink(recorded, from, actions),
        `${lower(people.care.band)}: ${people.care[care]}`,
        people.lanes.labourRoom,
        midwife === -1 ? missing : providerName(recorded, midwife),
        missing,
      ],
    });
  }
  const { table } = people;
  return tableOf(
    people.pathway.table,
    [{ head: table.when }, { head: table.what }, { head: table.place }, { head: table.who }, { head: table.relation }],
    rows.sort((a, b) => a.time - b.time).map(({ cells }) => cells),
  );
}

function eventText(state: number): string | undefined {
  const { events } = texts().people;
  switch (state) {
    case TraceState.registered:
      return events.registered;
    case TraceState.activeLabour:
      return events.activeLabour;
    case TraceState.birth:
      return events.born;
    case TraceState.birthElsewhere:
      return events.bornElsewhere;
    case TraceState.discharged:
      return events.discharged;
    case TraceState.diverted:
      return events.diverted;
    case TraceState.midwifeCalled:
      return events.midwifeCalled;
    case TraceState.midwifeArrived:
      return events.midwifeArrived;
    case TraceState.midwifeLeft:
      return events.midwifeLeft;
    case TraceState.readmitted:
      return events.readmitted;
    case TraceState.caesareanPutOff:
      return events.putOff;
    case TraceState.lostToFollowUp:
      return events.lost;
    case TraceState.followUpEnded:
      return events.ended;
    default:
      return undefined;
  }
}

/** A part of the details with a heading; left out, if there is nothing to say. */
export function partOf(heading: string, content: TemplateResult | typeof nothing): TemplateResult {
  return html`<section class="details-part">
    <h4 class="ds-heading">${heading}</h4>
    ${content}
  </section>`;
}
