// Reads a QR code from a picture: by the browser's own reader where it has one (Shape Detection API), else by a decoder that is loaded then.
import { z } from 'zod';

/** The text of a code in the picture that a video shows; null where there is none. */
export type Decode = (video: HTMLVideoElement) => Promise<string | null>;

const detected = z.array(z.object({ rawValue: z.string() }));

interface Detector {
  detect(source: CanvasImageSource): Promise<unknown>;
}
type DetectorClass = (new (options: { formats: string[] }) => Detector) & { getSupportedFormats(): Promise<string[]> };

declare global {
  interface Window {
    readonly BarcodeDetector?: DetectorClass;
  }
}

async function ownReader(): Promise<Decode | null> {
  const Reader = window.BarcodeDetector;
  if (Reader === undefined || !(await Reader.getSupportedFormats()).includes('qr_code')) return null;
  const reader = new Reader({ formats: ['qr_code'] });
  return async (video) => detected.parse(await reader.detect(video))[0]?.rawValue ?? null;
}

/** Larger pictures are made smaller: a badge before a phone is read from this as well. */
const widest = 640;

async function loadedReader(): Promise<Decode> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, widest / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (drawing === null) return Promise.resolve(null);
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    try {
      return Promise.resolve(decodeQR({ data, width, height }));
    } catch {
      // The decoder throws where it finds no code, which is what most pictures hold.
      return Promise.resolve(null);
    }
  };
}

export const openDecoder = async (): Promise<Decode> => (await ownReader()) ?? loadedReader();
