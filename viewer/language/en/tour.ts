import type { Dictionary } from '../dictionary.ts';

export const tour: Dictionary['tour'] = {
  label: 'Tour',
  step: (step, steps) => `Step ${step} of ${steps}`,
  steps: {
    answer: {
      heading: 'This is a finished example',
      text: 'The answer comes first in sentences, then as differences with intervals, then in tables. Press the name of a figure to see what it means and where it comes from.',
    },
    plan: {
      heading: 'Make a plan of your own',
      text: 'Choose districts on the map, a care model and a start date. Move posts and change assumptions if you like. Everything can be undone.',
    },
    run: {
      heading: 'Run',
      text: 'The plan is compared with today’s service for the same women. The first figures come after a few seconds and become more precise with every replication.',
    },
    playback: {
      heading: 'Play back',
      text: 'Watch a year hour by hour: rooms, beds and midwives. Press a woman or a midwife to follow her, or go straight to the worst night.',
    },
  },
  next: 'Next',
  back: 'Back',
  skip: 'Skip',
  finish: 'Done',
  again: 'Show the tour',
};
