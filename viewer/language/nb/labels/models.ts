/** Care models and other changes: what each is called, and what it does in a sentence. */
export const models = {
  'continuity-teams': {
    name: 'Jordmorteam',
    sentence:
      'Team av jordmødre som følger kvinnene sine fra første kontroll og kommer til fødselen når de blir ringt til.',
  },
  'combined-positions': {
    name: 'Kombinasjonsstillinger',
    sentence: 'Jordmødre som arbeider både på helsestasjonen og på en avdeling, med én felles turnus.',
  },
  'early-discharge': {
    name: 'Tidlig hjemreise',
    sentence:
      'Kvinner med ukomplisert fødsel kan reise hjem i løpet av kort tid, med hjemmebesøk avtalt før de reiser.',
  },
  'task-shift': {
    name: 'Oppgavedeling',
    sentence: 'Oppgaver flyttes fra én yrkesgruppe til en annen: årsverk tas noen steder og gis til andre.',
  },
  'digital-follow-up': {
    name: 'Digital oppfølging',
    sentence: 'Samtaler på video de første ukene hjemme, i tillegg til eller i stedet for besøk.',
  },
  'open-return': {
    name: 'Åpen barsel',
    sentence: 'Kvinnene kan komme tilbake til barselavdelingen uten henvisning de første dagene hjemme.',
  },
  'one-to-one-norm': {
    name: 'En-til-en-norm',
    sentence:
      'Jordmødre i beredskap hjemme blir ringt inn når en kvinne i aktiv fødsel ikke har en jordmor for seg selv.',
  },
  'extra-support': {
    name: 'Ekstra støtte i svangerskapet',
    sentence: 'Flere timer med støttesamtaler for kvinner i sårbare grupper.',
  },
  doula: {
    name: 'Doula under fødselen',
    sentence: 'En doula er hos kvinner i sårbare grupper under fødselen. Hun kommer ikke i stedet for en jordmor.',
  },
  'continuity-effects': {
    name: 'Publiserte virkninger av kontinuitet',
    sentence:
      'Publiserte virkninger på utfallet av fødselen, bare for kvinner som har et team. Uten denne endringen antas ingen virkning.',
  },
  'ward-posts': { name: 'Flere eller færre på vakt', sentence: 'Flere eller færre på hver vakt på en avdeling.' },
  'move-posts': {
    name: 'Flytt årsverk',
    sentence: 'Årsverk flyttes fra noen enheter til andre i samme yrkesgruppe; like mange gis som tas.',
  },
  'staff-leaving': { name: 'Ansatte slutter', sentence: 'Noen slutter, og stillingene blir stående tomme.' },
  'sickness-wave': { name: 'Sykdomsbølge', sentence: 'Mer eller mindre sykefravær enn vanlig i en periode.' },
  'births-change': {
    name: 'Flere eller færre fødsler',
    sentence: 'Antallet fødsler blir høyere eller lavere enn i grunntallene.',
  },
  capacity: { name: 'Rom og senger', sentence: 'Rom og senger åpnes eller stenges på et fødested.' },
  grant: { name: 'Tilskudd', sentence: 'Penger som gis til en betaler, jevnt fordelt over perioden.' },
  'known-grant': {
    name: 'Kjent tilskudd',
    sentence: 'Et tilskudd som allerede er gitt, eller den delen av det som faller i perioden.',
  },
  financing: {
    name: 'Innsatsstyrt finansiering',
    sentence: 'En annen andel innsatsstyrt finansiering (ISF) enn i dag.',
  },
  'roll-out': {
    name: 'Trinnvis innføring av jordmorteam',
    sentence: 'Jordmorteam innføres bydel for bydel med jevne mellomrom.',
  },
};
