import type { Wording } from './problems.ts';

/** The text of a file, or why there is none. */
export type FileContent = { text: string } | { trouble: FileTrouble };
export type FileTrouble = 'missing' | 'directory' | 'not text' | 'unreadable';

/** How the loader finds and reads scenario and base data files: from a disk or from memory. */
export interface ScenarioFiles {
  /**
   * The file that a reference means. A reference that ends in .yaml, .yml or .json is a path; any other is the name of a
   * scenario. `from` is the file in which the reference stands. The file need not exist.
   */
  resolve(reference: string, from?: string): string;
  read(file: string): FileContent;
  /** The base data files in a folder, sorted by name; none when there is no such folder. */
  baseFiles(base: string, from: string): string[];
  /** The file as the reader of an error message knows it. */
  label(file: string): string;
  /** Names of the scenarios that exist, to suggest from. */
  scenarioNames(): string[];
  /** Names of the base data folders that exist. */
  baseNames(): string[];
}

const dataFile = /\.(ya?ml|json)$/i;

/** Tells whether a file name is one of a scenario or base data file: .yaml, .yml or .json. */
export function isDataFile(name: string): boolean {
  return dataFile.test(name);
}

/** A file name without its folder and ending: the identifier of the scenario in it. */
export function stem(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? '').replace(dataFile, '');
}

/**
 * Files held in memory, by path below `scenarios/`: `{'dagens.yaml': '…', 'oslo/clinical.yaml': '…'}`. Whatever stands
 * before `scenarios/` in a key is ignored, so that the keys of a bundler's glob import serve as they are.
 */
export function scenarioFilesFromRecord(record: Readonly<Record<string, string>>): ScenarioFiles {
  const texts = new Map(Object.entries(record).map(([key, text]) => [key.replace(/^(.*\/)?scenarios\//, ''), text]));
  const names = [...texts.keys()].sort();
  const withEnding = (name: string) =>
    ['.yaml', '.yml', '.json'].map((ending) => name + ending).find((file) => texts.has(file)) ?? `${name}.yaml`;
  return {
    resolve: (reference) =>
      isDataFile(reference) ? reference.replace(/^(\.\/)?(scenarios\/)?/, '') : withEnding(reference),
    read(file) {
      const text = texts.get(file);
      if (text !== undefined) return { text };
      return { trouble: names.some((name) => name.startsWith(`${file}/`)) ? 'directory' : 'missing' };
    },
    baseFiles: (base) => names.filter((name) => isDataFile(name) && name.startsWith(`${base}/`)),
    label: (file) => `scenarios/${file}`,
    scenarioNames: () => names.filter((name) => isDataFile(name) && !name.includes('/')).map(stem),
    baseNames: () => [
      ...new Set(
        names.filter((name) => isDataFile(name) && name.includes('/')).map((name) => name.split('/')[0] ?? ''),
      ),
    ],
  };
}

/** Why a file could not be read, in words. */
export const troubleWording: Record<FileTrouble, Wording> = {
  missing: { en: 'there is no such file', nb: 'filen finnes ikke' },
  directory: { en: 'this is a folder, not a file', nb: 'dette er en mappe, ikke en fil' },
  'not text': { en: 'the file is not text in UTF-8', nb: 'filen er ikke tekst i UTF-8' },
  unreadable: { en: 'the file cannot be read', nb: 'filen kan ikke leses' },
};
