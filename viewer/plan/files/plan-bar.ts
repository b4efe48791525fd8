import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { Path } from '../../../scenarios/schema/problems.ts';
import { shownView } from '../../frame/views.ts';
import { number } from '../../language/format.ts';
import { language, onLanguage, texts } from '../../language/language.ts';
import { focusField, focusOn } from '../form/focus-field.ts';
import type { PlanForm } from '../form/plan-form.ts';
import { plan } from '../plan.ts';
import { savedPlans } from '../saved-plans.ts';
import { aboutView } from './about-view.ts';
import { changesOf } from './changes.ts';
import { downloadPlan, openFile, takeDroppedFiles } from './file-actions.ts';
import { openLinkedPlan, sharePlan } from './link-actions.ts';
import { noticeView } from './notice-view.ts';
import { notices } from './notices.ts';
import { planFiles } from './plan-files.ts';
import { nameOf, otherLanguage } from './plan-name.ts';
import { nameField } from './plan-fields.ts';
import { savedView } from './saved-view.ts';
import { shippedStarts } from './shipped-starts.ts';
import { startsView } from './starts-view.ts';
import { statusText } from './status-text.ts';
import { stepButton } from './step-button.ts';
import { listenForStepKeys } from './step-keys.ts';
import { warningsView } from './warnings-view.ts';

/** What can be opened below the bar, one at a time. */
const panels = ['starts', 'mine', 'about'] as const;
type Panel = (typeof panels)[number];

/** The bar above the plan: its name, undo and redo, saving, opening, files and links. */
export class PlanBar extends HTMLElement {
  private panel: Panel | undefined;
  private isHeldOver = false;

  connectedCallback(): void {
    const show = (): void => this.show();
    for (const source of [planFiles, savedPlans, notices, shippedStarts]) source.addEventListener('change', show);
    plan.addEventListener('change', () => {
      // The address holds the plan as it was.
      if (notices.current?.kind === 'link') notices.clear();
      show();
    });
    plan.addEventListener('check', show);
    onLanguage(show);
    listenForStepKeys(() => shownView.shown === 'plan');
    takeDroppedFiles((isOver) => {
      this.isHeldOver = isOver;
      show();
    });
    void planFiles.restore().then(openLinkedPlan);
    addEventListener('hashchange', () => void openLinkedPlan());
  }

  private show(): void {
    const { plan: words } = texts();
    render(
      html`
        <section class="plan-bar ${this.isHeldOver ? 'plan-bar-drop' : ''}" aria-label=${words.bar}>
          <div class="plan-bar-line">
            ${nameField()}
            <p class="small quiet plan-status" role="status">${statusText()}</p>
            <div class="plan-steps">${stepButton('undo')} ${stepButton('redo')}</div>
          </div>
          <div class="plan-bar-line plan-tools">
            ${tool(words.save, () => void planFiles.save(), 'secondary')}
            ${tool(words.create, () => this.openAnother(() => planFiles.openNew()))}
            ${this.disclosure('starts', words.startFrom)} ${this.disclosure('mine', this.countedPlans())}
            ${tool(words.upload, () => this.querySelector<HTMLInputElement>('.plan-upload')?.click())}
            <input
              class="plan-upload"
              type="file"
              accept=".yaml,.yml,.json"
              aria-label=${words.upload}
              hidden
              @change=${openChosen}
            />
            ${tool(words.download, () => void downloadPlan())} ${tool(words.share, () => void sharePlan())}
            ${this.disclosure('about', words.about)} ${this.changesLink()}
          </div>
          ${this.isHeldOver ? html`<p class="plan-drop-hint">${words.drop}</p>` : nothing}
          ${
            this.panel === undefined
              ? nothing
              : html`<div class="plan-panel" id="plan-panel" @keydown=${(event: KeyboardEvent) => this.closeBy(event)}>
                  ${this.content(this.panel)}
                </div>`
          }
          ${warningsView()}
          <div class="plan-notice" aria-live="polite">${noticeView(notices.current)}</div>
        </section>
      `,
      this,
    );
  }

  private content(panel: Panel): unknown {
    switch (panel) {
      case 'starts':
        return startsView((id) => this.openAnother(() => shippedStarts.start(id)));
      case 'mine':
        return savedView((saved) => this.openAnother(() => planFiles.openSaved(saved)));
      case 'about':
        return aboutView();
    }
  }

  private disclosure(panel: Panel, label: string): TemplateResult {
    const isOpen = this.panel === panel;
    return html`<button
      class="ds-button plan-disclosure"
      data-variant="tertiary"
      data-size="sm"
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls=${isOpen ? 'plan-panel' : nothing}
      data-panel=${panel}
      @click=${() => {
        this.panel = isOpen ? undefined : panel;
        if (this.panel === 'starts' || this.panel === 'about') void shippedStarts.read();
        this.show();
      }}
    >
      ${label}
    </button>`;
  }

  /** Shows what the plan is about, its period and what it starts from, and goes to the field of a path of the document. */
  openAbout(path: Path): void {
    this.panel = 'about';
    void shippedStarts.read();
    this.show();
    const [key, of] = path;
    if (key === 'name') focusOn(document.getElementById(of === otherLanguage() ? 'plan-other-name' : 'plan-name'));
    else if (key === 'description') focusOn(document.getElementById(`plan-description-${of ?? language()}`));
    else focusField(this, path, '#plan-panel :is(input, textarea)');
  }

  /** Another plan takes the place of this one; what the bar said of the former holds no more. */
  private openAnother(open: () => Promise<void>): void {
    const before = planFiles.replaced;
    notices.clear();
    this.closePanel();
    void open().then(() => {
      if (planFiles.replaced !== before) tellOfReplaced();
    });
  }

  private closeBy(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) this.closePanel();
  }

  /** The focus goes back to the button that opened the panel, if it was in it. */
  private closePanel(): void {
    const { panel } = this;
    const hadFocus = this.querySelector('#plan-panel')?.contains(document.activeElement) === true;
    this.panel = undefined;
    this.show();
    if (hadFocus) this.querySelector<HTMLElement>(`[data-panel='${panel}']`)?.focus();
  }

  private countedPlans(): string {
    const { length } = savedPlans.list();
    return length === 0 ? texts().plan.myPlans : texts().plan.myPlansCount(number(length));
  }

  /** How many changes the plan has; it leads to their list. */
  private changesLink(): TemplateResult | typeof nothing {
    const { length } = changesOf(plan.document, plan.base);
    if (length === 0) return nothing;
    return tool(texts().plan.changesCount(number(length)), () =>
      document.querySelector<PlanForm>('plan-form')?.goToChanges(),
    );
  }
}

/** The plan that was left with unsaved changes can be had back. */
function tellOfReplaced(): void {
  const { replaced } = planFiles;
  if (replaced === undefined) return;
  notices.show({
    kind: 'said',
    text: () => texts().plan.replaced(nameOf(replaced.document)),
    action: { label: () => texts().plan.takeBack(nameOf(replaced.document)), act: () => void planFiles.takeBack() },
  });
}

function tool(label: string, act: () => void, variant: 'secondary' | 'tertiary' = 'tertiary'): TemplateResult {
  return html`<button class="ds-button" data-variant=${variant} data-size="sm" type="button" @click=${act}>
    ${label}
  </button>`;
}

function openChosen(event: Event): void {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  if (file !== undefined) void openFile(file);
  // So that the same file can be chosen again once it has been mended.
  input.value = '';
}

customElements.define('plan-bar', PlanBar);
