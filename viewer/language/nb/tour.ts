/** Texts for the first visit. */
export const tour = {
  label: 'Omvisning',
  step: (step: string, steps: string) => `Steg ${step} av ${steps}`,
  steps: {
    answer: {
      heading: 'Dette er et ferdig eksempel',
      text: 'Svaret står først i setninger, så som forskjeller med intervall, så i tabeller. Trykk på navnet til et tall for å se hva det betyr og hvor det kommer fra.',
    },
    plan: {
      heading: 'Lag din egen plan',
      text: 'Velg bydeler på kartet, velg en modell og en startdato. Flytt årsverk og endre forutsetninger hvis du vil. Alt kan angres.',
    },
    run: {
      heading: 'Kjør',
      text: 'Planen holdes opp mot dagens tilbud over de samme kvinnene. De første tallene kommer etter noen sekunder og blir sikrere for hver gjentakelse.',
    },
    playback: {
      heading: 'Spill av',
      text: 'Se et år time for time: rom, senger og jordmødre. Trykk på en kvinne eller en jordmor for å følge henne, eller gå rett til den verste natten.',
    },
  },
  next: 'Neste',
  back: 'Forrige',
  skip: 'Hopp over',
  finish: 'Ferdig',
  again: 'Vis omvisningen',
};
