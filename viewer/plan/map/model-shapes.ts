import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3';
import { svg, type SVGTemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import type { JsonObject } from '../plan-document.ts';
import { careModels, modelNames } from './care-models.ts';
import { textOf } from './planned.ts';

/** Models that are in districts have a shape of their own, on the map and in the lists; all others share one. */
const shapes: Record<string, typeof symbolCircle> = {
  'continuity-teams': symbolSquare,
  'roll-out': symbolSquare,
  'combined-positions': symbolDiamond,
  'early-discharge': symbolTriangle,
  'digital-follow-up': symbolWye,
  'open-return': symbolCircle,
  'extra-support': symbolCross,
  doula: symbolStar,
};

/** Models that have a shape of their own, in the order of the panel. */
export const shapedModels = [...new Set(careModels.map((model) => modelNames[model]))];

/** The path of a model’s shape around the origin. @param size about how many CSS pixels across */
export function shapePath(model: string, size: number): string {
  return symbol(shapeOf(model) ?? symbolCircle, (size * size) / 2)() ?? '';
}

/** A model’s shape with a halo, at a place of a drawing. */
export function shapeMark(model: string, x: number, y: number, size: number): SVGTemplateResult {
  return svg`<path class="model-shape ${shapeOf(model) ? '' : 'model-shape-other'}" d=${shapePath(model, size)} transform="translate(${x},${y})"></path>`;
}

/** What an intervention is called; teams that also come home in the latent phase and to the ward are Stockholm teams. */
export function nameOfChange(written: unknown): string {
  const { planMap } = texts();
  const { model, latentPhaseAtHome, wardVisits } = (written ?? {}) as JsonObject;
  if (model === 'continuity-teams' && latentPhaseAtHome !== undefined && wardVisits !== undefined) {
    return planMap.models.stockholm;
  }
  const key = textOf(model);
  return Object.hasOwn(planMap.interventions, key)
    ? (planMap.interventions as Record<string, string>)[key]!
    : planMap.unknownIntervention;
}

/** What a planner may write as a model, such as `toString`, has no shape. */
function shapeOf(model: string): SymbolType | undefined {
  return Object.hasOwn(shapes, model) ? shapes[model] : undefined;
}

/** Names in a sentence, with the language’s word before the last. */
export function inARow(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${texts().planMap.and} ${names.at(-1)}`;
}

/** Districts that are named one by one before only their number is told. */
const mostNames = 4;

/** Districts by name, or how many they are if they are many. */
export function namesOrCount(names: readonly string[]): string {
  return names.length > mostNames ? texts().planMap.chosenDistricts(names.length) : inARow(names);
}
