// Says that something is done, with the way back; when the way back is refused, the reason is said, too.
import { useCallback } from 'react';
import { troubleOf } from '#client/error.ts';
import { useToast, type ToastWords } from '#design/toast.tsx';

export function useDoneToast(): (words: ToastWords) => void {
  const toast = useToast();
  return useCallback(
    ({ text, undo }) => {
      if (undo === undefined) return toast({ text });
      const back = async () => {
        try {
          await undo();
        } catch (error) {
          toast({ text: troubleOf(error).message });
          throw error; // so that the first toast does not claim to have undone it
        }
      };
      toast({ text, undo: back });
    },
    [toast],
  );
}
