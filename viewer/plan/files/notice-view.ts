import { html, nothing, type TemplateResult } from 'lit-html';
import { problemCount, type Problem } from '../../../scenarios/schema/problems.ts';
import { number } from '../../language/format.ts';
import { language, texts } from '../../language/language.ts';
import { readable } from '../form/plan-problems.ts';
import { openShared } from './link-actions.ts';
import { notices, type Notice } from './notices.ts';
import { planFiles } from './plan-files.ts';
import { nameOf } from './plan-name.ts';

/** Problems of a file that are listed; the number of the others is told. */
const mostListed = 10;

/** Longer links than this, in characters, are cut by some e-mail programs. */
const longLink = 2000;

/** What the bar tells or asks. */
export function noticeView(notice: Notice | undefined): TemplateResult | typeof nothing {
  const { plan: words } = texts();
  if (notice === undefined) return nothing;
  switch (notice.kind) {
    case 'said':
      return box('info', html`<p>${notice.text()}</p>`, [
        ...(notice.action === undefined
          ? []
          : [choice(notice.action.label(), () => (notices.clear(), notice.action?.act()))]),
        close(),
      ]);
    case 'refused':
      return box('danger', html`<p>${notice.text()} ${words.presentPlanStays}</p>`, [close()]);
    case 'file':
      return fileView(notice);
    case 'link':
      return linkView(notice.address, notice.copied);
    case 'shared':
      return box('warning', html`<p>${words.linkAsks(nameOf(notice.document))}</p>`, [
        choice(words.keepOpenPlan, () => notices.clear()),
        choice(words.openShared, () => void openShared(notice.document)),
      ]);
  }
}

function fileView({ file, problems, document }: Extract<Notice, { kind: 'file' }>): TemplateResult {
  const { plan: words } = texts();
  const others = problemCount(problems) - mostListed;
  const content = html`
    <h2 class="ds-heading">${document ? words.unsound(file) : words.notRead(file)}</h2>
    <ul class="plan-problems">
      ${problems.slice(0, mostListed).map(problemView)}
      ${others > 0 ? html`<li>${words.moreProblems(number(others))}</li>` : nothing}
    </ul>
    <p>${words.presentPlanStays} ${document ? words.openAnywayHelp : nothing}</p>
  `;
  const openAnyway = (): void => {
    notices.clear();
    if (document) void planFiles.open(document);
  };
  return box('danger', content, [...(document ? [choice(words.openAnyway, openAnyway)] : []), close()]);
}

function problemView({ file, line, column, path, found, allowed, suggestion }: Problem): TemplateResult {
  const { plan: words } = texts();
  return html`
    <li>
      <span class="small">${words.place(file, String(line), String(column))}</span>
      ${path === '' ? nothing : html`<code>${path}</code>`}
      <span class="plan-problem">
        ${capital(readable(found[language()]))}. ${suggestion === undefined ? nothing : words.didYouMean(suggestion)}
        ${words.allowed}: ${readable(allowed[language()])}.
      </span>
    </li>
  `;
}

function linkView(address: string, copied: boolean): TemplateResult {
  const { plan: words } = texts();
  const content = html`
    ${copied ? html`<p>${words.linkCopied}</p>` : nothing}
    ${address.length > longLink ? html`<p>${words.linkIsLong(number(address.length))}</p>` : nothing}
    <label class="ds-label" for="plan-link">${words.linkByHand}</label>
    <input
      class="ds-input"
      id="plan-link"
      type="text"
      readonly
      .value=${address}
      @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
    />
  `;
  return box('info', content, [close()]);
}

function box(
  color: 'info' | 'warning' | 'danger',
  content: TemplateResult,
  choices: readonly TemplateResult[],
): TemplateResult {
  return html`
    <div class="ds-alert" data-color=${color} data-size="sm">
      <div class="plan-message">
        ${content}
        <div class="plan-tools">${choices}</div>
      </div>
    </div>
  `;
}

function close(): TemplateResult {
  const act = (event: Event): void => {
    // The button goes with the notice, and the focus must not be lost with it.
    const bar = (event.currentTarget as Element).closest('.plan-bar');
    notices.clear();
    bar?.querySelector<HTMLElement>('.plan-tools button')?.focus();
  };
  return choice(texts().plan.close, act, 'tertiary');
}

function choice(
  label: string,
  act: (event: Event) => void,
  variant: 'secondary' | 'tertiary' = 'secondary',
): TemplateResult {
  return html`<button class="ds-button" data-variant=${variant} data-size="sm" type="button" @click=${act}>
    ${label}
  </button>`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
