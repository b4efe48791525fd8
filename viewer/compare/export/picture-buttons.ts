import { html, type TemplateResult } from 'lit-html';
import { date, number } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import type { Figures } from '../../run/session.ts';
import { download, fileName } from './download.ts';
import { picture, standaloneDrawing } from './picture.ts';

/** Buttons that save a drawing of the page as PNG and SVG. @param drawing what is in sight when one is pressed */
export function pictureButtons(
  title: string,
  sources: readonly string[],
  drawing: () => SVGSVGElement | null,
): TemplateResult {
  const { compare } = texts();
  const save = (as: 'png' | 'svg') => async (event: Event) => {
    const shown = drawing();
    if (shown === null) return;
    const button = event.currentTarget as HTMLElement;
    const standalone = standaloneDrawing(shown, title, sources);
    try {
      const content = as === 'svg' ? new Blob([standalone.text], { type: 'image/svg+xml' }) : await picture(standalone);
      download(fileName(title, as), content);
    } catch {
      button.closest('.picture-buttons')?.querySelector('[role="alert"]')?.append(compare.pictureFailed);
    }
  };
  const button = (as: 'png' | 'svg', text: string) =>
    html`<button
      class="ds-button"
      data-variant="tertiary"
      data-size="sm"
      type="button"
      data-picture=${as}
      aria-label=${compare.pictureOf(text, title)}
      @click=${save(as)}
    >
      ${text}
    </button>`;
  return html`<div class="picture-buttons">
    ${button('png', compare.savePicture)} ${button('svg', compare.saveDrawing)}
    <p class="small" role="alert"></p>
  </div>`;
}

/** Where the figures of a drawing come from, so that they can be made again. */
export function sourceLine({ comparison, replications }: Figures): string {
  const { compare } = texts();
  const { a, b, seed } = comparison;
  const period = compare.factPeriodValue(date(a.horizon.start), date(a.horizon.end));
  return compare.sourceLine(localised(a.name), localised(b.name), number(replications), seed, period);
}
