import { html, nothing, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import { savedPlans, type NamedPlan } from '../saved-plans.ts';
import { notices } from './notices.ts';
import { planFiles } from './plan-files.ts';
import { nameOf } from './plan-name.ts';
import { momentText } from './status-text.ts';

/** The plan whose name is being written. */
let renaming: { id: string; name: string } | undefined;

/** The planner's own plans, to open, rename and delete. */
export function savedView(onOpen: (saved: NamedPlan) => void): TemplateResult {
  const { plan: words } = texts();
  const saved = savedPlans.list();
  return html`
    ${saved.length === 0 ? html`<p class="quiet">${words.noPlans}</p>` : nothing}
    <ul class="plan-saved">
      ${saved.map((plan) => (renaming?.id === plan.id ? renamingView(plan) : rowView(plan, onOpen)))}
    </ul>
    <div class="plan-tools">
      ${button(words.saveCopy, () => void saveCopy(), words.saveCopy)}
      ${
        planFiles.replaced === undefined
          ? nothing
          : button(words.takeBack(nameOf(planFiles.replaced.document)), () => void planFiles.takeBack())
      }
    </div>
  `;
}

function rowView(plan: NamedPlan, onOpen: (saved: NamedPlan) => void): TemplateResult {
  const { plan: words } = texts();
  const { id, name, savedAt } = plan;
  const isOpen = id === planFiles.savedId;
  return html`
    <li>
      <span class="plan-saved-name">${name}</span>
      <span class="small quiet">${words.savedAt(momentText(savedAt))}${isOpen ? ` · ${words.opened}` : ''}</span>
      <span class="plan-tools">
        ${button(words.open, () => onOpen(plan), words.openPlan(name))}
        ${button(words.rename, () => rename({ id, name }), words.renamePlan(name))}
        ${button(words.remove, () => void remove(id), words.removePlan(name))}
      </span>
    </li>
  `;
}

function renamingView(plan: NamedPlan): TemplateResult {
  const { plan: words } = texts();
  const submit = (event: Event): void => {
    event.preventDefault();
    const name = renaming?.name.trim() ?? '';
    rename(undefined);
    if (name !== '') void planFiles.rename(plan, name);
  };
  return html`
    <li>
      <form class="plan-tools" @submit=${submit}>
        <input
          class="ds-input"
          type="text"
          aria-label=${words.newNameOf(plan.name)}
          .value=${renaming?.name ?? ''}
          @input=${(event: Event) => {
            if (renaming) renaming.name = (event.target as HTMLInputElement).value;
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            rename(undefined);
          }}
        />
        <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">${words.keepName}</button>
        ${button(words.cancel, () => rename(undefined))}
      </form>
    </li>
  `;
}

function button(text: string, act: () => void, label?: string): TemplateResult {
  return html`<button
    class="ds-button"
    data-variant="tertiary"
    data-size="sm"
    type="button"
    aria-label=${label ?? nothing}
    @click=${act}
  >
    ${text}
  </button>`;
}

function rename(plan: typeof renaming): void {
  renaming = plan;
  savedPlans.dispatchEvent(new Event('change'));
  if (plan !== undefined) document.querySelector<HTMLInputElement>('.plan-saved input')?.focus();
}

async function saveCopy(): Promise<void> {
  const name = await planFiles.saveCopy();
  notices.show({ kind: 'said', text: () => texts().plan.copySaved(name) });
}

async function remove(id: string): Promise<void> {
  const removed = await savedPlans.remove(id);
  if (removed === undefined) return;
  notices.show({
    kind: 'said',
    text: () => texts().plan.removed(removed.name),
    action: { label: () => texts().plan.undoRemoval, act: () => void savedPlans.restore(removed) },
  });
  // The button that was pressed is gone with the plan.
  document.querySelector<HTMLElement>('.plan-notice button')?.focus();
}
