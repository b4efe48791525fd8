import { html, type TemplateResult } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import { date, number } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import { changesOf, type ChangePiece, type PlanChange } from '../files/changes.ts';
import { withValueAt } from '../plan-document.ts';
import { planSelection } from '../plan-selection.ts';
import { plan } from '../plan.ts';
import { withoutFigure } from './figure-override.ts';
import { figureTitle, modelName } from './names.ts';
import { figureText } from './value-text.ts';

/** More places than these are counted, not named. */
const mostPlaces = 4;

/** Every change of the plan in a sentence, with a button that opens it and one that takes it away. */
export function changesList(data: BaseData | undefined, openFigure: (path: Path) => void): TemplateResult {
  const { form } = texts();
  const changes = changesOf(plan.document, plan.base);
  return html`<details class="form-changes" open>
    <summary class="ds-heading" data-size="2xs">${form.changes(number(changes.length))}</summary>
    ${
      changes.length === 0
        ? html`<p class="quiet">${form.noChanges}</p>`
        : html`<ul>
            ${changes.map((change) => changeView(change, data, openFigure))}
          </ul>`
    }
  </details>`;
}

function changeView(change: PlanChange, data: BaseData | undefined, openFigure: (path: Path) => void): TemplateResult {
  const { form } = texts();
  const { path } = change;
  const index = path[0] === 'interventions' ? Number(path[1]) : undefined;
  const sentence = changeSentence(change, data);
  const isOpen = index !== undefined && index === planSelection.intervention;
  const open = () => (index === undefined ? openFigure(path.slice(1)) : planSelection.openIntervention(index));
  return html`<li aria-current=${isOpen ? 'true' : 'false'}>
    <span>${sentence}</span>
    <span class="form-buttons">
      <button
        class="ds-button"
        type="button"
        data-variant="tertiary"
        data-size="sm"
        aria-label=${form.openChange(sentence)}
        @click=${open}
      >
        ${form.open}
      </button>
      <button
        class="ds-button"
        type="button"
        data-variant="tertiary"
        data-size="sm"
        aria-label=${form.removeChange(sentence)}
        @click=${() => removeChange(path, data)}
      >
        ${form.remove}
      </button>
    </span>
  </li>`;
}

/** A change as it is read out. */
function changeSentence({ path, pieces }: PlanChange, data: BaseData | undefined): string {
  const { form } = texts();
  if (path[0] === 'inputs') return figureSentence(path.slice(1), pieces, data);
  const model = pieces.find((piece) => piece.is === 'model');
  const period = pieces.find((piece) => piece.is === 'period');
  const places = pieces.filter((piece) => piece.is === 'place').map(placeText);
  const named = places.slice(0, mostPlaces);
  if (places.length > mostPlaces) named.push(form.andMore(number(places.length - mostPlaces)));
  return form.changeWith(
    modelName(model?.key ?? ''),
    named.length === 0 ? '' : form.changePlaces(named.join(', ')),
    periodText(period),
  );
}

function placeText(piece: Extract<ChangePiece, { is: 'place' }>): string {
  const name = localised(piece.name);
  return piece.number === undefined
    ? name
    : texts().form.numbered(name, number(piece.number, decimalsOf(piece.number)));
}

function periodText(period: Extract<ChangePiece, { is: 'period' }> | undefined): string {
  const { form } = texts();
  const dated = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? date(text) : text);
  if (period?.start === undefined) return '';
  return period.end === undefined
    ? form.changeFrom(dated(period.start))
    : form.changePeriod(dated(period.start), dated(period.end));
}

function figureSentence(path: Path, pieces: readonly ChangePiece[], data: BaseData | undefined): string {
  const now = pieces.find((piece) => piece.is === 'value');
  const today = pieces.find((piece) => piece.is === 'today');
  if (data === undefined) return path.join(' › ');
  const text = (piece: typeof now | typeof today) =>
    piece?.value === undefined || piece.unit === undefined
      ? texts().form.changedMark
      : figureText({ value: piece.value, unit: piece.unit }, data);
  return texts().form.changeFigure(figureTitle(path, data), text(today), text(now));
}

function removeChange(path: Path, data: BaseData | undefined): void {
  if (path[0] === 'interventions') {
    const open = planSelection.intervention;
    const index = Number(path[1]);
    if (open !== undefined && open >= index) planSelection.openIntervention(open === index ? undefined : open - 1);
    plan.edit((document) => withValueAt(document, path, undefined));
  } else if (data !== undefined) {
    plan.edit((document) => withoutFigure(document, data, path.slice(1)));
  }
}

function decimalsOf(value: number): number {
  return Math.min(2, String(value).split('.')[1]?.length ?? 0);
}
