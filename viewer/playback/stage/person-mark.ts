import { html, svg, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import type { PersonActivity } from '../activity.ts';
import { nobody } from '../state.ts';
import { personName } from './names.ts';
import { overHoursShape, personLook, personShapes, worksOverHours, type PersonLook } from './person-looks.ts';
import type { Picture, StageActions } from './picture.ts';

/** The mark of somebody of the service around the origin. */
export function personMark(look: PersonLook, overHours = false): TemplateResult {
  const { solid, line } = personShapes[look];
  return svg`<g class="person person-${look}">
    ${line ? svg`<path class="person-line" d=${line}></path>` : ''}
    ${solid ? svg`<path class="person-solid" d=${solid}></path>` : ''}
    ${overHours ? svg`<path class="person-over" d=${overHoursShape}></path>` : ''}
  </g>`;
}

/** What somebody does, in words: «hos kvinne 512 til 14.20, arbeider overtid». */
function doingText({ recording }: Picture, activity: PersonActivity): string {
  const { stage } = texts();
  const parts: string[] = [stage.looks[personLook(activity)]];
  if (activity.woman !== nobody) {
    const woman = stage.womanInSentence(String(activity.woman));
    parts.push(
      Number.isFinite(activity.until) ? stage.withWoman(woman, recording.clockInWords(activity.until)) : woman,
    );
  }
  if (worksOverHours(activity)) parts.push(stage.overHours);
  return parts.join(', ');
}

/** Somebody of the service as a button that chooses her. @param withText also shows her name and what she does */
export function personButton(
  picture: Picture,
  actions: StageActions,
  person: number,
  withText = false,
): TemplateResult {
  const activity = picture.activity.people[person]!;
  const name = personName(picture.recording, person);
  const doing = doingText(picture, activity);
  return html`<button
    type="button"
    class="person-button ${withText ? 'has-text' : ''}"
    data-person=${person}
    aria-pressed=${person === picture.litPerson}
    aria-label="${name}: ${doing}"
    title="${name}: ${doing}"
    @click=${() => actions.pickPerson(person)}
  >
    <svg width="20" height="20" viewBox="-11 -11 22 22" aria-hidden="true">
      ${personMark(personLook(activity), worksOverHours(activity))}
    </svg>
    ${withText ? html`<span><span class="person-name">${name}</span> <span class="quiet">${doing}</span></span>` : ''}
  </button>`;
}
