import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import { date, missing, number, signed } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import type { ChangePiece, PlanChange } from '../files/changes.ts';
import { fieldName, figureTitle, modelName } from './names.ts';
import { figureText } from './value-text.ts';

/** More places or numbers than these are counted, not named. */
const most = 4;

/** Kinds of change whose numbers are added to what there is. */
const added: ReadonlySet<string> = new Set(['capacity']);

/** A change as it is read out. @param data names that occur in it; undefined until they have been read */
export function changeSentence({ path, pieces }: PlanChange, data: BaseData | undefined): string {
  const { form } = texts();
  if (path[0] === 'inputs') return figureSentence(path.slice(1), pieces, data);
  const model = pieces.find((piece) => piece.is === 'model')?.key ?? '';
  const places = pieces.filter((piece) => piece.is === 'place');
  const numbers = pieces.filter((piece) => piece.is === 'number');
  // Where districts have numbers of their own, or there are many, the others are terms, which stand in the form.
  const areTerms = places.some((place) => place.number !== undefined) || places.length + numbers.length > most;
  const shown = areTerms ? [] : numbers;
  const said = [...places.map(placeText), ...shown.map((piece) => numberSentence(piece, model))];
  const named = said.slice(0, most).join(', ');
  const rest = said.length > most ? ` ${form.andMore(number(said.length - most))}` : '';
  return form.changeWith(
    modelName(model) || missing,
    named === '' ? '' : form.changePlaces(named + rest),
    periodText(pieces.find((piece) => piece.is === 'period')),
  );
}

function placeText(piece: Extract<ChangePiece, { is: 'place' }>): string {
  const name = localised(piece.name);
  const text = piece.number === undefined ? name : texts().form.numbered(name, numberText(piece.number));
  return piece.way === undefined ? text : texts().form.way[piece.way](text);
}

function numberSentence(piece: Extract<ChangePiece, { is: 'number' }>, model: string): string {
  return texts().form.setTo(fieldName(model, piece.key), numberText(piece.number, added.has(model)));
}

function periodText(period: Extract<ChangePiece, { is: 'period' }> | undefined): string {
  const { form } = texts();
  if (period?.start === undefined) return '';
  return period.end === undefined
    ? form.changeFrom(date(period.start))
    : form.changePeriod(date(period.start), date(period.end));
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

/** With as many decimals as the number needs, up to four. */
function numberText(value: number, withSign = false): string {
  const decimals = [0, 1, 2, 3].find((count) => Number(value.toFixed(count)) === value) ?? 4;
  return withSign ? signed(value, decimals) : number(value, decimals);
}
