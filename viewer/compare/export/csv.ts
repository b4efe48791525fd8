/** How a table is written as text, by the language of those who open it. */
export interface CsvFormat {
  separator: ',' | ';';
  decimal: '.' | ',';
}

/** What programs for calculation expect where each language is spoken. */
export const csvFormats: Record<'nb' | 'en', CsvFormat> = {
  nb: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
};

export type CsvCell = string | number | undefined;

/** Without it Excel takes letters beyond the English ones for others. */
const byteOrderMark = '\uFEFF';
/** Figures that a number is written with at most; binary fractions have none that mean anything beyond. */
const digits = 12;

/** A table as RFC 4180 has it. What is not a number, and what is not given, is an empty cell. */
export function csvText(rows: readonly (readonly CsvCell[])[], format: CsvFormat): string {
  const lines = rows.map((row) => row.map((cell) => cellText(cell, format)).join(format.separator));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell, { separator, decimal }: CsvFormat): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') {
    return Number.isFinite(cell)
      ? quoted(String(Number(cell.toPrecision(digits))).replace('.', decimal), separator)
      : '';
  }
  // What a name begins with must not make a program for calculation take it for a formula; some pass over white space.
  return quoted(/^(\s*[=+@-]|[\t\r\n])/.test(cell) ? `'${cell}` : cell, separator);
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
