import { contactContinuity, type ContactContinuity } from '../continuity/contact-continuity.ts';
import { KnownMidwife, knownMidwifeAtBirth } from '../continuity/known-midwife.ts';
import { midwivesOf } from '../continuity/midwives.ts';
import type { Woman } from '../women/woman.ts';
import type { MeasuredService } from './measured-service.ts';

const minutesPerDay = 1440;
/** The midwife's visits after birth lie within this time, so a woman's contacts with midwives are complete by then. */
const daysObserved = 14;

/** The measures of continuity of a run, by woman. */
interface ContinuityTable {
  /** Women from the districts who gave birth, and how each knows the midwife at the birth. */
  readonly births: readonly Woman[];
  readonly known: readonly KnownMidwife[];
  /** Those of them who gave birth so early that their contacts are complete, with the measures of each. */
  readonly observed: readonly Woman[];
  readonly measures: ContactContinuity;
}

const tables = new WeakMap<MeasuredService, ContinuityTable>();

/** The measures of continuity of a run that is over; worked out when they are first asked for. */
export function continuityTable(service: MeasuredService): ContinuityTable {
  const known = tables.get(service);
  if (known !== undefined) return known;
  const table = makeTable(service);
  tables.set(service, table);
  return table;
}

function makeTable({ observations, contactLog, workforce, horizon }: MeasuredService): ContinuityTable {
  const midwives = midwivesOf(workforce);
  const births = observations.districtBirths;
  const observed = births.filter(({ bornAt }) => bornAt <= horizon.to - daysObserved * minutesPerDay);
  return {
    births,
    known: births.map((woman) => knownMidwifeAtBirth(woman, contactLog, midwives)),
    observed,
    measures: contactContinuity(contactLog, midwives, observed),
  };
}

/** Share of births, by row, at which the midwife was known in some way; NaN of none. */
export function knownShare(
  service: MeasuredService,
  rows: Int32Array,
  isKnown: (known: KnownMidwife) => boolean,
): number {
  const { known } = continuityTable(service);
  let count = 0;
  for (let index = 0; index < rows.length; index++) if (isKnown(known[rows[index]!]!)) count++;
  return count / rows.length;
}
