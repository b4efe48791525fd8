import { html, nothing, type TemplateResult } from 'lit-html';
import { localised, texts } from '../../language/language.ts';
import type { Selected, Side } from '../selection.ts';
import type { ListName } from './lists-view.ts';
import { providerName, womanName } from './names.ts';
import { ruleName } from './person-view.ts';
import type { Indexed } from './plans.ts';
import { small } from './tables.ts';

/** What the panel shows: somebody or something that is chosen, or one of the lists. */
export type Shown = { kind: 'selected'; selected: Selected } | { kind: 'list'; side: Side; list: ListName };

function titleOf(shown: Shown, { recording }: Indexed): string {
  const { people } = texts();
  if (shown.kind === 'list') return people.lists[shown.list];
  const { selected } = shown;
  switch (selected.kind) {
    case 'woman':
      return womanName(selected.woman);
    case 'midwife':
      return providerName(recording, selected.person);
    case 'breach':
      return people.why.heading(ruleName(recording, selected.breach));
    case 'women':
      return selected.title;
  }
}

/** What stands above it: what it is, whose plan, and the ways back. @param onBack undefined when there is nothing to go back to */
export function headOf(
  shown: Shown,
  here: Indexed,
  onBack: (() => void) | undefined,
  onClose: () => void,
): TemplateResult {
  const { people } = texts();
  return html`<div class="details-head">
    <div>
      <h4 class="ds-heading details-title" tabindex="-1">${titleOf(shown, here)}</h4>
      <p class="small quiet">${localised(here.recording.inputs.name)}</p>
    </div>
    <div class="details-buttons">${onBack ? small(people.back, onBack) : nothing} ${small(people.close, onClose)}</div>
  </div>`;
}
