import { isFigure, type BaseData, type Figure } from '../../scenarios/schema/index.ts';
import type { Direction } from '../results/sensitivity.ts';

type Path = readonly string[];

/** An assumption of the base data: figures that are one assumption for several places, and how they are moved. */
export interface UncertainInput {
  /** Path in the base data, with * in the place of district, site, sector or hospital, and of day and shift. */
  id: string;
  unit: string;
  /** Where the figures stand. */
  paths: Path[];
  /** False when low and high are ± 20 % because no range is published. */
  hasPublishedRange: boolean;
}

/** Moved this far where no range is published. */
const ordinaryPart = 0.2;

/** Figures that the checks want to be the same as another, and are moved with it. */
const movedWith: Readonly<Record<string, string>> = { 'workingTime.onCall.byAgreement': 'economy.onCallCredit' };

/** Keys of posts by day and shift, which are one assumption. */
const dayAndShift = ['weekday', 'weekend', 'publicHoliday', 'day', 'evening', 'night'];

/**
 * Every figure whose value is a number, or numbers, and that is an assumption (confidence U) or has a published range; put
 * together where only the district, site, sector or hospital, or the day and shift, sets one apart from another.
 */
export function uncertainInputs(data: BaseData): UncertainInput[] {
  const places = [data.sites, data.sectors, data.hospitals, data.origins].flatMap((record) => Object.keys(record));
  // Areas outside stand for flows of their own, so their figures are not those of the districts.
  const apart = new Set([...places.filter((id) => data.origins[id]?.outside !== true), ...dayAndShift]);
  const inputs = new Map<string, UncertainInput>();
  for (const { path, figure } of figuresOf(data, [])) {
    const hasPublishedRange = figure.low !== undefined && figure.high !== undefined;
    if ((figure.confidence !== 'U' && !hasPublishedRange) || !isNumeric(figure.value)) continue;
    const ownId = path
      .map((step) => (apart.has(step) ? '*' : step))
      .join('.')
      .replace(/(\.\*)+$/, '.*');
    const id = movedWith[ownId] ?? ownId;
    const input = inputs.get(id) ?? { id, unit: figure.unit, paths: [], hasPublishedRange: true };
    input.paths.push(path);
    input.hasPublishedRange &&= hasPublishedRange;
    inputs.set(id, input);
  }
  return [...inputs.values()];
}

/**
 * Data with the figures of an input moved to their low or high: the ends of a published range where the figure has one, else
 * 20 % down or up. The data that are given stay as they are, and figures that they do not have are passed over.
 * @param whole move to whole numbers, away from the value: for figures that are counts
 */
export function moved<Data>(data: Data, { paths }: UncertainInput, direction: Direction, whole: boolean): Data {
  const copy = structuredClone(data);
  for (const path of paths) {
    const figure = path.reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], copy);
    if (!isFigure(figure)) continue;
    figure.value = figure[direction] ?? scaled(figure.value, direction, whole);
  }
  return copy;
}

function scaled(value: unknown, direction: Direction, whole: boolean): unknown {
  if (typeof value === 'number') {
    const step = ordinaryPart * Math.abs(value);
    if (direction === 'low') return whole ? Math.floor(value - step) : value - step;
    return whole ? Math.ceil(value + step) : value + step;
  }
  if (Array.isArray(value)) return value.map((element) => scaled(element, direction, whole));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, element]) => [key, scaled(element, direction, whole)]),
  );
}

function isNumeric(value: unknown): boolean {
  if (typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null) return false;
  const elements = Object.values(value);
  return elements.length > 0 && elements.every(isNumeric);
}

function* figuresOf(node: unknown, path: Path): Iterable<{ path: Path; figure: Figure<unknown> }> {
  if (typeof node !== 'object' || node === null) return;
  if (isFigure(node)) {
    yield { path, figure: node };
    return;
  }
  for (const [key, element] of Object.entries(node)) yield* figuresOf(element, [...path, key]);
}
