import { html, nothing, type TemplateResult } from 'lit-html';
import { localised, texts } from '../../language/language.ts';
import type { Recording } from '../recording.ts';
import { sameWoman } from '../same-woman.ts';
import type { Side } from '../selection.ts';
import type { Actions } from './links.ts';
import { differenceInWords } from './plans-compared.ts';
import type { RecordingIndex } from './recording-index.ts';
import { laneLegend, laneScale, swimLanes } from './swim-lanes.ts';
import { whyNotOneToOne } from './why-not-one-to-one.ts';
import { oneToOneView } from './breach-view.ts';
import { small } from './tables.ts';
import {
  costsTable,
  detailsOfWoman,
  inPlan,
  metTable,
  partOf,
  pathwayTable,
  waitsTable,
  womanFacts,
  type WomanDetails,
} from './woman-view.ts';

/** A recording and where things stand in it. */
export interface Indexed {
  side: Side;
  recording: Recording;
  index: RecordingIndex;
}

/** How a picture is to be drawn: pixels there are for it, and what the clock shows. */
export interface Drawing {
  width: number;
  clock: number;
}

const known = new WeakMap<Recording, Map<number, WomanDetails>>();

/** A woman in full, with the same woman in the other plan beneath. @param other undefined while it isn't recorded */
export function womanView(
  here: Indexed,
  other: Indexed | undefined,
  woman: number,
  drawing: Drawing,
  actions: Actions,
  openInOther: (woman: number) => void,
): TemplateResult {
  const { people } = texts();
  const details = detailsOf(here, woman);
  const twin = other && sameWoman(here.recording, other.recording, woman);
  const there = other && twin !== undefined ? detailsOf(other, twin) : undefined;
  const scale = laneScale(there ? [details.pathway, there.pathway] : [details.pathway], drawing.width);
  const lanesOf = (of: WomanDetails): TemplateResult =>
    swimLanes(of.recorded, of.pathway, of.acquainted, scale, drawing.clock, actions.goTo);
  const named = other ? localised(other.recording.inputs.name) : '';
  const [first, second] = here.side === 'b' ? [details, there] : [there, details];
  return html`
    ${womanFacts(details, actions)}
    ${
      first && second
        ? html`<p class="details-difference">
            ${differenceInWords(localised(first.recorded.inputs.name), inPlan(first), inPlan(second))}
          </p>`
        : nothing
    }
    ${partOf(
      people.pathway.heading,
      html`<p class="small quiet">${people.pathway.help}</p>
        ${lanesOf(details)} ${laneLegend()}
        ${
          there && twin !== undefined
            ? html`<h5 class="ds-heading">${people.other.heading(named)}</h5>
                ${lanesOf(there)}
                <p class="details-buttons">${small(people.other.open, () => openInOther(twin))}</p>`
            : html`<p class="quiet">${other ? people.other.none : people.other.noRecording}</p>`
        }
        <details class="details-more">
          <summary>${people.pathway.table}</summary>
          ${pathwayTable(details, actions)}
        </details>`,
    )}
    <div class="details-columns">
      ${partOf(people.met.heading, metTable(details, actions))}
      <div>
        ${partOf(people.waits.heading, waitsTable(details, actions))}
        ${
          details.pathway.care.length > 0
            ? partOf(
                people.oneToOne.heading,
                oneToOneView(
                  details.recorded,
                  whyNotOneToOne(details.recorded, details.index, details.pathway),
                  actions,
                ),
              )
            : ''
        }
      </div>
    </div>
    ${partOf(people.costs.heading, costsTable(details))}
  `;
}

/** Read once for each woman of a recording. */
function detailsOf({ recording, index }: Indexed, woman: number): WomanDetails {
  let ofRecording = known.get(recording);
  if (ofRecording === undefined) known.set(recording, (ofRecording = new Map()));
  let details = ofRecording.get(woman);
  if (details === undefined) ofRecording.set(woman, (details = detailsOfWoman(recording, index, woman)));
  return details;
}
