import { isDataFile } from '../../../scenarios/schema/files.ts';
import { shownView } from '../../frame/views.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { checker } from '../checker/connection.ts';
import { plan } from '../plan.ts';
import { fileNameOf } from './file-name.ts';
import { notices } from './notices.ts';
import { planFiles } from './plan-files.ts';
import { nameOf } from './plan-name.ts';

/** What a plan may take at most, in kB; the reader of files takes no longer text. */
const mostKilobytes = 300;

/** Hands the plan over to the browser as a file in YAML. */
export async function downloadPlan(): Promise<void> {
  const name = fileNameOf(nameOf(plan.document));
  try {
    handOver(`${name}.yaml`, await checker().textOf(plan.document));
  } catch {
    // JSON is allowed too, and needs nobody else.
    handOver(`${name}.json`, JSON.stringify(plan.document, null, 2));
  }
}

/** Opens a file that the planner has chosen or dropped, if it is a sound plan; else says what is wrong with it. */
export async function openFile(file: File): Promise<void> {
  shownView.show('plan');
  const { name } = file;
  if (!isDataFile(name)) return refuse(() => texts().plan.wrongKind(name));
  if (file.size > mostKilobytes * 1000) return refuse(() => texts().plan.tooLarge(name, number(mostKilobytes)));
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return refuse(() => texts().plan.unreadable(name));
  }
  const text = textOf(bytes);
  if (text === undefined) return refuse(() => texts().plan.notText(name));
  try {
    const { document, check } = await checker().read(text, name);
    if (check.kind === 'unsound') {
      notices.show({ kind: 'file', file: name, problems: check.problems, ...(document && { document }) });
    } else if (document !== undefined) {
      await planFiles.open(document);
      notices.show({ kind: 'said', text: () => texts().plan.fileOpened(name) });
    }
  } catch (error) {
    refuse(() => texts().plan.checkerFailed(error instanceof Error ? error.message : String(error)));
  }
}

/** Opens files that are dropped anywhere on the page. @param onHover told whether one is held over it */
export function takeDroppedFiles(onHover: (isOver: boolean) => void): void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    onHover(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) onHover(false);
  });
  document.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    onHover(false);
    const [file, ...others] = event.dataTransfer?.files ?? [];
    if (others.length > 0) refuse(() => texts().plan.oneFile);
    else if (file !== undefined) void openFile(file);
  });
}

function refuse(text: () => string): void {
  notices.show({ kind: 'refused', text });
}

function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function handOver(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
