const longest = 60;

/** The name of a plan as the name of a file, as scenarios are named: lower-case letters a–z and digits, joined by hyphens. */
export function fileNameOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
  const joined = plain.replace(/[^a-z0-9]+/g, '-').slice(0, longest);
  return joined.replace(/^-|-$/g, '') || 'plan';
}
