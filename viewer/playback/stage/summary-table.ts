import { html, type TemplateResult } from 'lit-html';
import { Setting } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { missing, number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { Place, Stage, type PlaybackState } from '../state.ts';
import { siteName } from './names.ts';
import { peopleCounts } from './people-board.ts';
import type { Picture } from './picture.ts';
import { placesText } from './places-text.ts';
import type { SlotState } from './slot-shapes.ts';
import { waitingForBed, wardPicture } from './wards.ts';
import { wardKinds, type WardKind } from './zoom.ts';

/** One line of the table: what is counted, and how many there are of it at a site, of how many. */
interface Measure {
  name: string;
  count: (siteIndex: number) => number;
  /** How many places there are, where it is places that are counted. */
  all?: (siteIndex: number) => number;
}

/** The picture in figures: for those who cannot see it, and for those who want to read the numbers off. */
export function summaryTable(picture: Picture): TemplateResult {
  const { stage } = texts();
  const { recording, state, time, activity } = picture;
  const { layout } = recording;
  const { working, over, away } = peopleCounts(picture);
  const visits = activity.contacts.filter(({ setting }) => setting === Setting.home).length;
  const moving = state.place.reduce((sum, place) => sum + Number(place === Place.betweenSites), 0);
  return html`
    <div class="wide-table" role="group" tabindex="0" aria-label=${stage.summary}>
      <table class="ds-table summary-table" data-color="neutral">
        <caption class="ds-sr-only">
          ${stage.summaryCaption(recording.inWords(time))}
        </caption>
        <thead>
          <tr>
            <th scope="col">${stage.counted}</th>
            ${layout.sites.map((_, site) => html`<th scope="col">${siteName(recording, site)}</th>`)}
            <th scope="col">${stage.total}</th>
          </tr>
        </thead>
        <tbody>
          ${measures(picture).map((measure) => rowView(measure, layout.sites.length))}
        </tbody>
      </table>
    </div>
    <p class="small summary-note">${followedText(state)} ${stage.underWay(number(moving), number(visits))}</p>
    <p class="small summary-note">${stage.peopleNow(number(working), number(away), number(over))}</p>
  `;
}

function measures(picture: Picture): Measure[] {
  const { stage } = texts();
  const { recording, state, care, activity } = picture;
  const { sites, midwives } = recording.layout;
  const wards = sites.map((_, site) => new Map(wardKinds.map((ward) => [ward, wardPicture(ward, site, picture)])));
  const careCounts = sites.map((_, site) => care.at(site));
  const slotsIn = (ward: WardKind, look: SlotState) => (site: number) =>
    wards[site]!.get(ward)!.slots.filter((slot) => slot.state === look).length;
  const ward = (kind: WardKind): Measure => ({
    name: stage.wards[kind],
    count: (site) => wards[site]!.get(kind)!.taken,
    all: (site) => wards[site]!.get(kind)!.open,
  });
  return [
    { name: stage.onDuty, count: (site) => state.onDuty[site]! },
    ward('reception'),
    { name: stage.waitingForRoom, count: (site) => activity.reception[site]!.waiting },
    ward('antenatal'),
    ward('labour'),
    { name: stage.roomsCleaned, count: slotsIn('labour', 'cleaning') },
    { name: stage.roomsClosed, count: slotsIn('labour', 'closed') },
    { name: stage.activeLabour, count: (site) => careCounts[site]!.all },
    { name: stage.ownMidwife, count: (site) => careCounts[site]!.own },
    ...(midwives > 0 ? [{ name: stage.withTeam, count: (site: number) => careCounts[site]!.team }] : []),
    { name: stage.sharedMidwife, count: (site) => careCounts[site]!.shared },
    { name: stage.noMidwife, count: (site) => careCounts[site]!.alone },
    ward('theatre'),
    ward('recovery'),
    { name: stage.waitingForBed, count: (site) => waitingForBed(state, site) },
    ward('postnatal'),
    { name: stage.readmitted, count: slotsIn('postnatal', 'readmitted') },
    ...(sites.some(({ hotelBeds }) => hotelBeds > 0) ? [ward('hotel')] : []),
    ward('neonatal'),
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

/** Those who are followed outside hospital. */
function followedText({ stage, place }: PlaybackState): string {
  let pregnant = 0;
  let atHome = 0;
  for (let woman = 0; woman < stage.length; woman++) {
    if (place[woman] !== Place.away) continue;
    if (stage[woman] === Stage.pregnant) pregnant++;
    else if (stage[woman] === Stage.born) atHome++;
  }
  return texts().stage.followed(number(pregnant), number(atHome));
}
