/** The texts of every scenario and base data file that comes with the page, by path. */
export const shippedTexts: Readonly<Record<string, string>> = import.meta.glob<string>('../../../scenarios/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
