export const models = {
  'continuity-teams': {
    name: 'Midwife teams',
    sentence:
      'Teams of midwives who follow their women from the first consultation and come to the birth when they are called.',
  },
  'combined-positions': {
    name: 'Combined positions',
    sentence: 'Midwives who work both at the health station and on a ward, with one roster for both.',
  },
  'early-discharge': {
    name: 'Early discharge',
    sentence: 'Women with an uncomplicated birth may go home within hours, with home visits agreed before they leave.',
  },
  'task-shift': {
    name: 'Task shift',
    sentence: 'Tasks move from one profession to another: posts are taken from some units and given to others.',
  },
  'digital-follow-up': {
    name: 'Digital follow-up',
    sentence: 'Contacts by video in the first weeks at home, beside or instead of visits.',
  },
  'open-return': {
    name: 'Open return',
    sentence: 'Women may return to the postnatal ward without referral in the first days at home.',
  },
  'one-to-one-norm': {
    name: 'One-to-one norm',
    sentence: 'Midwives on standby at home are called in when a woman in active labour has no midwife to herself.',
  },
  'extra-support': {
    name: 'Extra support in pregnancy',
    sentence: 'More hours of support consultations for women of vulnerable groups.',
  },
  doula: {
    name: 'Doula in labour',
    sentence: 'A doula is with women of vulnerable groups in labour. She does not take the place of a midwife.',
  },
  'continuity-effects': {
    name: 'Published effects of continuity',
    sentence:
      'Published effects on the outcome of birth, only for women who have a team. Without this change no effect is assumed.',
  },
  'ward-posts': { name: 'More or fewer on duty', sentence: 'More or fewer people on each shift of a ward.' },
  'move-posts': {
    name: 'Move posts',
    sentence: 'Posts move from some units to others of the same profession; as many are given as are taken.',
  },
  'staff-leaving': { name: 'Staff leave', sentence: 'People leave, and their posts stand vacant.' },
  'sickness-wave': { name: 'Wave of sickness', sentence: 'More or less sickness than usual for a time.' },
  'births-change': {
    name: 'More or fewer births',
    sentence: 'The number of births becomes higher or lower than in the base data.',
  },
  capacity: { name: 'Rooms and beds', sentence: 'Rooms and beds are opened or closed at a birth site.' },
  grant: { name: 'Grant', sentence: 'Money given to a payer, spread evenly over its period.' },
  'known-grant': {
    name: 'Known grant',
    sentence: 'A grant that has already been given, or the part of it that falls within the period.',
  },
  financing: { name: 'Activity-based funding', sentence: 'Another share of activity-based funding than today.' },
  'roll-out': {
    name: 'Roll-out of midwife teams',
    sentence: 'Midwife teams start district by district, at even intervals.',
  },
};
