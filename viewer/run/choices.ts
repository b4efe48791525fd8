import type { ScenarioHeading } from '../../scenarios/schema/index.ts';
import type { LocalisedText } from '../../sim-core/maternity/indicators/indicator.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { checker } from '../plan/checker/connection.ts';
import type { PlanCheck } from '../plan/checker/messages.ts';
import { interventionsIn, valueAt, type PlanDocument } from '../plan/plan-document.ts';
import { plan } from '../plan/plan.ts';
import { savedPlans } from '../plan/saved-plans.ts';
import { isToday } from '../plan/usual-scenarios.ts';
import { periodName } from './period.ts';
import type { ScenarioFacts } from './settings.ts';

/** The plan that is being edited, among what can be compared. */
export const editedPlan = 'plan';
const savedPrefix = 'saved:';

/** How a saved plan is named among what can be compared. */
export function savedChoice(id: string): string {
  return savedPrefix + id;
}

let headings: readonly ScenarioHeading[] = [];

/** The scenarios that come with the page; none until `readHeadings` is done. */
export function shippedHeadings(): readonly ScenarioHeading[] {
  return headings;
}

/** Reads what the scenarios are called that come with the page. @throws ScenarioError */
export async function readHeadings(): Promise<void> {
  headings = await checker().headings();
}

/** What is known of a choice without running it. */
export function factsOf(choice: string): ScenarioFacts {
  // Today's service is run over whatever time the other is about.
  if (isToday(choice)) return { period: undefined };
  if (choice !== editedPlan) {
    const heading = headings.find(({ id }) => id === choice);
    return { period: heading && periodName(heading.horizon) };
  }
  const { document, check, base } = plan;
  const origin = valueAt(document, ['extends']);
  const horizon = check?.kind === 'sound' ? check.inputs.horizon : base?.horizon;
  return {
    period: horizon && periodName(horizon),
    unchangedFrom: isUnchanged(document) && typeof origin === 'string' ? origin : undefined,
    unsound: check?.kind === 'unsound',
  };
}

/** What a choice is called; undefined until it is known, or when there is no such thing. */
export function nameOf(choice: string): LocalisedText | undefined {
  if (choice === editedPlan) return nameIn(plan.document);
  if (choice.startsWith(savedPrefix)) {
    const saved = savedPlans.list().find(({ id }) => savedChoice(id) === choice);
    return saved && { nb: saved.name, en: saved.name };
  }
  return headings.find(({ id }) => id === choice)?.name;
}

/** Two choices, ready to be run over the same time; undefined for one that does not exist, or is not sound. */
export async function bothInputs(
  choiceA: string,
  choiceB: string,
): Promise<[a: ModelInputs | undefined, b: ModelInputs | undefined]> {
  const [a, b] = (await Promise.all([checkOf(choiceA), checkOf(choiceB)])).map(soundInputs);
  if (a === undefined || b === undefined || periodName(a.horizon) === periodName(b.horizon)) return [a, b];
  if (isToday(choiceA)) return [await todayOver(choiceA, a, b.horizon), b];
  return [a, isToday(choiceB) ? await todayOver(choiceB, b, a.horizon) : b];
}

function soundInputs(check: PlanCheck | undefined): ModelInputs | undefined {
  return check?.kind === 'sound' ? check.inputs : undefined;
}

/** Today's service over another time than its own. */
async function todayOver(
  choice: string,
  { name, description }: ModelInputs,
  { start, end, warmUpDays }: ModelInputs['horizon'],
): Promise<ModelInputs | undefined> {
  const document = { schemaVersion: 1, extends: choice, name, description, horizon: { start, end, warmUpDays } };
  return soundInputs(await checker().check(document, choice));
}

async function checkOf(choice: string): Promise<PlanCheck | undefined> {
  if (choice === editedPlan) return plan.check ?? checker().check(plan.document, editedPlan);
  if (!choice.startsWith(savedPrefix)) return checker().shipped(choice);
  const id = choice.slice(savedPrefix.length);
  const saved = await savedPlans.get(id);
  return saved && checker().check(saved.document, id);
}

function isUnchanged(document: PlanDocument): boolean {
  return interventionsIn(document).length === 0 && Object.keys(document['inputs'] ?? {}).length === 0;
}

function nameIn(document: PlanDocument): LocalisedText {
  const text = (language: string): string => {
    const name = valueAt(document, ['name', language]);
    return typeof name === 'string' ? name : '';
  };
  return { nb: text('nb'), en: text('en') };
}
