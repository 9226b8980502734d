// The part of pdfkit that the paper uses; the package brings no types.
declare module 'pdfkit' {
  interface Placing {
    readonly lineBreak?: boolean;
    readonly baseline?: 'alphabetic';
  }
  interface Position {
    readonly xAdvance: number;
    readonly advanceWidth: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }
  interface PageSize {
    readonly size: string | readonly [width: number, height: number];
    readonly margin: number;
  }
  class PDFDocument {
    constructor(
      options: PageSize & {
        readonly autoFirstPage: boolean;
        readonly lang?: string;
        readonly info?: Readonly<Record<string, string | Date>>;
      },
    );
    /** The font in hand, as fontkit reads it. */
    readonly _font: {
      readonly id: string;
      readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
      /** Glyphs in hexadecimal digits, and where they stand, in thousandths. */
      encode(text: string): [glyphs: readonly string[], positions: readonly Position[]];
      ref(): object;
    };
    readonly page: { readonly width: number; readonly height: number; readonly fonts: Record<string, object> };
    /** Adds to the content of the page in hand; bytes as they are, which saves reading a text letter by letter. */
    addContent(content: Uint8Array): this;
    /** What has been written and nobody has taken yet. */
    read(): Uint8Array | null;
    /** Where the document's bytes go as they are written; null after the last. */
    push: (piece: Uint8Array | null) => boolean;
    on(event: 'error', hears: (fault: Error) => void): this;
    registerFont(name: string, file: string): this;
    font(name: string): this;
    fontSize(points: number): this;
    fillColor(colour: string): this;
    widthOfString(text: string): number;
    text(text: string, x: number, y: number, placing: Placing): this;
    addPage(page: PageSize): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(points: number): this;
    strokeColor(colour: string): this;
    stroke(): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(colour: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    dash(length: number, gap?: { readonly space: number }): this;
    undash(): this;
    end(): void;
  }
  export { PDFDocument as default };
}
