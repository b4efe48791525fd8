import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ContactKind,
  Provider,
  Setting,
  type ContactKind as Kind,
} from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { ContactLog } from '../../sim-core/maternity/contacts/contact-log.ts';
import { contactContinuity } from '../../sim-core/maternity/continuity/contact-continuity.ts';
import {
  KnownMidwife,
  knownMidwifeAtBirth,
  type ContinuitySubject,
} from '../../sim-core/maternity/continuity/known-midwife.ts';
import type { Midwives } from '../../sim-core/maternity/continuity/midwives.ts';

/** Ten people: 0–3 are team 0, 4 and 5 team 1, 6–8 midwives without a team, 9 a health nurse. */
const midwives: Midwives = {
  isMidwife: Uint8Array.from([1, 1, 1, 1, 1, 1, 1, 1, 1, 0]),
  team: Int16Array.from([0, 0, 0, 0, 1, 1, -1, -1, -1, -1]),
};
const healthNurse = 9;
const { antenatalConsultation: antenatal, labourCare: labour, midwifeHomeVisit: homeVisit } = ContactKind;

type Contact = readonly [kind: Kind, provider: number];

function logOf(...women: (readonly Contact[])[]): ContactLog {
  const log = new ContactLog(women.length);
  // One contact of each woman in turn, so that those of one woman do not follow each other.
  const longest = Math.max(...women.map(({ length }) => length));
  for (let index = 0; index < longest; index++) {
    for (const [woman, contacts] of women.entries()) {
      const contact = contacts[index];
      if (contact === undefined) continue;
      log.add(woman, contact[0], Setting.site, 0, contact[1], 0, index * 100, index * 100 + 30);
    }
  }
  return log;
}

function subject(changes: Partial<ContinuitySubject> = {}): ContinuitySubject {
  return { number: 0, namedMidwife: -1, bornWith: -1, team: undefined, ...changes };
}

function measuresOf(contacts: readonly Contact[], changes: Partial<ContinuitySubject> = {}): Record<string, number> {
  const measures = contactContinuity(logOf(contacts), midwives, [subject(changes)]);
  return Object.fromEntries(Object.entries(measures).map(([name, column]) => [name, (column as Float64Array)[0]!]));
}

describe('the measures of continuity of one woman', () => {
  it('are those worked out by hand', () => {
    // Midwife 6 four times, 7 twice, 8 once: N = 7, Σn² = 21, (21 − 7) / 42.
    const contacts: Contact[] = [
      [antenatal, 6],
      [antenatal, 6],
      [antenatal, 7],
      [antenatal, 6],
      [labour, 8],
      [labour, 7],
      [homeVisit, 6],
    ];
    expect(measuresOf(contacts, { namedMidwife: 6 })).toEqual({
      metInPregnancy: 2,
      metAtBirth: 2,
      metAfterBirth: 1,
      met: 3,
      namedMidwifeShare: 4 / 7,
      concentration: 1 / 3,
      samePerson: 0,
      sameTeam: 0,
    });
  });

  it('leave out everybody who is not a midwife of the model', () => {
    const own: Contact[] = [
      [antenatal, 6],
      [labour, 7],
    ];
    const others: Contact[] = [
      [antenatal, Provider.generalPractitioner],
      [ContactKind.hospitalConsultation, Provider.obstetrician],
      [labour, Provider.nobody],
      [ContactKind.paediatricExamination, Provider.paediatrician],
      [ContactKind.healthNurseHomeVisit, healthNurse],
    ];
    expect(measuresOf([...others, ...own, ...others])).toEqual(measuresOf(own));
  });

  it('have no value without contacts to make one of', () => {
    expect(measuresOf([])).toMatchObject({ met: 0, namedMidwifeShare: NaN, concentration: NaN, samePerson: 0 });
    expect(measuresOf([[labour, 6]], { namedMidwife: 6 })).toMatchObject({ namedMidwifeShare: 1, concentration: NaN });
  });

  it('give no share with a named midwife to a woman who has none', () => {
    expect(measuresOf([[antenatal, 6]])).toMatchObject({ namedMidwifeShare: 0 });
  });

  it('see one midwife in all three phases, and a team whose midwives take turns', () => {
    const turns: Contact[] = [
      [antenatal, 0],
      [labour, 1],
      [homeVisit, 2],
    ];
    expect(measuresOf(turns, { team: { index: 0 } })).toMatchObject({ samePerson: 0, sameTeam: 1 });
    expect(measuresOf(turns, { team: { index: 1 } })).toMatchObject({ samePerson: 0, sameTeam: 0 });
    expect(measuresOf(turns)).toMatchObject({ samePerson: 0, sameTeam: 0 });
    const followed: Contact[] = [
      [antenatal, 6],
      [labour, 6],
      [labour, 7],
      [homeVisit, 6],
    ];
    expect(measuresOf(followed)).toMatchObject({ samePerson: 1, sameTeam: 1 });
    expect(measuresOf(followed.slice(0, 3))).toMatchObject({ samePerson: 0, sameTeam: 0 });
  });

  it('do not mix women up', () => {
    const first: Contact[] = [
      [antenatal, 6],
      [antenatal, 6],
      [labour, 7],
    ];
    const second: Contact[] = [
      [antenatal, 7],
      [labour, 8],
    ];
    const together = contactContinuity(logOf(second, first), midwives, [
      subject({ number: 1, namedMidwife: 6 }),
      subject({ number: 0 }),
    ]);
    const alone = [measuresOf(first, { namedMidwife: 6 }), measuresOf(second)];
    for (const [name, column] of Object.entries(together)) {
      expect([...(column as Float64Array)], name).toEqual(alone.map((measures) => measures[name]));
    }
  });
});

