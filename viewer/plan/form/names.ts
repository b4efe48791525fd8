import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import type { LocalisedText } from '../../../sim-core/maternity/indicators/indicator.ts';
import { localised, texts } from '../../language/language.ts';
import type { NameSource } from './field-kind.ts';

type Named = Readonly<Record<string, { name: string | LocalisedText }>>;
type Labels = Readonly<Record<string, string>>;

/** What a care model or another change is called; its key if it is not known. */
export function modelName(model: string): string {
  return (texts().labels.models as Readonly<Record<string, { name: string }>>)[model]?.name ?? model;
}

/** What a care model or another change does, in a sentence; empty if it is not known. */
export function modelSentence(model: string): string {
  return (texts().labels.models as Readonly<Record<string, { sentence: string }>>)[model]?.sentence ?? '';
}

/** What a field of a change is called. */
export function fieldName(model: string, key: string): string {
  return ofModel(texts().labels.fields, model, key) ?? key;
}

/** What a field means, where its name does not say it. */
export function fieldMeaning(model: string, key: string): string | undefined {
  return ofModel(texts().labels.meanings, model, key);
}

/** What holds while a field is empty, where no base figure takes its place. */
export function absentMeaning(model: string, key: string): string | undefined {
  return ofModel(texts().labels.absent, model, key);
}

/** What a value of a choice is called. */
export function optionName(option: string): string {
  return (texts().labels.options as Labels)[option] ?? option;
}

/** What a part of a figure of several values is called. */
export function partName(key: string): string {
  return (texts().labels.parts as Labels)[key] ?? key;
}

/** A unit in words, as it stands after a number. */
export function unitName(unit: string): string {
  return (texts().labels.units as Labels)[unit] ?? unit;
}

/** The names that a field may hold, by id, in the language of the page. */
export function namesFrom(source: NameSource, data: BaseData): ReadonlyMap<string, string> {
  const entries = Object.entries(namedIn(source, data));
  return new Map(entries.map(([id, { name }]) => [id, typeof name === 'string' ? name : localised(name)]));
}

function namedIn(source: NameSource, data: BaseData): Named {
  switch (source) {
    case 'payers':
    case 'grants':
      return data.economy[source];
    case 'sectors': {
      const inside = new Set(Object.values(data.origins).flatMap(({ outside, sector }) => (outside ? [] : [sector])));
      return Object.fromEntries(Object.entries(data.sectors).filter(([id]) => inside.has(id)));
    }
    case 'districts':
      return Object.fromEntries(Object.entries(data.origins).filter(([, { outside }]) => !outside));
    default:
      return data[source];
  }
}

/** Words for every step on the way to a figure of the base data, from the part of the service on. */
export function figureWords(path: Path, data: BaseData): string[] {
  const labels = texts().labels.figures as Labels;
  let here: unknown = data;
  return path.map((step, index) => {
    const above = path[index - 1];
    here = (here as Record<string | number, unknown> | undefined)?.[step];
    const label = labels[`${above}.${step}`] ?? labels[String(step)];
    const named = nameOf(here) ?? placeName(path, index, here, data);
    return named ?? label ?? String(step);
  });
}

/** What a figure is called where the part of the service that it belongs to is known. */
export function figureTitle(path: Path, data: BaseData): string {
  const words = figureWords(path, data);
  return (words.length > 1 ? words.slice(1) : words).join(' › ');
}

/** The name that a part of the base data has itself. */
function nameOf(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null || !('name' in part)) return undefined;
  const { name } = part as { name: string | LocalisedText };
  return typeof name === 'string' ? name : localised(name);
}

/** The name of a place that stands as a key, or that an element of a list names. */
function placeName(path: Path, index: number, here: unknown, data: BaseData): string | undefined {
  const step = path[index];
  if (typeof step === 'number') {
    const site = (here as { site?: string } | undefined)?.site;
    return site === undefined ? String(step + 1) : data.sites[site]?.name;
  }
  if (path[0] !== 'staff' || index !== 2) return undefined;
  return path[1] === 'sites' ? data.sites[step!]?.name : data.origins[step!]?.name;
}

function ofModel(labels: object, model: string, key: string): string | undefined {
  const words = labels as Labels;
  return words[`${model}.${key}`] ?? words[key];
}
