import { html, nothing, render, type TemplateResult } from 'lit-html';
import { shownView, type View } from '../frame/views.ts';
import { number } from '../language/format.ts';
import { onLanguage, texts } from '../language/language.ts';

const storageKey = 'fodesim.tour';
const steps = ['answer', 'plan', 'run', 'playback'] as const;

/** The screen of each step, and what is marked on it. */
const places: Record<(typeof steps)[number], { view: View; target: string }> = {
  answer: { view: 'compare', target: 'nav a[href="#compare"]' },
  plan: { view: 'plan', target: 'nav a[href="#plan"]' },
  run: { view: 'plan', target: 'run-panel' },
  playback: { view: 'playback', target: 'nav a[href="#playback"]' },
};

/** Whether somebody has been sent a plan in the address: that, and not the example, is what they have come for. */
function opensPlan(): boolean {
  return location.hash.startsWith('#plan/');
}

/** Four steps through the page for those who see it for the first time. It stands beside the page and can be left at any time. */
export class PageTour extends HTMLElement {
  private step: number | undefined = isSeen() || opensPlan() ? undefined : 0;

  connectedCallback(): void {
    onLanguage(() => this.show());
    this.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.leave();
    });
  }

  /** Begins anew, for whoever asks for it. */
  begin(): void {
    this.goTo(0);
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  private goTo(step: number): void {
    this.step = step;
    shownView.show(places[steps[step]!].view);
    this.show();
  }

  private leave(): void {
    this.step = undefined;
    try {
      localStorage.setItem(storageKey, 'seen');
    } catch {
      // Storage may be forbidden by the browser's settings; the tour then comes back on the next visit.
    }
    this.show();
  }

  private show(): void {
    for (const marked of document.querySelectorAll('.tour-target')) marked.classList.remove('tour-target');
    const { step } = this;
    if (step !== undefined) document.querySelector(places[steps[step]!].target)?.classList.add('tour-target');
    render(step === undefined ? nothing : this.card(step), this);
  }

  private card(step: number): TemplateResult {
    const { tour } = texts();
    const { heading, text } = tour.steps[steps[step]!];
    const isLast = step === steps.length - 1;
    const button = (label: string, variant: string, onClick: () => void): TemplateResult =>
      html`<button class="ds-button" data-variant=${variant} type="button" @click=${onClick}>${label}</button>`;
    return html`
      <section class="tour" aria-label=${tour.label}>
        <div aria-live="polite">
          <p class="small quiet">${tour.step(number(step + 1), number(steps.length))}</p>
          <h2 class="ds-heading" data-size="2xs" tabindex="-1">${heading}</h2>
          <p class="small">${text}</p>
        </div>
        <div class="tour-buttons">
          ${isLast ? nothing : button(tour.skip, 'tertiary', () => this.leave())}
          ${step > 0 ? button(tour.back, 'secondary', () => this.goTo(step - 1)) : nothing}
          ${
            isLast
              ? button(tour.finish, 'primary', () => this.leave())
              : button(tour.next, 'primary', () => this.goTo(step + 1))
          }
        </div>
      </section>
    `;
  }
}

function isSeen(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}

customElements.define('page-tour', PageTour);
