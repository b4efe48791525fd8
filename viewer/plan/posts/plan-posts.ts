import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import type { Profession } from '../../../sim-core/maternity/staff/person.ts';
import { shownView } from '../../frame/views.ts';
import { date, number } from '../../language/format.ts';
import { onLanguage, texts } from '../../language/language.ts';
import { switchOf } from '../../switch.ts';
import { numberIn } from '../form/number-text.ts';
import { typedText } from '../form/typed-text.ts';
import type { PlanDocument } from '../plan-document.ts';
import { plan } from '../plan.ts';
import { balanceOn, plannedPosts, professionsOf, type Balance } from './balance.ts';
import { choicesOf, moveForm, type DraftFault, type MoveDraft } from './move-form.ts';
import { withMovedPosts, type MoveFault } from './move-posts.ts';
import { payerBars } from './payer-bars.ts';
import { postsTable } from './posts-table.ts';

/** Moves posts, and shows by arithmetic what the plan does to posts and fixed costs. */
export class PlanPosts extends HTMLElement {
  /** Of the latest plan without faults. */
  private inputs: ModelInputs | undefined;
  private known: { inputs: ModelInputs; day: string; balance: Balance } | undefined;
  /** As it was typed; the end of the horizon, until something is. */
  private day: string | undefined;
  private profession: Profession = 'midwife';
  private draft: MoveDraft | undefined;
  private fault: DraftFault | undefined;
  private announcement = '';
  /** The table has a row for each place of work, and is only drawn where it is seen. */
  private arePlacesOpen = false;

  connectedCallback(): void {
    const takeCheck = () => {
      if (plan.check?.kind === 'sound') this.inputs = plan.check.inputs;
      this.show();
    };
    plan.addEventListener('check', takeCheck);
    shownView.addEventListener('change', () => this.show());
    onLanguage(takeCheck);
  }

  private move(inputs: ModelInputs): void {
    const { posts } = texts();
    const draft = this.draftIn(inputs);
    const { from, to, posts: typed, start } = draft;
    const choices = choicesOf(inputs, this.balance(inputs, this.dayOf(inputs)), plan.document);
    const [source, target] = [from, to].map((key) => choices.find((choice) => choice.key === key));
    const count = numberIn(typed);
    if (!source || !target) return this.complain({ kind: 'place' });
    if (count === undefined || count <= 0) return this.complain({ kind: 'count' });
    if (!/^\d{4}-\d{2}-\d{2}$/.test(start)) return this.complain({ kind: 'start' });
    const { end } = inputs.horizon;
    if (start > end) return this.complain({ kind: 'period', end });
    const present = plannedPosts(balanceOn(inputs, start), source.place);
    const moved = withMovedPosts(plan.document, { from: source.place, to: target.place, posts: count, start }, present);
    if (isFault(moved)) return this.complain(moved);
    this.fault = undefined;
    this.draft = { ...draft, posts: '' };
    this.announcement = posts.moved(number(count, 1), source.name, target.name);
    plan.edit(() => moved);
    this.show();
  }

  private complain(fault: DraftFault): void {
    this.fault = fault;
    this.announcement = '';
    this.show();
    this.querySelector<HTMLElement>('.posts-move [aria-invalid="true"]')?.focus();
  }

  private show(): void {
    if (shownView.shown !== 'plan') return;
    const { posts } = texts();
    const { inputs } = this;
    const isUnsound = plan.latestCheck?.kind === 'unsound';
    render(
      html`
        <h2 class="ds-heading" id="posts-heading">${posts.heading}</h2>
        <p class="ds-paragraph lead">${posts.lead}</p>
        ${
          isUnsound
            ? html`<p class="ds-alert" data-color="info">${inputs === undefined ? posts.unsoundYet : posts.unsound}</p>`
            : nothing
        }
        ${inputs === undefined ? (isUnsound ? nothing : html`<p class="quiet">${posts.waiting}</p>`) : this.content(inputs)}
        <p class="ds-sr-only" role="status">${this.announcement}</p>
      `,
      this,
    );
  }

  private content(inputs: ModelInputs): TemplateResult {
    const { posts } = texts();
    const day = this.dayOf(inputs);
    const balance = this.balance(inputs, day);
    const draft = this.draftIn(inputs);
    return html`
      <h3 class="ds-heading">${posts.moveHeading}</h3>
      ${moveForm(draft, choicesOf(inputs, balance, plan.document), this.fault, {
        onChange: (changes) => {
          this.draft = { ...this.draftIn(inputs), ...changes };
          this.fault = undefined;
          this.show();
        },
        onMove: () => this.move(inputs),
      })}
      <h3 class="ds-heading">${posts.payersHeading}</h3>
      ${this.dayField(inputs, day)} ${payerBars(inputs, balance)}
      <p class="small quiet measure">${posts.arithmetic}</p>
      <details
        class="posts-places"
        @toggle=${(event: Event) => {
          const { open } = event.target as HTMLDetailsElement;
          if (open === this.arePlacesOpen) return;
          this.arePlacesOpen = open;
          this.show();
        }}
      >
        <summary>${posts.placesHeading}</summary>
        ${this.arePlacesOpen ? this.placesView(inputs, balance) : nothing}
      </details>
    `;
  }

  private placesView(inputs: ModelInputs, balance: Balance): TemplateResult {
    const { posts } = texts();
    return html`
      ${switchOf<Profession>({
        name: 'posts-profession',
        label: posts.profession,
        options: professionsOf(balance).map((value) => ({ value, text: posts.professions[value] })),
        chosen: this.profession,
        onChoice: (profession) => {
          this.profession = profession;
          this.show();
        },
      })}
      ${postsTable(inputs, balance, this.profession)}
    `;
  }

  private dayField({ horizon }: ModelInputs, shown: string): TemplateResult {
    const { posts } = texts();
    const isFaulty = this.day !== undefined && this.day !== shown;
    return html`
      <div class="field posts-day">
        <label class="ds-label" for="posts-day">${posts.onDay}</label>
        <input
          class="ds-input"
          type="date"
          id="posts-day"
          min=${horizon.start}
          max=${horizon.end}
          aria-invalid=${isFaulty ? 'true' : 'false'}
          aria-describedby="posts-day-fault"
          @change=${(event: Event) => {
            this.day = (event.target as HTMLInputElement).value;
            this.show();
          }}
          ${typedText(this.day ?? shown, (typed) => typed === this.day)}
        />
        <div id="posts-day-fault">
          ${
            isFaulty
              ? html`<p class="ds-validation-message" data-field="validation">
                  ${posts.dayFault(date(horizon.start), date(horizon.end))}
                </p>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** What stands in the form: until something is typed, that posts are moved from the first day of the period on. */
  private draftIn({ horizon }: ModelInputs): MoveDraft {
    return this.draft ?? { from: '', to: '', posts: '', start: horizon.start };
  }

  /** The day that is shown: the one that was asked for, if it lies in the horizon, or else the last. */
  private dayOf({ horizon }: ModelInputs): string {
    const { day } = this;
    return day !== undefined && horizon.start <= day && day <= horizon.end ? day : horizon.end;
  }

  private balance(inputs: ModelInputs, day: string): Balance {
    if (this.known?.inputs !== inputs || this.known.day !== day) {
      this.known = { inputs, day, balance: balanceOn(inputs, day) };
    }
    return this.known.balance;
  }
}

function isFault(moved: PlanDocument | MoveFault): moved is MoveFault {
  return !('interventions' in moved);
}

customElements.define('plan-posts', PlanPosts);
