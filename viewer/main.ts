import { html, render } from 'lit-html';
import './compare/comparison-panel.ts';
import './compare/paper/board-paper.ts';
import { shownView, views, type View } from './frame/views.ts';
import { chooseLanguage, language, languageNames, languages, onLanguage, texts } from './language/language.ts';
import { keepOffline } from './offline/keep-offline.ts';
import './plan/files/plan-bar.ts';
import './plan/form/plan-figures.ts';
import './plan/form/plan-form.ts';
import './plan/map/plan-map.ts';
import './plan/posts/plan-posts.ts';
import './playback/people/detail-panel.ts';
import './playback/playback-panel.ts';
import { showFirstFigures } from './run/first-figures.ts';
import './run/run-panel.ts';
import { switchOf } from './switch.ts';
import './tour/page-tour.ts';
import type { PageTour } from './tour/page-tour.ts';

const page = document.querySelector<HTMLElement>('#page')!;

function show(): void {
  const { page: words } = texts();
  const { shown } = shownView;
  document.documentElement.lang = language();
  document.title = words.title;
  document.documentElement.dataset['view'] = shown;
  render(
    html`
      <a class="ds-skip-link" href="#main" @click=${goToContent}>${words.skip}</a>
      <header class="page-bar-line">
        <h1 class="ds-sr-only">${words.heading}</h1>
        <div class="frame page-bar">
          <span class="brand">${words.brand}</span>
          <nav aria-label=${words.parts}>
            ${views.map(
              (view) =>
                html`<a class="ds-link" href="#${view}" aria-current=${view === shown ? 'page' : 'false'}
                  >${words.views[view]}</a
                >`,
            )}
          </nav>
          <div class="language">
            ${switchOf({
              name: 'language',
              label: words.language,
              options: languages.map((code) => ({ value: code, text: languageNames[code], lang: code })),
              chosen: language(),
              onChoice: chooseLanguage,
            })}
          </div>
        </div>
        <run-panel></run-panel>
      </header>
      <main id="main" tabindex="-1" class="frame">
        ${part(
          'plan',
          html`<plan-bar></plan-bar><plan-map></plan-map><plan-form></plan-form><plan-posts></plan-posts
            ><plan-figures></plan-figures>`,
        )}
        ${part('compare', html`<comparison-panel></comparison-panel>`)}
        ${part('playback', html`<playback-panel></playback-panel>`)}
      </main>
      <board-paper></board-paper>
      <footer class="page-foot">
        <div class="frame">
          <p class="small quiet">${words.footer}</p>
          <p>
            <button
              class="ds-button"
              data-variant="tertiary"
              type="button"
              @click=${() => page.querySelector<PageTour>('page-tour')?.begin()}
            >
              ${texts().tour.again}
            </button>
          </p>
        </div>
      </footer>
      <page-tour></page-tour>
    `,
    page,
  );
}

/** The address names the screen, so that it must stay. */
function goToContent(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

function part(view: View, content: unknown): unknown {
  return html`<section class="part" id="${view}-part" ?hidden=${shownView.shown !== view}>${content}</section>`;
}

let former = shownView.shown;
shownView.addEventListener('change', () => {
  show();
  // Another screen begins at its top, wherever the former was scrolled to.
  if (shownView.shown !== former) scrollTo({ top: 0, behavior: 'instant' });
  former = shownView.shown;
});
onLanguage(show);
void showFirstFigures();
void keepOffline();
