import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path, Problem } from '../../../scenarios/schema/problems.ts';
import type { JsonSchema } from '../../../scenarios/schema/schema-at.ts';
import { shownView } from '../../frame/views.ts';
import { onLanguage, texts } from '../../language/language.ts';
import { modelOf } from '../files/changes.ts';
import { interventionsIn } from '../plan-document.ts';
import { planSelection } from '../plan-selection.ts';
import { plan } from '../plan.ts';
import { changesList } from './changes-list.ts';
import { fieldId, ProblemShelf } from './field-context.ts';
import { wordOf } from './field-frame.ts';
import { fieldOrder } from './field-order.ts';
import { fieldsOf } from './fields.ts';
import { FiguresPanel } from './figures-panel.ts';
import { interventionContext } from './intervention-context.ts';
import { modelName, modelSentence } from './names.ts';
import { problemSentence } from './plan-problems.ts';
import { problemsList } from './problems-list.ts';
import { formSchemas, type FormSchemas } from './schemas.ts';

/** The form of the open change, the list of what is changed from today, and all figures of the base data. */
export class PlanForm extends HTMLElement {
  private schemas: FormSchemas | undefined;
  private failure: string | undefined;
  /** Counts the fields that the planner has gone into: what is typed in one go is undone in one step. */
  private visits = 0;
  private figuresOpen = false;
  private readonly figures = new FiguresPanel(
    () => this.show(),
    () => String(this.visits),
  );

  connectedCallback(): void {
    const show = () => this.show();
    plan.addEventListener('change', show);
    plan.addEventListener('check', show);
    planSelection.addEventListener('change', show);
    shownView.addEventListener('change', show);
    this.addEventListener('focusin', () => this.visits++);
    // What was typed is then shown as it is understood.
    this.addEventListener('focusout', () => queueMicrotask(show));
    onLanguage(show);
    formSchemas().then(
      (schemas) => {
        this.schemas = schemas;
        this.show();
      },
      (error: unknown) => {
        this.failure = error instanceof Error ? error.message : String(error);
        this.show();
      },
    );
  }

  private show(): void {
    if (shownView.shown !== 'plan') return;
    const { form } = texts();
    const data = plan.base?.data;
    const check = plan.latestCheck;
    const problems = check?.kind === 'unsound' ? check.problems : [];
    const openFigure = (path: Path) => this.goTo(['inputs', ...path]);
    render(
      html`<section class="form-frame" aria-labelledby="plan-form-heading">
        <div class="form-side">
          ${data === undefined ? nothing : problemsList(problems, data, (path) => this.goTo(path))}
          ${changesList(data, openFigure)}
        </div>
        <div class="form-main">
          <h2 class="ds-heading" id="plan-form-heading" tabindex="-1">${this.heading()}</h2>
          ${
            this.failure === undefined
              ? this.formView(data, problems)
              : html`<p class="ds-alert" data-color="danger" role="alert">${form.loadFailed(this.failure)}</p>`
          }
        </div>
        <details
          class="form-base"
          .open=${this.figuresOpen}
          @toggle=${(event: Event) => {
            const { open } = event.target as HTMLDetailsElement;
            if (open === this.figuresOpen) return;
            this.figuresOpen = open;
            this.show();
          }}
        >
          <summary><h2 class="ds-heading">${form.figures}</h2></summary>
          ${this.figuresView(data)}
        </details>
      </section>`,
      this,
    );
  }

  private heading(): string {
    const model = this.openModel();
    return model === undefined ? texts().form.heading : modelName(model);
  }

  private openModel(): string | undefined {
    const index = planSelection.intervention;
    const intervention = index === undefined ? undefined : interventionsIn(plan.document)[index];
    return intervention === undefined ? undefined : modelOf(intervention);
  }

  private formView(data: BaseData | undefined, problems: readonly Problem[]): TemplateResult {
    const { form } = texts();
    const index = planSelection.intervention;
    const model = this.openModel();
    if (index === undefined || model === undefined) return html`<p class="quiet">${form.chooseChange}</p>`;
    const schema = this.schemas?.interventions.get(model);
    if (data === undefined || schema === undefined) return html`<p class="quiet">${form.loading}</p>`;
    return this.interventionView(index, model, schema, data, problems);
  }

  /** The fields are drawn before what stands above them, which has the problems that belong to none of them. */
  private interventionView(
    index: number,
    model: string,
    schema: JsonSchema,
    data: BaseData,
    problems: readonly Problem[],
  ): TemplateResult {
    const { form } = texts();
    const path = ['interventions', index];
    const shelf = new ProblemShelf(problems);
    const context = interventionContext(model, data, shelf, () => String(this.visits));
    const { usual, others } = fieldOrder(model, Object.keys(schema.properties ?? {}));
    const usualFields = fieldsOf(context, { path, schema }, usual);
    const unsound = others.some((key) => new ProblemShelf(problems).take([...path, key]).length > 0);
    const otherFields = fieldsOf(context, { path, schema }, others);
    const left = shelf.take(path);
    return html`
      <p class="quiet">${modelSentence(model)}</p>
      ${
        left.length === 0
          ? nothing
          : html`<div class="ds-alert" data-color="danger">
              <p>${form.formProblems}:</p>
              <ul>
                ${left.map((problem) => html`<li>${problemSentence(problem, (name) => wordOf({ data }, name))}</li>`)}
              </ul>
            </div>`
      }
      <div class="form-fields" id=${fieldId(path)} tabindex="-1">${usualFields}</div>
      ${
        others.length === 0
          ? nothing
          : html`<details class="form-more" ?open=${unsound}>
              <summary>${form.more}</summary>
              <p class="small quiet">${form.emptyMeansBase}</p>
              <div class="form-fields">${otherFields}</div>
            </details>`
      }
    `;
  }

  private figuresView(data: BaseData | undefined): unknown {
    if (!this.figuresOpen) return nothing;
    if (data === undefined || this.schemas === undefined) return html`<p class="quiet">${texts().form.figuresWait}</p>`;
    return this.figures.view(data, this.schemas);
  }

  /** Opens what a path of the document belongs to and goes to its field, or to the nearest that there is. */
  private goTo(path: Path): void {
    if (path[0] === 'interventions' && typeof path[1] === 'number') planSelection.openIntervention(path[1]);
    if (path[0] === 'inputs') {
      this.figuresOpen = true;
      this.figures.open(path.slice(1));
    }
    this.show();
    let field: HTMLElement | null = null;
    const full = path[0] === 'inputs' && !path.includes('value') ? [...path, 'value'] : path;
    for (let length = full.length; length > 0 && field === null; length--) {
      field = document.getElementById(fieldId(full.slice(0, length)));
    }
    field ??= this.querySelector('#plan-form-heading');
    for (let around = field?.closest('details'); around; around = around.parentElement?.closest('details')) {
      around.open = true;
    }
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }
}

customElements.define('plan-form', PlanForm);
