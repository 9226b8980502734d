// Tests run as Node reads their sources (vitest.config.ts). What it cannot read itself: components, which the compiler makes plain, and styles.
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type Compiler from 'typescript';

const require = createRequire(import.meta.url);

function plain(file: string): string {
  // Few tests need it, and it is large.
  const compiler = require('typescript') as typeof Compiler;
  const { JsxEmit, ModuleKind, ScriptTarget } = compiler;
  const compilerOptions = {
    ...{ jsx: JsxEmit.ReactJSX, module: ModuleKind.ESNext, target: ScriptTarget.ESNext },
    ...{ verbatimModuleSyntax: true, inlineSourceMap: true },
  };
  return compiler.transpileModule(readFileSync(file, 'utf8'), { fileName: file, compilerOptions }).outputText;
}

registerHooks({
  load: (url, context, load) => {
    if (url.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true };
    return url.endsWith('.tsx') ? { format: 'module', source: plain(fileURLToPath(url)), shortCircuit: true } : load(url, context);
  },
});
