// The package tells no types of its tables.
declare module 'opencc-js/dict/*' {
  const table: string;
  export { table as default };
}
