import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dictionaryFolder = `${root}/viewer/language/nb`;

/**
 * Paths of the Norwegian dictionary that the page's sources read, told by the type checker: `texts().run.start` by name,
 * or `texts().page.views[view]`, which stands for every key that `view` can be.
 */
export function usedTexts(): Set<string> {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([`${root}/viewer/main.ts`], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const used = new Set<string>();
  const note = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of symbol?.declarations ?? []) {
      if (declaration.getSourceFile().fileName.startsWith(dictionaryFolder)) used.add(pathOf(declaration));
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) note(checker.getTypeAtLocation(node.parent).getProperty(name.text));
    } else if (ts.isElementAccessExpression(node)) {
      const of = checker.getTypeAtLocation(node.expression);
      const keys = checker.getTypeAtLocation(node.argumentExpression);
      const names = (keys.isUnion() ? keys.types : [keys])
        .filter((key) => key.isStringLiteral())
        .map(({ value }) => value);
      const isKnown = names.length > 0;
      for (const property of of.getProperties()) if (!isKnown || names.includes(property.name)) note(property);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    const isOfPage =
      file.fileName.startsWith(`${root}/viewer/`) && !file.fileName.startsWith(`${root}/viewer/language/`);
    if (isOfPage) visit(file);
  }
  return used;
}

/** Where a text stands in the dictionary: the names of the objects around it, the outermost first. */
function pathOf(declaration: ts.Declaration): string {
  const names: string[] = [];
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isVariableDeclaration(node)) {
      names.unshift('text' in node.name ? node.name.text : node.name.getText());
    }
  }
  return names.join('.');
}
