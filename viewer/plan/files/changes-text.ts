import type { BaseData } from '../../../scenarios/schema/index.ts';
import { date, missing, number, signed } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import { fieldName, figureTitle, modelName } from '../form/names.ts';
import { figureText } from '../form/value-text.ts';
import type { Json } from '../plan-document.ts';
import type { ChangePiece, PlanChange } from './changes.ts';

/** What a change is about, and what it says: «Jordmorteam», «Stovner 2, Grorud 2, fra 1. april 2026». */
export interface ChangeText {
  what: string;
  says: string;
}

/** A change in the language of the page. @param data names that occur in it; undefined until they have been read */
export function changeText({ path, pieces }: PlanChange, data: BaseData | undefined): ChangeText {
  const [first, ...others] = pieces;
  if (first?.is === 'model') {
    const says = others.map((piece) => pieceText(piece, first.key, data)).join(', ');
    return { what: spokenModel(first.key), says };
  }
  const figure = path.slice(1);
  const [value, today] = pieces.map((piece) => pieceText(piece, '', data));
  return {
    what: data === undefined ? figure.join(' › ') : figureTitle(figure, data),
    says: `${value} (${today})`,
  };
}

/** What a care model is called; a dash if none is written. */
export function spokenModel(model: string): string {
  return modelName(model) || missing;
}

function pieceText(piece: ChangePiece, model: string, data: BaseData | undefined): string {
  const { plan } = texts();
  switch (piece.is) {
    case 'model':
      return spokenModel(piece.key);
    case 'place': {
      const name = localised(piece.name);
      const text = piece.number === undefined ? name : `${name} ${numberText(piece.number)}`;
      return piece.way === undefined ? text : plan.way[piece.way](text);
    }
    case 'number':
      return plan.setTo(fieldName(model, piece.key), numberText(piece.number, counted.has(model)));
    case 'period':
      return periodText(piece.start, piece.end);
    case 'value':
      return valueText(piece.value, piece.unit, data);
    case 'today':
      return piece.value === undefined ? plan.noneToday : plan.today(valueText(piece.value, piece.unit, data));
  }
}

function periodText(start: string | undefined, end: string | undefined): string {
  const { plan } = texts();
  if (start !== undefined && end !== undefined) return plan.fromUntil(dateText(start), dateText(end));
  return start === undefined ? plan.until(dateText(end ?? '')) : plan.from(dateText(start));
}

/** What is written may be no date yet. */
function dateText(written: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written)) ? date(written) : written;
}

function valueText(value: Json, unit: string | undefined, data: BaseData | undefined): string {
  if (data !== undefined && unit !== undefined) return figureText({ value, unit }, data);
  return typeof value === 'number' ? numberText(value) : JSON.stringify(value);
}

/** Care models whose numbers are added to what there is. */
const counted: ReadonlySet<string> = new Set(['capacity']);

/** With as many decimals as the number needs, up to four. */
function numberText(value: number, withSign = false): string {
  const decimals = [0, 1, 2, 3].find((count) => Number(value.toFixed(count)) === value) ?? 4;
  return withSign ? signed(value, decimals) : number(value, decimals);
}
