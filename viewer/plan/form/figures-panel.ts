import { html, nothing, type TemplateResult } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import { startsWith } from '../../../scenarios/schema/overrides.ts';
import { pathText, type Path } from '../../../scenarios/schema/problems.ts';
import { number } from '../../language/format.ts';
import { language, texts, type Language } from '../../language/language.ts';
import { plan } from '../plan.ts';
import { ProblemShelf, fieldId } from './field-context.ts';
import { fieldView } from './fields.ts';
import { checkView, selectView } from './filter-controls.ts';
import { figureContext } from './figure-context.ts';
import { overrideAt, withFigureSource, withoutFigure } from './figure-override.ts';
import { figuresIn, filtered, type FigureFilter, type ListedFigure } from './figures.ts';
import { figureTitle, figureWords, unitName } from './names.ts';
import { confidenceBadge, passportView } from './passport-view.ts';
import { figureValueSchema, type FormSchemas } from './schemas.ts';
import { typedText } from './typed-text.ts';
import { figureText } from './value-text.ts';

/** So many figures are drawn at a time: more would take longer than a frame may. */
const pageLength = 20;

/** The list of all base figures: searched, filtered, opened and changed. */
export class FiguresPanel {
  private filter: FigureFilter = { search: '', part: '', group: '', onlyAssumptions: false, onlyChanged: false };
  private page = 0;
  private opened = '';
  private listed: { figures: ListedFigure[]; data: BaseData; language: Language } | undefined;
  private readonly redraw: () => void;
  private readonly occasion: () => string;

  constructor(redraw: () => void, occasion: () => string) {
    this.redraw = redraw;
    this.occasion = occasion;
  }

  /** Shows the figure at a path of the base data, whatever was sought before. */
  open(path: Path): void {
    const data = plan.base?.data;
    if (data === undefined) return;
    const figures = this.figures(data);
    const index = figures.findIndex((figure) => startsWith(path, figure.path) || startsWith(figure.path, path));
    if (index < 0) return;
    this.filter = { search: '', part: '', group: '', onlyAssumptions: false, onlyChanged: false };
    this.opened = pathText(figures[index]!.path);
    this.page = Math.floor(index / pageLength);
    this.redraw();
  }

  view(data: BaseData, schemas: FormSchemas): TemplateResult {
    const { form } = texts();
    const figures = this.figures(data);
    const isChanged = ({ path }: ListedFigure) => overrideAt(plan.document, path, data) !== undefined;
    const found = filtered(figures, this.filter, isChanged);
    const pages = Math.max(1, Math.ceil(found.length / pageLength));
    this.page = Math.min(this.page, pages - 1);
    const first = this.page * pageLength;
    const shown = found.slice(first, first + pageLength);
    return html`
      ${this.filterView(figures, data)}
      <p class="small" role="status">
        ${found.length === 0 ? form.noneFound : form.found(number(found.length), number(figures.length))}
      </p>
      ${found.length === 0 ? nothing : this.tableView(shown, data, schemas)}
      ${pages > 1 ? this.pagerView(first, shown.length, pages) : nothing}
    `;
  }

  private figures(data: BaseData): ListedFigure[] {
    if (this.listed?.data !== data || this.listed.language !== language()) {
      const figures = figuresIn(data).map(({ path, figure }): ListedFigure => {
        const words = figureWords(path, data);
        const searched = [...words, unitName(figure.unit), figure.source, pathText(path)].join(' ').toLowerCase();
        return { path, figure, words, searched };
      });
      this.listed = { figures, data, language: language() };
    }
    return this.listed.figures;
  }

  private filterView(figures: readonly ListedFigure[], data: BaseData): TemplateResult {
    const { form } = texts();
    const { part, group } = this.filter;
    const parts = new Map(figures.map(({ path, words }) => [String(path[0]), words[0]!]));
    const groups = new Map(
      figures.flatMap(({ path }): [string, string][] =>
        part !== '' && path[0] === part && path.length > 1
          ? [[String(path[1]), figureWords(path.slice(0, 2), data)[1]!]]
          : [],
      ),
    );
    return html`<div class="form-filter">
      <div class="field">
        <label class="ds-label" for="figure-search">${form.search}</label>
        <input
          class="ds-input"
          id="figure-search"
          type="search"
          autocomplete="off"
          @input=${(event: Event) => this.set({ search: (event.target as HTMLInputElement).value })}
          ${typedText(this.filter.search, (typed) => typed === this.filter.search)}
        />
      </div>
      ${selectView('figure-part', form.part, form.allParts, parts, part, (value) =>
        this.set({ part: value, group: '' }),
      )}
      ${
        part === ''
          ? nothing
          : selectView('figure-group', form.group, form.allGroups, groups, group, (value) => this.set({ group: value }))
      }
      <div class="form-choices">
        ${checkView(form.onlyAssumptions, this.filter.onlyAssumptions, (checked) =>
          this.set({ onlyAssumptions: checked }),
        )}
        ${checkView(form.onlyChanged, this.filter.onlyChanged, (checked) => this.set({ onlyChanged: checked }))}
      </div>
    </div>`;
  }

