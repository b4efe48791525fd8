import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path, Problem } from '../../../scenarios/schema/problems.ts';
import type { JsonSchema } from '../../../scenarios/schema/schema-at.ts';
import { shownView } from '../../frame/views.ts';
import { onLanguage, texts } from '../../language/language.ts';
import { changesOf, modelOf } from '../files/changes.ts';
import type { PlanBar } from '../files/plan-bar.ts';
import { LongList } from '../long-list.ts';
import { interventionsIn } from '../plan-document.ts';
import { planSelection } from '../plan-selection.ts';
import { plan } from '../plan.ts';
import { changesList } from './changes-list.ts';
import { fieldId, ProblemShelf } from './field-context.ts';
import { wordOf } from './field-frame.ts';
import { fieldOrder } from './field-order.ts';
import { fieldsOf } from './fields.ts';
import { focusField, focusOn } from './focus-field.ts';
import { interventionContext } from './intervention-context.ts';
import { modelName, modelSentence } from './names.ts';
import type { PlanFigures } from './plan-figures.ts';
import { problemSentence } from './plan-problems.ts';
import { problemsList } from './problems-list.ts';
import { formSchemas, type FormSchemas } from './schemas.ts';

/** The list of what is changed from today, what is wrong with it, and the form of the open change. */
export class PlanForm extends HTMLElement {
  private schemas: FormSchemas | undefined;
  private failure: string | undefined;
  /** Counts the fields that the planner has gone into: what is typed in one go is undone in one step. */
  private visits = 0;
  private readonly changes = new LongList(() => this.show());
  private shown: { base: typeof plan.base; problems: readonly Problem[] } = { base: undefined, problems: [] };

  connectedCallback(): void {
    const show = () => this.show();
    plan.addEventListener('change', show);
    plan.addEventListener('check', () => {
      if (this.isAnswered()) return;
      this.show();
    });
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

  /** Whether a check says nothing that is not shown already. */
  private isAnswered(): boolean {
    return plan.base === this.shown.base && JSON.stringify(problemsNow()) === JSON.stringify(this.shown.problems);
  }

  private show(): void {
    if (shownView.shown !== 'plan') return;
    const { form } = texts();
    const data = plan.base?.data;
    const problems = problemsNow();
    this.shown = { base: plan.base, problems };
    const openFigure = (path: Path) => this.goTo(['inputs', ...path]);
    const model = this.openModel();
    const isEmpty = changesOf(plan.document, plan.base).length === 0 && problems.length === 0;
    if (model === undefined && isEmpty && this.failure === undefined) {
      render(nothing, this);
      return;
    }
    render(
      html`<section class="form-frame ${model === undefined ? '' : 'has-form'}" aria-labelledby="plan-changes-heading">
        <div class="form-side">
          ${data === undefined ? nothing : problemsList(problems, data, (path) => this.goTo(path))}
          ${changesList(data, this.changes, openFigure)}
        </div>
        ${model === undefined ? nothing : this.openView(model, data, problems)}
        ${
          this.failure === undefined
            ? nothing
            : html`<p class="ds-alert" data-color="danger" role="alert">${form.loadFailed(this.failure)}</p>`
        }
      </section>`,
      this,
    );
  }

  private openView(model: string, data: BaseData | undefined, problems: readonly Problem[]): TemplateResult {
    const { form } = texts();
    return html`<div class="form-main">
      <div class="form-head">
        <h2 class="ds-heading" id="plan-form-heading" tabindex="-1">${modelName(model) || form.heading}</h2>
        <button
          class="ds-button"
          type="button"
          data-variant="tertiary"
          data-size="sm"
          aria-label=${form.closeForm}
          @click=${() => this.close()}
        >
          ${form.close}
        </button>
      </div>
      ${this.formView(model, data, problems)}
    </div>`;
  }

  private close(): void {
    planSelection.openIntervention(undefined);
    focusOn(this.querySelector<HTMLElement>('.form-changes h2'));
  }

  private openModel(): string | undefined {
    const index = planSelection.intervention;
    const intervention = index === undefined ? undefined : interventionsIn(plan.document)[index];
    return intervention === undefined ? undefined : modelOf(intervention);
  }

  private formView(model: string, data: BaseData | undefined, problems: readonly Problem[]): unknown {
    const { form } = texts();
    const index = planSelection.intervention;
    if (index === undefined || this.failure !== undefined) return nothing;
    const schema = this.schemas?.interventions.get(model);
    if (data === undefined || this.schemas === undefined) return html`<p class="quiet">${form.loading}</p>`;
    if (schema === undefined) return html`<p>${form.unknownModel}</p>`;
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
    // What has been opened stays so when the last fault in it is mended: the planner is still there.
    const isOpen = unsound || this.querySelector<HTMLDetailsElement>('.form-more')?.open === true;
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
          : html`<details class="form-more" ?open=${isOpen}>
              <summary>${form.more}</summary>
              <p class="small quiet">${form.emptyMeansBase}</p>
              <div class="form-fields">${otherFields}</div>
            </details>`
      }
    `;
  }

  /** Opens an intervention and goes to its form: to the first field of a new one, otherwise to the heading. */
  openChange(index: number, isNew: boolean): void {
    planSelection.openIntervention(index);
    const first = isNew ? this.querySelector<HTMLElement>('.form-main :is(input, select, textarea)') : null;
    focusOn(first ?? this.querySelector<HTMLElement>('#plan-form-heading'));
  }

  /** Goes to the list of what is changed from today. */
  goToChanges(): void {
    focusOn(this.querySelector<HTMLElement>('.form-changes h2'));
  }

  /** Opens what a path of the document belongs to and goes to its field, or to the nearest that there is. */
  private goTo(path: Path): void {
    if (path[0] === 'inputs') {
      document.querySelector<PlanFigures>('plan-figures')?.goTo(path.slice(1));
      return;
    }
    if (path[0] !== 'interventions') {
      document.querySelector<PlanBar>('plan-bar')?.openAbout(path);
      return;
    }
    if (typeof path[1] === 'number') planSelection.openIntervention(path[1]);
    focusField(this, path, '#plan-form-heading');
  }
}

function problemsNow(): readonly Problem[] {
  const { latestCheck } = plan;
  return latestCheck?.kind === 'unsound' ? latestCheck.problems : [];
}

customElements.define('plan-form', PlanForm);
