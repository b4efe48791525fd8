export const page = {
  title: 'Fødselsomsorgen i Oslo – prøv en plan før den settes i verk',
  heading: 'Prøv en plan for fødselsomsorgen i Oslo',
  skip: 'Gå til innholdet',
  language: 'Språk',
  parts: 'Deler av siden',
  views: { plan: 'Planlegg', compare: 'Sammenlign', playback: 'Spill av' },
  brand: 'fodesim',
  footer:
    'Tallene er simulerte og bygger på åpne kilder og på antakelser. De er ment som støtte for planlegging, ikke som prognose for den enkelte kvinne eller det enkelte sykehuset.',
};
