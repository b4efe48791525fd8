import type { ScenarioHeading } from '../../../scenarios/schema/index.ts';
import { checker } from '../checker/connection.ts';
import { newPlan } from '../new-plan.ts';
import { isToday } from '../usual-scenarios.ts';
import { planFiles } from './plan-files.ts';
import { asCopy } from './plan-name.ts';

/** The scenarios that come with the page, to start a plan from. Sends `change`. */
class ShippedStarts extends EventTarget {
  /** Undefined until they have been read. */
  headings: readonly ScenarioHeading[] | undefined;
  /** Why they could not be read, as the browser says it. */
  failure: string | undefined;

  /** Reads what they are called, if that has not been done. */
  async read(): Promise<void> {
    if (this.headings !== undefined) return;
    await this.tried(async () => {
      this.headings = await checker().headings();
    });
  }

  /** Starts a plan from one of them: from today's service an empty plan, from others a copy to be edited. */
  async start(id: string): Promise<void> {
    await this.tried(async () => {
      await planFiles.open(isToday(id) ? newPlan(id) : asCopy(await checker().documentOf(id)));
    });
  }

  private async tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failure = undefined;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** What a plan can start from. */
export const shippedStarts = new ShippedStarts();
