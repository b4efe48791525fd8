import { html, nothing, type TemplateResult } from 'lit-html';
import { missing, number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import type { LabourCare } from './labour-care.ts';
import type { PlaceKind } from './open-places.ts';
import { placesText } from './places-text.ts';
import type { Recording } from './recording.ts';
import { MidwifeTask, nobody, Place, Stage, type PlaybackState } from './state.ts';

/** One line of the table: what is counted, and how many there are of it at a site, of how many. */
interface Measure {
  name: string;
  count: (siteIndex: number) => number;
  /** How many places there are, where it is places that are counted. */
  all?: (siteIndex: number) => number;
}

/** The picture in figures: for those who cannot see it, and for those who want to read the numbers off. */
export function summaryTable(
  recording: Recording,
  state: PlaybackState,
  care: LabourCare,
  time: number,
): TemplateResult {
  const { playback } = texts();
  const { layout, inputs } = recording;
  const busy = state.midwifeTask.reduce((sum, task) => sum + Number(task !== MidwifeTask.none), 0);
  return html`
    <div class="wide-table" role="region" tabindex="0" aria-label=${playback.summary}>
      <table class="ds-table summary-table" data-color="neutral">
        <caption class="ds-sr-only">
          ${playback.summaryCaption(recording.inWords(time))}
        </caption>
        <thead>
          <tr>
            <th scope="col">${playback.counted}</th>
            ${layout.sites.map(({ id }) => html`<th scope="col">${inputs.data.sites[id]!.name}</th>`)}
            <th scope="col">${playback.total}</th>
          </tr>
        </thead>
        <tbody>
          ${measures(recording, state, care, time).map((measure) => rowView(measure, layout.sites.length))}
        </tbody>
      </table>
    </div>
    <p class="small summary-note">${followedText(state)}</p>
    ${
      layout.midwives > 0
        ? html`<p class="small summary-note">${playback.teamsBusy(number(busy), number(layout.midwives))}</p>`
        : nothing
    }
  `;
}

function measures(recording: Recording, state: PlaybackState, care: LabourCare, time: number): Measure[] {
  const { playback } = texts();
  const { sites, midwives } = recording.layout;
  const open = (kind: PlaceKind) => (site: number) => recording.placesOpen(site, kind, time);
  const women = (place: Place) => (site: number) => state.womenIn(site, place);
  const careCounts = sites.map((_, site) => care.at(site));
  const waiting = womenWaiting(state, sites.length);
  const withHotel = sites.some(({ hotelBeds }) => hotelBeds > 0);
  return [
    { name: playback.onDuty, count: (site) => state.onDuty[site]! },
    { name: playback.reception, count: women(Place.reception), all: open('receptionPlaces') },
    { name: playback.antenatalBeds, count: women(Place.antenatalBed), all: open('antenatalBeds') },
    {
      name: playback.labourRooms,
      count: (site) => countTaken(state.roomWoman, sites[site]!.roomStart, sites[site]!.rooms),
      all: (site) => state.roomsOpen[site]!,
    },
    { name: playback.activeLabour, count: (site) => careCounts[site]!.all },
    { name: playback.ownMidwife, count: (site) => careCounts[site]!.own },
    ...(midwives > 0 ? [{ name: playback.withTeam, count: (site: number) => careCounts[site]!.team }] : []),
    { name: playback.sharedMidwife, count: (site) => careCounts[site]!.shared },
    { name: playback.noMidwife, count: (site) => careCounts[site]!.alone },
    { name: playback.theatres, count: women(Place.theatre), all: (site) => sites[site]!.theatres },
    { name: playback.recovery, count: women(Place.recovery), all: open('recoveryPlaces') },
    { name: playback.waitingForBed, count: (site) => waiting[site]! },
    {
      name: playback.postnatalBeds,
      count: (site) => countTaken(state.bedWoman, sites[site]!.bedStart, sites[site]!.beds),
      all: (site) => state.bedsOpen[site]!,
    },
    ...(withHotel ? [{ name: playback.hotelBeds, count: women(Place.hotel), all: open('hotelBeds') }] : []),
    {
      name: playback.neonatalCots,
      count: (site) => state.cotsTaken[site]!,
      all: open('neonatalCots'),
    },
  ];
}

function rowView({ name, count, all }: Measure, siteCount: number): TemplateResult {
  let total = 0;
  let totalOf = 0;
  const text = (counted: number, of: number) => {
    if (all === undefined) return number(counted);
    return counted === 0 && of === 0 ? missing : placesText(counted, of);
  };
  const cells: string[] = [];
  for (let site = 0; site < siteCount; site++) {
    const counted = count(site);
    const of = all?.(site) ?? 0;
    total += counted;
    totalOf += of;
    cells.push(text(counted, of));
  }
  return html`<tr>
    <th scope="row">${name}</th>
    ${[...cells, text(total, totalOf)].map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

function countTaken(slots: Int32Array, start: number, length: number): number {
  let taken = 0;
  for (let slot = start; slot < start + length; slot++) if (slots[slot] !== nobody) taken++;
  return taken;
}

/** Per site: women who are ready for the postnatal ward but have no bed there. */
function womenWaiting({ stage, site }: PlaybackState, siteCount: number): number[] {
  const waiting = Array.from({ length: siteCount }, () => 0);
  for (let woman = 0; woman < stage.length; woman++) {
    if (stage[woman] === Stage.waitingForBed) waiting[site[woman]!]!++;
  }
  return waiting;
}

/** Those who are followed outside hospital. */
function followedText({ stage, place }: PlaybackState): string {
  let pregnant = 0;
  let atHome = 0;
  for (let woman = 0; woman < stage.length; woman++) {
    if (place[woman] !== Place.away) continue;
    if (stage[woman] === Stage.pregnant) pregnant++;
    else if (stage[woman] === Stage.born) atHome++;
  }
  return texts().playback.followed(number(pregnant), number(atHome));
}
