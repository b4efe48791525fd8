/** The screens of the page, in the order in which a planner needs them. The last part of the address names one. */
export const views = ['plan', 'compare', 'playback'] as const;
export type View = (typeof views)[number];

/** Which screen is shown. Sends `change`. */
class Views extends EventTarget {
  constructor() {
    super();
    addEventListener('hashchange', () => this.dispatchEvent(new Event('change')));
  }

  get shown(): View {
    const named = location.hash.slice(1).split('/')[0];
    return views.find((view) => view === named) ?? 'compare';
  }

  show(view: View): void {
    if (view !== this.shown || location.hash === '') location.hash = view;
  }
}

/** The page's screens. */
export const shownView = new Views();