  private tableView(shown: readonly ListedFigure[], data: BaseData, schemas: FormSchemas): TemplateResult {
    const { form } = texts();
    return html`<div class="wide-table" role="region" tabindex="0" aria-label=${form.figures}>
      <table class="ds-table form-figures" data-size="sm">
        <thead>
          <tr>
            <th scope="col">${form.figure}</th>
            <th scope="col">${form.value}</th>
            <th scope="col">${form.passportConfidence}</th>
            <th scope="col">${form.sourceAndYear}</th>
            <th scope="col"><span class="ds-sr-only">${form.change}</span></th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((figure) => this.rowView(figure, data, schemas))}
        </tbody>
      </table>
    </div>`;
  }

  private rowView(listed: ListedFigure, data: BaseData, schemas: FormSchemas): TemplateResult {
    const { form } = texts();
    const { path, figure, words } = listed;
    const text = pathText(path);
    const isOpen = this.opened === text;
    const own = overrideAt(plan.document, path, data);
    const shown = own ?? figure;
    const title = figureTitle(path, data);
    return html`<tr data-changed=${own === undefined ? 'false' : 'true'}>
        <th scope="row">
          <span class="small quiet form-part">${words[0]}</span>${title}${
            own === undefined ? nothing : html` <span class="form-changed small">${form.changedMark}</span>`
          }
        </th>
        <td>${figureText(shown, data)}</td>
        <td>${confidenceBadge(shown.confidence)}</td>
        <td class="small quiet">
          <span class="form-source" lang=${own === undefined ? 'en' : language()}>${sourceOf(shown)}</span>
        </td>
        <td>
          <button
            class="ds-button"
            type="button"
            data-variant="tertiary"
            data-size="sm"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-label=${isOpen ? form.closeFigure(title) : form.openFigure(title)}
            @click=${() => {
              this.opened = isOpen ? '' : text;
              this.redraw();
            }}
          >
            ${isOpen ? form.close : form.change}
          </button>
        </td>
      </tr>
      ${
        isOpen
          ? html`<tr class="form-opened">
              <td colspan="5">${this.openedView(listed, data, schemas)}</td>
            </tr>`
          : nothing
      }`;
  }

  private openedView({ path, figure }: ListedFigure, data: BaseData, schemas: FormSchemas): TemplateResult {
    const { form } = texts();
    const schema = figureValueSchema(schemas, path, data);
    const check = plan.latestCheck;
    const problems = new ProblemShelf(check?.kind === 'unsound' ? check.problems : []);
    const context = figureContext(path, data, problems, this.occasion);
    const own = overrideAt(plan.document, path, data);
    const sourceId = fieldId(['inputs', ...path, 'source']);
    return html`<div class="form-figure">
      <div class="form-fields">
        ${
          schema === undefined
            ? nothing
            : fieldView(context, {
                path: ['inputs', ...path, 'value'],
                key: String(path.at(-1)),
                schema,
                required: true,
                label: form.newValue,
              })
        }
        ${
          own === undefined
            ? nothing
            : html`<div class="field form-field">
                  <label class="ds-label" for=${sourceId}>${form.planSource}</label>
                  <input
                    class="ds-input"
                    id=${sourceId}
                    type="text"
                    autocomplete="off"
                    @input=${(event: Event) => {
                      const typed = (event.target as HTMLInputElement).value;
                      const source = typed.trim() === '' ? form.defaultSource : typed;
                      plan.edit(
                        (document) => withFigureSource(document, data, path, source),
                        `${sourceId} ${this.occasion()}`,
                      );
                    }}
                    ${typedText(own.source, (typed) => typed === own.source || typed.trim() === '')}
                  />
                </div>
                <p class="small">${form.beforeChange(figureText(figure, data))}</p>
                <button
                  class="ds-button form-reset"
                  type="button"
                  data-variant="secondary"
                  data-size="sm"
                  @click=${() => plan.edit((document) => withoutFigure(document, data, path))}
                >
                  ${form.resetFigure}
                </button>`
        }
      </div>
      ${passportView(figure, data)}
    </div>`;
  }

  private pagerView(first: number, count: number, pages: number): TemplateResult {
    const { form } = texts();
    const step = (name: string, by: number, disabled: boolean) =>
      html`<button
        class="ds-button"
        type="button"
        data-variant="secondary"
        data-size="sm"
        ?disabled=${disabled}
        @click=${() => {
          this.page += by;
          this.redraw();
        }}
      >
        ${name}
      </button>`;
    return html`<div class="form-buttons">
      ${step(form.previous, -1, this.page === 0)}
      <span class="small">${form.page(number(first + 1), number(first + count))}</span>
      ${step(form.next, 1, this.page === pages - 1)}
    </div>`;
  }

  private set(changes: Partial<FigureFilter>): void {
    this.filter = { ...this.filter, ...changes };
    this.page = 0;
    this.redraw();
  }
}

function sourceOf({ source, year }: { source: string; year?: number | string | undefined }): string {
  return year === undefined ? source : texts().form.sourceOfYear(source, String(year));
}
