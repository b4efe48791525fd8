import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { unitName, siteName, unitsIn } from './names.ts';
import { personButton, personMark } from './person-mark.ts';
import { isAway, personLooks, worksOverHours } from './person-looks.ts';
import type { Picture, StageActions } from './picture.ts';
import { boxOf, Still } from './still.ts';
import { lookCounts, unitRows, type RowGroup, type UnitRow } from './unit-rows.ts';
import { zoomKey } from './zoom.ts';

/** The looks that are counted beside the heading of a group. */
const countedLooks = personLooks.filter((look) => look !== 'off' && !isAway(look));

/** Everybody of the service in rows by unit and team, those of what is zoomed to. Only open groups are drawn. */
export class PeopleBoard {
  readonly element = boxOf('people-board');
  private readonly still = new Still(this.element);
  private readonly actions: StageActions;
  /** Groups that somebody has opened or closed, by key and zoom. */
  private readonly toggled = new Map<string, boolean>();
  private latest: Picture | undefined;

  constructor(actions: StageActions) {
    this.actions = actions;
  }

  show(picture: Picture): void {
    this.latest = picture;
    const { recording, activity, zoom } = picture;
    const groups = unitRows(unitsIn(recording), recording.playback.people.unit, activity.people, zoom);
    const key = [
      picture.wardsKey,
      picture.litPerson,
      ...groups.map((group) => (this.isOpen(group, picture) ? this.fullKey(group, picture) : countKey(group))),
    ].join('|');
    this.still.show(key, () => groups.map((group) => this.group(group, picture)));
  }

  private isOpen(group: RowGroup, { zoom }: Picture): boolean {
    return this.toggled.get(group.key + zoomKey(zoom)) ?? zoom.level !== 'city';
  }

  private fullKey({ rows }: RowGroup, { activity }: Picture): string {
    return rows
      .flatMap(({ people }) =>
        people
          .filter(({ look }) => look !== 'off')
          .map(({ person, look }) => {
            const { woman, until } = activity.people[person]!;
            return `${person}${look}${woman}${Math.floor(until)}`;
          }),
      )
      .join();
  }

  private group(group: RowGroup, picture: Picture): TemplateResult {
    const { stage } = texts();
    const name = group.kind === 'site' ? siteName(picture.recording, group.site) : stage.groups[group.kind];
    const isOpen = this.isOpen(group, picture);
    const counts = lookCounts(group.rows);
    return html`<details
      class="people-group"
      ?open=${isOpen}
      @toggle=${(event: Event) => this.toggle(group, picture, (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>
        <span class="people-group-name">${name}</span>
        <span class="people-counts small">
          ${countedLooks.map((look) => {
            const count = counts.get(look) ?? 0;
            return html`<span class="people-count" ?hidden=${count === 0}>
              <svg width="16" height="16" viewBox="-10 -10 20 20" aria-hidden="true">${personMark(look)}</svg>
              ${stage.countOf(number(count), stage.looks[look])}
            </span>`;
          })}
        </span>
      </summary>
      ${isOpen ? group.rows.map((row) => this.row(row, picture)) : nothing}
    </details>`;
  }

  private row({ unit, people }: UnitRow, picture: Picture): TemplateResult {
    const { stage } = texts();
    const isTeam = unit.kind === 'continuityTeam';
    const shown = people.filter(({ look }) => isTeam || look !== 'off');
    const off = people.length - shown.length;
    return html`<div class="unit-row">
      <span class="unit-name small">${unitName(picture.recording, unit)}</span>
      <span class="unit-people">
        ${shown.map(({ person }) => personButton(picture, this.actions, person))}
        ${off > 0 ? html`<span class="quiet small">${stage.offCount(number(off))}</span>` : nothing}
      </span>
    </div>`;
  }

  private toggle(group: RowGroup, picture: Picture, isOpen: boolean): void {
    const key = group.key + zoomKey(picture.zoom);
    if (this.isOpen(group, picture) === isOpen) return;
    this.toggled.set(key, isOpen);
    this.still.forget();
    if (this.latest) this.show(this.latest);
  }
}

function countKey({ key, rows }: RowGroup): string {
  return key + [...lookCounts(rows)].map(([look, count]) => look + count).join();
}

/** How many people are at work, how many of them beyond their hours, and how many are away. */
export function peopleCounts({ activity }: Picture): { working: number; over: number; away: number } {
  let working = 0;
  let over = 0;
  let away = 0;
  for (const person of activity.people) {
    if (person.onShiftIn >= 0 || person.doing !== 'none') working++;
    else if (person.absence > 0) away++;
    if (worksOverHours(person)) over++;
  }
  return { working, over, away };
}
