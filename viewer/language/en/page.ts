import type { Dictionary } from '../dictionary.ts';

export const page: Dictionary['page'] = {
  title: 'Maternity care in Oslo – try a plan before it is put into practice',
  heading: 'Try a plan for maternity care in Oslo',
  lead: 'This page imitates pregnancies, births and postnatal care through a year or two, woman by woman, and shows what another way of organising midwives leads to. The same woman has the same birth under both plans, so differences are due to the plan. Everything is computed on your own machine.',
  skip: 'Skip to the content',
  language: 'Language',
  parts: 'Parts of the page',
  views: { plan: 'Plan', compare: 'Compare', playback: 'Play back' },
  brand: 'fodesim',
  footer:
    'The figures are simulated and rest on open sources and on assumptions. They are meant to support planning, not to predict the course of any one woman or hospital.',
};
