import { group } from 'd3';
import type { Intervention } from '../../../scenarios/schema/index.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { date, kroner, number } from '../../language/format.ts';
import { language, localised, texts } from '../../language/language.ts';
import { originName } from '../../language/origin-name.ts';

/** Places that are named one by one; of more there is only told how many. */
const mostNamed = 6;
/** Lines that there is room for. */
const mostLines = 6;

/** What a plan changes from another, where and from when: a line for each model, and one for what there is no room for. */
export function planInShort(base: ModelInputs, plan: ModelInputs): string[] {
  const { paper } = texts();
  const before = new Set(base.interventions.map((intervention) => JSON.stringify(intervention)));
  const changes = plan.interventions.filter((intervention) => !before.has(JSON.stringify(intervention)));
  const byModel = group(changes, ({ model }) => model);
  const lines = [...byModel.values()].map((own) => lineOf(own, plan));
  const inputs = changedFigures(base.data, plan.data);
  if (inputs > 0) lines.push(paper.changedInputs(number(inputs)));
  if (lines.length === 0) return [paper.noChanges];
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), paper.moreChanges(number(lines.length - mostLines + 1))];
}

/** How many figures differ between two sets of base data; a list that differs is one. */
export function changedFigures(before: unknown, after: unknown): number {
  if (isMapping(before) && isMapping(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].reduce((sum, key) => sum + changedFigures(before[key], after[key]), 0);
  }
  return JSON.stringify(before) === JSON.stringify(after) ? 0 : 1;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Interventions of one model in one line. */
function lineOf(own: readonly Intervention[], inputs: ModelInputs): string {
  const { paper } = texts();
  const what = [paper.models[own[0]!.model], amountOf(own)].filter((part) => part !== undefined).join(', ');
  const places = [...new Set(own.flatMap((intervention) => placesOf(intervention, inputs)))];
  const where = places.length > mostNamed ? paper.places(number(places.length)) : listed(places);
  return [where === '' ? what : `${what}: ${where}`, whenOf(own)].join('; ');
}

function amountOf(own: readonly Intervention[]): string | undefined {
  const { paper } = texts();
  const total = (values: (intervention: Intervention) => number[]) =>
    own.flatMap(values).reduce((sum, value) => sum + value, 0);
  switch (own[0]!.model) {
    case 'continuity-teams':
      return paper.teams(number(total((one) => (one.model === 'continuity-teams' ? Object.values(one.teams) : []))));
    case 'combined-positions': {
      const posts = total((one) => (one.model === 'combined-positions' ? Object.values(one.districts) : []));
      return paper.posts(number(posts, Number.isInteger(posts) ? 0 : 1));
    }
    case 'grant':
      return kroner(total((one) => (one.model === 'grant' ? [one.kroner] : [])));
    default:
      return undefined;
  }
}

/** Names of the districts, sites and payers that an intervention is about. */
function placesOf(intervention: Intervention, { data }: ModelInputs): string[] {
  const written = intervention as Record<string, unknown>;
  const ids = ['teams', 'districts', 'origins', 'site', 'posts', 'from', 'employers'].flatMap((key) =>
    identifiersIn(written[key]),
  );
  const found = ids.length > 0 ? ids : identifiersIn(written['payer']);
  return found.map((id) => {
    const payer = data.economy.payers[id];
    return originName(data, id) ?? data.sites[id]?.name ?? (payer ? localised(payer.name) : id);
  });
}

function identifiersIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => (isMapping(one) ? identifiersOf(one) : identifiersIn(one)));
  return isMapping(value) ? Object.keys(value) : [];
}

/** Where posts of a unit are. */
function identifiersOf({ site, district }: Record<string, unknown>): string[] {
  return [site, district].flatMap((id) => (typeof id === 'string' ? [id] : []));
}

function whenOf(own: readonly Intervention[]): string {
  const { paper } = texts();
  const starts = own.map(({ start }) => start).toSorted();
  const ends = new Set(own.map(({ end }) => end));
  const [first, last] = [starts[0]!, starts.at(-1)!];
  if (first !== last) return paper.stepwise(date(first), date(last));
  const [end] = ends;
  return ends.size === 1 && end !== undefined ? paper.between(date(first), date(end)) : paper.from(date(first));
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(language()).format(names);
}
