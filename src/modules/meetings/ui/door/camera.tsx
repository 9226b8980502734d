// The camera as a reader of badges: it looks while it is switched on and hands over each code once. Only this page may use one.
import { useEffect, useRef, useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Note } from '#design/page.tsx';
import { openDecoder } from './decode.ts';

/** How often a picture is looked at. */
const lookEvery = 200;
/** The same code again within this time is the same badge still before the camera. */
const againAfter = 4000;

/** The rights of a document are those of the address that it was loaded by; a page reached by a link within the product has to be loaded anew. */
const wasLoadedHere = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation');
  return entry === undefined || new URL(entry.name).pathname === location.pathname;
};
const asked = 'hansa.camera';

export function Camera({ onCode }: { readonly onCode: (text: string) => void }) {
  const { t } = useText();
  const [on, setOn] = useState(() => sessionStorage.getItem(asked) === 'yes');
  useEffect(() => sessionStorage.removeItem(asked), []);
  const start = () => {
    if (wasLoadedHere()) return setOn(true);
    sessionStorage.setItem(asked, 'yes');
    location.reload();
  };
  if (on) return <Looking onCode={onCode} onStop={() => setOn(false)} />;
  return (
    <p className="doorcamera">
      <Button onPress={start}>{t('meetings.door_camera')}</Button>
    </p>
  );
}

function useCamera(onCode: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const told = useRef(onCode);
  told.current = onCode;
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    let before = { text: '', at: 0 };
    const run = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const shown = video.current;
      if (ended || shown === null) return stream.getTracks().forEach((track) => track.stop());
      shown.srcObject = stream;
      await shown.play();
      const decode = await openDecoder();
      const look = async () => {
        if (ended) return;
        const text = shown.videoWidth === 0 ? null : await decode(shown);
        if (text !== null && (text !== before.text || Date.now() - before.at > againAfter)) told.current(text);
        if (text !== null) before = { text, at: Date.now() };
        timer = setTimeout(() => void look(), lookEvery);
      };
      await look();
    };
    run().catch(() => setFailed(true));
    return () => {
      ended = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return { video, failed };
}

function Looking({ onCode, onStop }: { readonly onCode: (text: string) => void; readonly onStop: () => void }) {
  const { t } = useText();
  const { video, failed } = useCamera(onCode);
  if (failed) return <Note>{t('meetings.door_camera_none')}</Note>;
  return (
    <div className="doorcamera">
      <video ref={video} muted playsInline aria-label={t('meetings.door_camera_view')} />
      <Note>{t('meetings.door_camera_hint')}</Note>
      <Button onPress={onStop}>{t('meetings.door_camera_stop')}</Button>
    </div>
  );
}
