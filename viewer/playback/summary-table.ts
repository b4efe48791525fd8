import { html, type TemplateResult } from 'lit-html';
import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import type { Recording } from './recording.ts';
import { MidwifeTask, nobody, Phase, type PlaybackState } from './state.ts';
import { womenInTriage } from './ward-board.ts';

/** The picture in figures: for those who cannot see it, and for those who want to read the numbers off. */
export function summaryTable(recording: Recording, state: PlaybackState, time: number): TemplateResult {
  const { playback } = texts();
  const { layout, inputs } = recording;
  const rows = layout.sites.map(({ id, roomStart, rooms, bedStart, beds }, site) => ({
    name: inputs.data.sites[id]!.name,
    figures: [
      womenInTriage(state, site),
      countTaken(state.roomWoman, roomStart, rooms),
      state.roomsOpen[site]!,
      state.womenIn(site, Phase.active) + state.womenIn(site, Phase.activeInTriage),
      withTeamMidwife(state, site),
      state.womenIn(site, Phase.theatre),
      state.womenIn(site, Phase.blocked),
      countTaken(state.bedWoman, bedStart, beds),
      state.bedsOpen[site]!,
      state.womenIn(site, Phase.antenatalBed),
      state.onDuty[site]!,
    ],
  }));
  const totals =
    rows[0]?.figures.map((_, column) => rows.reduce((sum, { figures }) => sum + figures[column]!, 0)) ?? [];
  const busy = state.midwifeTask.reduce((sum, task) => sum + Number(task !== MidwifeTask.none), 0);
  return html`
    <div class="wide-table" role="region" tabindex="0" aria-label=${playback.summary}>
      <table class="ds-table summary-table" data-color="neutral">
        <caption class="ds-sr-only">
          ${playback.summaryCaption(recording.inWords(time))}
        </caption>
        <thead>
          <tr>
            <th scope="col">${playback.site}</th>
            <th scope="col">${playback.triage}</th>
            <th scope="col">${playback.labourRooms}</th>
            <th scope="col">${playback.activeLabour}</th>
            <th scope="col">${playback.withTeam}</th>
            <th scope="col">${playback.theatre}</th>
            <th scope="col">${playback.waitingForBed}</th>
            <th scope="col">${playback.postnatalBeds}</th>
            <th scope="col">${playback.antenatalBeds}</th>
            <th scope="col">${playback.onDuty}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ name, figures }) => rowView(name, figures))}
        </tbody>
        <tfoot>
          ${rowView(playback.total, totals)}
        </tfoot>
      </table>
    </div>
    ${
      layout.midwives > 0
        ? html`<p class="small summary-note">${playback.teamsBusy(number(busy), number(layout.midwives))}</p>`
        : ''
    }
  `;
}

function rowView(name: string, figures: number[]): TemplateResult {
  const { outOfOpen } = texts().playback;
  const [triage, rooms, roomsOpen, active, withTeam, theatre, blocked, beds, bedsOpen, antenatal, onDuty] = figures.map(
    (figure) => number(figure),
  ) as [string, string, string, string, string, string, string, string, string, string, string];
  const cells = [
    triage,
    outOfOpen(rooms, roomsOpen),
    active,
    withTeam,
    theatre,
    blocked,
    outOfOpen(beds, bedsOpen),
    antenatal,
    onDuty,
  ];
  return html`<tr>
    <th scope="row">${name}</th>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

function countTaken(slots: Int32Array, start: number, length: number): number {
  let taken = 0;
  for (let slot = start; slot < start + length; slot++) if (slots[slot] !== nobody) taken++;
  return taken;
}

/** Women at a site who have a midwife of their own team with them. */
function withTeamMidwife({ midwifeTask, midwifeWoman, site }: PlaybackState, siteIndex: number): number {
  let women = 0;
  for (let midwife = 0; midwife < midwifeTask.length; midwife++) {
    if (midwifeTask[midwife] === MidwifeTask.attending && site[midwifeWoman[midwife]!] === siteIndex) women++;
  }
  return women;
}
