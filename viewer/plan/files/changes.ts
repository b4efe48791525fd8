import type { BaseData, Scenario } from '../../../scenarios/schema/index.ts';
import { overriddenPaths } from '../../../scenarios/schema/overrides.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import type { LocalisedText } from '../../../sim-core/maternity/indicators/indicator.ts';
import { interventionsIn, valueAt, type Json, type JsonObject, type PlanDocument } from '../plan-document.ts';

/** One piece of what a change says. Names are those of the base data; keys are those of the schema. */
export type ChangePiece =
  /** The care model of an intervention, by its key in the schema. */
  | { is: 'model'; key: string }
  /** A district, site, sector or payer, with how many or how much of something it is about. `way` is that of posts. */
  | { is: 'place'; name: LocalisedText; number?: number; way?: 'from' | 'to' }
  | { is: 'period'; start: string | undefined; end: string | undefined }
  /** Any other number of an intervention, by its key in the schema. */
  | { is: 'number'; key: string; number: number }
  | { is: 'value'; value: Json; unit: string | undefined }
  /** The figure of the scenario that the plan starts from; undefined if it has none. */
  | { is: 'today'; value: Json | undefined; unit: string | undefined };

/** One thing in which a plan differs from what it starts from. */
export interface PlanChange {
  /** Where it stands in the document. */
  path: Path;
  /** `added` is an intervention, or a figure that there was none of; `changed` is a figure that replaces another. */
  kind: 'added' | 'changed';
  pieces: readonly ChangePiece[];
}

/** Every intervention of a plan and every figure that it replaces. @param base the scenario that it starts from, if it is known */
export function changesOf(document: PlanDocument, base: Scenario | undefined): PlanChange[] {
  const names = namesIn(base?.data);
  const interventions = interventionsIn(document).map((intervention, index): PlanChange => ({
    path: ['interventions', index],
    kind: 'added',
    pieces: piecesOf(intervention, names),
  }));
  return [...interventions, ...figuresOf(document, base)];
}

/** The care model of an intervention as it is written; an empty text if none is written. */
export function modelOf(intervention: Json): string {
  return textOf(mapping(intervention)['model']) ?? '';
}

type Names = ReadonlyMap<string, LocalisedText>;

function piecesOf(intervention: Json, names: Names): ChangePiece[] {
  const written = mapping(intervention);
  const start = textOf(written['start']);
  const end = textOf(written['end']);
  return [
    { is: 'model', key: modelOf(intervention) },
    ...placeKeys.flatMap((key) => placesIn(written[key], names)),
    ...(['from', 'to'] as const).flatMap((way) => postsIn(written[way], way, names)),
    ...Object.entries(written).flatMap(([key, number]) =>
      typeof number === 'number' ? [{ is: 'number' as const, key, number }] : [],
    ),
    ...(start === undefined && end === undefined ? [] : [{ is: 'period' as const, start, end }]),
  ];
}

/** The keys under which an intervention says where it is. */
const placeKeys = ['site', 'district', 'districts', 'teams', 'order', 'origins', 'employers'] as const;

/** Places stand alone, in a list, or as the keys of numbers. */
function placesIn(value: Json | undefined, names: Names): ChangePiece[] {
  if (typeof value === 'string') return [{ is: 'place', name: named(value, names) }];
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((id) => (typeof id === 'string' ? placesIn(id, names) : []));
  }
  return Object.entries(mapping(value)).flatMap(([id, number]) =>
    typeof number === 'number' ? [{ is: 'place' as const, name: named(id, names), number }] : [],
  );
}

/** Posts of the units of a place are one number. */
function postsIn(value: Json | undefined, way: 'from' | 'to', names: Names): ChangePiece[] {
  const posts = new Map<string, number>();
  for (const unit of Array.isArray(value) ? (value as readonly Json[]) : []) {
    const { district, site, posts: number } = mapping(unit);
    const place = textOf(district) ?? textOf(site);
    if (place !== undefined && typeof number === 'number') posts.set(place, (posts.get(place) ?? 0) + number);
  }
  return [...posts].map(([place, number]) => ({ is: 'place', name: named(place, names), number, way }));
}

function figuresOf(document: PlanDocument, base: Scenario | undefined): PlanChange[] {
  const { inputs } = document;
  if (inputs === undefined || Object.keys(mapping(inputs)).length === 0) return [];
  const data = (base?.data ?? {}) as unknown as JsonObject;
  return overriddenPaths(data, inputs).map((path) => {
    const figure = valueAt(mapping(inputs), path);
    const today = valueAt(data, path);
    const unit = textOf(mapping(figure)['unit']) ?? textOf(mapping(today)['unit']);
    return {
      path: ['inputs', ...path],
      kind: today === undefined ? 'added' : 'changed',
      pieces: [
        { is: 'value', value: bare(figure) ?? null, unit },
        { is: 'today', value: bare(today), unit },
      ],
    };
  });
}

/** A figure without its passport. */
function bare(figure: Json | undefined): Json | undefined {
  const written = mapping(figure);
  return Object.hasOwn(written, 'value') ? written['value'] : figure;
}

function namesIn(data: BaseData | undefined): Names {
  if (data === undefined) return new Map();
  const entries = [data.economy.payers, data.sectors, data.sites, data.origins].flatMap((group) =>
    Object.entries(group as Record<string, { name: string | LocalisedText }>),
  );
  return new Map(entries.map(([id, { name }]) => [id, typeof name === 'string' ? { nb: name, en: name } : name]));
}

function named(id: string, names: Names): LocalisedText {
  return names.get(id) ?? { nb: id, en: id };
}

function mapping(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
