import { html, svg, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import { changeGroups, type ChangeGroup, type ChangeModel } from '../form/new-change.ts';
import { modelName, modelSentence } from '../form/names.ts';
import { shapeMark } from './model-shapes.ts';

/** Every kind of change that a plan can have, in groups, each as a button that adds one. */
export function addChangeView(onAdd: (model: ChangeModel) => void): TemplateResult {
  const { planMap } = texts();
  const add = (event: Event, model: ChangeModel) => {
    (event.currentTarget as Element).closest('details')!.open = false;
    onAdd(model);
  };
  return html`<details
    class="add-change"
    @keydown=${(event: KeyboardEvent) => {
      const details = event.currentTarget as HTMLDetailsElement;
      if (event.key !== 'Escape' || !details.open) return;
      details.open = false;
      details.querySelector('summary')!.focus();
    }}
  >
    <summary class="ds-button" data-variant="secondary" data-size="sm">${planMap.addOther}</summary>
    <div class="add-change-panel">
      <p class="small quiet">${planMap.addOtherHelp}</p>
      <div class="add-change-groups">
        ${Object.entries(changeGroups).map(
          ([group, models]) =>
            html`<section class="add-change-group" aria-labelledby="add-${group}">
              <h4 class="ds-label" id="add-${group}">${planMap.changeGroups[group as ChangeGroup]}</h4>
              <ul>
                ${models.map(
                  (model) =>
                    html`<li>
                      <button
                        class="add-change-model"
                        type="button"
                        data-model=${model}
                        @click=${(event: Event) => add(event, model)}
                      >
                        <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
                          ${svg`${shapeMark(model, 0, 0, 13)}`}
                        </svg>
                        <span
                          ><strong>${modelName(model)}</strong
                          ><span class="small quiet">${modelSentence(model)}</span></span
                        >
                      </button>
                    </li>`,
                )}
              </ul>
            </section>`,
        )}
      </div>
    </div>
  </details>`;
}
