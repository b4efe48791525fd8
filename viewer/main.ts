import { html, render } from 'lit-html';
import './compare/comparison-panel.ts';
import { chooseLanguage, language, languageNames, languages, onLanguage, texts } from './language/language.ts';
import './playback/playback-panel.ts';
import './run/run-panel.ts';
import { switchOf } from './switch.ts';

const page = document.querySelector<HTMLElement>('#page')!;

onLanguage(() => {
  const { page: words, run, compare, playback } = texts();
  document.documentElement.lang = language();
  document.title = words.title;
  render(
    html`
      <a class="ds-skip-link" href="#main">${words.skip}</a>
      <header class="page-bar-line">
        <div class="frame page-bar">
          <span class="brand">${words.brand}</span>
          <nav aria-label=${words.parts}>
            <a class="ds-link" href="#run">${run.heading}</a>
            <a class="ds-link" href="#compare">${compare.heading}</a>
            <a class="ds-link" href="#playback">${playback.heading}</a>
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
      </header>
      <main id="main" tabindex="-1" class="frame">
        <div class="page-intro">
          <h1 class="ds-heading">${words.heading}</h1>
          <p class="ds-paragraph lead">${words.lead}</p>
        </div>
        <section class="part" id="run" aria-labelledby="run-heading"><run-panel></run-panel></section>
        <section class="part" id="compare" aria-labelledby="compare-heading">
          <comparison-panel></comparison-panel>
        </section>
        <section class="part" id="playback" aria-labelledby="playback-heading">
          <playback-panel></playback-panel>
        </section>
      </main>
      <footer class="page-foot">
        <div class="frame"><p class="small quiet">${words.footer}</p></div>
      </footer>
    `,
    page,
  );
});
