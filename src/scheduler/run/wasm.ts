// What this library uses of WebAssembly: Node has it, its types come only with those of a browser.

/** Compiled code, shared between threads. */
export type WasmModule = object;

interface Wasm {
  readonly compile: (code: Uint8Array) => Promise<WasmModule>;
  readonly instantiate: (module: WasmModule, imports: object) => Promise<object>;
}

declare const WebAssembly: Wasm;

export const wasm = WebAssembly;
