/** A table as GitHub shows it. The first row is the header; the first column is set to the left, others as they are told. */
export function markdownTable(rows: readonly string[][], alignment: readonly ('left' | 'right')[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const [header = [], ...body] = rows;
  const rule = `| ${alignment.map((side) => (side === 'right' ? '---:' : '---')).join(' | ')} |`;
  return [line(header), rule, ...body.map(line)].join('\n');
}
