/** Fields that most planners set, in the order in which they think of them; those not named here come after, folded away. */
const usual = [
  'start',
  'decided',
  'end',
  'months',
  'teams',
  'districts',
  'order',
  'site',
  'unit',
  'profession',
  'coverage',
  'groups',
  'hours',
  'weekday',
  'weekend',
  'factor',
  'employers',
  'origins',
  'labourRooms',
  'postnatalBeds',
  'payer',
  'payers',
  'employer',
  'grant',
  'kroner',
  'giver',
  'source',
  'activityShare',
  'from',
  'to',
  'posts',
  'postsFrom',
  'midwives',
  'caseload',
  'wardShare',
  'uptake',
  'share',
  'contacts',
  'standby',
  'effects',
];

/** Fields that are folded away in some models although they are usual in others. */
const rare: Readonly<Record<string, readonly string[]>> = {
  'continuity-teams': ['groups'],
  'roll-out': ['groups'],
};

/** The fields of a model in the order of the form: those that are always in sight, and the others. */
export function fieldOrder(model: string, keys: readonly string[]): { usual: string[]; others: string[] } {
  const shown = usual.filter((key) => keys.includes(key) && rare[model]?.includes(key) !== true);
  return { usual: shown, others: keys.filter((key) => key !== 'model' && !shown.includes(key)) };
}