describe('for any contacts', () => {
  const kind = fc.constantFrom(antenatal, labour, homeVisit);
  const contacts = (provider: fc.Arbitrary<number>, minLength: number): fc.Arbitrary<Contact[]> =>
    fc.array(fc.tuple(kind, provider), { minLength, maxLength: 30 });

  it('the Bice–Boxerman index is 1 with one midwife and 0 when each contact is with another', () => {
    fc.assert(
      fc.property(contacts(fc.constant(3), 2), (all) => {
        expect(measuresOf(all)).toMatchObject({ concentration: 1, met: 1 });
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(8), { minLength: 2 }), kind, (people, one) => {
        const all = people.map((person): Contact => [one, person]);
        expect(measuresOf(all)).toMatchObject({ concentration: 0, met: people.length });
      }),
    );
  });

  it('no measure depends on the order, shares and indices lie within 0 and 1, and parts within the whole', () => {
    fc.assert(
      fc.property(contacts(fc.integer({ min: -4, max: 9 }), 0), fc.integer({ min: -1, max: 8 }), (all, named) => {
        const changes = { namedMidwife: named, team: { index: 0 } };
        const measures = measuresOf(all, changes);
        expect(measuresOf(all.toReversed(), changes)).toEqual(measures);
        const { namedMidwifeShare, concentration, met, metInPregnancy, metAtBirth, metAfterBirth } = measures;
        for (const share of [namedMidwifeShare!, concentration!]) {
          if (!Number.isNaN(share)) expect(share >= 0 && share <= 1).toBe(true);
        }
        const parts = [metInPregnancy!, metAtBirth!, metAfterBirth!];
        expect(met).toBeGreaterThanOrEqual(Math.max(...parts));
        expect(met).toBeLessThanOrEqual(parts.reduce((sum, part) => sum + part, 0));
        if (measures.samePerson === 1) expect(measures.sameTeam).toBe(1);
      }),
    );
  });

  it('the index is the chance that two contacts picked at random were with the same midwife', () => {
    fc.assert(
      fc.property(contacts(fc.nat(8), 2), (all) => {
        let same = 0;
        for (const [index, [, one]] of all.entries()) {
          for (const [, other] of all.slice(index + 1)) same += one === other ? 1 : 0;
        }
        const pairs = (all.length * (all.length - 1)) / 2;
        expect(measuresOf(all).concentration).toBeCloseTo(same / pairs, 12);
      }),
    );
  });
});

describe('the midwife at the birth', () => {
  const known = (contacts: readonly Contact[], changes: Partial<ContinuitySubject>): KnownMidwife =>
    knownMidwifeAtBirth(subject(changes), logOf(contacts), midwives);

  it('is the named one, or else of the team, or else met before, or else a stranger', () => {
    const met: Contact[] = [[antenatal, 6]];
    expect(known(met, { bornWith: 0, namedMidwife: 0, team: { index: 0 } })).toBe(KnownMidwife.named);
    expect(known(met, { bornWith: 1, namedMidwife: 0, team: { index: 0 } })).toBe(KnownMidwife.team);
    expect(known(met, { bornWith: 4, namedMidwife: 0, team: { index: 0 } })).toBe(KnownMidwife.none);
    expect(known(met, { bornWith: 6, namedMidwife: 0, team: { index: 0 } })).toBe(KnownMidwife.metBefore);
    expect(known(met, { bornWith: 7 })).toBe(KnownMidwife.none);
  });

  it('is nobody when nobody is there, even for a woman without a named midwife', () => {
    expect(known([], { bornWith: -1, namedMidwife: -1 })).toBe(KnownMidwife.none);
  });

  it('was met before only in pregnancy, the latent phase included', () => {
    expect(known([[labour, 6]], { bornWith: 6 })).toBe(KnownMidwife.none);
    expect(known([[homeVisit, 6]], { bornWith: 6 })).toBe(KnownMidwife.none);
    expect(known([[ContactKind.latentPhaseContact, 6]], { bornWith: 6 })).toBe(KnownMidwife.metBefore);
  });
});
