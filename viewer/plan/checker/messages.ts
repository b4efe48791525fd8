import type { Problem, Scenario, ScenarioHeading } from '../../../scenarios/schema/index.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import type { PlanDocument } from '../plan-document.ts';

/** What is known of a plan: ready to be run, or why not. `scenario` is the same with the passport of every figure. */
export type PlanCheck =
  { kind: 'sound'; scenario: Scenario; inputs: ModelInputs } | { kind: 'unsound'; problems: readonly Problem[] };

/** What the worker that reads and checks scenarios offers through comlink, so that the page does not stand still. */
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
  /** Reads and checks the text of a file. The document is there if it is a mapping, sound or not. @param label the file, for the user */
  read(text: string, label: string): { document?: PlanDocument; check: PlanCheck };
}
