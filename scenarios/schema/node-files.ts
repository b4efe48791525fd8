import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDataFile, stem, type FileContent, type ScenarioFiles } from './files.ts';

export interface NodeFilesOptions {
  /** Folder of the named scenarios and base data. Default: the nearest folder `scenarios` above this program. */
  scenariosFolder?: string;
  /** What relative paths start from. Default: the current working folder. */
  workingFolder?: string;
}

/**
 * Files on disk. A reference with a file ending or a slash is a path, from the working folder or from the file in which
 * it stands; any other is a name, first sought beside that file and then among the scenarios that come with the program.
 */
export function nodeScenarioFiles(options: NodeFilesOptions = {}): ScenarioFiles {
  const workingFolder = options.workingFolder ?? process.cwd();
  const shipped = options.scenariosFolder ?? shippedScenariosFolder();

  const named = (folder: string, name: string) =>
    ['.yaml', '.yml', '.json'].map((ending) => join(folder, name + ending)).find((file) => existsSync(file));
  const baseFolder = (base: string, from: string) => {
    const beside = join(dirname(from), base);
    return isFolder(beside) ? beside : join(shipped, base);
  };

  return {
    resolve(reference, from) {
      if (isDataFile(reference) || /[\\/]/.test(reference)) {
        return resolve(from === undefined ? workingFolder : dirname(from), reference);
      }
      const beside = from === undefined ? undefined : named(dirname(from), reference);
      return beside ?? named(shipped, reference) ?? join(shipped, `${reference}.yaml`);
    },
    read,
    baseFiles(base, from) {
      const folder = baseFolder(base, from);
      return dataFilesIn(folder).map((name) => join(folder, name));
    },
    label(file) {
      const fromWorkingFolder = relative(workingFolder, file);
      const outside = fromWorkingFolder.startsWith('..') || isAbsolute(fromWorkingFolder);
      return (outside ? file : fromWorkingFolder).split(sep).join('/');
    },
    scenarioNames: () => dataFilesIn(shipped).map(stem),
    baseNames: () =>
      namesIn(shipped).filter((name) => name !== 'schema' && dataFilesIn(join(shipped, name)).length > 0),
  };
}

function read(file: string): FileContent {
  if (!existsSync(file)) return { trouble: 'missing' };
  if (isFolder(file)) return { trouble: 'directory' };
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return { trouble: 'unreadable' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { trouble: 'not text' };
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function namesIn(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder).sort() : [];
}

function dataFilesIn(folder: string): string[] {
  return namesIn(folder).filter((name) => isDataFile(name) && !isFolder(join(folder, name)));
}

/** Searches upwards from this module, which may have been bundled into another folder than its source. */
function shippedScenariosFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, 'scenarios');
    if (dataFilesIn(candidate).length > 0) return candidate;
    if (folder === dirname(folder)) throw new Error(`No folder "scenarios" with scenario files above ${start}`);
  }
}
