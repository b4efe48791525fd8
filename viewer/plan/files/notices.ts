import type { Problem } from '../../../scenarios/schema/index.ts';
import type { PlanDocument } from '../plan-document.ts';

/** Something that the plan bar tells, or asks. Texts are functions, so that they follow the language of the page. */
export type Notice =
  | { kind: 'said'; text: () => string; action?: { label: () => string; act: () => void } }
  | { kind: 'refused'; text: () => string }
  /** A file that is not sound; `document` is there if it can be opened all the same. */
  | { kind: 'file'; file: string; problems: readonly Problem[]; document?: PlanDocument }
  | { kind: 'link'; address: string; copied: boolean }
  /** A plan from a link, while the plan that is open has unsaved changes. */
  | { kind: 'shared'; document: PlanDocument };

/** The latest notice; one at a time, because each is the answer to what the planner has just done. Sends `change`. */
class Notices extends EventTarget {
  current: Notice | undefined;

  show(notice: Notice): void {
    this.become(notice);
  }

  clear(): void {
    this.become(undefined);
  }

  private become(notice: Notice | undefined): void {
    this.current = notice;
    this.dispatchEvent(new Event('change'));
  }
}

/** What the plan bar tells. */
export const notices = new Notices();
