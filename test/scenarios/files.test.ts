import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkScenario, loadScenario, scenarioFilesFromRecord, ScenarioError } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { messagesOf, plan, problemsOf, shippedTexts } from './support.ts';

let folder = '';
const files = () => nodeScenarioFiles({ workingFolder: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fodesim-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

function messageOf(reference: string): string {
  const check = checkScenario(reference, files());
  return 'problems' in check ? (check.problems[0]?.message.en ?? '') : 'no problem';
}

describe('a file that cannot be a scenario', () => {
  it('is missing', () => {
    expect(messageOf('nowhere.yaml')).toMatch(/^nowhere\.yaml:1:1: there is no such file\. Allowed: /);
    expect(messageOf('dagen')).toMatch(/there is no such file; did you mean "dagens"\?/);
  });

  it('is a folder', () => {
    mkdirSync(join(folder, 'plans.yaml'));
    expect(messageOf('plans.yaml')).toMatch(/^plans\.yaml:1:1: this is a folder, not a file\./);
  });

  it('is not UTF-8', () => {
    expect(messageOf(write('latin.yaml', new Uint8Array([0x6e, 0x62, 0x3a, 0x20, 0xf8])))).toMatch(
      /^latin\.yaml:1:1: the file is not text in UTF-8\./,
    );
  });

  it('is empty, or has only comments', () => {
    for (const text of ['', '# nothing\n', '---\n']) {
      expect(messagesOf(text)).toEqual([
        'scenarios/my-plan.yaml:1:1: the file is empty. Allowed: one well-formed YAML 1.2 or JSON document.',
      ]);
    }
  });

  it('is a bare value or a list', () => {
    expect(messagesOf('dagens')[0]).toMatch(
      /^scenarios\/my-plan\.yaml:1:1: found the text "dagens"\. Allowed: a mapping/,
    );
    expect(messagesOf('- dagens')[0]).toMatch(/^scenarios\/my-plan\.yaml:1:1: found a list of 1\. Allowed: a mapping/);
  });

  it('breaks off', () => {
    expect(problemsOf('schemaVersion: 1\nname: { nb: "Prøve')[0]).toMatchObject({ line: 2 });
    expect(problemsOf('{"schemaVersion": 1, "name": {"nb": ')[0]).toMatchObject({ line: 1 });
  });

  it('says the same thing twice', () => {
    expect(messagesOf(plan('extends: dagens'))).toEqual([
      'scenarios/my-plan.yaml:5:1: the same key stands here twice. Allowed: one well-formed YAML 1.2 or JSON document.',
    ]);
  });

  it('holds two documents, an unknown tag or another version of YAML', () => {
    expect(messagesOf(plan('---', 'a: 1'))[0]).toMatch(/a second document begins here/);
    expect(messagesOf(plan('base: !place oslo'))[0]).toMatch(
      /^scenarios\/my-plan\.yaml:5:7: a value has an unknown tag/,
    );
    expect(messagesOf(`%YAML 1.1\n---\n${plan()}`)[0]).toMatch(/YAML 1\.1/);
  });

  it('multiplies itself without end', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map((pair) => [pair[0], pair[1]])) {
      bomb.push(`${to}: &${to} [*${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}]`);
    }
    expect(messagesOf(bomb.join('\n'))[0]).toMatch(/nested too deeply or refers to itself/);
    for (const step of ['[', '{a: ', '- ', '? ']) {
      expect(messagesOf(step.repeat(50_000))[0]).toMatch(/nested too deeply or refers to itself/);
    }
  });
});

