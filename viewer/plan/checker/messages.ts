import type { Problem, Scenario, ScenarioHeading } from '../../../scenarios/schema/index.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import type { PlanDocument } from '../plan-document.ts';

/** What is known of a plan: ready to be run, or why not. `scenario` is the same with the passport of every figure. */
export type PlanCheck =
  { kind: 'sound'; scenario: Scenario; inputs: ModelInputs } | { kind: 'unsound'; problems: readonly Problem[] };

/** What the worker that reads and checks scenarios can do. Each throws ScenarioError when a file that comes with the page is unsound. */
export interface PlanChecker {
  /** Scenarios that come with the page, the usual first one first. */
  headings(): ScenarioHeading[];
  /** A scenario that comes with the page. */
  shipped(id: string): PlanCheck;
  /**
   * A scenario that comes with the page as a document to be edited: it extends one without interventions, and has every
   * change of those in between.
   */
  documentOf(id: string): PlanDocument;
  /** Checks a document with everything it rests on. @param id what the scenario is called in results */
  check(document: PlanDocument, id: string): PlanCheck;
  /**
   * Reads and checks the text of a file. The document is there if it is a mapping, sound or not; changes of scenarios that
   * it extends are taken over into it. @param label the file, for the user
   */
  read(text: string, label: string): { document?: PlanDocument; check: PlanCheck };
  /** A document as the text of a file in YAML, its keys in the order that the scenarios of the page have. */
  textOf(document: PlanDocument): string;
}

/** The same from the page's side, where every answer has to be waited for. */
export type RemotePlanChecker = {
  [Method in keyof PlanChecker]: (
    ...given: Parameters<PlanChecker[Method]>
  ) => Promise<ReturnType<PlanChecker[Method]>>;
};
