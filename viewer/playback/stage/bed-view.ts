import { html, nothing, type TemplateResult } from 'lit-html';
import { missing, number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { originName } from '../../language/origin-name.ts';
import { nobody } from '../state.ts';
import { duration, personName, siteName } from './names.ts';
import type { Picture, StageActions } from './picture.ts';
import { personButton } from './person-mark.ts';
import { sinceWhen } from './since.ts';
import { slotMark } from './slot-mark.ts';
import { wardOf, wardPicture, type Slot } from './wards.ts';
import type { Zoom } from './zoom.ts';

/** One woman in the place where she is, with all that is known of her at the moment. */
export function bedView(
  picture: Picture,
  zoom: Extract<Zoom, { level: 'bed' }>,
  actions: StageActions,
): TemplateResult {
  const { recording, state, activity, time } = picture;
  const { stage } = texts();
  const { woman } = zoom;
  const slot = wardPicture(zoom.ward, zoom.site, picture).slots.find((candidate) => candidate.woman === woman);
  const since = sinceWhen(recording.playback.trace, state.row, woman);
  const withHer = [...activity.people.keys()].filter((person) => activity.people[person]!.women.includes(woman));
  const facts = [
    ...factsOf(picture, woman),
    ...(slot ? [[stage.bed.state, stage.states[slot.state]] as const] : []),
    ...(slot && since !== undefined ? [[stage.bed.here, duration(time - since)] as const] : []),
  ];
  return html`<div class="bed-view">
    ${slot ? markView(slot) : goneView(picture, woman, actions)}
    <dl class="bed-facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt class="quiet">${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
      <div>
        <dt class="quiet">${stage.bed.with}</dt>
        <dd>
          ${withHer.length === 0 ? stage.bed.nobody : withHer.map((person) => personButton(picture, actions, person, true))}
        </dd>
      </div>
    </dl>
    <button type="button" class="ds-button" data-variant="secondary" @click=${() => actions.pickWoman(woman)}>
      ${stage.bed.pathway}
    </button>
  </div>`;
}

/** She has moved on: the way to where she is now. */
function goneView({ recording, state }: Picture, woman: number, actions: StageActions): TemplateResult {
  const { bed, wards } = texts().stage;
  const now = wardOf(state, woman, recording.layout);
  return html`<p class="ds-paragraph">
    ${bed.gone}
    ${
      now
        ? html`<button type="button" class="way-button" @click=${() => actions.zoomTo({ level: 'bed', woman, ...now })}>
            ${bed.follow(`${siteName(recording, now.site)}, ${wards[now.ward].toLowerCase()}`)}
          </button>`
        : nothing
    }
  </p>`;
}

function markView({ state, starred }: Slot): TemplateResult {
  return html`<svg class="bed-mark" width="96" height="96" viewBox="-24 -24 48 48" aria-hidden="true">
    ${slotMark(state, 40, starred)}
  </svg>`;
}

/** What is known of a woman wherever she is. */
function factsOf({ recording }: Picture, woman: number): (readonly [name: string, value: string])[] {
  const { bed, team: teamText, firstChild, hasChildren } = texts().stage;
  const { playback, inputs, originIds, layout } = recording;
  const { women } = playback;
  const nameOf = (origin: number) => originName(inputs.data, originIds[origin]!) ?? missing;
  const team = layout.teams[women.team[woman]!];
  const named = women.namedMidwife[woman]!;
  return [
    [bed.parity, women.nulliparous[woman] ? firstChild : hasChildren],
    [bed.age, bed.years(number(women.age[woman]!))],
    [bed.children, women.plurality[woman]! > 1 ? bed.twins : bed.one],
    [bed.home, nameOf(women.origin[woman]!)],
    [bed.team, team ? teamText(nameOf(team.originIndex), number(team.number)) : bed.noTeam],
    [bed.named, named === nobody ? bed.noNamed : personName(recording, named)],
  ];
}