describe('scenarios that extend each other', () => {
  it('may not do so in a circle', () => {
    const other = plan().replace('dagens', 'my-plan');
    expect(problemsOf(plan().replace('dagens', 'other'), { 'other.yaml': other })[0]?.message.en).toBe(
      'scenarios/other.yaml:2:10: extends: the scenarios extend each other in a circle (scenarios/my-plan.yaml → scenarios/other.yaml → scenarios/my-plan.yaml). Allowed: a scenario that does not rest on this one.',
    );
    expect(problemsOf(plan().replace('dagens', 'my-plan'))[0]).toMatchObject({ line: 2, path: 'extends' });
  });

  it('are put together from the oldest to the youngest', () => {
    const beds = (value: number) =>
      `inputs: { sites: { ahus: { postnatalBeds: { value: ${value}, unit: beds, source: Trial, confidence: U } } } }`;
    const capacity = (rooms: number) => [
      'interventions:',
      `  - { model: capacity, start: 2027-02-01, site: ahus, labourRooms: ${rooms} }`,
    ];
    const record = {
      ...shippedTexts,
      'first.yaml': plan(beds(60), ...capacity(1)),
      'second.yaml': plan(
        beds(70),
        'horizon: { start: 2027-02-01, end: 2027-03-31, warmUpDays: 7 }',
        ...capacity(2),
      ).replace('dagens', 'first'),
    };
    const scenario = loadScenario('second', scenarioFilesFromRecord(record));
    expect(scenario.data.sites['ahus']?.postnatalBeds.value).toBe(70);
    expect(scenario.horizon.warmUpDays).toBe(7);
    expect(scenario.interventions).toMatchObject([{ labourRooms: 1 }, { labourRooms: 2, postnatalBeds: 0 }]);
  });

  it('must give a base and a horizon somewhere', () => {
    const text = plan().replace('extends: dagens\n', '');
    expect(messagesOf(text)).toEqual([
      'scenarios/my-plan.yaml:1:1: horizon: missing. Allowed: { start: 2027-01-01, end: 2027-12-31, warmUpDays: 28 }.',
      'scenarios/my-plan.yaml:1:1: base: missing. Allowed: oslo.',
    ]);
  });
});

describe('base data', () => {
  it('may not have a key in two files', () => {
    expect(messagesOf(plan(), { 'oslo/more.yaml': 'staff: {}' })).toEqual([
      'scenarios/oslo/staff.yaml:2:1: staff: "staff" stands in scenarios/oslo/more.yaml too. Allowed: each key in one file only.',
    ]);
  });

  it('may not lack a key', () => {
    const rest = Object.fromEntries(Object.entries(shippedTexts).filter(([path]) => path !== 'oslo/staff.yaml'));
    const check = checkScenario('dagens', scenarioFilesFromRecord(rest));
    expect('problems' in check && check.problems[0]?.message.en).toMatch(/^scenarios\/oslo\/:1:1: staff: missing\./);
  });

  it('may not have keys of its own making', () => {
    expect(messagesOf(plan(), { 'oslo/more.yaml': 'stafff: 3' })[0]).toMatch(
      /^scenarios\/oslo\/more\.yaml:1:1: stafff: unknown key "stafff"; did you mean "staff"\?/,
    );
  });
});

describe('a scenario outside the folder of the shipped ones', () => {
  it('extends them by name, and its neighbours by name or path', () => {
    write('near.yaml', plan());
    expect(loadScenario(write('by-name.yaml', plan().replace('dagens', 'near')), files()).id).toBe('by-name');
    expect(loadScenario(write('by-path.yaml', plan().replace('dagens', './near.yaml')), files()).id).toBe('by-path');
  });

  it('may be JSON, indented or not', () => {
    const value: unknown = parse(
      plan('interventions: [{ model: capacity, start: 2027-02-01, site: ahus, labourRooms: 1 }]'),
    );
    for (const indent of [undefined, 2, '\t']) {
      const name = write('plan.json', JSON.stringify(value, null, indent));
      expect(loadScenario(name, files()).interventions).toHaveLength(1);
    }
  });

  it('is found with Windows line ends and a byte order mark', () => {
    const name = write('windows.yaml', `\uFEFF${plan().replaceAll('\n', '\r\n')}`);
    expect(loadScenario(name, files()).id).toBe('windows');
  });
});

describe('a scenario error', () => {
  it('is readable, lists ten problems and counts the others, without a stack trace', () => {
    const keys = Array.from({ length: 14 }, (_, index) => `x${index}: 1`);
    let error: unknown;
    try {
      loadScenario('my-plan', scenarioFilesFromRecord({ ...shippedTexts, 'my-plan.yaml': plan(...keys) }));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ScenarioError);
    const { message, problems } = error as ScenarioError;
    expect(problems).toHaveLength(14);
    expect(message.split('\n\n')).toHaveLength(11);
    expect(message).toMatch(/… and 4 more\.$/);
    expect(message).not.toMatch(/ at .*\(.*:\d+:\d+\)|node_modules/);
  });
});
