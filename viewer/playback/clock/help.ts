import { html, render } from 'lit-html';
import { texts } from '../../language/language.ts';

type KeyName = keyof ReturnType<typeof texts>['playback']['keys'];

/** The keys of each command, in the order of the list. */
const keysOf: Record<KeyName, readonly string[]> = {
  play: [' '],
  hour: ['←', '→'],
  shift: ['Shift ←', 'Shift →'],
  event: [',', '.'],
  day: ['Page Down', 'Page Up'],
  ends: ['Home', 'End'],
  birth: ['B'],
  breach: ['R'],
  oneToOne: ['E'],
  diversion: ['D'],
  worstNight: ['N'],
  speed: ['<', '>'],
  zoom: ['−', '+'],
  sides: ['1', '2', '3'],
  help: ['?'],
};

/** The list of keyboard shortcuts, in a dialog. */
export class KeyHelp {
  readonly element = document.createElement('dialog');

  constructor() {
    this.element.className = 'key-help';
    this.element.setAttribute('aria-labelledby', 'key-help-heading');
  }

  /** Opens the list, in the language of the page. */
  open(): void {
    const { playback } = texts();
    render(
      html`
        <h3 class="ds-heading" id="key-help-heading">${playback.help}</h3>
        <p class="small quiet">${playback.helpLead} ${playback.timelineHelp}</p>
        <table class="ds-table small" data-color="neutral">
          <thead>
            <tr>
              <th scope="col">${playback.helpKey}</th>
              <th scope="col">${playback.helpDoes}</th>
            </tr>
          </thead>
          <tbody>
            ${(Object.keys(keysOf) as KeyName[]).map(
              (name) =>
                html`<tr>
                  <th scope="row">
                    ${keysOf[name].map((key) => html`<kbd>${key === ' ' ? playback.space : key}</kbd> `)}
                  </th>
                  <td>${playback.keys[name]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
        <form method="dialog">
          <button class="ds-button" data-variant="secondary">${playback.close}</button>
        </form>
      `,
      this.element,
    );
    if (!this.element.open) this.element.showModal();
  }
}
