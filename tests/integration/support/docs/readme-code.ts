import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const README = path.resolve(__dirname, '../../../../README.md');

/**
 * The default export of the README's code whose first line is `// ` and this name.
 *
 * @param modules what it imports
 */
export const readmeCode = (name: string, modules: Record<string, unknown> = {}): unknown => {
  const code = fs
    .readFileSync(README, 'utf8')
    .split(/^```\w*\n/m)
    .find((block) => block.startsWith(`// ${name}\n`));
  if (!code) throw new Error(`README.md has no ${name}`);
  const { outputText } = ts.transpileModule(code.split('\n```')[0]!, {
    fileName: name,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      jsx: ts.JsxEmit.ReactJSX,
      target: ts.ScriptTarget.ES2022,
    },
  });
  const exported: { default?: unknown } = {};
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- what the code imports besides
  const load = (id: string) => modules[id] ?? require(id);
  new Function('require', 'exports', outputText)(load, exported);
  return exported.default;
};
