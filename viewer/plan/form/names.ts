import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import type { LocalisedText } from '../../../sim-core/maternity/indicators/indicator.ts';
import { localised, texts } from '../../language/language.ts';
import { originName } from '../../language/origin-name.ts';
import type { NameSource } from './field-kind.ts';

type Named = Readonly<Record<string, { name: string | LocalisedText }>>;
type Labels = Readonly<Record<string, string>>;

/** What a care model or another change is called; its key if it is not known. */
export function modelName(model: string): string {
  return own(texts().labels.models as Readonly<Record<string, { name: string }>>, model)?.name ?? model;
}

/** What a care model or another change does, in a sentence; empty if it is not known. */
export function modelSentence(model: string): string {
  return own(texts().labels.models as Readonly<Record<string, { sentence: string }>>, model)?.sentence ?? '';
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
  return own(texts().labels.options as Labels, option) ?? option;
}

/** What a part of a figure of several values is called. */
export function partName(key: string): string {
  return own(texts().labels.parts as Labels, key) ?? key;
}

/** A unit in words, as it stands after a number. */
export function unitName(unit: string): string {
  return own(texts().labels.units as Labels, unit) ?? unit;
}

/** The names that a field may hold, by id, in the language of the page. */
export function namesFrom(source: NameSource, data: BaseData): ReadonlyMap<string, string> {
  const isDistrict = source === 'districts' || source === 'origins';
  const nameIn = (id: string, { name }: Named[string]): string =>
    (isDistrict ? originName(data, id) : undefined) ?? (typeof name === 'string' ? name : localised(name));
  return new Map(Object.entries(namedIn(source, data)).map(([id, named]) => [id, nameIn(id, named)]));
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
    here = own(here as Readonly<Record<string, unknown>> | undefined, step);
    const label = own(labels, `${above}.${step}`) ?? own(labels, step);
    const named = placeName(path, index, here, data) ?? nameOf(here);
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
  const name = own(part as Readonly<Record<string, string | LocalisedText>> | undefined, 'name');
  return name === undefined || typeof name === 'string' ? name : localised(name);
}

/** The name of a place that stands as a key, or that an element of a list names. */
function placeName(path: Path, index: number, here: unknown, data: BaseData): string | undefined {
  const step = path[index];
  if (path[0] === 'origins' && index === 1) return originName(data, String(step));
  if (typeof step === 'number') {
    const site = (here as { site?: string } | undefined)?.site;
    return site === undefined ? String(step + 1) : own(data.sites, site)?.name;
  }
  if (path[0] !== 'staff' || index !== 2) return undefined;
  return path[1] === 'sites' ? own(data.sites, step!)?.name : originName(data, String(step));
}

function ofModel(labels: object, model: string, key: string): string | undefined {
  const words = labels as Labels;
  return own(words, `${model}.${key}`) ?? own(words, key);
}

/** What stands under a key; what a planner may write as a key, such as `toString`, is not found if it does not stand there. */
function own<Value>(mapping: Readonly<Record<string, Value>> | undefined, key: string | number): Value | undefined {
  return typeof mapping === 'object' && mapping !== null && Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}
