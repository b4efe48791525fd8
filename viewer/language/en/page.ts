import type { Dictionary } from '../dictionary.ts';

export const page: Dictionary['page'] = {
  title: 'Maternity care in Oslo – try a plan before it is put into practice',
  heading: 'Try a plan for maternity care in Oslo',
  skip: 'Skip to the content',
  language: 'Language',
  parts: 'Parts of the page',
  views: { plan: 'Plan', compare: 'Compare', playback: 'Play back' },
  brand: 'fodesim',
  footer:
    'The figures are simulated and rest on open sources and on assumptions. They are meant to support planning, not to predict the course of any one woman or hospital.',
};
