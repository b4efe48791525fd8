import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { Path } from '../../../scenarios/schema/problems.ts';
import { shownView } from '../../frame/views.ts';
import { onLanguage, texts } from '../../language/language.ts';
import { plan } from '../plan.ts';
import { focusField } from './focus-field.ts';
import { FiguresPanel } from './figures-panel.ts';
import { formSchemas, type FormSchemas } from './schemas.ts';

/** All figures of the base data, folded away until they are asked for. */
export class PlanFigures extends HTMLElement {
  private schemas: FormSchemas | undefined;
  private failure: string | undefined;
  /** Counts the fields that the planner has gone into: what is typed in one go is undone in one step. */
  private visits = 0;
  private isOpen = false;
  private readonly figures = new FiguresPanel(
    () => this.show(),
    () => String(this.visits),
  );

  connectedCallback(): void {
    const showIfOpen = () => {
      if (this.isOpen) this.show();
    };
    plan.addEventListener('change', showIfOpen);
    plan.addEventListener('check', showIfOpen);
    shownView.addEventListener('change', showIfOpen);
    this.addEventListener('focusin', () => this.visits++);
    // What was typed is then shown as it is understood.
    this.addEventListener('focusout', () => queueMicrotask(showIfOpen));
    onLanguage(() => this.show());
  }

  /** Opens the figure at a path of the base data and goes to the field of its value. */
  goTo(path: Path): void {
    this.isOpen = true;
    void this.ready().then(() => {
      this.figures.open(path);
      this.show();
      focusField(this, ['inputs', ...path, ...(path.includes('value') ? [] : ['value'])], 'summary');
    });
  }

  private async ready(): Promise<void> {
    try {
      this.schemas ??= await formSchemas();
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  private show(): void {
    const { form } = texts();
    render(
      html`<details
        class="form-base"
        .open=${this.isOpen}
        @toggle=${(event: Event) => {
          const { open } = event.target as HTMLDetailsElement;
          if (open === this.isOpen) return;
          this.isOpen = open;
          this.show();
          if (open) void this.ready().then(() => this.show());
        }}
      >
        <summary>
          <h2 class="ds-heading">${form.figures}</h2>
          <span class="quiet">${form.figuresHelp}</span>
        </summary>
        ${this.content()}
      </details>`,
      this,
    );
  }

  private content(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { form } = texts();
    const data = plan.base?.data;
    if (this.failure !== undefined) {
      return html`<p class="ds-alert" data-color="danger" role="alert">${form.loadFailed(this.failure)}</p>`;
    }
    if (data === undefined || this.schemas === undefined) return html`<p class="quiet">${form.figuresWait}</p>`;
    return this.figures.view(data, this.schemas);
  }
}

customElements.define('plan-figures', PlanFigures);
