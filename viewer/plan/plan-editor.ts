import type { Scenario } from '../../scenarios/schema/index.ts';
import { checker } from './checker/connection.ts';
import type { PlanCheck } from './checker/messages.ts';
import type { PlanDocument } from './plan-document.ts';
import { usualScenario } from './usual-scenarios.ts';

/** What the plan is called in results. */
const planId = 'plan';

/**
 * The one plan that is being edited, with what can be undone and redone. Sends `change` when the document has changed and
 * `check` when it is known whether it is sound.
 */
export class PlanEditor extends EventTarget {
  document: PlanDocument;
  /** Of the document as it is now; undefined while it is being checked. */
  check: PlanCheck | undefined;
  /** The latest check there was, of this document or of one before it. */
  latestCheck: PlanCheck | undefined;
  /** The scenario that the plan starts from, with the passports of its figures; undefined until it has been read. */
  base: Scenario | undefined;
  private readonly past: PlanDocument[] = [];
  private readonly future: PlanDocument[] = [];
  private checks = 0;
  private baseId = '';

  constructor(document: PlanDocument) {
    super();
    this.document = document;
    void this.examine();
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Makes one change, which can be undone. A change that changes nothing is none. */
  edit(change: (document: PlanDocument) => PlanDocument): void {
    const next = change(this.document);
    if (JSON.stringify(next) === JSON.stringify(this.document)) return;
    this.past.push(this.document);
    this.future.length = 0;
    this.become(next);
  }

  /** Puts another plan in the place of this one; what was done before can't be undone. */
  open(document: PlanDocument): void {
    this.past.length = 0;
    this.future.length = 0;
    this.become(document);
  }

  undo(): void {
    const before = this.past.pop();
    if (before === undefined) return;
    this.future.push(this.document);
    this.become(before);
  }

  redo(): void {
    const after = this.future.pop();
    if (after === undefined) return;
    this.past.push(this.document);
    this.become(after);
  }

  private become(document: PlanDocument): void {
    this.document = document;
    this.check = undefined;
    this.dispatchEvent(new Event('change'));
    void this.examine();
  }

  private async examine(): Promise<void> {
    const turn = ++this.checks;
    const { document } = this;
    const baseId = typeof document['extends'] === 'string' ? document['extends'] : usualScenario;
    if (baseId !== this.baseId) {
      const base = await checker().shipped(baseId);
      if (base.kind === 'sound') {
        this.base = base.scenario;
        this.baseId = baseId;
      }
    }
    const check = await checker().check(document, planId);
    if (turn !== this.checks) return;
    this.check = check;
    this.latestCheck = check;
    this.dispatchEvent(new Event('check'));
  }
}
