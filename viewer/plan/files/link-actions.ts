import { texts } from '../../language/language.ts';
import type { PlanDocument } from '../plan-document.ts';
import { plan } from '../plan.ts';
import { notices } from './notices.ts';
import { planFiles } from './plan-files.ts';
import { linkDataOf, planOfLink } from './plan-link.ts';

/** The screen of the plan, with a plan after it. */
const linkStart = '#plan/';

/** Puts the whole plan into an address, and that on the clipboard if the browser lets us. */
export async function sharePlan(): Promise<void> {
  const address = location.href.replace(/#.*$/s, '') + linkStart + (await linkDataOf(plan.document));
  let copied = true;
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    copied = false;
  }
  notices.show({ kind: 'link', address, copied });
}

/** Opens the plan in the page's address, if there is one. Asks first if the plan that is open has unsaved changes. */
export async function openLinkedPlan(): Promise<void> {
  const { hash } = location;
  if (!hash.startsWith(linkStart) || hash === linkStart) return;
  const read = await planOfLink(hash.slice(linkStart.length));
  // Else a reload would open it once more, over what has been done with it.
  history.replaceState(null, '', linkStart.slice(0, -1));
  if ('trouble' in read) {
    notices.show({ kind: 'refused', text: () => texts().plan.linkTrouble[read.trouble] });
  } else if (JSON.stringify(read.document) !== JSON.stringify(plan.document)) {
    if (planFiles.unsaved) notices.show({ kind: 'shared', document: read.document });
    else await openShared(read.document);
  }
}

/** Opens a plan that came by a link. */
export async function openShared(document: PlanDocument): Promise<void> {
  await planFiles.open(document);
  notices.show({ kind: 'said', text: () => texts().plan.linkOpened });
}
