import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import type { Json } from '../plan-document.ts';

/** A figure of the base data with its passport. */
export interface Passport {
  value: Json;
  unit: string;
  source: string;
  confidence: string;
  year?: number | string | undefined;
  note?: string | undefined;
  movedFrom?: Json | undefined;
  reason?: string | undefined;
  low?: Json | undefined;
  high?: Json | undefined;
}

/** A figure and where it stands in the base data. */
export interface PlacedFigure {
  path: Path;
  figure: Passport;
}

/** Whether a part of the base data is a figure, not a mapping of figures. */
export function isPassport(part: unknown): part is Passport {
  return typeof part === 'object' && part !== null && 'value' in part && 'unit' in part && 'confidence' in part;
}

/** Every figure of the base data, in the order in which it stands there. */
export function figuresIn(data: BaseData): PlacedFigure[] {
  const found: PlacedFigure[] = [];
  const walk = (part: unknown, path: Path): void => {
    if (isPassport(part)) found.push({ path, figure: part });
    else if (Array.isArray(part)) part.forEach((element, index) => walk(element, [...path, index]));
    else if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) walk(inner, [...path, key]);
    }
  };
  walk(data, []);
  return found;
}

/** A figure with the words that it is searched by, in small letters. */
export interface ListedFigure extends PlacedFigure {
  /** The words on the way to it. */
  words: readonly string[];
  searched: string;
}

/** What a planner asks of the list of figures. */
export interface FigureFilter {
  search: string;
  /** A key of the base data; every part of the service, if it is empty. */
  part: string;
  /** The key below the part; every group, if it is empty. */
  group: string;
  onlyAssumptions: boolean;
  onlyChanged: boolean;
}

/** The figures that a filter lets through: all of its words occur in what a figure is called, its unit or its source. */
export function filtered<Figure extends ListedFigure>(
  figures: readonly Figure[],
  filter: FigureFilter,
  isChanged: (figure: Figure) => boolean,
): Figure[] {
  const sought = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return figures.filter(
    (listed) =>
      (filter.part === '' || listed.path[0] === filter.part) &&
      (filter.group === '' || String(listed.path[1]) === filter.group) &&
      (!filter.onlyAssumptions || listed.figure.confidence === 'U') &&
      (!filter.onlyChanged || isChanged(listed)) &&
      sought.every((word) => listed.searched.includes(word)),
  );
}
